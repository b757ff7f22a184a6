"""A build that is killed, or whose data are edited meanwhile, leaves a whole database: the old one or the new."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from database.connection import current_path, open_database
from loaders.at_rest import TIMES_READ
from loaders.build import build
from loaders.problems import BuildRefused

KILLS = 50
SEED = 20261122
CHANGES = {"skirta 500 000 Eur": "skirta 600 000 Eur", "amount_eur: 500000": "amount_eur: 600000"}

# The builders are forked from a process that holds no database, so a kill hits the build and not the imports.
FORKING = """
import json, os, random, signal, sys, time
from pathlib import Path
import pyproj, shapely
from database.connection import current_path, open_database
from loaders import build as building
from loaders.build import build, build_tables, gather
from loaders.vocabularies import read_vocabularies

one, other, into = (Path(argument) for argument in sys.argv[1:4])

def apart(work):
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    return child

def ended(child):
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

def whole():
    with open_database(current_path(into)) as database:
        digest = database.execute("select content_digest from build").fetchone()[0]
        assert current_path(into).stem == "atlas-" + digest[:12]
        for (table,) in database.execute("select table_name from duckdb_tables()").fetchall():
            database.execute(f'select * from "{table}"').fetchall()
        assert database.execute("select count(*) from strategies").fetchone()[0] == 9

def left():
    return len(list(into.glob("draft-*")))

def current():
    return current_path(into).name
"""

AT_RANDOM = """
kills, seed = int(sys.argv[4]), int(sys.argv[5])
began = time.monotonic()
assert ended(apart(lambda: build(other, into))) == 0
takes = time.monotonic() - began
both = {current()}
assert ended(apart(lambda: build(one, into))) == 0
both.add(current())
moments = random.Random(seed)
told = []
for number in range(kills):
    delay = takes * moments.random()
    child = apart(lambda: build((other, one)[number % 2], into))
    time.sleep(delay)
    try:
        os.kill(child, signal.SIGKILL)
    except ProcessLookupError:
        pass
    told.append({
        "after": round(delay / takes, 3), "status": ended(child), "left": left(),
        "whole": ended(apart(whole)) == 0, "known": current() in both,
    })
told.append({"next": ended(apart(lambda: build(other, into))), "left": left()})
print(json.dumps(told))
"""

IN_PLACE = """
rows = {known: gather(data, read_vocabularies(data)) for known, data in ((True, one), (False, other))}
made = []
for known in rows:
    assert ended(apart(lambda: build_tables(rows[known], into))) == 0
    made.append(current())

def killed_at(number):
    # Every step that puts a database in its place is a call of one of these; the builder dies just before the n-th.
    seen = []
    def counted(call):
        def dying(*arguments, **named):
            seen.append(call)
            if len(seen) == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)
        return dying
    building._flush = counted(building._flush)
    for name in ("replace", "write_text", "unlink"):
        setattr(Path, name, counted(getattr(Path, name)))
    # Where no kept file has its name, the draft is renamed too.
    for file in into.glob("atlas-*.duckdb"):
        if file.name != current():
            os.remove(file)

told = []
for number in range(1, 9):
    wanted = (made[0] == current())
    def work():
        killed_at(number)
        build_tables(rows[not wanted], into)
    status = ended(apart(work))
    told.append({"at": number, "status": status, "whole": ended(apart(whole)) == 0, "known": current() in made})
