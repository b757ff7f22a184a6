-- Values of indicators with their place among the sources of the same thing and state: the order of sources as for
-- money; of one source the value of the later year. Disputed: two sources give different values for one year.
create view indicator_values as
select
    i.indicator, i.strategy, i.scope, coalesce(i.item, i.project, i.call, '') as subject, i.concept, i.name, i.kind,
    i.unit, i.state, i.value, i.bound, i.is_approximate, i.year, i.as_written, i.note, i.source,
    row_number() over (
        partition by i.strategy, i.scope, coalesce(i.item, i.project, i.call, ''), i.name, i.state
        order by s.rank, coalesce(i.year, 0) desc, coalesce(s.published, '') desc, i.line desc
    ) as place,
    count(*) over (
        partition by i.strategy, i.scope, coalesce(i.item, i.project, i.call, ''), i.name, i.state
    ) as statements,
    min(i.value) over same_year as lowest, max(i.value) over same_year as highest,
    min(i.value) over same_year <> max(i.value) over same_year
    and min(i.source) over same_year <> max(i.source) over same_year as is_disputed
from indicators as i
inner join sources as s on s.source = i.source
window same_year as (
    partition by i.strategy, i.scope, coalesce(i.item, i.project, i.call, ''), i.name, i.state, coalesce(i.year, 0)
);
