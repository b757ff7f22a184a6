"""Which items of a list go together: by their codes, and by what they say."""

import re

from loaders.documents.finders.item_tree import Candidate
from loaders.documents.finders.passages import even


def is_deed(text: str) -> bool:
    """Whether a nested item says what is to be done: it begins with an infinitive or names a doing."""
    plain = even(text)
    return (
        bool(re.match(r"\w{3,}ti(?:s)? ", plain) or re.search(r"\w(?:imas|ymas|pletra|kurimas)\b", plain))
        and ":" not in text
    )


def follows(last: str, code: str) -> bool:
    """Whether a code is the next one of a list."""
    if last.isdigit() and code.isdigit():
        return int(code) == int(last) + 1
    if len(last) == len(code) == 1:
        return ord(code) == ord(last) + 1
    return last.rpartition(".")[0] == code.rpartition(".")[0] or last < code


def is_beside(item: Candidate, code: str) -> bool:
    """Whether an item has a code of the same list: 1.1 beside 1.2."""
    other = item.code or ""
    return "." in other and other.count(".") == code.count(".") and other.rpartition(".")[0] == code.rpartition(".")[0]
