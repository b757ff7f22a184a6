"""What stands around a sum: its own piece of the sentence, the item, project or call above it, other towns."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.documents.document import Block, Document
from loaders.documents.finders.cities import genitive, other_cases
from loaders.documents.finders.passages import even
from loaders.documents.finding import Finding
from loaders.documents.known import Known
from loaders.normalise.money import Sum

_SPLIT_FIRST = re.compile(r"[,;](?! ?[0-9])|[,;] | - kitu|\) ")
_SPLIT_NEXT = re.compile(r" ?\((?=[a-z])|: ")
_SPLIT_ELSE = re.compile(r" (?:ir|o|bei|dar|tuo tarpu) ")
_AFTER_ASIDE = re.compile(r"\W*\) ?(?:-|:|siek(?:e|ia)|sudar(?:o|e)|yra|buvo)? ?(?:apie |beveik )?")
_ASIDE = re.compile(
    r"(?:,? ?(?<!\w)(?:kartu su|drauge su|su|be|neskaitant|iskaitant|ir|bei) [^,;()]{1,80})?\([^()]{0,80}$"
)
_PARTS_AFTER = re.compile(r"[,;(]? ?-? ?(?<!\w)(?:is (?:ju|kuriu|kurios|jos|siu|sios|to)|tarp ju|o likus\w+)(?!\w)")
_IN_WORDS = re.compile(r"(?<=[0-9] )\((?!\W*[0-9])[^()0-9]{8,160}\)(?= ?(?:eur|€|lit))", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-ZĄČĘĖĮŠŲŪŽ][\w-]+(?: [A-ZĄČĘĖĮŠŲŪŽ][\w-]+)?")
_CODED = re.compile(
    r"(?<![\w.])(?P<before>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})\.?(?:-?(?:ajam|ojo|ajai|asis|oji))? (?:veiksm"
    r"|priemon|uzdavin"
    r"|tiksl|prioritet|krypt)|(?:veiksm|priemon|uzdavin|tiksl|prioritet|krypt)\w+ (?:nr\.? ?)?"
    r"(?P<after>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})(?![0-9])(?!\.? ?[0-9]{3})(?! ?(?:eur|€|proc|%|tukst))"
)
_ONE = {
    "project": re.compile(r"(?<!\w)projekt(?:as|o|ui|a|e|u)(?!\w)(?<!strategijos projektas)(?<!strategijos projekto)"),
    "call": re.compile(r"(?<!\w)(?:pa)?kvie(?:tim(?:as|o|ui|a|u|e)|ciam\w*)(?!\w)"),
}
_NONE = re.compile(r"(?!)")
_HOMES = ("item", "project", "call")
_ITEM_SCOPES = {"goal": "goal", "objective": "objective", "measure": "measure", "action": "measure"}


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a sentence that speaks of one sum: where it begins and ends, and its evened letters.

    What belongs to another sum is blotted out of `plain`: an aside in brackets, a clause on the parts of the sum.
    """

    start: int
    end: int
    amount: Sum
    plain: str
    is_aside: bool = False


def without_words(text: str) -> str:
    """The text with a sum's repetition in words blotted out: "48 000 (keturiasdešimt aštuoni tūkstančiai) eurų".

    >>> without_words("48 000 (du šimtai) Eur")
    '48 000             Eur'
    """
    return _IN_WORDS.sub(lambda match: " " * len(match[0]), text)


