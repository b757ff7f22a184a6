"""Method: what each figure means, and what it does not."""

import streamlit as st

from ui import citing, method
from ui.session import open_atlas
from ui.texts import _

atlas = open_atlas()
st.title(_("Method"), anchor=False)
st.caption(_("How the figures are made, and how they may be read."))
method.draw(atlas)
citing.buttons(atlas, "method")
