"""How answers are shown: language, filters, charts, maps, tables, sources."""
