"""Many documents, one process a document: as many at once as is wished, and each within the same limits as alone."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from loaders.documents import child
from loaders.documents.document import Unreadable
from loaders.documents.extraction import extract
from loaders.documents.inputs import Content, contents
from loaders.documents.readers import Reader, in_order
from loaders.documents.reading import limits, messages
from tests.documents.scorer import HERE

READ = "loaders.documents.reading.limits:read_as_json"
PAGE = b"<html><body><h1>Strategija</h1><p>Strategijai skirta 327 863 Eur.</p></body></html>"
SLOW = b"<html>" + b"<li>a b" * 2_000_000
GREEDY = b"<html><body>" + b"".join(b"<p><b class=c%d>a" % place for place in range(20_000))
"""Each paragraph opens again every letter that was left open before it."""


@pytest.fixture(scope="module")
def reader():
    with Reader() as opened:
        yield opened


def children(process: int) -> list[int]:
    """The processes that a process has started and that still run."""
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def once(reader: Reader, done) -> threading.Thread:
    """Calls `done` with the id of the process that reads a document, as soon as it reads."""

    def watch():
        end = time.monotonic() + 30
        while time.monotonic() < end:
            for process in children(reader._nursery.pid) if reader._nursery else []:
                # Its own group: the last thing that it gets before it begins.
                if os.getpgid(process) == process and len(os.listdir(f"/proc/{process}/fd")) <= 3:
                    done(process)
                    return
            time.sleep(0.005)

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


def test_the_documents_are_told_in_their_order_and_the_same_by_one_process_and_by_two():
    given = [str(HERE / "open" / name) for name in ("minutes.pdf", "order-list.txt", "call-plan.odt", "editions.html")]
    given.insert(2, "no-such-file.pdf")
    one, two = (list(in_order(contents(given, None, False), jobs)) for jobs in (1, 2))
    assert [name for name, _ in one] == [name for name, _ in two] == given
    assert [str(found) for _, found in one] == [str(found) for _, found in two]
    for name, found in two:
        if name == "no-such-file.pdf":
            assert str(found) == "there is no such file"
        else:
            assert found == extract(Path(name).read_bytes(), Path(name).name)


def test_a_document_that_cannot_be_read_is_one_answer_and_the_others_go_on():
    given = [("a", Content(PAGE, "a.html")), ("b", Content(b"%PDF-1.4 x" * 9, "b.pdf")), ("c", Content(PAGE, "c.html"))]
    first, second, third = (found for _, found in in_order(iter(given), 2))
    assert isinstance(second, Unreadable)
    assert str(second) == messages.BROKEN
    assert first.document == third.document == extract(PAGE, "a.html").document


def test_documents_are_taken_only_as_they_are_needed():
    taken = []

    def given():
        for number in range(50):
            taken.append(number)
            yield str(number), Content(PAGE, "a.html")

    found = in_order(given(), 2, lambda content, name, url, reader: None)
    next(found)
    assert len(taken) == 5
    assert len(list(found)) == 49


def test_a_reader_says_what_a_process_for_one_document_says(reader, caplog):
    assert reader(READ, PAGE, "a.html", "https://vvg.lt/a") == limits.in_child(READ, PAGE, "a.html", "https://vvg.lt/a")
    for content, message in ((b"", messages.EMPTY), (b"%PDF-1.4 x" * 9, messages.BROKEN)):
        with pytest.raises(Unreadable) as refusal:
            reader(READ, content)
        assert str(refusal.value) == message
    for function in ("os:system", "loaders.documents.reading.limits:no_such_function"):
        with pytest.raises(Unreadable) as refusal:
            reader(function, PAGE)
        assert str(refusal.value) == messages.FAILED
    assert "no_such_function" in caplog.text


def test_what_takes_too_long_or_too_much_memory_is_ended_and_the_next_document_read(reader):
    with pytest.raises(Unreadable) as refusal:
        reader(READ, SLOW, seconds=1)
    assert str(refusal.value) == messages.TOO_SLOW
    with pytest.raises(Unreadable) as refusal:
        reader(READ, GREEDY)
    assert str(refusal.value) == messages.TOO_MUCH
    assert reader(READ, PAGE)["blocks"]


def a_network_of_its_own_is_allowed() -> bool:
    """Whether the system lets a process cut itself off; where it does not, the watch on calls still stands."""
    process = os.fork()
    if not process:
        os._exit(1 if child.ctypes.CDLL(None).unshare(child._NEW_USER | child._NEW_NETWORK) else 0)
    return os.waitpid(process, 0)[1] == 0


def test_each_document_is_read_within_the_limits_and_with_no_other_file_open(monkeypatch):
    seen = {}

    def look(process):
        time.sleep(0.3)
        place = Path(f"/proc/{process}")
        seen["limits"] = {line[:26].strip(): line[26:].split()[:2] for line in place.joinpath("limits").open()}
        seen["files"] = {os.readlink(file).split(":")[0] for file in place.joinpath("fd").iterdir()}
        seen["networks"] = {os.readlink(f"/proc/{one}/ns/net") for one in (process, reader._nursery.pid)}
        seen["environment"] = place.joinpath("environ").read_bytes()

    monkeypatch.setenv("SECRET_KEY", "x")
    with Reader() as reader:
        thread = once(reader, look)
        with pytest.raises(Unreadable):
            reader(READ, SLOW, seconds=2)
        thread.join()
    for name, most in (
        ("Max address space", child.MEMORY),
        ("Max cpu time", child.SECONDS),
        ("Max file size", 0),
        ("Max core file size", 0),
        ("Max open files", 64),
        ("Max processes", 0),
    ):
        assert seen["limits"][name] == [str(most)] * 2, name
    assert seen["files"] == {"/memfd", "pipe", "/dev/null"}
    assert b"SECRET_KEY" not in seen["environment"]
    assert len(seen["networks"]) == 1 + a_network_of_its_own_is_allowed()


def test_a_killed_process_costs_one_document_and_a_killed_nursery_none(reader):
    assert reader(READ, PAGE)["blocks"]
    thread = once(reader, lambda process: os.kill(process, signal.SIGKILL))
    with pytest.raises(Unreadable) as refusal:
        reader(READ, SLOW)
    thread.join()
    assert str(refusal.value) == messages.TOO_SLOW
    nursery = reader._nursery.pid
    os.kill(nursery, signal.SIGKILL)
    assert reader(READ, PAGE)["blocks"]
    assert reader._nursery.pid != nursery


def test_who_does_not_wait_any_more_leaves_nothing_running():
    with Reader() as reader:
        seen = []
        thread = once(reader, lambda process: seen.extend([process, reader._nursery.pid]) or reader.__exit__())
        with pytest.raises(Unreadable):
            reader(READ, SLOW)
        thread.join()
        assert len(seen) == 2
        assert not any(Path(f"/proc/{process}").exists() for process in seen)


def test_nothing_is_left_running():
    with Reader() as reader:
        reader(READ, PAGE)
        nursery = reader._nursery.pid
    assert not Path(f"/proc/{nursery}").exists()
