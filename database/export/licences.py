"""Under which licence each file stands."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("licence_texts")


@dataclass(frozen=True)
class Licence:
    """A licence as catalogues name it; `text` is the file of its full words."""

    name: str
    title: str
    address: str
    text: Path


DATA = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
    FOLDER / "CC-BY-4.0.txt",
)
BORDERS = Licence(
    "GPL-2.0-or-later",
    "GNU General Public License, version 2 or later",
    "https://www.gnu.org/licenses/old-licenses/gpl-2.0.html",
    FOLDER / "GPL-2.0.txt",
)
"""Of the generalised borders alone: data/boundaries/README.md says where they come from."""

BOTH = (DATA, BORDERS)
