"""A reader without a browser: a session of a dashboard over the protocol that Streamlit's own pages speak.

What a browser sends on a click goes to the server, what the server sends back is read to its end, and nothing is
drawn: fifty such readers cost little more than one browser.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode, urlsplit

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets import ConnectionClosed
from websockets.asyncio.client import ClientConnection, connect

SECONDS_TO_ANSWER = 120
SAYING = ("heading", "markdown", "text", "metric", "alert", "page_link", "link_button")
"""Kinds of elements whose words a reader reads."""
SHOWING = (*SAYING, "dataframe", "table", "plotly_chart")
"""Kinds of elements that are the answer; the others are controls and space."""

Query = dict[str, str | Sequence[str]]


class NoAnswer(Exception):
    """The session ended, or the server said nothing for too long."""


@dataclass
class Answer:
    """A page as it stood when its script had ended."""

    elements: list[Element] = field(default_factory=list)
    seconds: float = 0.0
    size: int = 0

    @property
    def words(self) -> str:
        """Everything that is said, a line an element. Figures are joined by no-break spaces, as on the page."""
        said = []
        for element in self.elements:
            if (kind := element.WhichOneof("type")) in SAYING:
                part = getattr(element, kind)
                names = ("label", "body")
                said.append(" ".join(str(getattr(part, name)) for name in names if hasattr(part, name)))
        return "\n".join(said)

    @property
    def errors(self) -> list[str]:
        """Faults that a reader would see: exceptions, and words in a red box."""
        found = []
        for element in self.elements:
            kind = element.WhichOneof("type")
            if kind == "exception":
                found.append(element.exception.message or element.exception.type)
            elif kind == "alert" and element.alert.format == Alert.ERROR:
                found.append(element.alert.body)
        return found

    @property
    def content(self) -> str:
        """The digest of all words, tables and charts: the same for the same answer."""
        digest = sha256()
        for element in self.elements:
            kind = element.WhichOneof("type")
            if kind in SHOWING:
                digest.update(kind.encode() + getattr(element, kind).SerializeToString(deterministic=True))
        return digest.hexdigest()


class Visit:
    """One reader at one dashboard; `open_visit` makes it."""

    def __init__(self, connection: ClientConnection, page: str):
        self.connection = connection
        self.page = page
        self.known_as = ""
        """What the server calls the page; a part of it that has the whole drawn anew needs it."""
        self.query = ""
        self.session = ""
        self.drawn: dict[tuple[int, ...], Element] = {}
        self.parts: dict[tuple[int, ...], str] = {}
        """For each element and block the part of the page in which it stands; empty for the page itself."""
        self.states: dict[str, WidgetState] = {}

    async def go(self, page: str, query: Query | None = None) -> Answer:
        """Opens a page by its address, as a link does."""
        self.page, self.states = page, {}
        self.query = urlencode(query or {}, doseq=True)
        return await self._ask()

    async def again(self) -> Answer:
        """The same page once more, with the choices as they are."""
        return await self._ask()

    async def choose(self, key: str, labels: Sequence[str]) -> Answer:
        """Takes these of the options that a list shows; `key` is that of the control.

        Raises KeyError where the page has no such list.
        """
        path, control = self._list(key)
        state = WidgetState(id=control.multiselect.id)
        state.string_array_value.data.extend(labels)
        self.states[control.multiselect.id] = state
        return await self._ask(self.parts[path])

    def has(self, key: str) -> bool:
        """Whether the page has a list of several choices of that key."""
        return f"choice_{key}" in self._lists()

    def options(self, key: str) -> list[str]:
        """The options that the list of that key shows."""
        return list(self._list(key)[1].multiselect.options)

    def _list(self, key: str) -> tuple[tuple[int, ...], Element]:
        return self._lists()[f"choice_{key}"]

    def _lists(self) -> dict[str, tuple[tuple[int, ...], Element]]:
        """The lists of several choices with their paths, by their keys, which Streamlit writes at the end of ids."""
        lists = [(path, each) for path, each in self.drawn.items() if each.WhichOneof("type") == "multiselect"]
        return {each.multiselect.id.rpartition("-")[2]: (path, each) for path, each in lists}

    async def _ask(self, part: str = "") -> Answer:
        """Asks for the page, or as a browser does, for the part of it in which a choice was made."""
        asked = BackMsg()
        asked.rerun_script.fragment_id = part
        asked.rerun_script.query_string = self.query
        asked.rerun_script.page_name = self.page
        if part:
            asked.rerun_script.page_script_hash = self.known_as
        asked.rerun_script.widget_states.widgets.extend(self.states.values())
        asked.rerun_script.context_info.timezone = "Europe/Vilnius"
        asked.rerun_script.context_info.locale = "lt-LT"
        began = time.perf_counter()
        try:
            await self.connection.send(asked.SerializeToString())
            async with asyncio.timeout(SECONDS_TO_ANSWER):
                answer = await self._read()
        except (TimeoutError, ConnectionClosed) as error:
            raise NoAnswer(f"{self.page}?{self.query}: {type(error).__name__}") from error
        answer.seconds = time.perf_counter() - began
        return answer

    async def _read(self) -> Answer:
        """Messages up to the one that says that the script has ended."""
        drawn: dict[tuple[int, ...], Element] = {}
        parts: dict[tuple[int, ...], str] = {}
        asked: set[str] = set()
        size = 0
        async for received in self.connection:
            size += len(received)
            message = ForwardMsg.FromString(received)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.session = message.new_session.initialize.session_id
                asked = set(message.metadata.run.fragment_ids)
                drawn.clear()
                parts.clear()
            elif kind == "navigation":
                self.known_as = message.navigation.page_script_hash
            elif kind == "page_info_changed":
                self.query = message.page_info_changed.query_string.removeprefix("?")
            elif kind == "delta":
                path = tuple(message.metadata.delta_path)
                parts[path] = message.delta.fragment_id
                if message.delta.WhichOneof("type") == "new_element":
                    drawn[path] = message.delta.new_element
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                # The block of a part is the first thing in it. What stood there is gone, all else stays.
                blocks = [next(path for path, part in parts.items() if part == each) for each in asked]
                if asked:
                    drawn = _outside(self.drawn, blocks) | drawn
                    parts = _outside(self.parts, blocks) | parts
                self.drawn, self.parts = drawn, parts
                return Answer([drawn[path] for path in sorted(drawn)], size=size)
        raise NoAnswer(f"{self.page}?{self.query}: the server closed the session")


def _outside(known: dict[tuple[int, ...], Any], blocks: Sequence[tuple[int, ...]]) -> dict[tuple[int, ...], Any]:
    """What does not stand within these blocks, by its path."""
    return {path: each for path, each in known.items() if not any(path[: len(block)] == block for block in blocks)}


@asynccontextmanager
async def open_visit(url: str, cookie: str = "", session: str = "") -> AsyncIterator[Visit]:
    """A new session at the dashboard of that address, until the block ends; or `session` taken up again.

    Raises OSError where nobody answers, websockets.InvalidHandshake where the session is refused.
    """
    host = urlsplit(url)
    protocols = ["streamlit", *(["none", session] if session else [])]
    async with connect(
        f"ws://{host.netloc}/_stcore/stream",
        origin=url,
        subprotocols=protocols,
        additional_headers={"Cookie": cookie} if cookie else {},
        compression=None,
        max_size=None,
        open_timeout=SECONDS_TO_ANSWER,
    ) as connection:
        yield Visit(connection, "")
