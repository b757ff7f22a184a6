"""From an answer to a finished map, in either form. A figure is made once for each choice of the reader."""

import pandas as pd
import plotly.graph_objects as go

from database.choice import Choice
from ui import kept
from ui.charts.base import with_source
from ui.citing import chart_foot
from ui.look import is_dark, look
from ui.maps import borders, bubbles, colours, figure, pairs, words
from ui.maps.background import background
from ui.maps.classes import class_of, edges, readable
from ui.maps.measures import MEASURES, Measure, mapped, written
from ui.session import OpenDatabase, own_data
from ui.texts import _, ngettext

HEIGHT = 470


@kept.worked_out
def picture(
    atlas: OpenDatabase, period: str, county: str | None, code: str, per: str, form: str, shade: str | None,
    chosen: str | None, height: int = HEIGHT,
) -> go.Figure:  # fmt: skip
    """The map of a measure; kept for as long as the data stay the same. Nobody may change it.

    In: the `code` of the measure; `form`, bubbles or colours; `shade`, a figure of the municipalities behind bubbles;
    `chosen`, a VVG.
    """
    measure = MEASURES[code]
    rows = mapped(atlas, Choice(periods=(period,), counties=(county,) if county else ()), measure, per)
    scene = scene_of(atlas, county, height)
    drawn = figure.land(scene, background(atlas, shade) if shade and form == "bubbles" else None)
    rows = rows.dropna(subset=["latitude", "longitude"])
    if form == "bubbles":
        _bubbles(atlas, drawn, rows, scene, measure, per, chosen)
    else:
        _colours(atlas, drawn, rows, scene, measure, per, chosen)
    silent = atlas.vvgs[~atlas.vvgs["vvg"].isin(rows["vvg"])].dropna(subset=["latitude"])
    silent = silent[silent["county"] == county] if county else silent
    word = _("no strategy of the period known")
    bubbles.others(drawn, silent, scene, [f"<b>{atlas.city(vvg)}</b><br>{word}" for vvg in silent["vvg"]], word)
    return with_source(drawn, chart_foot(atlas.version))


def scene_of(atlas: OpenDatabase, county: str | None, height: int) -> figure.Scene:
    """What a map is drawn on; a draft of the reader's own has the borders of the served data."""
    own = own_data()
    known = borders.borders_of(str(own.borders if own else atlas.path))
    return figure.Scene(known, borders.address(atlas.version), look(is_dark()), county, height)


def _bubbles(
    atlas: OpenDatabase, drawn: go.Figure, rows: pd.DataFrame, scene: figure.Scene, measure: Measure, per: str,
    chosen: str | None,
) -> None:  # fmt: skip
    reasons = words.reason_words(atlas)
    if measure.is_pair:
        rows = rows.assign(text=words.hovers(atlas, rows, measure, per))
        known = rows[rows["reason"].isna()]
        missing = pd.concat([rows[rows["reason"].notna()], pairs.half_known(known, scene)])
        pairs.draw_bubbles(drawn, known, scene, reasons, chosen)
        bubbles.nothings(drawn, missing, scene, list(missing["text"]), reasons, chosen)
        figure.size_legend(drawn, _sizes(known, scene, measure, per), scene.look, is_plan=False)
        return
    missing = rows[rows["reason"].notna()]
    bubbles.nothings(drawn, missing, scene, words.hovers(atlas, missing, measure, per), reasons, chosen)
    zero = rows[rows["value"] == 0]
    bubbles.zeros(drawn, zero, scene, words.hovers(atlas, zero, measure, per), reasons["reported_zero"])
    some = rows[rows["value"] > 0]
    is_plan = measure.code.endswith("_planned")
    texts = words.hovers(atlas, some, measure, per)
    bubbles.bubbles(drawn, some, scene, texts, chosen, is_plan)
    for form, meaning in _forms(some, measure, is_plan):
        drawn.add_trace(figure.form_mark(form, meaning, scene.look))
    figure.size_legend(drawn, _sizes(some, scene, measure, per), scene.look, is_plan)


