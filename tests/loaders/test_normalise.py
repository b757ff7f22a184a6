"""What sources write becomes the value they mean, or is refused."""

import doctest
import importlib
import pkgutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loaders import normalise
from loaders.normalise.dates import dates, partial_date
from loaders.normalise.money import amounts, euros, percent, sums
from loaders.normalise.numbers import bound, numbers
from loaders.normalise.periods import periods, years
from loaders.normalise.wordings import contains_wording, folded, means_the_same, nearest, search_key, stems

MODULES = [module.name for module in pkgutil.iter_modules(normalise.__path__)]
FACTS = Path(__file__).resolve().parents[2].parent / "shared" / "facts" / "vvg"
MONTHS = [
    *("sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio"),
    *("liepos", "rugpjūčio", "rugsėjo", "spalio", "lapkričio", "gruodžio"),
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_each_module_hold(name):
    outcome = doctest.testmod(importlib.import_module(f"loaders.normalise.{name}"))
    assert outcome.attempted > 0
    assert outcome.failed == 0


@pytest.mark.parametrize(
    ("wording", "amount"),
    [
        ("327.863 eurai", "327863"),
        ("14,5 mln. eurų", "14500000"),
        ("14,5 mln eurų", "14500000"),
        ("1.27 mln. Eur", "1270000"),
        ("213 999,99 €", "213999.99"),
        ("213\u00a0999,99\u00a0€", "213999.99"),
        ("213\u202f999,99 €", "213999.99"),
        ("213\u2009999,99 EUR", "213999.99"),
        ("  213 999,99 €  ", "213999.99"),
        ("528 256 000.00 Eur", "528256000"),
        ("919,9 tūkst. Eur", "919900"),
        ("270 tūkst.eurų", "270000"),
        ("300 TŪKST. EUR", "300000"),
        ("300 tu\u0304kst. Eur", "300000"),
        ("111 tūkstančių eurų", "111000"),
        ("2 milijonai eurų", "2000000"),
        ("1,2 mlrd. eurų", "1200000000"),
        ("1 mln. 268 tūkst. 700 Eur", "1268700"),
        ("5 tūkst. 728 Eur", "5728"),
        ("873482,82 Eur", "873482.82"),
        ("873482,82 Eur.", "873482.82"),
        ("941 421,19Eur.", "941421.19"),
        ("1.170 214,22 Eur", "1170214.22"),
        ("9.995,08 Eur", "9995.08"),
        ("1.493.200,00 Eur", "1493200"),
        ("347,686,59 eurų", "347686.59"),
        ("347,686.59 EUR", "347686.59"),
        ("1,493,200 Eur", "1493200"),
        ("4320 eurų", "4320"),
        ("25000,00 Eurų", "25000"),
        ("327 622,72 eur", "327622.72"),
        ("1 euras", "1"),
        ("0,5 Eur", "0.50"),
        ("5 eurai 20 centų", "5.20"),
        ("100 Lt", "28.96"),
        ("3,4528 tūkst. litų", "1000"),
        ("1 000 000 LTL", "289620.02"),
    ],
)
def test_a_clear_sum_is_read(wording, amount):
    assert euros(wording) == Decimal(amount)
    assert [found.amount_eur for found in sums(f"Skirta: {wording}")] == [Decimal(amount)]
    assert Decimal(amount) in amounts(wording)


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "Eur",
        "327863",
        "0,51 mln.",
        "apie 300 tūkst.",
        "apie 300 tūkst. Eur",
        "daugiau kaip 300 Eur",
        "85 proc.",
        "nuo 500 iki 1000",
        "nuo 500 iki 1000 Eur",
        "500-1000 Eur",
        "-500 Eur",
        "2016 500 Eur",
        "9 125.113,76 Eur",
        "1.500 mln. Eur",
        "347,686 Eur",
        "10,123 Eur",
        "952 303,76 Eur Eur",
        "8.6.1 Eur",
        "1 23 Eur",
        "5 tūkst. 10 mln. Eur",
        "5 tūkst. 5 tūkst. Eur",
        "milijonas eurų",
        "500 USD",
        "5 Europos fondai",
        "9" * 40 + " Eur",
    ],
)
def test_an_unclear_sum_is_refused_and_named(wording):
    with pytest.raises(ValueError, match="not a sum of euros") as refusal:
        euros(wording)
    assert repr(wording) in str(refusal.value)


