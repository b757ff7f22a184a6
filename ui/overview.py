"""What the overview says: four figures with their coverage, six questions to start from, how the rounds are known."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from database.choice import Choice
from ui import address, filters, kept, sketch
from ui import proofs as proved
from ui.answer import Column, Proof, finding, is_missing, source_cards
from ui.answer import coverage as coverage_words
from ui.citing import chart_foot
from ui.maps import words
from ui.maps.controls import BORDERS
from ui.maps.measures import MEASURES, of_period
from ui.maps.picture import picture, scene_of
from ui.navigation import Parameters, link
from ui.parts import part
from ui.session import OpenDatabase, frame, open_atlas
from ui.texts import DEFAULT, N_, _, language, ngettext, number, plain, short_euros

QUESTIONS: tuple[tuple[str, str, Parameters], ...] = (
    (N_("Who got most per resident?"), "funding", {"per": "resident", "period": "2014-2020"}),
    (N_("Who helps people with disabilities?"), "target_groups", {"group": "people_with_disabilities"}),
    (N_("What was achieved against what was planned?"), "indicators", {"concept": "participants"}),
    (N_("How does my town compare with towns like it?"), "compare", {}),
    (N_("For what does the money go?"), "funding", {"view": "items"}),
    (N_("What is not known, and why?"), "gaps", {}),
)
"""Six questions to start from: the text, the page that answers it, and the choices that are set there."""


@dataclass(frozen=True)
class Figure:
    """A figure of the first screen: what it counts, the figure, and on how much it rests."""

    label: str
    value: str
    rests_on: str


def search() -> None:
    """A field that leads to the search page."""
    asked = st.text_input(
        _("Search"), key="asked", placeholder=_("Town, measure, target group, project …"), max_chars=address.LONGEST,
        type="search", label_visibility="collapsed",
    )  # fmt: skip
    if asked.strip():
        spoken = {} if language() == DEFAULT else {"lang": language()}
        st.switch_page("../pages/search.py", query_params={"q": asked.strip()} | spoken)


@kept.worked_out
def figures(atlas: OpenDatabase, period: str) -> list[Figure]:
    """Four figures; money and participants are those of one EU period, never added over periods."""
    strategies, coverage = frame("strategies"), frame("funded_coverage")
    chosen = strategies[strategies["eu_period"] == period]
    name = atlas.label("periods", period)
    each = ", ".join(
        f"{atlas.label('periods', code)} – {number(int(count))}"
        for code, count in strategies.groupby("eu_period").size().items()
    )
    known, funded = int(coverage["known_funded"].sum()), int(coverage["funded"].sum())
    return [
        Figure(
            _("City local action groups"),
            number(len(atlas.vvgs)),
            ngettext("in {n} town or city", "in {n} towns and cities", atlas.vvgs["city"].nunique()),
        ),
        Figure(
            _("Strategies"),
            number(len(strategies)),
            _(
                "{each}. Of {funded} funded ones {known} are here",
                each=each, funded=number(funded), known=number(known),
            ),
        ),
        _money(chosen, name),
        _participants(chosen, name),
    ]  # fmt: skip


def _money(chosen: pd.DataFrame, period: str) -> Figure:
    """The known sums given to strategies, added up within the period."""
    known = chosen[chosen["allocated_eur"].notna()]
    sign = "≈\u00a0" if (known["allocated_is_approximate"] == True).any() else ""  # noqa: E712 - it may be missing
    return Figure(
        _("Money allocated, {period}", period=period),
        sign + short_euros(known["allocated_eur"].sum()) if len(known) else _("not known"),
        _("the sum of those known. {basis}", basis=coverage_words(len(known), len(chosen))),
    )


def _participants(chosen: pd.DataFrame, period: str) -> Figure:
    """Planned and achieved participants of the strategies for which both are known, else what is planned."""
    both = chosen[chosen["participants_planned"].notna() & chosen["participants_achieved"].notna()]
    label = _("Participants, {period}", period=period)
    if len(both):
        planned, achieved = both["participants_planned"].sum(), both["participants_achieved"].sum()
        return Figure(
            label,
            f"{_at_least(both, 'planned')}{number(planned)} → {_at_least(both, 'achieved')}{number(achieved)}",
            _("planned → achieved, where both are known. {basis}", basis=coverage_words(len(both), len(chosen))),
        )  # fmt: skip
    planned = chosen[chosen["participants_planned"].notna()]
    value = f"{_at_least(planned, 'planned')}{number(planned['participants_planned'].sum())}"
    return Figure(
        label,
        value if len(planned) else _("not known"),
        _("planned; what was achieved is not known yet. {basis}", basis=coverage_words(len(planned), len(chosen))),
    )  # fmt: skip


def _at_least(rows: pd.DataFrame, state: str) -> str:
    return "≥\u00a0" if (rows[f"participants_{state}_bound"] == "at_least").any() else ""


def questions() -> None:
    """Six questions as links, with the choices that answer them."""
    for text, page, choices in QUESTIONS:
        link(page, _(text), choices)


@kept.worked_out
def coverage_title(atlas: OpenDatabase, coverage: pd.DataFrame) -> str:
    """How many of the funded strategies are known here, period by period."""
    parts = [
        _("{known} of {funded} ({period})", known=number(int(row["known_funded"])), funded=number(int(row["funded"])),
          period=atlas.label("periods", row["eu_period"]))
        for row in coverage.to_dict("records")
    ]  # fmt: skip
    return _("Funded strategies that are known here: {parts}", parts=", ".join(parts))


@kept.worked_out
def coverage_reading(atlas: OpenDatabase, coverage: pd.DataFrame) -> str:
    """The bars of coverage read aloud."""
    sentences = [
        _(
            "{period}: with an amount {with_amount}, with a record but no amount {recorded}, by name only {name_only},"
            " not known here {unknown}.",
            period=atlas.label("periods", row["eu_period"]), with_amount=number(int(row["with_amount"])),
            recorded=number(int(row["recorded"])), name_only=number(int(row["name_only"])),
            unknown=number(int(row["unknown"])),
        )
        for row in coverage.to_dict("records")
    ]  # fmt: skip
    return " ".join(sentences)


@kept.worked_out
def rounds(atlas: OpenDatabase, selection: pd.DataFrame) -> tuple[pd.DataFrame, list[Column]]:
    """The rounds of selection as a table: what the ministry says of each and what is known here."""
    shown = selection.copy()
    shown["name"] = shown[language()]
    shown["funded"] = [_funded(low, high) for low, high in zip(shown["lowest"], shown["highest"], strict=True)]
    shown["here"] = [f"{row['known']} ({row['with_amount']})" for row in shown.to_dict("records")]
    columns = [
        Column("date", _("Date"), "date"),
        Column("name", _("Round of selection")),
        Column("funded", _("Funded, the ministry says")),
        Column("here", _("Known here (with an amount)")),
    ]
    return shown, columns


def _funded(lowest: object, highest: object) -> str:
    if is_missing(lowest):
        return _("not said")
    return str(lowest) if lowest == highest else f"{lowest} ≠ {highest}"


def figure_row(shown: list[Figure]) -> None:
    """The four figures side by side; on a phone one under another."""
    for column, figure in zip(st.columns(len(shown), gap="medium"), shown, strict=True):
        with column.container(gap="xxsmall"):
            st.metric(plain(figure.label), plain(figure.value))
            st.caption(plain(figure.rests_on))


def proofs(atlas: OpenDatabase, coverage: pd.DataFrame, period: str) -> None:
    """Where the four figures come from: the counts of the ministry, then strategy by strategy what was added up."""

    def made() -> list[Proof]:
        counts = [
            Proof(
                _("Funded strategies, {period}: {n}", period=atlas.label("periods", row["eu_period"]),
                  n=number(int(row["funded"]))),
                None, row["source"],
            )
            for row in coverage.to_dict("records")
        ]  # fmt: skip
        figures = ("allocated", "participants_planned", "participants_achieved")
        return counts + proved.of_strategies(atlas, Choice(periods=(period,)), figures)

    source_cards(atlas, made, "overview", small=True)


@part
def of_one_period() -> None:
    """What depends on the EU period: the figures and the map."""
    atlas = open_atlas()
    left, right = st.columns([2, 1], gap="medium", vertical_alignment="bottom")
    with left:
        search()
    with right:
        period = filters.one(
            _("EU period"), atlas.codes("periods"), "period", lambda code: atlas.label("periods", code),
            label_visibility="collapsed",
        )  # fmt: skip
    figure_row(figures(atlas, period))
    proofs(atlas, frame("funded_coverage"), period)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        rows, measure = of_period(atlas, period), MEASURES["allocated"]
        finding(words.finding(atlas, rows, measure, "total"), words.subtitle(atlas, rows, period))
        sketch.draw("overview", small_map(atlas, period))
        st.caption(_(BORDERS))
        link("map", _("Open the map: other measures, colours, counties"), {"period": period})
    with right, st.container(border=True, gap="xsmall"):
        st.subheader(_("Start from a question"), anchor=False)
        questions()


@kept.worked_out
def small_map(atlas: OpenDatabase, period: str) -> dict[str, object]:
    """The map of what was allocated in a period, to be looked at."""
    scene = scene_of(atlas, None, height=340)
    figure = picture(atlas, period, None, "allocated", "total", "bubbles", None, None, scene.height)
    reading = words.reading(atlas, of_period(atlas, period), MEASURES["allocated"], "total")
    return sketch.map_of(figure, scene, chart_foot(atlas.version), reading)


@kept.worked_out
def coverage_bars(atlas: OpenDatabase, coverage: pd.DataFrame) -> dict[str, object]:
    """A bar a period: of the funded strategies how many are known, and how far."""
    parts = (
        ("with_amount", _("with an amount"), "solid"),
        ("recorded", _("with a record, no amount"), "pale"),
        ("name_only", _("by name only"), "hollow"),
        ("unknown", _("not known here"), "hatched"),
    )
    rows = [
        (
            atlas.label("periods", row["eu_period"]),
            [sketch.Part(int(row[column]), number(int(row[column])), label, form) for column, label, form in parts],
        )
        for row in coverage.to_dict("records")
    ]
    return sketch.bars(rows, chart_foot(atlas.version), coverage_reading(atlas, coverage))
