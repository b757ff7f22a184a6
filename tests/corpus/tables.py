"""Tables of figures with one fault each; the name begins with that of the table."""

# ruff: noqa: E501 - a fault a line

from collections.abc import Iterator

HEADER = "territory_kind,territory,municipality,measure,year,reference,value,unit,area_km2,note,source"
ROW = "city,Alytus,Alytaus miesto savivaldybė,residents,2021,census,50000,persons,40.5,pastaba,T02"
GOOD = f"{HEADER}\n{ROW}\n"
PLACES = "place,municipality,latitude,longitude,geonames_id,source\nAlytus,Alytaus miesto savivaldybė,54.4,24.05,601084,T19\n"

FAULTS = {
    "column-unknown": ("note,source", "note,saltinis"),
    "column-missing": (",note,source\n", ",source\n"),
    "column-twice": ("note,source", "source,source"),
    "column-order": ("territory_kind,territory,", "territory,territory_kind,"),
    "column-empty": ("note,source", ",source"),
    "column-case": ("territory_kind", "Territory_Kind"),
    "cells-few": (",pastaba,T02", ""),
    "cells-many": (",T02\n", ",T02,dar\n"),
    "row-empty": (ROW, ""),
    "row-commas": (ROW, "," * 10),
    "row-twice": (ROW, f"{ROW}\n{ROW}"),
    "row-twice-other-value": (ROW, f"{ROW}\n{ROW.replace('50000', '50001')}"),
    "semicolons": (ROW, ROW.replace(",", ";")),
    "tabs": (ROW, ROW.replace(",", "\t")),
    "quote-open": ("pastaba", '"pastaba'),
    "newline-in-cell": ("pastaba", '"pas\ntaba'),
    "kind-unknown": ("city,Alytus", "kaimas,Alytus"),
    "kind-empty": ("city,Alytus", ",Alytus"),
    "territory-empty": ("city,Alytus,", "city,,"),
    "municipality-unknown": ("Alytaus miesto savivaldybė", "Alytaus kaimo savivaldybė"),
    "municipality-short": ("Alytaus miesto savivaldybė", "Alytaus m. sav."),
    "municipality-empty": ("Alytaus miesto savivaldybė", ""),
    "measure-unknown": ("residents", "gyventojai"),
    "measure-empty": ("residents", ""),
    "measure-sql": ("residents", "residents'; drop table statistics; --"),
    "year-words": (",2021,", ",pernai,"),
    "year-empty": (",2021,", ",,"),
    "year-far": (",2021,", ",20211,"),
    "year-before": (",2021,", ",1821,"),
    "year-decimal": (",2021,", ",2021.5,"),
    "year-date": (",2021,", ",2021-01-01,"),
    "reference-unknown": ("census", "surašymas-2"),
    "value-empty": ("50000", ""),
    "value-words": ("50000", "penkiasdešimt tūkstančių"),
    "value-dash": ("50000", "–"),
    "value-spaces": ("50000", "50 000"),
    "value-comma": ("50000", '"50000,5"'),
    "value-nan": ("50000", "NaN"),
    "value-infinite": ("50000", "Infinity"),
    "value-exponent": ("50000", "5e400"),
    "value-negative": ("50000", "-50000"),
    "value-formula": ("50000", "=50000"),
    "value-percent": ("50000", "50000%"),
    "value-long": ("50000", "9" * 500),
    "value-decimals": ("50000", "50000.123456789"),
    "value-half-a-person": ("50000", "0.0.5"),
    "unit-other": ("persons", "procentai"),
    "unit-empty": ("persons", ""),
    "area-words": ("40.5", "daug"),
    "area-negative": ("40.5", "-40.5"),
    "area-zero": ("40.5", "0"),
    "area-nan": ("40.5", "NaN"),
    "source-unknown": (",T02\n", ",T99\n"),
    "source-empty": (",T02\n", ",\n"),
    "source-list": (",T02\n", ",T02;T03\n"),
    "source-traversal": (",T02\n", ",../T02\n"),
}  # fmt: skip

WHOLE = {
    "empty": b"",
    "blank": b"\n\n\n",
    "header-only-words": b"nothing,of,this\n",
    "binary": bytes(range(256)) * 4,
    "nul": GOOD.replace("pastaba", "pas\0taba").encode(),
    "windows-1257": GOOD.encode("cp1257"),
    "utf-16": GOOD.encode("utf-16"),
    "utf-8-broken": GOOD.encode().replace("ė".encode(), b"\xc4"),
    "zip": b"PK\x03\x04" + bytes(80),
    "html": b"<table><tr><td>1</td></tr></table>",
    "json": b'[{"territory": "Alytus"}]',
    "cut-short": GOOD.encode()[:120],
    "one-line": GOOD.replace("\n", " ").encode(),
    "cell-of-100-kilobytes": GOOD.replace("50000", "x" * 100_000).encode(),
}

PLACE_FAULTS = {
    "latitude-words": ("54.4", "šiaurė"),
    "latitude-far": ("54.4", "154.4"),
    "latitude-nan": ("54.4", "nan"),
    "latitude-empty": ("54.4", ""),
    "latitude-comma": ("54.4", '"54,4"'),
    "longitude-far": ("24.05", "-24.05"),
    "longitude-and-latitude-swapped": ("54.4,24.05", "24.05,54.4"),
    "geonames-words": ("601084", "abc"),
    "geonames-negative": ("601084", "-1"),
    "municipality-unknown": ("Alytaus miesto savivaldybė", "Kita savivaldybė"),
    "place-empty": ("Alytus,", ","),
    "place-twice": ("Alytus,Alytaus miesto savivaldybė,54.4,24.05,601084,T19\n", "Alytus,Alytaus miesto savivaldybė,54.4,24.05,601084,T19\n" * 2),
    "source-unknown": ("T19", "T98"),
}  # fmt: skip


def bad() -> Iterator[tuple[str, bytes]]:
    """Name and content of every bad table."""
    for name, (old, new) in FAULTS.items():
        assert old in GOOD, name
        yield f"residents-{name}.csv", GOOD.replace(old, new, 1).encode()
    for name, content in WHOLE.items():
        yield f"residents-whole-{name}.csv", content
    for name, (old, new) in PLACE_FAULTS.items():
        assert old in PLACES, name
        yield f"places-{name}.csv", PLACES.replace(old, new, 1).encode()
