"""Why a document could not be read, and what is wrong with a draft, in the reader's words."""

import re
from typing import Any

from ui.add.fields import KEYS
from ui.session import OpenDatabase
from ui.texts import N_, _

REFUSALS = (
    N_("The document is empty: give a file that has text."),
    N_("The document is larger than 20 MB: give a part of it, or save it without pictures."),
    N_("The document unpacks to more than 64 MB: save it without pictures and give it again."),
    N_("The document has more than 2,000 pages: give the part that has the strategy."),
    N_("The document needs more than 1 GB of memory to be read: give a part of it, or its text."),
    N_("The document could not be read within a minute: give a part of it, or its text."),
    N_("The document is of a kind that is not read: save it as PDF, DOCX, ODT, HTML or plain text."),
    N_("The document is of an old Word or RTF format: save it as DOCX or PDF and give it again."),
    N_("The document is protected by a password: save it without the password and give it again."),
    N_("The document is damaged or incomplete: download it once more, or save it anew."),
    N_("The document has no text: if it is scanned, recognise its letters first and give it again."),
    N_("The document declares entities of its own, which no office program writes: save it anew."),
    N_("The document could not be read because of an error in the atlas: give its text, and report the error."),
    N_("Others are being served just now: try again in a minute."),
    N_("The draft could not be checked because of an error in the atlas: report the error."),
)
"""Every sentence with which the loaders refuse; a test holds them to it."""

CONCERNS = {
    "words_not_there": N_("The quoted words do not stand in the document. Copy them from it as they are."),
    "figure_not_in_words": N_(
        "The quoted words do not hold this figure or date. Mend the figure, or quote other words."
    ),
    "too_many_words": N_("A quotation has at most 25 words. Quote fewer."),
    "no_owner": N_(
        "What it belongs to (goal, measure, project, call) is not known or not accepted. Accept that, or reject this."
    ),
    "no_place": N_("A record has no place for this kind of fact inside what it belongs to. Reject it."),
    "no_concept": N_("What the indicator counts is not known. Choose “What is counted”."),
    "unknown_word": N_("This is no word of the vocabulary. Choose one of the list."),
    "unknown_municipality": N_("No municipality has this name. Choose the VVG or its city above."),
    "unknown_place": N_("This city is not among the places of the atlas. Choose its city above."),
    "not_in_form": N_("The record does not accept this value. Mend it, or reject the finding."),
    "refused_row": N_("The tables do not accept this fact. Mend it, or reject the finding."),
}
"""What is wrong, by its code; codes of database/checks are named by their vocabulary."""


NOTES = {
    r"Letters that had been read in a wrong encoding were repaired\.": N_(
        "Letters that had been read in a wrong encoding were repaired."
    ),
    r"Pages without text, which may be scanned: (.+)\.": N_("Pages without text, which may be scanned: {what}."),
    r"Pages whose tables were read as lines: (.+)\.": N_("Pages whose tables were read as lines: {what}."),
    r"The page declares .+: it was read so\.": N_(
        "The page declares another encoding than its letters have: it was read by its letters."
    ),
}
"""What the loaders tell of how a document was read, and the words for it."""


def note(sentence: str) -> str:
    """What is to be known of how a document was read, in the reader's language."""
    for form, words in NOTES.items():
        if found := re.fullmatch(form, sentence):
            return _(words).replace("{what}", found[found.re.groups])
    return sentence


def refusal(sentence: str) -> str:
    """A refusal in the reader's language."""
    known = sentence if sentence in REFUSALS else REFUSALS[12]
    return _(known)


def concern(atlas: OpenDatabase, told: dict[str, Any]) -> str:
    """What is wrong, in plain words, and which value is meant."""
    code, key = told["code"], KEYS.get(str(told["key"]))
    if code in atlas.terms.get("checks", {}):
        return _("Unusual: {what}. Compare it with the document.", what=atlas.label("checks", code))
    if code == "missing":
        return _("Not known yet: {what}. Fill it in above.", what=_(key.label) if key else told["key"])
    what = CONCERNS.get(code, CONCERNS["not_in_form"])
    return f"{_(key.label)}: {_(what)}" if key else _(what)