def _grouped(amount: Decimal, thousands: str, decimal: str) -> str:
    return f"{amount:,.2f}".replace(",", "_").replace(".", decimal).replace("_", thousands)


STYLES = [
    *((thousands, ",", " Eur") for thousands in (" ", "\u00a0", "\u2009", "\u202f", ".", "")),
    (" ", ".", " EUR"),
    ("", ".", " eurų"),
    ("\u00a0", ",", "\u00a0€"),
    (",", ".", "€"),
]


@pytest.mark.parametrize("style", STYLES)
@given(amount=st.decimals(min_value=0, max_value=Decimal("999999999.99"), places=2))
def test_a_sum_survives_every_way_of_writing_it(style, amount):
    thousands, decimal, currency = style
    figure = _grouped(amount, thousands, decimal)
    wording = figure + currency
    assert euros(wording) == amount
    assert [found.amount_eur for found in sums(f"Projektui skirta {wording} (85 proc.) lėšų.")] == [amount]
    assert amount in amounts(f"skirta {figure}, kitiems mažiau")


@given(st.integers(min_value=1, max_value=99_999), st.sampled_from([(1000, "tūkst."), (10**6, "mln.")]))
def test_a_rounded_sum_survives(tenths, unit):
    factor, word = unit
    wording = f"{tenths // 10},{tenths % 10} {word} Eur"
    [found] = sums(f"skirta apie {wording}")
    assert found.amount_eur == euros(wording) == Decimal(tenths * factor) / 10
    assert found.is_rounded


@given(st.text(alphabet="0123456789 .,-–\u00a0tūkstmln.EureurųLt€%proc(ir)iki nuo", max_size=40))
def test_any_text_is_read_or_refused_and_never_fails_otherwise(text):
    for found in sums(text):
        assert text[found.start : found.end] == found.wording
        assert found.amount_eur in amounts(text)
    assert all(value >= 0 for value in numbers(text))
    try:
        assert euros(text) in amounts(text)
    except ValueError as refusal:
        assert repr(text) in str(refusal)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("numatoma skirti iki 999 487,00 Eur lėšų", [("999487", "<=", False)]),
        ("tam skirta per 111 tūkstančių eurų", [("111000", ">=", True)]),
        ("kurių vertė daugiau negu 300 000 Eur", [("300000", ">=", False)]),
        ("ne mažiau kaip 500 Eur ir ne daugiau kaip 1000 Eur", [("500", ">=", False), ("1000", "<=", False)]),
        ("nuo 500 Eur iki 1000 Eur", [("500", ">=", False), ("1000", "<=", False)]),
        ("nuo 1 iki 2 mln. eurų", [("1000000", ">=", True), ("2000000", "<=", True)]),
        ("parama 500–1000 Eur", [("500", ">=", False), ("1000", "<=", False)]),
        (
            "suma mažinama nuo 448 015,21 Eur iki 362 354,76 Eur",
            [("448015.21", "=", False), ("362354.76", "=", False)],
        ),
        ("sudaro apie 60000 Eur", [("60000", "=", True)]),
        ("prašoma 952 303,76 Eur Eur (79,9 proc.)", [("952303.76", "=", False)]),
        ("lėšos –83 299,50 Eur", [("83299.50", "=", False)]),
        ("2017 m. 500 Eur", [("500", "=", False)]),
        ("skirta 2016 500 Eur", []),
        ("Europos 5 fondai", []),
    ],
)
def test_sums_in_running_text_keep_what_is_said_about_them(text, expected):
    found = [(found.amount_eur, found.bound, found.is_rounded) for found in sums(text)]
    assert found == [(Decimal(amount), bound_, is_rounded) for amount, bound_, is_rounded in expected]


