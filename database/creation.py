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
    database.execute(f"drop schema if exists {SCHEMA} cascade")
    database.execute(f"create schema {SCHEMA}")
    waiting = dict(definitions.views())
    while waiting:
        made, failure = [], None
        for name, statement in waiting.items():
            try:
                _create(database, name, statement)
                made.append(name)
            except duckdb.CatalogException as error:
                failure = error
        if not made and failure:
            raise failure
        for name in made:
            del waiting[name]


def _create(database: duckdb.DuckDBPyConnection, name: str, statement: str) -> None:
    if name not in definitions.STORED:
        database.execute(statement.replace("create view", "create or replace view", 1))
        return
    order = ", ".join(definitions.STORED[name])
    query = definitions.query_of(name)
    database.execute(f"create table {SCHEMA}.{name} as select * from ({query}) as rows_of_view order by {order}")
    database.execute(f"create or replace view {name} as select * from {SCHEMA}.{name}")
