"""The sources of a section: a number behind each fact, and the numbered list at the foot."""

import streamlit as st

from ui import answer
from ui.session import OpenDatabase, frame
from ui.texts import _, day, plain


class Citations:
    """Numbers the sources of a section in the order in which its facts name them."""

    def __init__(self, atlas: OpenDatabase):
        self._atlas = atlas
        self._known = frame("sources").set_index("source", drop=False)
        self._numbers: dict[str, int] = {}

    def mark(self, source: object, words: object = None) -> str:
        """Markdown behind a fact: the words that prove it, and the number of the source, a link where there is one.

        In: the key of the source, or several separated by spaces; the quotation belongs to the first.
        """
        if answer.is_missing(source):
            return ""
        quoted = "" if answer.is_missing(words) else f" „{plain(words)}“"
        marks = []
        for at, key in enumerate(str(source).split()):
            number = self._numbers.setdefault(key, len(self._numbers) + 1)
            url = self._known["url"].get(key)
            shown = f"\\[{number}\\]"
            marks.append(
                f"[{shown}]({answer.deep_link(url, None if at else words)})" if isinstance(url, str) else shown
            )
        return f"{quoted} {' '.join(marks)}"

    def listing(self) -> None:
        """The numbered list of the sources that were named, at the foot of the section."""
        if not self._numbers:
            return
        lines = [f"{number}\\. {self._line(key)}" for key, number in self._numbers.items()]
        st.markdown("  \n".join(f":small[{line}]" for line in [f"**{_('Sources')}**", *lines]))

    def _line(self, key: str) -> str:
        source = self._known.loc[key]
        url = source["url"]
        title = plain(source["title"])
        about = [
            source["publisher"],
            day(source["published"]) if isinstance(source["published"], str) else None,
        ]
        about.append(self._atlas.label("source_kinds", source["kind"]))
        if not isinstance(url, str):
            about.append(_("the document has no known address"))
        linked = f"[{title}]({answer.deep_link(url)})" if isinstance(url, str) else title
        return f"{linked} · {plain(' · '.join(part for part in about if isinstance(part, str)))}"


def bullets(lines: list[str]) -> None:
    """A list of facts as real text; a line that is set in by four spaces belongs to the fact above it."""
    st.markdown("\n".join(f"    - {line.strip()}" if line.startswith("    ") else f"- {line}" for line in lines))
