-- The strategy's own years lie outside the years that a strategy of its EU period may carry (vocabulary periods).
select
    s.strategy as subject, v.file, s.line,
    printf('%s: own years %d-%d outside the EU period', s.strategy, s.first_year, s.last_year) as what,
    'correct period: or eu_period:' as mend
from strategies as s
inner join vvgs as v on v.vvg = s.vvg
inner join vocabulary as p on p.scheme = 'periods' and p.code = s.eu_period
where
    s.detail = 'recorded' and (
        s.first_year < cast(json_extract_string(p.properties, '$.earliest_year') as integer)
        or s.last_year > cast(json_extract_string(p.properties, '$.latest_year') as integer)
    )
