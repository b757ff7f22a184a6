"""To which item, project or call the words at a place belong."""

import re
from bisect import bisect_right
from collections import defaultdict

from loaders.documents.document import Block, Document
from loaders.documents.finders.item_references import CODED, referred
from loaders.documents.finders.owner_places import lead_of, start_of, subject_of
from loaders.documents.finders.passages import even
from loaders.documents.finders.phrases import evened, quoted
from loaders.documents.finding import Finding

_OF_STRATEGY = re.compile(r"\b(?:strategij|vps\b)\w*")
_OF_OWNER = re.compile(
    r"\b(?:si(?:s|o|am|uo|a|os|ai)|minet\w+) (?:veiksm|priemon|uzdavin|tiksl|projekt)|\b(?:veiksmo|priemones"
    r"|uzdavinio|projekto)\b"
    r"|^(?:veiksm|priemon|uzdavin|projekt)\w*"
)
_FIELD = re.compile(
    r"^\W*(?:tikslin|rodikl|siektin|pasiekt|planuojam|numatom|numatyt|dalyvi|produkt|rezultat|skirt|les|finansav"
    r"|laukiam|bus |vykdytoj|pareiskej|partner|trukm|biudzet)"
)
_TOTAL = re.compile(r"\W*(?:is )?viso\b")
_OF_OTHERS = re.compile(
    r"\bvvg\b|kvietim|vietos veiklos grup|\bkit(?:i|u|uose|us) projekt|\bprojekt(?:ai|u|us|uose|ams)\b"
)
_REACH = 12
"""Blocks below an item that may still speak of it."""
_SHORTEST_TITLE = 15


def _is_below(heading: Block, opener: Block) -> bool:
    """Whether a heading is a part of what an item's own heading opens."""
    return opener.kind == "heading" and heading.level > opener.level and bool(_FIELD.match(even(heading.text)))


