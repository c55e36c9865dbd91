"""Tables of a draft: which stretch of the reading text stands in which row and column."""

from __future__ import annotations

from reportlint.text import Span
from reportlint.text.frozen import frozen


@frozen
class Cell:
    """One cell of a table.

    Attributes:
        row: its row, from 1; of a merged cell the first.
        column: its column in the grid, from 1, merged cells counted with all the columns they take.
        span: its reading text; empty, at the place where it would stand, for a cell without text.
        rows: how many rows it takes.
        columns: how many columns it takes.
    """

    row: int
    column: int
    span: Span
    rows: int = 1
    columns: int = 1


@frozen
class Table:
    """One table.

    Attributes:
        cells: in reading order; a cell that a merged one covers is none of its own.
        nested: whether it stands in a cell of another table.
    """

    cells: tuple[Cell, ...]
    nested: bool = False
