select city, subject as project, stage, role, amount_eur, as_written, source
from funding_details
where scope = 'project' and subject is not null
order by amount_eur desc
limit 20
