"""Words that name a call and its dates. The patterns read text made even (`passages.even`)."""

import re
from dataclasses import dataclass

from loaders.documents.finders.passages import even

_ORDINALS = ("pirm", "antr", "trec", "ketvirt", "penkt", "sest", "septint", "astunt", "devint", "desimt")
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_CALL = r"kvietim(?:as|o|ui|a|u|e|ai)"
_NUMBERED = re.compile(
    rf"(?<!\w){_CALL}(?: teikti(?: \S+){{1,7}}?)? ?[,-]? ?\(?(?:nr\.?"
    rf"|numeris|kodas)[ :|]{{0,3}}(?P<after>[0-9]{{1,2}}(?:-[0-9]{{3}}-k)?(?![0-9]|[./]\d|-\w)"
    rf"|[a-z0-9]{{1,6}}-[0-9]{{1,3}}(?:-[a-z0-9]{{1,3}}){{0,2}})"
    rf"|(?<!\w)(?P<before>[0-9]{{1,2}})(?:-?(?:i?asis|i?ojo|i?ajam|i?aji|uoju|as|ias|o|a))? kvietim(?:as|o|ui|a"
    rf"|e)(?!\w)"
    rf"|(?<!\w)(?P<roman>viii|vii|vi|iv|v|ix|x|i{{1,3}})(?:-?(?:asis|ojo|ajam|aji))? {_CALL}(?!\w)"
    rf"|(?<!\w)(?P<ordinal>(?:{'|'.join(_ORDINALS)})\w*) (?:vvg )?{_CALL}(?!\w)"
    rf"|(?<!\w){_CALL} (?P<bare>[0-9]{{1,2}}-[0-9]{{3}}-k)"
)
OF_PROJECTS = re.compile(
    r"kvietim\w*|kviec\w+ teikti|(?:paraisk|projektini\w+ pasiulym|pasiulym"
    r"|projektu? ideju)\w* (?:\S+ ){0,4}?(?:priem|teik|pateik|prii?m|siust|siusk)\w*"
    r"|(?:paraisk|projektini\w+ pasiulym)\w* (?:\S+ ){0,4}?lauk\w*|lauk\w+ (?:\S+ ){0,3}?(?:paraisk"
    r"|projektini\w+ pasiulym)\w*|(?:priem|teik|pateik"
    r"|prii?m)\w* (?:\S+ ){0,3}?(?:paraisk|pasiulym|projektini)\w*"
)
NO_CALL = re.compile(
    r"kviec\w+ (?:susipazinti|dalyvauti|registruotis|i (?:susitikim|rengin|diskusij|mokym))"
    r"|teikti (?:pastab|siulym)\w+|pastab\w+ (?:ir|bei) (?:pasiulym|siulym)\w+"
    r"|darbo (?:skelbim|pasiulym)|viesuju pirkimu|idejas (?:rengiamai|strategijai)|strategiju atrank"
    r"|strategijos (?:projekt(?:ui|o)|keitim|pakeitim)|del (?:\S+ ){0,6}strategijos (?:keitim|projekt)"
)
BARE_PROPOSALS = re.compile(r"pasiulym|siulym|pastab|pasteb")
"""Without a word for projects these are views on a text, unless a call for projects is announced."""
FOR_PROJECTS = re.compile(r"kvietim|paraisk|projektin|projekt")
OF_STRATEGY = re.compile(
    r"strategij\w* .{0,60}(?:keitim|projekt(?:as|o|ui|a)(?!\w)|viesin|svarstym)|(?:keiciam|keitim"
    r"|svarst)\w* .{0,60}strategij"
)
"""The title of a document that asks for views on the strategy itself."""
SPAN = re.compile(
    r"nuo \W*<1>.{0,40}? iki \W*<2>|<1> ?(?:[0-9.: ]{0,8}(?:val\.?)? ?)?- ?<2>|(?:pradzia|atidary\w+"
    r"|paskelb\w+|skelbiam\w+)\W{0,6}(?:data\W{0,4})?<1>.{0,60}?(?:pabaig\w+|iki|termin\w+|uzdary\w+"
    r"|baigiasi)\W{0,6}(?:data\W{0,4})?<2>"
)
OPENS = re.compile(
    r"(?:(?<!\w)nuo|pradzia|pradedam\w+|paskelb(?:imo|tas|ta|e)|skelbiam(?:as|a|i)|atidary\w+|prasided\w+"
    r"|startuo\w+)\b[^.;]{0,60}$"
)
CLOSES = re.compile(
    r"(?:(?<!\w)iki|pabaiga|termin(?:as|o)|baigiasi|uzdary\w+|paskutine (?:\w+ )?diena|baigesi"
    r"|vertinam\w* iki)\b[^.;]{0,40}$"
)
PLANNED = re.compile(
    r"(?:planuojam\w*|numatom\w*|numato|planuoja|ketinama|ketina|bus|zadama"
    r"|tikimasi) (?:\S+ ){0,6}?(?:paskelb\w*|skelb\w*|kvietim\w*"
    r"|atidary\w*)|kvietim\w* (?:\S+ ){0,5}?(?:planuojam|numatom|ketinam|laukiam|bus skelb|bus paskelb|startuos"
    r"|prasides)\w*"
)
LIST_APPROVED = re.compile(
    r"(?:patvirtin|pritar|sudar)\w+ (?:\S+ ){0,14}?saras\w+|saras\w+ (?:\S+ ){0,14}?(?:patvirtin|pritar)\w+"
)
CODE_OF_MEASURE = re.compile(
    r"(?:veiksm\w+|priemon\w+|uzdavin\w+)(?: nr\.?"
    r"| kodas| numeris)?[ :|\"(-]{0,3}(?P<code>[0-9](?:\.[0-9]{1,2}){1,3}\.?)(?![0-9])"
    r"|(?<![\w.])(?P<code2>[0-9](?:\.[0-9]{1,2}){2}\.?) (?:veiksm|priemon)"
)
ACTIVITY = re.compile(r"(?<![\w-])01-004-08-04-01-[0-9]{2}-[0-9]{2}(?![\w-])")
SUPPORT = re.compile(
    r"(?:intensyvum\w+|finansuojam\w+ (?:dal\w+|iki)|finansavimo dal\w+|paramos (?:dal\w+|lyg\w+)"
    r"|finansuojam\w+)[:|]?(?: \S+){0,8}? (?P<percent>[0-9]{2}(?:,[0-9]{1,2})?) ?(?:proc|%)"
    r"|(?P<other>[0-9]{2}(?:,[0-9]{1,2})?) ?(?:proc\.?|%|procent\w*) (?:\S+ ){0,3}?(?:tinkam\w+ finansuoti|intensyvum)"
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A call named by its number, and where."""

    number: str
    start: int
    end: int


def number_of_call(text: str) -> list[Numbered]:
    """Every call that a text names by number, in order.

    >>> [call.number for call in number_of_call("Kvietimas teikti projektinius pasiūlymus Nr. 5; trečiasis kvietimas")]
    ['5', '3']
    >>> [call.number for call in number_of_call("II kvietimas, 11-010-K, kvietimo Nr. 11-688-K dalyviai")]
    ['2', '11-688-K']
    """
    found = []
    for match in _NUMBERED.finditer(even(text)):
        if code := match["after"] or match["bare"]:
            number = str(int(code)) if code.isdigit() else code.upper()
        elif match["before"]:
            number = str(int(match["before"]))
        elif match["roman"]:
            if not text[match.start() : match.start() + len(match["roman"])].isupper():
                continue
            number = _ROMAN[match["roman"]]
        else:
            number = str(next(at for at, stem in enumerate(_ORDINALS, 1) if match["ordinal"].startswith(stem)))
        found.append(Numbered(number, *match.span()))
    return found
