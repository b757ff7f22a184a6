"""What the server answers beside its pages, and how it settles before the first of them."""

import gc
import importlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from database.connection import NoDatabase, current_path
from database.export import archive, public_address
from ui.citing import report_address
from ui.maps import borders

# What pages import while they are drawn: loaded before the memory is frozen, so that no visitor waits for it.
DRAWN_WITH = (
    "babel.dates",
    "babel.messages.pofile",
    "babel.numbers",
    "duckdb",
    "pandas",
    "plotly.graph_objects",
    "plotly.io",
    "pyarrow",
    "streamlit.dataframe_util",
    "streamlit.elements.arrow",
    "streamlit.elements.plotly_chart",
    "streamlit.runtime.scriptrunner.script_runner",
)
NOT_KEPT = {"Cache-Control": "no-store"}
MAKING = Lock()


def routes(base: str = "") -> list[Route]:
    """`/health` and the files below `/data/`, also below the path `base` that a proxy leaves there."""
    prefixes = {"", f"/{base.strip('/')}".rstrip("/")}
    return [
        Route(prefix + path, answer)
        for prefix in sorted(prefixes)
        for path, answer in (
            ("/health", health),
            ("/data/atlas.duckdb", download),
            ("/data/atlas.zip", open_data),
            (borders.FILE, municipal_borders),
        )
    ]


def usable_database() -> Path | None:
    """The database file in use, or None where there is none or it does not begin as a DuckDB file."""
    path = current_path()
    if path is None or not path.is_file():
        return None
    with path.open("rb") as file:
        return path if file.read(12)[8:] == b"DUCK" else None


def health(_request: Request) -> Response:
    """`{"status": "ok", "digest": …, "built": …}` (UTC, ISO 8601), or 503 without a usable database."""
    path = usable_database()
    if path is None:
        answer = {"status": "no database", "digest": None, "built": None}
        return JSONResponse(answer, status_code=503, headers=NOT_KEPT)
    built = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    answer = {"status": "ok", "digest": path.stem.removeprefix("atlas-"), "built": built}
    return JSONResponse(answer, headers=NOT_KEPT)


def download(_request: Request) -> Response:
    """The database in use, as a file named after its content, or 503 without one."""
    path = usable_database()
    if path is None:
        return PlainTextResponse("no database\n", status_code=503, headers=NOT_KEPT)
    kept_until_changed = {"Cache-Control": "no-cache"}
    return FileResponse(path, filename=path.name, media_type="application/octet-stream", headers=kept_until_changed)


def open_data(_request: Request) -> Response:
    """All of the open data as one zip, or 503 without a database. Made once for each version of the data."""
    path = usable_database()
    if path is None:
        return PlainTextResponse("no database\n", status_code=503, headers=NOT_KEPT)
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


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Keep what is loaded at start out of the garbage collection that Streamlit asks for after each rerun.

    ATLAS_REPORT_TO (where the link "Report an error" leads) is read before: ValueError where it is no address.
    """
    report_address(os.environ.get("ATLAS_REPORT_TO", ""))
    for module in DRAWN_WITH:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        # DuckDB would otherwise report its frozen objects as leaked when the process ends.
        gc.unfreeze()
