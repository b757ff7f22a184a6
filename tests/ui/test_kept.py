"""What was drawn once is drawn again from memory, if and only if it shows the same to anybody."""

from functools import partial

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from ui import kept

DRAWN: list[str] = []


def script() -> None:
    import pandas as pd
    import streamlit as st

    from tests.ui.test_kept import DRAWN
    from ui import kept

    words = st.session_state.get("words", "a")

    def draw() -> None:
        DRAWN.append(words)
        st.dataframe(pd.DataFrame({"words": [words]}), key="table_words", alt=words)

    kept.once(draw, "words", pd.DataFrame({"words": [words]}))


@pytest.fixture
def app() -> AppTest:
    DRAWN.clear()
    kept._sent.clear()
    return AppTest.from_function(script, default_timeout=60)


def shown(app: AppTest) -> str:
    assert not app.exception
    return app.dataframe[0].value["words"].iloc[0]


def test_the_same_is_drawn_once_and_shown_each_time(app):
    assert [shown(app.run()) for _ in range(3)] == ["a", "a", "a"]
    assert DRAWN == ["a"]


def test_something_else_is_drawn_anew(app):
    app.run()
    app.session_state["words"] = "b"
    assert shown(app.run()) == "b"
    assert DRAWN == ["a", "b"]


def test_what_one_visit_alone_may_see_is_not_kept(app, monkeypatch):
    monkeypatch.setattr(kept, "own_data", lambda: True)
    assert [shown(app.run()) for _ in range(2)] == ["a", "a"]
    assert DRAWN == ["a", "a"]


def nested_script() -> None:
    import streamlit as st

    from ui import kept

    def words() -> None:
        st.text("within")

    def columns() -> None:
        with st.columns(2)[1]:
            kept.once(words, "words")

    with st.container(key="around"):
        kept.once(columns, "columns")


def test_what_is_kept_within_what_is_kept_stays_in_its_place():
    """Streamlit would show the inner one beside the column in which it was drawn, from the second time on."""
    kept._sent.clear()
    app = AppTest.from_function(nested_script, default_timeout=60)
    for _ in range(3):
        app.run()
        assert [text.value for text in app.columns[1].text] == ["within"]


TABLE = pd.DataFrame({"a": [1, 2]})


@pytest.mark.parametrize(
    ("one", "another"),
    [
        (TABLE, TABLE.rename(columns={"a": "b"})),
        (TABLE, TABLE.iloc[::-1]),
        (TABLE, TABLE.assign(a=[1, 3])),
        (TABLE["a"], TABLE["a"].rename("b")),
        ([1, 2], [12]),
        ({"a": 1}, {"a": "1"}),
        (None, "None"),
        (partial(max, 1), partial(max, 2)),
        (partial(max, 1), partial(min, 1)),
        ((lambda one: lambda: one)(1), (lambda one: lambda: one)(2)),
    ],
)
def test_what_differs_is_told_apart(one, another):
    assert kept._told(one) != kept._told(another)
    assert kept._told(one) == kept._told(one)


def test_a_table_is_told_once_and_one_that_takes_its_place_in_memory_is_told_anew():
    seen = set()
    for number in range(50):
        rows = pd.DataFrame({"a": [number]})
        assert kept._told(rows) == kept._told(rows)
        seen.add(kept._told(rows))
        del rows
    assert len(seen) == 50
    assert not [shown for shown, _form, _told in kept._frames.values() if shown() is None]


def test_a_table_that_got_a_column_is_another_one():
    rows = pd.DataFrame({"a": [1]})
    before = kept._told(rows)
    rows["b"] = 2
    assert kept._told(rows) != before
