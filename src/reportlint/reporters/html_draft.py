"""A draft as a part of an HTML page: its blocks as headings, paragraphs, lists, tables and notes, findings marked.

The words of the part are the reading text, character for character (see `html_text.prose`). What the page adds, the
numbers of lines and findings and the names of notes and text boxes, stands in attributes, for the style sheet to show.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import attrgetter

from reportlint.document import Block
from reportlint.facts.outline import outline
from reportlint.reporters.html_text import prose, words
from reportlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.document import Document
    from reportlint.grid import Cell, Table
    from reportlint.reporters.html_marks import Painter
    from reportlint.reporting import ReportOptions

DEEPEST = 8
"""Tables in tables in tables…: further ones are shown as paragraphs."""

_WIDEST = 1000
"""Rows and columns a cell may take: what browsers allow, and more than any page shows."""

_TITLE = 0
_FIRST_HEADING = 4  # the page's own headings take three levels
_LAST_HEADING = 6
_START = attrgetter("span.start")
_END = attrgetter("span.end")
_PARTS = {
    "box": ("文本框", "Text box"),
    "footnote": ("脚注", "Footnotes"),
    "endnote": ("尾注", "Endnotes"),
    "header": ("页眉", "Header"),
    "footer": ("页脚", "Footer"),
}


def stretches(document: Document) -> list[Block]:
    """The blocks of a document, and what stands between them and is more than white space, as paragraphs."""
    found: list[Block] = []
    here = 0
    for block in document.blocks:
        _add_between(document, here, block.span.start, found)
        found.append(block)
        here = block.span.end
    _add_between(document, here, len(document.text), found)
    return found


def _add_between(document: Document, start: int, end: int, found: list[Block]) -> None:
    between = document.text[start:end]
    kept = between.strip()
    if kept:
        begin = start + between.index(kept)
        found.append(Block("paragraph", Span(begin, begin + len(kept))))


class Draft:
    """Writes one draft, once."""

    def __init__(self, document: Document, blocks: Sequence[Block], painter: Painter, options: ReportOptions) -> None:
        self._document = document
        self._blocks = blocks
        self._painter = painter
        self._options = options
        self._levels = dict(_levels(document))
        self._open: list[int] = []
        self._tables = [
            (number, table.cells, max(cell.span.end for cell in table.cells))
            for number, table in enumerate(document.tables, 1)
            if _drawable(table)
        ][::-1]

    def pieces(self) -> Iterator[str]:
        """The content of the draft in pieces; what ends a line in it is a character of the draft."""
        if not self._blocks:
            yield f'<p class="block">{self._painter.paint(0, 0)}</p>'
        yield from self._flow(0, len(self._document.text), 0)

    def _flow(self, start: int, end: int, depth: int) -> Iterator[str]:
        """A stretch of the text: tables in it as tables, everything else as blocks."""
        while table := self._next_table(start, end, depth):
            number, cells, stop = table
            yield from self._run(start, cells[0].span.start)
            yield from self._table(number, cells, stop, depth)
            start = stop
        yield from self._run(start, end)

    def _next_table(self, start: int, end: int, depth: int) -> tuple[int, Sequence[Cell], int] | None:
        """Number, cells and end of the next table of a stretch; one that begins before is shown by its paragraphs."""
        if depth > DEEPEST:
            return None
        while self._tables and self._tables[-1][1][0].span.start < start:
            self._tables.pop()
        return self._tables.pop() if self._tables and self._tables[-1][2] <= end else None

    def _table(self, number: int, cells: Sequence[Cell], stop: int, depth: int) -> Iterator[str]:
        label = self._options.choose(f"表 {number}", f"Table {number}")
        yield f'<div class="table" role="group" tabindex="0" aria-label="{label}" data-label="{label}"><table>'
        row = 0
        for index, cell in enumerate(cells):
            if cell.row != row:
                skipped = min(max(0, cell.row - row - 1), _WIDEST)
                yield ("</tr>" if row else "") + "<tr></tr>" * skipped + "<tr>"
                row = cell.row
            yield f"<td{_taking('rowspan', cell.rows)}{_taking('colspan', cell.columns)}>"
            # What divides two cells in the text can only stand in the first of them. A cell that goes on in the next
            # row may have its end there, behind other cells.
            end = cells[index + 1].span.start if index + 1 < len(cells) else stop
            yield from self._flow(cell.span.start, end, depth + 1)
            yield "</td>"
        yield "</tr></table></div>"

    def _run(self, start: int, end: int) -> Iterator[str]:
        """A stretch without tables: one block after the other, and the white space between them."""
        first, last = bisect_right(self._blocks, start, key=_END), bisect_left(self._blocks, end, key=_START)
        part = "body"
        for index in range(first, last):
            block = self._blocks[index]
            begin, stop = max(start, block.span.start), min(end, block.span.end)
            yield self._between(start, begin)
            if block.part != part:
                yield ("</div>" if part != "body" else "") + self._opening(block.part)
                part = block.part
            yield self._block(block, begin, stop)
            start = stop
        yield "</div>" if part != "body" else ""
        yield self._between(start, end)

    def _between(self, start: int, end: int) -> str:
        return prose(self._document.text[start:end]) if start < end else ""

    def _opening(self, part: str) -> str:
        if part == "body":
            return ""
        label = words(self._options.choose(*_PARTS.get(part, (part, part))))
        return f'<div class="part part-{words(part)}" role="group" aria-label="{label}" data-label="{label}">'

    def _block(self, block: Block, begin: int, stop: int) -> str:
        document = self._document
        number = f' data-line="{document.start_place(block.span).line}"' if begin == block.span.start else ""
        content = self._painter.paint(begin, stop)
        level = self._levels.get(begin, block.level or 1 if block.kind == "heading" else None)
        if level is None:
            return f'<p class="block {words(block.kind)}"{number}>{content}</p>'
        if level == _TITLE:
            depth, kind = 0, "title"
        else:
            while self._open and self._open[-1] >= level:
                self._open.pop()
            depth, kind = len(self._open), "heading"
            self._open.append(level)
        tag = f"h{min(_FIRST_HEADING + depth, _LAST_HEADING)}"
        return f'<{tag} class="block {kind}"{number}>{content}</{tag}>'


def _levels(document: Document) -> Iterator[tuple[int, int]]:
    """Start of each block that is a heading as a whole, and its level; the title of the report has level 0."""
    shape = outline(document)
    for heading in shape.headings:
        block = document.block_at(heading.span.start)
        if block and not heading.run_in:
            yield block.span.start, 1 + heading.level
    title = document.block_at(shape.title.start) if shape.title else None
    if title:
        yield title.span.start, _TITLE


def _drawable(table: Table) -> bool:
    """Whether a table has words, and its cells begin in the order of rows and of the text, as an HTML table needs."""
    return any(len(cell.span) for cell in table.cells) and all(
        before.span.start <= after.span.start and (before.row, before.column) < (after.row, after.column)
        for before, after in pairwise(table.cells)
    )


def _taking(name: str, count: int) -> str:
    return f' {name}="{min(count, _WIDEST)}"' if count > 1 else ""
