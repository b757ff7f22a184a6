"""The fields of a record in the reader's words: their groups, their keys, and how each value is written and chosen."""

from dataclasses import dataclass
from decimal import Decimal

from ui.add.draft import LIKELY, SURE, Draft, Found
from ui.session import OpenDatabase
from ui.texts import N_, _, day, euros, exact

GROUPS = {
    "about": (N_("VVG and strategy"), ("vvg", "strategy", "programme")),
    "money": (N_("Money"), ("funding",)),
    "goals": (N_("Goals and measures"), ("item",)),
    "groups": (N_("Target groups"), ("target_group",)),
    "indicators": (N_("Indicators"), ("indicator",)),
    "projects": (N_("Projects"), ("project",)),
    "calls": (N_("Calls"), ("call",)),
    "decisions": (N_("Decisions"), ("approval",)),
    "editions": (N_("Editions and documents"), ("edition", "document")),
    "territory": (N_("Territory"), ("territory",)),
    "events": (N_("Events"), ("event",)),
}
"""Groups of findings in the order in which they are decided, and the fields in each."""

NAMES = {
    "vvg": N_("VVG"),
    "strategy": N_("Strategy"),
    "programme": N_("Programme"),
    "approval": N_("Decision"),
    "funding": N_("Sum"),
    "item": N_("Goal or measure"),
    "target_group": N_("Target group"),
    "indicator": N_("Indicator"),
    "project": N_("Project"),
    "call": N_("Call"),
    "edition": N_("Edition"),
    "document": N_("Document"),
    "territory": N_("Territory"),
    "event": N_("Event"),
}


@dataclass(frozen=True)
class Key:
    """One key of the form: its name on screen and its kind: text, money, number, whole, date, yes, code or codes."""

    label: str
    kind: str = "text"
    scheme: str = ""


KEYS = {
    "name": Key(N_("Name")),
    "city": Key(N_("City")),
    "municipality": Key(N_("Municipality")),
    "part": Key(N_("Part of the city")),
    "eu_period": Key(N_("EU period"), "code", "periods"),
    "period": Key(N_("Own years, as 2016-2022")),
    "title": Key(N_("Title")),
    "code": Key(N_("Code or number")),
    "authority": Key(N_("Who decided")),
    "order": Key(N_("Number of the order")),
    "date": Key(N_("Date"), "date"),
    "amount_eur": Key(N_("Amount, EUR"), "money"),
    "scope": Key(N_("What it is for"), "code", "scopes"),
    "stage": Key(N_("How far it has come"), "code", "stages"),
    "role": Key(N_("What kind of sum"), "code", "roles"),
    "funds": Key(N_("Funds"), "codes", "funds"),
    "bound": Key(N_("Exact or a bound"), "code", "bounds"),
    "approximate": Key(N_("Approximate"), "yes"),
    "as_of": Key(N_("As of"), "date"),
    "level": Key(N_("Level"), "code", "levels"),
    "theme": Key(N_("Theme"), "code", "themes"),
    "value": Key(N_("Value"), "number"),
    "unit": Key(N_("Unit")),
    "kind": Key(N_("Kind"), "code", "indicator_kinds"),
    "state": Key(N_("Baseline, target or actual"), "code", "indicator_states"),
    "concept": Key(N_("What is counted"), "code", "concepts"),
    "year": Key(N_("Year"), "whole"),
    "applicant": Key(N_("Organisation")),
    "status": Key(N_("State, in the words of the source")),
    "start": Key(N_("Start"), "date"),
    "end": Key(N_("End"), "date"),
    "duration_months": Key(N_("Duration, months"), "whole"),
    "measure": Key(N_("Code of its measure")),
    "proposal": Key(N_("Number of the proposal")),
    "score": Key(N_("Points"), "whole"),
    "number": Key(N_("Number")),
    "opened": Key(N_("Opened"), "date"),
    "closed": Key(N_("Closed"), "date"),
    "planned_for": Key(N_("Planned for"), "date"),
    "list_approved": Key(N_("List approved"), "date"),
    "activity_code": Key(N_("Activity code")),
    "region": Key(N_("Region")),
    "selection": Key(N_("Way of selection")),
    "support_percent": Key(N_("Support, %"), "number"),
    "description": Key(N_("Description")),
    "residents": Key(N_("Residents"), "whole"),
    "area_ha": Key(N_("Area, ha"), "number"),
    "linked_area_ha": Key(N_("Linked area, ha"), "number"),
    "what": Key(N_("What happened")),
    "inferred": Key(N_("The year is understood from the context"), "yes"),
    "publisher": Key(N_("Who published it")),
    "vvg": Key(N_("VVG")),
}

