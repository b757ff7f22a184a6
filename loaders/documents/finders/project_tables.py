"""Projects in tables: a row a project, or a table of which each row says one thing of one project."""

import re
from collections.abc import Sequence

from loaders.documents.document import Block
from loaders.documents.finders.passages import even
from loaders.documents.finders.phrases import quoted
from loaders.documents.finders.project_bodies import applicant
from loaders.documents.finders.project_doers import labelled
from loaders.documents.finders.project_words import CODE, duration, score, span, status
from loaders.normalise.dates import partial_date

_COLUMNS = (
    (
        "title",
        re.compile(
            r"(?:projekt|pasiulym|paraisk)\w* (?:\w+ )?pavadinim|^projektinis pasiulymas$|^pavadinimas$|^projektas$"
            r"|^projektai$|projektinio pasiulymo pavadinim"
        ),
    ),
    ("code", re.compile(r"projekto (?:kodas|nr|numeris)|paraiskos (?:kodas|nr)|^kodas$")),
    ("applicant", re.compile(r"pareiskej|vykdytoj|pateik|teikej|^organizacija|^istaiga|igyvendinanti")),
    ("partners", re.compile(r"partner")),
    ("status", re.compile(r"bukl|busen|statusas|stadij|sprendimas")),
    ("period", re.compile(r"laikotarp|vykdymo laikas|igyvendinimo (?:laikas|terminas)")),
    ("start", re.compile(r"pradzi")),
    ("end", re.compile(r"pabaig")),
    ("duration_months", re.compile(r"trukm")),
    ("score", re.compile(r"\bbal(?:ai|u|as)\b|ivertinim")),
    ("measure", re.compile(r"(?:veiksmo|priemones) (?:nr|kodas)|^veiksmas$|^priemone$")),
)
_PARTNER = re.compile(r",? \(?[Pp]artner")
_NO_TITLE = re.compile(r"^(?:is viso|viso|suma|-|–|\d[\d\s.,]*)$")


def columns(header: Sequence[str]) -> dict[str, int]:
    """Where each part of a project stands; empty where the table is not one of projects."""
    found: dict[str, int] = {}
    for at, cell in enumerate(header):
        plain = even(cell).strip(" .:")
        key = next((key for key, pattern in _COLUMNS if pattern.search(plain)), None)
        if key and key not in found and not re.search("skaici|suma|les", plain):
            found[key] = at
    if len(header) < 3 and not {"title", "applicant"} <= found.keys():
        return {}
    is_of_projects = "title" in found and (
        "applicant" in found or "code" in found or re.search("projekt", even(" ".join(header)))
    )
    return found if is_of_projects else {}


def said_by(block: Block) -> dict[str, object]:
    """What a row of two cells says of one project: "Projekto vykdytojas | VšĮ „Rytas“"."""
    if len(block.cells) != 2 or not block.cells[1].strip():
        return {}
    plain = even(block.cells[0]).strip(" .:")
    key = next((key for key, pattern in _COLUMNS if pattern.search(plain)), None)
    if key is None or re.search("suma|les[ou]|skaici", plain):
        return {}
    return _values({key: block.cells[1].strip()}, block.text)


def row(block: Block, header: Sequence[str]) -> dict[str, object] | None:
    """The project of a row, or None."""
    at = columns(header)
    if not at or block.cells == tuple(header) or len(block.cells) != len(header):
        return None
    values = _values({key: block.cells[place].strip() for key, place in at.items()}, block.text)
    return values if len(str(values["title"])) >= 4 and not _NO_TITLE.match(even(str(values["title"]))) else None


def _values(cells: dict[str, str], text: str) -> dict[str, object]:
    values: dict[str, object] = {}
    title = cells.get("title", "")
    titles = quoted(title)
    first, last = titles[0] if titles else (0, len(title))
    values["title"] = CODE.sub("", title[first:last]).strip(' .,;„“"”')
    code = CODE.search(cells.get("code", "")) or CODE.search(text)
    values["code"] = code[0] if code else None
    _, partners = labelled(cells.get("applicant", ""))
    values["applicant"] = applicant(_PARTNER.split(cells.get("applicant", ""))[0], is_told=True)
    names = [applicant(one, is_told=True) for one in re.split(r", |; ", cells.get("partners", ""))]
    values["partners"] = partners + [name for name in names if name and name != "fizinis asmuo"]
    values["status"] = cells.get("status") or None if status(cells.get("status", "")) else None
    first_day, last_day = span(f"laikotarpis {cells.get('period') or cells.get('duration_months', '')}")
    for key, day in (("start", first_day), ("end", last_day)):
        values[key] = _date(cells.get(key, "")) or day
    values["duration_months"] = _months(cells.get("duration_months", ""))
    values["score"] = score(f"{cells.get('score', '')} balai")
    measure = re.match(r"\d{1,2}(?:\.\d{1,2}){1,3}", cells.get("measure", ""))
    values["measure"] = measure[0] if measure else None
    return values


def _date(cell: str) -> str | None:
    try:
        return partial_date(cell).text if cell else None
    except ValueError:
        return None


def _months(cell: str) -> int | None:
    plain = re.fullmatch(r"(\d{1,3}) ?(?:men\.?)?", even(cell).strip())
    return int(plain[1]) if plain and 0 < int(plain[1]) <= 180 else duration(f"trukmė {cell}")
