"""The tree of a strategy: goals, objectives, measures and actions, with money, projects and groups."""

import streamlit as st

from ui import answer
from ui.answer import is_missing
from ui.comparison_texts import WHO_ELSE
from ui.navigation import address
from ui.profile import amounts
from ui.profile.citations import Citations
from ui.profile.head import Row, chosen
from ui.session import OpenDatabase, frame
from ui.texts import _, euros, exact, ngettext, plain


def section(atlas: OpenDatabase, strategy: Row) -> None:
    """The tree in the order of the strategy, in the words of its sources."""
    items = frame("items", chosen(strategy)).to_dict("records")
    if not items:
        st.markdown(plain(_("No goal or measure of this strategy is known: {reason}.", reason=_why(atlas, strategy))))
        return
    cites = Citations(atlas)
    answer.finding(_("What the strategy does"), finding(atlas, items))
    themes = {item["item"]: item["theme"] for item in items}
    elsewhere = who_else(strategy)
    lines = [line(atlas, item, themes.get(item["parent"]), cites, elsewhere.get(item["item"])) for item in items]
    st.markdown("\n".join(lines))
    cites.listing()


def finding(atlas: OpenDatabase, items: list[Row]) -> str:
    """How many items of each level there are, and of how many the money is known."""
    counts = {level: sum(item["level"] == level for item in items) for level in atlas.codes("levels")}
    named = [_counted(level, n) for level, n in counts.items() if n]
    with_money = sum(not is_missing(item["amount_eur"]) for item in items)
    money = _("the sum is known for {n} of them", n=with_money) if with_money else _("no sum is known for any of them")
    return f"{', '.join(named)}; {money}"


def _counted(level: str, n: int) -> str:
    if level == "goal":
        return ngettext("{n} goal", "{n} goals", n)
    if level == "objective":
        return ngettext("{n} objective", "{n} objectives", n)
    if level == "measure":
        return ngettext("{n} measure", "{n} measures", n)
    return ngettext("{n} action", "{n} actions", n)


def who_else(strategy: Row) -> dict[str, str]:
    """For each measure and action with a title: the address at which the comparison says who else does it."""
    measures = frame("similar.measures")
    own = measures[measures["vvg"] == strategy["vvg"]]
    # Measures of one wording are one choice there, the first of them.
    first = own.drop_duplicates("title").set_index("title")["item"]
    chosen_here = {"vvg": str(strategy["vvg"]), "period": str(strategy["eu_period"])}
    return {
        row["item"]: address("compare", {**chosen_here, **WHO_ELSE, "measure": str(first[row["title"]])})
        for row in own.to_dict("records")
    }


def line(atlas: OpenDatabase, item: Row, parent_theme: object, cites: Citations, elsewhere: str | None = None) -> str:
    """One item as a line of a nested list in Markdown; its theme is named where it is not that of its parent.

    In: `elsewhere`, the address that says who else does it.
    """
    indent = "    " * int(str(item["depth"]))
    theme = item["theme"]
    mark = "" if is_missing(theme) else f':color[■]{{foreground="{atlas.colour("themes", str(theme))}"}} '
    level = atlas.label("levels", item["level"])
    code = "" if is_missing(item["code"]) else f" {item['code']}"
    title = _("title not in the source") if is_missing(item["title"]) else str(item["title"])
    first = f"{indent}- {mark}**{plain(level + code)}** {plain(title)}{cites.mark(item['source'], item['as_written'])}"
    more = "; ".join(_about(atlas, item, parent_theme))
    said = [f":gray[{plain(more)}]"] if more else []
    said += [f":small[[{plain(_('who else does this'))}]({elsewhere})]"] if elsewhere else []
    return f"{first}  \n{indent}  {' · '.join(said)}" if said else first


def _about(atlas: OpenDatabase, item: Row, parent_theme: object) -> list[str]:
    said = []
    if not is_missing(item["theme"]) and item["theme"] != parent_theme:
        said.append(atlas.label("themes", item["theme"]).lower())
    if not is_missing(item["amount_eur"]):
        about = amounts.sign(atlas, None, item["amount_is_approximate"])
        said.append(f"{about}{euros(item['amount_eur'])} ({atlas.label('stages', item['amount_stage']).lower()})")
    if not is_missing(item["projects_planned"]):
        limit = amounts.sign(atlas, item["projects_planned_bound"])
        said.append(_("projects planned: {n}", n=limit + exact(item["projects_planned"])))
    if not is_missing(item["projects_achieved"]):
        said.append(_("projects achieved: {n}", n=exact(item["projects_achieved"])))
    if not is_missing(item["phrases"]):
        said.append(_("for: {groups}", groups=item["phrases"]))
    if not is_missing(item["same_as"]):
        said.append(_("another source calls it „{title}“", title=item["same_as"]))
    if not is_missing(item["note"]):
        said.append(str(item["note"]))
    return said


def _why(atlas: OpenDatabase, strategy: Row) -> str:
    gaps = frame("gaps", chosen(strategy)).set_index("field")["state"]
    return answer.missing_word(atlas, gaps["measures"] if gaps["goals"] == "known" else gaps["goals"])
