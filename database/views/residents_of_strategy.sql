-- The divisor of every figure per resident, with its kind and year. Rule: residents of the strategy's own territory,
-- else of the city, else of the eldership (which may include villages), else of the municipality; of these the year
-- nearest to the strategy's first. A VVG that covers only a part of a city has no divisor but its own territory.
create view residents_of_strategy as
with base as (
    select
        s.strategy, v.city, v.municipality,
        coalesce(s.first_year, cast(left(s.eu_period, 4) as integer)) as first_year,
        v.part is not null as is_part
    from strategies as s
    inner join vvgs as v on v.vvg = s.vvg
),
candidates as (
    select b.strategy, 1 as preference, 'territory' as kind, t.residents, cast(left(t.as_of, 4) as integer) as year,
        b.first_year, t.source
    from base as b
    inner join territories as t on t.strategy = b.strategy and t.residents is not null
    union all
    select b.strategy, 2, 'city', cast(x.value as integer), x.year, b.first_year, x.source
    from base as b
    inner join statistics as x on x.territory_kind = 'city' and x.measure = 'residents' and x.territory = b.city
        and x.municipality = b.municipality
    where not b.is_part
    union all
    select b.strategy, 3, 'eldership', cast(x.value as integer), x.year, b.first_year, x.source
    from base as b
    inner join statistics as x on x.territory_kind = 'eldership' and x.measure = 'residents' and x.territory = b.city
        and x.municipality = b.municipality
    where not b.is_part
    union all
    select b.strategy, 4, 'municipality', cast(x.value as integer), x.year, b.first_year, x.source
    from base as b
    inner join statistics as x on x.territory_kind = 'municipality' and x.measure = 'residents'
        and x.municipality = b.municipality
    where not b.is_part
),
ordered as (
    select
        strategy, kind, residents, year, source,
        row_number() over (
            partition by strategy
            order by preference, abs(coalesce(year, first_year) - first_year), year desc, residents, source
        ) as place
    from candidates
)
select strategy, kind, residents, year, source from ordered where place = 1;
