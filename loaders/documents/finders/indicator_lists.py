"""Lists of indicators: what stands above says whether they were planned or achieved."""

import re

from loaders.documents.document import Block
from loaders.documents.finders.passages import Sentence, even
from loaders.documents.finders.phrases import whole_sentences
from loaders.documents.finders.states import State

_LIST_STATE = re.compile(
    r"(?P<planned>siektin|siekiam|planuojam|planuot|\bplanas\b|\bplane\b|planin|numatom|numatyt|laukiam"
    r"|turi buti|bus pasiek|reikia pasiekti)|(?P<done>pasiekt|ataskait|faktin"
    r"|igyvendinim\w+ rezultat)"
)
_LEADERS = re.compile(r"(?:[.…_] ?){4,}\d")


def list_state(block: Block, is_report: bool) -> State | None:
    """What a heading or lead says of the indicators below: planned or achieved; None where it says neither."""
    plain = even(block.text)
    if not re.search(r"rodikl|rezultat|reiksm", plain):
        return None
    match = _LIST_STATE.search(plain)
    if not match:
        is_of_plan = block.kind == "heading" and re.fullmatch(r"\W*(?:\w+ ){0,3}rodikliai\W*", plain)
        return State("planned", 0, 0, "") if is_of_plan and not is_report else None
    return State("planned" if match["planned"] else "achieved", 0, 0, "")


def heads_a_list(block: Block) -> bool:
    """Whether a short line without numbers, such as "3. Rodikliai (planas)", stands above its indicators."""
    return block.kind in ("paragraph", "list_item") and len(block.text.split()) < 7 and not re.search(r"\d", block.text)


def sentences_of_list(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; dots that lead over to a number end none."""
    return (Sentence(text, 0, even(text)),) if _LEADERS.search(text) and len(text) < 200 else whole_sentences(text)
