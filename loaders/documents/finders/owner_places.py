"""Where items, projects and calls are named, and which of them a whole document is about."""

from loaders.documents.document import Block, Document
from loaders.documents.finders.passages import even
from loaders.documents.finding import Finding

_LONGEST_LIST = 30


def start_of(document: Document, finding: Finding) -> int:
    """Where in its block an item, project or call is named."""
    text = document.blocks[finding.place.line - 1].text
    name = str(finding.values.get("title") or finding.as_written)
    return max(0, text.find(name[:60]), text.find(finding.as_written[:40]) if name[:60] not in text else 0)


def subject_of(document: Document, structure: list[Finding]) -> int | None:
    """The one project that the title or first heading names: then all of the document speaks of it."""
    projects = [at for at, one in enumerate(structure) if one.field == "project"]
    if len(projects) != 1 or any(one.field == "call" and one.values.get("opened") for one in structure):
        return None
    first = next((block.text for block in document.blocks if block.kind == "heading"), "")
    title = even(str(structure[projects[0]].values["title"]))
    return projects[0] if title in even(document.title) or title in even(first) else None


def lead_of(blocks: tuple[Block, ...], line: int) -> str:
    """The evened line that announces the list in which a block stands; empty where there is none."""
    for block in reversed(blocks[max(0, line - 1 - _LONGEST_LIST) : line - 1]):
        if block.kind != "list_item":
            return even(block.text) if block.text.rstrip().endswith(":") else ""
    return ""
