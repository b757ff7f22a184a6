"""What a page has loaded for good is kept out of the garbage collection that Streamlit asks for after every rerun."""

import gc
from threading import Lock

_settled: set[str] = set()
_settling = Lock()


def settle(page: str) -> None:
    """After the first drawing of a page takes all that lives, its modules foremost, out of the collector's reach.

    What a session leaves in cycles at such a moment is never freed: at most that of a few readers, once for each page.
    """
    if page in _settled:
        return
    with _settling:
        if page not in _settled:
            _settled.add(page)
            gc.collect()
            gc.freeze()
