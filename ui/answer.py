"""What stands around every answer: how much is known, what it says in words, the table, the sources, the files."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple
from urllib.parse import quote

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from ui import citing, files, kept, long_table, written
from ui.charts.base import config, with_source
from ui.folds import fold
from ui.navigation import Ended, link
from ui.session import OpenDatabase, frame, version
from ui.texts import _, day, euros, exact, ngettext, number, percent, plain

MOST_DRAWN = 60
"""Rows that a chart or a list can show and a reader still reads; tables and files have them all."""

MOST_NAMED = 12
"""Names that stand in a line where there are too many for all of them."""

MOST_WRITTEN = 1000
"""Rows of a table that are written cell by cell; a longer one is loaded as it is scrolled."""

MOST_CARDS, MOST_SOURCES = 100, 100
"""So many are listed on the page; the files hold all."""


@dataclass(frozen=True)
class Column:
    """One column of a table: where its value is, its name, how it is written, and the column of `reasons` of gaps."""

    name: str
    label: str
    kind: str = "text"
    help: str | None = None
    scheme: str | None = None
    reasons: str | None = None

    def written(self, atlas: OpenDatabase) -> Callable[[object], str]:
        """How a value of the column is written in the reader's language; a missing one as a word."""
        kinds: dict[str, Callable[[object], str]] = {
            "text": str,
            "link": str,
            "proof": str,
            "euros": euros,
            "number": exact,
            "rounded": lambda value: number(value, 2),
            "percent": percent,
            "date": day,
            "year": lambda value: str(int(float(str(value)))),
            "code": lambda value: atlas.label(self.scheme or self.name, value),
            "codes": lambda value: ", ".join(atlas.label(self.scheme or self.name, v) for v in str(value).split()),
        }
        write = kinds[self.kind]
        return lambda value: missing_word(atlas) if is_missing(value) else write(value)


def is_missing(value: object) -> bool:
    """Whether a cell holds nothing: None, NaN or NaT."""
    return value is None or (not isinstance(value, str) and bool(pd.isna(value)))


def missing_word(atlas: OpenDatabase, reason: str = "not_in_source") -> str:
    """The word for a figure that is not there; never a dash, never zero."""
    return atlas.label("missing_reasons", reason).lower()


def stop_if_empty(answer: pd.DataFrame, page: str) -> None:
    """Where nothing fits the reader's choice, says so with a way on, and ends the page: raises Ended."""
    if not answer.empty:
        return
    st.info(_("No strategy fits this choice. Remove one of the filters above, or see all strategies."))
    link(page, _("Show all"))
    raise Ended


def coverage(known: int, of: int) -> str:
    """On how many strategies an answer rests: «12 of 85 strategies»."""
    return _("Based on {known} {of}", known=number(known), of=ngettext("of {n} strategy", "of {n} strategies", of))


def finding(title: str, subtitle: str) -> None:
    """The heading of a chart: what it shows in words, then measure, unit, year and coverage."""
    st.subheader(title, anchor=False)
    st.caption(subtitle)


def topmost(rows: pd.DataFrame, by: str | None = None, most: int = MOST_DRAWN) -> pd.DataFrame:
    """The first rows, as many as can be read in a chart or list; where there are more, says so in words.

    In: `by`, a column whose values are counted in place of rows: all rows of the first strategies, say.
    """
    lines = pd.Series(range(len(rows)), index=rows.index) if by is None else rows[by]
    kept = lines.drop_duplicates()
    if len(kept) > most:
        st.caption(few_of_many(most, len(kept)))
    return rows[lines.isin(kept.head(most))]


def few_of_many(shown: int, of: int) -> str:
    """That only the first are shown, and where all of them are."""
    return _("{shown} of {all} are shown; all are in the table and the CSV.", shown=number(shown), all=number(of))


def first_of_many(shown: int, of: int) -> str:
    """That only the first are shown, and that the files have all of them."""
    return _("The first {shown} of {all} are shown; all are in the files below.", shown=number(shown), all=number(of))


def few_names(names: Sequence[str], most: int = MOST_DRAWN) -> str:
    """Names in one line; of more than `most` a few, and how many there are besides."""
    if len(names) <= most:
        return ", ".join(names)
    few = min(most, MOST_NAMED)
    return _("{names} and {n} more", names=", ".join(names[:few]), n=number(len(names) - few))


def reading(sentence: str) -> None:
    """One sentence that reads the chart aloud, made from its numbers."""
    st.markdown(plain(sentence))


