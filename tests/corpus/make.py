"""Writes the corpus anew: `python -m tests.corpus.make`."""

from collections.abc import Iterator
from pathlib import Path

from tests.corpus import HERE, documents, geojson, records, tables

CLASSES = {
    "yaml": records.bad,
    "csv": tables.bad,
    "geojson": geojson.bad,
    "documents": documents.bad,
}


def written() -> Iterator[Path]:
    """The path of every file, after it was written."""
    for folder, bad in CLASSES.items():
        (HERE / folder).mkdir(exist_ok=True)
        for name, content in bad():
            path = HERE / folder / name
            path.write_bytes(content)
            yield path


if __name__ == "__main__":
    print(f"{len(list(written()))} files")
