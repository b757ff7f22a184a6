"""Method: what each figure means, and what it does not."""

import streamlit as st

from ui import citing, kept, method
from ui.session import open_atlas
from ui.texts import _

atlas = open_atlas()
st.title(_("Method"), anchor=False)
st.caption(_("How the figures are made, and how they may be read."))
for section in method.SECTIONS:
    kept.part(section, atlas)
citing.buttons(atlas, "method")
