"""The layout holds: imports go one way, SQL has one room, and nothing dangerous or stray is in the code."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("app", "pages", "ui", "database", "loaders")

ALLOWED = {
    "app": {"ui"},
    "pages": {"ui", "database"},
    "ui": {"ui", "database"},
    "database": {"database"},
    "loaders": {"loaders", "database"},
}
"""app.py -> pages -> ui -> database <- loaders."""

DESK = {"pages/add.py": {"loaders", "loaders.visit", "loaders.visit.desk"}}
"""The page that adds a strategy asks the loaders, by this one module, to do their work in processes of their own."""

NEVER_WHILE_DRAWING = (
    "geopandas", "shapely", "pyproj", "plotly.express", "pydantic", "yaml", "selectolax", "trafilatura",
    "pypdfium2", "pdfplumber", "python_calamine", "docx", "httpx", "loaders",
)  # fmt: skip

LONG_FILES = {
    "database/queries.py": "all questions side by side, so that their names and columns agree",
    "loaders/vvg_files.py": "one method for each part of that form",
}
"""Files of more than LONGEST lines, with the reason."""

LONGEST = 350
LONGEST_PAGE = 80


def files(*rooms: str) -> list[Path]:
    """The Python files of rooms; `app` is the door."""
    found: list[Path] = []
    for room in rooms:
        found += [ROOT / "app.py"] if room == "app" else sorted((ROOT / room).rglob("*.py"))
    return found


CODE = files(*ROOMS)


def name(file: Path) -> str:
    return str(file.relative_to(ROOT))


def imported(file: Path) -> set[str]:
    """Every module that a file imports, anywhere in it, but for those that only a type checker reads."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("file", CODE, ids=name)
def test_imports_go_one_way(file):
    room = "app" if file.name == "app.py" and file.parent == ROOT else file.relative_to(ROOT).parts[0]
    rooms = {module.split(".")[0] for module in imported(file)} & set(ROOMS)
    if name(file) in DESK:
        assert {module for module in imported(file) if module.split(".")[0] == "loaders"} <= DESK[name(file)]
        rooms -= {"loaders"}
    assert rooms <= ALLOWED[room]


@pytest.mark.parametrize("file", files("database", "loaders"), ids=name)
def test_neither_the_database_nor_the_loaders_know_streamlit_or_plotly(file):
    assert not {module.split(".")[0] for module in imported(file)} & {"streamlit", "plotly", "starlette"}


@pytest.mark.parametrize("file", files("app", "pages", "ui", "database"), ids=name)
def test_what_draws_a_page_imports_nothing_heavy(file):
    for module in imported(file) - DESK.get(name(file), set()):
        assert not any(module == heavy or module.startswith(f"{heavy}.") for heavy in NEVER_WHILE_DRAWING), module


def test_nothing_heavy_is_loaded_once_all_pages_are_drawn(atlas_build):
    """In a process of its own, for the tests themselves have loaded everything."""
    script = """
import logging, sys
import app
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash
from ui import stops
logging.disable(logging.CRITICAL)
for name in stops.STOPS:
    page = AppTest.from_file("ui/main.py", default_timeout=60)
    # Before a first run the harness knows no addresses; this is the mark by which it looks for a page.
    page._page_hash = calc_hash(stops.STOPS[name].path)
    page.run()
print(" ".join(sorted(sys.modules)))
"""
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=600, check=True,
    )  # fmt: skip
    loaded = set(ran.stdout.splitlines()[-1].split())
    assert {"ui.navigation", "database.queries", "plotly.graph_objects"} <= loaded
    assert loaded & set(NEVER_WHILE_DRAWING) == {"loaders"}
    read_light = {module for module in loaded if module.startswith("loaders.")}
    assert "loaders.visit.desk" in read_light
    assert not read_light & {"loaders.build", "loaders.records", "loaders.documents.find", "loaders.vocabularies"}


SQL = re.compile(
    r"\b(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|create\s+(table|view)|group\s+by)\b",
    re.IGNORECASE | re.DOTALL,
)

HOLDS_SQL = {"loaders/build.py", "loaders/filling.py"}
"""They put rows into whatever table they name, and count them."""


