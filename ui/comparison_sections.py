"""The parts of the comparison page that hold figures: the choice, the peers, a row a figure, a column a VVG."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from database import peers as peer_rules
from database.choice import Choice
from ui import address, answer, comparison, filters, kept, proofs, written
from ui.answer import Column
from ui.charts.compare import strip
from ui.navigation import address as link_to
from ui.session import OpenDatabase, frame
from ui.texts import NBSP, _, plain, years

MOST = 5

MOST_PEERS = 20
"""Names of peers in the line above their list."""


@dataclass(frozen=True)
class Compared:
    """What is laid side by side: the VVGs, the first of them among its peers, the period, the rule, the peers."""

    vvgs: tuple[str, ...]
    period: str
    rule: str
    peers: pd.DataFrame
    is_example: bool

    @property
    def focal(self) -> str:
        """The VVG that is compared with the peers."""
        return self.vvgs[0]

    @property
    def peer_vvgs(self) -> tuple[str, ...]:
        """The peers, in the order of the rule."""
        return tuple(self.peers["vvg"])

    @property
    def choice(self) -> Choice:
        """The strategies of the chosen VVGs in the period."""
        return Choice(vvgs=self.vvgs, periods=(self.period,))


def chosen(atlas: OpenDatabase) -> Compared:
    """Asks for VVGs, one EU period and the peer rule; before a choice, the best known VVG is an example."""
    everybody = atlas.keys
    example = frame("peers.known_figures").iloc[0]
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        vvgs = st.multiselect(
            _("VVGs, 1 to {most}; the first is compared with its peers", most=MOST),
            everybody,
            format_func=atlas.city,
            max_selections=MOST,
            placeholder=_("Choose your VVG"),
            width=560,
            **address.some_of("vvg", everybody, MOST),
        )
        shown = tuple(vvgs) or (str(example["vvg"]),)
        periods = atlas.codes("periods")
        if not vvgs:
            periods.sort(key=lambda code: code != example["eu_period"])
        period = filters.one(_("EU period"), periods, "period", lambda code: atlas.label("periods", code))
        rule = filters.pick(
            _("Peers"), peer_rules.RULES, "peers", lambda code: atlas.label("peer_rules", code), width=290
        )
        own = _own_list(atlas, [vvg for vvg in everybody if vvg != shown[0]]) if rule == "own_list" else ()
    return Compared(shown, period, rule, frame("peers.members", shown[0], period, rule, own), not vvgs)


def _own_list(atlas: OpenDatabase, others: list[str]) -> tuple[str, ...]:
    """The peers that the reader chose; they stay in the address."""
    return tuple(
        st.multiselect(
            _("Own list of peers"),
            others,
            format_func=atlas.city,
            placeholder=_("Choose peers"),
            width="stretch",
            **address.some_of("peer", others),
        )
    )


def peers(atlas: OpenDatabase, compared: Compared) -> None:
    """Who the peers are and why, and the way to change the list."""
    focal, listed = _in_words(atlas, compared)
    rule = atlas.label("peer_rules", compared.rule)
    names = answer.few_names([atlas.city(vvg) for vvg in compared.peer_vvgs], MOST_PEERS) or _("none")
    title = plain(_("Peers: {rule} – {names}", rule=rule, names=names))
    # Not a fold of its own (ui/folds.py): the button in it changes all of the page.
    folded = st.expander(title, expanded=compared.peers.empty, key="peers_list", on_change="rerun")
    if not folded.open:
        return
    with folded:
        st.caption(plain(atlas.meaning("peer_rules", compared.rule) or ""))
        if focal is None:
            answer.reading(_("No strategy of this VVG is known in the chosen EU period, so it has no peers here."))
            return
        if compared.rule == "nearest_population" and answer.is_missing(focal["residents"]):
            answer.reading(
                _("The residents of its territory are not known, so the nearest cannot be found: choose another rule.")
            )
        if len(listed):
            columns = [
                Column("name", _("VVG")),
                Column("reason", _("Why it is a peer")),
                Column("own_years", _("Own years")),
            ]
            about = _("Peers and why each is one")
            if len(listed) > answer.MOST_DRAWN:
                answer.table(atlas, listed, columns, "peers", about)
            else:
                answer.small_table(atlas, listed, columns, about)
        # An address holds only so many peers.
        if compared.rule != "own_list" and len(listed) <= answer.MOST_DRAWN:
            st.button(_("Change this list"), key="change_peers", on_click=_own, args=(compared.peer_vvgs,))


@kept.worked_out
def _in_words(atlas: OpenDatabase, compared: Compared) -> tuple[dict[str, object] | None, pd.DataFrame]:
    """The place of the VVG that is compared, None where it has no strategy in the period; why each peer is one."""
    places = frame("peers.places", compared.period)
    found = places[places["vvg"] == compared.focal].to_dict("records")
    rows = compared.peers.to_dict("records")
    listed = compared.peers.assign(
        name=[atlas.city(row["vvg"]) for row in rows],
        reason=[comparison.reason(atlas, compared.rule, row) for row in rows],
        own_years=[years(row["first_year"], row["last_year"]) for row in rows],
    )
    return (found[0] if found else None), listed


@kept.worked_out
def own_years(atlas: OpenDatabase, compared: Compared) -> dict[str, str]:
    """Of the chosen VVGs that have a strategy in the period, the name and the own years of it."""
    known = {row["vvg"]: row for row in frame("strategies", compared.choice).to_dict("records")}
    return {
        vvg: f"{atlas.city(vvg)} {years(known[vvg]['first_year'], known[vvg]['last_year'])}"
        for vvg in compared.vvgs
        if vvg in known
    }


def _own(peers: tuple[str, ...]) -> None:
    """Turns the peers of a rule into the reader's own list, which can be changed one by one."""
    address.change("peers", "own_list")
    address.change("peer", peers)