ASKED = {
    "vvg": ("name", "city", "municipality", "part"),
    "strategy": ("eu_period", "period", "title"),
    "programme": ("code", "title"),
    "approval": ("authority", "order", "date"),
    "funding": ("amount_eur", "scope", "stage", "role", "funds", "bound", "approximate", "as_of"),
    "item": ("level", "code", "title", "theme"),
    "target_group": ("name",),
    "indicator": ("name", "value", "unit", "state", "kind", "concept", "scope", "bound", "approximate", "year"),
    "project": ("title", "code", "applicant", "status", "start", "end", "duration_months", "measure", "score"),
    "call": ("number", "title", "opened", "closed", "planned_for", "list_approved", "measure", "support_percent"),
    "edition": ("year", "date"),
    "document": ("title", "year"),
    "territory": ("description", "kind", "residents", "as_of", "area_ha", "linked_area_ha"),
    "event": ("date", "what", "inferred"),
}
"""What can be mended of each field, in the order of the form."""

MAIN = {
    "vvg": "name", "strategy": "title", "programme": "title", "approval": "authority", "funding": "amount_eur",
    "item": "title", "target_group": "name", "indicator": "name", "project": "title", "call": "title",
    "edition": "year", "document": "title", "territory": "description", "event": "what",
}  # fmt: skip
"""The value by which a finding is called."""

DEFAULTS: dict[str, object] = {
    "bound": "exact",
    "role": "whole",
    "kind": "output",
    "stage": "not_stated",
    "funds": ["not_stated"],
}
"""What goes without saying."""


def key_of(field: str, name: str) -> Key:
    """A key of a field: `kind` means something else of a territory."""
    return Key(KEYS["kind"].label, "code", "territory_kinds") if (field, name) == ("territory", "kind") else KEYS[name]


def written(atlas: OpenDatabase, key: Key, value: object) -> str:
    """A value as readers write it."""
    if key.kind == "money":
        return euros(Decimal(str(value)))
    if key.kind == "number":
        return exact(Decimal(str(value)))
    if key.kind == "date":
        return day(str(value))
    if key.kind == "code":
        return atlas.label(key.scheme, value)
    if key.kind == "codes" and isinstance(value, list):
        return ", ".join(atlas.label(key.scheme, one) for one in value)
    if key.kind == "yes":
        return _(key.label).lower()
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def headline(atlas: OpenDatabase, draft: Draft, found: Found) -> str:
    """The finding in a few words: 327 863 €; 1.1 Uždavinys: Plėsti paslaugas."""
    values = draft.values(found)
    name = MAIN[found.field]
    main = values.get(name) or values.get("code") or values.get("number") or found.words
    said = written(atlas, key_of(found.field, name), main) if values.get(name) else str(main)
    if found.field == "item":
        level = atlas.label("levels", values.get("level"))
        return f"{level} {values['code']}: {said}" if values.get("code") else f"{level}: {said}"
    if found.field == "indicator" and values.get("value") is not None:
        return f"{said}: {exact(Decimal(str(values['value'])))}"
    return said


def details(atlas: OpenDatabase, draft: Draft, found: Found) -> str:
    """Its other values in one line, those that go without saying left out, and what it belongs to."""
    values = draft.values(found)
    shown = {MAIN[found.field]} | ({"level", "code"} if found.field == "item" else set())
    shown |= {"value"} if found.field == "indicator" else set()
    said = [
        written(atlas, key_of(found.field, name), values[name])
        for name in ASKED[found.field]
        if name not in shown and values.get(name) not in (None, "", [], False, DEFAULTS.get(name, ""))
    ]
    if found.parent is not None and 0 <= found.parent < len(draft.found):
        owner = draft.found[found.parent]
        if owner.field not in ("strategy", "vvg"):
            said.append(_("belongs to: {what}", what=headline(atlas, draft, owner)))
    return " · ".join(said)


def confidence(found: Found) -> str:
    """How sure the reading is, in words."""
    if found.confidence >= SURE:
        return _("sure")
    return _("likely") if found.confidence >= LIKELY else _("look closely")
