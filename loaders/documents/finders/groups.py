"""Which city local action group words mean: a group of the atlas, or a new one named after a known place."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from loaders.documents.finders.cities import forms, genitive, nominative
from loaders.documents.finders.passages import even
from loaders.documents.known import Known, KnownVvg

_NEW_AND_KNOWN_PLACE, _NEW_PLACE = 0.95, 0.85
_CITY_TERRITORIES = {"iit": "integruotu investiciju teritorijos"}
_MUNICIPALITY = re.compile(r"(?P<stem>[A-ZĄČĘĖĮŠŲŪŽ]\w+ (?:rajono |miesto )?)savivaldyb(?:ė|ės|ei|ę|ėje)(?!\w)")


@dataclass(frozen=True, slots=True)
class Group:
    """A group, and how sure it is that words mean it."""

    vvg: KnownVvg
    confidence: float


class Groups:
    """Finds the group that the words before "vietos veiklos grupė" name."""

    def __init__(self, known: Known):
        self.known = known
        names = {**{vvg.city: vvg.municipality for vvg in known.vvgs.values()}, **known.places}
        self.municipalities = names
        self.places = {even(form): name for form, name in forms(names).items()}
        self.by_part = {form: vvg for vvg in known.vvgs.values() for form in _forms_of_part(vvg)}
        self.by_quoted_name = {form: vvg for vvg in known.vvgs.values() for form in _quoted(vvg)}

    def named(self, words: str, quoted: str, *, says_city: bool, text: str = "") -> Group | None:
        """The group of words such as "Kauno miesto Aleksoto" and of the name in quotes after it.

        In: the words right before "vietos veiklos grupė" and the name quoted after it, both possibly empty;
        whether "miesto" stands there; the text, in which other forms of an unknown town are looked for.
        """
        plain = even(words)
        if vvg := self.by_quoted_name.get(even(quoted)):
            return Group(vvg, 0.98)
        parts = {vvg.vvg: vvg for form, vvg in self.by_part.items() if _stands(form, plain)}
        places = self._places(plain) or ([self.places[even(quoted)]] if even(quoted) in self.places else [])
        if len(parts) == 1:
            [vvg] = parts.values()
            if all(place == vvg.city or self.municipalities.get(place) == vvg.municipality for place in places):
                return Group(vvg, 0.98)
        if not places:
            return self._unknown(words, text) if says_city else None
        place = places[-1]
        city = self.city_around(place) or place
        if city != place:
            return self._new(city, place, _NEW_AND_KNOWN_PLACE)
        if part := self._unknown_part(words, city, text):
            return self._new(city, part, _NEW_PLACE)
        return self._of_city(city, says_city=says_city)

    def city_around(self, place: str) -> str | None:
        """The city of which a place is a part: Kaunas for Šilainiai; None where it is a town of its own."""
        municipality = self.municipalities.get(place, "")
        city = self.places.get(even(municipality.partition(" miesto savivaldybė")[0]))
        return city if municipality.endswith("miesto savivaldybė") and city != place else None

    def _places(self, plain: str) -> list[str]:
        """Known places in order; of Naujosios Akmenės, only the longer name."""
        words, found, at = plain.split(), [], 0
        while at < len(words):
            for length in (2, 1):
                piece = " ".join(words[at : at + length])
                if piece in self.places:
                    found.append(self.places[piece])
                    at += length - 1
                    break
            at += 1
        return found

    def _of_city(self, city: str, *, says_city: bool) -> Group | None:
        here = [vvg for vvg in self.known.vvgs.values() if vvg.city == city]
        whole = [vvg for vvg in here if not vvg.part] or here
        if len(whole) == 1:
            return Group(whole[0], 0.99 if says_city else 0.96)
        return self._new(city, None, _NEW_AND_KNOWN_PLACE) if not here and says_city else None

    def _new(self, city: str, part: str | None, confidence: float, municipality: str = "") -> Group:
        words = f"{genitive(city)} miesto {genitive(part)}" if part else f"{genitive(city)} miesto"
        name = f"{words} vietos veiklos grupė"
        home = municipality or self.municipalities.get(part or city, "")
        return Group(KnownVvg(slug(f"{city} {part or ''}"), name, city, home, part), confidence)

    def _unknown_part(self, words: str, city: str, text: str) -> str | None:
        """The part of a large city that no list has, named between the city and the group."""
        plain = even(words)
        at = plain.rfind("miesto ")
        if at < 0 or not self.municipalities.get(city, "").endswith("miesto savivaldybė"):
            return None
        named = _trailing_genitives(words[at + len("miesto ") :])
        return nominative(" ".join(named), text) if len(named) == 1 else None

    def _unknown(self, words: str, text: str) -> Group | None:
        """A town that no list has: its nominative by the ending, its municipality as the text says it."""
        named = _trailing_genitives(words)
        if not 1 <= len(named) <= 2:
            return None
        spelled = " ".join(word.capitalize() if word.isupper() else word for word in named)
        city = nominative(spelled, text)
        if not city:
            return None
        said = _municipalities(text)
        homes = [one for one in self.known.municipalities if any(one == f"{stem} savivaldybė" for stem in said)]
        home = homes[0] if len(homes) == 1 else ""
        vvg = KnownVvg(slug(city), f"{spelled} miesto vietos veiklos grupė", city, home)
        return Group(vvg, _NEW_PLACE)


@lru_cache(maxsize=4)
def _municipalities(text: str) -> frozenset[str]:
    return frozenset(found["stem"].strip() for found in _MUNICIPALITY.finditer(text))


def slug(name: str) -> str:
    """The name as a key: small letters without diacritics, words joined by hyphens.

    >>> slug("Naujoji Akmenė"), slug("Kaunas Šilainiai ")
    ('naujoji-akmene', 'kaunas-silainiai')
    """
    bare = "".join(one for one in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(one))
    return "-".join(re.findall(r"[a-z0-9]+", bare))


def _trailing_genitives(words: str) -> list[str]:
    """The capital words in the genitive that end a name, without the words for city and territory."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if even(word) in ("miesto", "m.", "mies.", "tikslines", "teritorijos", "seniunijos", "vietos"):
            continue
        if not re.fullmatch(r"[A-ZĄČĘĖĮŠŲŪŽ][\w-]{3,}", word) or not re.search(r"(?:o|os|ų|ės|us|O|OS|Ų|ĖS|US)$", word):
            break
        kept.insert(0, word)
    return kept


def _forms_of_part(vvg: KnownVvg) -> list[str]:
    if not vvg.part:
        return []
    first = vvg.part.split()[0]
    plain = even(genitive(first))
    return [plain, *([_CITY_TERRITORIES[plain]] if plain in _CITY_TERRITORIES else [])]


def _quoted(vvg: KnownVvg) -> list[str]:
    return [even(name) for name in re.findall("„([^“]+)“", vvg.name)]


def _stands(form: str, plain: str) -> bool:
    return f" {form} " in f" {plain} "
