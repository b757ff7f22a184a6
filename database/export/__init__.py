"""The open data: one built database as a folder or zip of CSV, Parquet, GeoJSON and XLSX files with their description.

The same data give the same text files, byte for byte: no clock, and every order is that of the rows themselves.
"""

import io
import json
import shutil
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq

from database.connection import open_database
from database.export.catalogue import record
from database.export.cells import csv_file
from database.export.contents import Contents
from database.export.descriptor import descriptor, first_day
from database.export.folder import ExportRefused, put_in_place
from database.export.licences import BOTH, DATA
from database.export.maps import borders, points
from database.export.readme import borders_note, licence_note, readme
from database.export.workbook import workbook

__all__ = ["ExportRefused", "archive", "export"]

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Before it no zip can name a date."""


def export(database: Path, folder: Path, address: str | None = None) -> None:
    """Writes the open data of a built database into a folder, which is whole or as it was.

    In: the database file; a folder that is empty, not there yet, or holds an older export; the address of the
    atlas, for the citation and the catalogue record. Raises ExportRefused where the folder holds anything else, and
    NoDatabase where the database cannot be read.
    """
    put_in_place(folder, lambda fresh: _write(database, fresh, address))


def archive(database: Path, address: str | None = None) -> bytes:
    """The same files as one zip; the same database file gives the same bytes. Raises NoDatabase."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        date = _write(database, folder, address)
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                entry = zipfile.ZipInfo(f"vvg-atlasas/{path.relative_to(folder).as_posix()}", date)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                with path.open("rb") as content, packed.open(entry, "w") as into:
                    shutil.copyfileobj(content, into)
        return file.getvalue()


def _write(database: Path, folder: Path, address: str | None) -> tuple[int, int, int, int, int, int]:
    """Writes all files into an empty folder. Out: the date of the data, as a zip names it."""
    with closing(open_database(database)) as connection:
        contents = Contents(connection)
        texts = {f"csv/{name}.csv": csv_file(contents, table) for name, table in contents.tables.items()}
        texts |= {"vvg.geojson": points(contents), "municipalities.geojson": borders(contents)}
        texts["datapackage.json"] = _json(descriptor(contents, texts, address))
        texts["dcat.jsonld"] = _json(record(contents, address))
        texts["README.md"] = readme(contents, address).encode()
        texts["LICENCE.md"] = licence_note().encode()
        texts["municipalities.geojson.license"] = borders_note(contents).encode()
        texts |= {f"licences/{licence.text.name}": licence.text.read_bytes() for licence in BOTH}
        for name, content in texts.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)
        (folder / "strategies.xlsx").write_bytes(workbook(contents, address))
        _write_parquet(contents, folder / "parquet")
    shutil.copyfile(database, folder / "atlas.duckdb")
    day = first_day(contents.newest_source) if contents.newest_source else ""
    year, month, date = (int(part) for part in day.split("-")) if day else EARLIEST[:3]
    return (year, month, date, 0, 0, 0)


def _write_parquet(contents: Contents, folder: Path) -> None:
    """Every table with the types of the database."""
    folder.mkdir()
    for name, table in contents.tables.items():
        described = table.typed.replace_schema_metadata({"version": contents.version, "licence": DATA.name})
        pq.write_table(described, folder / f"{name}.parquet", compression="zstd")


def _json(tree: dict[str, object]) -> bytes:
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()
