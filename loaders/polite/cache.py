"""Pages that were read before, so that a server need only say that nothing has changed."""

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was read, with what its server calls that state of it."""

    content: bytes
    content_type: str
    etag: str | None
    last_modified: str | None

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only where it has changed."""
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in told.items() if value}


def default_folder() -> Path:
    """The folder of this user's caches, outside of the data."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "vvg-atlasas" / "pages"


class Cache:
    """A folder of pages by address; a page that is damaged is as if it were not there."""

    def __init__(self, folder: Path):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder

    def get(self, url: str) -> Kept | None:
        """The page of an address as it was kept."""
        try:
            head, _, content = self._file(url).read_bytes().partition(b"\n")
            told = json.loads(head)
            if told["url"] != url or told["digest"] != hashlib.sha256(content).hexdigest():
                return None
            return Kept(content, told["content_type"], told["etag"], told["last_modified"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, url: str, kept: Kept) -> None:
        """Keeps a page whose server can say later whether it has changed; a full disk keeps none."""
        if not kept.conditions():
            return
        told = {"url": url, "digest": hashlib.sha256(kept.content).hexdigest(), "content_type": kept.content_type}
        head = json.dumps(told | {"etag": kept.etag, "last_modified": kept.last_modified}).encode()
        with contextlib.suppress(OSError), tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as draft:
            try:
                draft.write(head + b"\n" + kept.content)
                draft.flush()
                Path(draft.name).replace(self._file(url))
            finally:
                Path(draft.name).unlink(missing_ok=True)

    def _file(self, url: str) -> Path:
        return self._folder / f"{hashlib.sha256(url.encode()).hexdigest()[:40]}.page"
