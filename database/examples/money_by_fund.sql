select f.fund, v.lt, d.eu_period, count(distinct d.strategy) as strategies
from funding_details as d
inner join funding_funds as f on f.funding = d.funding
inner join vocabulary as v on v.scheme = 'funds' and v.code = f.fund
where d.scope = 'strategy'
group by f.fund, v.lt, d.eu_period
order by d.eu_period, strategies desc
