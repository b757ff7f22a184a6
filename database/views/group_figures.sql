-- Figures of the very measures, actions and projects that name a target group: their money and their participants.
-- The sum of a strategy is not money for a group that it names, so strategies are not here.
create view group_figures as
with figures as (
    select coalesce(item, project) as subject_key, 'amount' as figure, stage, role, null as name,
        amount_eur as value, is_approximate, bound, as_written, source
    from funding
    where (item is not null or project is not null) and role in ('whole', 'value')
    union all
    select coalesce(item, project), state, null, null, name, value, is_approximate, bound, as_written, source
    from indicators
    where (item is not null or project is not null) and concept = 'participants' and state in ('planned', 'achieved')
)
select distinct
    g.term, g.strategy, g.vvg, g.vvg_name, g.city, g.county, g.eu_period, g.level, g.subject, g.phrase, f.figure,
    f.stage, f.role, f.name, f.value, f.is_approximate, f.bound, f.as_written, f.source
from group_phrases as g
inner join figures as f on f.subject_key = coalesce(g.item, g.project)
where g.term is not null;
