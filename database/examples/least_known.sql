select city, eu_period, count(*) as fields,
    sum(case when state = 'known' then 1 else 0 end) as known,
    string_agg(case when state <> 'known' then field end, ', ' order by field) as not_known
from gaps
group by city, strategy, eu_period
order by known, city collate lt
