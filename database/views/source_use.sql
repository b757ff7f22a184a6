-- Every source and how many facts rest on it.
create view source_use as
with uses as (
    select source from funding
    union all select source from indicators
    union all select source from strategy_items
    union all select source from target_groups
    union all select source from projects
    union all select source from calls
    union all select source from events
    union all select source from approvals
    union all select source from editions
    union all select source from documents
    union all select source from territories
    union all select source from programmes
    union all select source from proofs
    union all select source from strategies where source is not null
    union all select source from statistics
    union all select source from national
    union all select source from orders
    union all select source from strategy_statuses
    union all select source from national_programmes
),
counted as (
    select source, count(*) as facts from uses group by source
)
select
    s.source, s.title, s.publisher, s.kind, s.rank, s.url, s.published, s.read_on, s.note, s.file, s.line,
    coalesce(c.facts, 0) as facts
from sources as s
left join counted as c on c.source = s.source;
