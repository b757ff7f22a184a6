"""Which keys the collected file of a group has, and which kind of fact each of them holds."""

CONTEXTS = {
    "sources": "source",
    "strategies": "strategy",
    "approved": "approval",
    "calls": "call",
    "editions": "edition",
    "events": "event",
    "funding": "amount",
    "goals": "goal",
    "objectives": "objective",
    "measures": "measure",
    "indicators": "indicator",
    "programme": "programme",
    "projects": "project",
    "target_groups": "target group",
    "territory": "territory",
    "period_as_written": "own years",
}
"""Key that holds records -> what one of them is."""


AMOUNTS = {
    "amount": ["amount_eur"],
    "goal": ["amount_eur"],
    "objective": ["amount_eur"],
    "measure": ["amount_eur"],
    "project": [
        "amount_eur",
        "support_eur",
        "applicant_eur",
        "cofinancing_eur",
        "esf_eur",
        "eu_amount_eur",
        "eu_eur",
        "municipal_eur",
        "municipality_eur",
        "state_budget_eur",
    ],
    "call": [
        "amount_eur",
        "requested_eur",
        "selected_amount_eur",
        "max_per_project_eur",
        "max_project_eur",
        "own_eur",
        "projects_value_eur",
        "support_eur",
        "value_eur",
    ],
}
"""Keys that hold a sum of money, the main one first."""

COUNTS = {
    ("objective", "projects_done"): "įgyvendinti projektai | projektai | output | achieved",
    ("measure", "projects_planned"): "planuojami projektai | projektai | output | planned",
    ("measure", "projects_done"): "įgyvendinti projektai | projektai | output | achieved",
    ("measure", "projects_running"): "įgyvendinami projektai | projektai | output | achieved",
    ("project", "participants"): "dalyviai | asmenys | output | achieved",
    ("project", "participants_planned"): "dalyviai | asmenys | output | planned",
    ("project", "volunteers"): "savanoriai | asmenys | output | achieved",
    ("project", "volunteers_planned"): "savanoriai | asmenys | output | planned",
    (
        "call",
        "proposals_received",
    ): "gauti projektiniai pasiūlymai | projektiniai pasiūlymai | output | achieved",
    ("call", "proposals_listed"): (
        "į sąrašą įtraukti projektiniai pasiūlymai | projektiniai pasiūlymai | output | achieved"
    ),
    ("call", "measures_open"): ("veiksmai, pagal kuriuos kviesta teikti pasiūlymus | veiksmai | output | achieved"),
}
"""Keys that hold a number, and the indicator that it is."""

SAME = {
    "group": ["city", "municipality", "county", "website"],
    "source": ["title", "publisher", "url", "published", "document"],
    "strategy": ["eu_period", "title"],
    "approval": ["authority", "order", "date", "src"],
    "programme": ["code", "src"],
    "edition": ["year", "date", "src"],
    "territory": ["description", "as_of", "src"],
    "goal": ["title", "code", "same_as", "src"],
    "objective": ["title", "code", "src"],
    "measure": ["title", "code", "src"],
    "project": [
        "title",
        "code",
        "applicant",
        "partners",
        "proposal",
        "score",
        "same_as",
        "start",
        "end",
        "duration_months",
        "measure",
        "src",
    ],
    "call": [
        "number",
        "title",
        "closed",
        "list_approved",
        "measure",
        "activity_code",
        "region",
        "selection",
        "status",
        "src",
    ],
    "event": ["date", "src"],
    "target group": ["src"],
}
"""Keys whose values stand in the database as they are."""

RENAMED = {
    ("group", "name_lt"): "group name",
    ("strategy", "period"): "own years",
    ("territory", "population"): "territory residents",
    ("territory", "area_ha_target"): "territory area",
    ("territory", "area_ha_linked"): "territory linked area",
    ("project", "status"): "project status",
    ("project", "target_groups"): "target group of project",
    ("measure", "target_groups"): "target group of measure",
    ("target group", "name"): "target group of strategy",
    ("call", "opened"): "call opened or planned",
    ("call", "planned"): "call opened or planned",
    ("call", "funding_share_percent"): "call support percent",
}
"""Keys whose values stand in the database under another name."""

COUNTED = {("group", "questions"): "question", ("event", "what"): "event text"}
"""Keys whose texts may be translated: they are counted."""

NOTES = {"approval", "call", "edition", "amount", "goal", "objective", "measure", "indicator", "project"}
NOTES |= {"target group", "territory"}
"""Records that may have a note: counted by what they are and by source, for a note may be translated."""

READ_WITH_ANOTHER = {
    "amount": {"src", "scope"},
    "indicator": {"src", "name", "kind", "state", "unit", "scope"},
    "project": {"amount_src"},
    "call": {"amount_src"},
    "strategy": {"period_src"},
    "own years": {"src"},
    "measure": {"projects_src"},
    "group": {"vvg", "kind"},
}
"""Keys that are read together with a value beside them; `kind` of a group has a test of its own."""


AT_LEAST = {
    "fund of amount",
    "stage of amount",
    "rounded amount",
    "bound of amount",
    "inferred event",
    "indicator scope",
    "indicator year",
    "source of own years",
    "further source",
} | {f"note of {context}" for context in NOTES}
"""Kinds of which the database may say more: what the words of a source imply is written out in a column."""

TOLD = {"programme text"}
"""Kinds whose values only have to stand somewhere among the words of the group."""
