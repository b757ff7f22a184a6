"""The twelve questions in polars: one lazy plan each, on the Parquet files or on frames in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
from polars import col

from benchmarks.peers.questions import VVG

Plans = dict[str, pl.LazyFrame]
CATEGORIES = (
    "strategy", "vvg", "eu_period", "scope", "stage", "role", "bound", "fund", "concept", "name", "state", "source",
    "status", "applicant", "theme", "term",
)  # fmt: skip
"""Columns of few values in many rows."""

WHOLE = ["strategy", "scope", "stage", "role"]


def load(_world: Path, folder: Path) -> Plans:
    """Every table in memory, the texts of few values as categories."""
    plans = {}
    for name, scanned in load_files(_world, folder).items():
        held = [column for column in scanned.collect_schema().names() if column in CATEGORIES]
        plans[name] = scanned.with_columns(col(held).cast(pl.Categorical)).collect().lazy()
    return plans


def load_files(_world: Path, folder: Path) -> Plans:
    """The Parquet files: a plan reads what it needs of them."""
    return {file.stem: pl.scan_parquet(file) for file in sorted(folder.glob("*.parquet"))}


def _residents(plans: Plans) -> pl.LazyFrame:
    """One divisor a strategy: of its territory, else city, eldership, municipality; the year nearest to its first."""
    base = plans["strategies"].join(plans["vvgs"], on="vvg").with_columns(
        begins=pl.coalesce("first_year", col("eu_period").cast(pl.String).str.slice(0, 4).cast(pl.Int32))
    )  # fmt: skip
    columns = ["strategy", "preference", "year", "begins", "residents", "source"]
    texts = col("strategy", "source").cast(pl.String)
    own = plans["territories"].filter(col("residents").is_not_null())
    own = base.join(own, on="strategy").with_columns(
        preference=pl.lit(1), year=col("as_of").str.slice(0, 4).cast(pl.Int32, strict=False)
    )  # fmt: skip
    found = [own.select(columns).with_columns(texts)]
    whole = base.filter(col("part").is_null())
    for preference, kind in enumerate(("city", "eldership", "municipality"), start=2):
        said = plans["statistics"].filter(col("territory_kind") == kind).rename({"value": "residents"})
        by = (["municipality"], ["municipality"]) if kind == "municipality" else (
            ["municipality", "city"], ["municipality", "territory"])  # fmt: skip
        joined = whole.join(said, left_on=by[0], right_on=by[1]).with_columns(preference=pl.lit(preference))
        found.append(joined.select(columns).with_columns(texts))
    every = pl.concat(found, how="vertical_relaxed").with_columns(
        far=(pl.coalesce("year", "begins") - col("begins")).abs()
    )  # fmt: skip
    order = ["strategy", "preference", "far", "year", "residents", "source"]
    every = every.sort(order, descending=[False, False, False, True, False, False], nulls_last=True)
    return every.unique("strategy", keep="first", maintain_order=True).select("strategy", "residents")


def _shown(plans: Plans) -> pl.LazyFrame:
    """One row a strategy, scope and stage: the sum of highest rank, with the lowest and highest of all."""
    whole = plans["funding"].filter(
        (col("role") == "whole")
        & col("scope").is_in(["strategy", "administration", "preparation", "project"])
        & col("item").is_null()
        & col("project").is_null()
        & col("call").is_null()
    )
    return (
        whole.join(plans["sources"], on="source")
        .with_columns(stated=pl.coalesce("as_of", "published", pl.lit("")))
        .sort("rank", "stated", "line", descending=[False, True, True])
        .group_by(WHOLE, maintain_order=True)
        .agg(
            col("amount_eur", "bound").first(),
            lowest_eur=col("amount_eur").min(),
            highest_eur=col("amount_eur").max(),
            statements=pl.len(),
        )
    )


def _allocated(plans: Plans) -> pl.LazyFrame:
    shown = _shown(plans).filter((col("scope") == "strategy") & (col("stage") == "allocated"))
    return shown.with_columns(col("strategy").cast(pl.String))


def _placed(plans: Plans) -> pl.LazyFrame:
    """Strategies with their city's place in the alphabet."""
    places = plans["vvgs"].select("vvg", "city", "city_place")
    return plans["strategies"].join(places, on="vvg").with_columns(col("strategy", "eu_period").cast(pl.String))


def funding(plans: Plans) -> pl.LazyFrame:
    told = _allocated(plans).join(_placed(plans), on="strategy").join(_residents(plans), on="strategy", how="left")
    told = told.with_columns(per_resident_eur=col("amount_eur") / col("residents"))
    return told.sort("amount_eur", "city_place", "eu_period", descending=[True, False, False])


