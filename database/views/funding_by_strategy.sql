-- One row a strategy, scope and stage: its sum, what it is divided by and the figures per head.
-- A divisor that is not known leaves the figure missing; the strategy itself stays in the answer.
create view funding_by_strategy as
select
    o.strategy, o.vvg, o.vvg_name, o.city, o.county, o.eu_period, f.scope, f.stage, f.funding, f.amount_eur,
    f.is_approximate, f.is_disputed, f.bound, f.lowest_eur, f.highest_eur, f.statements, f.as_written, f.note,
    o.residents, o.residents_kind, o.residents_year, o.residents_source, o.participants_planned,
    o.participants_planned_bound, o.participants_planned_source, o.projects_planned, o.projects_planned_bound,
    o.projects_planned_source,
    cast(f.amount_eur as double) / o.residents as per_resident_eur,
    case when o.participants_planned > 0
        then cast(f.amount_eur as double) / cast(o.participants_planned as double) end as per_participant_eur,
    case when o.projects_planned > 0
        then cast(f.amount_eur as double) / cast(o.projects_planned as double) end as per_project_eur,
    f.source, f.sources
from funding_shown as f
inner join strategy_overview as o on o.strategy = f.strategy;
