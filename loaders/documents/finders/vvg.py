"""The group that a document is about: its name in any case and spelling, its city and municipality."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.documents.document import Document, Place
from loaders.documents.finders.cities import genitive
from loaders.documents.finders.groups import Group, Groups
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finding import Finding
from loaders.documents.known import Known, KnownVvg, read_known

_GROUP = re.compile(
    r"(?<!\w)(?:(?:vietos )?veiklos grup(?:e|es|ei|eje|iu|ems|emis|eles?)|(?P<city>m)?vvg)(?!\w)"
    r"(?: ?\((?:toliau|m?vvg)[^)]{0,40}\))?(?: [\"](?P<quoted>[^\"]{3,40})[\"])?"
)
_STRATEGY = re.compile(
    r"(?<!\w)(?:vietos )?(?:pletros )?(?:[0-9]{4} ?- ?[0-9]{4} ?(?:m\.|metu"
    r"|metams)? )?(?:vietos )?(?:pletros )?strategij\w+"
)
_LEFT = 110
_TOKEN = re.compile(r"[\w.–-]+|[\"„“”()]")
_FILLERS = frozenset(
    [
        "miesto",
        "m.",
        "mies.",
        "vietos",
        "tikslines",
        "teritorijos",
        "integruotu",
        "investiciju",
        "iit",
        "seniunijos",
        "dalies",
        "mikrorajono",
    ]
)
_YEARS = re.compile(r"[0-9]{4}|-|m\.|metu|metams")
_OTHER_GROUPS = frozenset(
    ["rajono", "r.", "kaimo", "kaimu", "krasto", "zuvininkystes", "regiono", "vietoviu", "kaimiskuju", "apylinkiu"]
)
_NO_NAMES = frozenset(["vvg", "mvvg", "asociacija", "asociacijos", "asociacijai"])
_INFERRED = 0.85


@dataclass(frozen=True, slots=True)
class Mention:
    """A group that is named somewhere; `line` is the position of the block, -1 the title, -2 the publisher."""

    group: Group
    block: int
    start: int
    end: int
    is_inferred: bool = False


def find(document: Document, known: Known | None = None) -> list[Finding]:
    """The group that the document is about, or nothing where it names several and none before the others."""
    return list(_found(document, known or read_known()))


@lru_cache(maxsize=2)
def _found(document: Document, known: Known) -> tuple[Finding, ...]:
    """Several finders ask of one document in turn."""
    groups = _groups(known)
    text = document.text[:200_000]
    named = [*_mentions(document.title, -1, groups, text), *_mentions(document.publisher or "", -2, groups, text)]
    for at, block in enumerate(document.blocks):
        named += _mentions(block.text, at, groups, text)
    vvg = _about(document, named)
    if vvg is None:
        return ()
    proofs = [one for one in named if one.group.vvg == vvg]
    return (_finding(document, vvg, proofs),)


def mentions(text: str, known: Known | None = None) -> list[tuple[int, int, KnownVvg]]:
    """Every group named in a text: where its name begins and ends, and which it is."""
    found = _mentions(text, 0, _groups(known or read_known()), text)
    return [(one.start, one.end, one.group.vvg) for one in found if not one.is_inferred]


def known_vvg(finding: Finding, known: Known | None = None) -> KnownVvg | None:
    """The group that a finding of this module means, where the atlas knows it."""
    return (known or read_known()).vvgs.get(str(finding.values.get("vvg")))


@lru_cache(maxsize=4)
def _groups(known: Known) -> Groups:
    return Groups(known)


def _mentions(text: str, block: int, groups: Groups, whole: str) -> Iterator[Mention]:
    plain = even(text)
    for head in _GROUP.finditer(plain):
        words, start, is_other = _words_before(text, plain, head.start(), groups)
        says_city = bool(head["city"] or re.search(r"(?<!\w)(?:miesto|m\.)(?!\w)", even(words)))
        if is_other:
            continue
        group = groups.named(words, head["quoted"] or "", says_city=says_city, text=whole)
        if group:
            yield Mention(group, block, start, head.end())
    for head in _STRATEGY.finditer(plain):
        words, start, is_other = _words_before(text, plain, head.start(), groups)
        if not is_other and re.search(r"(?<!\w)(?:miesto|m\.)(?!\w)", even(words)):
            group = groups.named(words, "", says_city=True, text=whole)
            if group and group.confidence > _INFERRED:
                yield Mention(Group(group.vvg, _INFERRED), block, start, head.end(), is_inferred=True)


def _words_before(text: str, plain: str, end: int, groups: Groups) -> tuple[str, int, bool]:
    """The name that ends right there: capital words, and the words that may stand among them.

    Out: the words, where they begin, and whether it is a group of another kind (of a district, rural, fisheries).
    """
    kept: list[str] = []
    start, has_name = end, False
    for token in reversed(list(_TOKEN.finditer(text, max(0, end - _LEFT), end))):
        word = plain[token.start() : token.end()]
        if word in _OTHER_GROUPS:
            return "", end, True
        if not word[0].isalnum():
            if has_name:
                break
            continue
        is_filler = word in _FILLERS or _YEARS.fullmatch(word)
        is_name = not is_filler and word not in _NO_NAMES and (text[token.start()].isupper() or word in groups.by_part)
        if not is_filler and not is_name:
            break
        has_name = has_name or is_name
        start = token.start()
        if not _YEARS.fullmatch(word) or word == "m.":
            kept.insert(0, token[0])
    return " ".join(kept), start, False


def _about(document: Document, named: list[Mention]) -> KnownVvg | None:
    for at in (-1, -2):
        here = {one.group.vvg for one in named if one.block == at}
        if len(here) == 1:
            return here.pop()
    headings = {one.group.vvg for one in named if one.block >= 0 and document.blocks[one.block].kind == "heading"}
    if len(headings) == 1:
        return headings.pop()
    counts = Counter(one.group.vvg for one in named).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return None
    return counts[0][0]


def _name(vvg: KnownVvg, text: str) -> str:
    """The official name; where it holds a name of its own that the document does not use, the plain one if it does."""
    own = re.search("„([^“]+)“", vvg.name)
    plain = f"{genitive(vvg.city)} miesto vietos veiklos grupė"
    is_plain = own and even(own[1]) not in even(text) and even(plain[:-1]) in even(text)
    return plain if is_plain else vvg.name


def _finding(document: Document, vvg: KnownVvg, proofs: list[Mention]) -> Finding:
    """The proof is the fullest name in the blocks, else in the title."""
    best = max(proofs, key=lambda one: (not one.is_inferred, one.block >= 0, one.group.confidence, one.end - one.start))
    values = {
        "vvg": vvg.vvg,
        "name": _name(vvg, document.text[:200_000]),
        "city": vvg.city,
        "municipality": vvg.municipality or None,
    }
    values["part"] = vvg.part
    kept = {key: value for key, value in values.items() if value}
    if best.block < 0:
        text = document.title if best.block == -1 else document.publisher or ""
        return Finding("vvg", kept, quotation(text, best.start, best.end), Place(1), best.group.confidence - 0.05)
    block = document.blocks[best.block]
    words = quotation(block.text, best.start, best.end)
    return Finding("vvg", kept, words, block.place, best.group.confidence)
