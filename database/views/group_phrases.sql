-- Every phrase that names a target group, with the group of the vocabulary that it means; unmapped phrases have none.
-- level: where it stands: strategy, goal, objective, measure, action or project.
create view group_phrases as
select
    g.target_group, g.strategy, s.vvg, v.name as vvg_name, v.city, m.county, s.eu_period,
    coalesce(i.level, case when g.project is not null then 'project' else 'strategy' end) as level,
    g.item, g.project, coalesce(i.title, p.title) as subject,
    g.phrase, t.term, voc.parent as parent_term, g.note, g.source
from target_groups as g
inner join strategies as s on s.strategy = g.strategy
inner join vvgs as v on v.vvg = s.vvg
inner join municipalities as m on m.municipality = v.municipality
left join strategy_items as i on i.item = g.item
left join projects as p on p.project = g.project
left join target_group_terms as t on t.target_group = g.target_group
left join vocabulary as voc on voc.scheme = 'target_groups' and voc.code = t.term;
