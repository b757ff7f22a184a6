"""data/national.yaml: what is said of the whole country, and of strategies that have no record of their own."""

from datetime import date
from decimal import Decimal

import pytest

from loaders.national import read_national
from loaders.problems import BuildRefused

NATIONAL = """\
sources:
  N01: {title: "Sąrašas", publisher: "Vidaus reikalų ministerija", kind: ministry, published: 2018-08-09}
rounds:
  - {round: 2016-07, eu_period: 2014-2020, lt: 2016 m. liepos sąrašas, en: List of July 2016, date: 2016-07-20}
orders:
  - {eu_period: 2014-2020, number: 1V-1, date: 2016-07-20, subject: sąrašas, amended_by: [1V-2, 1V-3], src: N01}
strategies:
  - {vvg: viena, city: Pakruojis, eu_period: 2014-2020, status: funded, round: 2016-07, order: 1V-1, rank: 3, src: N01}
  - {vvg: viena, city: Pakruojis, eu_period: 2021-2027, period: 2023-2029, status: reserve, src: N01}
figures:
  - {topic: selection, lt: strategijos, en: strategies, value: 5, unit: VPS, as_written: "5 strategijos", src: N01}
programmes:
  - {eu_period: 2014-2020, level: objective, code: "8.6.1", title: Uždavinys, theme: employment, fund: ESF, src: N01}
events:
  - {date: 2018-09-21, what: įsteigtas tinklas, src: N01, also: [{src: N01, note: susirinkimas}]}
questions:
  - Kurios strategijos pridėtos vėliau?
"""


@pytest.fixture
def national(tmp_path, vocabularies):
    """`national(text)`: the rows by table, where one VVG has a file with a strategy of 2014-2020."""

    def rows(text: str | None = NATIONAL) -> dict[str, list[dict]]:
        folder = tmp_path / "data"
        folder.mkdir(exist_ok=True)
        if text is not None:
            (folder / "national.yaml").write_text(text, encoding="utf-8")
        tables: dict[str, list[dict]] = {}
        for table, row in read_national(folder, vocabularies, {"viena"}, {"viena/2014-2020"}):
            tables.setdefault(table, []).append(row)
        return tables

    return rows


def test_a_strategy_that_only_the_national_record_names_is_known_by_name(national):
    tables = national()
    [named] = tables["strategies"]
    assert (named["strategy"], named["detail"], named["first_year"], named["last_year"]) == (
        "viena/2021-2027", "name_only", 2023, 2029,
    )  # fmt: skip
    assert [row["strategy"] for row in tables["strategy_statuses"]] == ["viena/2014-2020", "viena/2021-2027"]


def test_every_part_of_the_record_becomes_rows(national):
    tables = national()
    assert tables["orders"][0]["amended_by"] == "1V-2; 1V-3"
    assert tables["orders"][0]["first_day"] == date(2016, 7, 20)
    assert tables["national"][0]["value"] == Decimal(5)
    assert (tables["national_programmes"][0]["theme"], tables["national_programmes"][0]["fund"]) == (
        "employment",
        "esf",
    )
    assert tables["strategy_statuses"][0] | {"line": 0} == {
        "strategy_status": "national/strategy_status-1", "strategy": "viena/2014-2020", "status": "funded",
        "round": "2016-07", "order_number": "1V-1", "date": None, "place_in_list": 3, "as_written": None,
        "note": None, "source": "national/N01", "line": 0,
    }  # fmt: skip
    [event] = tables["events"]
    assert (event["what"], event["vvg"], event["strategy"]) == ("įsteigtas tinklas", None, None)
    assert tables["questions"][0]["vvg"] is None
    assert len(tables["proofs"]) == 1


def test_without_a_national_record_there_are_no_rows(national):
    assert national(None) == {}


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "mend"),
    [
        ("vvg: viena", "vvg: kita", 8, "no file data/vvg/kita.yaml", "add the file"),
        ("status: funded, round", "status: fnded, round", 8, "no term of statuses has the wording 'fnded'", "funded"),
        ("round: 2016-07, order", "round: 2016-08, order", 8, "no round '2016-08'", "add it under 'rounds:'"),
        ("theme: employment", "theme: darbas", 13, "no term of themes has the wording 'darbas'", "themes.yaml"),
        ("fund: ESF", "fund: Žvejų", 13, "no term of funds has the wording 'Žvejų'", "funds.yaml"),
        ("rank: 3, src: N01", "rank: 3, src: N09", 8, "the source 'N09' is not among the sources", "'sources:'"),
        ("rank: 3", "rank: 0", 8, "strategies.0.rank: Input should be greater than 0", "template"),
        ("topic: selection", "topic: kita", 11, "figures.0.topic: Input should be 'selection', 'money'", "template"),
        ("value: 5", "value: 6", 11, "6 does not stand in its as_written «5 strategijos»", "correct the figure"),
        ("value: 5", "valeu: 5", 11, "unknown key 'valeu'", "did you mean 'value'?"),
        ("date: 2018-09-21", "date: 2018-09-31", 15, "not a date: '2018-09-31'", "template"),
        ("programmes:\n", "programes:\n", 12, "unknown key 'programes'", "did you mean 'programmes'?"),
        ("figures:", "figures", 11, "not valid YAML", "check indents"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line_and_a_way_to_mend_it(national, old, new, line, what, mend):
    assert old in NATIONAL
    with pytest.raises(BuildRefused) as caught:
        national(NATIONAL.replace(old, new, 1))
    [problem] = [problem for problem in caught.value.problems if what in problem.what]
    assert (problem.file, problem.line) == ("data/national.yaml", line)
    assert mend in problem.mend
