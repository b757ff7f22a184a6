"""Who carries out a project and with whom, by the words of a text."""

import re

from loaders.documents.finders.passages import even
from loaders.documents.finders.phrases import quoted
from loaders.documents.finders.project_bodies import applicant, in_nominative, is_body, is_organisation

_WITH = r"(?:kartu su|drauge su|bendradarbiaujant su|bendradarbiaudam\w+ su|padedant|su) (?:\w+ )?(?:projekto )?"
_LABELLED = re.compile(
    r"\b(?:projekto )?(?:(?P<applicant>pareiskej(?:as|a|ai)|vykdytoj(?:as|a|ai)|projekta vykdo|projekta igyvendina"
    r"|projekta igyvendino|igyvendinanti organizacija|paraiska pateike|paraiskos teikejas|teikejas)"
    r"|(?P<partner>partner(?:is|iai|es|e)))"
    r"(?: \([^()]*\))? ?(?:[-:]|yra|buvo) ?:? ?"
    rf"|\b{_WITH}(?P<beside>partner(?:iu|iais|e|emis)) ?-? ?"
    r"|\b(?P<head>pareiskej(?:as|a)|vykdytoj(?:as|a)) (?=[a-z]+\b)"
)
_DOES = re.compile(
    r"\b(?P<verb>igyvendina|igyvendino|igyvendins|vykdo|vykde|vykdys|pradejo (?:igyvendinti|vykdyti)"
    r"|pradeda (?:igyvendinti|vykdyti)|baige (?:igyvendinti|vykdyti)|sekmingai (?:igyvendino|uzbaige|baige)|uzbaige"
    r"|baige|tesia|pateike|parenge|kartu su partneriais igyvendina)"
    r"(?: (?:ir )?\w+){0,5}? projekt(?:a|us)\b"
)
_VERB = (
    r"(?:igyvendina|igyvendino|igyvendins|vykdo|vykde|vykdys|(?:pra|uz)?(?:dejo|deda|baige) (?:igyvendinti|vykdyti)"
    r"|inicijavo|parenge|pateike|baige|uzbaige)"
)
_STOP = r"(?=\.(?: |$)|;|,| nuo \d|$| (?:kartu|drauge) su| (?:ir )?(?:jos |jo |su )?partner| su )"
_AFTER_TITLE = re.compile(
    rf"[\"“”]*,?(?: ?\([^()]*\),?)?(?:(?!, o |taciau|pristat|finansuo|program"
    rf"|partner)[^;\"]){{0,70}}? {_VERB} (?P<who>[^;:]{{4,160}}?){_STOP}"
)
_CARRIED_WITHOUT_TITLE = re.compile(
    rf"^\W*(?:(?:si |sis )?projekt(?:a|as)|ji) (?:\w+ )?(?:{_VERB}|igyvendinamas) (?P<who>[^;:]{{5,140}}?){_STOP}"
)
_LEAD = re.compile(
    r"^(?:.*(?:\b(?:d|m|men)\. |\bmet(?:u|ais) |\bsiuo metu |\bnuo [^,]{4,30}, |\bper [^,]{4,40}, |: |\btaip pat "
    r"|\bjau |\bkad ))?"
)
_GIVEN = re.compile(r".*(?:\b(?:finansuoti|finansuojamas|remti|patvirtintas|atrinktas|skirtas|ir|bei)|[,)]) ")
_TRAIL = re.compile(
    r",? (?:(?:kartu|drauge|bendradarbiaudam\w+) su .*|su partner.*|nuo 20\d\d .*|20\d\d m\..*"
    r"|(?:siuo metu|siemet|sekmingai|jau|nuo siol|pernai|kartu|toliau))$"
)


