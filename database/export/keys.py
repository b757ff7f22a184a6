"""Which tables and views are written, what tells their rows apart, and which columns point at other tables."""

LEFT_OUT = {
    "boundaries": "written as municipalities.geojson, which has a licence of its own",
    "build": "its digest and date are the version of the package; the hour of the build is no data",
    "search_entries": "an index of words that stand in the other tables",
    "search_terms": "the words of that index",
    "search_postings": "where the words of that index stand",
}
"""Tables and views that are not written as tables, and why."""

VIEW_KEYS = {
    "area_of_strategy": ("strategy",),
    "comparison_figures": ("strategy", "figure"),
    "funded_coverage": ("eu_period",),
    "funding_by_strategy": ("strategy", "scope", "stage"),
    "funding_details": ("funding",),
    "funding_ranked": ("funding",),
    "funding_shown": ("strategy", "scope", "stage"),
    "funding_shown_by_role": ("strategy", "scope", "stage", "role"),
    "funding_stages": ("strategy", "stage"),
    "gaps": ("strategy", "field"),
    "indicator_headlines": ("strategy", "concept"),
    "indicator_values": ("indicator",),
    "item_tree": ("item",),
    "known_strategies": ("strategy",),
    "peer_places": ("strategy",),
    "residents_of_strategy": ("strategy",),
    "selection_rounds": ("round",),
    "source_use": ("source",),
    "strategy_funds": ("strategy", "fund"),
    "strategy_overview": ("strategy",),
}
"""What tells the rows of a view apart; a view that is not here repeats a key."""

KEYED = {
    "call": "calls",
    "funding": "funding",
    "indicator": "indicators",
    "item": "strategy_items",
    "municipality": "municipalities",
    "place": "places",
    "project": "projects",
    "round": "rounds",
    "source": "sources",
    "strategy": "strategies",
    "target_group": "target_groups",
    "vvg": "vvgs",
}
"""The table whose key a column of this name holds, wherever it stands."""

KEYED_BY = {table: column for column, table in KEYED.items()}

SEVERAL = {("municipalities", "source")}
"""Columns that hold several keys, separated by spaces, under a name that elsewhere holds one."""

ABOUT_COLUMNS = {
    "table": ("Lentelė.", "Table."),
    "column": ("Stulpelis.", "Column."),
    "type": ("Tipas duomenų bazėje.", "Type in the database."),
    "lt": ("Ką reiškia, lietuviškai.", "What it means, in Lithuanian."),
    "en": ("Ką reiškia, angliškai.", "What it means, in English."),
}
"""The one table that the database itself does not have."""
