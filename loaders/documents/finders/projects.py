"""Local projects, and those that prepare or administer a strategy, in sentences, fields, lists and tables."""

import re

from loaders.documents.document import Block, Document
from loaders.documents.finders import project_tables
from loaders.documents.finders.heads import mark
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finders.phrases import quoted
from loaders.documents.finders.project_bodies import is_organisation
from loaders.documents.finders.project_facts import Project, say_more, say_more_of_each
from loaders.documents.finding import Finding
from loaders.documents.known import Known

_NAMED = re.compile(
    r"\bprojekt(?:as|o|ui|a|u|e|ai|us|ams|ais|uose|inis pasiulymas|inio pasiulymo"
    r"|ini pasiulyma)\b(?P<between>(?: ?[-:]| ?\(?nr\.? ?[\w.\-]+\)?,?| (?:pavadinimu|vadinam\w+|pavadinimas))*:? ?)$"
)
_SEVERAL = re.compile(r"\b(?:projekt(?:ai|us|ams|u|ais)|pasiulym(?:ai|us))\b[^\"]*$")
_CALLED_SO = re.compile(r"[\"“”]? - (?:tai )?(?:\w+ ){0,3}?projektas\b(?! konkurs)")
_NEXT_NAMED = re.compile(r"^ ?(?:\([^()]{3,120}\)|- ?[^;.]{3,90}?)?(?: ?,| ?;| ir\b| bei\b| taip pat\b)+ ?$")
_DRAFT = re.compile(
    r"\b(?:strategijos|isakymo|sprendimo|apraso|programos|sutarties|plano|istatym\w+|nutarimo) projekt\w+(?: ?[-:]?)*$"
)
_NO_PROJECT = re.compile(r"^(?:.*\bprograma|.*strategija(?: \d.*)?|.*forumas|.*konkursas)$")
_FIELDS = re.compile(r"^\W*(?:projekto )?(?P<key>pavadinimas|projektas)\W*[:–-]\s*")
_LIST = re.compile(
    r"(?:igyvendin|vykd|finans|atrink|atrinkt|patvirtin|remt|parem|siulom|gav|gaus)[^:]{0,110}\b(?:projekt(?:ai|us|ams)"
    r"|paraisk(?:os|as|oms)|pasiulym(?:ai|us|ams)) ?:$|projekt\w+ atrank|atrank\w+ rezultat|siulom\w+ finansuo"
    r"|finansuotin|rezervin\w+ (?:projekt\w+ )?saras"
    r"|pasiulym\w+ sarasas|^\W*projektai\W*$|"
    r"projekt(?:u|ai|us) ?(?:\w+ ){0,4}?sara|(?:igyvendin|vykdom|finansuo|atrink"
    r"|patvirtin)\w+ (?:\w+ ){0,4}?projekt(?:ai|us|u)|projektai ?:$"
    r"|^\W*(?:keletas|keli|kai kurie|dalis) (?:\w+ ){0,3}projekt(?:u|ai)\W*:$"
    r"|finansavim\w+ (?:\w+ )?projektams\b[^:]{0,300}:$"
)
_OF_PROJECT = re.compile(
    r"\W*(?:projekto (?:vykdytoj|kod|numer|nr|partner|pareiskej|trukm)|(?:vykdytojas|pareiskejas"
    r"|projekta igyvendina) ?[:-])"
)
_OPENS_WITH_TITLE = re.compile(r"(?:[\d.)–• -]{0,5}|(?:VšĮ|UAB|MB|[Aa]sociacij\w+)[^.;:]{3,60}[–,-] ?)[„“\",]{1,2}\w")
_LEAD, _NEAR = 160, 6
"""Letters before a title in which the word "projektas" has to stand; blocks below that still speak of a project."""


def find(document: Document, known: Known) -> list[Finding]:
    """Every project once, with all that the document says of it near its name."""
    found: list[Project] = []
    in_list = False
    for position, block in enumerate(document.blocks):
        if block.kind == "table_row":
            _of_row(found, document.blocks, position)
            continue
        is_quote = in_list and block.kind == "paragraph" and bool(_OPENS_WITH_TITLE.match(block.text))
        is_listed = block.kind == "list_item" or is_quote or mark(block.text) is not None
        if not is_listed or (block.text.endswith(":") and not quoted(block.text)):
            in_list = bool(_LIST.search(even(block.text))) and "“" not in block.text[-3:]
        named = _named(block) or _of_field(block) or _of_heading(document.blocks, position)
        if not named and in_list and is_listed:
            named = _of_list(block)
        here = [_add(found, block, start, end, document) for start, end in named]
        if len(here) == 1:
            say_more(here[0], block, named[0])
        elif here:
            say_more_of_each(here, block, named)
        elif found and block.kind != "heading" and _is_near(found[-1], block, document):
            say_more(found[-1], block, None)
            found[-1].last_line = block.place.line
    return [_finding(project) for project in _once(found)]