def labelled(text: str) -> tuple[str | None, list[str]]:
    """Applicant and partners that a text names by these words.

    >>> labelled("Projekto vykdytojas – VšĮ „Žalia upė“. Partneriai: Girulių seniūnija, asociacija „Rytas“.")
    ('VšĮ „Žalia upė“', ['Girulių seniūnija', 'asociacija „Rytas“'])
    >>> labelled("Įgyvendino draugija drauge su partneriu – Varnelės menų namais.")
    (None, ['Varnelės menų namai'])
    """
    plain = even(text)
    who: str | None = None
    partners: list[str] = []
    for match in _LABELLED.finditer(plain):
        piece = text[match.end() : _end_of_name(text, plain, match.end())]
        if match["applicant"] or match["head"]:
            name = re.split(r", | ir (?=partner)", piece)[0]
            told = applicant(name, is_told=not match["head"])
            who = who or (None if match["head"] and not is_organisation(name) else told)
            continue
        if re.match(r"(?:su|yra|nera|-)\b", even(piece)):
            continue
        named = [applicant(name, is_told=True) for name in re.split(r", | ir |; | bei ", piece)]
        turned = [in_nominative(name) if match["beside"] and name else name for name in named]
        partners += [name for name in turned if name and name != "fizinis asmuo" and name not in partners]
    return who, partners


def doer(text: str, at: int) -> str | None:
    """Who carries out the project named at a place of a sentence: "VšĮ „Žalia upė“ įgyvendina projektą „…“".

    >>> sentence = "2021 m. gegužės 3 d. VšĮ „Žalia upė“ įgyvendino projektą „Sodo terapija“."
    >>> doer(sentence, sentence.index("Sodo"))
    'VšĮ „Žalia upė“'
    >>> sentence = "Projektą „Sodo terapija“ (Nr. 11-006-K-0012) įgyvendino Varnelės menų draugija kartu su kitais."
    >>> doer(sentence, sentence.index("Sodo"))
    'Varnelės menų draugija'
    """
    plain = even(text)
    for match in _DOES.finditer(plain, 0, at):
        if re.search(r"[.;]", plain[match.end() : at]):
            continue
        lead = _LEAD.match(plain[: match.start()])
        start = lead.end() if lead and not re.search(r"\bnuo\b[^,]*$", plain[: lead.end()]) else 0
        return _name(text[start : match.start()])
    end = next((stop for start, stop in quoted(text) if start <= at <= stop), None)
    match = _AFTER_TITLE.match(plain, end) if end is not None else None
    return _name(text[match.start("who") : match.end("who")]) if match else _owner(text, plain, at)


def _owner(text: str, plain: str, at: int) -> str | None:
    """The body in the genitive right before: "Varnelės draugijos projektas „…“"."""
    match = re.search(r"(?P<name>[^.;:]{4,110}?),? (?:projekt(?:as|a|ui|u))(?: ?-)? [\"“„,]*$", plain[:at])
    if not match:
        return None
    lead = _GIVEN.match(match["name"])
    name = text[match.start() + (lead.end() if lead else 0) : match.end("name")].strip(" ,–-")
    words = name.split(" „")[0].split()
    if not words or not is_organisation(name) or len(words) > 9 or not is_body(name):
        return None
    is_short = re.match(r"(?:VšĮ|UAB|MB|AB|BĮ|IĮ|[Aa]sociacij|[Vv]ieš|[Ll]abdar)", name)
    turned = in_nominative(name)
    return applicant(turned) if (turned != name or (is_short and "„" in name)) and words[0][:1].isupper() else None


def carried_by(text: str) -> str | None:
    """Who carries out the project that a sentence speaks of without its title.

    >>> carried_by("Projektą įgyvendina VšĮ „Žalia upė“."), carried_by("Projektą įgyvendina puiki komanda.")
    ('VšĮ „Žalia upė“', None)
    """
    match = _CARRIED_WITHOUT_TITLE.match(even(text))
    return _name(text[match.start("who") : match.end("who")]) if match else None


def _name(words: str) -> str | None:
    """The body that words before or after a verb name, without what says when and with whom."""
    trail = _TRAIL.search(even(words))
    name = words[: trail.start()] if trail else words
    name = re.sub(r"^(?:[Šš]is |[Tt]uo tarpu |[Ii]r )", "", name.strip(" ,–-"))
    return applicant(name) if is_organisation(name) and is_body(name) and len(name.split()) <= 12 else None


def _end_of_name(text: str, plain: str, start: int) -> int:
    match = re.search(r"\.(?: [A-ZĄČĘĖĮŠŲŪŽ]|$)|;|\)| – | - |$", text[start:])
    end = start + (match.start() if match else len(text) - start)
    label = _LABELLED.search(plain, start, end)
    verb = re.search(rf",? (?:o |{_VERB}\b|prasom|ivertin|surink|gav)", plain[start:end])
    ends = [end, *([label.start()] if label else []), *([start + verb.start()] if verb else [])]
    return min(ends)
