"""What a block says of a project: its code, applicant, partners, days and state, near its name."""

import re
from dataclasses import dataclass, field

from loaders.documents.document import Block
from loaders.documents.finders.passages import even
from loaders.documents.finders.phrases import whole_sentences
from loaders.documents.finders.project_bodies import applicant, is_body, is_organisation
from loaders.documents.finders.project_doers import carried_by, doer, labelled
from loaders.documents.finders.project_words import CODE, duration, score, span, status

_MEASURE = re.compile(
    r"(?:pagal|priemon\w+|veiksm\w+)\W+(?:nr\.? ?)?(?P<code>[0-9](?:\.[0-9]{1,2}){1,3})"
    r"|(?P<before>[0-9](?:\.[0-9]{1,2}){1,3})\.? ?(?:veiksm|priemon)"
)
_BEHIND = re.compile(r"[“\"”]*\s*(?:\((?P<in>[^()]{4,90})\)|[–-]\s*(?P<dash>[^,;.]{4,90}))")
_AROUND = re.compile(r"(?:^|[.;)] |\) ir |, )(?P<name>[^.;()]{4,110}?) \([Pp]rojekt\w+ [„\"“,]+$")
_SAYS_STATUS = re.compile(
    r"\bprojektas\b|^(?:projekto )?(?:bukle|statusas)|^\W*(?:sekmingai )?(?:igyvendint|nutraukt|baigt|uzbaigt|tesiam"
    r"|vykdom|igyvendinam)\w*"
)


@dataclass(slots=True)
class Project:
    """A project as it was read so far."""

    block: Block
    start: int
    end: int
    values: dict[str, object]
    confidence: float = 0.95
    last_line: int = field(default=0)

    def fill(self, **more: object) -> None:
        """What is not yet known is taken."""
        for key, value in more.items():
            if value and not self.values.get(key):
                self.values[key] = value


def say_more(project: Project, block: Block, named: tuple[int, int] | None) -> None:
    """What a block says of the project that it names at a place, or of the one above where it names none."""
    text = block.text
    plain = even(text)
    start = named[0] if named else 0
    code = CODE.search(text, start) or CODE.search(text)
    project.fill(code=code[0] if code and _is_its_own(project, text) else None)
    who, partners = labelled(text)
    project.fill(applicant=who, partners=partners)
    if named:
        _beside(project, block, named)
    if len(text.split()) < 40 and re.search(
        r"laikotarp|trukm|pradzi|pabaig|termin|igyvendinamas 20|vykdomas 20", plain
    ):
        first, last = span(_without(text, str(project.values.get("title"))))
        project.fill(start=first, end=last)
    for sentence in whole_sentences(text):
        is_of_title = named is not None and sentence.start <= start <= sentence.start + len(sentence.text)
        if is_of_title:
            project.fill(applicant=doer(sentence.text, start - sentence.start))
        outside = _without(sentence.text, str(project.values.get("title")))
        project.fill(applicant=carried_by(sentence.text))
        if is_of_title or (_SAYS_STATUS.search(sentence.even) and (named or "projektas" in sentence.even)):
            project.fill(status=status(outside))
        if re.search(
            r"projekt|trukm|laikotarp|pradzi|pabaig|\bveiklos (?:\w+ )?(?:truk|vyk|baig|prasid)"
            r"|^\W*jis (?:\w+ )?(?:igyvendin|vykd)\w+ nuo ",
            sentence.even,
        ):
            first, last = span(outside)
            project.fill(start=first, end=last, duration_months=duration(outside))
    measure = _MEASURE.search(plain)
    project.fill(measure=(measure["code"] or measure["before"]) if measure and named else None)


def say_more_of_each(here: list[Project], block: Block, named: list[tuple[int, int]]) -> None:
    """Several projects in one block: each has what stands between its title and the next one."""
    text = block.text
    ends = [start for start, _ in named[1:]] + [len(text)]
    for project, place, stop in zip(here, named, ends, strict=True):
        piece = text[place[1] : stop]
        code = CODE.search(piece)
        project.fill(code=code[0] if code else None)
        _beside(project, block, place, stop)


def _beside(project: Project, block: Block, named: tuple[int, int], stop: int | None = None) -> None:
    """A body in parentheses or after a dash behind the title, or before it in an item of a list."""
    text = block.text
    after = _BEHIND.match(text[named[1] : stop])
    inside, dashed = (after["in"], after["dash"]) if after else (None, None)
    name = inside or dashed or ""
    is_listed = block.kind == "list_item" or bool(re.match(r"\W*$", text[: named[0]]))
    before = re.fullmatch(r"(?P<name>[^.;:]{4,110}?)(?:,? [Pp]rojektas| [–-]| –|,)\s*[„\"“,]*", text[: named[0]])
    if not is_organisation(name) and before and is_listed and is_organisation(before["name"]):
        name = before["name"]
    if not is_organisation(name) and (around := _AROUND.search(text[: named[0]])):
        name = around["name"].removeprefix("ir ")
    if inside and name == inside and is_body(name):
        project.fill(applicant=applicant(name, is_told=True))
    elif is_organisation(name) or (is_listed and dashed and name == dashed):
        project.fill(applicant=applicant(name, is_told=is_listed))
    piece = text[named[1] : stop]
    if is_listed or len(piece) < 160:
        project.fill(score=score(piece))


def _is_its_own(project: Project, text: str) -> bool:
    return len(set(CODE.findall(text))) == 1


def _without(text: str, title: str) -> str:
    return text.replace(title, "") if title else text
