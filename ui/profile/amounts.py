"""How sums and values are written where the source rounds, bounds or is contradicted."""

from ui.answer import is_missing
from ui.session import OpenDatabase
from ui.texts import euros


def sign(atlas: OpenDatabase, bound: object, is_approximate: object = False) -> str:
    """The sign before a figure: ≥, ≤, ≈ or nothing."""
    about = "≈" if not is_missing(is_approximate) and bool(is_approximate) else ""
    limit = "" if is_missing(bound) else str(atlas.terms.get("bounds", {}).get(str(bound), {}).get("sign", ""))
    return f"{limit or about}\u00a0" if limit or about else ""


def sum_written(atlas: OpenDatabase, row: dict[str, object]) -> str:
    """A sum with its sign: «≈ 900 000 €»."""
    return f"{sign(atlas, row['bound'], row['is_approximate'])}{euros(row['amount_eur'])}"


def disputed(atlas: OpenDatabase, row: dict[str, object]) -> str:
    """A shown sum, and beside it what other sources say: «500 000 € ≠ 510 000 €»."""
    shown = sum_written(atlas, row)
    if not row["is_disputed"]:
        return shown
    others = [value for value in (row["lowest_eur"], row["highest_eur"]) if value != row["amount_eur"]]
    return " ≠ ".join([shown, *(euros(value) for value in others)])
