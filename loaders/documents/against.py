"""A draft held against the record that is there: what is new, the same, said otherwise, and said no longer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from loaders.documents.draft import Draft
from loaders.documents.draft_yaml import where
from loaders.documents.told_facts import Key, Told, facts
from loaders.quotations import Text
from loaders.yaml_lines import Lines

Verdict = Literal["new", "same", "contradicts", "gone"]

SIGNS: dict[Verdict, str] = {"new": "+", "contradicts": "~", "gone": "-", "same": "="}


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact of the draft, of the record, or of both."""

    verdict: Verdict
    field: str
    period: str | None
    draft: Told | None
    record: Told | None


@dataclass(frozen=True)
class Record:
    """A record as it stands: its tree, the lines of its places and the name of its file."""

    tree: Mapping[str, object]
    lines: Lines
    file: str


def compared(draft: Draft, record: Record) -> list[Difference]:
    """Every fact of the draft against the record, and what its documents no longer say of what the record has.

    Two facts are about the same thing where they have the same key (the code or title of a project, the scope,
    stage, role and funds of a sum …); equal values are paired first, so that several sums of one kind stay apart.
    """
    mine, theirs = list(facts(draft.record)), list(facts(record.tree))
    pairs = _pairs(mine, theirs)
    told = {id(other) for _, other in pairs}
    found = [
        Difference("contradicts" if one.differences(other) else "same", one.field, one.period, one, other)
        for one, other in pairs
    ]
    paired = {id(one) for one, _ in pairs}
    found += [Difference("new", one.field, one.period, one, None) for one in mine if id(one) not in paired]
    gone = _gone([one for one in theirs if id(one) not in told], draft, record)
    found += [Difference("gone", one.field, one.period, None, one) for one in gone]
    return found


def _pairs(mine: list[Told], theirs: list[Told]) -> list[tuple[Told, Told]]:
    """Facts about the same thing: those that agree first, then those that are the only ones of their key."""
    pairs: list[tuple[Told, Told]] = []
    used: set[int] = set()

    def pair(one: Told, other: Told) -> None:
        pairs.append((one, other))
        used.update((id(one), id(other)))

    by_key = _by_key(theirs)
    for one in mine:
        for key in one.identities():
            rivals = [other for other in by_key[_scope(one, key)] if id(other) not in used]
            if equal := [other for other in rivals if not one.differences(other)]:
                pair(one, equal[0])
                break
    left = [one for one in mine if id(one) not in used]
    others, own = _by_key([other for other in theirs if id(other) not in used]), _by_key(left)
    for one in left:
        for key in one.identities():
            rivals = [other for other in others[_scope(one, key)] if id(other) not in used]
            if len(rivals) == 1 and len([fact for fact in own[_scope(one, key)] if id(fact) not in used]) == 1:
                pair(one, rivals[0])
                break
    return pairs


def _scope(one: Told, key: Key) -> tuple[str | None, str, Key]:
    return one.period, one.field, key


def _by_key(told: Iterable[Told]) -> defaultdict[tuple[str | None, str, Key], list[Told]]:
    found = defaultdict(list)
    for one in told:
        for key in one.identities():
            found[_scope(one, key)].append(one)
    return found


def _gone(unpaired: list[Told], draft: Draft, record: Record) -> Iterator[Told]:
    """Facts whose only source is a document of the draft, where their words stand no longer."""
    texts = {_address(one.url): Text(one.title, one.text) for one in draft.documents.values() if one.url}
    sources = record.tree.get("sources")
    urls = {key: _address(str(one.get("url", ""))) for key, one in sources.items()} if isinstance(sources, dict) else {}
    for one in unpaired:
        again = [(texts.get(urls.get(src, "")), words) for src, words in one.proofs]
        if again and all(text and words and not text.holds(words) for text, words in again):
            yield one


def _address(url: str) -> str:
    """An address as two of the same page are compared."""
    bare = url.partition("#")[0].partition("://")[2].removeprefix("www.")
    return bare.rstrip("/").casefold()


def printed(differences: list[Difference], draft: Draft, record: Record) -> Iterator[str]:
    """The differences as text by field: what differs with both values and both places, what agrees as a count."""
    yield f"{record.file}: {_counts(differences)}"
    fields = list(dict.fromkeys((one.period, one.field) for one in differences))
    for period, field in fields:
        own = [one for one in differences if (one.period, one.field) == (period, field)]
        yield f"{f'{period} ' if period else ''}{field}: {_counts(own)}"
        for one in sorted(own, key=lambda one: list(SIGNS).index(one.verdict)):
            if one.verdict != "same":
                yield from _shown(one, draft, record)


def _counts(differences: list[Difference]) -> str:
    counts = {verdict: sum(one.verdict == verdict for one in differences) for verdict in SIGNS}
    return ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count) or "nothing"


def _shown(one: Difference, draft: Draft, record: Record) -> Iterator[str]:
    sign = SIGNS[one.verdict]
    here, there = _in_document(one.draft, draft), _in_record(one.record, record)
    if one.draft and one.record:
        for name, new, old in one.draft.differences(one.record):
            yield f"  {sign} {name}: {_clean(old)} → {_clean(new)}"
            yield f"      {there}"
            yield f"      {here}"
    elif told := one.draft or one.record:
        known = {key: value for key, value in told.values.items() if key != "inside"}
        yield f"  {sign} {', '.join(f'{key}: {_clean(value)}' for key, value in known.items())}"
        yield f"      {here or there}"


def _in_document(told: Told | None, draft: Draft) -> str:
    if told is None:
        return ""
    finding = draft.proofs.get(told.path or ("vvg",))
    words = f" „{_clean(finding.as_written)}“" if finding else ""
    src = told.proofs[0][0] if told.proofs else "S1"
    return f"{src}, {_clean(where(finding.place, finding.confidence))}{words}" if finding else src


def _in_record(told: Told | None, record: Record) -> str:
    if told is None:
        return ""
    words = next((f" „{_clean(words)}“" for _, words in told.proofs if words), "")
    sources = ", ".join(dict.fromkeys(src for src, _ in told.proofs))
    return f"{record.file}:{record.lines[told.path]}{f' ({sources})' if sources else ''}{words}"


def _clean(value: str) -> str:
    """One line that no terminal takes for a command."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in value).split())
