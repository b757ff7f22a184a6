"""What pages need is loaded while the first reader's browser still loads the programs of the page.

The port opens at once. A page, and what else needs the data, waits for the loading to end: so no two threads import
the same modules at a time, of which one would see halves.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module

# What pages import while they are drawn, and the first page: loaded before the memory is set aside, so that no visitor
# waits for it and no collection looks through it.
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
    "ui.whole_page",
    "ui.overview",
)

_loading = ThreadPoolExecutor(1, thread_name_prefix="warming")
_begun: list[Future[None]] = []


def begin() -> None:
    """Begins to load, in a thread of its own."""
    _begun[:] = [_loading.submit(_load)]


def wait() -> None:
    """Returns when all is loaded; at once where nothing was begun. Raises what went wrong in the loading."""
    for one in _begun:
        one.result()


def _load() -> None:
    for module in DRAWN_WITH:
        import_module(module)
    import_module("ui.texts").catalog()
    # Opened before the first reader comes; without one the log says so, and the pages and /health do.
    import_module("ui.service").atlas_or_none()
    import_module("ui.settling").collect_everything()
