"""The tables that the twelve questions read, copied once from an invented world: what the other systems load."""

from pathlib import Path

import duckdb

TABLES = {
    "strategies": "select strategy, vvg, eu_period, first_year, detail from strategies",
    # Its place in the Lithuanian alphabet is a column: the other systems have no such order of their own.
    "vvgs": """
        select vvg, name, city, part, municipality, dense_rank() over (order by city collate lt) as city_place from vvgs
    """,
    "territories": "select strategy, residents, as_of, source from territories",
    "statistics": """
        select territory_kind, territory, municipality, year, cast(value as integer) as value, source
        from statistics where measure = 'residents'
    """,
    "sources": "select source, rank, published from sources",
    "vocabulary": "select scheme, code, parent, position, lt, en from vocabulary",
    "strategy_items": "select item, strategy, title from strategy_items",
    "item_themes": "select item, theme, is_main from item_themes",
    "projects": "select project, strategy, title, code, applicant, status, source, line from projects",
    "calls": "select call, strategy, number, title, opened, source from calls",
    "funding": """
        select funding, strategy, item, project, call, scope, stage, role, cast(amount_eur as double) as amount_eur,
            is_approximate, bound, as_of, source, line
        from funding
    """,
    "funding_funds": "select funding, fund from funding_funds",
    "indicators": """
        select indicator, strategy, item, project, call, scope, concept, name, state, cast(value as double) as value,
            year, source, line
        from indicators
    """,
    "target_groups": "select target_group, strategy, phrase, source from target_groups",
    "target_group_terms": "select target_group, term from target_group_terms",
}
"""Table -> what is copied of it: the columns that a question reads, and no others."""


def export(world: Path, folder: Path) -> None:
    """Writes a Parquet file a table into a folder, in the order of the rows of the world."""
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(world), read_only=True, config={"threads": "2"}) as database:
        for table, query in TABLES.items():
            file = str(folder / f"{table}.parquet").replace("'", "''")
            database.execute(f"copy ({query}) to '{file}' (format parquet, compression zstd)")
