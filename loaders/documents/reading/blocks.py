"""Blocks in the making: each gets its line, its page and the heading above it."""

import re
from collections.abc import Sequence

from loaders.documents.document import Block, BlockKind, Place
from loaders.documents.reading.letters import clean
from loaders.documents.reading.markers import Nesting, marked

DEEPEST_HEADING = 6
_LONGEST_HEADING = 140
_HEADING_WORDS = 18
_SENTENCE_ENDS = tuple(".;:,!?")
_YEAR_ENDS = re.compile(r"\b(?:m|d|proc)\.$", re.IGNORECASE)
_SENTENCES = re.compile(r"[^\W\d]{4,}\. [A-ZĄČĘĖĮŠŲŪŽ]| [–-] [a-ząčęėįšųūž]")
_SUM = re.compile(r"\d\s?(?:€|eur\b|eurų|proc|%)", re.IGNORECASE)
_NOISE = re.compile(
    r"(?:skip to (?:main )?content|(?:pereiti|eiti) (?:prie|į) (?:pagrindin\w+ )?turin\w+"
    r"|palikite komentarą|parašykite komentarą"
    r"|el\. pašto adresas nebus skelbiamas\.?(?: būtini laukeliai.*)?|būtini laukeliai (?:pa)?žymėti.*|leave a reply"
    r"|komentarai (?:išjungti|uždaryti).*|skaityti (?:daugiau|plačiau)\W*|atsisiųsti|spausdinti"
    r"|dalintis|pasidalin\w+\W*"
    r"|share(?: this)?:?|share on \w+|tweet|facebook|[<>«»→←↑|/\s.•·-]+|[-–—] ?\d{1,4} ?[-–—]"
    r"|(?:puslapis|psl\.?|page) ?\d{1,4}(?: ?(?:iš|of|/) ?\d{1,4})?|\[?(?:\.\.\.|…)\]?|siunčiama nuotrauka)",
    re.IGNORECASE,
)
_COOKIES = re.compile(r"\bslapuk\w+|\bcookies?\b", re.IGNORECASE)
_CONSENT = re.compile(r"sutink|naudoja|naršy|privatum|we use|accept", re.IGNORECASE)
_LONGEST_CONSENT = 700
_FEWEST_ENTRIES = 3


class Blocks:
    """A list of blocks that grows in reading order."""

    def __init__(self) -> None:
        self.page: int | None = None
        self.heading: str | None = None
        self.nesting = Nesting()
        self.all: list[Block] = []

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        level: int = 0,
        marker: str = "",
        cells: tuple[str, ...] = (),
        header: tuple[str, ...] = (),
    ) -> None:
        """Adds a block, unless nothing is left of its text once clean, or it serves the page alone."""
        text = clean(text)
        if not text or (kind != "table_row" and is_noise(text)):
            return
        place = Place(len(self.all) + 1, self.page, self.heading)
        self.all.append(Block(kind, text, place, level, clean(marker), cells, header))
        if kind == "heading":
            self.heading = text
        if kind in ("heading", "paragraph", "table_row"):
            self.nesting.end()

    def add_line(self, text: str, *, indent: int = 0, heading: int = 0) -> None:
        """Adds a paragraph or, where a marker begins it, an item. `heading`: its level, if it looks like one."""
        text = clean(text)
        if is_noise(text):
            return
        item = marked(text)
        if heading and (item is None or item.style in ("number", "roman")):
            shown = item or marked("")
            level = min(heading + (shown.depth - 1 if shown else 0), DEEPEST_HEADING)
            self.add("heading", shown.text if shown else text, level=level, marker=shown.marker if shown else "")
        elif item:
            self.add("list_item", item.text, level=self.nesting.level(item, indent), marker=item.marker)
        else:
            self.add("paragraph", text)

    def add_row(self, cells: tuple[str, ...], header: tuple[str, ...] = ()) -> None:
        """Adds a row of a table whose cells are clean."""
        self.add("table_row", " | ".join(cells), cells=cells, header=header)


def one_line(blocks: Sequence[Block]) -> str:
    """The blocks of a cell as one line: items keep their markers, lines that are entries are parted by ";"."""
    texts = [f"{block.marker} {block.text}".strip() for block in blocks]
    entries = len(texts) >= _FEWEST_ENTRIES and all(
        block.kind == "paragraph" and block.text[0].isupper() and block.text[-1].isalpha() for block in blocks
    )
    return ("; " if entries else " ").join(texts)


def is_noise(text: str) -> bool:
    """Whether a line serves the page: a link to skip, to share or to comment, a word on cookies.

    >>> is_noise("Palikite komentarą"), is_noise("Svetainė naudoja slapukus. Naršydami sutinkate."), is_noise("Tikslai")
    (True, True, False)
    """
    if len(text) > _LONGEST_CONSENT:
        return False
    return bool(_NOISE.fullmatch(text) or (_COOKIES.search(text) and _CONSENT.search(text)))


def looks_like_heading(text: str) -> bool:
    """Whether a line is short, no sentence, and neither a sum nor a lead-in to a list.

    >>> looks_like_heading("Kėdainių m. VVG 2016-2022 m. vietos plėtros strategija")
    True
    >>> looks_like_heading("Tikslinės grupės yra šios:"), looks_like_heading("Skirta 5 000 Eur")
    (False, False)
    """
    if (
        len(text) > _LONGEST_HEADING
        or len(text.split()) > _HEADING_WORDS
        or _SUM.search(text)
        or _SENTENCES.search(text)
    ):
        return False
    if text.endswith(_SENTENCE_ENDS) and not _YEAR_ENDS.search(text):
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= 3 and letters * 2 >= len(text) and (text[0].isupper() or text[0].isdigit() or text[0] in '„"“')


def is_uppercase(text: str) -> bool:
    """Whether a line is in capitals: at least five letters, and no small one."""
    return sum(map(str.isalpha, text)) >= 5 and text.isupper()
