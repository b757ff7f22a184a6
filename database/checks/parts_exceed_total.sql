-- Parts that one source gives add up to more than the whole of the same scope and stage in that source, or measures
-- of a strategy were given more than the strategy itself.
with parts as (
    select strategy, scope, stage, source, sum(amount_eur) as parts_eur, min(line) as line, arg_min(funding, line) as subject
    from funding
    where role = 'part' and item is null and project is null and call is null
    group by strategy, scope, stage, source
),
wholes as (
    select strategy, scope, stage, source, max(amount_eur) as whole_eur
    from funding
    where role = 'whole' and item is null and project is null and call is null
    group by strategy, scope, stage, source
),
measures as (
    select
        f.strategy, f.stage, f.source, sum(f.amount_eur) as parts_eur, min(f.line) as line,
        arg_min(f.funding, f.line) as subject
    from funding as f
    inner join funding_details as d on d.funding = f.funding and d.repeats is null
    where f.scope in ('measure', 'administration') and f.role in ('whole', 'part') and f.stage = 'allocated'
    group by f.strategy, f.stage, f.source
)
select p.subject, v.file, p.line,
    printf('%s: the parts make %.2f EUR, the whole is %.2f EUR', p.strategy, p.parts_eur, w.whole_eur) as what,
    'correct the sums, or the role of one of them' as mend
from parts as p
inner join wholes as w on w.strategy = p.strategy and w.scope = p.scope and w.stage = p.stage and w.source = p.source
inner join strategies as s on s.strategy = p.strategy
inner join vvgs as v on v.vvg = s.vvg
where p.parts_eur > w.whole_eur + 0.05
union all
select m.subject, v.file, m.line,
    printf('%s: its measures make %.2f EUR, the strategy was given %.2f EUR', m.strategy, m.parts_eur, f.highest_eur),
    'correct the sums, or the stage of one of them'
from measures as m
inner join funding_shown as f on f.strategy = m.strategy and f.scope = 'strategy' and f.stage = 'allocated'
inner join strategies as s on s.strategy = m.strategy
inner join vvgs as v on v.vvg = s.vvg
where m.parts_eur > f.highest_eur + 0.05
