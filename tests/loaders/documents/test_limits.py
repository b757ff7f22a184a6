"""Documents of strangers are read by a process that may fail, and that reaches nothing."""

import os
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from loaders.documents import as_json, child
from loaders.documents.document import Place, Unreadable
from loaders.documents.finding import Finding
from loaders.documents.reading import limits, messages, read

ROOT = Path(__file__).parents[3]
PAGE = b"<html><body><h1>Strategija</h1><table><tr><th>a<th>b<tr><td>1<td>2</table><ul><li>viena</ul></body></html>"


def test_a_document_read_safely_is_the_same_document():
    assert limits.read_safely(PAGE, "a.html", "https://vvg.lt/a") == read(PAGE, "a.html", "https://vvg.lt/a")


def test_a_finding_comes_through_as_it_was():
    values = {
        "amount_eur": Decimal("327863.50"),
        "funds": ("ESF", "VB"),
        "date": date(2016, 7, 20),
        "parts": [{"value": Decimal(1)}],
        "code": None,
    }
    finding = Finding("funding", values, "327 863,50 eurai", Place(3, 2, "Lėšos"), 0.98, parent=4)
    assert as_json.finding_from_json(as_json.finding_to_json(finding)) == finding
    document = read(PAGE)
    assert as_json.document_from_json(as_json.document_to_json(document)) == document


def test_a_refusal_comes_through_with_its_sentence():
    for content, message in (
        (b"", messages.EMPTY),
        (b"<html><body></body></html>", messages.NO_TEXT),
        (b"%PDF-1.4 x" * 9, messages.BROKEN),
    ):
        with pytest.raises(Unreadable) as refusal:
            limits.read_safely(content)
        assert str(refusal.value) == message


def test_what_takes_too_long_is_ended():
    began = time.monotonic()
    with pytest.raises(Unreadable, match=messages.TOO_SLOW[:20]):
        limits.read_safely(b"<html>" + b"<li>a b" * 2_000_000, seconds=1)
    assert time.monotonic() - began < 10


def test_what_takes_too_much_memory_is_ended():
    """Each paragraph opens again every letter that was left open before it."""
    with pytest.raises(Unreadable, match=messages.TOO_MUCH[:20]):
        limits.read_safely(b"<html><body>" + b"".join(b"<p><b class=c%d>a" % place for place in range(20_000)))


def test_tags_nested_without_end_are_read():
    deep = limits.read_safely(b"<html><body>" + b"<div>" * 200_000 + b"Labas rytas" + b"</div>" * 200_000)
    assert deep.text == "Labas rytas"


def test_a_million_words_are_read():
    words = "Strategijai skirta 327 863 eurai, ją įgyvendina miesto vietos veiklos grupė. "
    page = "<html><body><main>" + f"<p>{words * 4}</p>" * 23_000 + "</main></body></html>"
    assert len(page.split()) > 1_000_000
    assert len(limits.read_safely(page.encode()).blocks) == 23_000


def test_only_functions_of_the_loaders_are_called():
    with pytest.raises(Unreadable, match=messages.FAILED[:40]):
        limits.in_child("os:system", PAGE)


def test_an_error_of_the_code_is_logged_and_said(caplog):
    with pytest.raises(Unreadable) as refusal:
        limits.in_child("loaders.documents.reading.limits:no_such_function", PAGE)
    assert str(refusal.value) == messages.FAILED
    assert "no_such_function" in caplog.text


ATTEMPTS = {
    "connects": "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "resolves": "import socket; socket.getaddrinfo('example.org', 80)",
    "writes": "open('/tmp/written-by-a-document', 'w')",
    "removes": "import os; os.remove('/tmp/no-such-file')",
    "starts": "import subprocess; subprocess.run(['true'])",
    "forks": "import os; os.fork()",
}


@pytest.mark.parametrize("name", ATTEMPTS)
def test_the_process_reaches_neither_network_nor_files(name):
    script = f"from loaders.documents import child\nchild.limit_process()\nchild.refuse_the_world()\n{ATTEMPTS[name]}"
    ran = subprocess.run([sys.executable, "-B", "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 1
    assert "PermissionError: a document may not" in ran.stderr


def test_the_process_knows_no_keys_of_the_server(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "x")
    assert "SECRET_KEY" not in limits.environment()
    assert set(limits.environment()) <= {
        "PATH",
        "LD_LIBRARY_PATH",
        "VIRTUAL_ENV",
        "LANG",
        "PYTHONUTF8",
        "OPENBLAS_NUM_THREADS",
        "OMP_NUM_THREADS",
        "MALLOC_ARENA_MAX",
    }
    assert os.environ["SECRET_KEY"] == "x"


def test_memory_and_time_are_held():
    assert child.MEMORY <= 1024**3
    assert child.SECONDS <= 60
