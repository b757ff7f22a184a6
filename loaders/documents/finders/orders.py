"""Documents that are themselves a decision, or bear its stamp; and how decisions are named and numbered."""

import re
from dataclasses import replace
from itertools import pairwise

from loaders.documents.document import Block, Document
from loaders.documents.finders import authorities
from loaders.documents.finders.days import days
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finders.strategy_titles import cased
from loaders.documents.finding import Finding

ACT = re.compile(
    r"(?<!\w)(?:isakym(?:u|as|o|a|ai|ais)|sprendim(?:u|as|o|a)|protokol(?:u|as|o|e|iniu"
    r"|inis)(?: sprendim\w+| nutarim\w+)?|potvarki\w+"
    r"|nutarim(?:u|as|o))(?!\w)"
)
NUMBER = re.compile(r"(?:^|[\s(,])Nr\.? ?(?P<number>(?:[A-ZŠŽ]{1,4} ?)?[\w(][\w()/.–-]{0,20})", re.IGNORECASE)
STRATEGY = re.compile(r"(?<!\w)(?:strategij(?:a|ai|os|oms)|vps|strategiju (?:\S+ ){0,2}saras\w+)(?!\w)")
_HEAD_OF_ORDER = 12
_BARE_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}-[0-9]{2}| m\. \w+ [0-9]{1,2} d\.?)(?:,? \w+)?\W*")
_GROUP = re.compile(r"((?:[A-ZĄČĘĖĮŠŲŪŽ]\w+ ){1,2}(?:miesto|MIESTO))\s(?:vietos veiklos grupė|VIETOS VEIKLOS GRUPĖ)")
_STAMP = re.compile(r"\W*(?:patvirtinta|pritarta|strategija patvirtinta|projektas|tvirtinu)\W*")
_ORDER_TITLE = re.compile(
    r"\W*(?:[\w \"-]{0,120} )?(?:isakymas|sprendimas|nutarimas|potvarkis|i s a k y m a s|s p r e n d i m a s)\W*"
)
_MINUTES = re.compile(r"\W*(?:[\w \"-]{0,120} )?protokol(?:as|o israsas)(?: nr\.? ?\S+)?\W*")
_ORDER_SUBJECT = re.compile(
    r"del .{0,120}strategij\w+ .{0,40}(?:patvirtinim|pritarim|finansavim|saras|pakeitim|keitim|tvirtinim)"
    r"|del .{0,40}(?:patvirtinim|pritarim|tvirtinim|pakeitim|keitim)\w+ .{0,120}strategij"
)
_RESOLVED = re.compile(
    r"(?:nutar|nuspre|nusprend)\w*\W(?:.{0,160})?(?:pritar|patvirtin|tvirtin)\w*\W(?:.{0,120})?strategij"
    r"|(?:pritar|patvirtin|tvirtin)(?:ti|ta|o|e)\W(?:.{0,120})?strategij(?:a|ai|os (?:projekt|pakeitim|redakcij"
    r"|keitim)\w*)(?!\w)"
)
_MEETING = re.compile(r"susirinkim|posed")


def of_order(document: Document) -> Finding | None:
    """The document is itself an order that approves strategies: its head names the authority, its date and number."""
    head = document.blocks[:_HEAD_OF_ORDER]
    heads = " ".join(even(block.text) for block in head)
    is_order = any(_ORDER_TITLE.fullmatch(even(block.text)) for block in head) and _ORDER_SUBJECT.search(heads)
    if not is_order and not _is_minutes(document, head):
        return None
    who = _authority(" ".join(block.text for block in head))
    for block in head:
        on, number = days(block.text), NUMBER.search(block.text)
        is_line = len(on) == 1 and len(block.text.split()) < 12 and on[0].date.first == on[0].date.last
        if who and is_line and (number or _BARE_DAY.fullmatch(even(block.text))):
            values: dict[str, object] = {"authority": who.name}
            if number:
                values["order"] = spelled(balanced(number["number"]), who.name)
            values["date"] = on[0].date.text
            return Finding("approval", values, quotation(block.text, 0, len(block.text)), block.place, 0.97)
    return None


def _is_minutes(document: Document, head: tuple[Block, ...]) -> bool:
    """Whether the document is the minutes of a meeting that decided on the strategy."""
    text = " ".join(even(block.text) for block in head[:5])
    is_named = any(_MINUTES.fullmatch(even(block.text)) for block in head[:5]) or (
        "protokolas" in text.split() and _MEETING.search(text)
    )
    return bool(is_named) and any(_RESOLVED.search(even(block.text)) for block in document.blocks)


def _authority(head: str) -> authorities.Authority | None:
    """Who decides, by the letterhead: the board of the group that it names, else the first authority in it."""
    named = list(authorities.authorities(head))
    group = _GROUP.search(head)
    if named and group and named[0].name in ("VVG valdyba", "visuotinis narių susirinkimas"):
        body = named[0].name.removeprefix("VVG ")
        return replace(named[0], name=f"{cased(group[1])} vietos veiklos grupės {body}")
    return named[0] if named else None


def of_stamp(document: Document, *, is_about_it: bool) -> Finding | None:
    """The stamp on the first page of a strategy: PATVIRTINTA, and below it by whom, when and by which decision."""
    head = document.blocks[:_HEAD_OF_ORDER]
    is_about_it = is_about_it or any(STRATEGY.search(even(block.text)) for block in head)
    for above, block in pairwise(head):
        plain = even(block.text)
        if not is_about_it or not _STAMP.fullmatch(even(above.text)) or not (act := ACT.search(plain)):
            continue
        who, on, number = authorities.nearest(block.text, act.start()), days(block.text), NUMBER.search(block.text)
        if who and len(on) == 1:
            values: dict[str, object] = {"authority": who.name}
            if number:
                values["order"] = spelled(balanced(number["number"]), who.name)
            values["date"] = on[0].date.text
            return Finding("approval", values, quotation(block.text, 0, len(block.text)), block.place, 0.97)
    return None


def balanced(number: str) -> str:
    number = number.rstrip(".,–-/(¹²³⁴⁵⁶⁷⁸⁹⁰*")
    while number.endswith(")") and number.count(")") > number.count("("):
        number = number[:-1].rstrip(".,")
    return number


def spelled(number: str, authority: str) -> str:
    """The ministry numbers its orders 1V; a source may print the figure as a letter."""
    spelled = number.replace("–", "-")
    return re.sub(r"^[IlL]V-", "1V-", spelled) if authority.startswith("vidaus reikalų") else spelled
