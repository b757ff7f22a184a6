"""A page drawn without a browser, of the invented world."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from ui.stops import STOPS

Page = Callable[..., AppTest]
SECONDS = 60


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
