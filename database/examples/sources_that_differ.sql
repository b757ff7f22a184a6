select city, eu_period, scope, stage, lowest_eur, highest_eur, highest_eur - lowest_eur as difference_eur, sources
from funding_by_strategy
where is_disputed
order by difference_eur desc
