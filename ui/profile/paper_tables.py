"""The tables of a printed profile: goals, money, indicators, peers and calls, each number with its note."""

import pandas as pd
import streamlit as st

from ui import answer, comparison
from ui.answer import is_missing
from ui.charts.paper import time_line
from ui.profile import amounts
from ui.profile.head import Row, chosen
from ui.profile.notes import EndNotes
from ui.session import OpenDatabase, frame
from ui.texts import NBSP, _, day, euros, exact, ngettext, percent, plain

MOST_ITEMS, MOST_INDICATORS, MOST_CALLS, MOST_PARTS = 14, 12, 8, 6
LETTERS = 100
"""Of a title on paper; the whole one is in the atlas."""


def goals(atlas: OpenDatabase, strategy: Row, notes: EndNotes) -> None:
    """The short tree: goals with their measures and actions; objectives only where nothing stands below them."""
    items = frame("items", chosen(strategy)).to_dict("records")
    below = {item["parent"] for item in items}
    short = [item for item in items if item["level"] != "objective" or item["item"] not in below]
    shown = [item for item in short if not is_missing(item["title"])][:MOST_ITEMS]
    lines = []
    for item in shown:
        indent = "" if item["level"] == "goal" else "\u2003"
        code = "" if is_missing(item["code"]) else f" {item['code']}"
        name = plain(f"{atlas.label('levels', item['level'])}{code}")
        name = f"**{name}**" if item["level"] == "goal" else name
        about = "" if is_missing(item["amount_eur"]) else (
            f"{amounts.sign(atlas, None, item['amount_is_approximate'])}{euros(item['amount_eur'])}"
        )  # fmt: skip
        if about:
            stage = atlas.label("stages", item["amount_stage"]).lower()
            about = f"{plain(f'{about} ({stage})')}{notes.mark(item['amount_source'])}"
        title = plain(clipped(str(item["title"])))
        groups = "" if is_missing(item["phrases"]) else plain(clipped(str(item["phrases"]), 90))
        lines.append(
            {
                plain(_("Goal, measure")): f"{indent}{name} – {title}{notes.mark(item['source'], item['as_written'])}",
                plain(_("Money")): about,
                plain(_("For whom")): groups,
            }
        )
    _drawn(_("What the strategy does"), lines, _why(atlas, strategy, "measures"))
    _rest(len(short) - len(shown))


def money(atlas: OpenDatabase, strategy: Row, notes: EndNotes) -> None:
    """One sum for each thing and stage, then its parts by fund. Nothing is added up."""
    kinds = sorted(
        frame("funding_choices", chosen(strategy)).to_dict("records"), key=lambda kind: kind["scope"] != "strategy"
    )
    lines = []
    for kind in kinds:
        for row in frame("funding", chosen(strategy), kind["scope"], kind["stage"]).to_dict("records"):
            differ = f" ({_('sources differ')})" if row["is_disputed"] else ""
            what = f"{atlas.label('scopes', row['scope'])}, {atlas.label('stages', row['stage']).lower()}{differ}"
            written = plain(amounts.disputed(atlas, row))
            lines.append((plain(what), f"**{written}**{notes.mark(row['sources'], row['as_written'])}"))
    for part in frame("funding_by_fund", chosen(strategy)).head(MOST_PARTS).to_dict("records"):
        share = "" if is_missing(part["percent"]) else f" ({percent(part['percent'])})"
        what = f"\u2003{atlas.label('funds', part['fund'])}, {atlas.label('stages', part['stage']).lower()}"
        written = plain(euros(part["amount_eur"]) + share)
        lines.append((plain(what), f"{written}{notes.mark(part['source'], part['as_written'])}"))
    rows = [{plain(_("What it is")): what, plain(_("Amount")): amount} for what, amount in lines]
    _drawn(_("Money"), rows, _why(atlas, strategy, "allocated"))


def indicators(atlas: OpenDatabase, strategy: Row, notes: EndNotes) -> None:
    """Planned and achieved: those with both values first, then those of the whole strategy."""
    pairs = frame("indicators", chosen(strategy)).copy()
    pairs["order"] = pairs[["planned", "achieved"]].isna().any(axis=1).astype(int) * 2 + (
        pairs["scope"] != "strategy"
    ).astype(int)
    pairs = pairs[~pairs["scope"].isin(["context"])].sort_values("order", kind="stable")
    lines = []
    for row in pairs.head(MOST_INDICATORS).to_dict("records"):
        values = []
        for state in ("planned", "achieved"):
            if is_missing(row[state]):
                values.append(plain(answer.missing_word(atlas).replace(" ", NBSP)))
                continue
            limit = amounts.sign(atlas, row[f"{state}_bound"], row[f"{state}_is_approximate"])
            proof = notes.mark(row[f"{state}_source"], row[f"{state}_as_written"])
            values.append(f"**{plain(limit + exact(row[state]))}**{proof}")
        of = "" if is_missing(row["subject_title"]) else f" ({clipped(str(row['subject_title']), 60)})"
        share = "" if is_missing(row["achieved_percent"]) else plain(percent(row["achieved_percent"]))
        name = plain(f"{clipped(str(row['name']), 90)}{of}, {row['unit']}")
        columns = (_("Indicator"), _("Planned"), _("Achieved"), _("Share"))
        lines.append(dict(zip(map(plain, columns), (name, *values, share), strict=True)))
    _drawn(_("Planned and achieved"), lines, _why(atlas, strategy, "participants_planned"))
    _rest(len(pairs) - len(lines))


