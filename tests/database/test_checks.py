"""Every check of database/checks: what sets it off, that a reason answers it, and that its words help."""

import shutil
from pathlib import Path

import pytest

from database import definitions
from loaders.build import build
from loaders.problems import BuildRefused, Problem

WHOLE = '{amount_eur: 500000, stage: allocated, funds: [ESF, VB], as_written: "skirta 500 000 Eur", src: S2'
ESF_PART = (
    '{amount_eur: 450000, stage: allocated, role: part, funds: [ESF], as_written: "iš jų ESF 450 000 Eur", src: S2'
)
PROJECT = (
    "      - title: Senjorų klubas\n        code: 08.6.1-ESFA-V-911-01-0001\n        applicant: Aukštupio bendruomenė\n"
)
ANSWERED = PROJECT.replace("bendruomenė\n", "bendruomenė@\n")
AGAIN = "      - {{title: {title}, code: {code}, applicant: {applicant}, src: S3}}\n" + ANSWERED
OF_MEASURE = '{amount_eur: 140000, stage: allocated, as_written: "140 000 Eur", src: S1'
SMALLER = OF_MEASURE.replace("140", "20")
EDITION = "{year: 2016, src: S1"
ACHIEVED = (
    'value: 609, unit: asmenys, state: achieved, concept: participants, year: 2022, as_written: "dalyvavo 609 dalyviai"'
)

# Check, what sets it off: the text of the record, and what it becomes (@ is the place of an answer).
CASES = [
    ("achieved_far_above_planned", ACHIEVED, ACHIEVED.replace("609", "6090") + "@"),
    ("achieved_far_above_planned", ACHIEVED, ACHIEVED.replace("609", "30") + "@"),
    ("amount_per_resident", WHOLE, WHOLE.replace("500000", "5000000").replace("500 000", "5 000 000") + "@"),
    ("dates_in_wrong_order", "        end: 2020-11-30\n", "        end: 2018-11-30@\n"),
    ("dates_in_wrong_order", "        closed: 2018-07-01\n", "        closed: 2018-04-01@\n"),
    ("dates_in_wrong_order", EDITION, "{year: 2012, src: S1@"),
    ("dates_in_wrong_order", ACHIEVED, ACHIEVED.replace("year: 2022", "year: 2032") + "@"),
    ("dates_in_wrong_order", 'date: 2016-07-20, as_written: "įsakymu Nr. 1V-1, 2016-07-20"', "date: 2006-07-20@"),
    ("parts_exceed_total", ESF_PART, ESF_PART.replace("450", "470") + "@"),
    ("same_project_twice", PROJECT, AGAIN.format(title="Kitas", code="08.6.1-ESFA-V-911-01-0001", applicant="Kita")),
    ("same_project_twice", PROJECT, AGAIN.format(title="senjorų klubas", code="K1", applicant="Aukštupio bendruomenė")),
    ("same_sum_twice", f"      - {WHOLE}}}\n", f"      - {WHOLE}}}\n      - {WHOLE}@}}\n"),
    ("same_sum_twice", f"[{OF_MEASURE}}}]", f"[{SMALLER}}}, {SMALLER}@}}]"),
    ("years_outside_period", "    period: 2016-2022\n", "    period: 2016-2025@\n"),
]  # fmt: skip


def told(data: Path) -> list[Problem]:
    """What the build says of the data; nothing where it accepts them."""
    try:
        build(data, None)
    except BuildRefused as refused:
        return refused.problems
    return []


def answered(text: str, check: str, reason: str | None) -> str:
    """A changed text in which the reason, where there is one, answers the check in the place of @."""
    if reason is None:
        return text.replace("@", "")
    [line] = [line for line in text.splitlines() if "@" in line]
    answer = f"answers: {{{check}: {reason}}}"
    indent = " " * (len(line) - len(line.lstrip(" ")))
    return text.replace("@", f"\n{indent}{answer}" if "@\n" in text else f", {answer}")


def with_cases(light_world: Path, folder: Path, reason: str | None) -> Path:
    """A data folder with one VVG a case: the record of Aukštupys with that one change."""
    shutil.copytree(light_world, folder)
    record = (folder / "vvg" / "aukstupys.yaml").read_text(encoding="utf-8")
    (folder / "national.yaml").unlink()
    for file in (folder / "vvg").iterdir():
        file.unlink()
    for number, (check, old, new) in enumerate(CASES, 1):
        assert old in record
        text = record.replace(old, answered(new, check, reason), 1)
        # Each VVG has projects of its own: the same code in two of them is what a check looks for.
        text = text.replace("V-911-01-0001", f"V-911-01-{number:04}").replace("vvg: aukstupys", f"vvg: case-{number}")
        (folder / "vvg" / f"case-{number}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def found(light_world: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """What the checks say of all cases at once."""
    return told(with_cases(light_world, tmp_path_factory.mktemp("cases") / "data", None))


@pytest.mark.parametrize("number", range(1, len(CASES) + 1), ids=lambda number: f"{number}-{CASES[number - 1][0]}")
def test_a_check_finds_what_is_unusual_and_says_how_to_go_on(found, number):
    check = CASES[number - 1][0]
    of_case = [problem for problem in found if problem.file == f"data/vvg/case-{number}.yaml"]
    assert of_case, "the check found nothing"
    for problem in of_case:
        assert problem.line > 1
        assert problem.what.startswith(f"case-{number}/2014-2020")
        assert problem.mend.endswith(f"or, if it is right, say why in the record: answers: {{{check}: …}}")


def test_a_reason_answers_every_check(light_world, tmp_path):
    assert told(with_cases(light_world, tmp_path / "data", "taip ir parašyta")) == []


def test_a_place_outside_its_municipality_is_found(light_world, tmp_path):
    data = Path(shutil.copytree(light_world, tmp_path / "data"))
    file = data / "statistics" / "places.csv"
    text = file.read_text(encoding="utf-8")
    moved = text.replace(
        "Pakruojis,Pakruojo rajono savivaldybė,55.97889,", "Pakruojis,Pakruojo rajono savivaldybė,54.97889,"
    )
    assert moved != text
    file.write_text(moved, encoding="utf-8")
    [problem] = told(data)
    assert problem.file == "data/statistics/places.csv"
    assert moved.splitlines()[problem.line - 1].startswith("Pakruojis,")
    assert "km outside Pakruojo rajono savivaldybė" in problem.what
    assert "correct latitude" in problem.mend
    assert "answers:" not in problem.mend


def test_the_invented_world_and_the_real_data_pass_every_check(light_world, root):
    assert told(light_world) == []
    assert told(root / "data") == []


def test_every_check_is_shown_here():
    shown = {check for check, *_ in CASES} | {"place_outside_municipality"}
    assert shown == set(definitions.checks())


@pytest.mark.parametrize("check", sorted(definitions.checks()))
def test_every_check_says_what_it_looks_for_and_has_the_same_columns(database, check):
    text = definitions.checks()[check]
    assert text.startswith("-- ")
    described = database.cursor().execute(f"describe {text}").fetchall()
    assert [column[0] for column in described] == ["subject", "file", "line", "what", "mend"]
