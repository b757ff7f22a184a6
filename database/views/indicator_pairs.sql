-- One row an indicator: what was planned beside what was achieved, of the same name, scope and subject.
-- achieved_percent = 100 x achieved / planned, never cut at 100; missing where either is missing or planned is 0.
create view indicator_pairs as
with planned as (
    select * from indicator_values where state = 'planned' and place = 1
),
achieved as (
    select * from indicator_values where state = 'achieved' and place = 1
)
select
    coalesce(p.strategy, a.strategy) as strategy,
    coalesce(p.scope, a.scope) as scope,
    coalesce(p.subject, a.subject) as subject,
    coalesce(p.concept, a.concept) as concept,
    coalesce(p.name, a.name) as name,
    coalesce(p.kind, a.kind) as kind,
    coalesce(p.unit, a.unit) as unit,
    p.indicator as planned_indicator, p.value as planned, p.bound as planned_bound, p.year as planned_year,
    p.is_approximate as planned_is_approximate, p.as_written as planned_as_written, p.source as planned_source,
    coalesce(p.is_disputed, false) as planned_is_disputed, p.lowest as planned_lowest, p.highest as planned_highest,
    a.indicator as achieved_indicator, a.value as achieved, a.bound as achieved_bound, a.year as achieved_year,
    a.is_approximate as achieved_is_approximate, a.as_written as achieved_as_written, a.source as achieved_source,
    coalesce(a.is_disputed, false) as achieved_is_disputed, a.lowest as achieved_lowest, a.highest as achieved_highest,
    case when p.value > 0 then cast(100.0 * a.value / p.value as double) end as achieved_percent,
    trim(concat(p.source, ' ', case when a.source is distinct from p.source then a.source end)) as sources
from planned as p
full outer join achieved as a
    on a.strategy = p.strategy and a.scope = p.scope and a.subject = p.subject and a.name = p.name;
