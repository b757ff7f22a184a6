"""A page drawn without a browser, of the invented world."""

import re
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
    """The tables of words of a page (ui/written.py), as Markdown, with their names below `attrs["alt"]`."""
    tables = []
    for text in app.markdown:
        name, *lines = str(text.value).splitlines()
        rows = [re.split(r" (?<!\\)\| ", line[2:-2]) for line in lines if line.startswith("| ")]
        if len(rows) > 1 and set(rows[1]) == {"---"}:
            table = pd.DataFrame(rows[2:], columns=rows[0])
            table.attrs["alt"] = name
            tables.append(table)
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
