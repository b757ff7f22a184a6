"""A draft of what a reader accepted: through the form and the checks, as YAML, and in a database for one visit.

Run by `desk.py` as `python -m loaders.visit.checking`, JSON on its standard input and output.
"""

import json
import resource
import sys
import tempfile
from collections.abc import Set
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from loaders import records
from loaders.documents import draft_yaml
from loaders.documents.as_json import document_from_json, finding_from_json
from loaders.documents.document import Document, Place
from loaders.documents.draft import Draft, drafted
from loaders.documents.known import read_known
from loaders.forms import validated
from loaders.problems import BuildRefused
from loaders.visit.database import Visiting, build_for_visit
from loaders.visit.problems import Concern, code_of, concerns, key_of
from loaders.vvg_files import VvgRows
from loaders.yaml_lines import Lines, read
from loaders.yaml_lines import Path as Way

Json = dict[str, Any]

MEMORY = 2 * 1024**3
NOWHERE = 10**9
"""The number of a parent that was not accepted: what belongs to it is lost."""
ROUNDS = 4
"""How often a draft is made anew without the facts that form or tables refuse."""
UNNAMED = "juodrastis"
"""The name of a draft whose VVG is not known."""


@dataclass(frozen=True)
class Made:
    """A draft made of some findings: its YAML, the number of the finding behind each place, what was left out."""

    draft: Draft
    name: str
    text: str
    behind: dict[Way, int]
    left_out: list[Concern]
    source: Json
    """What the document says of itself."""

    def lines(self) -> tuple[object, Lines]:
        """The YAML as the project reads it."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"{self.name}.yaml"
            file.write_text(self.text, encoding="utf-8")
            return read(file, file.name)

    def rows(self) -> VvgRows:
        """The rows of the draft, not yet asked for. Raises BuildRefused where the form refuses it."""
        tree, lines = self.lines()
        record = validated(records.VvgRecord, tree, lines, f"{self.name}.yaml")
        return VvgRows(record, lines, f"{self.name}.yaml", read_known().vocabularies)


def checked(request: Json) -> Json:
    """What becomes of a draft.

    In: `document`; `findings`, a list of {at, finding}, whose parents are numbers `at` too; `unread`; `about`, what
    the reader says of the VVG; `eu_period`; `source`, what the reader says of the document; `read`, the day;
    `served`, the database in use, and `into`, the file for the visit's own, or None where it is only checked.
    Out: `name` of the record's file; `source`, what the document says of itself; `yaml`; `concerns`, as of
    `problems.Concern`; `written`, the numbers of the findings that stand in the draft; `visit`, as of
    `database.Visiting`, or None where none was asked for or made.
    """
    document = document_from_json(request["document"])
    whole = _made(document, request)
    with tempfile.TemporaryDirectory() as folder:
        into = Path(request["into"] or f"{folder}/draft.duckdb")
        found, visiting = _visit(document, request, into)
    found = whole.left_out + found
    return {
        "name": whole.name,
        "source": whole.source,
        "yaml": whole.text,
        "written": sorted(set(whole.behind.values())),
        "concerns": [asdict(one) for one in dict.fromkeys(found)],
        "visit": asdict(visiting) if visiting and request["into"] else None,
    }


def _made(document: Document, request: Json, without: Set[int] = frozenset()) -> Made:
    """The draft, with what the reader filled in: who the VVG is needs no words of the document."""
    given = [one for one in request["findings"] if one["at"] not in without]
    place_of = {one["at"]: place for place, one in enumerate(given)}
    findings, number_of = [], {}
    for one in given:
        finding = finding_from_json(one["finding"])
        if finding.parent is not None:
            finding = replace(finding, parent=place_of.get(finding.parent, NOWHERE))
        findings.append(finding)
        number_of[id(finding)] = one["at"]
    draft = drafted([(document, findings)], date.fromisoformat(request["read"]))
    draft.record.update(_known(request["about"]))
    source = draft.record["sources"]["S1"]
    said = {key: source[key] for key in ("title", "publisher", "kind")}
    source.update(_known(request["source"]))
    strategies = draft.record["strategies"]
    if not strategies and request["eu_period"]:
        strategies.append({"eu_period": request["eu_period"]})
    for strategy in strategies:
        strategy["eu_period"] = strategy["eu_period"] or request["eu_period"]
    unread = [(Place(**place), sentence) for place, sentence in request["unread"]]
    return Made(
        draft,
        str(draft.record.get("vvg") or UNNAMED),
        draft_yaml.text(draft, {"S1": unread}),
        {path: number_of[id(finding)] for path, finding in draft.proofs.items()},
        [
            Concern(code_of(reason), number_of[id(finding)], key_of(reason), reason)
            for _, finding, reason in draft.left_out
        ],
        said,
    )


def _known(given: Json) -> Json:
    return {key: value for key, value in given.items() if value}


def _visit(document: Document, request: Json, into: Path) -> tuple[list[Concern], Visiting | None]:
    """The database of the visit, with every fact that form and tables accept, and what is wrong with the others."""
    found: list[Concern] = []
    without: set[int] = set()
    for _ in range(ROUNDS):
        made = _made(document, request, without)
        try:
            rows = made.rows()
            visiting, unusual = build_for_visit(rows, made.name, Path(request["served"]), into)
        except BuildRefused as refused:
            told = concerns(refused.problems, made.lines()[1], made.behind)
            found += told
            refusing = {one.finding for one in told if one.finding is not None}
            if not refusing or any(one.finding is None for one in told):
                return found, None
            without |= refusing
            continue
        found += concerns(rows.problems, rows.lines, made.behind)
        for check, problem in unusual:
            found += [replace(one, code=check) for one in concerns([problem], rows.lines, made.behind)]
        return found, visiting
    return found, None


def main() -> None:
    """Answers one request."""
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(kind, (most, most))
    target, sys.stdout = sys.stdout, sys.stderr
    json.dump(checked(json.load(sys.stdin)), target, ensure_ascii=False)


if __name__ == "__main__":
    main()
