-- One row a strategy and concept at the scope of the whole strategy: the pair that stands for it where a source gives
-- several names to one concept: a pair with both values first, then one with a plan, then by name.
create view indicator_headlines as
with ordered as (
    select
        *,
        row_number() over (
            partition by strategy, concept
            order by
                case when planned is not null and achieved is not null then 0 when planned is not null then 1 else 2 end,
                name
        ) as place
    from indicator_pairs
    where scope = 'strategy'
)
select
    strategy, concept, name, kind, unit, planned, planned_bound, planned_year, planned_is_approximate,
    planned_is_disputed,
    planned_as_written, planned_source, achieved, achieved_bound, achieved_year, achieved_is_approximate,
    achieved_is_disputed,
    achieved_as_written, achieved_source, achieved_percent, sources
from ordered
where place = 1;
