"""Makes the views of a filled database, and stores the rows of those that the pages ask again and again.

A stored view is a view for everybody who asks it: its rows lie in a table of the schema `stored`, made by the query of
its own file in the same step as all else, so they cannot be older than the facts.
"""

import duckdb

from database import definitions

SCHEMA = "stored"


def create_views(database: duckdb.DuckDBPyConnection) -> None:
    """Creates the views, or makes them anew, those that others ask first.

    In: a database whose tables hold all of their rows.
    """
    # In one step, so that the file is written once.
    database.execute("begin")
    database.execute(f"drop schema if exists {SCHEMA} cascade")
    database.execute(f"create schema {SCHEMA}")
    for name in definitions.views_in_order():
        _create(database, name, definitions.views()[name])
    database.execute("commit")


def _create(database: duckdb.DuckDBPyConnection, name: str, statement: str) -> None:
    if name not in definitions.STORED:
        database.execute(statement.replace("create view", "create or replace view", 1))
        return
    order = ", ".join(definitions.STORED[name])
    query = definitions.query_of(name)
    database.execute(f"create table {SCHEMA}.{name} as select * from ({query}) as rows_of_view order by {order}")
    database.execute(f"create or replace view {name} as select * from {SCHEMA}.{name}")
