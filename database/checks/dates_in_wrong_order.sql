-- A project ends before it starts, a call closes before it opens, an edition or an indicator's year is older than
-- the EU period or far after it, an approval stands before the EU period was near.
select p.project as subject, v.file, p.line,
    printf('%s: starts %s, ends %s', p.strategy, p.starts, p.ends) as what, 'correct start: or end:' as mend
from projects as p
inner join strategies as s on s.strategy = p.strategy
inner join vvgs as v on v.vvg = s.vvg
where p.last_day < p.first_day
union all
select c.call, v.file, c.line, printf('%s: opened %s, closed %s', c.strategy, c.opened, c.closed),
    'correct opened: or closed:'
from calls as c
inner join strategies as s on s.strategy = c.strategy
inner join vvgs as v on v.vvg = s.vvg
where c.opened is not null and c.closed is not null and left(c.closed, length(c.opened)) < left(c.opened, length(c.closed))
union all
select e.edition, v.file, e.line, printf('%s: edition of %d', e.strategy, e.year), 'correct year:'
from editions as e
inner join strategies as s on s.strategy = e.strategy
inner join vvgs as v on v.vvg = s.vvg
where e.year not between cast(left(s.eu_period, 4) as integer) and cast(right(s.eu_period, 4) as integer) + 5
union all
select i.indicator, v.file, i.line, printf('%s: "%s" of %d', i.strategy, i.name, i.year), 'correct year:'
from indicators as i
inner join strategies as s on s.strategy = i.strategy
inner join vvgs as v on v.vvg = s.vvg
where i.kind <> 'context' and i.year not between cast(left(s.eu_period, 4) as integer) and cast(right(s.eu_period, 4) as integer) + 5
union all
select a.approval, v.file, a.line, printf('%s: approved %s', a.strategy, a.date), 'correct date: or eu_period:'
from approvals as a
inner join strategies as s on s.strategy = a.strategy
inner join vvgs as v on v.vvg = s.vvg
where year(a.first_day) not between cast(left(s.eu_period, 4) as integer) and cast(right(s.eu_period, 4) as integer) + 3
