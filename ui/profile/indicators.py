"""What a strategy planned and what it achieved, indicator by indicator."""

from functools import partial

import pandas as pd
import streamlit as st

from ui import answer
from ui.answer import is_missing
from ui.charts.profile import planned_achieved
from ui.profile import amounts
from ui.profile.citations import Citations, bullets
from ui.profile.head import Row, chosen, view
from ui.session import OpenDatabase, frame
from ui.texts import _, day, exact, ngettext, number, percent, plain


def section(atlas: OpenDatabase, strategy: Row) -> None:
    """A chart of those with both values, then every indicator with its words."""
    pairs = frame("indicators", chosen(strategy))
    if pairs.empty:
        gaps = frame("gaps", chosen(strategy)).set_index("field")["state"]
        why = answer.missing_word(atlas, gaps["participants_planned"])
        st.markdown(plain(_("No indicator of this strategy is known: {reason}.", reason=why)))
        return
    both = pairs[pairs["achieved_percent"].notna()].copy()
    if not both.empty:
        _chart(both)
    st.subheader(_("Every indicator: {n}", n=number(len(pairs))), anchor=False)
    cites = Citations(atlas)
    for scope in atlas.codes("scopes"):
        rows = pairs[pairs["scope"] == scope]
        if len(rows):
            with st.expander(
                plain(f"{atlas.label('scopes', scope)}: {number(len(rows))}"), expanded=scope == "strategy"
            ):
                bullets([line(atlas, row, cites) for row in answer.topmost(rows).to_dict("records")])
    cites.listing()
    answer.download_and_sources(
        atlas, pairs, f"{strategy['vvg']}-{strategy['eu_period']}-indicators", view=view(atlas, strategy)
    )


def _chart(both: pd.DataFrame) -> None:
    """The finding and the chart of indicators with a plan and an actual value."""
    reached = int((both["achieved_percent"] >= 100).sum())
    title = ngettext(
        "Of {n} indicator with both values, {reached} reached the plan",
        "Of {n} indicators with both values, {reached} reached the plan",
        len(both),
        reached=number(reached),
    )
    answer.finding(
        title,
        _("Achieved as a share of planned = 100 % × achieved ÷ planned; a value above 100 % is not cut."),
    )
    both = answer.topmost(both)
    both["label"] = both["name"]
    answer.chart(partial(planned_achieved, both), "planned_achieved", f"{title}. {_alt(both)}")


def _alt(both: pd.DataFrame) -> str:
    return "; ".join(
        f"{row.name_}: {percent(row.achieved_percent)}" for row in both.rename(columns={"name": "name_"}).itertuples()
    )


def line(atlas: OpenDatabase, row: Row, cites: Citations) -> str:
    """One indicator: name, planned → achieved, and the words that prove both."""
    states = {"planned": _("planned {value}"), "achieved": _("achieved {value}")}
    share = "" if is_missing(row["achieved_percent"]) else f" ({percent(row['achieved_percent'])})"
    years = [int(row[f"{state}_year"]) for state in ("planned", "achieved") if not is_missing(row[f"{state}_year"])]
    about = [
        atlas.label("concepts", row["concept"]).lower(),
        atlas.label("indicator_kinds", row["kind"]).lower(),
    ]
    about += [day(str(max(years)))] if years else []
    if not is_missing(row["subject_title"]):
        about.append(str(row["subject_title"]))
    values = " → ".join(_value(atlas, row, state, word) for state, word in states.items()) + share
    proofs = cites.mark(row["planned_source"], row["planned_as_written"])
    if row["achieved_source"] != row["planned_source"] or row["achieved_as_written"] != row["planned_as_written"]:
        proofs += cites.mark(row["achieved_source"], row["achieved_as_written"])
    return f"{plain(row['name'])}: {values}{proofs}  \n  :gray[{plain('; '.join(about))}]"


def _value(atlas: OpenDatabase, row: Row, state: str, word: str) -> str:
    """One side of an indicator: bold where it is known, a word where it is not."""
    if is_missing(row[state]):
        return f":gray[{plain(word.format(value=answer.missing_word(atlas)))}]"
    limit = amounts.sign(atlas, row[f"{state}_bound"], row[f"{state}_is_approximate"])
    written = f"{limit}{exact(row[state])} {row['unit']}"
    return f"**{plain(word.format(value=written))}**"
