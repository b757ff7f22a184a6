-- Every sum of money with what it is for, its funds and its source: what a total is drilled down to.
-- repeats: the same source gives the same sum nearer to its subject (at the measure, call or project itself): such a
-- row is shown among the statements of the source and never counted.
create view funding_details as
with several as (
    select a.funding, a.fund from funding_funds as a inner join funding_funds as b
        on b.funding = a.funding and b.fund <> a.fund
),
-- Nearly every sum has one fund alone: of millions of sums the funds are gathered only where there are several.
funds as (
    select funding, fund as funds from funding_funds where funding not in (select funding from several)
    union all
    select funding, string_agg(distinct fund, ' ' order by fund) from several group by funding
),
repeated as (
    select a.funding, min(b.funding) as repeats
    from funding as a
    inner join funding as b
        on b.strategy = a.strategy and b.source = a.source and b.amount_eur = a.amount_eur and b.funding <> a.funding
    where
        a.item is null and a.project is null and a.call is null
        and (b.item is not null or b.project is not null or b.call is not null)
        and a.scope not in ('strategy', 'preparation', 'administration')
    group by a.funding
)
select
    f.funding, f.strategy, s.vvg, v.name as vvg_name, v.city, m.county, s.eu_period, f.scope, f.stage, f.role,
    f.amount_eur, f.is_approximate, f.bound, f.as_of, funds.funds,
    coalesce(i.title, p.title, c.title, c.number) as subject, coalesce(f.item, f.project, f.call) as subject_key,
    i.code as item_code, th.theme, repeated.repeats,
    f.as_written, f.note, f.source
from funding as f
inner join strategies as s on s.strategy = f.strategy
inner join vvgs as v on v.vvg = s.vvg
inner join municipalities as m on m.municipality = v.municipality
left join repeated on repeated.funding = f.funding
left join funds on funds.funding = f.funding
left join strategy_items as i on i.item = f.item
left join projects as p on p.project = f.project
left join calls as c on c.call = f.call
left join item_themes as th on th.item = f.item and th.is_main;
