select title, publisher, kind, published, facts, url, source
from source_use
order by facts desc
limit 25
