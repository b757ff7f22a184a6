"""What kind of source a document is, said by its address and its publisher; guessed only where they are plain."""

from urllib.parse import urlsplit

from loaders.documents.document import Document
from loaders.normalise.wordings import stems

_HOSTS = {
    "order": ("e-tar.lt", "e-seimas.lrs.lt"),
    "ministry": ("vrm.lrv.lt", "vrm.lt", "miestobendruomene.lt"),
    "agency": ("cpva.lt", "cpva.lrv.lt", "esf.lt", "esfa.lt", "esinvesticijos.lt", "2014.esinvesticijos.lt"),
    "press": (
        "15min.lt", "alfa.lt", "aliojonava.lt", "delfi.lt", "diena.lt", "etaplius.lt", "kaunodiena.lt", "lrt.lt",
        "lrytas.lt", "regionunaujienos.lt", "selonija.lt", "temainfo.lt", "tv3.lt", "ve.lt",
    ),
}  # fmt: skip
"""Sites of which every page is of one kind."""

_PUBLISHERS = (
    ("vvg_page", "vietos veiklos grupė"),
    ("vvg_page", "VVG"),
    ("vvg_page", "MVVG"),
    ("ministry", "ministerija"),
    ("municipality", "savivaldybė"),
    ("agency", "Centrinė projektų valdymo agentūra"),
)
"""Words of a publisher's name, in any case, that say its kind; the first that stands in it counts."""


def host(url: str | None) -> str:
    """The site of an address, without www; empty where there is none.

    >>> host("https://www.pakruojomiestovvg.lt/strategija/?a=1")
    'pakruojomiestovvg.lt'
    """
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def publisher(document: Document) -> str | None:
    """Who published the document: as it says itself, else its site."""
    return document.publisher or host(document.url) or None


def kind(document: Document) -> str:
    """The kind of source (a code of source_kinds); `other` where neither address nor publisher says it."""
    site = host(document.url)
    for code, sites in _HOSTS.items():
        if any(site == known or site.endswith(f".{known}") for known in sites):
            return code
    said = stems(document.publisher or "")
    for code, wording in _PUBLISHERS:
        if set(stems(wording)) <= set(said):
            return code
    return "vvg_page" if "vvg" in site.split(".")[0] else "other"