@pytest.mark.parametrize("text", ["85 proc.", "92,5 %", "8.6.1 uždavinys", "be skaičių"])
def test_what_is_no_amount_proves_none(text):
    assert amounts(text) == set()


def test_an_amount_is_not_proven_by_a_part_of_another():
    assert amounts("skirta 1 268 700 Eur") == {Decimal(1268700)}


@pytest.mark.parametrize("wording", ["", "85", "85 Eur", "apie 85 proc.", "1.170 proc.", "procentai"])
def test_an_unclear_percentage_is_refused(wording):
    with pytest.raises(ValueError, match="not a percentage"):
        percent(wording)


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)))
def test_a_day_survives_every_way_of_writing_it(day):
    long = f"{day.year} m. {MONTHS[day.month - 1]} {day.day} d."
    for wording in (day, day.isoformat(), long, folded(long), long.upper(), day.strftime("%Y.%m.%d")):
        assert partial_date(wording).text == day.isoformat()
        assert partial_date(wording).first == partial_date(wording).last == day
        assert [found.first for found in dates(f"Įsakymas ({wording}) Nr. 1V-505")] == [day]


@given(st.integers(1990, 2040), st.integers(1, 12))
def test_a_month_and_a_quarter_survive(year, month):
    quarter = (month + 2) // 3
    roman = ("I", "II", "III", "IV")[quarter - 1]
    whole_month = partial_date(f"{year}-{month:02}")
    assert whole_month == partial_date(f"{year} m. {MONTHS[month - 1]} mėn.")
    assert whole_month.first.day == 1
    assert (whole_month.last + timedelta(days=1)).day == 1
    whole_quarter = partial_date(f"{year}-Q{quarter}")
    assert whole_quarter == partial_date(f"{year} m. {roman} ketvirtis") == partial_date(f"{year} m. {roman} ketv.")
    assert whole_quarter.first <= whole_month.first <= whole_month.last <= whole_quarter.last
    assert partial_date(whole_quarter.text) == whole_quarter


@pytest.mark.parametrize(
    "value",
    [
        *(
            "2018-02-30",
            "2018 m. vasario 30 d.",
            "2016-13",
            "2016-00",
            "2017-Q5",
            "1989",
            "2041-01-01",
            1989,
            5,
            True,
        ),
        *(
            "",
            "2016-2022",
            "apie 2016 m.",
            "2023 m. spalio 5–7 d.",
            "20.07.2016",
            "liepos 20 d.",
            date(2050, 1, 1),
        ),
    ],
)
def test_an_impossible_or_unclear_date_is_refused(value):
    with pytest.raises(ValueError, match="not a date"):
        partial_date(value)


def test_a_summer_is_not_february_and_a_period_not_a_year():
    assert [found.text for found in dates("2015 m. vasarą, 2016–2022 m., 2019 – 2020 metų, 2017m.")] == [
        "2015",
        "2017",
    ]


@given(st.integers(2000, 2040), st.integers(2000, 2040), st.sampled_from(["{}-{}", "{}–{} m.", "{} – {} metų"]))
def test_a_period_survives_unless_it_runs_backwards(first, last, form):
    wording = form.format(first, last)
    if first > last:
        assert periods(wording) == []
        with pytest.raises(ValueError, match="not a period"):
            years(wording)
    else:
        assert years(wording) == (first, last)
        assert periods(f"Pakruojo {wording} strategija") == [(first, last)]


