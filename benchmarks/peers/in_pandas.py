"""The twelve questions in pandas, as somebody writes them who knows it: few columns, categories, filters first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from benchmarks.peers.questions import VVG

Frames = dict[str, pd.DataFrame]
CATEGORIES = (
    "strategy", "vvg", "eu_period", "scope", "stage", "role", "bound", "fund", "concept", "name", "state", "source",
    "status", "applicant", "theme", "term", "phrase", "territory_kind", "scheme",
)  # fmt: skip
"""Columns of few values in many rows."""

MANY_ROWS = ("projects", "funding", "funding_funds", "indicators", "target_groups", "target_group_terms")
UNREAD = {
    "projects": ["code", "source_line"],
    "funding": ["is_approximate"],
    "indicators": ["indicator"],
    "target_groups": ["phrase"],
}
"""Columns that no question here needs and that are therefore not read."""

WHOLE = ["strategy", "scope", "stage", "role"]


def load(_world: Path, folder: Path) -> Frames:
    """Every table in memory, the texts of few values as categories."""
    frames = {}
    for file in sorted(folder.glob("*.parquet")):
        unread = UNREAD.get(file.stem, [])
        frame = pd.read_parquet(file)[lambda columns, unread=unread: [c for c in columns if c not in unread]]
        if file.stem in MANY_ROWS:
            frame = frame.astype({column: "category" for column in CATEGORIES if column in frame})
        frames[file.stem] = frame
    return frames


def _residents(frames: Frames) -> pd.DataFrame:
    """One divisor a strategy: of its territory, else city, eldership, municipality; the year nearest to its first."""
    base = frames["strategies"].merge(frames["vvgs"], on="vvg")
    base["begins"] = base["first_year"].fillna(base["eu_period"].str[:4].astype(int))
    own = base.merge(frames["territories"].dropna(subset=["residents"]), on="strategy")
    own = own.assign(preference=1, year=pd.to_numeric(own["as_of"].str[:4]), residents=own["residents"])
    found = [own]
    whole = base[base["part"].isna()]
    for preference, kind in enumerate(("city", "eldership", "municipality"), start=2):
        said = frames["statistics"][frames["statistics"]["territory_kind"] == kind].rename(
            columns={"value": "residents"}
        )
        by = (["municipality"], ["municipality"]) if kind == "municipality" else (
            ["municipality", "city"], ["municipality", "territory"])  # fmt: skip
        found.append(whole.merge(said, left_on=by[0], right_on=by[1]).assign(preference=preference))
    every = pd.concat(found)[["strategy", "preference", "year", "begins", "residents", "source"]]
    every["far"] = (every["year"].fillna(every["begins"]) - every["begins"]).abs()
    every = every.sort_values(
        ["strategy", "preference", "far", "year", "residents", "source"],
        ascending=[True, True, True, False, True, True],
    )
    return every.drop_duplicates("strategy")[["strategy", "residents"]]


def _shown(frames: Frames) -> pd.DataFrame:
    """One row a strategy, scope and stage: the sum of highest rank, with the lowest and highest of all."""
    funding = frames["funding"]
    whole = funding[
        (funding["role"] == "whole")
        & funding["scope"].isin(["strategy", "administration", "preparation", "project"])
        & funding["item"].isna()
        & funding["project"].isna()
        & funding["call"].isna()
    ]
    whole = whole.astype({"strategy": str, "source": str}).merge(frames["sources"], on="source")
    whole["stated"] = whole["as_of"].fillna(whole["published"]).fillna("")
    whole = whole.sort_values(["rank", "stated", "line"], ascending=[True, False, False])
    grouped = whole.groupby(WHOLE, observed=True, sort=False)["amount_eur"]
    whole = whole.assign(
        lowest_eur=grouped.transform("min"), highest_eur=grouped.transform("max"), statements=grouped.transform("size")
    )
    return whole.drop_duplicates(WHOLE)


def _allocated(frames: Frames) -> pd.DataFrame:
    shown = _shown(frames)
    return shown[(shown["scope"] == "strategy") & (shown["stage"] == "allocated")]


def _placed(frames: Frames) -> pd.DataFrame:
    """Strategies with their city's place in the alphabet."""
    return frames["strategies"].merge(frames["vvgs"][["vvg", "city", "city_place"]], on="vvg")


def funding(frames: Frames) -> pd.DataFrame:
    told = _allocated(frames).merge(_placed(frames), on="strategy").merge(_residents(frames), on="strategy", how="left")
    told["per_resident_eur"] = told["amount_eur"] / told["residents"]
    return told.sort_values(["amount_eur", "city_place", "eu_period"], ascending=[False, True, True])


