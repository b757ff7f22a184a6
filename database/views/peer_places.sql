-- One row a strategy: where it stands among those with which it may be compared: its place, its residents (the divisor
-- of residents_of_strategy, with its kind and year), county and region. Only strategies of one EU period are peers.
create view peer_places as
select
    o.strategy, o.vvg, o.vvg_name, o.city, v.place, o.municipality, o.county, o.region, o.eu_period,
    o.first_year, o.last_year, o.residents, o.residents_kind, o.residents_year, o.residents_source
from strategy_overview as o
inner join vvgs as v on v.vvg = o.vvg;
