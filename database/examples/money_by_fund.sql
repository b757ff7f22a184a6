select d.fund, v.lt, d.eu_period, count(distinct d.strategy) as strategies
from (
    select strategy, eu_period, unnest(string_split(funds, ' ')) as fund from funding_details where scope = 'strategy'
) as d
inner join vocabulary as v on v.scheme = 'funds' and v.code = d.fund
group by d.fund, v.lt, d.eu_period
order by d.eu_period, strategies desc