def strings(file: Path) -> list[str]:
    """Every text in a file that is no docstring."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in loose
    ]


@pytest.mark.parametrize("file", files("app", "pages", "ui", "loaders"), ids=name)
def test_sql_is_in_the_database_room_alone(file):
    if name(file) in HOLDS_SQL:
        assert any(SQL.search(text) for text in strings(file))
        return
    assert [text for text in strings(file) if SQL.search(text)] == []
    assert not re.search(r"\.execute\(", file.read_text(encoding="utf-8"))


DANGEROUS = (
    r"unsafe_allow_html\s*=", r"\bpickle\b", r"\beval\(", r"\bexec\(", r"\bos\.system\(", r"shell\s*=\s*True",
    r"yaml\.(unsafe_|full_)?load\(", r"\bmarshal\b", r"\bshelve\b", r"verify\s*=\s*False", r"\bst\.html\(",
    r"components\.html\(", r"read_pickle", r"dynamic_import|__import__\(",
)  # fmt: skip


@pytest.mark.parametrize("file", CODE, ids=name)
def test_nothing_dangerous_is_used(file):
    text = file.read_text(encoding="utf-8")
    assert [pattern for pattern in DANGEROUS if re.search(pattern, text)] == []


@pytest.mark.parametrize("file", files("pages"), ids=name)
def test_a_page_is_thin(file):
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_PAGE
    assert "st.session_state" not in text
    assert "groupby(" not in text
    assert not re.search(r"#[0-9A-Fa-f]{6}\b", text), "a colour"
    assert not any(isinstance(node, ast.Try) for node in ast.walk(ast.parse(text)))
    assert ast.get_docstring(ast.parse(text))


def test_no_file_is_longer_than_it_must_be():
    lengths = {name(file): file.read_text(encoding="utf-8").count("\n") for file in CODE}
    assert {file: lines for file, lines in lengths.items() if lines > LONGEST and file not in LONG_FILES} == {}
    assert {file for file in LONG_FILES if lengths.get(file, 0) <= LONGEST} == set(), "no longer long"


@pytest.mark.parametrize("file", CODE, ids=name)
def test_every_module_says_what_it_is_for(file):
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].endswith((".", "?", ":")), docstring.splitlines()[0]


@pytest.mark.parametrize("file", CODE, ids=name)
def test_no_name_says_nothing(file):
    assert file.stem not in ("utils", "helpers", "misc", "common")
    named = {node.id for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}
    assert not named & {"df", "data2", "tmp", "foo"}


WRITTEN = sorted(
    file
    for pattern in ("*.py", "*.md", "*.toml", "Makefile", "**/*.py", "**/*.sql", "**/*.yaml", "**/*.md", "**/*.po")
    for file in ROOT.glob(pattern)
    if not set(file.relative_to(ROOT).parts)
    & {".venv", ".venv-peers", ".git", "build", "vendor", "__pycache__", "corpus"}
)

UNDER_WAY = ("TO" + "DO", "FIX" + "ME", "XX" + "X:", "HA" + "CK")


def test_nothing_is_left_under_way():
    left = re.compile(rf"\b({'|'.join(UNDER_WAY)})")
    assert [name(file) for file in WRITTEN if left.search(file.read_text(encoding="utf-8"))] == []


def test_nothing_speaks_of_how_the_atlas_was_made():
    """A reader of the code meets cities, money and sources, and not the tools or people that wrote it."""
    words = (
        "ag" + "ents?",
        "AI",
        "L" + "LMs?",
        "chat" + "bots?",
        "cl" + "aude",
        "g" + "pt",
        "pro" + "mpts?",
        "co" + "pilot",
    )
    stray = re.compile(rf"\b({'|'.join(words)})\b")
    own = {"tests/test_architecture.py"}
    allowed = re.compile(r"enableAgentApi|user.agent|/agent/", re.IGNORECASE)
    found = []
    for file in WRITTEN:
        if name(file) in own or name(file).startswith("data/vvg/") or name(file) == "data/national.yaml":
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if stray.search(allowed.sub("", line)):
                found.append(f"{name(file)}:{number}: {line.strip()[:80]}")
    assert found == []


@pytest.mark.parametrize("file", sorted((ROOT / "tests").rglob("test_*.py")), ids=name)
def test_every_test_asserts_something(file):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            text = ast.unparse(node)
            shows = re.search(r"\bassert\b|pytest\.raises|\bexpect\(|check=True|\b_?assert\w*\(|\bsame\w*\(", text)
            assert shows, f"{node.name} asserts nothing"
