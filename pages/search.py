"""Search: one field for everything that the atlas knows in words."""

import pandas as pd
import streamlit as st

from ui import citing, search, search_filters
from ui.navigation import Ended
from ui.parts import part
from ui.session import frame, open_atlas
from ui.texts import _, plain


@part
def narrowed(hits: pd.DataFrame, words: str) -> None:
    """The filters, and the hits that fit them."""
    kept = search_filters.narrowed(open_atlas(), hits)
    if kept.empty:
        st.info(_("None of these hits fits all filters. Remove one of them."))
    search.show(kept, words)


atlas = open_atlas()
st.title(_("Search"), anchor=False)
words = search.box()
if not words:
    st.markdown(_("VVGs, strategies, goals and measures, target groups, projects, calls, indicators and events. Try:"))
    search.examples()
    raise Ended

asked = citing.View(f"{_('Search')}: {words}")
hits = frame("search.hits", words)
st.subheader(plain(search.finding(words, hits)), anchor=False)
if hits.empty:
    st.info(_("No fact has these words. Use fewer or other words, or the town alone; sources are in Lithuanian."))
    search.examples()
    citing.buttons(atlas, "search", asked)
    raise Ended

search.best_of_many(hits)
narrowed(hits, words)
citing.buttons(atlas, "search", asked)
