"""A letter in Lithuanian that asks a VVG, or the ministry, for exactly what is not known of its strategies."""

from functools import cache
from pathlib import Path

import pandas as pd

from ui.session import OpenDatabase

LETTERS = Path(__file__).with_name("locale")

NOTES = {
    "source_not_found": " (dokumento neradome)",
    "unreadable": " (šaltinį radome, bet perskaityti nepavyko)",
}
"""What is added to a request, by the reason why the thing is not known."""

GENITIVES = (("grupė", "grupės"), ("asociacija", "asociacijos"), ("bendruomenė", "bendruomenės"))


def letter(atlas: OpenDatabase, whom: str, name: str, strategies: pd.DataFrame, gaps: pd.DataFrame) -> str | None:
    """The text of the letter, or None where nothing is missing.

    In: `whom` is vvg or ministry; the name of the VVG; its strategies (queries.strategies) and gaps (queries.gaps).
    """
    parts = [
        request
        for strategy in strategies.to_dict("records")
        if (request := requests(atlas, strategy, gaps[gaps["strategy"] == strategy["strategy"]]))
    ]
    if not parts:
        return None
    return _template(whom).format(vvg_genitive=genitive(name), requests="\n\n".join(parts))


def requests(atlas: OpenDatabase, strategy: dict[str, object], gaps: pd.DataFrame) -> str:
    """The strategy by its title and years, and a numbered request for each thing that could be known and is not."""
    order = {field: at for at, field in enumerate(atlas.codes("fields"))}
    asked = gaps[~gaps["state"].isin(["known", "does_not_apply"])]
    rows = sorted(asked[["field", "state"]].itertuples(index=False), key=lambda row: order[row.field])
    if not rows:
        return ""
    lines = [
        f"{number}. {atlas.terms['fields'][row.field]['description_lt']}{NOTES.get(row.state, '')}"
        for number, row in enumerate(rows, start=1)
    ]
    ends = [f"{line};" for line in lines[:-1]] + [f"{lines[-1]}."]
    return "\n".join([f"Dėl {named(strategy)} prašytume nurodyti:", *ends])


def named(strategy: dict[str, object]) -> str:
    """The strategy in the genitive, by its title and years where they are known.

    >>> named({"title": "Miesto strategija", "first_year": 2016, "last_year": 2022, "eu_period": "2014-2020"})
    'strategijos „Miesto strategija“ (2016–2022 m., ES 2014–2020 m. laikotarpis)'
    >>> named({"title": None, "first_year": None, "last_year": None, "eu_period": "2021-2027"})
    'ES 2021–2027 m. laikotarpio vietos plėtros strategijos'
    """
    period = f"{str(strategy['eu_period']).replace('-', '–')} m."
    first, last = strategy["first_year"], strategy["last_year"]
    own = f"{int(str(first))}–{int(str(last))} m., " if not pd.isna(first) and not pd.isna(last) else ""
    if isinstance(strategy["title"], str):
        return f"strategijos „{strategy['title']}“ ({own}ES {period} laikotarpis)"
    return f"{own}ES {period} laikotarpio vietos plėtros strategijos"


def genitive(name: str) -> str:
    """The name of a VVG in the genitive; a name that is not understood stands after a word that bends for it.

    >>> genitive("Kėdainių miesto vietos veiklos grupė")
    'Kėdainių miesto vietos veiklos grupės'
    >>> genitive("Klaipėda21")
    'vietos veiklos grupės „Klaipėda21“'
    """
    for nominative, bent in GENITIVES:
        before, found, own_name = name.partition(f" {nominative}")
        if found and (not own_name or own_name.startswith(" „")):
            return f"{before} {bent}{own_name}"
    return f"vietos veiklos grupės „{name}“"


@cache
def _template(whom: str) -> str:
    return (LETTERS / f"letter_to_{whom}.txt").read_text(encoding="utf-8")
