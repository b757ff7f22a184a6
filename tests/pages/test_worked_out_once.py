"""What was worked out for one reader is not worked out again for the next: no row is cut, sorted or told anew."""

import pandas as pd
import pytest

from ui import kept
from ui.stops import STOPS

CHOSEN = {"compare": {"vvg": ["kedainiai", "pakruojis"]}, "search": {"q": "jaunimas"}}
VIEWS = [
    *((name, CHOSEN.get(name, {})) for name in STOPS),
    *(("funding", {"view": view}) for view in ("shares", "stages", "funds", "items", "periods", "sums", "country")),
    *(("vvg", {"section": section}) for section in ("money", "indicators", "work", "course", "unknown")),
    *(("data", {"section": section}) for section in ("sources", "vocabularies")),
    ("map", {"measure": "participants_both"}),
]


@pytest.mark.parametrize(("name", "query"), VIEWS, ids=str)
def test_a_page_that_was_shown_is_shown_again_without_working_anything_out(page, monkeypatch, name, query):
    page(name, **query)
    told: list[tuple[str, ...]] = []
    tell = kept._told_frame

    def telling(shown: pd.DataFrame) -> str:
        known = kept._frames.get(id(shown))
        if known is None or known[0]() is not shown:
            told.append(tuple(shown.columns))
        return tell(shown)

    monkeypatch.setattr(kept, "_told_frame", telling)
    made = set(kept._made.cache)
    page(name, **query)
    assert told == []
    assert set(kept._made.cache) == made
