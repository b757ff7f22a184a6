"""The territory of the strategy: what it is, how many live there and when that was counted, how large it is."""

import re
from collections.abc import Iterator
from decimal import Decimal

from loaders.documents.document import Block, Document
from loaders.documents.finders import vvg
from loaders.documents.finders.cities import other_cases
from loaders.documents.finders.days import days, years
from loaders.documents.finders.money_context import town_forms
from loaders.documents.finders.passages import Sentence, even, quotation, sentences_of
from loaders.documents.finders.vvg import mentions as vvg_names
from loaders.documents.finding import Finding
from loaders.documents.known import Known, read_known
from loaders.normalise.figures import quantities

_CAPITALS = r"(?:[A-ZĄČĘĖĮŠŲŪŽ][\wąčęėįšųūž-]+ ){1,3}"
_PLACE = re.compile(
    rf"(?P<owner>{_CAPITALS}(?:miesto |m\. )?(?:VVG |vietos veiklos grupės )?)"
    r"(?P<head>(?:tikslinės |seniūnijos |miesto seniūnijos )?(?:teritorij\w+|seniūnij\w+)|miest(?:e|as|ą|ui|o)(?!\w))"
)
_GENITIVES = re.compile(r"(?:o|os|ų|ės|us) (?:miesto |m\. )?(?:VVG |vietos veiklos grupės )?$")
_APPLIES = re.compile(
    r"strategij\w+ (?:\S+ ){0,5}?(?:igyvendinam\w+|igyvendinta|apima|skirta|rengiama|veikia)(?: \S+){0,3} "
    r"|(?:strategijos|vvg|grupes)(?: \S+){0,2} teritorij(?:a|ai|oje|os)"
    r"|teritorijos gyventoj|^\W*(?:strategijos |vvg |igyvendinimo ){0,2}teritorija ?[:|-]|vvg veikl\w+ teritorij"
)
_CITY_APPLIES = re.compile(
    r"teritorija(?: yra| -| apima|:| \|)(?: \S+){0,4} miest|strategija (?:bus )?(?:igyvendinama|skirta"
    r"|apima)(?: \S+){0,3} miest(?:e|ui|a)(?!\w)"
)
_LOCATIVE = re.compile(r"[A-ZĄČĘĖĮŠŲŪŽ]\w+(?:je|uose)(?!\w)")
_TARGET = re.compile(r"tikslin(?:e|es|eje) teritorij\w+")
_LIVE = re.compile(
    r"gyvena(?!m)|gyveno|gyventoju skaici\w+|turinci\w+|gyventoju sudare|gyvenantys|registruot\w+ gyvent"
)
_RESIDENTS = re.compile(r"^\W*(?:nuolatini\w+ )?(?:gyventoj|zmon)")
_NOT_ALL = re.compile(
    r"darbingo|bedarb|iki [0-9]{1,2} met|vyresni|jaunim|vaik|senyvo|pensij|neigal|apklaus|dalyv|sumazejo"
    r"|padidejo|mazejo|moter|vyr(?:u|ai)|rajon(?:e|o savivaldybeje)"
    r"|lietuvoje|salyje|savivaldybeje|planuojama|tikslines grupes"
)
_HECTARES = re.compile(r"(?P<figure>[0-9][0-9 ]*(?:,[0-9]{1,2})?) ?(?:ha(?!\w)|hektar\w+)")
_LINKED = re.compile(r"susiet\w+ (?:\S+ ){0,6}$")
_AREA_OF = re.compile(r"teritorij|plot(?:as|o|e)|miest")
_SAME = re.compile(r" (?:miestas|miesto teritorija|miesto|teritorija)$")
_NAMED = re.compile(
    r"(?<!\w)(?P<name>[A-ZĄČĘĖĮŠŲŪŽ]\w+(?: [A-ZĄČĘĖĮŠŲŪŽ]\w+)?) (?:–|-|yra) (?:\S+ ){0,4}?(?:miestas|miestelis)(?!\w)"
)
_LEAST, _MOST = 500, 700_000
_NOMINATIVE = (("teritorij", "teritorija"), ("seniūnij", "seniūnija"), ("miest", "miestas"))


def find(document: Document, known: Known | None = None) -> list[Finding]:
    """The territories that the document describes, each description once, the one with figures before others."""
    found: dict[str, Finding] = {}
    known = known or read_known()
    towns = {**town_forms(known), **_own_town(document, known)}
    for block in document.blocks:
        for sentence in sentences_of(block):
            for finding in _in_sentence(block, sentence, towns):
                key = _SAME.sub("", even(str(finding.values["description"])))
                worth = (len(finding.values), finding.confidence)
                if key not in found or worth > (len(found[key].values), found[key].confidence):
                    found[key] = finding
    return list(found.values())


def _own_town(document: Document, known: Known) -> dict[str, str]:
    """The town of the group that the document is about, by every form of its name, where no list may have it."""
    city = next((str(one.values.get("city", "")) for one in vvg.find(document, known)), "")
    return dict.fromkeys(other_cases(city), city) if city else {}


