-- One row a group and strategy that names it: how many phrases say so.
create view group_matrix as
select
    term, strategy, vvg, vvg_name, city, county, eu_period,
    count(distinct target_group) as phrases,
    string_agg(distinct source, ' ' order by source) as sources
from group_phrases
where term is not null
group by term, strategy, vvg, vvg_name, city, county, eu_period;
