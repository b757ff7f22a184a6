"""Every row of the collected statistics stands in the database with the same place, year, value and source."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from tests.reconciliation.group_facts import number

MEASURES = {
    "population_census": "residents",
    "population_jan1": "residents",
    "population_urban_jan1": "residents_urban",
    "population_rural_jan1": "residents_rural",
    "earners_above_min_wage_share": "earners_above_minimum_wage_share",
    "unemployment_rate_lrbp": "unemployment_rate",
    "long_term_unemployed_share": "long_term_unemployed_share",
    "net_monthly_wage": "net_monthly_wage",
    "employed_share": "employed_share",
    "share_age_0_15": "age_0_15_share",
    "share_working_age": "working_age_share",
    "share_pension_age": "pension_age_share",
    "enterprises_per_100_working_age": "enterprises_per_100_working_age",
    "number_of_cities": "cities",
    "at_risk_of_poverty_rate": "at_risk_of_poverty_rate",
    "registered_unemployed_ratio": "registered_unemployed_share",
    "at_risk_of_poverty_or_social_exclusion": "at_risk_of_poverty_or_exclusion_rate",
}
"""Name of a figure in the collected tables -> measure of the database."""

FRACTIONS = {"share_age_0_15", "share_working_age", "share_pension_age"}
"""Figures collected as fractions (0.15) that the database gives, by their unit, in percent (15)."""

NAMED = {"city", "eldership"}
"""Territories whose name is the same; an eldership of a city is now called by its part of the city."""

DAYS = {"01-01": "1 January", "10-01": "1 October", "11-01": "1 November"}
"""Day of a figure that was collected with its day -> reference of the database."""

PLACES_MOVED = {
    "Palanga": "Palangos miesto savivaldybė",
    "Grigiškės": "Vilniaus miesto savivaldybė",
}
"""Places whose municipality the collected table had wrong; the source's note tells why."""


@pytest.fixture(scope="module")
def tables(shared) -> Path:
    return shared / "facts" / "statistics"


@pytest.fixture(scope="module")
def names(real_database) -> dict[str, str]:
    """Short name of a municipality -> its official name."""
    return dict(real_database.execute("select short_name, municipality from municipalities").fetchall())


def lines(file: Path) -> list[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def asked(database, question: str) -> Counter[tuple[str, ...]]:
    """Rows of an answer, numbers without needless zeros."""
    rows = database.execute(question).fetchall()
    return Counter(tuple(number(v) if isinstance(v, int | float | Decimal) else v for v in row) for row in rows)


def test_municipalities(tables, real_database):
    collected = Counter(
        (
            line["official_name"],
            line["short_name"],
            line["lau_code"],
            line["county"],
            line["nuts3"],
            *(number(line[key]) for key in ("area_km2", "lat", "lon")),
        )
        for line in lines(tables / "municipalities.csv")
    )
    question = """select municipality, short_name, lau_code, county, nuts3, area_km2, latitude, longitude
        from municipalities"""
    assert collected.total() == 60
    assert asked(real_database, question) == collected


def test_figures_of_municipalities_and_of_the_country(tables, names, real_database):
    collected = Counter(
        (
            names.get(line["municipality"], "Lietuvos Respublika"),
            MEASURES[line["indicator"]],
            line["year"][:4],
            DAYS.get(line["year"][5:]),
            number(Decimal(line["value"]) * (100 if line["indicator"] in FRACTIONS else 1)),
            line["source_url"],
        )
        for line in lines(tables / "municipality_stats.csv")
    )
    question = """select territory, measure, year,
            case when measure = 'registered_unemployed_share' then reference end, value, url
        from statistics join sources using (source)
        where territory_kind in ('municipality', 'country') and source not like '%T05'"""
    assert collected.total() == 2353
    assert asked(real_database, question) == collected


def test_residents_of_places(tables, names, real_database):
    collected = Counter(
        (
            line["city"] if line["territory"] in NAMED else None,
            names[line["municipality"]],
            line["territory"].replace(" of a ", "_of_"),
            line["year"],
            number(line["population"]),
            number(line["area_km2"]) if line["area_km2"] else None,
        )
        for line in lines(tables / "population_city.csv")
    )
    question = """select case when territory_kind in ('city', 'eldership') then territory end,
            municipality, territory_kind, year, value, statistics.area_km2
        from statistics where territory_kind in ('city', 'eldership', 'eldership_of_city')
        or (territory_kind = 'municipality' and source like '%T05')"""
    assert collected.total() == 366
    assert asked(real_database, question) == collected


def test_figures_of_counties(tables, real_database):
    collected = Counter(
        (line["county"], MEASURES[line["indicator"]], line["year"], number(line["value"]), line["source_url"])
        for line in lines(tables / "county_stats.csv")
    )
    question = """select territory, measure, year, value, url from statistics join sources using (source)
        where territory_kind = 'county'"""
    assert collected.total() == 10
    assert asked(real_database, question) == collected


def test_places(tables, names, real_database):
    collected = Counter(
        (
            line["place"].split(" (")[0],
            PLACES_MOVED.get(line["place"], names[line["municipality"]]),
            number(line["lat"]),
            number(line["lon"]),
        )
        for line in lines(tables / "points_geonames.csv")
    )
    assert collected.total() == 164
    question = "select split_part(place, ' (', 1), municipality, latitude, longitude from places"
    assert asked(real_database, question) == collected
