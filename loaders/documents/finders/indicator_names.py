"""What an indicator is called and counts: its name, concept and kind by the noun, the verb and the sentence."""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.documents.finders.counted import feminine
from loaders.documents.finders.counts import Count
from loaders.documents.finders.passages import even
from loaders.documents.finders.states import State
from loaders.documents.known import read_known

_PARTICIPLES = (
    ("project", r"igyvendinam|vykdom|tesiam|igyvendina$|vykdo$", "įgyvendinami"),
    ("project", r"uzbaig|pabaig|^baig", "baigti"),
    ("project", r"patvirt", "patvirtinti"),
    ("project", r"atrin", "atrinkti"),
    ("project", r"finans|parem|iremt|remiam", "finansuoti"),
    ("project", r"igyvendin|ivykd", "įgyvendinti"),
    ("project", r"^skirt", "finansuoti"),
    ("participant", r"isidarb|idarb|darbins|^rado", "įsidarbinę"),
    ("project", r"^i?vyk", "vykę"),
    ("participant", r"savanoriau", "savanoriaujantys"),
    ("proposal", r"gaut|gavo|sulauk", "gauti"),
    ("proposal", r"pateik|teik", "pateikti"),
    ("proposal", r"atrin", "atrinkti"),
    ("job", r"", "sukurtos"),
    ("business", r"sustipr", "sustiprinti"),
    ("business", r"isple", "išplėsti"),
    ("business", r"isikur", "įsikūrę"),
    ("business", r"sukur|kurs|ikur", "sukurti"),
    ("business", r"parem|suteik|finans|gau|gavo", "paremti"),
    ("person", r"dalyv", "dalyvaujantys"),
    ("person", r"sitrauk|itrauk|trauks|pritrauk", "įtraukti"),
    ("person", r"apmok|mokys", "apmokyti"),
    ("person", r"isidarb|idarb|darbins", "įsidarbinę"),
    ("person", r"savanor", "savanoriaujantys"),
    ("person", r"apklaus", "apklausti"),
    ("person", r"konsult", "konsultuoti"),
    ("person", r"pasinaud", "pasinaudoję"),
)
_PEOPLE_DO = re.compile(
    r"subur|sutelk|mokesi|ismok|atvyk|dirb|priziur|slaug|maitin|pervez|aprupin|padejo|prisijung|isijung|rado darb"
    r"|darba rado|pasieks|baig|gyvent\w+ pasiek|dalyv|sitrauk|itrauk|trauks|pritrauk|apmok"
    r"|mokys|isidarb|idarb|savanor|apklaus|konsult|pasinaud|suteik|teik"
    r"|gavo|gaus|aptarn|apsilank|lank|pagerins|pagerej|isklaus|padeta|pades|vesti"
)
_ORGANISATIONS_DO = re.compile(r"dalyv|sitrauk|itrauk|trauks|pritrauk|igyvendin|vykdo|vykde|teik|pateik|parem|suteik")
_BECOME = re.compile(r"savanori(?:ais|u|emis) (?:taptu|taps|tapo|bus|tap\w+)|(?:taptu|taps|tapo) savanori")
_PARTICIPATE = re.compile(
    r"dalyv|itrauk|trauks|lank|pasinaud|suteik|gavo|gaus|isklaus|konsult|prisijung|isijung|aptarn|mok|baig|padeta"
    r"|talkin|vesti"
)
_RESULT = re.compile(r"praejus|padet\w+ darbo|isidarbin|darbo viet|rezultato rodikl|pasibaigus")
_GENERIC = re.compile(r"(?:tikslin\w+ grup\w+ )?(?:unikal\w+ )?(?:asmenys|zmones|gyventojai|atstovai|nariai)$")
_OF_ITEMS = {"goal": "strategy_goals", "objective": "strategy_objectives", "action": "strategy_actions"}


@dataclass(frozen=True, slots=True)
class Named:
    """The name of an indicator, its concept and kind."""

    name: str
    concept: str | None
    kind: str


