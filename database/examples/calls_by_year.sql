select substr(opened, 1, 4) as year, count(*) as calls, count(distinct strategy) as strategies,
    string_agg(distinct source, ' ') as sources
from calls
where opened is not null
group by substr(opened, 1, 4)
order by year
