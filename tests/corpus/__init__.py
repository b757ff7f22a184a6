"""Bad input of every class, kept to be tried again."""

from pathlib import Path

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    """The lines of a file of the corpus, without the remark at its head."""
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
