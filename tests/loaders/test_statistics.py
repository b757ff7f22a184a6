"""The figures of data/statistics/: what is read, and what is refused with its file and line."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from loaders import statistics
from loaders.problems import BuildRefused, Problem

REAL = Path(__file__).parents[2] / "data"
SHARED = Path(__file__).parents[3] / "shared" / "facts" / "statistics"

FIGURE_HEADER = "territory_kind,territory,municipality,measure,year,reference,value,unit,area_km2,note,source"
ALPHA, BETA = "Savivaldybė 11", "Savivaldybė 12"
CITY = f"city,Miestas,{ALPHA},residents,2021,census,120,persons,3.5,surašymas,T01"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An invented country of 60 municipalities, one place and three figures."""
    folder = tmp_path / "data"
    (folder / "statistics").mkdir(parents=True)
    (folder / "vocabularies").mkdir()
    write(
        folder,
        "../vocabularies/statistics.yaml",
        ["residents: {lt: Gyventojai, en: Residents, unit: persons}"],
    )
    write(folder, "../vocabularies/statistics_references.yaml", ["census: {lt: surašymas, en: census}"])
    write(folder, "sources.yaml", ["T01: {title: Surašymas, publisher: Statistikai, kind: statistics}"])
    write(
        folder,
        "municipalities.csv",
        [
            ",".join(statistics.MUNICIPALITY_COLUMNS),
            *(
                f"Savivaldybė {code},Sav. {code},{code},Pirmoji apskritis,LT011,Sostinės regionas,10.5,55.1,24.2,T01"
                for code in sorted(statistics.LAU_CODES)
            ),
        ],
    )
    write(folder, "places.csv", [",".join(statistics.PLACE_COLUMNS), f"Miestas,{ALPHA},55.1,24.2,601,T01"])
    country = "country,Lietuvos Respublika,,residents,2021,census,900,persons,,,T01"
    county = "county,Pirmoji apskritis,,residents,2021,census,500,persons,,,T01"
    write(folder, "municipality_figures.csv", [FIGURE_HEADER, country])
    write(folder, "residents.csv", [FIGURE_HEADER, CITY])
    write(folder, "county_figures.csv", [FIGURE_HEADER, county])
    return folder


def write(data: Path, name: str, lines: list[str]) -> None:
    (data / "statistics" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def refused(data: Path) -> list[Problem]:
    with pytest.raises(BuildRefused) as caught:
        list(statistics.rows(data))
    return caught.value.problems


def test_every_file_becomes_rows_of_its_table(data):
    tables = Counter(table for table, _ in statistics.rows(data))
    assert tables == {"sources": 1, "municipalities": 60, "places": 1, "statistics": 3}


def test_a_figure_keeps_its_territory_reference_area_and_source(data):
    [row] = [row for table, row in statistics.rows(data) if row.get("territory") == "Miestas"]
    assert row == {
        "territory_kind": "city",
        "territory": "Miestas",
        "municipality": ALPHA,
        "measure": "residents",
        "year": 2021,
        "reference": "census",
        "value": Decimal(120),
        "unit": "persons",
        "area_km2": Decimal("3.5"),
        "note": "surašymas",
        "source": "statistics/T01",
    }


def test_a_source_has_its_file_and_line_but_no_rank(data):
    [source] = [row for table, row in statistics.rows(data) if table == "sources"]
    assert (source["source"], source["file"], source["line"]) == (
        "statistics/T01",
        "data/statistics/sources.yaml",
        1,
    )
    assert "rank" not in source


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        (CITY.replace(",120,", ",apie 120,"), "value: 'apie 120' is not a number"),
        (CITY.replace(",120,", ",1e5,"), "value: '1e5' is not a number"),
        (CITY.replace(",120,", ",12.345,"), "value: '12.345' has more than 2 decimals"),
        (CITY.replace(",120,", ",,"), "'value' is empty"),
        (CITY.replace(",2021,", ",1812,"), "year: 1812 is not between 1990 and 2040"),
        (CITY.replace(ALPHA, "Savivaldybe 11"), "municipality: 'Savivaldybe 11' is not known"),
        (CITY.replace("census", "balandis"), "reference: 'balandis' is not known"),
        (CITY.replace("residents", "gyventojai"), "measure: 'gyventojai' is not known"),
        (CITY.replace("persons", "%"), "'residents' is counted in persons, not '%'"),
        (CITY.replace("city", "kaimas"), "territory_kind: 'kaimas' is not known"),
        (CITY.replace("T01", "T02"), "source: 'T02' is not known"),
        (CITY.replace("city", "county"), "a county lies in no municipality"),
        (CITY.replace("city", "municipality"), "territory: 'Miestas' is not the municipality itself"),
        (CITY + ",dar", "12 cells, 11 columns"),
    ],
)
def test_a_wrong_cell_is_named_with_its_line(data, cells, what):
    write(data, "residents.csv", [FIGURE_HEADER, cells])
    [problem] = refused(data)
    assert (problem.file, problem.line, problem.what) == ("data/statistics/residents.csv", 2, what)
    assert problem.mend


