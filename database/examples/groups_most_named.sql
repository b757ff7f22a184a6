select v.lt as grupe, v.en as target_group, count(distinct m.strategy) as strategies
from group_matrix as m
inner join vocabulary as v on v.scheme = 'target_groups' and v.code = m.term
group by v.lt, v.en
order by strategies desc, v.lt collate lt
