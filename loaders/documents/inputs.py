"""What a command was given to read, files and addresses, as bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from loaders.documents.reading import messages
from loaders.documents.reading.kinds import LARGEST
from loaders.polite.cache import Cache, default_folder
from loaders.polite.client import PoliteClient
from loaders.polite.page import NotFetched


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a document, the name of its file, and its address where it has one."""

    content: bytes
    name: str
    url: str | None = None


def contents(inputs: Sequence[str], cache: Path | None, allow_local: bool) -> Iterator[tuple[str, Content | str]]:
    """Each input with its content, or with one clear reason why it has none.

    What begins with http:// or https:// is an address; `cache` is the folder of pages read before.
    """
    client: PoliteClient | None = None
    try:
        for given in inputs:
            if not given.startswith(("http://", "https://")):
                yield given, _of_file(Path(given))
                continue
            try:
                client = client or PoliteClient(Cache(cache or default_folder()), allow_local)
                page = client.get(given)
                name = urlsplit(page.final_url).path.rpartition("/")[2]
                yield given, Content(page.content, name, page.final_url.partition("#")[0])
            except NotFetched as error:
                yield given, str(error)
            except OSError as error:
                yield given, f"the cache cannot be written: {error.strerror}: {error.filename}"
    finally:
        if client:
            client.close()


def _of_file(file: Path) -> Content | str:
    try:
        if not file.is_file():
            return "there is no such file"
        if file.stat().st_size > LARGEST:
            return messages.TOO_LARGE
        return Content(file.read_bytes(), file.name)
    except OSError as error:
        return error.strerror or "the file cannot be read"
    except ValueError:
        return "there is no such file"
