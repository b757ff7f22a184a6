"""A folder that is whole or not there at all."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from database.export.about import NAME

UNLISTED = {"README.md", "LICENCE.md", "licences", "datapackage.json", "dcat.jsonld", "municipalities.geojson.license"}
"""What lies beside the files that datapackage.json lists."""


class ExportRefused(Exception):
    """The folder holds something that no export wrote, and stays as it was."""


def put_in_place(folder: Path, write: Callable[[Path], None]) -> None:
    """Writes a folder beside its place and moves it there when it is whole.

    In: the folder, which may hold an older export or nothing; what writes into the one it is given. Raises
    ExportRefused where the folder holds anything else.
    """
    folder = folder.resolve()
    _refuse_strangers(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh, old = (folder.with_name(f".{folder.name}.{state}-{os.getpid()}") for state in ("new", "old"))
    try:
        fresh.mkdir()
        write(fresh)
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
    finally:
        if old.exists() and not folder.exists():
            old.rename(folder)
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)


def _refuse_strangers(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ExportRefused(f"{folder} is a file: name a folder that is empty or not there yet")
    if {file.name for file in folder.iterdir()} - _of_an_export(folder):
        raise ExportRefused(f"{folder} holds files that no export wrote: name a folder that is empty or not there yet")


def _of_an_export(folder: Path) -> set[str]:
    """The names at the top of an export, by its own description; none where the folder is no export."""
    try:
        about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    if not isinstance(about, dict) or about.get("name") != NAME:
        return set()
    return {resource["path"].partition("/")[0] for resource in about["resources"]} | UNLISTED
