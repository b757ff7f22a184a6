-- Of the strategies that the ministry counts as funded in an EU period: how many are known here, and how far.
-- The count of the ministry is the latest one of the period (39 in 2018, 39 in 2024).
create view funded_coverage as
with counted as (
    select
        n.eu_period, cast(n.value as integer) as funded, n.as_of, n.source,
        row_number() over (partition by n.eu_period order by n.as_of desc, n.value desc) as place
    from national as n
    where n.topic = 'selection' and n.status = 'funded' and n.unit = 'strategies' and n.bound = 'exact'
),
known as (
    select
        eu_period,
        count(*) filter (where status in ('funded', 'in_implementation')) as known_funded,
        count(*) filter (where status in ('funded', 'in_implementation') and knowledge = 'with_amount') as with_amount,
        count(*) filter (where status in ('funded', 'in_implementation') and knowledge = 'recorded') as recorded,
        count(*) filter (where status in ('funded', 'in_implementation') and knowledge = 'name_only') as name_only
    from known_strategies
    group by eu_period
)
select
    c.eu_period, c.funded, c.as_of, k.known_funded, k.with_amount, k.recorded, k.name_only,
    greatest(c.funded - k.known_funded, 0) as unknown, c.source
from counted as c
inner join known as k on k.eu_period = c.eu_period
where c.place = 1;
