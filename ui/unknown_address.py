"""What an address answers that no page has: a page of our own, in the reader's language, and the status 404.

Streamlit itself gives its document for every address, opens the first page and says in English that it is none.
"""

from html import escape
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.stops import STOPS, base
from ui.texts import catalog

# Said before any page runs, when no reader's language is known: title, what happened, what can be done.
WORDS = {
    "lt": (
        "Tokio puslapio nėra",
        "Šiuo adresu atlaso puslapio nėra. Galbūt adresas nukopijuotas ne visas.",
        "Puslapiai",
    ),
    "en": ("No such page", "No page of the atlas has this address. Perhaps not all of it was copied.", "Pages"),
}
LOOK = (
    "body{font:16px/1.5 'Source Sans','Source Sans 3',sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;"
    "color-scheme:light dark;color:light-dark(#1B2A33,#E6EDF1);background:light-dark(#FFFFFF,#10181D)}"
    "a{color:light-dark(#0B6E6E,#4FB3B3)}h1{font-size:1.75rem}h2{font-size:1.15rem}"
)


class UnknownAddress:
    """Gives the page of unknown addresses in place of Streamlit's document, where no page of the menu is asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or is_page(scope["path"]):
            await self.app(scope, receive, send)
            return
        is_replaced = False

        async def replaced(message: Message) -> None:
            nonlocal is_replaced
            if message["type"] == "http.response.start":
                kind = Headers(raw=list(message["headers"])).get("content-type", "")
                is_replaced = message["status"] == 200 and kind.startswith("text/html")
            if not is_replaced:
                await send(message)

        await self.app(scope, receive, replaced)
        if is_replaced:
            chosen = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[-1]
            answer = HTMLResponse(document("en" if chosen == "en" else "lt"), 404, {"Cache-Control": "no-store"})
            await answer(scope, receive, send)


def is_page(path: str) -> bool:
    """Whether the menu has a page at this path, also below the path that a proxy leaves there."""
    paths = {f"/{stop.path}" for stop in STOPS.values()}
    asked = f"/{path.strip('/')}"
    own = f"/{asked.removeprefix(base()).strip('/')}"
    return asked in paths or own in paths


def document(language: str) -> str:
    """The page in one language: what happened, and the way to every page."""
    title, said, listed = (escape(words) for words in WORDS[language])
    query = "?lang=en" if language == "en" else ""
    links = "".join(
        f'<li><a href="{escape(base())}/{stop.path}{query}">{escape(_name(stop.title, language))}</a></li>'
        for stop in STOPS.values()
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>'
        f"<style>{LOOK}</style></head><body><main><h1>{title}</h1><p>{said}</p><h2>{listed}</h2><ul>{links}</ul></main>"
        "</body></html>"
    )


def _name(title: str, language: str) -> str:
    message = catalog().get(title)
    return str(message.string) if language == "lt" and message and message.string else title
