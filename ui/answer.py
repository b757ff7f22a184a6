"""What stands around every answer: how much is known, what it says in words, the table, the sources, the files."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import quote

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from ui import files
from ui.charts.base import config
from ui.navigation import link
from ui.session import OpenDatabase, frame
from ui.texts import _, day, euros, exact, ngettext, number, percent, plain


@dataclass(frozen=True)
class Column:
    """One column of a table: where its value is, what it is called, and how it is written."""

    name: str
    label: str
    kind: str = "text"
    help: str | None = None
    scheme: str | None = None

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
    """Where nothing fits the reader's choice, says so with a way on, and stops the page."""
    if not answer.empty:
        return
    st.info(_("No strategy fits this choice. Remove one of the filters above, or see all strategies."))
    link(page, _("Show all"))
    st.stop()


def coverage(known: int, of: int) -> str:
    """On how many strategies an answer rests: «12 of 85 strategies»."""
    return _("Based on {known} {of}", known=number(known), of=ngettext("of {n} strategy", "of {n} strategies", of))


def finding(title: str, subtitle: str) -> None:
    """The heading of a chart: what it shows in words, then measure, unit, year and coverage."""
    st.subheader(title, anchor=False)
    st.caption(subtitle)


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
    shown = answer[[column.name for column in wanted]].copy()
    shown.columns = [column.label for column in wanted]
    linked = {"link": r"#(.+)$", "proof": _("source")}
    styler = shown.style.format({column.label: column.written(atlas) for column in wanted if column.kind not in linked})
    config = {
        column.label: st.column_config.LinkColumn(help=column.help, display_text=linked[column.kind])
        if column.kind in linked
        else st.column_config.Column(help=column.help)
        for column in wanted
        if column.help is not None or column.kind in linked
    }
    more = {"height": height} if height else {}
    st.dataframe(
        styler, hide_index=True, row_height=36, column_config=config, key=f"table_{name}", alt=alt,
        placeholder=missing_word(atlas), **more,
    )  # fmt: skip


def small_table(atlas: OpenDatabase, answer: pd.DataFrame, columns: Iterable[Column], alt: str) -> None:
    """A short table as real text, for screen readers, print and phones."""
    wanted = list(columns)
    shown = pd.DataFrame(
        {
            plain(column.label): [plain(column.written(atlas)(value)) for value in answer[column.name]]
            for column in wanted
        }
    )
    st.table(shown, hide_index=True, border="horizontal", alt=alt)


def source_keys(answer: pd.DataFrame) -> tuple[str, ...]:
    """The keys of all sources behind an answer: every column called source, sources or …_source(s)."""
    keys: dict[str, None] = {}
    for column in answer.columns:
        if column in ("source", "sources") or column.endswith(("_source", "_sources")):
            for value in answer[column].dropna():
                keys |= dict.fromkeys(str(value).split())
    return tuple(sorted(keys))


def download_and_sources(
    atlas: OpenDatabase, answer: pd.DataFrame, name: str, columns: Iterable[Column] | None = None
) -> None:
    """The files of what is shown, and the sources one click away."""
    sources = frame("sources", source_keys(answer))
    with st.container(horizontal=True, key=f"take_{name}"):
        files.buttons(atlas, answer, sources, name, list(columns) if columns else None)
        with st.popover(ngettext("{n} source", "{n} sources", len(sources)), key=f"sources_{name}"):
            for source in sources.to_dict("records"):
                source_line(atlas, source)


def source_line(atlas: OpenDatabase, source: dict[str, object], words: object = None) -> None:
    """One source: title with its link, publisher, date, kind, and the words that prove a figure."""
    title = plain(source["title"])
    url = source["url"]
    if isinstance(url, str):
        title = f"[{title}]({deep_link(url, words)})"
    about = [str(source["publisher"])] if isinstance(source["publisher"], str) else []
    about.append(day(source["published"]) if isinstance(source["published"], str) else _("no date of publication"))
    about.append(atlas.label("source_kinds", source["kind"]))
    if not isinstance(url, str):
        about.append(_("the document has no known address"))
    st.markdown(f"{title}  \n{plain(' · '.join(about))}")
    if isinstance(words, str) and words:
        st.markdown(f"> „{plain(words)}“")


def deep_link(url: str, words: object = None) -> str:
    """The address of a source; with the quoted words behind it the browser scrolls to them."""
    safe = quote(url, safe=":/?#[]@!$&'*+,;=%~")
    if not isinstance(words, str) or not words:
        return safe
    joint = ":~:" if "#" in safe else "#:~:"
    return f"{safe}{joint}text={quote(words, safe='').replace('-', '%2D')}"


def proof_links(rows: pd.DataFrame) -> list[str | None]:
    """For each row the address of its source, at the very words where they are known; None where it has none."""
    urls = frame("sources", tuple(sorted(set(rows["source"].dropna())))).set_index("source")["url"]
    words = rows["as_written"] if "as_written" in rows else [None] * len(rows)
    return [
        deep_link(urls[key], said) if isinstance(key, str) and isinstance(urls[key], str) else None
        for key, said in zip(rows["source"], words, strict=True)
    ]


def source_cards(atlas: OpenDatabase, figures: Iterable[tuple[str, object, object]], name: str) -> None:
    """The source card of each figure: what it is, the words that prove it and where they stand.

    In: triples of the figure in words, the quotation (or nothing) and the key of the source.
    """
    listed = [(what, words, str(key)) for what, words, key in figures if not is_missing(key)]
    if not listed:
        return
    known = frame("sources", tuple(sorted({key for _what, _words, key in listed}))).set_index("source", drop=False)
    with st.expander(_("Where each figure comes from"), key=f"cards_{name}"):
        for what, words, key in listed:
            st.markdown(f"**{plain(what)}**")
            source_line(atlas, known.loc[key].to_dict(), words)


def chart(figure: go.Figure, name: str, alt: str, on_click: bool = False) -> list[dict]:
    """Draws a chart with its words for those who do not see it; with `on_click`, the points that were clicked."""
    if not on_click:
        st.plotly_chart(figure, config=config(name), key=f"chart_{name}", alt=alt)
        return []
    drawn = st.plotly_chart(
        figure, config=config(name), key=f"chart_{name}", alt=alt, on_select="rerun", selection_mode="points"
    )
    return list(drawn["selection"]["points"])