def _in_sentence(block: Block, sentence: Sentence, towns: dict[str, str]) -> Iterator[Finding]:
    plain = sentence.even
    residents = _residents(sentence)
    area = _area(sentence, linked=False)
    if not residents and not area and not _APPLIES.search(plain):
        return
    place = _place(sentence, may_be_city=bool(residents or area or _CITY_APPLIES.search(plain)))
    if place is None and area:
        place = _target(sentence)
    if place is None and residents:
        place = _town(sentence, towns)
    if place is None:
        return
    description, kind, start, end = place
    values: dict[str, object] = {"description": description, "kind": kind}
    ends = [start, end]
    if residents:
        count, first, last = residents
        values["residents"] = count
        ends += [first, last]
        if when := _counted_on(sentence):
            values["as_of"] = when
    if area:
        values["area_ha"] = area[0]
        ends += [area[1], area[2]]
        if linked := _area(sentence, linked=True):
            values["linked_area_ha"] = linked[0]
            ends += [linked[1], linked[2]]
    words = quotation(block.text, sentence.start + min(ends), sentence.start + max(ends))
    yield Finding(
        "territory", values, words, block.place, 0.95 if residents or area else 0.9 if "igyvendin" in plain else 0.85
    )


def _residents(sentence: Sentence) -> tuple[int, int, int] | None:
    """The number of residents, where the sentence counts all of them."""
    plain = sentence.even
    if not (_LIVE.search(plain) or "teritorij" in plain) or _NOT_ALL.search(plain):
        return None
    counted = []
    for quantity in quantities(sentence.text):
        value = quantity.readings[0]
        is_count = value == int(value) and _LEAST <= value <= _MOST
        beside = _RESIDENTS.search(plain[quantity.end :]) or re.search(
            r"gyventoju skaicius(?: \S+){0,7} $|gyven\w+ (?:\S+ ){0,3}$", plain[: quantity.start]
        )
        if is_count and beside and not re.match(r" ?(?:m\.|met)", plain[quantity.end :]):
            counted.append((int(value), quantity.start, quantity.end))
    return counted[0] if len(counted) == 1 else None


def _counted_on(sentence: Sentence) -> str | None:
    named = days(sentence.text) or years(sentence.text)
    return named[0].date.text if len(named) == 1 else None


def _area(sentence: Sentence, *, linked: bool) -> tuple[Decimal, int, int] | None:
    if not _AREA_OF.search(sentence.even):
        return None
    for match in _HECTARES.finditer(sentence.even):
        if bool(_LINKED.search(sentence.even[: match.start()])) == linked:
            value = Decimal(match["figure"].replace(" ", "").replace(",", "."))
            if value > 0:
                return value, match.start(), match.end()
    return None


def _town(sentence: Sentence, towns: dict[str, str]) -> tuple[str, str, int, int] | None:
    """A town named in the locative, where nothing else says what is counted: Plungėje gyveno."""
    named = [(towns[word[0]], *word.span()) for word in _LOCATIVE.finditer(sentence.text) if word[0] in towns]
    return (named[0][0], "city", *named[0][1:]) if len(named) == 1 else None


def _target(sentence: Sentence) -> tuple[str, str, int, int] | None:
    """A territory that is called nothing but the target one."""
    match = _TARGET.search(sentence.even)
    return ("tikslinė teritorija", "part_of_city", *match.span()) if match else None


def _place(sentence: Sentence, *, may_be_city: bool) -> tuple[str, str, int, int] | None:
    """The territory in the nominative, its kind, and where it stands."""
    for match in _PLACE.finditer(sentence.text):
        owner = match["owner"]
        if not _GENITIVES.search(owner) or "rajono" in owner or even(owner).startswith("lietuvos"):
            continue
        *before, head = match["head"].split()
        nominative = next((name for stem, name in _NOMINATIVE if head.startswith(stem)), None)
        if nominative is None or (nominative == "miestas" and not may_be_city):
            continue
        owner = re.sub(r"^(?:(?:Tai|Šio|Šios|Visoje|Visos|Strategija|Strategijos) )+", "", owner)
        if not owner[:1].isupper():
            continue
        description = " ".join([*owner.split(), *before, nominative])
        named = [vvg for _, _, vvg in vvg_names(sentence.text) if vvg.part]
        kind = "part_of_city" if named and "VVG" in description else _kind(description)
        kind = "part_of_city" if _TARGET.search(sentence.even) else kind
        return description, kind, match.start(), match.end()
    named_city = _NAMED.search(sentence.text) if may_be_city else None
    return (named_city["name"], "city", *named_city.span()) if named_city else None


def _kind(description: str) -> str:
    plain = even(description)
    if "tikslines teritorija" in plain or "tiksline" in plain:
        return "part_of_city"
    if "seniunij" in plain:
        return "eldership"
    return "city" if plain.endswith("miestas") else "territory"
