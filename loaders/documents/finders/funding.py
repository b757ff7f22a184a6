"""Sums of money: what for, how far they have come, what part of a whole they are, and from which funds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.documents.document import Block, Document
from loaders.documents.finders import money_marks as marks
from loaders.documents.finders import money_meaning as meaning
from loaders.documents.finders import money_tables, vvg
from loaders.documents.finders import money_words as words
from loaders.documents.finders.money_context import Homes, Piece, other_towns, own_towns, pieces, without_words
from loaders.documents.finders.money_meaning import Reading
from loaders.documents.finders.money_scope import Around, Scopes
from loaders.documents.finders.owners import Owners
from loaders.documents.finders.passages import Sentence, quotation
from loaders.documents.finders.phrases import whole_sentences
from loaders.documents.finding import Finding
from loaders.documents.known import Known, read_known
from loaders.normalise.money import sums

_CURRENCY = re.compile(r"eur|€|lt|lit")
_LOOK_BACK = 8
"""Sentences before a sum that may say what it is for."""
_NEAR_START = 12
"""Letters of a list item before which a fund is what the item is about."""


def find(document: Document, structure: Sequence[Finding] = (), known: Known | None = None) -> list[Finding]:
    """The sums of the strategy, its items, projects and calls.

    In: the document; what was found before, of which items, projects and calls are the parents of their sums (the
    position in `structure`), and the VVG tells which towns are others'. A sum of other groups, of the whole
    country, in litas, or of which it is not clear what it is for is left out.
    """
    reader = _Reader(document, structure, known or read_known())
    return [*reader.in_text(), *money_tables.find(document, reader.homes, reader.group, reader.owners)]


class _Reader:
    def __init__(self, document: Document, structure: Sequence[Finding], known: Known):
        self.document, self.known = document, known
        self.homes = Homes(document, structure)
        self.owners = Owners(document, list(structure))
        self.scopes = Scopes(document, self.homes, self.owners)
        about = [finding for finding in structure if finding.field == "vvg"] or vvg.find(document, known)
        self.own = own_towns(about[0] if about else None, known)
        self.group = vvg.known_vvg(about[0], known) if about else None
        self.around = Around()

    def in_text(self) -> Iterator[Finding]:
        """The sums of all blocks but headings and rows of tables."""
        for block in self.document.blocks:
            around = self.around
            if block.kind == "heading" or (block.kind == "table_row" and not money_tables.is_key_and_value(block)):
                self.around = Around()
                yield from self._in_heading(block)
                continue
            around.said_above = around.said or around.said_above if block.kind == "paragraph" else ()
            around.said, around.whole = (), None
            has_sum = False
            for sentence in whole_sentences(block.text):
                for finding in self._in_sentence(block, sentence):
                    has_sum = True
                    yield finding
                around.said = (*around.said[-_LOOK_BACK:], sentence.even)
            if not has_sum and not block.text.rstrip().endswith(":"):
                around.before = None

    def _in_heading(self, block: Block) -> Iterator[Finding]:
        """The sum of the item, project or call that a heading names; any other heading may round what its text says."""
        if block.kind == "heading":
            found = [one for part in whole_sentences(block.text) for one in self._in_sentence(block, part)]
            yield from (one for one in found if one.parent is not None)
            self.around = Around()

    def _in_sentence(self, block: Block, sentence: Sentence) -> Iterator[Finding]:
        found = sums(without_words(sentence.text)) if _CURRENCY.search(sentence.even) else []
        if not found:
            return
        read: list[tuple[Reading, Piece]] = []
        for piece in pieces(sentence.even, found):
            one = self._read(block, sentence, piece, [one for one, _ in read])
            if one is not None:
                read.append((one, piece))
                self.around.before = one
                if one.scope == "strategy" and one.role == "whole":
                    self.around.whole = one
        meaning.make_parts([one for one, _ in read])
        for one, piece in read:
            start, end = (sentence.start + place for place in (piece.amount.start, piece.amount.end))
            said = quotation(block.text, start, end)
            yield Finding("funding", meaning.values(one, piece), said, block.place, one.confidence, one.parent)

    def _read(self, block: Block, sentence: Sentence, piece: Piece, read: list[Reading]) -> Reading | None:
        amount, plain = piece.amount, piece.plain
        position = amount.start - piece.start
        if self._is_not_ours(sentence, piece):
            return None
        last = read[-1] if read else None
        masked = meaning.without_quoted(plain)
        stages, funds = words.said(words.STAGES, masked), words.said(words.FUNDS, plain)
        is_part = meaning.goes_on(plain) or (block.kind == "list_item" and funds and funds[0].start < _NEAR_START)
        before = last or (self._before(block, sentence.start + amount.start) if is_part else None)
        role, role_sure = meaning.role_of(masked, position, amount.amount_eur, funds, before, piece)
        if meaning.is_difference(plain[:position], amount.amount_eur, read):
            role, role_sure = "change", 0.9
        is_money = marks.MONEY.search(plain) or marks.GIVEN_TO.search(plain[:position])
        is_money = is_money or self.scopes.is_named_right_before(block, sentence, piece)
        if not (stages or funds or role != "whole" or is_money or before or piece.is_aside):
            return None
        around = replace(self.around, before=before)
        scope, parent, sure = self.scopes.scope(block, sentence, piece, around, role, stages)
        if scope is None:
            return None
        if scope == "area":
            if not (marks.SHARE.search(plain) or (before and before.scope in ("strategy", "measure"))):
                return None
            scope, role = "measure", "part"
        stage = meaning.stage_of(stages, position, role, last, before)
        change = meaning.change(meaning.without_quoted(sentence.even[: amount.start]), masked, role)
        stage, role = (change[0] or stage, change[1]) if change else (stage, role)
        codes = list(dict.fromkeys(one.code for one in funds)) or ["not_stated"]
        return Reading(
            amount.amount_eur, scope, stage, role, codes, parent, round(min(sure, role_sure), 2), bool(change)
        )

    def _before(self, block: Block, position: int) -> Reading | None:
        """The sum that the sums of this block may be parts of, unless the block names an item or project of its own."""
        before, here = self.around.before, self.homes.at(block, position)
        return before if before is None or here in (None, before.parent) else None

    def _is_not_ours(self, sentence: Sentence, piece: Piece) -> bool:
        """Whether a sum is that of others, of one person or thing, or no sum of its own."""
        amount, position = piece.amount, piece.amount.start - piece.start
        ahead = piece.plain[:position]
        return bool(
            amount.is_litas
            or not amount.amount_eur
            or marks.NOT_OURS.search(sentence.even[: piece.end])
            or marks.LEAST.search(ahead)
            or marks.EACH.search(ahead)
            or meaning.is_lower_end(piece.plain, amount)
            or marks.NO_MONEY_OF_IT.search(piece.plain[max(0, position - 60) :])
            or (self.own and other_towns(sentence.text[piece.start : piece.end], self.own, self.known))
        )
