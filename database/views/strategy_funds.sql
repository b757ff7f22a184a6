-- From which funds the sums of a strategy come, whatever they are for: one row a strategy and fund.
create view strategy_funds as
select f.strategy, t.fund, string_agg(distinct f.source, ' ' order by f.source) as sources
from funding as f
inner join funding_funds as t on t.funding = f.funding
group by f.strategy, t.fund;