def test_the_same_figure_in_two_files_is_refused_and_the_first_place_named(data):
    write(data, "municipality_figures.csv", [FIGURE_HEADER, CITY])
    [problem] = refused(data)
    assert problem.file == "data/statistics/residents.csv"
    assert "first at data/statistics/municipality_figures.csv:2" in problem.what


def test_all_problems_are_told_at_once(data):
    write(data, "residents.csv", [FIGURE_HEADER, CITY.replace(",120,", ",daug,"), CITY.replace("T01", "T9")])
    write(data, "places.csv", [",".join(statistics.PLACE_COLUMNS), f"Miestas,{BETA},9.9,24.2,601,T01"])
    assert [problem.file.rpartition("/")[2] for problem in refused(data)] == [
        "places.csv",
        "residents.csv",
        "residents.csv",
    ]


def test_an_unexpected_column_is_refused_and_so_is_a_missing_one(data):
    write(data, "residents.csv", [FIGURE_HEADER.replace("note", "pastaba"), CITY])
    assert {problem.what for problem in refused(data)} == {
        "the column 'note' is missing",
        "unexpected column 'pastaba'",
    }


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "the file is empty"),
        (FIGURE_HEADER.encode() + b"\n", "the file has no lines"),
        (FIGURE_HEADER.encode() + "\ncity,Šilalė".encode("cp1257"), "the file is not UTF-8"),
        (FIGURE_HEADER.encode() + b'\ncity,"Miestas', "not valid CSV: unexpected end of data"),
    ],
)
def test_an_unreadable_file_is_one_problem(data, content, what):
    (data / "statistics" / "residents.csv").write_bytes(content)
    assert [problem.what for problem in refused(data)] == [what]


@pytest.mark.parametrize("name", ["places.csv", "sources.yaml"])
def test_a_file_that_is_gone_is_named(data, name):
    (data / "statistics" / name).unlink()
    problems = refused(data)
    assert Problem(f"data/statistics/{name}", 1, "the file is missing", "put it back") in problems


def test_exactly_the_60_municipalities_are_accepted(data):
    file = data / "statistics" / "municipalities.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*lines[:-1], lines[-1].replace(",94,", ",95,")]), encoding="utf-8")
    assert {problem.what for problem in refused(data)} >= {
        "lau_code: '95' is no municipality",
        "1 of the 60 municipalities are missing: LAU 94",
    }


def test_a_municipality_twice_is_refused(data):
    file = data / "statistics" / "municipalities.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*lines, lines[1]]), encoding="utf-8")
    assert sum("stands twice" in problem.what for problem in refused(data)) == 3


def test_the_region_must_fit_the_nuts_code(data):
    file = data / "statistics" / "municipalities.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("LT011", "LT021", 1), encoding="utf-8")
    [problem] = refused(data)
    assert problem.mend == "write 'Vidurio ir vakarų Lietuvos regionas'"


def test_the_real_files_are_accepted_and_none_of_their_lines_is_lost():
    tables = Counter(table for table, _ in statistics.rows(REAL))
    assert tables["municipalities"] == 60
    assert tables["places"] == 164
    assert tables["statistics"] == 366 + 2353 + 10


def test_the_parts_of_the_real_country_add_up():
    figures = [row for table, row in statistics.rows(REAL) if table == "statistics"]
    sums: Counter[tuple[object, ...]] = Counter()
    country = {}
    for row in figures:
        if row["source"] in ("statistics/T01", "statistics/T02") and row["unit"] == "persons":
            key = (row["measure"], row["year"], row["reference"])
            if row["territory_kind"] == "municipality":
                sums[key] += row["value"]
            elif row["territory_kind"] == "country":
                country[key] = row["value"]
    assert len(country) == 2 + 3 * 9
    assert sums == country


def test_the_age_groups_of_the_real_municipalities_are_per_cent_and_add_up():
    ages: Counter[object] = Counter()
    for table, row in statistics.rows(REAL):
        if table == "statistics" and row["measure"] in (
            "age_0_15_share",
            "working_age_share",
            "pension_age_share",
        ):
            ages[row["territory"]] += row["value"]
    doubtful = {name: total for name, total in ages.items() if not 98 <= total <= 102}
    assert len(ages) == 60
    assert doubtful == {"Akmenės rajono savivaldybė": 80}


def test_no_received_line_was_left_out():
    if not SHARED.exists():
        pytest.skip("the received tables are not beside this tree")
    received = {
        "municipality_figures.csv": "municipality_stats.csv",
        "residents.csv": "population_city.csv",
        "county_figures.csv": "county_stats.csv",
    }
    fractions = ("share_age_0_15", "share_working_age", "share_pension_age")
    for kept, original in received.items():
        with (SHARED / original).open(encoding="utf-8", newline="") as theirs:
            lines = list(csv.DictReader(theirs))
        expected = Counter(
            Decimal(line.get("value") or line["population"]) * (100 if line.get("indicator") in fractions else 1)
            for line in lines
        )
        with (REAL / "statistics" / kept).open(encoding="utf-8", newline="") as ours:
            assert Counter(Decimal(line["value"]) for line in csv.DictReader(ours)) == expected
