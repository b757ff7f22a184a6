"""Target groups in words: which are named most, which by nobody, what one of them is, made from the numbers."""

import pandas as pd

from ui.kept import worked_out
from ui.session import OpenDatabase
from ui.texts import _, ngettext, number

NAMED_FIRST = 3
"""So many groups are named in the finding where they share the first place; more are counted."""


def parents(counts: pd.DataFrame) -> set[str]:
    """The groups that only gather others: headings, never named by a phrase."""
    return set(counts["parent_term"].dropna())


def single(counts: pd.DataFrame) -> pd.DataFrame:
    """The groups that a phrase can name."""
    return counts[~counts["term"].isin(parents(counts))]


@worked_out
def known(_atlas: OpenDatabase, vvgs: pd.DataFrame) -> tuple[int, int]:
    """Of how many strategies the groups are known, and how many there are. In: the question group_coverage."""
    return int(vvgs["with_groups"].sum()), int(vvgs["strategies"].sum())


@worked_out
def terms(_atlas: OpenDatabase, counts: pd.DataFrame) -> list[str]:
    """The groups that a phrase can name, in the order of the answer."""
    return list(single(counts)["term"])


@worked_out
def nobody(atlas: OpenDatabase, counts: pd.DataFrame) -> list[str]:
    """The groups that no strategy of the choice names, in the order of the vocabulary."""
    order = {code: at for at, code in enumerate(atlas.codes("target_groups"))}
    alone = sorted(single(counts).query("strategies == 0")["term"], key=order.get)
    return [atlas.label("target_groups", term) for term in alone]


@worked_out
def title(atlas: OpenDatabase, counts: pd.DataFrame, known: int) -> str:
    """The finding: which group is named most often, by how many strategies."""
    ordered = single(counts)
    most = int(ordered["strategies"].max())
    first = list(ordered[ordered["strategies"] == most]["term"])
    names = "; ".join(atlas.label("target_groups", term) for term in first)
    if len(first) > NAMED_FIRST:
        names = ngettext("{n} group", "{n} groups", len(first))
    of = ngettext("of {n} strategy", "of {n} strategies", known)
    return _("Named most often: {groups} – {most} {of}", groups=names, most=number(most), of=of)


def coverage(known: int, of: int) -> str:
    """On how many strategies the page rests."""
    rest = ngettext("of {n} strategy", "of {n} strategies", of)
    return _("Target groups are known of {known} {rest}", known=number(known), rest=rest)


def level_name(atlas: OpenDatabase, level: str) -> str:
    """Where a phrase stands: the strategy, a goal, measure, action or project."""
    return atlas.label("levels" if level in atlas.terms["levels"] else "scopes", level)


def about(atlas: OpenDatabase, term: str) -> list[str]:
    """What a group is: what the code means, the group it belongs to, the category of the European Social Fund."""
    entry = atlas.terms["target_groups"][term]
    said = [atlas.meaning("target_groups", term) or ""]
    if isinstance(entry["parent"], str):
        said.append(_("Part of: {group}", group=atlas.label("target_groups", entry["parent"])))
    if "esf_category" in entry:
        category = atlas.label("esf_categories", entry["esf_category"])
        said.append(_("Counted by the European Social Fund as: {category}", category=category))
    else:
        said.append(_("No participant category of the European Social Fund is the same as this group"))
    return [each for each in said if each]


@worked_out
def naming(atlas: OpenDatabase, term: str, counts: pd.DataFrame, known: int) -> str:
    """The heading of one group: by how many strategies and VVGs it is named."""
    row = counts.set_index("term").loc[term]
    name = atlas.label("target_groups", term)
    if not row["strategies"]:
        return _("{group}: named by no strategy of this choice", group=name)
    return _(
        "{group}: named by {strategies} {of} ({vvgs})",
        group=name,
        strategies=number(int(row["strategies"])),
        of=ngettext("of {n} strategy", "of {n} strategies", known),
        vvgs=ngettext("{n} VVG", "{n} VVGs", int(row["vvgs"])),
    )


@worked_out
def reading(_atlas: OpenDatabase, counts: pd.DataFrame) -> str:
    """The picture in one sentence: how many groups are named, how many by one strategy only, how many by none."""
    ordered = single(counts)
    named = int((ordered["strategies"] > 0).sum())
    once = int((ordered["strategies"] == 1).sum())
    return _(
        "Of {all} groups {named} are named, {once} of them by a single strategy; nobody names {none}.",
        all=number(len(ordered)),
        named=number(named),
        once=number(once),
        none=number(len(ordered) - named),
    )
