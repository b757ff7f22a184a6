"""A choice draws its part of the page and nothing else: a real server, a reader without a browser."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.server import Server, serving
from benchmarks.visit import Answer, Visit, open_visit

LISTS = {
    "finansavimas": ("period", "county", "theme", "fund"),
    "tikslines-grupes": ("period", "county", "theme"),
    "ko-nezinome": ("period", "county", "vvg"),
    "rodikliai": ("vvg",),
    "palyginimas": ("vvg",),
}
"""The lists of each page from which several may be chosen."""

FRAME = 10_000
"""Bytes that the frame of a page has at least; a part goes without."""


@pytest.fixture(scope="module")
def server(atlas_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("parts") / "log", ATLAS_BUILD=str(atlas_build)) as running:
        yield running


def visited(server: Server, page: str, key: str, number: int) -> tuple[Answer, Answer, Answer]:
    """The page at first, after a choice of the option of that number, and drawn anew with that choice."""

    async def asked() -> tuple[Answer, Answer, Answer]:
        async with open_visit(server.url) as visit:
            first = await visit.go(page)
            chosen = await visit.choose(key, [visit.options(key)[number]])
            assert key in visit.query
            return first, chosen, await visit.again()

    return asyncio.run(asked())


@pytest.mark.parametrize(("page", "key"), [(page, key) for page, keys in LISTS.items() for key in keys])
@pytest.mark.parametrize("number", [0, -1])
def test_a_choice_shows_what_the_whole_page_would_and_sends_less(server, page, key, number):
    first, chosen, whole = visited(server, page, key, number)
    assert chosen.errors == whole.errors == []
    assert chosen.words == whole.words
    assert chosen.content == whole.content
    assert chosen.size < whole.size - FRAME
    assert first.words.splitlines()[0] == chosen.words.splitlines()[0]


@pytest.mark.parametrize("number", [0, -1])
def test_a_choice_that_is_made_in_a_part_and_changes_the_rest_draws_the_whole_page(server, number):
    first, chosen, whole = visited(server, "rodikliai", "period", number)
    assert chosen.errors == whole.errors == []
    assert chosen.words == whole.words != first.words
    assert chosen.content == whole.content != first.content


def test_where_nothing_fits_nothing_of_what_stood_there_is_left(server):
    async def asked() -> tuple[Answer, Answer, Answer]:
        async with open_visit(server.url) as visit:
            await visit.go("finansavimas")
            every = [await fitting(visit, fund) for fund in visit.options("fund")]
            return next(answers for answers in every if answers)

    async def fitting(visit: Visit, fund: str) -> tuple[Answer, Answer, Answer] | None:
        """A fund and a county that exist, but not together: the answers on the way; None where there is none."""
        some = await visit.choose("fund", [fund])
        for county in visit.options("county"):
            none = await visit.choose("county", [county])
            if not charts(none):
                return some, none, await visit.choose("county", [])
        await visit.choose("county", [])
        return None

    some, none, again = asyncio.run(asked())
    assert charts(some)
    assert not [each for each in none.elements if each.WhichOneof("type") == "dataframe"]
    assert again.content == some.content


def charts(answer: Answer) -> int:
    return sum(each.WhichOneof("type") == "plotly_chart" for each in answer.elements)
