"""The atlas beside pandas, polars, SQLite, Datasette and Dash: the same questions on the same invented data."""
