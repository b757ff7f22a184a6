"""Input that nobody thought of: every entry answers with facts or with its own refusal, never with another exception.

`HYPOTHESIS_PROFILE=long` tries twenty times as much, and something else each time.
"""

import json
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from database.connection import current_path
from database.sandbox import LIMITS, start
from database.sandbox.outcome import KINDS
from loaders import boundaries, statistics
from loaders.documents.document import Unreadable
from loaders.documents.extraction import extract
from loaders.documents.reading import messages, read
from loaders.problems import BuildRefused
from loaders.vocabularies import Vocabularies, read_vocabularies
from loaders.vvg_files import read_vvg_files
from tests.corpus import geojson, tables
from tests.examples import tried
from tests.loaders.conftest import RECORD
from tests.loaders.documents.tiny_pdf import Page, pdf

WORDS = st.sampled_from(
    [
        "", " ", "0", "-1", "1e400", "NaN", "null", "~", "S1", "S9", "2016-02-30", "skirta 500 000 Eur", "=1+1", "<b>",
        "\u202e", "e\u0301", "'", "!!python/object:os.system", "&a", "*a", "ESF", "social_exclusion", "💶",
    ]
) | st.text(max_size=12)  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | WORDS
TREES = st.recursive(
    LEAVES, lambda part: st.lists(part, max_size=3) | st.dictionaries(WORDS, part, max_size=3), max_leaves=6
)


def changed_bytes(good: bytes) -> st.SearchStrategy[bytes]:
    """The same bytes with some of them flipped, taken out, put in or moved."""
    places = st.integers(0, len(good))
    cuts = st.tuples(places, st.integers(0, 40), st.binary(max_size=6))
    flips = st.tuples(places, st.just(1), st.binary(min_size=1, max_size=1))

    def cut(edits: list[tuple[int, int, bytes]]) -> bytes:
        content = good
        for at, length, put in edits:
            content = content[:at] + put + content[at + length :]
        return content

    return st.lists(flips | cuts, min_size=1, max_size=8).map(cut)


def changed_lines(good: str) -> st.SearchStrategy[bytes]:
    """The same lines with some of them moved, doubled, indented or gone."""
    whole = good.splitlines()

    def told(seed: int) -> bytes:
        chance = random.Random(seed)
        written = list(whole)
        for _ in range(chance.randint(1, 5)):
            at, to = chance.randrange(len(written)), chance.randrange(len(written))
            match chance.randrange(5):
                case 0:
                    written.insert(to, written.pop(at))
                case 1:
                    written.insert(to, written[at])
                case 2 if len(written) > 1:
                    written.pop(at)
                case 3:
                    written[at] = " " * chance.randint(0, 4) + written[at]
                case _:
                    written[at] = written[at][: chance.randrange(len(written[at]) + 1)] + written[to].strip()
        return "\n".join(written).encode()

    return st.integers(0, 2**32).map(told)


def nodes(tree: object) -> list[tuple[dict | list, object]]:
    """Every place of a tree: what holds it, and its key there."""
    keys = list(tree) if isinstance(tree, dict) else list(range(len(tree))) if isinstance(tree, list) else []
    return [place for key in keys for place in ((tree, key), *nodes(tree[key]))]


@st.composite
def changed_tree(draw: st.DrawFn, good: str) -> object:
    """The same tree with something else in one to three of its places."""
    tree = yaml.safe_load(good)
    for _ in range(draw(st.integers(1, 3))):
        held, key = draw(st.sampled_from(nodes(tree)))
        if draw(st.booleans()):
            held[key] = draw(TREES)
        elif isinstance(held, dict):
            held[draw(WORDS)] = held.pop(key)
        else:
            held.append(held[key])
        if not nodes(tree):
            break
    return tree


