-- What changed from one edition of a strategy to the next: sums, planned values, goals, measures and actions.
-- An edition says what the source that is its text says (editions.text), as its own words or as a further proof.
-- Only editions whose texts were read are compared, each with the one before it; and a kind of fact only where both
-- texts say something of it, for what was not written down is not dropped. Of several sums without a key none is taken.
create view edition_changes as
with texts as (
    select
        strategy, edition, text, coalesce(date, cast(year as varchar)) as stated,
        lag(text) over each_strategy as text_before,
        lag(coalesce(date, cast(year as varchar))) over each_strategy as stated_before
    from editions
    where text is not null
    window each_strategy as (partition by strategy order by coalesce(date, cast(year as varchar)))
),
-- Of millions of facts only those are looked at that a text can have changed.
amended as (
    select distinct strategy from texts where text_before is not null
),
subjects as (
    select
        item as subject, case when code is null then title when title is null then code else code || ' ' || title end as name
    from strategy_items
    union all
    select project, coalesce(title, code) from projects
    union all
    select call, coalesce(title, number) from calls
),
said as (
    select
        f.funding as fact, f.strategy, 'funding' as kind, f.scope, f.stage as code, f.role, s.name,
        f.amount_eur as value, cast(null as varchar) as words, 'EUR' as unit, f.source
    from funding as f
    left join subjects as s on s.subject = coalesce(f.item, f.project, f.call)
    where f.strategy in (select strategy from amended)
    union all
    select
        indicator, strategy, 'indicator', scope, state, kind, name, value, null, unit, source
    from indicators
    where state <> 'achieved' and strategy in (select strategy from amended)
    union all
    select
        item, strategy, 'item', level, level, null, coalesce(code, title), null, title, null, source
    from strategy_items
    where strategy in (select strategy from amended)
),
everywhere as (
    select * from said
    union all
    select
        said.fact, said.strategy, said.kind, said.scope, said.code, said.role, said.name, said.value, said.words,
        said.unit, p.source
    from said
    inner join proofs as p on p.fact = said.fact
),
single as (
    select
        strategy, source, kind, scope, code, coalesce(role, '') as role, coalesce(name, '') as name,
        min(value) as value, min(words) as words, min(unit) as unit
    from everywhere
    group by strategy, source, kind, scope, code, coalesce(role, ''), coalesce(name, '')
    having count(*) = 1
),
kinds as (
    select distinct strategy, source, kind from single
),
compared as (
    select t.strategy, t.edition, t.stated_before, t.stated, t.text_before, t.text, before.kind
    from texts as t
    inner join kinds as before on before.strategy = t.strategy and before.source = t.text_before
    inner join kinds as after on after.strategy = t.strategy and after.source = t.text and after.kind = before.kind
),
old as (
    select c.edition, s.kind, s.scope, s.code, s.role, s.name, s.value, s.words, s.unit
    from compared as c
    inner join single as s on s.strategy = c.strategy and s.source = c.text_before and s.kind = c.kind
),
new as (
    select c.edition, s.kind, s.scope, s.code, s.role, s.name, s.value, s.words, s.unit
    from compared as c
    inner join single as s on s.strategy = c.strategy and s.source = c.text and s.kind = c.kind
),
both_sides as (
    select
        coalesce(old.edition, new.edition) as edition, coalesce(old.kind, new.kind) as kind,
        coalesce(old.scope, new.scope) as scope, coalesce(old.code, new.code) as code,
        coalesce(old.role, new.role) as role, coalesce(old.name, new.name) as name,
        coalesce(old.unit, new.unit) as unit, old.value as value_before, new.value as value_after,
        old.words as words_before, new.words as words_after,
        case
            when old.edition is null then 'added'
            when new.edition is null then 'dropped'
            else 'changed'
        end as change
    from old
    full outer join new
        on new.edition = old.edition and new.kind = old.kind and new.scope = old.scope and new.code = old.code
            and new.role = old.role and new.name = old.name
    where old.value is distinct from new.value or old.words is distinct from new.words
)
select
    t.strategy, b.edition, t.stated_before, t.stated, b.kind, b.scope, b.code, b.role, b.name, b.unit, b.change,
    b.value_before, b.value_after, b.words_before, b.words_after,
    t.text_before as before_source, t.text as after_source
from both_sides as b
inner join texts as t on t.edition = b.edition;
