"""Invented documents made by hand from plain lines, to try finders without a reader."""

from loaders.documents.document import Block, Document, Place


def page(text: str, title: str = "", publisher: str | None = None) -> Document:
    """A document of one block a line: "# " begins a heading, "- " an item of a list, " | " parts cells of a table.

    The first row of a table is its head, where it has more than two cells.
    """
    blocks: list[Block] = []
    heading: str | None = None
    header: tuple[str, ...] = ()
    for number, line in enumerate(text.strip().splitlines(), 1):
        line = line.strip()
        place = Place(number, heading=heading)
        cells = tuple(cell.strip() for cell in line.split("|")) if " | " in line else ()
        if cells:
            blocks.append(Block("table_row", line, place, cells=cells, header=header))
            header = header or (cells if len(cells) > 2 else ())
            continue
        header = ()
        if line.startswith("# "):
            heading = line[2:]
            blocks.append(Block("heading", heading, place, level=1))
        elif line.startswith("- "):
            blocks.append(Block("list_item", line[2:], place, level=1, marker="–"))
        else:
            blocks.append(Block("paragraph", line, place))
    return Document("text", title, tuple(blocks), publisher)
