select s.city, s.eu_period, p.name, p.unit, p.planned, p.achieved,
    round(p.achieved_percent, 1) as achieved_percent, p.sources
from indicator_pairs as p
inner join strategy_overview as s on s.strategy = p.strategy
where p.achieved_percent is not null
order by p.achieved_percent desc