def _pairs(frames: Frames, indicators: pd.DataFrame) -> pd.DataFrame:
    """One row an indicator: its planned and achieved value, each of the source of highest rank."""
    told = indicators[indicators["state"].isin(["planned", "achieved"])]
    sources = frames["sources"].set_index("source")
    told = told.assign(
        subject=told["item"].fillna(told["project"]).fillna(told["call"]).fillna(""),
        rank=told["source"].map(sources["rank"]).astype("int64"),
        published=told["source"].map(sources["published"]).astype(str).fillna(""),
        year=told["year"].fillna(0),
    )
    told = told.sort_values(["rank", "year", "published", "line"], ascending=[True, False, False, False])
    key = ["strategy", "scope", "subject", "name"]
    told = told.drop_duplicates([*key, "state"])[[*key, "state", "concept", "value"]]
    planned = told[told["state"] == "planned"].drop(columns="state").rename(columns={"value": "planned"})
    achieved = told[told["state"] == "achieved"].drop(columns="state").rename(columns={"value": "achieved"})
    pairs = planned.merge(achieved, on=key, how="outer", suffixes=("", "_of_achieved"))
    pairs["concept"] = pairs["concept"].fillna(pairs["concept_of_achieved"])
    return pairs


def totals(frames: Frames) -> pd.DataFrame:
    indicators = frames["indicators"]
    asked = indicators[(indicators["scope"] == "strategy") & (indicators["concept"] == "participants")]
    pairs = _pairs(frames, asked)
    pairs["lacks"] = pairs["planned"].isna() * 2 + pairs["achieved"].isna()
    heads = pairs.sort_values(["lacks", "name"]).drop_duplicates("strategy").astype({"strategy": str})
    told = (
        frames["strategies"]
        .merge(_allocated(frames)[["strategy", "amount_eur"]], on="strategy", how="left")
        .merge(heads[["strategy", "planned", "achieved"]], on="strategy", how="left")
    )
    return (
        told.assign(recorded=told["detail"] == "recorded")
        .groupby("eu_period")
        .agg(
            strategies=("strategy", "size"),
            recorded=("recorded", "sum"),
            with_allocated=("amount_eur", "count"),
            allocated_eur=("amount_eur", "sum"),
            with_participants_planned=("planned", "count"),
            participants_planned=("planned", "sum"),
            with_participants_achieved=("achieved", "count"),
            participants_achieved=("achieved", "sum"),
        )
        .reset_index()
    )


def funding_spread(frames: Frames) -> pd.DataFrame:
    strategies = frames["strategies"].groupby("eu_period").size().rename("strategies")
    told = funding(frames)
    told["exact"] = told["per_resident_eur"].where(told["bound"] == "exact")
    spread = told.groupby("eu_period").agg(known=("per_resident_eur", "count"), counted=("exact", "count"))
    middle = told.groupby("eu_period")["exact"].quantile([0.25, 0.5, 0.75]).unstack()
    middle.columns = ["lower_quartile", "median", "upper_quartile"]
    spread = strategies.to_frame().join(spread).join(middle)
    is_enough = (spread["counted"] >= 5) & (100 * spread["counted"] >= 60 * spread["strategies"])
    spread[list(middle.columns)] = spread[list(middle.columns)].where(is_enough)
    return spread.reset_index()


def money_by_fund(frames: Frames) -> pd.DataFrame:
    funding, words = frames["funding"], frames["vocabulary"]
    asked = funding.loc[funding["scope"] == "strategy", ["funding", "strategy"]].astype({"strategy": str})
    paid = frames["funding_funds"]
    told = (
        paid[paid["funding"].isin(asked["funding"])]
        .astype({"fund": str})
        .merge(asked, on="funding")
        .merge(frames["strategies"][["strategy", "eu_period"]], on="strategy")
        .merge(words.loc[words["scheme"] == "funds", ["code", "lt"]], left_on="fund", right_on="code")
    )
    counted = told.groupby(["fund", "lt", "eu_period"])["strategy"].nunique().rename("strategies").reset_index()
    return counted.sort_values(["eu_period", "strategies"], ascending=[True, False])


def funding_by_theme(frames: Frames) -> pd.DataFrame:
    funding = frames["funding"]
    asked = funding[funding["scope"].isin(["measure", "administration"]) & funding["role"].isin(["whole", "part"])]
    alone = asked["item"].isna() & asked["project"].isna() & asked["call"].isna() & (asked["scope"] == "measure")
    if alone.any():
        same = ["strategy", "source", "amount_eur"]
        near = funding[funding["item"].notna() | funding["project"].notna() | funding["call"].notna()]
        repeated = asked[alone].reset_index().merge(near[same].drop_duplicates(), on=same)["index"]
        asked = asked.drop(index=repeated)
    themes = frames["item_themes"][frames["item_themes"]["is_main"]][["item", "theme"]].astype({"theme": str})
    told = asked.merge(themes, on="item", how="left").merge(_placed(frames), on="strategy")
    told["theme"] = told["theme"].mask(told["scope"] == "administration", "administration")
    return told.sort_values(["city_place", "eu_period", "amount_eur"], ascending=[True, True, False])


