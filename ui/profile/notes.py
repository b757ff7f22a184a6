"""The end notes of a printed profile: a number behind each fact, its source and the words that prove it at the end."""

import streamlit as st

from ui.answer import is_missing
from ui.session import OpenDatabase, frame
from ui.texts import _, day, plain


class EndNotes:
    """Numbers quotations and sources in the order in which the facts of the paper name them."""

    def __init__(self, atlas: OpenDatabase):
        self._atlas = atlas
        self._known = frame("sources").set_index("source", drop=False)
        self._numbers: dict[tuple[str | None, str], int] = {}

    def mark(self, source: object, words: object = None) -> str:
        """Markdown behind a fact: the number of its note, or several.

        In: the key of the source, or several separated by spaces; the quotation belongs to the first.
        """
        if is_missing(source):
            return ""
        quoted = "" if is_missing(words) else str(words)
        return self._marks([(key, "" if at else quoted) for at, key in enumerate(str(source).split())])

    def proved(self, proofs: tuple[tuple[object, object], ...]) -> str:
        """The same for pairs of quotation and sources."""
        pairs: list[tuple[str | None, str]] = []
        for words, keys in proofs:
            quoted = "" if is_missing(words) else str(words)
            pairs += [(key, "" if at else quoted) for at, key in enumerate(str(keys).split())]
        return self._marks(pairs)

    def remark(self, text: str) -> str:
        """The number of a note that says something in words of the atlas."""
        return self._marks([(None, text)])

    def _marks(self, pairs: list[tuple[str | None, str]]) -> str:
        numbers = [self._numbers.setdefault(pair, len(self._numbers) + 1) for pair in pairs]
        written = ",\u2009".join(str(number) for number in dict.fromkeys(numbers))
        return f"\u00a0:small[\\[{written}\\]]" if written else ""

    def listing(self) -> None:
        """All notes; a source that was named before is named by the number of its note."""
        st.subheader(_("Sources and quotations"), anchor=False)
        first: dict[str, int] = {}
        lines = []
        for (source, words), number in self._numbers.items():
            if source is None:
                lines.append(f"{number}\\. {plain(words)}")
                continue
            quoted = f"„{plain(words)}“ – " if words else ""
            if source in first:
                said = plain(_("source as in note {n}", n=first[source]))
            else:
                said = self._source(source)
                first[source] = number
            lines.append(f"{number}\\. {quoted}{said}")
        st.markdown("\n\n".join(lines))

    def _source(self, key: str) -> str:
        source = self._known.loc[key]
        about = [str(source["title"])]
        about += [str(source["publisher"])] if isinstance(source["publisher"], str) else []
        about.append(day(source["published"]) if isinstance(source["published"], str) else _("no date of publication"))
        about.append(self._atlas.label("source_kinds", source["kind"]))
        url = source["url"]
        where = plain(url) if isinstance(url, str) else plain(_("the document has no known address"))
        return f"{plain('; '.join(about))}; {where}"
