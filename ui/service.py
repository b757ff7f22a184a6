"""What the server answers beside its pages, and how it settles before the first of them."""

import gc
import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from database.connection import NoDatabase, current_path
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


def routes(base: str = "") -> list[Route]:
    """`/health`, `/data/atlas.duckdb`, `/data/borders.json`, also below the path `base` that a proxy leaves there."""
    prefixes = {"", f"/{base.strip('/')}".rstrip("/")}
    return [
        Route(prefix + path, answer)
        for prefix in sorted(prefixes)
        for path, answer in (
            ("/health", health),
            ("/data/atlas.duckdb", download),
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
    return FileResponse(
        path, filename=path.name, media_type="application/octet-stream", headers=kept_until_changed
    )


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
    """Keep what is loaded at start out of the garbage collection that Streamlit asks for after each rerun."""
    for module in DRAWN_WITH:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        # DuckDB would otherwise report its frozen objects as leaked when the process ends.
        gc.unfreeze()
