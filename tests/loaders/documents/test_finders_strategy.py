"""The title and the own years of a strategy, and the EU period that they prove."""

import pytest

from loaders.documents.finders import strategy
from tests.loaders.documents.pages import page

TITLES = [
    (
        "DĖL PRITARIMO ROKIŠKIO MIESTO 2023–2029 M. VIETOS PLĖTROS STRATEGIJAI",
        ("2021-2027", "2023-2029", "Rokiškio miesto 2023–2029 m. vietos plėtros strategija"),
    ),
    (
        "Tolupių miesto vietos veiklos grupės 2016 – 2022 m vietos plėtros strategija",
        ("2014-2020", "2016-2022", "Tolupių miesto vietos veiklos grupės 2016 – 2022 m vietos plėtros strategija"),
    ),
    (
        "Pristatome „Telšių miesto 2024 – 2029 m. vietos plėtros strategiją“ gyventojams",
        ("2021-2027", "2024-2029", "Telšių miesto 2024 – 2029 m. vietos plėtros strategija"),
    ),
    (
        "Skuodo miesto vietos plėtros 2016–2022 metų strategijos įgyvendinimo eiga",
        ("2014-2020", "2016-2022", "Skuodo miesto vietos plėtros 2016–2022 metų strategija"),
    ),
    (
        "PRISTATYTA MAŽEIKIŲ MIESTO 2023-2029 M. VIETOS PLĖTROS STRATEGIJA",
        ("2021-2027", "2023-2029", "Mažeikių miesto 2023-2029 m. vietos plėtros strategija"),
    ),
    (
        "Pristatoma miesto vietos veiklos grupės „Upė“ 2016-2022 m. vietos plėtros strategija",
        ("2014-2020", "2016-2022", "miesto vietos veiklos grupės „Upė“ 2016-2022 m. vietos plėtros strategija"),
    ),
    (
        "Pagal 2014–2020 m. ES fondų investicijų veiksmų programą parengta Tolupių miesto vietos plėtros strategija",
        ("2014-2020", None, "Tolupių miesto vietos plėtros strategija"),
    ),
    ("Strategija 2023–2029 m.", ("2021-2027", "2023-2029", None)),
    (
        "Radviliškio miesto plėtros strategija iki 2023 metų",
        (None, None, "Radviliškio miesto plėtros strategija iki 2023 metų"),
    ),
]
OTHERS = [
    "Lietuvos kaimo plėtros 2014–2020 metų programa ir Europos 2020 strategija",
    "Tolupių rajono vietos veiklos grupės 2016–2023 m. vietos plėtros strategija",
    "Tolupių rajono savivaldybės 2016–2022 m. plėtros strategija",
    "Strategija buvo aptarta susirinkime.",
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_a_title_is_brought_to_the_nominative(text, expected):
    [found] = strategy.find(page(text))
    period, years, title = expected
    assert (found.values.get("eu_period"), found.values.get("period")) == (period, years)
    assert (found.values.get("title") or "").casefold() == (title or "").casefold()


@pytest.mark.parametrize("text", OTHERS)
def test_strategies_of_others_are_none(text):
    assert strategy.find(page(text)) == []


def test_two_strategies_are_told_apart_by_their_years():
    text = (
        "Įgyvendinama strategija „Upynos miesto vietos plėtros strategija 2016–2022 m.“\n"
        "Rengiama nauja Upynos miesto 2023–2029 m. vietos plėtros strategija."
    )
    found = strategy.find(page(text, title="Upynos miesto vietos plėtros strategija 2016–2022 m."))
    assert [one.values["eu_period"] for one in found] == ["2014-2020", "2021-2027"]
