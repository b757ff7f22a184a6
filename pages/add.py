"""Add a strategy: from a document to a checked draft that stands among its peers, and to a record to take home."""

import streamlit as st

from loaders.visit import desk
from ui.add import checking, draft, findings, intake, peers, steps, taking
from ui.session import open_atlas, stop_without_file
from ui.texts import _

st.title(_("Add a strategy"), anchor=False)
stop_without_file()

atlas = open_atlas()
given = draft.current()
here = steps.step(given)
if here == "document" or given is None:
    if given is None:
        st.caption(_("A draft of the record from your own document, to be compared with similar cities."))
    intake.ask(desk.read, desk.Refused, given)
elif intake.nothing(given):
    steps.restart()
elif here == "findings":
    findings.show(atlas, given)
elif here == "check":
    checking.show(atlas, given, desk.check, desk.Refused)
elif here == "compare":
    peers.show(atlas, given, desk.check, desk.Refused)
else:
    taking.show(given, desk.check, desk.Refused)
