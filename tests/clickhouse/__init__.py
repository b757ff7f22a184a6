"""A ClickHouse server for the tests: the engine itself, from `chdb`, behind its HTTP interface, on this machine."""