def projects_of_vvg(frames: Frames) -> pd.DataFrame:
    mine = _placed(frames)[lambda each: each["vvg"] == VVG]
    projects, sums = frames["projects"], frames["funding"]
    chosen = projects[projects["strategy"].isin(mine["strategy"])].astype({"strategy": str})
    sums = sums[sums["strategy"].isin(mine["strategy"]) & sums["project"].notna()]
    order = sums["role"].astype(str).map({"whole": 1, "value": 2}).fillna(3)
    first = sums.assign(order=order).sort_values(["order", "line"]).drop_duplicates("project")
    first = first[["project", "amount_eur", "stage", "role"]]
    told = chosen.merge(mine, on="strategy").merge(first, on="project", how="left")
    told = told.rename(columns={"stage": "amount_stage", "role": "amount_role"})
    return told.sort_values(["city_place", "eu_period", "line"])


def largest_projects(frames: Frames) -> pd.DataFrame:
    funding, projects = frames["funding"], frames["projects"]
    asked = funding[(funding["scope"] == "project") & funding["project"].notna()]
    # Forty, for some of the largest may be projects without a title.
    largest = asked.nlargest(40, "amount_eur", keep="all")
    titles = projects.loc[projects["project"].isin(largest["project"]), ["project", "title"]].dropna()
    return largest.merge(titles, on="project").nlargest(20, "amount_eur")


def funding_choices(frames: Frames) -> pd.DataFrame:
    counted = _shown(frames).groupby(["scope", "stage"], observed=True).size().rename("strategies").reset_index()
    return counted.astype({"scope": str, "stage": str}).sort_values(
        ["strategies", "scope", "stage"], ascending=[False, True, True]
    )


def indicator_choices(frames: Frames) -> pd.DataFrame:
    pairs = _pairs(frames, frames["indicators"])
    counted = (
        pairs.assign(is_pair=pairs["planned"].notna() & pairs["achieved"].notna())
        .groupby(["concept", "scope"], observed=True)
        .agg(strategies=("strategy", "nunique"), indicators=("strategy", "size"), pairs=("is_pair", "sum"))
        .reset_index()
        .astype({"concept": str, "scope": str})
    )
    return counted.sort_values(["strategies", "concept", "scope"], ascending=[False, True, True])


def group_counts(frames: Frames) -> pd.DataFrame:
    words = frames["vocabulary"][frames["vocabulary"]["scheme"] == "target_groups"]
    named = frames["target_group_terms"].merge(frames["target_groups"][["target_group", "strategy"]], on="target_group")
    phrases = (
        named.groupby(["term", "strategy"], observed=True)["target_group"].nunique().rename("phrases").reset_index()
    )
    phrases = phrases.astype({"strategy": str, "term": str}).merge(
        frames["strategies"][["strategy", "vvg"]], on="strategy"
    )
    counted = phrases.groupby("term").agg(
        strategies=("strategy", "nunique"), vvgs=("vvg", "nunique"), phrases=("phrases", "sum")
    )
    told = words.rename(columns={"code": "term", "parent": "parent_term"}).join(counted, on="term")
    told = told.fillna({"strategies": 0, "vvgs": 0, "phrases": 0})
    return told.sort_values(["strategies", "position"], ascending=[False, True])


def calls_by_year(frames: Frames) -> pd.DataFrame:
    calls = frames["calls"].dropna(subset=["opened"])
    told = calls.groupby(calls["opened"].str[:4].rename("year")).agg(
        calls=("call", "size"),
        strategies=("strategy", "nunique"),
        sources=("source", lambda sources: " ".join(sources.unique())),
    )
    return told.reset_index()


def applicants(frames: Frames) -> pd.DataFrame:
    by_applicant = frames["projects"].groupby("applicant", observed=True)
    told = by_applicant.agg(
        projects=("project", "size"),
        strategies=("strategy", lambda strategies: ", ".join(strategies.unique())),
        sources=("source", lambda sources: " ".join(sources.unique())),
    )
    told = told[told["projects"] > 1].reset_index().astype({"applicant": str})
    return told.sort_values(["projects", "applicant"], ascending=[False, True])


ANSWERS: dict[str, Callable[[Frames], pd.DataFrame]] = {
    each.__name__: each
    for each in (
        funding, totals, funding_spread, money_by_fund, funding_by_theme, projects_of_vvg, largest_projects,
        funding_choices, indicator_choices, group_counts, calls_by_year, applicants,
    )
}  # fmt: skip


def rows(answered: pd.DataFrame, columns: tuple[str, ...]) -> list[tuple[object, ...]]:
    """The rows of an answer in these columns."""
    return list(answered[list(columns)].astype(object).itertuples(index=False, name=None))
