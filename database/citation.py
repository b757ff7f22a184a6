"""How to cite the atlas: one sentence with the date of the data, their version and their address."""

import os

SHORT_VERSION = 12
"""Characters of the content digest that name a version; the name of the database's file has as many."""

NAMES = {
    "lt": "VVG atlasas: Lietuvos miestų vietos veiklos grupių strategijos",
    "en": "VVG atlas: strategies of the city local action groups of Lithuania",
}
WORDS = {
    "lt": ("Naujausias šaltinis – {}", "duomenų versija {}", "Duomenų licencija – CC BY 4.0"),
    "en": ("Newest source: {}", "data version {}", "Licence of the data: CC BY 4.0"),
}


def public_address() -> str | None:
    """Where readers find this atlas: ATLAS_ADDRESS, as https://atlas.example; None where it is not set."""
    return os.environ.get("ATLAS_ADDRESS", "").strip().rstrip("/") or None


def citation(
    language: str, data_date: str | None, version: str, address: str | None = None, part: str | None = None
) -> str:
    """The sentence that cites the atlas, or one part of it.

    In: lt or en; the date of the newest source (a day, month or year), or None; the content digest; the address of
    the atlas or of the page, or None; the title of the page, file or chart that is cited. Raises KeyError for
    another language.

    >>> citation("en", "2026-02-25", "a05aa76964d5ec2b5f", part="Funding").partition(". ")[2]
    'Funding. Newest source: 2026-02-25, data version a05aa76964d5. Licence of the data: CC BY 4.0.'
    """
    dated, versioned, licensed = WORDS[language]
    which = versioned.format(version[:SHORT_VERSION])
    data = f"{dated.format(data_date)}, {which}" if data_date else which[0].upper() + which[1:]
    sentences = [NAMES[language], *([part.rstrip(".")] if part else []), data, licensed]
    return f"{'. '.join(sentences)}. {address or ''}".rstrip()
