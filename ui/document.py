"""What Streamlit has no setting for: the width of the page, figures of even width, paper, the document's language."""

from pathlib import Path

import streamlit as st

from ui.texts import _, language

STYLE = """
.stMainBlockContainer { max-width: 1180px; padding: 4.25rem 1.5rem 3rem; }
.stApp { font-variant-numeric: tabular-nums lining-nums; }
h1 { letter-spacing: -0.01em; padding: 0 0 0.25rem; }
h2, h3 { padding: 0.5rem 0 0; }
/* The list beside a map scrolls, so that the map stays in sight; its bars keep their width. */
.st-key-ranked, .st-key-ranked_below_card { max-height: 440px; overflow: auto; scrollbar-gutter: stable; }
.st-key-ranked_below_card { max-height: 300px; }
/* A chart is drawn for a width of whole pixels, and drawn again if that is not the width of its place. */
[class*=st-key-chart_] { width: round(down, 100%, 1px) !important; }
.stPageLink a p { color: light-dark(#0B6E6E, #4FB3B3); }
.stPageLink a:hover p { text-decoration: underline; }
/* Streamlit's own grey of captions and quotations is too pale to be read by all (4.08 : 1 on white). What opens above
   the page stands outside of .stApp and knows no light-dark(): there the ink itself is thinned. */
.stApp [data-testid=stCaptionContainer], [data-testid=stPopoverBody] [data-testid=stCaptionContainer],
.stApp [class*=st-key-cards_] summary, [data-testid=stMarkdownContainer] blockquote {
  color: color-mix(in srgb, currentColor 75%, transparent); opacity: 1;
}
.stApp [class*=st-key-cards_] summary *, [data-testid=stMarkdownContainer] blockquote p { color: inherit; opacity: 1; }
/* The name of an open card would be a darker accent, which is lost on a dark page (2.4 : 1). */
.stPopover button:is(:focus, :active, [aria-expanded=true]) { color: light-dark(#0B6E6E, #4FB3B3); }
/* White on the pale accent of the dark theme: 2.5 : 1. */
.stMultiSelect [data-tag], .stMultiSelect [data-tag] * { color: light-dark(#FFFFFF, #10181D); }
/* Parts that are drawn for themselves (st.fragment) would share the rest of the line among them. */
[class*=st-key-take_] > [data-testid=stLayoutWrapper] { flex: 0 0 auto !important; width: auto !important; }
/* Plotly's own buttons are drawn; this one is a word. */
.stApp .modebar .modebar-group .atlas-png { font: 600 11px "Source Sans", sans-serif; color: #7A8B99; }
/* The names of the compared VVGs stay in sight above a long section; not where a table must scroll sideways. */
@media (min-width: 1000px) {
  .stApp [class*=st-key-section_] [data-testid=stMarkdownContainer]:has(> table) { overflow: visible; }
  [class*=st-key-section_] thead th {
    position: sticky; top: 3.75rem; z-index: 2; background: light-dark(#FFFFFF, #10181D);
  }
}
.st-key-document { height: 0; overflow: hidden; margin-top: -1rem; }
/* A long figure is told whole, on two lines if need be. */
[data-testid=stMetricValue] * { white-space: normal; overflow: visible; text-overflow: clip; }
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
  [class*=st-key-only_narrow_], .stMain:has(.st-key-only_wide_matrix) .st-key-group_list { display: none; }
}
/* The desk for queries (pages/sql.py): query and tables side by side, the answer below, on a phone between. */
.st-key-sql_query textarea { font-family: "Source Code Pro", monospace; font-size: 0.9rem; }
/* Streamlit's own words about sending a form are English alone. */
.st-key-sql_query [data-testid=InputInstructions], .st-key-sql_schema [data-testid=InputInstructions] { display: none; }
.st-key-sql_query [data-testid=stBaseButton-primaryFormSubmit] p { color: light-dark(#FFFFFF, #10181D); }
.st-key-sql_query [data-testid=stBaseButton-primaryFormSubmit]:is(:hover, :focus, :active) {
  background: light-dark(#084F50, #8CD0CE);
}
.st-key-sql_schema li, .st-key-sql_schema li p { font-size: 0.9rem; }
.st-key-sql_examples { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); }
.st-key-sql_examples button { text-align: left; }
.st-key-sql_examples button p { color: light-dark(#0B6E6E, #4FB3B3); text-decoration: underline; }
.stApp .st-key-sql_schema summary, .stApp .st-key-sql_schema summary * { color: inherit; opacity: 1; }
.stApp .st-key-sql_schema summary code { font-size: 0.85rem; background: none; padding: 0 0.25rem 0 0; }
@media (min-width: 901px) {
  .st-key-sql_desk {
    display: grid; grid-template: "query schema" auto "answer answer" auto / minmax(0, 3fr) minmax(0, 2fr);
    column-gap: 2rem;
  }
  .st-key-sql_desk > :has(> .st-key-sql_query) { grid-area: query; }
  .st-key-sql_desk > :has(> .st-key-sql_answer) { grid-area: answer; }
  .st-key-sql_desk > :has(> .st-key-sql_schema) { grid-area: schema; }
}
/* A hit of the search: its words in a line of their own, the links to where they stand below. */
.stApp [class*=st-key-hit_] > .stElementContainer:first-child { flex-basis: 100%; }
/* A table of words (ui/written.py): quiet lines, wide ones scroll. What it is stands above it for those
   who do not see the page; the others read it in the heading. */
.stApp [data-testid=stMarkdownContainer]:has(> table) { position: relative; overflow-x: auto; }
.stApp [data-testid=stMarkdownContainer] > p:has(+ table) {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.stApp [data-testid=stMarkdownContainer] > table { width: 100%; font-size: 0.95rem; }
.stApp [data-testid=stMarkdownContainer] > table :is(th, td) { border-width: 0 0 1px; padding: 0.25rem 0.4rem; }
.stApp [data-testid=stMarkdownContainer] > table, .stApp [data-testid=stMarkdownContainer] > table tr { border: 0; }
.stApp [data-testid=stMarkdownContainer] > table th {
  font-weight: 400; font-size: 0.875rem; color: light-dark(#5E6E7A, #9FB0BB);
}
/* A draft of the reader's own (pages/add.py), and the line that names it on every page. */
.st-key-own_data {
  background: light-dark(#E4F1F0, #1B3537); border-left: 4px solid light-dark(#0B6E6E, #4FB3B3);
  padding: 0.25rem 1rem; border-radius: 0.25rem; margin-bottom: 0.5rem;
}
.st-key-own_data_end button p { color: light-dark(#0B6E6E, #4FB3B3); text-decoration: underline; }
[class*=st-key-added_card_] { padding: 0.6rem 0.9rem; }
[class*=st-key-added_card_accepted_], [class*=st-key-added_card_check_accepted_] {
  border-left: 4px solid light-dark(#0B6E6E, #4FB3B3);
}
[class*=st-key-added_card_rejected_] [data-testid=stMarkdownContainer] strong {
  text-decoration: line-through; font-weight: 400;
}
[class*=st-key-added_place_] { border-top: 1px solid light-dark(#D5DDE2, #33434C); padding-top: 0.75rem; }
.stApp [class*=st-key-added_] button[kind^=primary] p { color: light-dark(#FFFFFF, #10181D); }
.st-key-added_file [data-testid=stFileUploaderDropzone] > span button p,
.st-key-added_file [data-testid=stFileUploaderDropzoneInstructions] span { display: none; }
.st-key-added_file [data-testid=stFileUploaderDropzone] > span button [data-testid=stMarkdownContainer]::after {
  content: var(--atlas-choose-file);
}
.st-key-added_file [data-testid=stFileUploaderDropzoneInstructions] > div::after { content: var(--atlas-drag-file); }
.st-key-added_file [data-testid=stFileChip][aria-invalid=true]::after {
  content: var(--atlas-large-file); padding: 0 0.5rem;
}
.st-key-added_text_form [data-testid=InputInstructions] { display: none; }
@media (min-width: 641px) {
  /* Of many findings in one paragraph, its words stay beside each. */
  [class*=st-key-added_place_] .stColumn:first-child > .stVerticalBlock { position: sticky; top: 4.5rem; }
}
/* A profile for a meeting (ui/profile/paper.py): on the screen as wide as its paper, in print two pages and notes. */
.st-key-paper, .st-key-paper_notes { max-width: 52rem; overflow-wrap: anywhere; }
.st-key-paper table p, .st-key-paper table { overflow-wrap: normal; word-break: normal; }
@page {
  size: A4; margin: 13mm 14mm 14mm;
  @bottom-left { content: "VVG atlasas"; font: 8pt "Source Sans", sans-serif; color: #5D6B74; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Source Sans", sans-serif; color: #5D6B74; }
}
@media print {
  .stApp header, .stApp .st-key-language, .st-key-filters, [class*=st-key-take_], .stPopover { display: none; }
  .st-key-foot, .st-key-paper_screen, .stApp hr { display: none; }
  .stApp .stMainBlockContainer { max-width: none; padding: 0; }
  .stPlotlyChart, .stTable, .stMarkdown table, [data-testid=stMetric] { break-inside: avoid; }
  .stApp, .stApp .st-key-paper *, .stApp .st-key-paper_notes * { color: #1B2A33 !important; background: none; }
  .st-key-paper, .st-key-paper_notes { max-width: none; }
  .st-key-paper * { line-height: 1.28; }
  .st-key-paper h1 { font-size: 17pt; padding: 0 0 2pt; }
  .st-key-paper h3, .st-key-paper_notes h3 { font-size: 11.5pt; padding: 5pt 0 2pt; margin: 0; break-after: avoid; }
  .st-key-paper .stElementContainer:has(h3) { break-after: avoid; }
  .stApp .st-key-paper p, .stApp .st-key-paper li { font-size: 9pt; margin: 0; }
  .stApp .st-key-paper li { margin-left: 11pt; }
  .stApp .st-key-paper th p, .stApp .st-key-paper th { font-size: 8pt; font-weight: 600; }
  .stApp .st-key-paper td, .stApp .st-key-paper th { padding: 1.6pt 5pt 1.6pt 0; vertical-align: top; }
  .stApp .st-key-paper_figures tr:first-of-type td strong { font-size: 12pt; }
  /* A box that may scroll, or stands in a line, is never parted between pages. */
  .st-key-paper .stTable, .st-key-paper .stTable div { break-inside: auto; overflow: visible; }
  .st-key-paper table { display: table; width: 100%; }
  .stApp .st-key-paper :is(td, th), .stApp .st-key-paper :is(td, th) div { max-width: none; width: auto; }
  .st-key-paper [data-testid=stMarkdownContainer], .st-key-paper_notes [data-testid=stMarkdownContainer] { margin: 0; }
  .st-key-paper .stElementContainer { margin: 0; }
  .stApp .st-key-paper [data-testid=stCaptionContainer] { margin: 0; }
  .st-key-paper tr, .st-key-paper li, .st-key-paper_notes p { break-inside: avoid; }
  .st-key-paper thead { display: table-header-group; }
  .st-key-paper_notes { break-before: page; }
  .stApp .st-key-paper_notes p { font-size: 8pt; line-height: 1.3; margin: 0 0 2pt; }
}
"""

SCRIPT = Path(__file__).with_name("document.js").read_text(encoding="utf-8")

_document = st.components.v2.component("atlas_document", css=STYLE, js=SCRIPT, isolate_styles=False)


def dress() -> None:
    """Puts the style and the language on the document, and a picture to take away on each chart."""
    with st.container(key="document"):
        words = {
            "choose-file": _("Choose a file"),
            "drag-file": _("or drag it here"),
            "large-file": _("This file is larger than 20 MB."),
            "select-all": _("Select all"),
            "select-found": _("Select what is found"),
            "clear-all": _("Clear all"),
            "pages": _("Page of the results"),
            "page": _("Page"),
            "previous-page": _("Previous page"),
            "next-page": _("Next page"),
        }
        data = {"language": language(), "png": _("Save as a picture (PNG)"), "words": words}
        # Another paper is told as it is chosen, and the page drawn again: its charts have the colours of their paper.
        _document(data=data, key="atlas_document", on_paper_change=_nothing)


def _nothing() -> None:
    """To be told of a change is enough: the page is drawn again."""
