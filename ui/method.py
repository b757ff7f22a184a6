"""How the figures are made and how they may be read, in plain words, with the tables of the vocabularies themselves."""

from functools import partial

import pandas as pd
import streamlit as st

from database.citation import citation
from ui import answer, kept
from ui.answer import Column
from ui.charts.gaps import SIGNS
from ui.folds import fold
from ui.navigation import link
from ui.session import OpenDatabase
from ui.texts import N_, _, language, plain


def facts(atlas: OpenDatabase) -> None:
    """What a fact is, and what is not in the atlas."""
    _title(_("One row, one fact, one source"))
    _say(
        _(
            "Every figure stands in a source that anybody could read. The words that prove it are kept beside"
            " it, and the build refuses a figure that does not agree with its words."
        ),
        _("Nothing is estimated, rounded or filled in. What no source says is missing, and the reason is said."),
        _(
            "A strategy keeps its own years and the words of its own documents; the EU period only puts "
            "strategies of one time together."
        ),
    )


def money(atlas: OpenDatabase) -> None:
    """Scopes, stages, roles; what is never added."""
    _title(_("Money: for what, how far, which part"))
    _say(
        _(
            "A sum is for something (scope), has come so far (stage) and is the whole or a part (role). Sums "
            "of another scope or stage are never added to each other, and a part is never added to its whole."
        ),
        _("A total of all strategies adds one shown sum a strategy, and says of how many strategies it is known."),
    )


def differing(atlas: OpenDatabase) -> None:
    """Which source is shown, disputes, bounds, rounded figures."""
    _title(_("Where sources differ"))
    _say(
        _(
            "All of them are kept. The one of the highest rank is shown; at the same rank the newer one, then"
            " the one that stands later in the record. A figure that others contradict has the mark ≠ and "
            "shows the other values."
        ),
        _("A rounded figure that agrees with an exact one is no contradiction."),
    )
    rows = [
        {"rank": term["rank"], "kind": term[language()], "meaning": atlas.meaning("source_kinds", code) or ""}
        for code, term in atlas.terms["source_kinds"].items()
    ]
    columns = [
        Column("rank", _("Rank"), "number"),
        Column("kind", _("Kind of source")),
        Column("meaning", _("What it means")),
    ]
    answer.small_table(atlas, pd.DataFrame(rows), columns, _("Which source is shown first"))
    _say(
        _(
            "≈ the source rounds or says about. ≥ the source says at least, ≤ at most: such a figure is a "
            "bound, and so is what is computed from it."
        ),
    )


def nothing(atlas: OpenDatabase) -> None:
    """The five kinds of nothing."""
    _title(_("Five kinds of nothing"))
    _say(_("A missing figure is never a zero and never a dash. A zero stands only where a source says zero."))
    rows = [
        {
            "name": term[language()],
            "mark": "0" if code == "reported_zero" else SIGNS[code],
            "meaning": atlas.meaning("missing_reasons", code) or "",
        }
        for code, term in atlas.terms["missing_reasons"].items()
        if code in SIGNS
    ]
    columns = [
        Column("name", _("Word")),
        Column("mark", _("Mark")),
        Column("meaning", _("What it means")),
    ]
    answer.small_table(atlas, pd.DataFrame(rows), columns, _("Five kinds of nothing"))
    link("gaps", _("See what is not known"))


def per_resident(atlas: OpenDatabase) -> None:
    """The divisor, and the basis of statistics."""
    _title(_("Per resident"))
    _say(
        _(
            "The sum is divided by the residents of the strategy's own territory; where they are not known, "
            "by those of the city, else of the eldership, else of the municipality. Each figure says which it"
            " was and of which year; of several years the one nearest to the first year of the strategy is "
            "taken."
        ),
        _(
            "A group that works in a part of a city is divided by the residents of that part only: where they"
            " are not known, there is no figure."
        ),
        _(
            "Residents come from censuses and from the yearly statistics of 1 January. Context such as "
            "unemployment is that of the whole municipality, mostly of 2016; it says nothing about the result"
            " of a strategy."
        ),
    )


def peers(atlas: OpenDatabase) -> None:
    """Peers, medians, ranks."""
    _title(_("Towns like this one"))
    _say(
        _(
            "Whom a strategy is compared with is decided by a rule that stands beside the comparison. The "
            "same address always gives the same peers."
        ),
        _(
            "The median of an even number of values is the mean of the two in the middle. Where that is half a person "
            "or project, it is rounded to a whole one and marked ≈; nothing else is rounded so."
        ),
        _(
            "A median, a quartile or a place is given only where at least 5 values are known and at least 60 "
            "% of the strategies have one. The atlas does not call any strategy good or bad."
        ),
    )