def peers(atlas: OpenDatabase, strategy: Row, notes: EndNotes) -> None:
    """The figures of the VVG beside the median of its peers, only where enough of them is known."""
    vvg, period = str(strategy["vvg"]), str(strategy["eu_period"])
    members = tuple(frame("peers.members", vvg, period, "nearest_population", ())["vvg"])
    rows = frame("peers.figures", period, (vvg, *members))
    lines = []
    for figure, of_figure in rows[rows["section"] != "context"].groupby("figure", sort=False):
        among = comparison.standing(of_figure, vvg, members)
        own = of_figure[of_figure["vvg"] == vvg].to_dict("records")
        if among.median is None or not own or is_missing(own[0]["value"]):
            continue
        known = len(among.known)
        names = ", ".join(atlas.city(peer) for peer in members)
        rule = _("Median of {known} of {of} peers, the nearest in residents: {names}. The figure of each and its"
                 " source: page Compare.", known=known, of=len(members), names=names)  # fmt: skip
        lines.append(
            {
                plain(_("Figure")): plain(comparison.figure_name(atlas, str(figure))),
                plain(atlas.city(vvg)): f"**{plain(comparison.cell(atlas, own[0]))}**{notes.mark(own[0]['sources'])}",
                plain(_("Median of the peers")): plain(comparison.middle(atlas, str(figure), among))
                + notes.remark(rule),
            }
        )
    too_few = _("no median is told: at least 5 values and 60 % of the peers have to be known")
    _drawn(_("Beside its peers"), lines, too_few)


def calls(atlas: OpenDatabase, strategy: Row, notes: EndNotes) -> None:
    """The calls on a line of time, and the same in a table."""
    known = frame("calls", chosen(strategy)).sort_values("first_day", kind="stable", na_position="last")
    shown = known.head(MOST_CALLS).to_dict("records")
    lines = []
    marks = {at: n for n, at in enumerate((i for i, row in enumerate(shown) if not is_missing(row["first_day"])), 1)}
    for at, row in enumerate(shown):
        dated = next((row[key] for key in ("opened", "planned_for", "closed", "list_approved")
                      if not is_missing(row[key])), None)  # fmt: skip
        named = [] if is_missing(row["number"]) else [_("Call {number}", number=row["number"])]
        named += [] if is_missing(row["title"]) else [str(row["title"])]
        mark = f"**{marks[at]}**\u2002" if at in marks else ""
        amount = "" if is_missing(row["amount_eur"]) else plain(euros(row["amount_eur"]))
        proof = notes.mark(row["source"], row["as_written"])
        lines.append(
            {
                plain(_("Call")): f"{mark}{plain(clipped(': '.join(named)))}{proof}",
                plain(_("Date")): plain(day(None if dated is None else str(dated))),
                plain(_("Amount")): amount,
            }
        )
    days = [row["first_day"].date() for row in shown if not is_missing(row["first_day"])]
    picture = ""
    if days and not is_missing(strategy["first_year"]):
        line = time_line(days, int(str(strategy["first_year"])), int(str(strategy["last_year"])))
        picture = f"![{plain(ngettext('{n} call known', '{n} calls known', len(known)))}]({line})"
    _drawn(_("Calls"), lines, _why(atlas, strategy, "calls"), picture)
    _rest(len(known) - len(lines))


def clipped(text: str, most: int = LETTERS) -> str:
    """The beginning of a long title, cut between words.

    >>> clipped("Socialinių paslaugų teikimas", 20)
    'Socialinių paslaugų…'
    """
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;(')}…"


def _drawn(title: str, lines: list[dict[str, str]], otherwise: str, picture: str = "") -> None:
    """A heading with its table, or with the word for why there is none; a column that says nothing is left out."""
    with st.container(gap="xxsmall"):
        st.subheader(title, anchor=False)
        if not lines:
            st.markdown(plain(otherwise.capitalize()))
            return
        if picture:
            st.markdown(picture)
        table = pd.DataFrame(lines)
        st.table(table.loc[:, (table != "").any()], hide_index=True, border="horizontal", alt=title)


def _rest(n: int) -> None:
    if n > 0:
        st.caption(ngettext("{n} more is in the atlas.", "{n} more are in the atlas.", n))


def _why(atlas: OpenDatabase, strategy: Row, field: str) -> str:
    state = frame("gaps", chosen(strategy)).set_index("field")["state"][field]
    return answer.missing_word(atlas, "not_in_source" if state == "known" else state)
