-- The divisor of every figure per square kilometre, with its kind. Rule: the area of the strategy's own territory,
-- else of the city. Never of the eldership or municipality: fields and forests would thin out what a town was given.
-- A VVG of a part of a city has no divisor but its own territory.
create view area_of_strategy as
with candidates as (
    select t.strategy, 1 as preference, 'territory' as kind, cast(t.area_ha as double) / 100 as area_km2, t.source, t.line
    from territories as t
    where t.area_ha is not null
    union all
    select s.strategy, 2, 'city', cast(x.area_km2 as double), x.source, x.year
    from strategies as s
    inner join vvgs as v on v.vvg = s.vvg
    inner join statistics as x on x.territory_kind = 'city' and x.territory = v.city
        and x.municipality = v.municipality and x.area_km2 is not null
    where v.part is null and not exists (
        select 1 from territories as t where t.strategy = s.strategy and t.kind = 'part_of_city'
    )
),
ordered as (
    select
        strategy, kind, area_km2, source,
        row_number() over (partition by strategy order by preference, line desc, source) as place
    from candidates
)
select strategy, kind, area_km2, source from ordered where place = 1;
