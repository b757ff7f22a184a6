"""What changed from one edition of a strategy to the next, in words."""

from ui.answer import is_missing
from ui.funding_words import scope_name
from ui.session import OpenDatabase, frame
from ui.texts import _, euros, exact, plain

Row = dict[str, object]


def changes(atlas: OpenDatabase, vvg: str, strategy: str) -> dict[str, list[tuple[str, object]]]:
    """Per edition (its key) each change as Markdown and the keys of both texts: added, dropped, from … to …"""
    listed: dict[str, list[tuple[str, object]]] = {}
    for row in frame("edition_changes", vvg).to_dict("records"):
        if row["strategy"] == strategy:
            sources = f"{row['before_source']} {row['after_source']}"
            listed.setdefault(str(row["edition"]), []).append((plain(_said(atlas, row)), sources))
    return listed


def _said(atlas: OpenDatabase, row: Row) -> str:
    what = _what(atlas, row)
    if row["change"] == "added":
        return _("added: {what}", what=_with(what, _value(row, "after")))
    if row["change"] == "dropped":
        return _("dropped: {what}", what=_with(what, _value(row, "before")))
    return f"{what}: {_value(row, 'before')} → {_value(row, 'after')}"


def _with(what: str, value: str) -> str:
    return f"{what}: {value}" if value else what


def _what(atlas: OpenDatabase, row: Row) -> str:
    name = "" if is_missing(row["name"]) else str(row["name"])
    if row["kind"] == "item":
        level = atlas.label("levels", row["code"]).lower()
        return f"{level} {name}" if name and name != row["words_after"] and name != row["words_before"] else level
    if row["kind"] == "indicator":
        return f"{name} ({atlas.label('indicator_states', row['code']).lower()})"
    role = "" if row["role"] == "whole" else f", {atlas.label('roles', row['role']).lower()}"
    owner = f" „{name}“" if name else ""
    return f"{scope_name(atlas, str(row['scope']))}{owner} – {atlas.label('stages', row['code']).lower()}{role}"


def _value(row: Row, side: str) -> str:
    value, words = row[f"value_{side}"], row[f"words_{side}"]
    if row["kind"] == "item":
        return "" if is_missing(words) else f"„{words}“"
    return euros(value) if row["unit"] == "EUR" else f"{exact(value)} {row['unit']}"
