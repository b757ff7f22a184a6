"""The money of one strategy: every sum that a source states, with its words. Nothing is added up here."""

import pandas as pd
import streamlit as st

from ui import answer, proofs
from ui.answer import is_missing
from ui.profile import amounts
from ui.profile.citations import Citations, bullets
from ui.profile.head import Row, chosen, view
from ui.session import OpenDatabase, frame
from ui.texts import _, euros, number, percent, plain


def section(atlas: OpenDatabase, strategy: Row) -> None:
    """The shown sums, the parts by fund, and all other sums, each with its quotation."""
    sums = frame("funding_details", chosen(strategy))
    if sums.empty:
        gaps = frame("gaps", chosen(strategy)).set_index("field")["state"]
        why = answer.missing_word(atlas, gaps["allocated"])
        st.markdown(plain(_("No sum of this strategy is known: {reason}.", reason=why)))
        return
    cites = Citations(atlas)
    _shown(atlas, strategy, cites)
    _parts(atlas, strategy, cites)
    _all_sums(atlas, sums, cites)
    cites.listing()
    answer.download_and_sources(
        atlas, sums, f"{strategy['vvg']}-{strategy['eu_period']}-money", view=view(atlas, strategy)
    )


def _shown(atlas: OpenDatabase, strategy: Row, cites: Citations) -> None:
    """One line a scope and stage: the sum that the atlas shows, and what other sources say."""
    st.subheader(_("The sums that the atlas shows"), anchor=False)
    st.caption(_("One sum for each thing and stage, by the rank of its source. They are never added to each other."))
    lines = []
    for choice in frame("funding_choices", chosen(strategy)).to_dict("records"):
        for row in frame("funding", chosen(strategy), choice["scope"], choice["stage"]).to_dict("records"):
            what = f"{atlas.label('scopes', row['scope'])}, {atlas.label('stages', row['stage']).lower()}"
            note = f" · {_('sources differ')}" if row["is_disputed"] else ""
            shown = f"**{plain(amounts.disputed(atlas, row))}** – {plain(what + note)}"
            lines.append(shown + cites.mark(row["source"], row["as_written"]))
            lines += _otherwise(atlas, strategy, row, cites)
    if lines:
        bullets(lines)
    else:
        st.markdown(plain(_("No sum is stated for the strategy as a whole.")))


def _otherwise(atlas: OpenDatabase, strategy: Row, row: Row, cites: Citations) -> list[str]:
    """What other sources say of a shown sum, and by which rule it is shown; nothing where they agree."""
    [proof] = proofs.sums(atlas, chosen(strategy), pd.DataFrame([row]))
    others = [
        plain(_("Another source says: {figure}", figure=other.what)) + cites.mark(other.source, other.words)
        for other in proof.others
    ]
    return [f"    {line}" for line in (*others, *([f"*{plain(proof.why)}*"] if proof.why else []))]


def _parts(atlas: OpenDatabase, strategy: Row, cites: Citations) -> None:
    """The parts by fund where a source tells them apart, with their share of the whole that it states."""
    parts = frame("funding_by_fund", chosen(strategy)).to_dict("records")
    if not parts:
        return
    st.subheader(_("From which funds"), anchor=False)
    lines = []
    for part in parts:
        share = ""
        if not is_missing(part["percent"]):
            share = f" ({_('{share} of the whole sum', share=percent(part['percent']))})"
        what = f"{atlas.label('funds', part['fund'])}, {atlas.label('stages', part['stage']).lower()}{share}"
        lines.append(
            f"**{plain(euros(part['amount_eur']))}** – {plain(what)}{cites.mark(part['source'], part['as_written'])}"
        )
    bullets(lines)


def _all_sums(atlas: OpenDatabase, sums: pd.DataFrame, cites: Citations) -> None:
    """Every sum, grouped by what it is for."""
    st.subheader(_("Every sum that a source states: {n}", n=number(len(sums))), anchor=False)
    st.caption(_("A sum of a goal, call or project may be a part of another sum; the words of the source decide."))
    for scope in atlas.codes("scopes"):
        of_scope = sums[sums["scope"] == scope]
        if of_scope.empty:
            continue
        label = f"{atlas.label('scopes', scope)}: {number(len(of_scope))}"
        with st.expander(plain(label), expanded=scope == "strategy"):
            bullets([_line(atlas, row, cites) for row in answer.topmost(of_scope).to_dict("records")])


def _line(atlas: OpenDatabase, row: Row, cites: Citations) -> str:
    about = [atlas.label("stages", row["stage"]).lower(), atlas.label("roles", row["role"]).lower()]
    if not is_missing(row["funds"]) and row["funds"] != "not_stated":
        about.append(", ".join(atlas.label("funds", fund) for fund in str(row["funds"]).split()))
    if not is_missing(row["subject"]):
        code = "" if is_missing(row["item_code"]) else f"{row['item_code']} "
        about.append(f"{code}{row['subject']}")
    if not is_missing(row["note"]):
        about.append(str(row["note"]))
    written = plain(amounts.sum_written(atlas, row))
    return f"**{written}** – {plain('; '.join(about))}{cites.mark(row['source'], row['as_written'])}"
