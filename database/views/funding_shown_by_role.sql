-- One row a strategy, scope, stage and role: the sum that is shown, and whether sources differ.
-- What was paid by different days is no difference but progress; what two editions of one strategy say is a change.
-- A rounded sum that agrees with an exact one when that is rounded too is no difference.
create view funding_shown_by_role as
with pairs as (
    select distinct a.strategy, a.scope, a.stage, a.role
    from funding_ranked as a
    inner join funding_ranked as b on b.strategy = a.strategy and b.scope = a.scope and b.stage = a.stage and b.role = a.role
    where
        a.amount_eur < b.amount_eur
        and not (a.is_approximate and a.amount_eur in (
            round(b.amount_eur, -2), round(b.amount_eur, -3), round(b.amount_eur, -4), round(b.amount_eur, -5)
        ))
        and not (b.is_approximate and b.amount_eur in (
            round(a.amount_eur, -2), round(a.amount_eur, -3), round(a.amount_eur, -4), round(a.amount_eur, -5)
        ))
        and a.bound = b.bound
        and (a.stage <> 'paid' or a.stated is not distinct from b.stated)
        and not (
            a.source in (select text from editions where text is not null)
            and b.source in (select text from editions where text is not null)
        )
),
everything as (
    select
        strategy, scope, stage, role, count(*) as statements,
        string_agg(distinct source, ' ' order by source) as sources,
        min(amount_eur) as lowest_eur, max(amount_eur) as highest_eur
    from funding_ranked
    group by strategy, scope, stage, role
)
select
    f.strategy, f.scope, f.stage, f.role, f.funding, f.amount_eur, f.is_approximate, f.bound, f.as_of, f.as_written, f.note,
    f.source,
    pairs.strategy is not null as is_disputed,
    e.statements, e.lowest_eur, e.highest_eur, e.sources
from funding_ranked as f
inner join everything as e on e.strategy = f.strategy and e.scope = f.scope and e.stage = f.stage and e.role = f.role
left join pairs on pairs.strategy = f.strategy and pairs.scope = f.scope and pairs.stage = f.stage and pairs.role = f.role
where f.place = 1;