def named(count: Count, phrase: str, said: State | None, sentence: str) -> Named | None:
    """How the indicator is called; None where the number counts no doing of a strategy or project.

    In: the count, its phrase with the clause that says which, the verb, and the evened sentence.
    """
    verb = even(said.word) if said else ""
    kind = count.noun.kind
    if kind in _OF_ITEMS:
        return _of_items(count, verb, sentence)
    if kind == "person" and _BECOME.search(_own_clause(count, sentence)):
        return Named("savanoriai", "volunteers", "output")
    if kind == "person" and not (_PEOPLE_DO.search(verb) or _PEOPLE_DO.search(sentence)):
        return None
    if kind == "organisation" and not (_ORGANISATIONS_DO.search(verb) or _ORGANISATIONS_DO.search(sentence)):
        return None
    name = _with_participle(phrase, kind, verb or sentence, said)
    concept = _people_concept(count, verb, sentence) if kind == "person" else concept_of(name)
    concept = "calls" if kind == "call" else concept
    is_result = _RESULT.search(even(name)) or (kind == "business" and re.search(r"sukur|isikur|isple", even(name)))
    return Named(name, concept, "result" if is_result else "output")


@lru_cache(maxsize=4096)
def concept_of(name: str) -> str | None:
    """The concept whose wording stands in a name, the main one first."""
    codes = read_known().vocabularies.codes("concepts", name)
    return codes[0] if codes else None


def kind_of(name: str, around: str = "") -> str:
    """output or result, as the source says it, else by what the name counts."""
    plain = even(f"{around} {name}")
    if "rezultato" in plain:
        return "result"
    return "result" if "produkto" not in plain and _RESULT.search(even(name)) else "output"


def _own_clause(count: Count, sentence: str) -> str:
    """The words around a number, back to the comma before and on to the comma behind it."""
    return sentence[: count.start].rpartition(",")[2] + sentence[count.start : count.last + 40].partition(",")[0]


def _of_items(count: Count, verb: str, sentence: str) -> Named | None:
    if count.noun.kind == "action" and re.search(r"prade(?:ti|ta) igyvendinti", sentence):
        return Named(f"pradėti įgyvendinti {count.noun.plural}", "strategy_actions_started", "output")
    is_of_strategy = re.search(r"strategij|\bvps\b", sentence) or (
        count.noun.kind == "objective" and "tiksl" in sentence
    )
    is_a_selection = re.search(r"\b(?:pagal|del|vien\w* is)\W+$", sentence[max(0, count.start - 9) : count.start])
    if not is_of_strategy or (is_a_selection and "strategijos" not in even(count.name)):
        return None
    return Named(f"strategijos {count.noun.plural}", _OF_ITEMS[count.noun.kind], "output")


def _with_participle(phrase: str, kind: str, verb: str, said: State | None) -> str:
    if kind == "project" and said and said.code == "planned":
        is_bare = phrase == "projektai"
        return "planuojami projektai" if is_bare else phrase
    for of, stem, participle in _PARTICIPLES:
        if of == kind and re.search(stem, verb):
            if even(participle)[:5] in even(phrase):
                return phrase
            head = re.split(r"[ ,]", phrase)
            is_feminine = (
                any(word.endswith(("os", "ės", "moterys")) and word != "žmonės" for word in head[-1:]) and kind != "job"
            )
            return f"{feminine(participle) if is_feminine else participle} {phrase}"
    return phrase


def _people_concept(count: Count, verb: str, sentence: str) -> str | None:
    deed = verb if _PEOPLE_DO.search(verb) else sentence
    if "apklaus" in deed or "apklausoje" in sentence:
        return "people_in_preparation"
    if re.search(r"apmok|mokymuose|mokys|isklaus", deed):
        return "people_trained"
    if re.search(r"isidarb|idarb", deed):
        return "employed_or_improved_after"
    if re.search(r"rengim\w+ (?:isi|dalyv)|rengime|rengima", sentence):
        return "people_in_preparation"
    if "savanor" in verb:
        return "participants_of_group"
    if not _PARTICIPATE.search(deed):
        return None
    return "participants" if _GENERIC.search(even(count.name)) else "participants_of_group"
