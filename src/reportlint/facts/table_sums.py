"""Totals of tables that are not the sum of their column or row.

A total is only judged where nothing but figures that may be added up stands in its line, and where it is plain which of
them it takes in: with 小计 either the sums or their parts, and above or below it. What is measured may be rounded.
Source of the practice: tables of statistical bulletins; 《党政机关公文处理工作条例》第二十条 (复核数字).
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.numerals import ONE
from reportlint.facts.table_figures import Figure, Grid, is_total, laid_out, never_added
from reportlint.text import Pattern
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_COUNTED = frozenset("件个名人户次场份项条篇处家所座台辆只头棵盏套批期届村")
"""Units of what is counted one by one and never rounded."""

_COUNTS = Pattern(r"(?:件|人|户|次|场|份|项|条|篇|处|家|个|名)?数(?:量|目)?$|件$|人员$|人口$|票$")
_PARTIAL = Pattern(r"其中|^[\s　]+|^[（(]?[一二三四五六七八九十\d]+[）)、.．]|^——?|^[-•·]")
"""A row that may be a part of the one above, or the head of those below."""

_FEWEST = 2
_MOST_APART = 5
"""A fifth: a total that differs more from the sum of its column is likely to be the total of something else."""


@frozen
class WrongTotal:
    """A total that its line does not add up to.

    Attributes:
        total: the figure.
        label: what its line is called: 合计, 小计…
        name: what the added line is about: the head of the column, or the label of the row.
        across: whether a row is added up.
        value: what the figures add up to, in millionths.
        parts: the figures that were added.
    """

    total: Figure
    label: str
    name: str
    across: bool
    value: int
    parts: tuple[Figure, ...]


@frozen
class _Sum:
    """A total with the figures that it should be the sum of, and whether it is."""

    total: Figure
    parts: tuple[Figure, ...]
    fits: bool

    @property
    def value(self) -> int:
        return sum(part.value for part in self.parts)


@fact
def wrong_totals(document: Document) -> tuple[WrongTotal, ...]:
    """All wrong totals, table by table."""
    return tuple(wrong for grid in laid_out(document) for wrong in (*_down(grid), *_across(grid)))


def _down(grid: Grid) -> Iterator[WrongTotal]:
    """Totals of columns; one that is far off counts only if it is a slip beside one that is right.

    Otherwise it may be the total of something else, or of what was counted more than once.
    """
    labels = {row: grid.label(row) for row in range(grid.heads + 1, grid.rows + 1)}
    kinds = {row: _kind(label) for row, label in labels.items()}
    columns = [column for column in range(2, grid.columns + 1) if grid.is_added(column)]
    if any(_PARTIAL.search(label) for row, label in labels.items() if not kinds[row]):
        return
    for row in [row for row, kind in kinds.items() if kind]:
        readings = _readings(kinds, row)
        sums = {column: found for column in columns if (found := _sum(grid, row, column, readings))}
        right = any(found.fits for found in sums.values())
        for column, found in sums.items():
            if not found.fits and (_is_near(found) or (right and _is_slip(found))):
                yield WrongTotal(found.total, labels[row], grid.head(column), False, found.value, found.parts)  # noqa: FBT003 - named in the record


def _kind(label: str) -> str:
    """What a row is: "part" (小计), "whole" (合计), or nothing."""
    if not is_total(label):
        return ""
    return "part" if label.startswith("小计") else "whole"


def _readings(kinds: dict[int, str], row: int) -> list[list[int]]:
    """The rows that a total may take in, in every way that it can be read; none where that is not plain."""
    before = [other for other in kinds if other < row]
    after = [other for other in kinds if other > row]
    if kinds[row] == "part":
        # Where rows stand above the first 小计, each sums up what is above it.
        closes = not next(iter(kinds.values()))
        reading = _until(kinds, reversed(before)) if closes else _until(kinds, after)
        return [reading] if len(reading) >= _FEWEST else []
    rows = before if any(not kinds[other] for other in before) else after
    if any(kinds[other] == "whole" for other in rows):
        return []
    plain = [other for other in rows if not kinds[other]]
    parts = [other for other in rows if kinds[other] == "part"]
    return [reading for reading in (plain, parts) if len(reading) >= _FEWEST]


def _until(kinds: dict[int, str], rows: Iterable[int]) -> list[int]:
    """Rows up to the next total."""
    found = []
    for row in rows:
        if kinds[row]:
            break
        found.append(row)
    return found


def _sum(grid: Grid, row: int, column: int, readings: list[list[int]]) -> _Sum | None:
    """A total of a column and what it adds up to; None where that cannot be told."""
    total = grid.figures.get((row, column))
    if total is None:
        return None
    sums = []
    for reading in readings:
        parts = [grid.figures.get((other, column)) for other in reading]
        units = {grid.unit(other, column) for other in (row, *reading) if (other, column) in grid.figures}
        if None in parts or len(units) > 1:
            return None
        figures = tuple(part for part in parts if part is not None)
        counted = _is_counted(grid, row, column)
        sums.append(_Sum(total, figures, _fits(total, figures, counted=counted)))
    fitting = [found for found in sums if found.fits]
    # Where it can be read in two ways and fits neither, nobody knows which figure is wrong.
    return fitting[0] if fitting else sums[0] if len(sums) == 1 else None


def _is_counted(grid: Grid, row: int, column: int) -> bool:
    unit, head = grid.unit(row, column), grid.head(column)
    return unit[:1] in _COUNTED if unit else _COUNTS.search(head) is not None


def _fits(total: Figure, parts: Sequence[Figure], *, counted: bool) -> bool:
    """Whether figures add up to a total, each rounded to its last digit unless it is a count in whole numbers."""
    apart = abs(sum(part.value for part in parts) - total.value)
    places = [figure.place for figure in (total, *parts)]
    if counted and all(place == ONE for place in places):
        return apart == 0
    # Half of the last digit of each; nobody adds up more exactly than that.
    return 2 * apart <= sum(places)


def _is_near(found: _Sum) -> bool:
    return abs(found.value - found.total.value) * _MOST_APART <= max(abs(found.value), abs(found.total.value))


def _is_slip(found: _Sum) -> bool:
    """Whether the total differs from the sum by one digit, as after a slip of the finger."""
    one, other = str(found.value), str(found.total.value)
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _across(grid: Grid) -> Iterator[WrongTotal]:
    """Totals of rows, in a column of totals that is right in most rows."""
    totals = [column for column in range(2, grid.columns + 1) if is_total(grid.head(column))]
    if len(totals) != 1 or grid.heads != 1:
        return
    column = totals[0]
    others = [
        other
        for other in range(2, grid.columns + 1)
        if other != column and any((row, other) in grid.figures for row in range(2, grid.rows + 1))
    ]
    if len(others) < _FEWEST or any(never_added(grid.head(other)) for other in others):
        return
    sums: dict[int, _Sum] = {}
    for row in range(2, grid.rows + 1):
        total, parts = grid.figures.get((row, column)), [grid.figures.get((row, other)) for other in others]
        units = {grid.unit(row, other) for other in (column, *others) if (row, other) in grid.figures}
        if total is None or None in parts or len(units) > 1:
            continue
        figures = tuple(part for part in parts if part is not None)
        sums[row] = _Sum(total, figures, _fits(total, figures, counted=_is_counted(grid, row, column)))
    right = sum(found.fits for found in sums.values())
    if right < _FEWEST or right * 3 < len(sums) * 2:
        return
    for row, found in sums.items():
        if not found.fits:
            yield WrongTotal(found.total, grid.head(column), grid.label(row), True, found.value, found.parts)  # noqa: FBT003 - named in the record
