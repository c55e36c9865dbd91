"""Tables of a Word document: which cell of which grid a paragraph stands in."""

from __future__ import annotations

from reportlint.word.story import Cell, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_COLUMNS = 1000
"""Word itself allows 63."""


class _Open:
    """A table that has begun: where its next cell stands, and which cells go on downwards."""

    __slots__ = ("cells", "column", "deleted", "merged", "row", "table")

    def __init__(self, table: Table) -> None:
        self.table = table
        self.row = 0
        self.column = 1
        self.merged: dict[int, Cell] = {}
        self.cells: list[Cell] = []
        self.deleted = False


class Tables:
    """The tables that are open at a place."""

    __slots__ = ("_open",)

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def cell(self) -> Cell | None:
        """The innermost cell that is open."""
        if not self._open:
            return None
        return self._open[-1].cells[-1] if self._open[-1].cells else self._open[-1].table.outer

    @property
    def deleted(self) -> bool:
        """Whether the row that is open is a tracked deletion."""
        return bool(self._open) and self._open[-1].deleted

    def begin(self) -> Table:
        """A table begins."""
        made = Table(self.cell)
        self._open.append(_Open(made))
        return made

    def end(self) -> None:
        """It ends."""
        if self._open:
            self._open.pop()

    def begin_row(self) -> None:
        """A row begins."""
        if self._open:
            table = self._open[-1]
            table.row += 1
            table.column = 1
            table.deleted = False

    def delete_row(self) -> None:
        """The row that is open is a tracked deletion: no row of the finished table."""
        if self._open and not self._open[-1].deleted:
            self._open[-1].deleted = True
            self._open[-1].row -= 1

    def begin_cell(self) -> None:
        """A cell begins."""
        if self._open:
            table = self._open[-1]
            made = Cell(table.table, table.row, table.column)
            table.cells.append(made)
            table.table.cells.append(made)

    def end_cell(self) -> None:
        """It ends."""
        if self._open and self._open[-1].cells:
            table = self._open[-1]
            table.column = min(table.column + table.cells.pop().columns, MOST_COLUMNS)

    def say(self, name: str, attributes: Mapping[str, str]) -> None:
        """A property of the cell or row that is open: how wide it is, whether it is merged with the one above."""
        if not self._open:
            return
        table, value = self._open[-1], attributes.get("val", "")
        if name == "gridBefore":
            table.column += _count(value)
        elif table.cells and name == "gridSpan":
            table.cells[-1].columns = max(1, _count(value))
        elif table.cells and name == "vMerge":
            cell = table.cells[-1]
            above = table.merged.get(cell.column)
            if value == "restart" or above is None or above.row + above.rows != cell.row:
                table.merged[cell.column] = cell
            elif table.table.cells[-1] is cell:
                # It is no cell of its own; what may stand in it is not shown, and belongs to none.
                above.rows += 1
                table.table.cells.pop()


def _count(value: str) -> int:
    return min(int(value), MOST_COLUMNS) if value.isascii() and value.isdigit() and len(value) < 6 else 0  # noqa: PLR2004 - digits of a number that may be a count
