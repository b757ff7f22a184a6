select city, eu_period, phrase, source
from group_phrases
where term = 'people_with_disabilities'
order by city collate lt, eu_period