def _pairs(plans: Plans, indicators: pl.LazyFrame) -> pl.LazyFrame:
    """One row an indicator: its planned and achieved value, each of the source of highest rank."""
    key = ["strategy", "scope", "subject", "name"]
    told = (
        indicators.filter(col("state").is_in(["planned", "achieved"]))
        .join(plans["sources"], on="source")
        .select(
            "strategy", "scope", pl.coalesce("item", "project", "call", pl.lit("")).alias("subject"), "name", "state",
            "concept", "value", "rank", col("year").fill_null(0), col("published").fill_null(""), "line",
        )
        .sort("rank", "year", "published", "line", descending=[False, True, True, True])
    )  # fmt: skip
    planned, achieved = col("state") == "planned", col("state") == "achieved"
    return told.group_by(key).agg(
        planned=col("value").filter(planned).first(),
        achieved=col("value").filter(achieved).first(),
        concept=pl.coalesce(col("concept").filter(planned).first(), col("concept").first()),
    )


def totals(plans: Plans) -> pl.LazyFrame:
    asked = plans["indicators"].filter((col("scope") == "strategy") & (col("concept") == "participants"))
    heads = (
        _pairs(plans, asked)
        .with_columns(lacks=col("planned").is_null() * 2 + col("achieved").is_null(), name=col("name").cast(pl.String))
        .sort("lacks", "name")
        .unique("strategy", keep="first", maintain_order=True)
        .select(col("strategy").cast(pl.String), "planned", "achieved")
    )
    return (
        plans["strategies"]
        .with_columns(col("strategy", "eu_period").cast(pl.String))
        .join(_allocated(plans).select("strategy", "amount_eur"), on="strategy", how="left")
        .join(heads, on="strategy", how="left")
        .group_by("eu_period")
        .agg(
            strategies=pl.len(),
            recorded=(col("detail") == "recorded").sum(),
            with_allocated=col("amount_eur").count(),
            allocated_eur=col("amount_eur").sum(),
            with_participants_planned=col("planned").count(),
            participants_planned=col("planned").sum(),
            with_participants_achieved=col("achieved").count(),
            participants_achieved=col("achieved").sum(),
        )
        .sort("eu_period")
    )


def funding_spread(plans: Plans) -> pl.LazyFrame:
    exact = col("per_resident_eur").filter(col("bound") == "exact").drop_nulls()
    quartiles = {"lower_quartile": 0.25, "median": 0.5, "upper_quartile": 0.75}
    spread = funding(plans).group_by("eu_period").agg(
        known=col("per_resident_eur").count(),
        counted=exact.count(),
        **{name: exact.quantile(share, "linear") for name, share in quartiles.items()},
    )  # fmt: skip
    strategies = plans["strategies"].group_by(col("eu_period").cast(pl.String)).agg(strategies=pl.len())
    is_enough = (col("counted") >= 5) & (100 * col("counted") >= 60 * col("strategies"))
    return (
        strategies.join(spread, on="eu_period", how="left")
        .with_columns(pl.when(is_enough).then(col(name)).alias(name) for name in quartiles)
        .sort("eu_period")
    )


def money_by_fund(plans: Plans) -> pl.LazyFrame:
    words = plans["vocabulary"].filter(col("scheme") == "funds").select(fund="code", lt="lt")
    asked = plans["funding"].filter(col("scope") == "strategy").select("funding", "strategy")
    return (
        plans["funding_funds"]
        .join(asked, on="funding")
        .join(plans["strategies"].select("strategy", "eu_period"), on="strategy")
        .group_by(col("fund").cast(pl.String), col("eu_period").cast(pl.String))
        .agg(strategies=col("strategy").n_unique())
        .join(words, on="fund")
        .sort("eu_period", "strategies", descending=[False, True])
    )


def funding_by_theme(plans: Plans) -> pl.LazyFrame:
    asked = plans["funding"].filter(
        col("scope").is_in(["measure", "administration"]) & col("role").is_in(["whole", "part"])
    )
    placed = col("item").is_not_null() | col("project").is_not_null() | col("call").is_not_null()
    same = ["strategy", "source", "amount_eur"]
    near = plans["funding"].filter(placed).select(same)
    alone = asked.filter(~placed & (col("scope") == "measure"))
    kept = asked.filter(placed | (col("scope") != "measure"))
    themes = plans["item_themes"].filter("is_main").select("item", col("theme").cast(pl.String))
    return (
        pl.concat([kept, alone.join(near, on=same, how="anti")])
        .with_columns(col("strategy", "scope").cast(pl.String))
        .join(themes, on="item", how="left")
        .join(_placed(plans), on="strategy")
        .select(
            "strategy", "scope", "amount_eur", "city_place", "eu_period",
            theme=pl.when(col("scope") == "administration").then(pl.lit("administration")).otherwise("theme"),
        )
        .sort("city_place", "eu_period", "amount_eur", descending=[False, False, True])
    )  # fmt: skip


