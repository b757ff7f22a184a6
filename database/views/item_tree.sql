-- Goals, objectives, measures and actions with their theme, money, planned projects and groups.
-- amount_eur is the sum of the item itself (role whole), never added up from what stands below it.
create view item_tree as
with amounts as (
    select
        item, amount_eur, stage, is_approximate, bound, source,
        row_number() over (partition by item order by case stage when 'paid' then 1 else 0 end, line) as place
    from funding
    where item is not null and role = 'whole'
),
projects_of as (
    select
        item, state, value, bound, row_number() over (partition by item, state order by line) as place
    from indicators
    where item is not null and concept = 'local_projects'
),
phrases as (
    select item, string_agg(phrase, '; ' order by line) as phrases from target_groups where item is not null group by item
)
select
    i.item, i.strategy, s.vvg, v.name as vvg_name, v.city, s.eu_period, i.parent, i.level, i.position, i.depth,
    i.code, i.title, i.same_as, th.theme, i.note, i.as_written, i.source,
    a.amount_eur, a.stage as amount_stage, a.is_approximate as amount_is_approximate, a.source as amount_source,
    pl.value as projects_planned, pl.bound as projects_planned_bound, ac.value as projects_achieved,
    g.phrases
from strategy_items as i
inner join strategies as s on s.strategy = i.strategy
inner join vvgs as v on v.vvg = s.vvg
left join item_themes as th on th.item = i.item and th.is_main
left join amounts as a on a.item = i.item and a.place = 1
left join projects_of as pl on pl.item = i.item and pl.state = 'planned' and pl.place = 1
left join projects_of as ac on ac.item = i.item and ac.state = 'achieved' and ac.place = 1
left join phrases as g on g.item = i.item;