@kept.worked_out
def figures(atlas: OpenDatabase, compared: Compared) -> pd.DataFrame:
    """The figures of the chosen VVGs and of the peers; those that no chosen VVG has are left out of the sections."""
    asked = tuple(dict.fromkeys([*compared.vvgs, *compared.peer_vvgs]))
    rows = frame("peers.figures", compared.period, asked).copy()
    rows["sources"] = rows["sources"].where(rows["value"].notna())
    mine = rows[rows["vvg"].isin(compared.vvgs)]
    kept = set(mine.loc[mine["value"].notna() | mine["section"].isin(["place", "money"]), "figure"])
    return rows[rows["figure"].isin(kept)]


@kept.worked_out
def standings(atlas: OpenDatabase, compared: Compared) -> dict[str, comparison.Standing]:
    """Where the compared VVG stands in each figure."""
    rows = figures(atlas, compared)
    return {
        str(figure): comparison.standing(of_figure, compared.focal, compared.peer_vvgs)
        for figure, of_figure in rows.groupby("figure", sort=False)
    }


def section(atlas: OpenDatabase, compared: Compared, name: str) -> None:
    """One section: a row a figure, a value a VVG, and the place among the peers as dots and in words."""
    title, subtitle = _titles()[name]
    answer.finding(title, subtitle)
    rows, where = figures(atlas, compared), standings(atlas, compared)
    mine = rows[rows["section"] == name]
    if mine.empty:
        answer.reading(_("None of the chosen VVGs has such figures in the sources of this period."))
        return
    table: dict[str, list[str]] = {plain(_("Figure")): []}
    table |= {head(atlas, vvg): [] for vvg in compared.vvgs}
    table[plain(_("{name} among its peers", name=atlas.city(compared.focal)))] = []
    for figure, of_figure in mine.groupby("figure", sort=False):
        by_vvg = {row["vvg"]: row for row in of_figure.to_dict("records")}
        cells = [_cell(atlas, by_vvg.get(vvg)) for vvg in compared.vvgs]
        line = [plain(comparison.figure_name(atlas, str(figure))), *cells, _standing(atlas, str(figure), where)]
        for column, text in zip(table.values(), line, strict=True):
            column.append(text)
    with st.container(key=f"section_{name}"):
        written.table(table, title)


def _titles() -> dict[str, tuple[str, str]]:
    """The heading of each section, and what its rows rest on."""
    return {
        "place": (
            _("Place"),
            _("residents by whom money is divided: whose and of which year stands beside the number"),
        ),
        "money": (_("Money"), _("one scope and one stage a row; ≠ sources differ, ≈ rounded, ≤ ≥ a bound")),
        "indicators": (
            _("Indicators"),
            _("of the whole strategy; rows that none of the chosen VVGs has are left out"),
        ),
        "context": (
            _("Labour market and residents, 2016"),
            _("of the whole municipality, not of the town alone"),
        ),
    }


def _cell(atlas: OpenDatabase, row: dict[str, object] | None) -> str:
    """A cell of a VVG: its value, or in grey the word for why there is none."""
    said = plain(comparison.cell(atlas, row))
    return said if row is not None and not answer.is_missing(row["value"]) else f":gray[{said}]"


def _standing(atlas: OpenDatabase, figure: str, where: dict[str, comparison.Standing]) -> str:
    """The cell of a standing: the dots, which the words beside them say to those who do not see them."""
    among = where[figure]
    # Lines break at the commas alone, so that a narrow screen does not squeeze the dots.
    said = plain(comparison.word(atlas, figure, among).replace(" ", NBSP).replace(f",{NBSP}", ", "))
    picture = strip(among.known, among.own, among.median) if among.known else None
    return f"![]({picture}) {said}" if picture else said


def head(atlas: OpenDatabase, vvg: str) -> str:
    """The heading of a VVG's column: its name, a link to its page."""
    return f"[{plain(atlas.city(vvg))}]({link_to('vvg', {'vvg': vvg})})"


def proved(atlas: OpenDatabase, compared: Compared, rows: pd.DataFrame) -> None:
    """The source card of each figure of the chosen VVGs; those of the peers are in the files and on their pages."""

    def cards() -> list[answer.Proof]:
        known = frame("indicators", compared.choice, None, "strategy")
        mine = rows[rows["vvg"].isin(compared.vvgs) & (rows["section"] == "context") & rows["value"].notna()]
        context = [
            answer.Proof(
                f"{atlas.city(row['vvg'])} – {comparison.figure_name(atlas, row['figure'])}:"
                f" {comparison.cell(atlas, row)}",
                None,
                row["sources"],
            )
            for row in mine.to_dict("records")
        ]
        residents = proofs.of_strategies(atlas, compared.choice, ("residents",))
        sums = proofs.every_sum(atlas, compared.choice)
        return residents + sums + proofs.indicators(atlas, compared.choice, known) + context

    answer.source_cards(atlas, cards, "compare")