def table(
    atlas: OpenDatabase,
    answer: pd.DataFrame,
    columns: Iterable[Column],
    name: str,
    alt: str,
    height: int | None = None,
) -> None:
    """A table that sorts by value and shows numbers as the reader writes them; missing is a word in each cell.

    A column of kind link holds addresses of navigation.address; one of kind proof those of proof_links.
    """
    wanted = list(columns)
    linked = {"link": r"#(.+)$", "proof": _("source")}
    more: dict[str, object] = {"height": height} if height else {}
    if len(answer) > MOST_WRITTEN:
        return long_table.draw(atlas, answer, wanted, name, alt, linked, more | {"placeholder": missing_word(atlas)})

    def draw() -> None:
        shown = long_table.cells(answer, wanted)
        styler = shown.style.format({each.label: each.written(atlas) for each in wanted if each.kind not in linked})
        for column in wanted:
            for reason, rows in answer.groupby(column.reasons) if column.reasons else ():
                said = missing_word(atlas, str(reason))
                missing = pd.IndexSlice[rows.index[rows[column.name].isna()], [column.label]]
                styler.format(lambda _value, said=said: said, subset=missing)
        config = {
            column.label: st.column_config.LinkColumn(help=column.help, display_text=linked[column.kind])
            if column.kind in linked
            else st.column_config.Column(help=column.help)
            for column in wanted
            if column.help is not None or column.kind in linked
        }
        st.dataframe(
            styler, hide_index=True, row_height=36, column_config=config, key=f"table_{name}", alt=alt,
            placeholder=missing_word(atlas), **more,
        )  # fmt: skip

    kept.once(draw, "table", atlas.version, name, alt, more, wanted, answer)


def small_table(atlas: OpenDatabase, answer: pd.DataFrame, columns: Iterable[Column], alt: str) -> None:
    """A short table as real text, for screen readers, print and phones."""
    wanted = list(columns)

    def draw() -> None:
        written.table(in_words(atlas, answer, wanted), alt)

    kept.once(draw, "small_table", atlas.version, alt, wanted, answer)


def in_words(atlas: OpenDatabase, answer: pd.DataFrame, columns: list[Column]) -> dict[str, list[str]]:
    """The cells of each column by its label, as they are read."""
    return {
        plain(column.label): [plain(column.written(atlas)(value)) for value in answer[column.name]]
        for column in columns
    }


@kept.worked_out
def sources_of(_atlas: OpenDatabase, answer: pd.DataFrame) -> pd.DataFrame:
    """The sources behind an answer (the question sources)."""
    return frame("sources", source_keys(answer))


def source_keys(answer: pd.DataFrame) -> tuple[str, ...]:
    """The keys of all sources behind an answer: every column called source, sources or …_source(s)."""
    keys: dict[str, None] = {}
    for column in answer.columns:
        if column in ("source", "sources") or column.endswith(("_source", "_sources")):
            for value in answer[column].dropna().unique():
                keys |= dict.fromkeys(str(value).split())
    return tuple(sorted(keys))


class Proof(NamedTuple):
    """Where one figure comes from: the figure in words, the quotation (or nothing), the key of its source.

    `others`: what further sources say of the same thing; `why`: the rule by which this one is shown.
    """

    what: str
    words: object
    source: object
    others: tuple["Proof", ...] = ()
    why: str = ""


def download_and_sources(
    atlas: OpenDatabase,
    answer: pd.DataFrame,
    name: str,
    columns: Iterable[Column] | None = None,
    view: citing.View | None = None,
    sources: pd.DataFrame | None = None,
    whole: files.Whole | None = None,
) -> None:
    """The files of what is shown, its sources one click away, how to cite it and how to tell of an error.

    In: `view`, what is cited where it is more than the page as its address stands; `sources`, where they are known;
    `whole`, which asks for all rows where `answer` holds only the first.
    """
    sources = sources_of(atlas, answer) if sources is None else sources
    with st.container(horizontal=True, key=f"take_{name}"):
        files.buttons(atlas, answer, sources, name, list(columns) if columns else None, whole)
        citing.around(atlas, name, view, partial(_sources, atlas, sources, name))


def _sources(atlas: OpenDatabase, sources: pd.DataFrame, name: str) -> None:
    """The sources of an answer; the list is sent only when it is opened. An answer without any has no button."""
    if sources.empty:
        return
    label = ngettext("{n} source", "{n} sources", len(sources))
    folded = st.popover(label, key=f"sources_{name}", on_change="rerun")
    if folded.open:
        listed = [source_words(atlas, source) for source in sources.head(MOST_SOURCES).to_dict("records")]
        folded.markdown("\n\n".join(listed))
        if len(sources) > MOST_SOURCES:
            folded.caption(_("All sources are in the XLSX file."))


