"""Decisions on the strategy: authority in the nominative, number and day."""

import pytest

from loaders.documents.finders import approval
from tests.loaders.documents.pages import page

MINISTER, WOMAN = "vidaus reikalų ministras", "vidaus reikalų ministrė"
DECISIONS = [
    (
        "VVG valdyba 2023 m. spalio 3 d. posėdyje (protokolas Nr. 5) pritarė strategijos projektui.",
        ("VVG valdyba", "5", "2023-10-03"),
    ),
    (
        "Upynos miesto VVG valdybos 2018 m. sausio 17 d. sprendimu Nr. V-11 pritarta strategijai.",
        ("Upynos miesto VVG valdyba", "V-11", "2018-01-17"),
    ),
    (
        "VPS atrankos komitetas 2016 m. gruodžio 14 d. pritarė strategijai (protokolo Nr. 31VP-12).",
        ("vietos plėtros strategijų atrankos komitetas", "31VP-12", "2016-12-14"),
    ),
    (
        "Projektai teikiami pagal Upynos strategiją, patvirtintą vidaus reikalų ministro 2017 m. sausio 12 d."
        " įsakymu Nr. 1V-25¹, ir kvietimą.",
        (MINISTER, "1V-25", "2017-01-12"),
    ),
    (
        "Strategija vidaus reikalų ministro įsakymu (Nr. 1V-505, 2016-07-20) įtraukta į finansuojamų"
        " strategijų sąrašą.",
        (MINISTER, "1V-505", "2016-07-20"),
    ),
    (
        "Strategija patvirtinta Lietuvos Respublikos vidaus reikalų ministro 2016 m. liepos 20 d. įsakymu Nr. 1V-505.",
        (MINISTER, "1V-505", "2016-07-20"),
    ),
    (
        "2024 m. gegužės 13 d. vidaus reikalų ministrės įsakymu Nr. 1V-338 Upynos miesto strategija patvirtinta.",
        (WOMAN, "1V-338", "2024-05-13"),
    ),
    (
        "Strategijai įgyvendinti LR vidaus reikalų ministro 2018 m. liepos 31 d. įsakymu Nr. IV-547 skirta 5 000 Eur.",
        (MINISTER, "1V-547", "2018-07-31"),
    ),
    (
        "Centrinės projektų valdymo agentūros direktoriaus 2024 m. rugsėjo 3 d. įsakymu Nr. 2024/8-123 strategijai"
        " skirtas finansavimas.",
        ("Centrinės projektų valdymo agentūros direktorius", "2024/8-123", "2024-09-03"),
    ),
    (
        "Strategijai 2016 m. sausio 28 d. sprendimu Nr. T-12 pritarė Upynos rajono savivaldybės taryba.",
        ("Upynos rajono savivaldybės taryba", "T-12", "2016-01-28"),
    ),
    (
        "Patvirtinta Kazlų Rūdos savivaldybės tarybos 2017 m. spalio 25 d. sprendimu Nr. TS V(28)-2906"
        " (strategijos tekstas)",
        ("Kazlų Rūdos savivaldybės taryba", "TS V(28)-2906", "2017-10-25"),
    ),
    (
        "2023-11-29 VVG visuotinis susirinkimas patvirtino strategiją.",
        ("visuotinis narių susirinkimas", None, "2023-11-29"),
    ),
    (
        "Strategija patvirtinta Upynos miesto VVG visuotiniame narių susirinkime (2023-11-27, protokolo Nr. 3).",
        ("Upynos miesto VVG visuotinis narių susirinkimas", "3", "2023-11-27"),
    ),
]
NO_DECISIONS = [
    "Strategija rengiama vadovaujantis vidaus reikalų ministro 2015 m. sausio 22 d. įsakymu Nr. 1V-36"
    " patvirtintomis taisyklėmis.",
    "Strategija atitinka ministro 2022 m. spalio 28 d. įsakymu Nr. 1V-672 patvirtintus reikalavimus.",
    "2019 m. vasario 22 d. visuotinis susirinkimas patvirtino strategijos įgyvendinimo 2018 m. ataskaitą.",
    "Vidaus reikalų ministro 2018 m. rugpjūčio 24 d. įsakymu Nr. 1V-611 patvirtintas vietos plėtros projektų sąrašas.",
    "Vidaus reikalų ministro įsakymu šių strategijų įgyvendinimui patvirtintas 14,5 mln. eurų finansavimas.",
    "2016 m. birželio 29 d. įsakymu Nr. 1V-468 vidaus reikalų ministras strategiją įtraukė į rezervinį sąrašą.",
    "Strategija bus tvirtinama 2023 m. gruodžio 7 d. visuotiniame narių susirinkime.",
]


