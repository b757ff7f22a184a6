"""What was done under a strategy: its calls and its local projects."""

import streamlit as st

from ui import answer
from ui.answer import is_missing
from ui.profile.citations import Citations, bullets
from ui.profile.head import Row, chosen, view
from ui.session import OpenDatabase, frame
from ui.texts import _, day, euros, exact, ngettext, plain


def section(atlas: OpenDatabase, strategy: Row) -> None:
    """Projects, then calls; where none is known, why."""
    cites = Citations(atlas)
    reasons = frame("gaps", chosen(strategy)).set_index("field")["state"]
    projects = frame("projects", chosen(strategy))
    st.subheader(ngettext("{n} project known", "{n} projects known", len(projects)), anchor=False)
    st.caption(_("What the sources name; a strategy may have more."))
    if projects.empty:
        st.markdown(plain(answer.missing_word(atlas, reasons["projects"]).capitalize()))
    else:
        bullets([project_line(atlas, row, cites) for row in answer.topmost(projects).to_dict("records")])
    calls = frame("calls", chosen(strategy))
    st.subheader(ngettext("{n} call known", "{n} calls known", len(calls)), anchor=False)
    if calls.empty:
        st.markdown(plain(answer.missing_word(atlas, reasons["calls"]).capitalize()))
    else:
        bullets([call_line(atlas, row, cites) for row in answer.topmost(calls).to_dict("records")])
    cites.listing()
    if not projects.empty:
        answer.download_and_sources(
            atlas, projects, f"{strategy['vvg']}-{strategy['eu_period']}-projects", view=view(atlas, strategy)
        )


def project_line(atlas: OpenDatabase, row: Row, cites: Citations) -> str:
    """One project: title, who, state, when, for how much."""
    title = next((row[key] for key in ("title", "code", "applicant") if not is_missing(row[key])), "")
    about = [] if is_missing(row["applicant"]) or title == row["applicant"] else [str(row["applicant"])]
    if not is_missing(row["partners"]):
        about.append(_("partners: {names}", names=row["partners"]))
    status = (
        _("state not in the source")
        if row["status"] == "not_stated"
        else atlas.label("project_statuses", row["status"])
    )
    about.append(status.lower())
    if not is_missing(row["starts"]) or not is_missing(row["ends"]):
        about.append(" – ".join(day(str(row[key])) for key in ("starts", "ends") if not is_missing(row[key])))
    if not is_missing(row["amount_eur"]):
        kind = atlas.label("stages", row["amount_stage"]).lower()
        role = "" if row["amount_role"] == "whole" else f", {atlas.label('roles', row['amount_role']).lower()}"
        about.append(f"{euros(row['amount_eur'])} ({kind}{role})")
    else:
        about.append(_("sum not in the source"))
    if not is_missing(row["code"]) and title != row["code"]:
        about.append(str(row["code"]))
    if not is_missing(row["note"]):
        about.append(str(row["note"]))
    proofs = cites.mark(row["source"], row["as_written"])
    return f"**{plain(title)}**{proofs}  \n  :gray[{plain(' · '.join(about))}]"


def call_line(atlas: OpenDatabase, row: Row, cites: Citations) -> str:
    """One call: number, title, when, for how much, how many proposals came."""
    number = _("Call") if is_missing(row["number"]) else _("Call {number}", number=row["number"])
    title = "" if is_missing(row["title"]) else f": {row['title']}"
    about = []
    for key, label in (
        ("planned_for", _("planned for {date}")),
        ("opened", _("opened {date}")),
        ("closed", _("closed {date}")),
        ("list_approved", _("list approved {date}")),
    ):
        if not is_missing(row[key]):
            about.append(label.format(date=day(str(row[key]))))
    if not is_missing(row["amount_eur"]):
        about.append(f"{euros(row['amount_eur'])} ({atlas.label('stages', row['amount_stage']).lower()})")
    if not is_missing(row["proposals_received"]):
        about.append(_("proposals received: {n}", n=exact(row["proposals_received"])))
    if not is_missing(row["note"]):
        about.append(str(row["note"]))
    told = f"  \n  :gray[{plain(' · '.join(about))}]" if about else ""
    return f"**{plain(number)}**{plain(title)}{cites.mark(row['source'], row['as_written'])}{told}"