told.append({"next": ended(apart(lambda: build_tables(rows[True], into))), "left": left()})
print(json.dumps(told))
"""


@pytest.fixture
def other_world(light_copy: Path) -> Path:
    """The light world with another sum."""
    file = light_copy / "vvg" / "aukstupys.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in CHANGES.items():
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return light_copy


def ran(root: Path, script: str, *arguments: object) -> tuple[list[dict], dict]:
    """What a script of forked builders tells: of each attempt, and of the build after them all."""
    command = [sys.executable, "-c", FORKING + script, *map(str, arguments)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stderr
    *attempts, last = json.loads(done.stdout)
    return attempts, last


def test_a_builder_killed_at_fifty_moments_leaves_a_whole_database(light_world, other_world, tmp_path, root):
    into = tmp_path / "into"
    attempts, last = ran(root, AT_RANDOM, light_world, other_world, into, KILLS, SEED)
    broken = [attempt for attempt in attempts if not (attempt["whole"] and attempt["known"])]
    assert broken == [], f"seed {SEED}"
    killed = sum(attempt["status"] == -9 for attempt in attempts)
    assert killed >= KILLS // 2, f"seed {SEED}: {killed} of {KILLS} kills came in time"
    assert any(attempt["left"] for attempt in attempts), "no kill hit a build that was writing"
    assert last == {"next": 0, "left": 0}


def test_a_builder_killed_between_any_two_steps_of_putting_in_place_leaves_a_whole_database(
    light_world, other_world, tmp_path, root
):
    attempts, last = ran(root, IN_PLACE, light_world, other_world, tmp_path / "into")
    assert [attempt for attempt in attempts if not (attempt["whole"] and attempt["known"])] == []
    assert sum(attempt["status"] == -9 for attempt in attempts) >= 4, attempts
    assert last == {"next": 0, "left": 0}


def edited(data: Path) -> None:
    """Adds a word to a vocabulary and, to a record, the phrase that it covers: half of it would be a third state."""
    words = data / "vocabularies" / "target_groups.yaml"
    found = re.search(r"\nunemployed:\n(?:  .*\n)*?  wordings:\s*\[", text := words.read_text(encoding="utf-8"))
    assert found
    words.write_text(f"{text[: found.end()]}visai išgalvoti bedarbiai, {text[found.end() :]}", encoding="utf-8")
    record = data / "vvg" / "aukstupys.yaml"
    text, times = re.subn("name: neįgalieji", "name: visai išgalvoti bedarbiai", record.read_text(encoding="utf-8"))
    assert times == 1
    record.write_text(text, encoding="utf-8")


def test_data_edited_between_two_files_of_a_build_are_read_again_as_a_whole(light_world, light_copy, tmp_path):
    into = tmp_path / "into"
    old = build(light_world, into)
    steps: list[str] = []

    def editing(step: str) -> None:
        steps.append(step)
        if steps == ["vocabularies", "records"]:
            edited(light_copy)

    mixed_or_new = build(light_copy, into, editing)
    assert steps[:4] == ["vocabularies", "records", "vocabularies", "records"]
    new = build(light_copy, tmp_path / "quiet")
    assert mixed_or_new.name == new.name != old.name


def test_data_that_do_not_come_to_rest_are_refused_and_the_old_database_stays(light_copy, tmp_path):
    into = tmp_path / "into"
    old = build(light_copy, into)
    record = light_copy / "vvg" / "aukstupys.yaml"
    times: list[str] = []

    def editing(step: str) -> None:
        if step == "records":
            times.append(step)
            record.write_text(record.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    with pytest.raises(BuildRefused, match=r"data/vvg/aukstupys\.yaml:1: it was changed while it was read"):
        build(light_copy, into, editing)
    assert len(times) == TIMES_READ
    assert current_path(into) == old
    with open_database(old) as database:
        assert database.execute("select count(*) from strategies").fetchone() == (9,)
    assert not list(into.glob("draft-*"))


def test_a_record_half_written_while_it_is_read_is_read_again(light_copy, tmp_path):
    record = light_copy / "vvg" / "aukstupys.yaml"
    whole = record.read_text(encoding="utf-8")
    steps: list[str] = []

    def editing(step: str) -> None:
        steps.append(step)
        if steps == ["vocabularies", "records"]:
            record.write_text(whole[: len(whole) // 2], encoding="utf-8")
        elif steps == ["vocabularies", "records", "vocabularies"]:
            record.write_text(whole, encoding="utf-8")

    expected = build(light_copy, tmp_path / "quiet").name
    assert build(light_copy, tmp_path / "into", editing).name == expected
