"""datapackage.json: what each file is, column by column, for programs (Frictionless Data Package 2)."""

import hashlib
import re

from database.export.about import (
    BORDER_TITLES,
    DATABASE,
    DESCRIPTIONS,
    FORMATS,
    KEYWORDS,
    NAME,
    POINTS,
    TITLES,
    WORKBOOK,
)
from database.export.cells import REASONED
from database.export.contents import Column, Contents, Table
from database.export.keys import KEYED_BY
from database.export.licences import BORDERS, BOTH, DATA, Licence

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
EMPTY = "nežinoma arba nėra · not known or none"
REASON_COLUMNS = {("gaps", "state"), ("comparison_figures", "reason"), ("missing_fields", "reason")}


def descriptor(contents: Contents, files: dict[str, bytes], address: str | None) -> dict[str, object]:
    """The descriptor of a whole export.

    In: the contents; path -> content of the text files that are written; the address of the atlas, or None.
    The date is that of the newest source, never the clock's: the same data give the same descriptor.
    """
    package: dict[str, object] = {
        "$schema": PROFILE,
        "name": NAME,
        "languages": ["lt", "en"],
        **_both("title", TITLES),
        **_both("description", DESCRIPTIONS),
        "version": contents.version,
        "keywords": list(KEYWORDS),
        "licenses": [_licence(licence) for licence in BOTH],
        "contributors": [{"title": "VVG atlasas", "roles": ["publisher"]}],
        "sources": _sources(contents),
    }
    if address:
        package["homepage"] = address
    if contents.newest_source:
        package["created"] = moment(contents.newest_source)
    package["resources"] = [
        *(_table(contents, table, files[f"csv/{table.name}.csv"]) for table in contents.tables.values()),
        _file("vvg-points", "vvg.geojson", POINTS, (DATA,), files["vvg.geojson"]),
        _file(
            "municipality-borders",
            "municipalities.geojson",
            BORDER_TITLES,
            (BORDERS,),
            files["municipalities.geojson"],
        ),
        _file("workbook", "strategies.xlsx", WORKBOOK, (DATA,)),
        *(
            _file(
                f"{table.name}-parquet".replace("_", "-"),
                f"parquet/{table.name}.parquet",
                table.title,
                (DATA,),
            )
            for table in contents.tables.values()
        ),
        _file("database", "atlas.duckdb", DATABASE, BOTH),
    ]
    return package


def moment(day: str) -> str:
    """The first moment of a day, month or year.

    >>> moment("2026-02-25"), moment("2026")
    ('2026-02-25T00:00:00Z', '2026-01-01T00:00:00Z')
    """
    return f"{first_day(day)}T00:00:00Z"


def first_day(day: str) -> str:
    """The first day of a day, month or year, as 2026-02-25."""
    return f"{day}{'-01-01'[len(day) - 10 :] if len(day) < 10 else ''}"


def _both(name: str, said: dict[str, str]) -> dict[str, str]:
    """A text in the default language and in English."""
    return {name: said["lt"], f"{name}@en": said["en"]}


def _licence(licence: Licence) -> dict[str, str]:
    return {"name": licence.name, "title": licence.title, "path": licence.address}


def _sources(contents: Contents) -> list[dict[str, str]]:
    """Every source on which a fact rests."""
    used = [row for row in contents.tables["source_use"].records() if row["facts"]]
    return [
        {"title": str(row["title"])} | ({"path": str(row["url"])} if row["url"] else {})
        for row in sorted(used, key=lambda row: str(row["source"]))
    ]


def _table(contents: Contents, table: Table, content: bytes) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [_field(contents, table, column) for column in table.columns],
        "missingValues": [{"value": "", "label": EMPTY}],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    references = [
        {"fields": [column], "reference": {"resource": other, "fields": [KEYED_BY[other]]}}
        for column, other, _ in table.references
    ]
    if references:
        schema["foreignKeys"] = references
    return {
        "name": table.name,
        "path": f"csv/{table.name}.csv",
        "type": "table",
        **_both("title", table.title),
        **_both("description", table.description),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "licenses": [_licence(DATA)],
        **_proof(content),
        "schema": schema,
    }


def _field(contents: Contents, table: Table, column: Column) -> dict[str, object]:
    field: dict[str, object] = {"name": column.name, "type": _type(column.type)}
    if column.lt and column.en:
        field |= _both("description", {"lt": column.lt, "en": column.en})
    reasons = {code: f"{term['lt']} · {term['en']}" for code, term in contents.terms["missing_reasons"].items()}
    if column.name in REASONED.get(table.name, {}):
        known = [{"value": code, "label": label} for code, label in reasons.items() if code != "reported_zero"]
        field["missingValues"] = [{"value": "", "label": EMPTY}, *known]
    if (table.name, column.name) in REASON_COLUMNS:
        known = {"known": "žinoma · known"} if table.name == "gaps" else {}
        field["categories"] = [{"value": code, "label": label} for code, label in (known | reasons).items()]
    return field


def _type(duckdb_type: str) -> str:
    """The type of Table Schema for a type of DuckDB. Raises KeyError for one that no table has had yet."""
    name = re.sub(r"\(.*", "", duckdb_type)
    return {
        "VARCHAR": "string",
        "BOOLEAN": "boolean",
        "DATE": "date",
        "TIMESTAMP": "datetime",
        "DECIMAL": "number",
        "DOUBLE": "number",
        "INTEGER": "integer",
        "BIGINT": "integer",
        "HUGEINT": "integer",
    }[name]


def _file(
    name: str, path: str, titles: dict[str, str], licences: tuple[Licence, ...], content: bytes | None = None
) -> dict[str, object]:
    """A file that is no CSV table. Only of text files the digest is given: the others hold the hour or the writer."""
    ending = path.rpartition(".")[2]
    about = {"name": name, "path": path, "type": "file", **_both("title", titles)}
    about |= {"format": ending, "mediatype": FORMATS[ending], "licenses": [_licence(one) for one in licences]}
    return about | (_proof(content) if content is not None else {})


def _proof(content: bytes) -> dict[str, object]:
    """What shows that a file arrived whole."""
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