class Owners:
    """The items, projects and calls of a document, and the words that belong to each."""

    def __init__(self, document: Document, structure: list[Finding]):
        self._blocks = document.blocks
        self._structure = structure
        self._by_line: dict[int, list[tuple[int, int]]] = defaultdict(list)
        """By line, where an item, project or call is named and its position in the structure."""
        for at, finding in enumerate(structure):
            if finding.field in ("item", "project", "call"):
                self._by_line[finding.place.line].append((start_of(document, finding), at))
        self._add_mentions(document)
        calls = [at for at, finding in enumerate(structure) if finding.field == "call"]
        is_call = len(calls) == 1 and re.search(r"kvietim", even(document.title))
        self._call = calls[0] if is_call else None
        """The call that the whole document announces."""
        self.only_call = calls[0] if len(calls) == 1 else None
        self._subject = subject_of(document, structure)
        self._lines = sorted(self._by_line)
        self._codes = {
            str(finding.values["code"]).rstrip("."): at
            for at, finding in reversed(list(enumerate(structure)))
            if finding.field == "item" and finding.values.get("code")
        }
        self._titles = {
            even(str(finding.values["title"]))[:60]: at
            for at, finding in reversed(list(enumerate(structure)))
            if finding.field in ("item", "project") and len(str(finding.values.get("title") or "")) >= _SHORTEST_TITLE
        }
        self._starts = frozenset(title[:_SHORTEST_TITLE] for title in self._titles)

    def _add_mentions(self, document: Document) -> None:
        """A title in quotes at another place speaks of the same item or project."""
        by_title = {
            even(str(finding.values["title"])): at
            for at, finding in reversed(list(enumerate(self._structure)))
            if finding.field in ("item", "project") and finding.values.get("title")
        }
        for block in document.blocks if by_title else ():
            if block.kind == "table_row" or block.place.line in self._by_line:
                continue
            for start, end in quoted(block.text):
                if (at := by_title.get(even(block.text[start:end]))) is not None:
                    self._by_line[block.place.line].append((start, at))

    def owner(self, block: Block, start: int = 0) -> int | None:
        """The position in the structure of what the words from `start` on belong to; None is the strategy."""
        line = block.place.line
        if line in self._by_line:
            return self._within(block, start)
        text = evened(block.text)
        lead = lead_of(self._blocks, line) if self._call is not None and block.kind == "list_item" else ""
        if re.search(r"\bkvietim(?:o|ui|e)\b", lead) and "rodikl" in lead:
            return self._call
        if self._call is not None and _FIELD.match(text) and not _OF_STRATEGY.search(text):
            return self._call
        if block.kind == "table_row" and len(block.cells) == 2 and (beside := self._beside(line)) is not None:
            return beside
        if block.kind == "table_row":
            return next(
                (at for cell in block.cells[:2] if (at := self._codes.get(cell.strip(" .") or "-")) is not None),
                self._named(text),
            )
        if (named := self._named(text)) is not None:
            return named
        if _OF_STRATEGY.search(text) and not _OF_OWNER.search(text):
            return None
        above = self._above(block, text)
        return above if above is not None or _OF_OTHERS.search(text) else self._subject

    def _beside(self, line: int) -> int | None:
        """The item, project or call of a table of two columns, or of the heading above it."""
        at = bisect_right(self._lines, line) - 1
        if at < 0 or line - self._lines[at] > _REACH:
            return None
        owner = max(self._by_line[self._lines[at]])[1]
        if re.search("veiksm|priemon", even(self._blocks[line - 1].cells[0])):
            return next((at for near in range(line - 1, line - _REACH, -1) for at in self._items_at(near)), None)
        is_table = all(one.kind == "table_row" for one in self._blocks[self._lines[at] : line])
        is_item_told = is_table and len(self._blocks[self._lines[at] - 1].cells) == 2
        return owner if is_item_told or (is_table and self._structure[owner].field != "item") else None

    def _items_at(self, line: int) -> list[int]:
        """The items of a row of a table."""
        is_row = line > 0 and self._blocks[line - 1].kind == "table_row"
        return [at for _, at in self._by_line.get(line, []) if is_row and self._structure[at].field == "item"]

    def referred(self, plain: str, start: int) -> tuple[bool, int | None]:
        """Whether the sentence refers a number to an item by its order ("antrajam uždaviniui"), and to which."""
        return referred(plain, start, self._structure, self._codes)

    def _within(self, block: Block, start: int) -> int | None:
        here = self._by_line[block.place.line]
        if block.kind == "table_row":
            return max((at for _, at in here), key=self._depth)
        before = [at for named, at in sorted(here) if named <= start]
        owner = before[-1] if before else None
        if owner is None:
            return None
        plain = evened(block.text)
        sentence = plain[max(0, start - 400) : start].rpartition(". ")[2] + plain[start : start + 120]
        if _TOTAL.match(sentence):
            return None
        is_whole = _OF_STRATEGY.search(sentence) and not _OF_OWNER.search(sentence)
        return None if is_whole and not block.marker and self._structure[owner].field == "item" else owner

    def _depth(self, at: int) -> tuple[int, int]:
        depth, above = 0, self._structure[at].parent
        while above is not None and depth < 9:
            depth, above = depth + 1, self._structure[above].parent
        return depth, at

    def _named(self, text: str) -> int | None:
        match = CODED.search(text)
        if match and (at := self._codes.get(match["code"] or match["after"])) is not None:
            return at
        for place in range(0, min(len(text), 400) - _SHORTEST_TITLE):
            if text[place : place + _SHORTEST_TITLE] in self._starts:
                for title, at in self._titles.items():
                    if text.startswith(title, place):
                        return at
        return None

    def _above(self, block: Block, text: str) -> int | None:
        """The item or project under which a block stands, unless it was only one of a list that has ended."""
        line = block.place.line
        at = bisect_right(self._lines, line) - 1
        if at < 0 or line - self._lines[at] > _REACH:
            return None
        last = self._lines[at]
        owner = max(self._by_line[last])[1]
        opener = self._blocks[last - 1]
        between = self._blocks[last : line - 1]
        if _TOTAL.match(text):
            return None
        if any(one.kind == "heading" and not _is_below(one, opener) for one in between):
            return None
        if opener.kind == "table_row":
            return None
        if self._structure[owner].field == "project":
            return owner if len(self._by_line[last]) == 1 else None
        if block.kind == "list_item" and (opener.kind != "list_item" or block.level > opener.level):
            return owner
        is_told_apart = opener.kind != "heading" and any(
            one.kind == "paragraph" and not _FIELD.match(even(one.text)) and not _OF_OWNER.search(even(one.text))
            for one in between
        )
        if _OF_OWNER.search(text) or (_FIELD.match(text) and not is_told_apart):
            return None if self._is_one_of_list(at, owner) and not _OF_OWNER.search(text) else owner
        return None

    def _is_one_of_list(self, at: int, owner: int) -> bool:
        """Whether the item stands right below another of its kind: then what follows speaks of all of them."""
        last, before = self._lines[at], self._lines[at - 1]
        opener, other = self._blocks[last - 1], self._blocks[before - 1]
        if at == 0 or last - before != 1 or opener.kind == "heading":
            return False
        one, two = (self._structure[named].values.get("level") for named in (owner, max(self._by_line[before])[1]))
        is_list = opener.kind == "list_item" or one in ("goal", "objective")
        return is_list and one == two and (opener.kind, opener.level) == (other.kind, other.level)
