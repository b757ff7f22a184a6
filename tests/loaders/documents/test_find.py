"""All finders together: in order, each fact once, each proven by the words that it quotes."""

from dataclasses import replace
from decimal import Decimal

from loaders.documents import find as finding_all
from loaders.documents.document import Place
from loaders.documents.find import find
from loaders.documents.finding import Finding
from tests.loaders.documents.pages import page

PAGE = """
# Upynos miesto vietos plėtros strategija 2016–2022 m.
Strategijoje iškelti du tikslai:
1 tikslas. Mažinti socialinę atskirtį.
1.1. uždavinys. Gerinti socialines paslaugas.
1.1.1. veiksmas „Pagalba namuose“ (veiksmo tikslinė grupė – senjorai, neįgalieji). Planuojama įgyvendinti 4 projektus.
2 tikslas. Didinti gyventojų užimtumą.
Strategijai įgyvendinti skirta 300 000 Eur.
Strategijos tikslinės grupės: bedarbiai, jaunimas.
Primename tikslus: 1 tikslas. Mažinti socialinę atskirtį.
Planuojama, kad Strategijos veiksmuose sudalyvaus ne mažiau kaip 362 dalyviai.
"""


def test_findings_stand_in_the_order_of_the_document_and_name_their_parents():
    findings = find(page(PAGE, "Upynos miesto VVG"))
    assert [one.place.line for one in findings] == sorted(one.place.line for one in findings)
    titles = {
        str(one.values.get("title") or one.values.get("name") or one.values.get("value")): (
            findings[one.parent].values.get("title") if one.parent is not None else None
        )
        for one in findings
        if one.field in ("item", "target_group", "indicator")
    }
    assert titles["Pagalba namuose"] == "Gerinti socialines paslaugas"
    assert titles["senjorai"] == titles["planuojami projektai"] == "Pagalba namuose"
    assert titles["bedarbiai"] is None
    assert titles["dalyviai"] is None


def test_every_finding_is_quoted_from_its_own_line_in_at_most_25_words():
    document = page(PAGE, "Upynos miesto VVG")
    for one in find(document):
        assert len(one.as_written.split()) <= 25
        if one.field not in ("vvg", "strategy"):
            assert one.as_written in document.blocks[one.place.line - 1].text


def test_a_goal_that_is_named_twice_is_found_once():
    goals = [one for one in find(page(PAGE)) if one.field == "item" and one.values["level"] == "goal"]
    assert [one.values["title"] for one in goals] == ["Mažinti socialinę atskirtį", "Didinti gyventojų užimtumą"]


def test_a_figure_that_its_words_do_not_hold_is_left_out(monkeypatch):
    invented = Finding(
        "indicator",
        {"name": "dalyviai", "value": Decimal(999), "unit": "asmenys", "kind": "output", "state": "planned"},
        "Pirma eilutė",
        Place(1),
        0.9,
    )
    long = replace(invented, field="target_group", values={"name": "jaunimas"}, as_written=" ".join(["jaunimas"] * 26))
    monkeypatch.setattr(finding_all.indicators, "find", lambda *_: [invented, long])
    assert find(page("Pirma eilutė\n" + " ".join(["jaunimas"] * 30))) == []


def test_of_two_equal_findings_the_surer_stays(monkeypatch):
    first = Finding("target_group", {"name": "jaunimas"}, "jaunimas", Place(1), 0.8)
    surer = replace(first, place=Place(2), confidence=0.97)
    monkeypatch.setattr(finding_all.target_groups, "find", lambda *_: [first, surer])
    assert find(page("Čia jaunimas\nir čia jaunimas")) == [surer]


def test_an_empty_document_says_nothing():
    assert find(page("")) == []
