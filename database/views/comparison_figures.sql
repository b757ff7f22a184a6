-- One row a strategy and figure that may be laid beside the same figure of another strategy: the same scope, stage,
-- concept and year. A figure that is not known is there too, with the reason: the record's own, or that of `gaps`.
-- A sum divided by a plan of «at least» is at most that much.
-- Context figures are those of the whole municipality in 2016, never of the town alone.
create view comparison_figures as
with money as (
    select strategy, allocated_eur, allocated_is_approximate, allocated_is_disputed, allocated_bound, allocated_sources,
        per_resident_eur, per_participant_eur, per_project_eur,
        residents, residents_kind, residents_year, residents_source, participants_planned_source, participants_planned_bound,
        projects_planned_source, projects_planned_bound
    from strategy_overview
),
known as (
    select strategy, 'place' as section, 1 as position, 'residents' as figure, cast(residents as double) as value,
        residents_kind as detail, residents_year as year, 'exact' as bound, false as is_approximate,
        false as is_disputed, residents_source as sources, 'residents' as field
    from money
    union all
    select strategy, 'money', 10, 'allocated_eur', cast(allocated_eur as double), null, null, allocated_bound,
        allocated_is_approximate, allocated_is_disputed, allocated_sources, 'allocated'
    from money
    union all
    select strategy, 'money', 11, 'per_resident_eur', per_resident_eur, residents_kind, residents_year, allocated_bound,
        allocated_is_approximate, allocated_is_disputed, concat_ws(' ', allocated_sources, residents_source),
        case when allocated_eur is null then 'allocated' else 'residents' end
    from money
    union all
    select strategy, 'money', 12, 'per_participant_eur', per_participant_eur, null, null,
        case participants_planned_bound when 'at_least' then 'at_most' when 'at_most' then 'at_least' else 'exact' end,
        allocated_is_approximate, allocated_is_disputed, concat_ws(' ', allocated_sources, participants_planned_source),
        case when allocated_eur is null then 'allocated' else 'participants_planned' end
    from money
    union all
    select strategy, 'money', 13, 'per_project_eur', per_project_eur, null, null,
        case projects_planned_bound when 'at_least' then 'at_most' when 'at_most' then 'at_least' else 'exact' end,
        allocated_is_approximate, allocated_is_disputed, concat_ws(' ', allocated_sources, projects_planned_source),
        case when allocated_eur is null then 'allocated' else 'projects_planned' end
    from money
    union all
    select s.strategy, 'money', 14, 'administration_eur', cast(f.amount_eur as double), null, null, f.bound,
        f.is_approximate, f.is_disputed, f.sources, null
    from strategies as s
    left join funding_shown as f on f.strategy = s.strategy and f.scope = 'administration' and f.stage = 'allocated'
    union all
    select s.strategy, 'money', 15, 'paid_projects_eur', cast(f.amount_eur as double), null, null, f.bound,
        f.is_approximate, f.is_disputed, f.sources, 'paid'
    from strategies as s
    left join funding_shown as f on f.strategy = s.strategy and f.scope = 'project' and f.stage = 'paid'
    union all
    select s.strategy, 'indicators', 20 + 3 * c.position, concat(c.concept, ':planned'), cast(i.planned as double),
        null, i.planned_year, i.planned_bound, i.planned_is_approximate, i.planned_is_disputed, i.planned_source,
        case c.concept when 'participants' then 'participants_planned' when 'local_projects' then 'projects_planned' end
    from strategies as s
    cross join (select code as concept, position from vocabulary where scheme = 'concepts'
        and properties like '%"comparable": true%') as c
    left join indicator_headlines as i on i.strategy = s.strategy and i.concept = c.concept
    union all
    select s.strategy, 'indicators', 21 + 3 * c.position, concat(c.concept, ':achieved'), cast(i.achieved as double),
        null, i.achieved_year, i.achieved_bound, i.achieved_is_approximate, i.achieved_is_disputed, i.achieved_source,
        case c.concept when 'participants' then 'participants_achieved' when 'local_projects' then 'projects_achieved' end
    from strategies as s
    cross join (select code as concept, position from vocabulary where scheme = 'concepts'
        and properties like '%"comparable": true%') as c
    left join indicator_headlines as i on i.strategy = s.strategy and i.concept = c.concept
    union all
    select s.strategy, 'context', 500 + m.position, m.code, cast(x.value as double), null, x.year, 'exact', false,
        false, x.source, null
    from strategies as s
    inner join vvgs as v on v.vvg = s.vvg
    cross join (
        select code, position from vocabulary where scheme = 'statistics' and code in (
            'unemployment_rate', 'long_term_unemployed_share', 'employed_share', 'earners_above_minimum_wage_share',
            'net_monthly_wage', 'enterprises_per_100_working_age', 'working_age_share', 'pension_age_share'
        )
    ) as m
    left join statistics as x on x.municipality = v.municipality and x.territory_kind = 'municipality'
        and x.measure = m.code and x.year = 2016
)
select
    k.strategy, s.vvg, v.city, s.eu_period, k.section, k.position, k.figure, k.value, k.detail, k.year, k.bound,
    coalesce(k.is_approximate, false) as is_approximate, coalesce(k.is_disputed, false) as is_disputed, k.sources,
    case
        when k.value is not null then null
        when g.state is not null and g.state <> 'known' then g.state
        when s.detail = 'name_only' and k.section <> 'context' then 'source_not_found'
        else 'not_in_source'
    end as reason
from known as k
inner join strategies as s on s.strategy = k.strategy
inner join vvgs as v on v.vvg = s.vvg
left join gaps as g on g.strategy = k.strategy and g.field = k.field;