def pieces(plain: str, found: Sequence[Sum]) -> list[Piece]:
    """The sentence shared out among its sums, at the last comma or joining word between two of them."""
    bounds, asides = [0], {}
    for at, (one, other) in enumerate(itertools.pairwise(found)):
        gap = plain[one.end : other.start]
        if gap.strip() == "iki":
            bounds.append(bounds[-1])
            continue
        if _AFTER_ASIDE.fullmatch(gap) and (aside := _ASIDE.search(plain, bounds[-1], one.start)):
            asides[at] = asides[at + 1] = (aside.start(), one.end + gap.index(")") + 1)
            bounds.append(bounds[-1])
            continue
        splits = list(_SPLIT_FIRST.finditer(gap)) or list(_SPLIT_NEXT.finditer(gap)) or list(_SPLIT_ELSE.finditer(gap))
        bounds.append(one.end + (splits[-1].start() if splits else len(gap) // 2 if len(gap) > 20 else 0))
    shared: list[Piece] = []
    for at, (start, end, amount) in enumerate(zip(bounds, [*bounds[1:], len(plain)], found, strict=True)):
        end = end if end > amount.start else len(plain)
        if at in asides:
            low, high = asides[at]
            if amount.start < high:
                start, end, words = low, high, plain[low:high]
            else:
                words = plain[start:low] + " " * (high - low) + plain[high:end]
        else:
            words = plain[start:end]
        is_aside = at in asides and amount.start < asides[at][1]
        shared.append(Piece(start, end, amount, _without_parts(words, amount.end - start), is_aside))
    return shared


def _without_parts(words: str, end: int) -> str:
    """What the sentence says after the sum of its parts is not said of the sum itself."""
    parts = _PARTS_AFTER.search(words, end)
    return words if parts is None else words[: parts.start()] + " " * (len(words) - parts.start())


class Homes:
    """The items, projects and calls of a document, to say to which of them a figure belongs."""

    def __init__(self, document: Document, structure: Sequence[Finding]):
        self._structure = structure
        self.about = even(document.title)
        self._by_line: dict[int, list[int]] = {}
        for at, finding in enumerate(structure):
            if finding.field in _HOMES:
                self._by_line.setdefault(finding.place.line, []).append(at)
        self._above: dict[int, dict[str, int]] = {}
        above: dict[str, int] = {}
        for block in document.blocks:
            line = block.place.line
            if block.kind == "heading":
                above = {}
            for at in self._by_line.get(line, []):
                above = above | {self.scope(at): at}
            self._above[line] = above

    def at(self, block: Block, position: int) -> int | None:
        """The one named last in the block before a position of its text, or the only one of the block."""
        here = [at for at in self._by_line.get(block.place.line, []) if not self._holds(at, block, position)]
        before = [at for at in here if 0 <= block.text.find(self._structure[at].as_written) <= position]
        return before[-1] if before else here[0] if len(here) == 1 else None

    def _holds(self, at: int, block: Block, position: int) -> bool:
        """Whether the place stands within the title of the item itself: then the title is a sentence, not a name."""
        start = block.text.find(title) if (title := self.title(at)) else -1
        return 0 <= start <= position < start + len(title) and block.kind != "table_row"

    def above(self, block: Block, scope: str) -> int | None:
        """The last one of a scope above the block, with no heading between."""
        return self._above.get(block.place.line, {}).get(scope)

    def sole(self, scope: str) -> int | None:
        """The only project or call of a document whose title speaks of one."""
        of_scope = [at for at, finding in enumerate(self._structure) if finding.field == scope]
        return of_scope[0] if len(of_scope) == 1 and _ONE.get(scope, _NONE).search(self.about) else None

    def announced_call(self, block: Block) -> int | None:
        """The call above the block, where it is told when it is open: its conditions follow."""
        call = self.above(block, "call")
        is_open = call is not None and {"opened", "closed"} & self._structure[call].values.keys()
        return call if is_open else None

    def titled(self, words: str) -> int | None:
        """The one whose code or title the words are."""
        wanted = even(words).strip(' ."')
        for at, finding in enumerate(self._structure):
            if finding.field in _HOMES and wanted:
                named = [even(str(finding.values[key])) for key in ("title", "code") if finding.values.get(key)]
                if wanted in named or any(len(title) > 15 and title in wanted for title in named):
                    return at
        return None

    def coded(self, plain: str) -> int | None:
        """The only item whose code stands beside the word for it: "1.1.1 veiksmo", "veiksmui Nr. 1.1.1"."""
        codes = {match["before"] or match["after"] for match in _CODED.finditer(plain)}
        found = [at for code in codes if (at := self.titled(code.rstrip("."))) is not None]
        return found[0] if len(found) == 1 else None

    def scope(self, home: int) -> str:
        """The scope of a figure that belongs to it."""
        finding = self._structure[home]
        if finding.field == "item":
            return _ITEM_SCOPES.get(str(finding.values.get("level")), "measure")
        return finding.field

    def title(self, home: int) -> str:
        """Its title, empty where it has none."""
        return str(self._structure[home].values.get("title") or "")


def other_towns(text: str, own: Sequence[str], known: Known) -> bool:
    """Whether a town is named that is none of `own`."""
    forms = town_forms(known)
    for match in _CAPITAL.finditer(text):
        words = match[0]
        named = forms.get(words) or forms.get(words.split()[0]) or forms.get(words.split()[-1])
        if named and named not in own:
            return True
    return False


def own_towns(about: Finding | None, known: Known) -> list[str]:
    """The towns whose names may stand beside figures of the group: its city, its part, its municipality's."""
    if about is None:
        return []
    city, part = str(about.values.get("city", "")), str(about.values.get("part", ""))
    municipality = str(about.values.get("municipality", ""))
    around = [place for place in known.places if municipality.startswith(f"{genitive(place)} ")]
    return [city, part, *around]


@lru_cache(maxsize=2)
def town_forms(known: Known) -> dict[str, str]:
    """The town by every form of its name."""
    names = {*known.places, *(vvg.city for vvg in known.vvgs.values())}
    return {form: name for name in sorted(names) for form in other_cases(name) if len(form) > 3}
