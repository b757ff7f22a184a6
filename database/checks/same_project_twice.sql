-- Two projects of one strategy with the same title and applicant, or two anywhere with the same code.
with named as (
    select project, strategy, line, lower(trim(title)) as title, lower(coalesce(applicant, '')) as applicant, upper(code) as code
    from projects
)
select b.project as subject, v.file, b.line,
    printf('%s: the same project as %s', b.project, a.project) as what,
    'join the two, and keep the second source under also:' as mend
from named as a
inner join named as b on b.project > a.project and (
    (a.strategy = b.strategy and a.title = b.title and a.applicant = b.applicant) or a.code = b.code
)
inner join strategies as s on s.strategy = b.strategy
inner join vvgs as v on v.vvg = s.vvg