def source_line(atlas: OpenDatabase, source: dict[str, object], words: object = None) -> None:
    """One source: title with its link, publisher, date, kind, and the words that prove a figure."""
    st.markdown(source_words(atlas, source, words))


def source_words(atlas: OpenDatabase, source: dict[str, object], words: object = None) -> str:
    """The same as Markdown."""
    title = plain(source["title"])
    url = source["url"]
    if isinstance(url, str):
        title = f"[{title}]({deep_link(url, words)})"
    about = [str(source["publisher"])] if isinstance(source["publisher"], str) else []
    about.append(day(source["published"]) if isinstance(source["published"], str) else _("no date of publication"))
    about.append(atlas.label("source_kinds", source["kind"]))
    if not isinstance(url, str):
        about.append(_("the document has no known address"))
    quoted = f"\n\n> „{plain(words)}“" if isinstance(words, str) and words else ""
    return f"{title}  \n{plain(' · '.join(about))}{quoted}"


def deep_link(url: str, words: object = None) -> str:
    """The address of a source; with the quoted words behind it the browser scrolls to them."""
    safe = quote(url, safe=":/?#[]@!$&'*+,;=%~")
    if not isinstance(words, str) or not words:
        return safe
    joint = ":~:" if "#" in safe else "#:~:"
    return f"{safe}{joint}text={quote(words, safe='').replace('-', '%2D')}"


def proof_links(rows: pd.DataFrame) -> list[str | None]:
    """For each row the address of its source, at the very words where they are known; None where it has none."""
    sources = frame("sources", tuple(sorted(set(rows["source"].dropna()))))
    urls = {key: url for key, url in zip(sources["source"], sources["url"], strict=True) if isinstance(url, str)}
    words = rows["as_written"] if "as_written" in rows else [None] * len(rows)
    return [
        deep_link(urls[key], said) if key in urls else None for key, said in zip(rows["source"], words, strict=True)
    ]


Figures = Iterable[Proof | tuple[str, object, object]]


def source_cards(atlas: OpenDatabase, figures: Figures | Callable[[], Figures], name: str, small: bool = False) -> None:
    """The source card of each figure: what it is, the words that prove it, where they stand, who says otherwise.

    In: proofs, or triples of the figure in words, the quotation (or nothing) and the key of the source; or a function
    that makes them when a reader asks for them.
    """
    if not callable(figures):
        listed = [each for each in figures if not is_missing(Proof(*each).source)]
        if not listed:
            return
        figures = partial(list, listed)
    label = _("Where each figure comes from")
    fold(label, f"cards_{name}", partial(_cards, atlas, figures), form="compact" if small else "default")


def _cards(atlas: OpenDatabase, figures: Callable[[], Figures]) -> None:
    proofs = [Proof(*each) for each in figures()]
    st.markdown(cards(atlas, proofs[:MOST_CARDS]))
    if len(proofs) > MOST_CARDS:
        st.caption(_("The first {n} are here; all sources are in the XLSX file.", n=number(MOST_CARDS)))


def cards(atlas: OpenDatabase, proofs: Iterable[Proof]) -> str:
    """Source cards as Markdown, one under another."""
    listed = [proof for proof in proofs if not is_missing(proof.source)]
    keys = {key for proof in listed for each in (proof, *proof.others) for key in str(each.source).split()}
    known = frame("sources", tuple(sorted(keys))).set_index("source", drop=False)

    def sources(proof: Proof) -> list[str]:
        parts = str(proof.source).split()
        return [
            source_words(atlas, known.loc[key].to_dict(), None if at else proof.words) for at, key in enumerate(parts)
        ]

    said = []
    for proof in listed:
        said += [f"**{plain(proof.what)}**", *sources(proof)]
        for other in proof.others:
            said += [plain(_("Another source says: {figure}", figure=other.what)), *sources(other)]
        if proof.why:
            said.append(f"*{plain(proof.why)}*")
    return "\n\n".join(said)


def chart(figure: partial[go.Figure], name: str, alt: str) -> None:
    """Draws a chart with its words for those who do not see it.

    In: how the figure is made, as a partial of a function of ui/charts, which is called where the same was not drawn.
    """
    foot = citing.chart_foot(version())

    def draw() -> None:
        st.plotly_chart(with_source(figure(), foot), theme=None, config=config(name), key=f"chart_{name}", alt=alt)

    kept.once(draw, "chart", name, alt, foot, figure)