def projects_of_vvg(plans: Plans) -> pl.LazyFrame:
    mine = plans["strategies"].filter(col("vvg") == VVG).select("strategy", "vvg", "eu_period")
    mine = mine.join(plans["vvgs"].select("vvg", "city_place"), on="vvg")
    order = col("role").cast(pl.String).replace_strict({"whole": 1, "value": 2}, default=3)
    first = (
        plans["funding"]
        .filter(col("project").is_not_null())
        .join(mine, on="strategy", how="semi")
        .sort(order, "line")
        .unique("project", keep="first", maintain_order=True)
        .select("project", "amount_eur", amount_stage="stage", amount_role="role")
    )
    return (
        plans["projects"]
        .join(mine, on="strategy")
        .join(first, on="project", how="left")
        .sort("city_place", col("eu_period").cast(pl.String), "line")
    )


def largest_projects(plans: Plans) -> pl.LazyFrame:
    titled = plans["projects"].filter(col("title").is_not_null()).select("project", "title")
    # Forty, for some of the largest may be projects without a title: the titles of forty are sooner found than of all.
    largest = (
        plans["funding"]
        .filter((col("scope") == "project") & col("project").is_not_null())
        .select("project", "stage", "role", "amount_eur")
        .top_k(40, by="amount_eur")
    )
    return titled.join(largest, on="project").sort("amount_eur", descending=True).head(20)


def funding_choices(plans: Plans) -> pl.LazyFrame:
    counted = _shown(plans).group_by(col("scope", "stage").cast(pl.String)).agg(strategies=pl.len())
    return counted.sort("strategies", "scope", "stage", descending=[True, False, False])


def indicator_choices(plans: Plans) -> pl.LazyFrame:
    return (
        _pairs(plans, plans["indicators"])
        .group_by(col("concept", "scope").cast(pl.String))
        .agg(
            strategies=col("strategy").n_unique(),
            indicators=pl.len(),
            pairs=(col("planned").is_not_null() & col("achieved").is_not_null()).sum(),
        )
        .sort("strategies", "concept", "scope", descending=[True, False, False])
    )


def group_counts(plans: Plans) -> pl.LazyFrame:
    counted = (
        plans["target_group_terms"]
        .join(plans["target_groups"].select("target_group", "strategy"), on="target_group")
        .join(plans["strategies"].select("strategy", "vvg"), on="strategy")
        .group_by(col("term").cast(pl.String))
        .agg(strategies=col("strategy").n_unique(), vvgs=col("vvg").n_unique(), phrases=pl.len())
    )
    words = plans["vocabulary"].filter(col("scheme") == "target_groups")
    return (
        words.select(term="code", parent_term="parent", position="position")
        .join(counted, on="term", how="left")
        .with_columns(col("strategies", "vvgs", "phrases").fill_null(0))
        .sort("strategies", "position", descending=[True, False])
    )


def calls_by_year(plans: Plans) -> pl.LazyFrame:
    return (
        plans["calls"]
        .filter(col("opened").is_not_null())
        .group_by(year=col("opened").str.slice(0, 4))
        .agg(
            calls=pl.len(),
            strategies=col("strategy").n_unique(),
            sources=col("source").unique().cast(pl.String).str.join(" "),
        )
        .sort("year")
    )


def applicants(plans: Plans) -> pl.LazyFrame:
    return (
        plans["projects"]
        .filter(col("applicant").is_not_null())
        .group_by(col("applicant").cast(pl.String))
        .agg(
            projects=pl.len(),
            strategies=col("strategy").unique().cast(pl.String).str.join(", "),
            sources=col("source").unique().cast(pl.String).str.join(" "),
        )
        .filter(col("projects") > 1)
        .sort("projects", "applicant", descending=[True, False])
    )


def _collected(plan: Callable[[Plans], pl.LazyFrame]) -> Callable[[Plans], pl.DataFrame]:
    return lambda plans: plan(plans).collect()


ANSWERS: dict[str, Callable[[Plans], pl.DataFrame]] = {
    plan.__name__: _collected(plan)
    for plan in (
        funding, totals, funding_spread, money_by_fund, funding_by_theme, projects_of_vvg, largest_projects,
        funding_choices, indicator_choices, group_counts, calls_by_year, applicants,
    )
}  # fmt: skip


def rows(answered: pl.DataFrame, columns: tuple[str, ...]) -> list[tuple[object, ...]]:
    """The rows of an answer in these columns."""
    return answered.select(columns).rows()
