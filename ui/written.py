"""A table of words, written as one text: of Streamlit's own table the browser reads each cell as a text for itself."""

import streamlit as st

from ui.texts import plain


def table(cells: dict[str, list[str]], alt: str) -> None:
    """Draws a table. In: columns by their headings, all of it Markdown; what it is, for those who do not see the page.

    The style hides what it is from those who see it (ui/document.py).
    """
    rows = [list(cells), ["---"] * len(cells), *zip(*cells.values(), strict=True)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    st.markdown("\n".join([plain(alt), "", *lines]))