@pytest.mark.parametrize(("text", "expected"), DECISIONS)
def test_a_decision_has_its_authority_number_and_day(text, expected):
    [found] = approval.find(page(text))
    assert (found.values["authority"], found.values.get("order"), found.values["date"]) == expected
    assert found.as_written in text


@pytest.mark.parametrize("text", NO_DECISIONS)
def test_rules_reports_projects_and_plans_are_no_decisions(text):
    assert approval.find(page(text)) == []


def test_the_later_wording_of_an_order_is_not_another_decision():
    text = (
        "Strategija patvirtinta vidaus reikalų ministrės 2024 m. gegužės 13 d. įsakymu Nr. 1V-338"
        " (2024 m. gegužės 22 d. įsakymo Nr. 1V-347 redakcija)."
    )
    assert [one.values["order"] for one in approval.find(page(text))] == ["1V-338"]


def test_the_stamp_on_the_first_page_is_a_decision():
    text = (
        "Upynos miesto vietos plėtros strategija\nPATVIRTINTA\n"
        "VVG visuotinio susirinkimo 2023 m. lapkričio 30 d. sprendimu Nr. VS-4"
    )
    [found] = approval.find(page(text))
    assert (found.values["order"], found.values["date"]) == ("VS-4", "2023-11-30")


def test_a_decision_of_a_council_or_board_is_known_by_its_head():
    council = page(
        "# UPYNOS RAJONO SAVIVALDYBĖS TARYBA\n# SPRENDIMAS\n# DĖL PRITARIMO UPYNOS MIESTO STRATEGIJAI\n"
        "2023 m. lapkričio 30 d. Nr. TS-287\nUpyna\nTaryba nusprendžia:"
    )
    board = page(
        "# UPYNOS MIESTO VIETOS VEIKLOS GRUPĖ\n# VALDYBOS SPRENDIMAS\n# DĖL PRITARIMO STRATEGIJOS PROJEKTUI\n"
        "2023 m. spalio 3 d. Nr. V-11"
    )
    [of_council], [of_board] = approval.find(council), approval.find(board)
    assert of_council.values == {
        "authority": "Upynos rajono savivaldybės taryba",
        "order": "TS-287",
        "date": "2023-11-30",
    }
    assert of_board.values["authority"] == "Upynos miesto vietos veiklos grupės valdyba"
    assert (of_board.values["order"], of_board.values["date"]) == ("V-11", "2023-10-03")


def test_minutes_that_decide_on_the_strategy_are_a_decision():
    head = "# UPYNOS MIESTO VIETOS VEIKLOS GRUPĖ\n# VISUOTINIO NARIŲ SUSIRINKIMO\n# PROTOKOLAS\n2019-04-25 Nr. P-3\n"
    [found] = approval.find(page(head + "NUTARTA. Pritarti strategijos pakeitimui."))
    assert (found.values["order"], found.values["date"]) == ("P-3", "2019-04-25")
    assert approval.find(page(head + "NUTARTA. Pritarti veiklos ataskaitai.")) == []


def test_the_stamp_on_a_report_approves_the_report():
    text = "PATVIRTINTA\nUpynos miesto VVG valdybos 2018 m. sausio 17 d. protokolu Nr. 1\n# STRATEGIJOS ATASKAITA"
    assert approval.find(page(text, title="STRATEGIJOS ĮGYVENDINIMO ATASKAITA")) == []


def test_an_order_is_a_decision_itself():
    text = (
        "# LIETUVOS RESPUBLIKOS VIDAUS REIKALŲ MINISTRAS\n# ĮSAKYMAS\n"
        "# DĖL SIŪLOMŲ FINANSUOTI VIETOS PLĖTROS STRATEGIJŲ SĄRAŠO PATVIRTINIMO\n2018 m. kovo 9 d. Nr. 1V-177"
    )
    [found] = approval.find(page(text))
    assert found.values == {"authority": MINISTER, "order": "1V-177", "date": "2018-03-09"}
