-- One row a strategy: where it is, what it was given, what it planned and achieved. Missing stays missing.
-- per_resident_eur = allocated_eur / residents; per_participant_eur = allocated_eur / planned participants.
create view strategy_overview as
with headline as (
    select
        strategy, concept, planned, planned_bound, planned_indicator, planned_source,
        achieved, achieved_bound, achieved_indicator, achieved_source, achieved_percent,
        row_number() over (
            partition by strategy, concept
            order by
                case when planned is not null and achieved is not null then 0 else 1 end,
                case when planned is not null then 0 else 1 end, name
        ) as place
    from indicator_pairs
    where scope = 'strategy' and concept in ('participants', 'local_projects')
),
statuses as (
    select
        t.strategy, t.status, t.round, t.source,
        row_number() over (
            partition by t.strategy
            order by case t.status when 'funded' then 1 when 'in_implementation' then 2 when 'reserve' then 3 else 4 end, t.line
        ) as place
    from strategy_statuses as t
)
select
    s.strategy, s.vvg, v.name as vvg_name, v.city, v.municipality, m.short_name as municipality_short, m.county,
    m.region, p.latitude, p.longitude, v.website,
    s.eu_period, s.first_year, s.last_year, s.title, s.detail, s.source as title_source,
    coalesce(st.status, 'unknown') as status, st.round, st.source as status_source,
    al.amount_eur as allocated_eur, al.is_disputed as allocated_is_disputed,
    al.is_approximate as allocated_is_approximate, al.bound as allocated_bound, al.funding as allocated_funding,
    al.source as allocated_source, al.sources as allocated_sources,
    pd.amount_eur as paid_eur, pd.is_approximate as paid_is_approximate, pd.scope as paid_scope,
    pd.funding as paid_funding, pd.source as paid_source,
    r.residents, r.kind as residents_kind, r.year as residents_year, r.source as residents_source,
    cast(al.amount_eur as double) / r.residents as per_resident_eur,
    pa.planned as participants_planned, pa.planned_bound as participants_planned_bound,
    pa.planned_source as participants_planned_source,
    pa.achieved as participants_achieved, pa.achieved_bound as participants_achieved_bound,
    pa.achieved_source as participants_achieved_source,
    pa.achieved_percent as participants_percent,
    pr.planned as projects_planned, pr.planned_bound as projects_planned_bound, pr.planned_source as projects_planned_source,
    pr.achieved as projects_achieved, pr.achieved_bound as projects_achieved_bound,
    pr.achieved_source as projects_achieved_source, pr.achieved_percent as projects_percent,
    case when pa.planned > 0 then cast(al.amount_eur as double) / cast(pa.planned as double) end as per_participant_eur,
    case when pr.planned > 0 then cast(al.amount_eur as double) / cast(pr.planned as double) end as per_project_eur
from strategies as s
inner join vvgs as v on v.vvg = s.vvg
inner join municipalities as m on m.municipality = v.municipality
left join places as p on p.place = v.place
left join statuses as st on st.strategy = s.strategy and st.place = 1
left join funding_shown as al on al.strategy = s.strategy and al.scope = 'strategy' and al.stage = 'allocated'
left join (
    select *, row_number() over (partition by strategy order by case scope when 'strategy' then 1 else 2 end) as place
    from funding_shown
    where stage = 'paid' and scope in ('strategy', 'project')
) as pd on pd.strategy = s.strategy and pd.place = 1
left join residents_of_strategy as r on r.strategy = s.strategy
left join headline as pa on pa.strategy = s.strategy and pa.concept = 'participants' and pa.place = 1
left join headline as pr on pr.strategy = s.strategy and pr.concept = 'local_projects' and pr.place = 1;
