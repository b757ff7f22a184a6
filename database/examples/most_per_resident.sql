select city, eu_period, allocated_eur, residents, residents_kind, residents_year,
    round(per_resident_eur, 2) as per_resident_eur, allocated_source as source
from strategy_overview
where per_resident_eur is not null
order by strategy_overview.per_resident_eur desc
