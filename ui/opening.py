"""How the server opens: what it answers beside its pages, what is loaded, and what is done before it ends.

Nothing heavy is imported here: the port opens before pandas and DuckDB are loaded (`ui/warming.py`).
"""

import gc
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from importlib import import_module

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from database.clickhouse.address import address
from ui import leaving, log, settling, warming
from ui.reports import report_address
from ui.stops import BORDERS

ANSWERS = {
    "/health": "health",
    "/status": "status",
    "/data/atlas.duckdb": "download",
    "/data/atlas.zip": "open_data",
    BORDERS: "municipal_borders",
}
"""Which function of ui/service.py answers at a path."""


def routes(base: str = "") -> list[Route]:
    """`/health`, `/status` and the files below `/data/`, also below the path `base` that a proxy leaves there."""
    prefixes = {"", f"/{base.strip('/')}".rstrip("/")}
    return [Route(prefix + path, _answering(name)) for prefix in sorted(prefixes) for path, name in ANSWERS.items()]


def _answering(name: str) -> Callable[[Request], Response]:
    """An answer of ui/service.py, once all is loaded. Starlette asks for it in a thread of its own."""

    def answer(request: Request) -> Response:
        warming.wait()
        told: Response = getattr(import_module("ui.service"), name)(request)
        return told

    return answer


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Loads what pages need, and keeps it out of the garbage collection that Streamlit asks for after each rerun.

    ATLAS_REPORT_TO (where the link "Report an error" leads) and ATLAS_DATABASE (where the data are, if not in a file)
    are read before: ValueError where either is no address.
    """
    report_address(os.environ.get("ATLAS_REPORT_TO", ""))
    address()
    log.settle()
    warming.begin()
    ended = settling.begin()
    try:
        yield
    finally:
        ended.set()
        with suppress(Exception):
            warming.wait()
        leaving.end_all()
        # DuckDB would otherwise report its frozen objects as leaked when the process ends.
        gc.unfreeze()
