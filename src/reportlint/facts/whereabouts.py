"""Where in a draft a place is, in words that help to find it in a word processor: heading, table, part of the file."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter, itemgetter

from reportlint.document import Document, fact
from reportlint.facts.outline import outline
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.grid import Cell

_START = attrgetter("span.start")
_LONGEST = 40


@frozen
class Whereabouts:
    """Where a place is.

    Attributes:
        heading: words of the nearest heading at or before it, cut when they are long; empty without one, and outside
            the body.
        part: of the file, as in `Block.part`: "body", "box", "footnote", "endnote", "header" or "footer".
        table: number of its table in reading order, from 1; 0 outside tables.
        row: of its cell, from 1; 0 outside tables.
        column: of its cell, from 1; 0 outside tables.
    """

    heading: str = ""
    part: str = "body"
    table: int = 0
    row: int = 0
    column: int = 0


@fact
def _headings(document: Document) -> list[tuple[int, str]]:
    """Start and words of each heading, in reading order."""
    return [
        (heading.span.start, document.slice(heading.span).strip()[:_LONGEST]) for heading in outline(document).headings
    ]


@fact
def _cells(document: Document) -> list[tuple[int, int, Cell]]:
    """Start of each cell that holds text, number of its table, and the cell; in reading order, inner tables last."""
    found = [
        (cell.span.start, number, cell)
        for number, table in enumerate(document.tables, 1)
        for cell in table.cells
        if len(cell.span)
    ]
    return sorted(found, key=itemgetter(0, 1))


def whereabouts(document: Document, offset: int) -> Whereabouts:
    """Where an offset of the reading text is."""
    index = bisect_right(document.blocks, offset, key=_START) - 1
    part = document.blocks[index].part if index >= 0 else "body"
    heading = ""
    if part in {"body", "box"}:
        headings = _headings(document)
        before = bisect_right(headings, offset, key=itemgetter(0)) - 1
        heading = headings[before][1] if before >= 0 else ""
    table, cell = _innermost(document, offset)
    if cell is None:
        return Whereabouts(heading, part)
    return Whereabouts(heading, part, table, cell.row, cell.column)


def _innermost(document: Document, offset: int) -> tuple[int, Cell | None]:
    """Table and cell of an offset; a cell of an inner table is found before the one that holds it."""
    cells = _cells(document)
    index = bisect_right(cells, offset, key=itemgetter(0)) - 1
    while index >= 0:
        _, table, cell = cells[index]
        if offset <= cell.span.end:
            return table, cell
        if not document.tables[table - 1].nested:
            break
        index -= 1  # after an inner table it may still be in the cell around it
    return 0, None
