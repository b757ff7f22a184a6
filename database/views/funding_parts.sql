-- Parts of a strategy's money by single fund, each beside the whole of its stage. Rule: parts add up to a whole where
-- one source tells them for one stage, each fund once, and their sum is a whole of that stage to the euro, or to one
-- per cent where something is rounded. Own contributions are listed too and are never a part of the support.
create view funding_parts as
with told as (
    select * from funding_details
    where scope = 'strategy' and role in ('part', 'own') and funds not like '% %' and funds <> 'not_stated'
),
summed as (
    select
        strategy, stage, source, sum(amount_eur) as parts_eur, count(*) = count(distinct funds) as is_each_once,
        max(case when is_approximate then 1 else 0 end) as rounded
    from told where role = 'part'
    group by strategy, stage, source
),
matched as (
    select
        s.strategy, s.stage, s.source, s.parts_eur,
        max(case when s.is_each_once and abs(s.parts_eur - w.amount_eur)
            <= case when s.rounded = 1 or w.is_approximate then w.amount_eur / 100 else 1 end
            then w.amount_eur end) as whole_eur
    from summed as s
    left join funding_ranked as w on w.strategy = s.strategy and w.stage = s.stage and w.scope = 'strategy'
    group by s.strategy, s.stage, s.source, s.parts_eur
)
select
    t.strategy, t.vvg, t.vvg_name, t.city, t.county, t.eu_period, t.funds as fund, t.stage, t.role, t.amount_eur,
    t.is_approximate, t.bound, m.parts_eur, m.whole_eur,
    cast(100 * t.amount_eur as double) / cast(m.whole_eur as double) as percent,
    m.whole_eur is not null as adds_up,
    t.as_written, t.note, t.source
from told as t
left join matched as m
    on m.strategy = t.strategy and m.stage = t.stage and m.source = t.source and t.role = 'part';
