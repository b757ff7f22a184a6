-- What happened to a VVG and its strategies, in one line of time. what is the source's or the record's wording;
-- kind says what sort of thing it is, and the page words the rest.
create view timeline as
select vvg, strategy, 'event' as kind, date, first_day, what, is_inferred, as_written, source from events
union all
select s.vvg, a.strategy, 'approval', a.date, a.first_day, concat_ws(' ', a.authority, a.order_number), false, a.as_written, a.source
from approvals as a inner join strategies as s on s.strategy = a.strategy
where a.first_day is not null
union all
select s.vvg, e.strategy, 'edition', coalesce(e.date, cast(e.year as varchar)),
    make_date(e.year, 1, 1), coalesce(e.note, cast(e.year as varchar)), false, e.as_written, e.source
from editions as e inner join strategies as s on s.strategy = e.strategy
union all
select s.vvg, c.strategy, 'call', coalesce(c.opened, c.planned_for, c.closed, c.list_approved), c.first_day,
    concat_ws(' ', c.number, c.title), false, c.as_written, c.source
from calls as c inner join strategies as s on s.strategy = c.strategy
where c.first_day is not null
union all
select s.vvg, p.strategy, 'project', p.starts, p.first_day, coalesce(p.title, p.code, p.applicant), false, p.as_written, p.source
from projects as p inner join strategies as s on s.strategy = p.strategy
where p.first_day is not null;
