"""What every part of the page of money draws with: the marks, links and cards of a sum, the looks of a period."""

import pandas as pd

from ui import answer, funding_words, kept
from ui.charts.funding import hover
from ui.navigation import address
from ui.session import OpenDatabase, frame


def looks(atlas: OpenDatabase) -> tuple[dict[str, str], dict[str, str]]:
    """The colour and the name of each EU period."""
    codes = atlas.codes("periods")
    return {code: atlas.colour("periods", code) for code in codes}, {
        code: atlas.label("periods", code) for code in codes
    }


def with_links(atlas: OpenDatabase, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with what tables need: the VVG as a link, the marks of its sum in words, the way to its source."""
    links = {vvg: address("vvg", {"vvg": vvg}, shown=atlas.city(vvg)) for vvg in rows["vvg"].unique()}
    return rows.assign(
        link=[links[vvg] for vvg in rows["vvg"]],
        marks=funding_words.marks(rows.assign(**_no_dispute(rows))),
        proof=answer.proof_links(rows),
    )


@kept.worked_out
def asked_with_links(atlas: OpenDatabase, question: str, *arguments: object) -> pd.DataFrame:
    """The same of the answer to a question: kept by what was asked, for an answer may have thousands of rows."""
    return with_links(atlas, frame(question, *arguments))


def hovers(atlas: OpenDatabase, rows: pd.DataFrame, shown: list[str]) -> list[str]:
    """The hover card of each sum: strategy, figure, what it is, marks, the source's words."""
    cards = []
    for row, figure in zip(rows.assign(**_no_dispute(rows)).to_dict("records"), shown, strict=True):
        what = funding_words.kind_name(atlas, f"{row['scope']}.{row['stage']}")
        words = f"„{row['as_written']}“" if isinstance(row["as_written"], str) else ""
        name = atlas.strategy(row)
        cards.append(hover([name, f"{figure} · {what}", funding_words.others(row), words]))
    return cards


def quoted(atlas: OpenDatabase, rows: pd.DataFrame, name: str) -> None:
    """The source card of each of these sums: whose it is, what it is, the words that prove it."""

    def cards() -> list[tuple[str, object, object]]:
        listed = []
        for row in rows.assign(**_no_dispute(rows)).to_dict("records"):
            what = row.get("what") or funding_words.kind_name(atlas, f"{row['scope']}.{row['stage']}")
            amount = funding_words.marked(row["amount_eur"], row)
            listed.append((f"{atlas.strategy(row)} – {what}: {amount}", row["as_written"], row["source"]))
        return listed

    if len(rows):
        answer.source_cards(atlas, cards, name)


def _no_dispute(rows: pd.DataFrame) -> dict[str, bool]:
    return {} if "is_disputed" in rows else {"is_disputed": False}
