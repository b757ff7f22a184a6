-- One row a strategy and stage, of the strategies whose money is known in more than one stage: what stands side by
-- side and is never added. Rule: the sum of the whole strategy; where a stage has none, the sum that a source gives
-- for its projects together (scope says which). A sum of unknown stage has no place in the order.
create view funding_stages as
with preferred as (
    select
        f.*, row_number() over (
            partition by f.strategy, f.stage order by case f.scope when 'strategy' then 1 else 2 end
        ) as preference
    from funding_shown as f
    where f.scope in ('strategy', 'project') and f.stage <> 'not_stated'
),
one_each as (
    select p.*, count(*) over (partition by p.strategy) as stages from preferred as p where p.preference = 1
)
select
    x.strategy, s.vvg, v.name as vvg_name, v.city, s.eu_period, x.scope, x.stage, x.amount_eur, x.is_approximate,
    x.is_disputed, x.bound, x.lowest_eur, x.highest_eur, x.as_written, x.note, x.source, x.sources
from one_each as x
inner join strategies as s on s.strategy = x.strategy
inner join vvgs as v on v.vvg = s.vvg
where x.stages > 1;