def _sizes(rows: pd.DataFrame, scene: figure.Scene, measure: Measure, per: str) -> list[tuple[float, str]]:
    """A small and a large value that are easy to read, as pixels across and in words."""
    top, across = bubbles.largest(rows), bubbles.widest(rows, scene)
    if top <= 0:
        return []
    counted = MEASURES[measure.pair[0]] if measure.pair else measure
    values = [readable(top / 6), readable(top * 0.9)]
    if counted.kind == "number" and per == "total":
        values = [max(1.0, round(value)) for value in values]
    return [(figure.diameter(value, top, across), written(value, counted, per)) for value in dict.fromkeys(values)]


def _forms(rows: pd.DataFrame, measure: Measure, is_plan: bool) -> list[tuple[str, str]]:
    """Legend entries for the forms of bubbles that are on the map: (form, words)."""
    if rows.empty:
        return []
    entries = [("hollow", _("planned"))] if is_plan else []
    if measure.pair:
        entries += [("ring", _("planned")), ("solid", _("achieved"))]
    signs = set(rows["mark"])
    if "≈" in signs:
        entries.append(("soft", _("≈ approximate")))
    if "≠" in signs:
        entries.append(("edged", _("≠ sources differ")))
    return entries


def _colours(
    atlas: OpenDatabase, drawn: go.Figure, rows: pd.DataFrame, scene: figure.Scene, measure: Measure, per: str,
    chosen: str | None,
) -> None:  # fmt: skip
    """Fills a municipality where one VVG stands for it; where several work, each keeps a point of its own."""
    reasons = words.reason_words(atlas)
    columns = ["planned", "achieved"] if measure.is_pair else ["value"]
    values = [float(value) for column in columns for value in rows[column].dropna()]
    limits = edges(values)
    legend = words.class_labels(limits, measure, per) or [written(value, measure, per) for value in values[:1]]
    rows = rows.assign(
        text=words.hovers(atlas, rows, measure, per),
        number=[class_of(value, limits) if value == value else 0 for value in rows["value"]],
    )
    shares = rows["municipality"].isin(parted_municipalities(atlas))
    known, missing = rows[rows["reason"].isna()], rows[rows["reason"].notna()]
    filled, pointed = known[~shares[known.index]], known[shares[known.index]]
    hatched, hollow = missing[~shares[missing.index]], missing[shares[missing.index]]
    if measure.is_pair:
        pairs.draw_colours(drawn, known, shares, limits, legend, scene)
        hollow = pd.concat([hollow, pairs.half_known(known, scene)])
    else:
        colours.fill(drawn, filled, list(filled["number"]), scene, list(filled["text"]), legend)
        colours.class_points(drawn, pointed, list(pointed["number"]), len(legend), scene, list(pointed["text"]))
    colours.hatched(drawn, hatched, scene, list(hatched["text"]), reasons)
    if chosen in set(rows.loc[~shares, "vvg"]):
        colours.outlined(drawn, rows.loc[rows["vvg"] == chosen, "municipality"].iloc[0], scene)
    bubbles.nothings(drawn, hollow, scene, list(hollow["text"]), reasons, chosen)
    counts = rows.loc[shares, "municipality"].value_counts()
    several = {str(name): ngettext("{n} VVG", "{n} VVGs", int(n)) for name, n in counts.items() if n > 1}
    colours.shared(drawn, rows, several, scene)


def parted_municipalities(atlas: OpenDatabase) -> set[str]:
    """Municipalities that no single VVG stands for: several work there, or one that covers a part of the city."""
    per_municipality = atlas.vvgs["municipality"].value_counts()
    several = set(per_municipality[per_municipality > 1].index)
    return several | set(atlas.vvgs.loc[atlas.vvgs["part"].notna(), "municipality"])
