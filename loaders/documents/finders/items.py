"""Goals, objectives, measures and actions as one tree, from numbered, lettered, bulleted, running text and tables."""

from loaders.documents.document import Document
from loaders.documents.finders import item_tables
from loaders.documents.finders.item_labels import labelled
from loaders.documents.finders.item_lists import announce, continued, numbered, passed
from loaders.documents.finders.item_tree import tree
from loaders.documents.finders.item_walk import Walk
from loaders.documents.finding import Finding
from loaders.documents.known import Known


def find(document: Document, known: Known) -> list[Finding]:
    """Every item of the strategy in order of the document; `parent` is a position in the returned list."""
    walk = Walk(document)
    for position, block in enumerate(document.blocks):
        if block.kind == "table_row":
            walk.found += item_tables.items(document.blocks, position)
            continue
        if not (labelled(walk, block) or continued(walk, block, position) or numbered(walk, block)):
            passed(walk, block)
        announce(walk, block, position)
    return tree(walk.found)
