"""Documents spread over workers: equal to one machine, whatever becomes of a worker."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

import pytest
from click.testing import CliRunner
from distributed import Client

from loaders.__main__ import command
from loaders.documents import scheduler
from loaders.documents.document import Unreadable
from loaders.documents.extraction import Extraction, extract_safely
from loaders.documents.inputs import contents
from loaders.documents.scheduler import NoWorkers, Workers

ROOT = Path(__file__).parents[3]
DOCUMENTS = [ROOT / "tests" / "documents" / "open" / name for name in
             ("minutes.pdf", "news-actions-lettered.html", "call-plan.odt", "order-list.txt",
              "history.html")]  # fmt: skip
LONGEST = 120
"""Seconds that anything here may take; nothing is measured by them."""


@dataclass
class Cluster:
    """A scheduler on this machine, and its workers as processes that can be killed."""

    address: str
    workers: dict[str, subprocess.Popen] = field(default_factory=dict)

    def start(self, stack: ExitStack, name: str) -> None:
        """One more worker, with one thread and nobody who starts it again."""
        words = ("worker", self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard", "--name", name,
                 "--host", "127.0.0.1")  # fmt: skip
        self.workers[name] = stack.enter_context(dask(*words))

    def kill_one_at_work(self, client: Client) -> None:
        """SIGKILL to a worker while it reads a document."""
        until = monotonic() + LONGEST
        while monotonic() < until:
            for address, tasks in client.processing().items():
                if tasks:
                    name = client.scheduler_info()["workers"][address]["name"]
                    os.kill(self.workers[str(name)].pid, signal.SIGKILL)
                    self.workers[str(name)].wait(LONGEST)
                    return
            sleep(0.02)
        raise AssertionError("no worker was ever at work")


@contextmanager
def dask(*words: str) -> Iterator[subprocess.Popen]:
    process = subprocess.Popen([sys.executable, "-m", "dask", *words], cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait(LONGEST)


@contextmanager
def cluster(folder: Path, workers: int, **settings: str) -> Iterator[Cluster]:
    """A scheduler and so many workers."""
    told = folder / "scheduler.json"
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        for name, value in settings.items():
            patch.setenv(name, value)
        patch.setenv("PYTHONPATH", str(ROOT))
        words = ("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
        stack.enter_context(dask(*words))
        until = monotonic() + LONGEST
        while not told.exists():
            assert monotonic() < until, "the scheduler did not start: is requirements-cluster.txt installed?"
            sleep(0.05)
        with Client(scheduler_file=str(told), set_as_default=False) as client:
            running = Cluster(client.scheduler.address)
            for number in range(workers):
                running.start(stack, f"worker-{number}")
            client.wait_for_workers(workers, timeout=LONGEST)
        yield running


@pytest.fixture(scope="module")
def here() -> list[Extraction]:
    """What this machine alone finds in the documents."""
    return [extract_safely(file.read_bytes(), file.name) for file in DOCUMENTS]


def spread(workers: Workers, running: Cluster) -> list[Extraction | str]:
    """What the workers find; after the first document one of them is killed while it reads another."""
    found: list[Extraction | str] = []
    given = [str(file) for file in DOCUMENTS]
    for at, (name, one) in enumerate(workers.in_order(contents(given, None, False))):
        assert name == given[at]
        found.append(str(one) if isinstance(one, Unreadable) else one)
        if at == 0:
            running.kill_one_at_work(workers._client)
    return found


def test_what_a_killed_worker_had_is_read_by_another_and_all_is_as_on_one_machine(here, tmp_path):
    with cluster(tmp_path, 2) as running, Workers(running.address) as workers:
        assert spread(workers, running) == here
        assert sorted(process.poll() is None for process in running.workers.values()) == [False, True]


def test_a_document_that_ends_every_worker_is_one_message_and_not_the_end(here, tmp_path):
    """Here the first loss is one too many; a scheduler of its own settings gives a document four workers."""
    with (
        cluster(tmp_path, 2, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as running,
        Workers(running.address) as workers,
    ):
        found = spread(workers, running)
    lost = [number for number, one in enumerate(found) if one == scheduler.LOST]
    # A worker had the one that it read, and at most one that waited.
    assert 1 <= len(lost) <= 2
    assert all(one == here[number] for number, one in enumerate(found) if number not in lost)


def test_the_command_says_the_same_with_workers_as_without(tmp_path):
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.4 and nothing more")
    missing = tmp_path / "missing.html"
    files = [str(one) for one in (DOCUMENTS[1], damaged, missing, DOCUMENTS[4])]
    alone = CliRunner().invoke(command, ["extract", *files])
    with cluster(tmp_path, 1) as running:
        together = CliRunner().invoke(command, ["extract", "--scheduler", running.address, *files])
    assert (together.exit_code, together.stdout, together.stderr) == (1, alone.stdout, alone.stderr)
    assert together.stderr.count(f"{damaged}: ") == together.stderr.count(f"{missing}: ") == 1


def test_the_limits_of_a_document_hold_on_a_worker(monkeypatch):
    """A worker calls what this machine calls, which reads in a process with little memory and time."""
    assert scheduler.extract_safely is extract_safely
    asked = []

    def refused(*document: object) -> None:
        asked.append(document)
        raise Unreadable("too long")

    monkeypatch.setattr(scheduler, "extract_safely", refused)
    assert str(scheduler.read(b"<p>x</p>", "x.html", None)) == "too long"
    assert asked == [(b"<p>x</p>", "x.html", None)]


def test_an_address_where_nobody_answers_is_one_sentence(monkeypatch):
    monkeypatch.setattr(scheduler, "ALONE", 1)
    with pytest.raises(NoWorkers, match="no scheduler answers"):
        Workers("tcp://127.0.0.1:9")
    result = CliRunner().invoke(command, ["extract", "--scheduler", "tcp://127.0.0.1:9", str(DOCUMENTS[4])])
    assert result.exit_code == 1
    assert result.stderr == "Error: tcp://127.0.0.1:9: no scheduler answers\n"
