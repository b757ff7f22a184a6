"""Items that a sentence names in any case before their title in quotes: "pagal 1.2.1 veiksmą „…“"."""

import re

from loaders.documents.finders.heads import FOREIGN_CODE
from loaders.documents.finders.passages import even

_IN_PASSING = re.compile(
    r"(?:(?P<code>[0-9](?:\.[0-9]{1,2}){1,3})\.? (?:strategijos )?(?P<word>veiksm|priemon|uzdavin)\w*"
    r"|\b(?P<named>veiksm|priemon|uzdavin)\w* (?:nr\.? ?)?(?P<after>[0-9](?:\.[0-9]{1,2}){1,3})\.?"
    r"|\b(?P<first>[1-7])(?:-\w{1,5}|\.)? (?:strategijos )?(?P<top>tiksl|priorit|uzdavin|krypt|krypc)\w*"
    r"|\b(?:strategijos|vps) (?P<whose>tiksl(?:as|a|o|ui)|uzdavin(?:i|io|iui)|priemon(?:e|es|ei)|veiksm(?:a|o|ui))\b)"
    r" ?[-:]? ?(?=\x22|,,)"
)


def named_in_passing(text: str) -> list[tuple[str, str | None, int]]:
    """Word, code and end of each item that a sentence names in any case by its code, before its title in quotes.

    >>> named_in_passing("pagal strategijos 1.2.1 veiksmą „Kaimynų pagalba“")
    [('veiks', '1.2.1', 32)]
    """
    plain = even(text)
    found: list[tuple[str, str | None, int]] = []
    for match in _IN_PASSING.finditer(plain):
        code = match["code"] or match["after"] or match["first"]
        if not code or (match["first"] and "program" in plain[: match.start()]):
            if match["whose"]:
                found.append((match["whose"][:5], None, match.end()))
            continue
        if not FOREIGN_CODE.match(code) and not re.search(r"program\w+ (?:\w+ ){0,3}$", plain[: match.start()]):
            word = (match["word"] or match["named"] or match["top"]).replace("krypc", "krypt")
            found.append((word[:5], code, match.end()))
    return found
