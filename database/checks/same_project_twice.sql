-- Two projects of one strategy with the same title and applicant, or two anywhere with the same code.
with named as (
    select project, strategy, line, lower(trim(title)) as title, lower(coalesce(applicant, '')) as applicant, upper(code) as code
    from projects
),
pairs as (
    select a.project as first, b.project as second
    from named as a
    inner join named as b on a.strategy = b.strategy and a.title = b.title and a.applicant = b.applicant
    where b.project > a.project
    union
    select a.project, b.project
    from named as a
    inner join named as b on a.code = b.code
    where b.project > a.project
)
select b.project as subject, v.file, b.line,
    printf('%s: the same project as %s', b.project, p.first) as what,
    'join the two, and keep the second source under also:' as mend
from pairs as p
inner join projects as b on b.project = p.second
inner join strategies as s on s.strategy = b.strategy
inner join vvgs as v on v.vvg = s.vvg
