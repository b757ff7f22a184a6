"""Names of the bodies that carry out projects, as a record says them: in the nominative, without natural persons."""

import re

from loaders.documents.finders.passages import even

_ORGANISATION = re.compile(
    r"\b(?:asociacij|vsi\b|uab\b|mb\b|ii\b|ab\b|bi\b|viesoj\w+ istaig|bendruomen|centr|bibliotek|mokykl|draugij|klub"
    r"|muziej|fond(?!o les)|parapij|universitet|kolegij|gildij|brolij|amatininku rumai|susivienijim|aljans|labdar"
    r"|gimnazij|tarnyb|sajung|namai\b|namu\b|namais\b|bendrij|organizacij|grupe\b|grupei\b|vvg\b|lopsel|darzel|teatr"
    r"|savivaldyb|imone\b|imones\b|imonei\b|caritas|carit|seniunij|ligonin|chor(?:as|o)\b|ansambl|baznyci|poliklinik"
    r"|jaunimo erdv|forum|federacij|komitet|institut|studij|akademij|vienuolyn|konsultac|kooperatyv|biur(?:as|o)\b"
    r"|agentur|progimnazij|maltos orden|maltieci|raudon\w+ kryzi|rumai\b|pensionat|dirbtuves\b|zidin)"
)
_HEAD = re.compile(
    r"(?P<stem>asociacij|bendruomen|centr|bibliotek|mokykl|draugij|klub|muziej|fond|parapij|universitet|kolegij"
    r"|gildij|brolij|(?:pro)?gimnazij|tarnyb|sajung|nam|bendrij|organizacij|teatr|savivaldyb|imon|seniunij|ligonin"
    r"|chor|ansambl|federacij|komitet|institut|akademij|kooperatyv|biur|agentur|istaig|forum|rum)"
    r"(?P<ending>ijos|os|es|o|aus|u|ais|umi|e|a)$"
)
_TURNED = {"ijos": "ija", "os": "a", "es": "ė", "o": "as", "aus": "us", "u": "ai", "ais": "ai", "umi": "us", "e": "ė"}
_FEMININE = re.compile(r"(?:vieš|vies)(?:oji|osios|ąja|ajai|ają)\b", re.IGNORECASE)
_PERSON = re.compile(r"(?:[A-ZĄČĘĖĮŠŲŪŽ][\w-]*\.? ?){2,3}")
_NO_NAME = re.compile(
    r"\d|\b(?:igyvendin\w*|vykd(?:o|e)|buvo|bus|yra|projekt\w*|paraisk\w*|kur(?:is|i|ie|ios|io)|skirt\w+|gav\w+|nr|kod\w*"
    r"|prasom\w+|prasyt\w+|toliau|eur\w*|partner\w*|pareisk\w*|bal\w{0,3}|ivertint\w+|finans\w*|sum\w{1,2}|kaip|kad)\b"
)
_BODY = re.compile(
    r"[A-ZĄČĘĖĮŠŲŪŽ][\w-]+(?:o|os|ės|ų|ies|aus|io)(?: [\w-]+){0,6} [a-ząčęėįšųūž][\w-]*(?:ai|a|as|ė|us|is|ys|os|ės)"
)
_LONGEST = 16


def is_organisation(name: str) -> bool:
    """Whether a name is that of a body, by the word that says which.

    >>> is_organisation("VšĮ „Žalia upė“"), is_organisation("Jonas Jonaitis")
    (True, False)
    """
    return bool(_ORGANISATION.search(even(name)))


def is_body(name: str) -> bool:
    """Whether a name is that of a body, by its word or by its form: a place in the genitive, then who they are.

    >>> is_body("Varnelės kultūros bičiuliai"), is_body("puiki galimybė"), is_body("Jonas Jonaitis")
    (True, False, False)
    """
    plain = even(name)
    if _NO_NAME.search(re.sub(r"\x22[^\x22]*\x22", "", plain)):
        return False
    return is_organisation(name) or bool(_BODY.fullmatch(name.strip()))


def applicant(name: str, is_told: bool = False) -> str | None:
    """The name as a record says it; a natural person has no name there.

    `is_told`: a label or column says that it is the applicant, so any name of a body will do.

    >>> applicant("Vardenis Pavardenis"), applicant(" VšĮ „Žalia upė“, "), applicant("nenurodyta")
    ('fizinis asmuo', 'VšĮ „Žalia upė“', None)
    >>> applicant("Varnelės kultūros bičiuliai"), applicant("Varnelės kultūros bičiuliai", is_told=True)
    (None, 'Varnelės kultūros bičiuliai')
    """
    plain = name.strip(" ,;:–-.")
    if not plain or len(plain.split()) > _LONGEST:
        return None
    if is_organisation(plain):
        return plain
    if even(plain) in ("fizinis asmuo", "fiziniai asmenys", "privatus asmuo", "fizinis asmuo (verslininkas)"):
        return "fizinis asmuo"
    if _PERSON.fullmatch(plain) and not plain.isupper():
        return "fizinis asmuo"
    return plain if is_told and is_body(plain) else None


def in_nominative(name: str) -> str:
    """The name of a body that stands in the genitive or instrumental; what stands in quotes stays.

    >>> in_nominative("Varnelės amatininkų draugijos"), in_nominative("Varnelės menų namais")
    ('Varnelės amatininkų draugija', 'Varnelės menų namai')
    >>> in_nominative("viešosios įstaigos „Rytas“"), in_nominative("VšĮ „Rytas“")
    ('viešoji įstaiga „Rytas“', 'VšĮ „Rytas“')
    """
    bare = re.match(r"[^„“\"]+", name)
    words = bare[0].split() if bare else []
    if not words:
        return name
    match = _HEAD.search(even(words[-1]))
    if not match or match["ending"] not in _TURNED:
        return name
    stem = words[-1][: len(words[-1]) - len(match["ending"])]
    words[-1] = stem + _TURNED[match["ending"]]
    turned = _FEMININE.sub(lambda found: found[0][:4] + "oji", " ".join(words))
    rest = name[bare.end() :] if bare else ""
    return f"{turned} {rest}".strip()
