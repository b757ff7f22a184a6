"""Documents and findings made by hand: what a reader and the finders would give, without either."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from loaders.documents.document import Block, Document, Place
from loaders.documents.finding import Finding

TEXT = (
    "Išgalvota bandymo vietos veiklos grupė",
    "Bandymo miesto 2016–2022 m. vietos plėtros strategija",
    "1 tikslas. Mažinti socialinę atskirtį",
    "1.1 uždavinys. Gerinti paslaugas: visiems",
    "1.1.1 priemonė. Socialinių paslaugų teikimas",
    "Priemonei skirta 300 000 Eur ESF lėšų",
    "Planuota 350 dalyvių",
    "Projektas „Senjorų klubas“, skirta 25 000,50 Eur",
    "Strategijai skirta 1 300 000 Eur",
    "Tikslinė grupė – neįgalieji",
    "Įsakymas 1V-505, 2016-07-20",
    "Kvietimas Nr. 1, didžiausia suma 5 000 Eur",
    "Susitikimas vyko 2017 m. kovo 3 d.",
)


def document_of(*lines: str, **given: object) -> Document:
    """A page with these paragraphs, under one heading."""
    blocks = tuple(Block("paragraph", text, Place(line, None, "Apie mus")) for line, text in enumerate(lines, 1))
    about = {"publisher": "Bandymo VVG", "url": "https://bandymas.example/apie", "published": "2017-01-10"}
    return Document("html", "Apie mus", blocks, **(about | given))


@pytest.fixture
def document() -> Document:
    """A page that says something of every kind."""
    return document_of(*TEXT)


@pytest.fixture
def finding() -> Callable[..., Finding]:
    """`finding(field, line, parent=None, **values)`: the whole line is what proves it."""

    def made(field: str, line: int, parent: int | None = None, words: str | None = None, **values: object) -> Finding:
        return Finding(field, values, words or TEXT[line - 1], Place(line, None, "Apie mus"), 0.93, parent)

    return made


@pytest.fixture
def findings(finding: Callable[..., Finding]) -> list[Finding]:
    """All that stands in the document."""
    town = {"city": "Pakruojis", "municipality": "Pakruojo rajono savivaldybė"}
    return [
        finding("vvg", 1, vvg="bandymas", name=TEXT[0], **town),
        finding("strategy", 2, eu_period="2014-2020", period="2016-2022", title=TEXT[1]),
        finding("item", 3, level="goal", code="1", title="Mažinti socialinę atskirtį"),
        finding("item", 4, parent=2, level="objective", code="1.1", title="Gerinti paslaugas: visiems"),
        finding("item", 5, parent=3, level="measure", code="1.1.1", title="Socialinių paslaugų teikimas"),
        finding("funding", 6, parent=4, amount_eur=Decimal(300000), scope="measure", stage="allocated", funds=["ESF"]),
        finding("indicator", 7, name="dalyviai", value=Decimal(350), unit="asmenys", state="planned", concept=None),
        finding("project", 8, parent=4, title="Senjorų klubas"),
        finding("funding", 8, parent=7, amount_eur=Decimal("25000.50"), stage="allocated", funds=("ESF",)),
        finding("funding", 9, amount_eur=Decimal(1300000), scope="strategy", stage="allocated", funds=["ESF", "VB"]),
        finding("target_group", 10, parent=4, name="neįgalieji"),
        finding("approval", 11, authority="vidaus reikalų ministras", order="1V-505", date="2016-07-20"),
        finding("call", 12, number="1"),
        finding("funding", 12, parent=12, amount_eur=Decimal(5000), scope="call", role="limit", stage="not_stated"),
        finding("event", 13, date="2017-03-03", what="susitikimas"),
    ]


@pytest.fixture
def day() -> date:
    """The day of reading."""
    return date(2026, 1, 15)