def surrogates_out(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def told_clearly(refused: BuildRefused) -> None:
    assert refused.problems
    for problem in refused.problems:
        assert problem.file
        assert problem.line >= 1
        assert problem.what
        assert problem.mend
        assert "Traceback" not in str(problem)
        assert "object at 0x" not in str(problem)


@pytest.fixture(scope="module")
def vocabularies(root: Path) -> Vocabularies:
    return read_vocabularies(root / "data")


@tried(150)
@given(
    changed_bytes(RECORD.encode())
    | changed_lines(RECORD)
    | changed_tree(RECORD).map(lambda tree: surrogates_out(yaml.safe_dump(tree, allow_unicode=True)))
)
def test_any_record_gives_rows_or_is_refused(tmp_path_factory, vocabularies, content):
    file = tmp_path_factory.getbasetemp() / "fuzzed" / "vvg" / "bandymas.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    try:
        rows = list(read_vvg_files(file.parent.parent, vocabularies))
    except BuildRefused as refused:
        told_clearly(refused)
    else:
        assert {table for table, _ in rows} >= {"vvgs"}


CELLS = st.sampled_from(
    ["", ",", '"', "\n", "\r", ";", "NaN", "-5", "5e400", "=1", "Alytus", "T02", "city", "\x00", "ė"]
)


@st.composite
def changed_cells(draw: st.DrawFn) -> bytes:
    """The table with something else in some of its cells."""
    rows = [line.split(",") for line in tables.GOOD.splitlines()]
    for _ in range(draw(st.integers(1, 4))):
        row = draw(st.sampled_from(rows))
        row[draw(st.integers(0, len(row) - 1))] = draw(CELLS | WORDS)
    return surrogates_out("\n".join(",".join(row) for row in rows) + "\n")


@tried(60)
@given(changed_bytes(tables.GOOD.encode()) | changed_cells())
def test_any_table_gives_rows_or_is_refused(few_figures, content):
    (few_figures / "statistics" / "residents.csv").write_bytes(content)
    try:
        rows = list(statistics.rows(few_figures))
    except BuildRefused as refused:
        told_clearly(refused)
    else:
        assert rows


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@tried(80)
@given(
    changed_bytes(geojson.TEXT.encode())
    | changed_lines(geojson.TEXT)
    | changed_tree(geojson.TEXT).map(lambda tree: json.dumps(tree, default=str).encode())
)
def test_any_borders_give_rows_or_are_refused(tmp_path_factory, content):
    folder = tmp_path_factory.getbasetemp() / "fuzzed-borders"
    (folder / "boundaries").mkdir(parents=True, exist_ok=True)
    source = "B01: {title: Žemėlapis, publisher: Braižytojai, kind: other}\n"
    (folder / "boundaries" / "sources.yaml").write_text(source, "utf-8")
    (folder / "boundaries" / boundaries.FILE).write_bytes(content)
    try:
        rows = list(boundaries.rows(folder, geojson.NAMES))
    except BuildRefused as refused:
        told_clearly(refused)
    else:
        assert [table for table, _ in rows].count("boundaries") == 2


SAID = (
    "strategijai įgyvendinti", "skirta", "327 863 eurai", "14,5 mln. Eur", "iš jų", "ESF", "valstybės biudžeto",
    "proc.", "2016 m. liepos 20 d.", "įsakymu Nr. 1V-1", "2016–2022 m.", "2018-02-30", "ne mažiau kaip", "350 asmenų",
    "planuojama", "pasiekta", "dalyviai", "projektai", "1 tikslas.", "1.1 uždavinys:", "1.1.1", "priemonė", "veiksmas",
    "Kėdainių miesto vietos veiklos grupė", "VVG", "Nr. 3", "kvietimas teikti projektus", "iki 2019 m. gegužės 1 d.",
    "socialinę atskirtį", "bedarbiai", "jaunimas iki 29 m.", "senyvo amžiaus asmenys", "08.6.1-ESFA-V-911-01-0001",
    "projekto vykdytojas", "administravimo išlaidos", "III ketv.", "5000 gyventojų", "12,3 ha", "apie", "Lt", "„", "“",
    "(", ")", ";", ":", ",", ".", "–", "-", "\n", "\n\n", "•", "a)", "0", "00", "1 000 000 000 000", "1.", "..",
    "nuo", "iki", "\u00a0", "\u00ad", "\u200b", "\u202e", "e\u0301",
)  # fmt: skip
SOUPS = st.lists(
    st.sampled_from(SAID) | st.text("aąčeęėžšū 0123456789.,–-%()„“\n", max_size=15), min_size=1, max_size=60
)
TAGS = "html body main article p div h1 h2 h3 ul ol li table tr td th thead caption br a b span pre dl dt dd form nav"
ATTRIBUTES = st.sampled_from(
    ["", " colspan=3", " rowspan=9", ' start="7"', " hidden", ' class="', " type=i", " href='x'"]
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of tags in any order with sentences between them."""
    parts = draw(
        st.lists(
            st.tuples(st.sampled_from(["<", "</"]), st.sampled_from(TAGS.split()), ATTRIBUTES, st.sampled_from(SAID)),
            max_size=40,
        )
    )
    return "<!doctype html><html><body>" + "".join(f"{open_}{tag}{more}>{said} " for open_, tag, more, said in parts)


def is_read_or_refused(content: bytes, name: str) -> bool:
    """Whether the document has text without control characters, or is refused in one of the known sentences."""
    try:
        document = read(content, name)
    except Unreadable as refused:
        return str(refused) in messages.ALL
    return bool(document.blocks) and not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", document.text)


@tried(200)
@given(
    pages().map(str.encode) | st.text(max_size=200).map(surrogates_out) | st.binary(max_size=300),
    st.sampled_from(["a.html", "a.txt", "", "a.docx"]),
)
def test_any_page_or_text_is_read_or_refused_in_a_known_sentence(content, name):
    assert is_read_or_refused(content, name)


GOOD_PDF = pdf(
    [Page().lines(60, 760, ["Strategijai skirta 327 863 eurai.", "1. Mažinti socialinę atskirtį", "Žemė ąčę"])]
)


@tried(150)
@given(changed_bytes(GOOD_PDF))
def test_any_pdf_is_read_or_refused_in_a_known_sentence(content):
    assert is_read_or_refused(content, "a.pdf")


@tried(120)
@given(SOUPS.map(" ".join) | pages())
def test_whatever_is_found_in_any_sentences_stands_in_them(said):
    try:
        found = extract(said.encode(), "a.html" if said.startswith("<!doctype") else "a.txt")
    except Unreadable as refused:
        assert str(refused) in messages.ALL
        return
    for finding in found.findings:
        assert finding.as_written
        assert finding.as_written in found.document.text or finding.as_written in found.document.title
    for _, sentence in found.unread:
        assert sentence.strip()


TOKENS = """
select from where * ( ) , ; ' " -- /* */ funding strategy_overview vvgs limit 0 1 -1 1e99 null case when then end
union all join on using group by order having with recursive as a x.y count sum(amount_eur) range(9) unnest [1] {'a':1}
:: int cast interval 'x' read_csv('/etc/passwd') pragma attach copy set install summarize describe pivot explain
values repeat('x',9) getenv('HOME') $1 ? ąž \x00 @ # %
"""
SHORT = replace(LIMITS, seconds=1.0, patience=60, unseen=60)


@tried(12)
@given(st.lists(st.sampled_from(TOKENS.split()), max_size=20).map(" ".join) | st.text(max_size=40))
def test_any_query_has_an_outcome(atlas_build, sql):
    path = current_path(atlas_build)
    run = start(path, sql, SHORT)
    assert run.wait(90)
    assert run.outcome.kind in set(KINDS) - {"crash", "unavailable"}
    assert "/etc/passwd" in sql or "root:" not in run.outcome.said
