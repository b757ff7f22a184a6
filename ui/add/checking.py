"""The third step: what the document does not say is filled in, and the draft goes through the form and the checks."""

import re
import unicodedata
from collections.abc import Callable

import streamlit as st

from ui.add import steps
from ui.add.draft import CHOICE, Check, Draft
from ui.add.findings import card
from ui.add.refusals import concern, refusal
from ui.session import OpenDatabase, frame, newest_atlas
from ui.texts import _, ngettext, plain

NEW = "new"
"""The choice of a VVG that the atlas does not know."""


def run(draft: Draft, check: Check, refused: type[Exception]) -> bool:
    """Checks the draft where it changed since it was checked; whether there is an answer to it."""
    if draft.answer is not None and draft.answered == draft.mark():
        return True
    try:
        with st.spinner(_("Checking the draft…"), show_time=True):
            draft.answer, draft.answered = check(draft.request(newest_atlas().file)), draft.mark()
    except refused as why:
        st.error(plain(refusal(str(why))))
        return False
    return True


def show(atlas: OpenDatabase, draft: Draft, check: Check, refused: type[Exception]) -> None:
    """The form for what is not known, then what is wrong, each problem with the finding it concerns."""
    if not draft.accepted():
        st.info(_("Nothing is accepted yet, so there is nothing to check. Accept findings first."))
        return
    if not run(draft, check, refused):
        return
    _fill_in(atlas, draft)
    if not run(draft, check, refused):
        return
    whole = draft.concerns(None)
    concerned = [one for one in draft.found if draft.concerns(one.at)]
    count = len(whole) + sum(len(draft.concerns(one.at)) for one in concerned)
    if not count:
        st.success(
            _("The form, the vocabularies, the proofs and the checks of the data accept the draft. Nothing is missing.")
        )
    else:
        st.subheader(ngettext("{n} thing to look at", "{n} things to look at", count), anchor=False)
    st.markdown("\n".join(f"- {plain(words)}" for words in dict.fromkeys(concern(atlas, told) for told in whole)))
    for one in concerned:
        card(atlas, draft, one, "check_")
    steps.onward("check")


def _fill_in(atlas: OpenDatabase, draft: Draft) -> None:
    """Who the VVG is, the EU period, and what the document is, filled in as far as it says so itself."""
    said = {key: value for one in draft.accepted() if one.field == "vvg" for key, value in draft.values(one).items()}
    period = any(one.field == "strategy" and draft.values(one).get("eu_period") for one in draft.accepted())
    document = draft.answer["source"] if draft.answer else {}
    st.subheader(_("The document itself"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom", key="added_about"):
        if not said.get("vvg"):
            _ask_vvg(atlas, draft)
        if not period:
            draft.eu_period = _one(_("EU period"), atlas.codes("periods"), draft.eu_period, "added_period",
                                   lambda code: atlas.label("periods", code), 200)  # fmt: skip
        kinds = [code for code in atlas.codes("source_kinds") if code != "statistics"]
        told = {
            "title": _words(_("Title of the document"), draft.source.get("title", document["title"]), "added_title"),
            "publisher": _words(
                _("Who published it"), draft.source.get("publisher", document["publisher"]), "added_publisher"
            ),
            "kind": _one(_("Kind of document"), kinds, draft.source.get("kind", document["kind"]), "added_kind",
                         lambda code: atlas.label("source_kinds", code), 260),
        }  # fmt: skip
        draft.source = {key: value for key, value in told.items() if value and value != document[key]}


def _one(
    label: str, options: list[str], value: object, key: str, name: Callable[[str], str], width: int = 300
) -> str | None:
    """One of a list, or nothing yet. What was chosen outlives the control, which other steps do not draw."""
    if key not in st.session_state:
        st.session_state[key] = value if value in options else None
    return st.selectbox(label, options, format_func=name, placeholder=_("Choose"), width=width, key=key)


def _words(label: str, value: object, key: str) -> str:
    if key not in st.session_state:
        st.session_state[key] = value or ""
    return st.text_input(label, width=300, key=key).strip()


def _ask_vvg(atlas: OpenDatabase, draft: Draft) -> None:
    """A VVG of the atlas, or a new one by its name and city."""

    def called(code: str) -> str:
        return _("A VVG that is not in the atlas") if code == NEW else atlas.city(code)

    chosen = _one(_("VVG"), [*atlas.keys, NEW], draft.about.get(CHOICE), "added_vvg", called)
    about: dict[str, str] = {}
    if chosen == NEW:
        about["name"] = _words(_("Official name of the VVG"), draft.about.get("name"), "added_name")
        places = frame("places").set_index("place")
        city = _one(_("City"), list(places.index), draft.about.get("city"), "added_city", str, 220)
        if city:
            about |= {"vvg": slug(city), "city": city, "municipality": str(places.loc[city, "municipality"])}
    elif chosen is not None:
        row = atlas.profiles[chosen]
        about = {key: str(row[key]) for key in ("name", "city", "municipality", "part") if isinstance(row[key], str)}
        about["vvg"] = chosen
    draft.about = about | ({CHOICE: chosen} if chosen else {})


def slug(city: str) -> str:
    """The short name of a new VVG.

    >>> slug("Naujoji Akmenė")
    'naujoji-akmene'
    """
    plain_letters = unicodedata.normalize("NFD", city.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain_letters))
