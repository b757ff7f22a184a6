-- One source gives the same sum for the same thing twice: a fact was written down two times, be it on one line.
select b.funding as subject, v.file, b.line,
    printf('%s: %.2f EUR stands twice, see line %d', b.strategy, b.amount_eur, a.line) as what,
    'remove one of them' as mend
from funding as a
inner join funding as b
    on b.strategy = a.strategy and b.source = a.source and b.scope = a.scope and b.stage = a.stage and b.role = a.role
    and b.amount_eur = a.amount_eur
    and (b.line > a.line or b.line = a.line and (length(b.funding), b.funding) > (length(a.funding), a.funding))
    and coalesce(a.item, a.project, a.call, '') = coalesce(b.item, b.project, b.call, '')
inner join strategies as s on s.strategy = b.strategy
inner join vvgs as v on v.vvg = s.vvg
