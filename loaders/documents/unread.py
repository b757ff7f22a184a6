"""What was not understood: sentences with a number, a date or a key word that no finding covers."""

import re
from collections import defaultdict
from functools import lru_cache

from loaders.documents.document import Document, Place
from loaders.documents.finders.passages import Sentence, even
from loaders.documents.finders.phrases import whole_sentences
from loaders.documents.finding import Finding
from loaders.documents.known import read_known
from loaders.normalise.dates import dates
from loaders.normalise.numbers import numbers

_NO_FIGURE = re.compile(r"\+?[0-9][0-9 ()-]{7,}|https?://\S+|\S+@\S+|\bg\. [0-9]+\w?|\bLT-[0-9]{5}\b|\b[0-9]{5}\b")
_ONLY_A_LABEL = re.compile(
    r"\W*[0-9ivx. ]*(?:tikslas|uzdavinys|priemone|veiksmas|prioritetas|kryptis)?(?: nr\.?)?[0-9ivx. ]*\W*"
)
_SHARED = 0.6
"""Of the letters of a quotation, how many have to stand in a sentence at its begin or end to cover it."""
_NEAR = 8
"""Blocks below the name of a project in which its applicant, days and months may stand."""


def unread(document: Document, findings: list[Finding]) -> list[tuple[Place, str]]:
    """Place and words of each sentence that says a number, a date or a key word and that no finding covers.

    Key words are those of `data/vocabularies/key_words.yaml`. In order of the document, each wording once. What only
    leads over to a finding (a label, an announcement, the head of a table) is covered with it.
    """
    quoted = _quoted(findings)
    seen: set[str] = set()
    left: list[tuple[Place, str]] = []
    for position, block in enumerate(document.blocks):
        words = quoted.get(block.place.line, [])
        leads = _leads_over(document, position, quoted)
        parts = (
            [Sentence(block.text, 0, even(block.text))] if block.kind == "table_row" else whole_sentences(block.text)
        )
        for at, sentence in enumerate(parts):
            is_lead = leads and at == len(parts) - 1
            if is_lead or sentence.even in seen or not _says_something(sentence) or _is_covered(sentence, words):
                continue
            seen.add(sentence.even)
            left.append((block.place, sentence.text))
    return left


def _quoted(findings: list[Finding]) -> dict[int, list[str]]:
    """By line, the words that findings there cover; those of a project reach on to the lines below."""
    quoted: dict[int, list[str]] = defaultdict(list)
    for finding in findings:
        line = finding.place.line
        quoted[line].append(finding.as_written)
        quoted[line] += [str(finding.values[key]) for key in ("title", "name") if finding.values.get(key)]
        if finding.field == "project":
            partners = finding.values.get("partners")
            said = [finding.values.get("applicant"), finding.values.get("code")]
            said += partners if isinstance(partners, list) else []
            if months := finding.values.get("duration_months"):
                said.append(f"{months} mėn")
            for below in range(line, line + _NEAR):
                quoted[below] += [str(one) for one in said if one and one != "fizinis asmuo"]
    return quoted


def _leads_over(document: Document, position: int, quoted: dict[int, list[str]]) -> bool:
    """Whether a block only announces findings of the next one: a heading, a colon, the head of a table."""
    if position + 1 >= len(document.blocks):
        return False
    block, following = document.blocks[position], document.blocks[position + 1]
    if following.place.line not in quoted:
        return False
    is_head = block.kind == "table_row" and bool(block.cells) and following.header == block.cells
    return is_head or block.kind == "heading" or block.text.rstrip().endswith(":")


def _says_something(sentence: Sentence) -> bool:
    if len(sentence.text.split()) < 2 or _ONLY_A_LABEL.fullmatch(sentence.even):
        return False
    plain = _NO_FIGURE.sub(" ", sentence.text)
    return bool(_key_words().search(sentence.even)) or bool(numbers(plain)) or bool(dates(plain))


def _is_covered(sentence: Sentence, quoted: list[str]) -> bool:
    """Whether a quotation stands in the sentence, or the sentence in a quotation."""
    return any(words in sentence.text or sentence.text in words or _overlaps(words, sentence.text) for words in quoted)


def _overlaps(words: str, text: str) -> bool:
    """A quotation may begin in one sentence and end in the next."""
    half = max(8, int(len(words) * _SHARED))
    return len(words) > 8 and (words[:half] in text or words[-half:] in text)


@lru_cache(maxsize=1)
def _key_words() -> re.Pattern[str]:
    terms = read_known().vocabularies.schemes["key_words"].values()
    starts = sorted({even(word) for term in terms for word in term.wordings})
    return re.compile(r"\b(?:" + "|".join(map(re.escape, starts)) + ")")
