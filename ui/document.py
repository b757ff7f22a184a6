"""What Streamlit leaves no setting for: the width of the page, figures of even width, paper, the document's language."""

import streamlit as st

from ui.texts import language

STYLE = """
.stMainBlockContainer { max-width: 1180px; padding: 4.25rem 1.5rem 3rem; }
.stApp { font-variant-numeric: tabular-nums lining-nums; }
h1 { letter-spacing: -0.01em; padding: 0 0 0.25rem; }
h2, h3 { padding: 0.5rem 0 0; }
.stPageLink a p { color: light-dark(#0B6E6E, #4FB3B3); }
.stPageLink a:hover p { text-decoration: underline; }
/* Streamlit's own grey of captions is too pale to be read by all (4.08 : 1 on white). */
.stApp [data-testid=stCaptionContainer] { color: light-dark(#5D6B74, #A3B1B9); }
.st-key-document { height: 0; overflow: hidden; margin-top: -1rem; }
[data-testid=stTable] td { font-size: 0.95rem; }
@media (min-width: 1240px), (max-width: 640px) {
  /* Where the bar with the menu has room, the language stands in it and costs the page no line. */
  .st-key-language { position: fixed; top: 0.75rem; right: 4rem; width: auto; z-index: 999991; }
  .stMainBlockContainer { padding-top: 2.25rem; }
}
@media (max-width: 640px) {
  .stMainBlockContainer { padding: 2.5rem 1rem 2rem; }
  .st-key-filters > .stElementContainer:has(.stMultiSelect) {
    flex: 0 0 calc(50% - 0.5rem) !important; width: calc(50% - 0.5rem) !important; min-width: 0;
  }
  .st-key-filters .stMultiSelect { width: 100% !important; }
  /* A wide chart may give its place to a list that a phone can show, and the other way round. */
  [class*=st-key-only_wide_] { display: none; }
}
@media (min-width: 641px) {
  [class*=st-key-only_narrow_] { display: none; }
}
@media print {
  header, .st-key-language, .st-key-filters, [class*=st-key-take_], .stPopover { display: none; }
  .stMainBlockContainer { max-width: none; padding: 0; }
  .stPlotlyChart, .stTable, [data-testid=stMetric] { break-inside: avoid; }
}
"""

LANGUAGE = "export default function ({ data }) { document.documentElement.lang = data }"
"""A change of language is a rerun and no new document: its language is put right here."""

_document = st.components.v2.component("atlas_document", css=STYLE, js=LANGUAGE, isolate_styles=False)


def dress() -> None:
    """Puts the style and the language on the document."""
    with st.container(key="document"):
        _document(data=language(), key="atlas_document")
