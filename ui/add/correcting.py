"""The form in which the reader mends a finding: its values, and the words that prove them."""

import re
from decimal import Decimal

import streamlit as st

from ui.add.draft import Draft, Found
from ui.add.fields import ASKED, DEFAULTS, Key, key_of
from ui.session import OpenDatabase
from ui.texts import _, exact, language, plain

SENT = "added_sent"
"""The form that was sent last, and is to be closed."""
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?")


def form(atlas: OpenDatabase, draft: Draft, found: Found, key: str = "") -> None:
    """A popover with the form; the values are taken when it is sent, and the finding is accepted with them.

    In: `key` tells a second card of the same finding from the first.
    """
    name = f"added_mend_{key}{found.at}"
    if st.session_state.get(SENT) == name:
        del st.session_state[SENT]
        st.session_state[name] = False
    folded = st.popover(_("Mend"), key=name, on_change="rerun", type="tertiary")
    if not folded.open:
        return
    values = draft.values(found)
    with folded, st.form(f"added_form_{key}{found.at}", border=False):
        given = {
            each: _field(
                atlas,
                key_of(found.field, each),
                values.get(each, DEFAULTS.get(each)),
                f"added_value_{key}{found.at}_{each}",
            )
            for each in ASKED[found.field]
        }
        words = st.text_area(
            _("Words of the document that prove it, at most 25"), draft.words(found), key=f"added_words_{key}{found.at}"
        )
        if st.form_submit_button(_("Keep and accept"), type="primary"):
            _take(draft, found, given, words, name)


def _field(atlas: OpenDatabase, key: Key, value: object, name: str) -> object:
    """A field for one value, of its kind."""
    label = _(key.label)
    if key.kind == "code":
        options = [None, *atlas.codes(key.scheme)]
        at = options.index(value) if value in options else 0
        return st.selectbox(
            label, options, at, format_func=lambda code: atlas.label(key.scheme, code) if code else _("not said"),
            key=name,
        )  # fmt: skip
    if key.kind == "codes":
        options = atlas.codes(key.scheme)
        chosen = [one for one in value if one in options] if isinstance(value, list) else []
        return st.multiselect(
            label, options, chosen, format_func=lambda code: atlas.label(key.scheme, code), placeholder=_("not said"),
            key=name,
        )  # fmt: skip
    if key.kind == "yes":
        return st.checkbox(label, bool(value), key=name)
    written = ", ".join(map(str, value)) if isinstance(value, list) else ("" if value is None else str(value))
    if key.kind in ("money", "number", "whole") and written:
        written = exact(Decimal(written))
    hint = _("as 2016, 2016-07 or 2016-07-20") if key.kind == "date" else None
    return st.text_input(label, written, placeholder=hint, key=name)


def _take(draft: Draft, found: Found, given: dict[str, object], words: str, form: str) -> None:
    """Keeps the values where each can be read, and says which cannot."""
    read, wrong = {}, []
    for name, value in given.items():
        key = key_of(found.field, name)
        try:
            read[name] = parsed(key.kind, value)
        except ValueError:
            wrong.append(_(key.label))
    if wrong:
        st.error(plain(_("Not understood: {what}. Write a number as 12,345.50 and a date as 2016-07-20.",
                         what=", ".join(wrong))))  # fmt: skip
        return
    kept = {name: value for name, value in found.values.items() if name not in read}
    values = kept | {name: value for name, value in read.items() if value not in (None, "")}
    draft.corrected[found.at] = values, " ".join(words.split())
    draft.accept(found.at)
    st.session_state[SENT] = form
    st.rerun()


def parsed(kind: str, value: object) -> object:
    """A value as the form of a record has it. Raises ValueError where it is no number or date.

    >>> parsed("money", "12 345,50"), parsed("whole", "7"), parsed("date", ""), parsed("text", " a ")
    (Decimal('12345.50'), 7, None, 'a')
    """
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not text:
        return None
    if kind in ("money", "number", "whole"):
        number = _number(text)
        if kind == "whole" and number != number.to_integral_value():
            raise ValueError(text)
        return int(number) if kind == "whole" else number
    if kind == "date" and not DATE.fullmatch(text):
        raise ValueError(text)
    return text


def _number(text: str) -> Decimal:
    """A number as the reader's language writes it; what another language would read otherwise is refused."""
    figure = re.sub(r"[\s\u00a0€]", "", text).replace("−", "-")
    if language() == "en":
        form, decimal = r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?", figure.replace(",", "")
    else:
        # 327.863 is written for thousands and for decimals: neither is guessed.
        form, decimal = r"-?\d+([,.]\d{1,2}|,\d+)?", figure.replace(",", ".")
    if not re.fullmatch(form, figure):
        raise ValueError(text)
    return Decimal(decimal)
