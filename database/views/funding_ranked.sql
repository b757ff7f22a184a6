-- Sums for a strategy as a whole, each with its place among the sources that speak of the same thing.
-- A sum for one measure, call or project is not among them, nor several such sums without a key: they speak of
-- different things; only the projects of a strategy together are one thing.
-- Rule: order > ministry > VVG or municipality page > press (rank of the source); then the newer; then the later in
-- the record. place = 1 is the one that is shown. Only roles whole and value: parts, own money, limits are other things.
create view funding_ranked as
select
    f.funding, f.strategy, f.scope, f.stage, f.role, f.amount_eur, f.is_approximate, f.bound, f.as_of, f.as_written,
    f.note, f.source,
    s.rank as source_rank, coalesce(f.as_of, s.published) as stated,
    row_number() over (
        partition by f.strategy, f.scope, f.stage, f.role
        order by s.rank, coalesce(f.as_of, s.published, '') desc, f.line desc
    ) as place
from funding as f
inner join sources as s on s.source = f.source
where f.role in ('whole', 'value') and f.scope in ('strategy', 'administration', 'preparation', 'project')
    and f.item is null and f.project is null and f.call is null;
