"""What the words around a sum say of it: what it is for, how far it has come, what part it is, from which fund.

The patterns read text made even (`passages.even`): small letters without diacritics.
"""

import re
from dataclasses import dataclass

_TITLED = r"(?:[\"(][^\"()]{0,160}[\")] ?)?"
SCOPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "administration",
        re.compile(
            r"(?:(?:strategij\w+|vps) )?(?:igyvendinimo )?(?<!projekto )(?<!projektu )administrav\w+"
            r"|administruo\w+(?: \w+){0,3} (?:strategij\w+|vps)|strategij\w+ administruo\w+"
        ),
    ),
    (
        "preparation",
        re.compile(
            rf"(?:strategij\w+|vps) {_TITLED}(?:projekt\w+ )?(?:pa)?reng(?:im(?!o grup)\w+|ti)"
            r"|(?:pa)?reng(?:ti|imui|imo)(?: \S+){0,9} (?:strategij|vps)\w*"
            r"|(?:pa)?reng(?:iant|us)(?: \S+){0,9} (?:strategija|vps)(?!\w)"
        ),
    ),
    ("strategy", re.compile(r"(?:strategijos|vps) projekt(?:as|o|ui|a|e)(?!\w)")),
    (
        "call",
        re.compile(
            r"(?<!\w)kvietim(?:ui|o|as|a|u|e|ams)(?!\w)(?! teikti (?:pastab|siulym))"
            r"(?: teikti (?:\S+ ){0,5}?(?:projekt|pasiulym|paraisk)\w*)?"
        ),
    ),
    ("project", re.compile(r"(?<!\w)(?:vietos )?(?:pletros )?projekt(?:ui|o|as|a|e)(?!\w)")),
    (
        "projects",
        re.compile(
            r"(?<!\w)(?:vietos )?(?:pletros )?(?:projekt(?:ams|u|ai|us)|pareiskejams)(?!\w)(?! (?:vykdytoj"
            r"|pareiskej|partner))"
        ),
    ),
    (
        "measure",
        re.compile(
            r"(?<!\w)(?:veiksm(?:ui|o|as|a|ams|u|ai)|veiklai|priemon(?:ei|es|e|ems|iu)|uzdavini(?:ui|o|ams|u)|uzdavinys"
            r"|tiksl(?:ui|o|ams)|prioritet(?:ui|o|ams|u)|krypciai|krypties)(?!\w)(?<!projekto tikslui)"
        ),
    ),
    (
        "area",
        re.compile(
            r"(?<!\w)(?!igyvendin|finansav|administrav|reng|pareng|vykd|bendrajam|investav|skyr)\w{2,}(?:inimui"
            r"|imui|ymui|ejimui|avimui)(?!\w)"
            r"|(?<!\w)(?:verslumui|uzimtumui|savanorystei|itraukciai)(?!\w)|(?<!\w)\w+(?:ai|iai|ui|ei|ims|ams|ems"
            r"|oms) (?:mazinti|didinti|skatinti|gerinti|stiprinti|pletoti|ugdyti|kurti)(?!\w)"
        ),
    ),
    ("strategy", re.compile(r"(?<!visu )(?<!visos )(?<!proc\. )(?<!% )(?<!\w)(?:strategij(?:ai|os|a|oje)|vps)(?!\w)")),
)
"""What a sum may be for; the earlier meaning wins where two share a place."""

STAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("requested", re.compile(r"(?<!\w)(?:bus |buvo )?(?:pa)?pras(?:om|yt|o|e|ys|ant)\w*(?: skirti)?")),
    (
        "planned",
        re.compile(
            r"(?<!\w)(?:(?:su)?planuoj\w+|(?:su)?planuot\w+|(?:nu)?matom\w+|numatyt(?:a|i|as)(?!\w)|numato|numate"
            r"|siulom\w+|siulo|ketina\w*|butu|galetu"
            r"|gali buti|siekia\w* (?:pritraukti|gauti)|tikimasi|reikaling\w+|poreik\w+|reikes"
            r"|preliminar\w+)(?: \w+){0,2}?(?: (?:pa)?skir(?:ti"
            r"|ta|tas|tos)| gauti)?(?!\w)"
        ),
    ),
    (
        "paid",
        re.compile(
            r"(?<!\w)(?:ismok\w+|apmok\w+|sumok\w+|(?:pa)?naudot\w+|panaudojo|isisavin\w+|gauta|gautas|gauti|gautos"
            r"|issileist\w+|isleist\w+|isleido|perved\w+|pervest\w+|kompensuot\w+)(?!\w)"
        ),
    ),
    (
        "contracted",
        re.compile(
            r"pagal (?:\w+ ){0,4}sutart\w+|sutart(?:imi|yse|imis|yje)|(?:sudaryt"
            r"|pasirasyt)\w+ (?:\S+ ){0,6}sutar\w+|sutar\w+ (?:\S+ ){0,5}(?:sudaryt|pasirasyt)\w+"
        ),
    ),
    (
        "allocated",
        re.compile(
            r"(?<!\w)(?:bus |buvo )?(?:pa|is|pri)?(?:skirt(?:a|as|i|os|u|ai|o|oji|uju|aja)|skirdam\w+|skyre"
            r"|skyrus|skiriam\w+"
            r"|skiria|skirs|skirstyta|skirstytos|skirstyti)(?!\w)"
            r"|(?<!\w)(?:gavo|gaus|gavome|gausime|gavus|(?:ati)?tek(?:o|s|usi|us)|atitenka|rezervuot\w+"
            r"|suteikt\w+|suteike)(?!\w)"
            r"|patvirtint(?:a|as|i|os) (?:iki |beveik |apie |net |daugiau (?:kaip|nei) )?(?=[0-9])"
            r"|patvirtint\w+ (?:\S+ ){0,6}?(?:finansavim|biudzet|sum)\w*"
            r"|(?:finansavim|biudzet|sum)\w+ (?:\S+ ){0,3}?patvirtint\w+"
        ),
    ),
)
"""How far money has come; the earlier meaning wins where two share a place."""

FUNDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("eu", re.compile(r"(?<!\w)(?:es|europos sajungos)(?= ?[-:] ?[0-9])")),
    ("state_budget", re.compile(r"(?<!\w)valstybes(?= ?[-:] ?[0-9])")),
    ("municipal_budget", re.compile(r"(?<!\w)savivaldyb(?:es|e)(?= ?[-:] ?[0-9])")),
    ("own", re.compile(r"(?<!\w)(?:pareiskej|vykdytoj|partneri)(?:o|u|io|iu)(?= ?[-:] ?[0-9])")),
    ("esf_plus", re.compile(r"(?<!\w)esf ?(?:\+|plius)|europos socialini\w+ fond\w+ ?[\"(]{0,2} ?(?:\+|plius)")),
    (
        "esf",
        re.compile(
            r"(?<!\w)esf(?!\w|-| ?\+| plius| agentur)|europos socialini\w+ fond(?:o|as|ui|e"
            r"|u)(?!\w)(?! agentur)(?! ?[\"(]{0,2} ?(?:\+|plius))"
        ),
    ),
    ("erdf", re.compile(r"(?<!\w)erpf(?!\w)|europos regionin\w+ (?:vystymosi |pletros )?fond\w+")),
    (
        "eu",
        re.compile(
            r"(?<!\w)es (?:struktur\w+ )?(?:ir|fond|les|param|finans|investicij|struktur)\w*"
            r"|europos sajung\w+ (?:struktur\w+ |fondu |investiciju )*"
            r"(?:ir|fond|les|param|finans|investicij|struktur)\w*"
        ),
    ),
    (
        "state_budget",
        re.compile(
            r"valstybes (?:biudzet\w+|les\w+|numatyt\w+)|(?<!\w)vb(?!\w)|lr biudzet\w+"
            r"|lietuvos respublikos biudzet\w+|lietuvos biudzet\w+"
            r"|bendrojo finansavimo les\w+|bendr(?:asis|ojo) finansavim(?:as|o)(?= ?[-:(|,]|$| eur)"
            r"|nacionalin\w+ (?:biudzet\w+|les\w+)|(?<!\w)bf les\w+"
        ),
    ),
    (
        "municipal_budget",
        re.compile(
            r"savivaldyb\w+ (?:biudzet\w+|les\w+|prisid\w+|indel\w+|inas\w+)|savivaldybe (?:\S+ ){0,7}prisid\w+"
            r"|(?<!\w)sb(?!\w)"
            r"|savivaldybes taryb\w+|savivaldybe (?:\S+ ){0,7}?(?:pare(?:me|ms|mia)|is savo biudzeto)|(?:skyre"
            r"|skirs|pridejo|prideda|prisidejo"
            r"|prisides) (?:\S+ ){0,2}savivaldybe(?!\w)|(?:savivaldybe|taryba) (?:\S+ ){0,3}sky?r\w+"
            r"|sky?r\w+ (?:\S+ ){0,5}savivaldybes? taryb\w*"
        ),
    ),
    ("private", re.compile(r"privac\w+ les\w+|privat\w+ (?:les|finansav|investic)\w+|verslo les\w+")),
    (
        "own",
        re.compile(
            r"nuosav\w+|(?<!\w)(?:projekt\w+ )?(?:vykdytoj|pareiskej|partneri)(?:ai|iai)(?!\w)|(?<!\w)sav(?:as|o"
            r"|u|omis) (?:les|indel|inas)\w+|(?:pareiskej\w+|vykdytoj\w+|partneri\w+|grupes"
            r"|vvg) (?:\S+ ){0,2}?(?:les(?:os|omis|u)"
            r"|indel\w+|inas\w+|prisid\w+)|savos? les\w+"
        ),
    ),
)
"""Where money comes from; the earlier meaning wins where two share a place."""


@dataclass(frozen=True, slots=True)
class Said:
    """A meaning, and where the words stand that have it."""

    code: str
    start: int
    end: int


def said(patterns: tuple[tuple[str, re.Pattern[str]], ...], plain: str) -> list[Said]:
    """Every meaning in a text in order of place; words inside words of an earlier meaning have no other."""
    found: list[Said] = []
    for code, pattern in patterns:
        for match in pattern.finditer(plain):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(Said(code, *match.span()))
    return sorted(found, key=lambda one: one.start)