@pytest.mark.parametrize("wording", ["2016", "2016-07-20", "2016-22", "1999-2005", "2035-2041", "2016-2022-09", ""])
def test_what_is_no_period_is_refused(wording):
    with pytest.raises(ValueError, match="not a period"):
        years(wording)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 000 vnt.", [3000]),
        ("3\u00a0000 vnt.", [3000]),
        ("dar penkiais projektais", [5]),
        ("keturiolikos projektų, septyniolikos, dvylika", [14, 17, 12]),
        ("du kvietimus, dvi grupės, trys, trijų, šešis, aštuoni", [2, 2, 3, 3, 6, 8]),
        ("trisdešimt penki ir šimtas dvidešimt", [35, 120]),
        ("du tūkstančiai trys šimtai vienuolika", [2311]),
        ("du trys", [2, 3]),
        ("2016 500 dalyvių", [2016, 500]),
        ("veikla S6, penktasis, tik vien", []),
    ],
)
def test_numbers_are_found_in_digits_and_words(text, expected):
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ne mažiau kaip 50", ">="),
        ("ne mažesnį kaip 11,06 procentų", ">="),
        ("ne mažiau, kaip trys susitikimai", ">="),
        ("ne daugiau nei 5", "<="),
        ("iki 21 000 dalyvių", "<="),
        ("iki 2022 metų pabaigos sudalyvavo 1941", "="),
        ("apie 1800 dalyvių", "="),
        ("be skaičių, bet virš visko", "="),
    ],
)
def test_a_bound_is_read_from_the_words_before_the_number(text, expected):
    assert bound(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "neįgalieji neįgaliųjų neįgaliesiems neįgaliuosius neigalieji neigaliuju",
        "senjorai senjorams senjorų",
        "bedarbiai bedarbių bedarbiams bedarbis",
        "šeimos šeimų šeimoms seima",
        "asmuo asmenys asmenų asmenims",
        "žmogus žmonės žmonių žmonėms",
        "jaunimas jaunimo jaunimui",
        "vaikai vaikų vaikams",
        "migrantai migrantų migrantams",
        "pabėgėliai pabėgėlių pabegeliams",
        "pagyvenę pagyvenusių pagyvenusiems pagyvenusieji",
        "gyvenantys gyvenančių gyvenantiems gyvenanciu",
        "piliečiai piliečių pilietis",
        "amžius amžiaus",
        "bendruomenė bendruomenių bendruomenėms",
        "Alytus Alytaus Alytuje",
        "Pakruojis Pakruojo Pakruojyje",
        "Šiauliai Šiaulių Siauliuose",
    ],
)
def test_endings_and_diacritics_do_not_matter(forms):
    assert len({stems(form) for form in forms.split()}) == 1


def test_different_words_keep_different_stems():
    words = "bedarbiai senjorai šeimos asmenys jaunimas jauni vaikai migrantai pabėgėliai moterys vyrai"
    assert len(set(stems(words))) == len(words.split())


def test_wordings_are_compared_by_meaning():
    assert means_the_same("ilgalaikiai bedarbiai", "bedarbių ir ilgalaikių bedarbių")
    assert not means_the_same("neįgalūs asmenys", "neaktyvūs asmenys")
    assert contains_wording("Vaikų ir šeimų gerovė", "šeima")
    assert not contains_wording("Vaikų gerovė", "")
    assert search_key("ir arba") == ""


def test_only_what_is_alike_is_proposed():
    assert nearest("bedarbei", ["jaunimas", "bedarbiai", "ilgalaikiai bedarbiai"], limit=2)[0] == "bedarbiai"
    assert nearest("unemployd", ["unemployed", "youth"]) == ["unemployed"]
    assert nearest("bedarbiai", []) == []


def _facts(node: object) -> list[dict]:
    if isinstance(node, list):
        return [fact for part in node for fact in _facts(part)]
    if not isinstance(node, dict):
        return []
    return [node] * ("as_written" in node) + [fact for part in node.values() for fact in _facts(part)]


@pytest.mark.skipif(not FACTS.exists(), reason="the gathered facts are not beside this repository")
@pytest.mark.parametrize(("key", "read"), [("amount_eur", amounts), ("value", numbers)])
def test_every_quotation_proves_its_value(key, read):
    facts = [
        (path.stem, fact)
        for path in sorted(FACTS.glob("*.yaml"))
        for fact in _facts(yaml.safe_load(path.read_text(encoding="utf-8")))
        if key in fact
    ]
    unproven = [
        f"{slug}: {fact[key]} in {fact['as_written']!r}"
        for slug, fact in facts
        if Decimal(str(fact[key])) not in read(fact["as_written"])
    ]
    assert len(facts) > 100
    assert unproven == []
