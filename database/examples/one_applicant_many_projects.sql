select applicant, count(*) as projects, string_agg(distinct strategy, ', ') as strategies,
    string_agg(distinct source, ' ') as sources
from projects
where applicant is not null
group by applicant
having count(*) > 1
order by projects desc, applicant collate lt
