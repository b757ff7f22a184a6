-- Money for a whole strategy outside 10 to 250 euros a resident: a digit too many or too few, or the wrong divisor.
select
    f.funding as subject, v.file, f.line,
    printf('%s: %.2f EUR for each of %d residents (%s, %d)', f.strategy, f.amount_eur / r.residents, r.residents, r.kind, r.year) as what,
    'compare the amount and the residents with their sources' as mend
from funding as f
inner join residents_of_strategy as r on r.strategy = f.strategy
inner join strategies as s on s.strategy = f.strategy
inner join vvgs as v on v.vvg = s.vvg
where
    f.scope = 'strategy' and f.role = 'whole' and f.stage in ('allocated', 'contracted', 'paid')
    and f.item is null and f.project is null and f.call is null
    and f.amount_eur / r.residents not between 10 and 250
