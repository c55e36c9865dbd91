"""Tables of a draft: those its format knows, and those that plain text draws with tabs or bars."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.grid import Cell, Table
from reportlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import Block

FEWEST_LINES = 3
"""Lines of a drawn table: a head and two rows."""

_BARS = "\t|｜"
_BLANKS = " \u3000\r"
_RULE = "-:|+=—─┼ \t\u3000\r"
"""The line under the head of a table of Markdown has nothing but these: it is no row."""


@fact
def grids(document: Document) -> tuple[Table, ...]:
    """All tables, those of the format first, each group in reading order."""
    if not any(bar in document.text for bar in _BARS):
        return document.tables
    return (*document.tables, *_drawn(document))


def _drawn(document: Document) -> Iterator[Table]:
    """Runs of lines that have the same sign the same number of times."""
    run: list[list[Span]] = []
    sign = ""
    for block in document.blocks:
        here, cells = _cells(document, block)
        if run and here == sign and _is_rule(document.slice(block.span)):
            continue
        if run and (here != sign or len(cells) != len(run[0])):
            if len(run) >= FEWEST_LINES:
                yield _table(run)
            run = []
        sign = here
        if here:
            run.append(cells)
    if len(run) >= FEWEST_LINES:
        yield _table(run)


def _is_rule(line: str) -> bool:
    return "--" in line and not line.strip(_RULE)


def _cells(document: Document, block: Block) -> tuple[str, list[Span]]:
    """The sign that divides a line, and what stands between."""
    line = document.slice(block.span) if block.kind == "paragraph" else ""
    # Blank cells at the ends of a line leave nothing but tabs there.
    inner = line.strip(_BLANKS)
    sign = next((bar for bar in _BARS if bar in inner), "")
    if not sign or not line.strip():
        return "", []
    start, end = block.span.start, block.span.end
    if sign != "\t" and len(inner) > 1 and inner.startswith(sign) and inner.endswith(sign):
        start += line.index(inner) + 1
        end = block.span.start + len(line.rstrip(_BLANKS)) - 1
    cells: list[Span] = []
    for words in document.text[start:end].split(sign):
        cells.append(Span(start, start + len(words)))
        start += len(words) + 1
    return sign, cells


def _table(rows: list[list[Span]]) -> Table:
    return Table(
        tuple(Cell(row, column, span) for row, cells in enumerate(rows, 1) for column, span in enumerate(cells, 1))
    )