def _named(block: Block) -> list[tuple[int, int]]:
    """The titles in quotes that a block calls projects."""
    plain = even(block.text)
    places: list[tuple[int, int]] = []
    previous_end, is_several = -1, False
    for start, end in quoted(block.text):
        before = plain[max(0, start - _LEAD) : start].rstrip('",„“ ')
        is_named = _NAMED.search(before) and not _DRAFT.search(before)
        if is_named:
            is_several = bool(_SEVERAL.search(before))
        elif previous_end >= 0 and start - previous_end < (130 if is_several else 12):
            between = re.sub(r"^[\"\s]+|[\"\s]+$", "", plain[previous_end:start])
            is_named = _NEXT_NAMED.match(between)
        is_named = is_named or _CALLED_SO.match(plain, end)
        if is_named and end - start > 2 and not _NO_PROJECT.match(even(block.text[start:end])):
            places.append((start, end))
            previous_end = end
    return places


def _of_field(block: Block) -> list[tuple[int, int]]:
    """The title that stands after "Projekto pavadinimas:", without quotes."""
    label = _FIELDS.match(even(block.text))
    if not label or len(block.text) - label.end() <= 5 or _NO_PROJECT.match(even(block.text[label.end() :])):
        return []
    return [(label.end(), len(block.text.rstrip(" .;")))]


def _of_heading(blocks: tuple[Block, ...], position: int) -> list[tuple[int, int]]:
    """The title that is a whole heading, in quotes, right above what only a project has."""
    text = blocks[position].text
    titles = quoted(text)
    if (
        blocks[position].kind != "heading"
        or len(titles) != 1
        or text.strip(' „“”".') != text[slice(*titles[0])].strip()
    ):
        return []
    below = [even(block.text) for block in blocks[position + 1 : position + 4] if block.kind != "heading"]
    return titles if any(_OF_PROJECT.match(plain) for plain in below) else []


def _of_list(block: Block) -> list[tuple[int, int]]:
    """The title of an item of a list of projects: in quotes beside the name of an organisation."""
    titles = [(a, b) for a, b in quoted(block.text) if not is_organisation(_words_before(block.text, a))]
    return titles[:1] if len(titles) == 1 and len(block.text[titles[0][0] : titles[0][1]].split()) > 1 else []


def _words_before(text: str, place: int) -> str:
    """The words right before a quote, back to the dash or quote before them."""
    before = text[max(0, place - 30) : place].rstrip('„"“ ')
    return "" if before.endswith(("–", "—", "-", ",", ":")) else re.split(r"[“”»]|[„\"](?=\w)| [–—-] ", before)[-1]


def _add(found: list[Project], block: Block, start: int, end: int, document: Document) -> Project:
    title = re.sub(r"\s+", " ", block.text[start:end]).strip(' .,;„“"')
    project = Project(block, start, end, {"title": title}, last_line=block.place.line)
    for other in found:
        if even(str(other.values.get("title"))) == even(title):
            other.last_line = block.place.line
            project = other
            break
    else:
        found.append(project)
    return project


def _is_near(project: Project, block: Block, document: Document) -> bool:
    if block.place.line - project.last_line > _NEAR or (
        block.place.heading not in (project.block.place.heading, project.block.text)
        and block.place.line - project.last_line > 2
    ):
        return False
    plain = even(block.text)
    return bool(
        re.search(r"projekt|pareiskej|vykdytoj|partner|trukm|kodas|laikotarp|pradzi|pabaig|\bnr\.", plain)
    ) and not _LIST.search(plain)


def _of_row(found: list[Project], blocks: tuple[Block, ...], position: int) -> None:
    block = blocks[position]
    header = block.header
    if not header:
        first = position
        while first > 0 and blocks[first - 1].kind == "table_row" and position - first < 80:
            first -= 1
        header = blocks[first].cells
    if not project_tables.columns(header) and (said := project_tables.said_by(block)):
        _say_by_row(found, block, said)
        return
    if values := project_tables.row(block, header):
        start = max(0, block.text.find(str(values["title"])))
        found.append(Project(block, start, start + len(str(values["title"])), values, 0.97))


def _say_by_row(found: list[Project], block: Block, said: dict[str, object]) -> None:
    """A row of a table that tells of one project, part by part; its title begins a new one."""
    title = str(said.pop("title") or "")
    same = next((one for one in found if even(str(one.values["title"])) == even(title)), None) if title else None
    if title and not same and len(title) > 3:
        start = max(0, block.text.find(title))
        same = Project(block, start, start + len(title), {"title": title}, 0.95)
        found.append(same)
    project = same or (found[-1] if found and block.place.line - found[-1].last_line <= _NEAR else None)
    if project:
        project.fill(**said)
        project.last_line = block.place.line


def _once(found: list[Project]) -> list[Project]:
    """Projects of the same title or code are one."""
    kept: list[Project] = []
    by_key: dict[str, Project] = {}
    for project in found:
        keys = [even(str(project.values[key])) for key in ("title", "code") if project.values.get(key)]
        same = next((by_key[key] for key in keys if key in by_key), None)
        if same:
            same.fill(**project.values)
        else:
            kept.append(project)
        by_key |= dict.fromkeys(keys, same or project)
    return kept


def _finding(project: Project) -> Finding:
    values = {key: value for key, value in project.values.items() if value}
    words = quotation(project.block.text, project.start, project.end)
    return Finding("project", values, words, project.block.place, project.confidence)
