-- What is known and what is not, strategy by strategy and field by field. state is 'known' or the reason why not:
-- the record's own reason, else does_not_apply (not over yet), source_not_found (no source of its own was read) or
-- not_in_source (none of the sources that were read says it).
create view gaps as
with overview as (
    select * from strategy_overview
),
facts as (
    select strategy, 'own_years' as field, first_year is not null as is_known from strategies
    union all select strategy, 'title', title is not null from strategies
    union all select strategy, 'status', status <> 'unknown' from overview
    union all select strategy, 'approval', exists (select 1 from approvals as x where x.strategy = s.strategy) from strategies as s
    union all select strategy, 'territory', exists (select 1 from territories as x where x.strategy = s.strategy) from strategies as s
    union all select strategy, 'residents', residents is not null and residents_kind in ('territory', 'city') from overview
    union all select strategy, 'allocated', allocated_eur is not null from overview
    union all select strategy, 'paid', paid_eur is not null from overview
    union all select strategy, 'funds', exists (
        select 1 from funding as x inner join funding_funds as y on y.funding = x.funding
        where x.strategy = s.strategy and x.scope = 'strategy' and y.fund <> 'not_stated'
    ) from strategies as s
    union all select strategy, 'goals', exists (
        select 1 from strategy_items as x where x.strategy = s.strategy and x.level = 'goal' and x.title is not null
    ) from strategies as s
    union all select strategy, 'measures', exists (
        select 1 from strategy_items as x where x.strategy = s.strategy and x.level in ('measure', 'action')
    ) from strategies as s
    union all select strategy, 'target_groups', exists (select 1 from target_groups as x where x.strategy = s.strategy) from strategies as s
    union all select strategy, 'participants_planned', participants_planned is not null from overview
    union all select strategy, 'participants_achieved', participants_achieved is not null from overview
    union all select strategy, 'projects_planned', projects_planned is not null from overview
    union all select strategy, 'projects_achieved', projects_achieved is not null from overview
    union all select strategy, 'calls', exists (select 1 from calls as x where x.strategy = s.strategy) from strategies as s
    union all select strategy, 'projects', exists (select 1 from projects as x where x.strategy = s.strategy) from strategies as s
    union all select strategy, 'editions', exists (select 1 from editions as x where x.strategy = s.strategy) from strategies as s
)
select
    f.strategy, s.vvg, v.name as vvg_name, v.city, m.county, s.eu_period, f.field,
    case
        when f.is_known then 'known'
        when x.reason is not null then x.reason
        when s.eu_period = '2021-2027' and f.field in ('paid', 'participants_achieved', 'projects_achieved') then 'does_not_apply'
        when s.detail = 'name_only' then 'source_not_found'
        else 'not_in_source'
    end as state
from facts as f
inner join strategies as s on s.strategy = f.strategy
inner join vvgs as v on v.vvg = s.vvg
inner join municipalities as m on m.municipality = v.municipality
left join missing_fields as x on x.strategy = f.strategy and x.field = f.field;
