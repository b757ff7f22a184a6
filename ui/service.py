"""What the server answers beside its pages (ui/opening.py says at which paths)."""

import tomllib
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response

from database.citation import public_address
from database.connection import ROOT, NoDatabase
from ui.maps import borders
from ui.session import OpenDatabase, usable_atlas

NOT_KEPT = {"Cache-Control": "no-store"}
NO_FILE = "the data are on a server, and no file of them is on this machine\n"
MAKING = Lock()


def atlas_or_none() -> OpenDatabase | None:
    """The database in use, opened and read; None where there is none or it is damaged or of another make."""
    try:
        return usable_atlas()
    except NoDatabase:
        return None


@cache
def software_version() -> str:
    """The version of the atlas itself, as pyproject.toml has it."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def health(_request: Request) -> Response:
    """`{"status": "ok", "digest": …, "built": …}` (UTC, ISO 8601), or 503 without a usable database."""
    told = _state()
    answer = {name: told[name] for name in ("status", "digest", "built")}
    return JSONResponse(answer, status_code=200 if told["digest"] else 503, headers=NOT_KEPT)


def status(_request: Request) -> Response:
    """What is running, for anybody: `health` and the versions, the number of facts and the age of the data in days."""
    told = _state()
    return JSONResponse(told, status_code=200 if told["digest"] else 503, headers=NOT_KEPT)


def _state() -> dict[str, object]:
    told: dict[str, object] = {"status": "no database", "version": software_version()}
    told |= dict.fromkeys(("digest", "built", "built_days_ago", "newest_source", "newest_source_days_ago", "facts"))
    atlas = atlas_or_none()
    if atlas is None:
        return told
    built = datetime.fromisoformat(str(atlas.build["built_at"])).replace(tzinfo=UTC)
    today = datetime.now(UTC).date()
    told |= {"status": "ok", "digest": atlas.version, "facts": int(str(atlas.build["facts"]))}
    told |= {"built": built.isoformat(timespec="seconds"), "built_days_ago": (today - built.date()).days}
    newest = atlas.build["newest_source"]
    # A source may name only the year or the month in which it was published: then its age in days is not known.
    if isinstance(newest, str) and newest:
        whole = len(newest) == len("2026-01-31")
        told |= {"newest_source": newest}
        told |= {"newest_source_days_ago": (today - date.fromisoformat(newest)).days if whole else None}
    return told


def download(_request: Request) -> Response:
    """The database in use, as a file named after its content, or 503 without one."""
    atlas = atlas_or_none()
    if atlas is None:
        return PlainTextResponse("no database\n", status_code=503, headers=NOT_KEPT)
    path = atlas.file
    if path is None:
        return PlainTextResponse(NO_FILE, status_code=404, headers=NOT_KEPT)
    kept_until_changed = {"Cache-Control": "no-cache"}
    return FileResponse(path, filename=path.name, media_type="application/octet-stream", headers=kept_until_changed)


def open_data(_request: Request) -> Response:
    """All of the open data as one zip, or 503 without a database. Made once for each version of the data."""
    atlas = atlas_or_none()
    if atlas is None:
        return PlainTextResponse("no database\n", status_code=503, headers=NOT_KEPT)
    path = atlas.file
    if path is None:
        return PlainTextResponse(NO_FILE, status_code=404, headers=NOT_KEPT)
    try:
        # One maker at a time: whoever else asks meanwhile waits for the same file.
        with MAKING:
            content = archive_of(str(path))
    except NoDatabase:
        return PlainTextResponse("no database\n", status_code=503, headers=NOT_KEPT)
    headers = {
        "Cache-Control": "no-cache",
        "Content-Disposition": f'attachment; filename="vvg-{path.stem}.zip"',
    }
    return Response(content, media_type="application/zip", headers=headers)


@lru_cache(maxsize=1)
def archive_of(path: str) -> bytes:
    """The zip of a built database, kept while it is the one in use."""
    # Imported here: what writes files is a tenth of a second at each start.
    from database.export import archive

    return archive(Path(path), public_address())


def municipal_borders(_request: Request) -> Response:
    """The generalised borders as GeoJSON, kept by the browser for as long as their address names this version."""
    try:
        content = borders.current_file()
    except NoDatabase:
        content = None
    if content is None:
        return PlainTextResponse("no database\n", status_code=503, headers=NOT_KEPT)
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(content, media_type="application/geo+json", headers=kept)
