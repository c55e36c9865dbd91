"""Totals of tables that are not the sum of their row, and what else is wrong where columns are not, either.

A column of totals is only judged where it is right in most rows: then it is plain that it adds up the other columns
(without shares, rates and the like). Under heads of two rows it takes in the columns under the same upper head.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.table_figures import Figure, Grid
from reportlint.facts.table_sums import (
    FEWEST,
    Sum,
    WrongTotal,
    added_up,
    figures_at,
    fits,
    is_counted,
    same_unit,
    wrong_down,
)
from reportlint.facts.table_words import is_total, never_added
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.grid import Cell


@frozen
class WrongPart:
    """A figure for which both the total of its row and that of its column are off by the same.

    Attributes:
        figure: the one that is likely to be wrong.
        row: what its row is about.
        column: what its column is about.
        value: what it would have to be, in millionths.
        totals: the totals of its row and of its column.
    """

    figure: Figure
    row: str
    column: str
    value: int
    totals: tuple[Figure, Figure]


@frozen
class _Wrong:
    totals: tuple[WrongTotal, ...]
    parts: tuple[WrongPart, ...]


def wrong_totals(document: Document) -> tuple[WrongTotal, ...]:
    """All wrong totals that no other figure explains, those of columns first; one that is wrong both ways once."""
    return _wrong(document).totals


def wrong_parts(document: Document) -> tuple[WrongPart, ...]:
    """All figures that make the totals of their row and of their column wrong."""
    return _wrong(document).parts


@fact
def _wrong(document: Document) -> _Wrong:
    across = {wrong.total.span: wrong for grid in added_up(document) for wrong in _across(grid)}
    by_part = {part.span: wrong for wrong in across.values() for part in wrong.parts}
    left, parts = dict(across), []
    for wrong in wrong_down(document):
        crossing = [(part, by_part[part.span]) for part in wrong.parts if part.span in by_part]
        figure = next(((part, row) for part, row in crossing if _apart(row) == _apart(wrong)), None)
        if figure:
            part, row = figure
            left.pop(row.total.span, None)
            parts.append(WrongPart(part, row.name, wrong.name, part.value - _apart(wrong), (row.total, wrong.total)))
        elif not any(part.span in across and -_apart(across[part.span]) == _apart(wrong) for part in wrong.parts):
            left[wrong.total.span] = wrong
    return _Wrong(tuple(left.values()), tuple(parts))


def _apart(wrong: WrongTotal) -> int:
    return wrong.value - wrong.total.value


def _across(grid: Grid) -> Iterator[WrongTotal]:
    for column, others, words in _totals(grid):
        if len(others) < FEWEST or never_added(grid.heads[column]):
            continue
        sums: dict[int, Sum] = {}
        for row in range(grid.first, grid.rows + 1):
            places = [(row, other) for other in others]
            total, parts = grid.figures.get((row, column)), figures_at(grid, places)
            if total and parts and same_unit(grid, [(row, column), *places]):
                sums[row] = Sum(total, parts, fits(total, parts, counted=is_counted(grid, row, column)))
        right = sum(found.fits and found.value != 0 for found in sums.values())
        if right < FEWEST or right * 3 < len(sums) * 2:
            continue
        for row, found in sums.items():
            if not found.fits:
                yield WrongTotal(found.total, words, grid.label(row), True, found.value, found.parts)  # noqa: FBT003 - named in the record


def _totals(grid: Grid) -> Iterator[tuple[int, list[int], str]]:
    """Each column of totals, the columns it takes in, and its words; none where several totals share a head."""
    filled = {column for row, column in grid.figures if column > 1 and row >= grid.first}
    found: dict[Cell | None, list[int]] = {}
    groups: dict[Cell | None, list[int]] = {}
    for column in sorted(filled):
        upper = _upper(grid, column)
        groups.setdefault(upper, []).append(column)
        if is_total(grid.words.get((grid.first - 1, column), "")) or (upper is None and is_total(grid.heads[column])):
            found.setdefault(upper, []).append(column)
    for upper, totals in found.items():
        if len(totals) == 1 and (upper is not None or len(groups) == 1):
            yield (
                totals[0],
                [other for other in groups[upper] if other != totals[0] and grid.is_added(other)],
                grid.heads[totals[0]],
            )


def _upper(grid: Grid, column: int) -> Cell | None:
    """The head that a column shares with its neighbours; None without one."""
    for row in range(1, grid.first - 1):
        cell = grid.covers.get((row, column))
        if cell and cell.columns > 1 and cell.columns < grid.columns and cell.row + cell.rows <= grid.first - 1:
            return cell
    return None
