-- One row a round of selection: how many strategies the ministry says were funded in it (lowest and highest where its
-- figures differ), and how many strategies with that round are known here, by how far they are known. A round of which
-- neither is known is left out.
create view selection_rounds as
with said as (
    select
        round, cast(min(value) as integer) as lowest, cast(max(value) as integer) as highest,
        string_agg(distinct source, ' ' order by source) as sources
    from national
    where topic = 'selection' and status = 'funded' and unit = 'strategies' and round is not null
    group by round
),
known as (
    select
        round,
        count(*) as known,
        count(*) filter (where knowledge = 'with_amount') as with_amount,
        count(*) filter (where knowledge = 'recorded') as recorded,
        count(*) filter (where knowledge = 'name_only') as name_only,
        string_agg(distinct source, ' ' order by source) as sources
    from known_strategies
    where status in ('funded', 'in_implementation') and round is not null
    group by round
)
select
    r.round, r.eu_period, r.lt, r.en, r.date, r.first_day, s.lowest, s.highest,
    coalesce(k.known, 0) as known, coalesce(k.with_amount, 0) as with_amount, coalesce(k.recorded, 0) as recorded,
    coalesce(k.name_only, 0) as name_only,
    trim(concat(s.sources, ' ', k.sources)) as sources
from rounds as r
left join said as s on s.round = r.round
left join known as k on k.round = r.round
where s.highest is not null or k.known is not null;
