"""The same questions on a ClickHouse server: ATLAS_DATABASE=clickhouse://user:password@host:port/database.

Nothing here is imported without that address, and none of its packages (requirements-cluster.txt) need be installed.
"""