def results(atlas: OpenDatabase) -> None:
    """Planned and achieved."""
    _title(_("Planned and achieved"))
    _say(
        _(
            "Planned is drawn hollow, achieved solid. The share is 100 × achieved ÷ planned, of one indicator"
            " of one strategy; it is not cut at 100 %, and without one of the two there is no share."
        ),
        _(
            "Indicators keep the name of their source. Only those that count the same (concept), for the same"
            " thing (scope) and of the same kind stand in one chart: participants of a project are not "
            "participants of a strategy."
        ),
        _(
            "Money for each participant divides the sum allocated by planned participants. It is no price: "
            "strategies do different things for different people."
        ),
    )


def groups(atlas: OpenDatabase) -> None:
    """Target groups."""
    _title(_("Target groups"))
    _say(
        _(
            "The phrase of the source is kept word for word. A phrase belongs to every group of the "
            "vocabulary that one of its wordings names; one phrase may mean several groups."
        ),
        _(
            "A phrase that fits no group is shown as unmapped and counted. That no strategy names a group "
            "does not mean that nobody helps it: only that no source that was read names it."
        ),
    )
    link("data", _("Every group with its wordings"), {"section": "vocabularies", "vocabulary": "target_groups"})


def absent(atlas: OpenDatabase) -> None:
    """What is not in the atlas."""
    _title(_("What is not in the atlas"))
    _say(
        _(
            "Rural and fisheries local action groups, except for a few national figures. Projects that no "
            "public source names. Names of natural persons. Documents that were not found or could not be "
            "read. Opinions on how well a strategy was carried out."
        ),
    )


def use(atlas: OpenDatabase) -> None:
    """Licences, errors, citation."""
    _title(_("Licences, citation, errors"))
    _say(
        _(
            "The data are under CC BY 4.0, the code under the MIT licence; the generalised borders of "
            "municipalities are GPL-2.0-or-later. The quoted words belong to their sources."
        ),
        _("To cite, with the date and the version of the data:"),
    )
    newest = atlas.build["newest_source"]
    st.code(citation(language(), str(newest) if newest else None, atlas.version), language=None, wrap_lines=True)
    _say(
        _(
            "A wrong figure: note the page, the figure and the source that says otherwise, and write to those"
            " who run this atlas, or correct the file data/vvg/<name>.yaml of the project and propose the "
            "change. Each correction needs a source."
        ),
    )


def access(atlas: OpenDatabase) -> None:
    """What works without sight, mouse or colour, and what does not yet."""
    _title(_("Accessibility"))
    _say(
        _(
            "Every chart has a sentence that reads it, words for screen readers and a table or a list with "
            "the same figures. Colour never stands alone: state is shown by form, and marks differ in light "
            "and dark. All choices can be made by keyboard and stay in the address."
        ),
        _(
            "What Streamlit, the tool under the pages, does not allow yet: large tables are drawn as a "
            "picture that a screen reader cannot enter (take the CSV instead), some words of its own menus "
            "and toolbars stay English, and the Back button of the browser does not undo a filter (copy the "
            "address instead)."
        ),
    )


VOCABULARIES = {
    money: {"scopes": N_("Scope"), "stages": N_("Stage"), "roles": N_("Role")},
    per_resident: {"territory_kinds": N_("Territory")},
    peers: {"peer_rules": N_("Rule")},
}
"""What stands folded below a section: the schemes of its words, each under a title."""

SECTIONS = (facts, money, differing, nothing, per_resident, results, groups, peers, absent, use, access)


def draw(atlas: OpenDatabase) -> None:
    """All sections, each with its vocabularies."""
    for section in SECTIONS:
        kept.part(section, atlas)
        for scheme, title in VOCABULARIES.get(section, {}).items():
            fold(_(title), f"scheme_{scheme}", partial(_vocabulary, atlas, scheme, _(title)))


def _title(words: str) -> None:
    st.subheader(words, anchor=False)


def _say(*sentences: str) -> None:
    st.markdown("\n\n".join(map(plain, sentences)))


def _vocabulary(atlas: OpenDatabase, scheme: str, title: str) -> None:
    """The codes of a scheme with what they mean."""
    rows = [
        {"name": term[language()], "meaning": atlas.meaning(scheme, code) or ""}
        for code, term in atlas.terms[scheme].items()
    ]
    columns = [Column("name", title), Column("meaning", _("What it means"))]
    answer.small_table(atlas, pd.DataFrame(rows), columns, title)
