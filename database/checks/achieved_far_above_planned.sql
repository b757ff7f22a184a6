-- More than four times the planned value was achieved, or less than a tenth: often two figures of different things.
select
    p.achieved_indicator as subject, v.file, i.line,
    printf('%s: %.2f planned, %.2f achieved of "%s"', p.strategy, p.planned, p.achieved, p.name) as what,
    'compare both figures with their sources' as mend
from indicator_pairs as p
inner join indicators as i on i.indicator = p.achieved_indicator
inner join strategies as s on s.strategy = p.strategy
inner join vvgs as v on v.vvg = s.vvg
where p.achieved_percent > 400 or p.achieved_percent < 10
