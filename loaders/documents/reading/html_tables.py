"""Tables of a page: which hold data and which only lay the page out."""

from collections.abc import Iterator

from loaders.documents.reading.html_tree import Node

_LONG_CELL = 700
_PARTS = frozenset(("thead", "tbody", "tfoot"))


def rows_of(table: Node) -> Iterator[Node]:
    """The rows of a table, not those of tables within it; rows of a part follow it."""
    for child in table.elements():
        if child.tag == "tr":
            yield child
        elif child.tag in _PARTS:
            yield from (row for row in child.elements() if row.tag == "tr")


def is_data_table(table: Node) -> bool:
    """Whether cells are figures and names rather than pieces of a page: headings, tables within, or long texts."""
    if table.attributes.get("role", "") in ("presentation", "none"):
        return False
    rows = [[cell for cell in row.elements() if cell.tag in ("td", "th")] for row in rows_of(table)]
    widest = max((len(row) for row in rows), default=0)
    if widest < 2:
        return False
    below = [node for row in rows for cell in row for node in cell.all()]
    if any(node.tag in ("table", "h1", "article", "main") for node in below):
        return False
    if any(cell.tag == "th" for row in rows for cell in row):
        return True
    headings = sum(node.tag in ("h2", "h3", "h4") for node in below)
    long_cells = sum(cell.chars > _LONG_CELL and cell.has_blocks for row in rows for cell in row)
    return not headings and not (long_cells and len(rows) <= 2)
