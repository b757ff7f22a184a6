"""A page drawn without a browser, of the invented world."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from ui.stops import STOPS

Page = Callable[..., AppTest]
SECONDS = 60


def written(app: AppTest) -> list[pd.DataFrame]:
    """The tables of words of a page (ui/written.py), as Markdown. A bar within a cell has a backslash before it."""
    tables = []
    for text in app.markdown:
        rows = [line[2:-2].split(" | ") for line in str(text.value).splitlines() if line.startswith("| ")]
        if len(rows) > 1 and set(rows[1]) == {"---"}:
            tables.append(pd.DataFrame(rows[2:], columns=rows[0]))
    return tables


@pytest.fixture
def page(root: Path, atlas_build: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """`page("funding", lang="en", vvg=["aukstupys"])`: the page with these choices in its address, drawn once.

    `opened` are keys of lists that are sent only when they are open.
    """
    monkeypatch.chdir(root)

    def drawn(name: str, opened: Sequence[str] = (), **query: str | Sequence[str]) -> AppTest:
        app = AppTest.from_file(root / "ui" / "main.py", default_timeout=SECONDS)
        for key, value in query.items():
            app.query_params[key] = value if isinstance(value, str) else list(value)
        # AppTest knows the addresses of st.navigation only after a first run; this is the mark by which it looks.
        app._page_hash = calc_hash(STOPS[name].path)
        for key in opened:
            app.session_state[key] = True
        return app.run()

    return drawn
