-- How far each strategy is known: by its own record, by name only from a national source, and its status there.
create view known_strategies as
select
    o.strategy, o.vvg, o.vvg_name, o.city, o.county, o.eu_period, o.status, o.round, o.detail,
    case
        when o.detail = 'name_only' then 'name_only'
        when o.allocated_eur is not null then 'with_amount'
        else 'recorded'
    end as knowledge,
    coalesce(o.status_source, o.title_source) as source
from strategy_overview as o;
