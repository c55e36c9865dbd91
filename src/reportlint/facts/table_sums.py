"""Totals of tables that are not the sum of their column.

A total is only judged where nothing but figures that may be added up stands in its line, and where it is plain which of
them it takes in: with 小计 either the sums or their parts, above or below it. Rows on different levels are never added
up against a total. What is measured may be rounded.
Source of the practice: tables of statistical bulletins; 《党政机关公文处理工作条例》第二十条 (复核数字).
"""

from __future__ import annotations

from itertools import accumulate

from reportlint.document import Document, fact
from reportlint.facts.numerals import ONE
from reportlint.facts.part_words import feature
from reportlint.facts.table_captions import in_per_cent
from reportlint.facts.table_figures import Figure, Grid, laid_out
from reportlint.facts.table_nesting import may_hold_parts
from reportlint.facts.table_words import is_item, is_total, never_added, says_total
from reportlint.text import Pattern
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_COUNTED = frozenset("件个名人户次场份项条篇处家所座台辆只头棵盏套批期届村")
"""Units of what is counted one by one and never rounded."""

_COUNTS = Pattern(r"(?:件|人|户|次|场|份|项|条|篇|处|家|个|名)?数(?:量|目)?$|件$|人员$|人口$|票$")

FEWEST = 2
"""Figures that are a sum, and totals that must be right before others are called wrong."""

_SUMS = frozenset({"whole", "other"})
_APART = frozenset({"", "done", "pending", "partly", "grade"})
_OVERLAPPING = frozenset({"need", "mark", "role", "living", "owner", "loan", "sector"})
"""Features as in `part_words`; those of a list in words are told apart with more care than is needed here."""

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
class Sum:
    """A total with the figures that it should be the sum of, whether it is, and of a column the rows they stand in."""

    total: Figure
    parts: tuple[Figure, ...]
    fits: bool
    rows: tuple[int, ...] = ()

    @property
    def value(self) -> int:
        """What the figures add up to."""
        return sum(part.value for part in self.parts)


@frozen
class _Rows:
    """Rows of a table, by what they are.

    Attributes:
        numbers: all of them.
        kinds: "whole" (合计), "part" (小计), "other" for what speaks of a sum otherwise (东片小计), or nothing.
        closes: whether each 小计 sums up what is above it, as far as it can be told.
        opens: whether each sums up what is below it.
        plain: by row, how many rows above it are nothing of the kind.
        sums: by row, how many above it sum up more than a part.
    """

    numbers: range
    kinds: dict[int, str]
    closes: bool
    opens: bool
    plain: dict[int, int]
    sums: dict[int, int]


@fact
def added_up(document: Document) -> tuple[Grid, ...]:
    """The tables whose figures may be added up."""
    return tuple(grid for grid in laid_out(document) if not in_per_cent(document, grid))


@fact
def wrong_down(document: Document) -> tuple[WrongTotal, ...]:
    """All wrong totals of columns, table by table."""
    return tuple(wrong for grid in added_up(document) for wrong in _down(grid))


def total_row(grid: Grid) -> int:
    """The one row that sums up the whole table, or 0."""
    rows = [row for row in grid.labels if kind(grid, row) == "whole"]
    return rows[0] if len(rows) == 1 and not any(kind(grid, row) == "other" for row in grid.labels) else 0


def kind(grid: Grid, row: int) -> str:
    """What a row is; see `_Rows`."""
    total = next((words for _, words in grid.labels[row] if is_total(words)), "")
    rest = [words for _, words in grid.labels[row] if words and words != total]
    if total and not any(says_total(words) for words in rest):
        return "part" if total.startswith("小计") else "whole"
    return "other" if says_total(grid.label(row)) else ""


def _down(grid: Grid) -> Iterator[WrongTotal]:
    """Totals of columns; one that is far off counts only if it is a slip, and one beside, above or below it is right.

    Otherwise it may be the total of something else, or of what was counted more than once.
    """
    found = _sums(grid)
    right_rows = {row for (row, _), one in found.items() if one.fits}
    right_columns = {column for (_, column), one in found.items() if one.fits}
    nested = _nested(grid, found)
    for (row, column), one in found.items():
        if one.fits or row in nested:
            continue
        if is_near(one) or ((row in right_rows or column in right_columns) and _is_slip(one)):
            label = next(words for _, words in grid.labels[row] if is_total(words))
            yield WrongTotal(one.total, label, grid.heads[column], False, one.value, one.parts)  # noqa: FBT003 - named in the record


def _sums(grid: Grid) -> dict[tuple[int, int], Sum]:
    """What can be told of the totals of columns, by row and column."""
    rows = _rows(grid)
    columns = [column for column in range(2, grid.columns + 1) if grid.is_added(column)]
    found: dict[tuple[int, int], Sum] = {}
    for row in [row for row in rows.numbers if rows.kinds[row] in {"whole", "part"}]:
        readings = _readings(rows, row)
        if readings and all(_is_level(grid, reading) for reading in readings):
            sums = {column: _sum(grid, row, column, readings) for column in columns}
            found |= {(row, column): one for column, one in sums.items() if one is not None}
    return found


def _nested(grid: Grid, found: dict[tuple[int, int], Sum]) -> set[int]:
    """Rows of totals that may leave out parts which nothing marks, or what was counted twice.

    A row in which one total is right to the digit is none of these.
    """
    wrong: dict[int, list[Sum]] = {}
    for (row, _), one in found.items():
        if not one.fits:
            wrong.setdefault(row, []).append(one)
    exact = {row for (row, _), one in found.items() if one.value == one.total.value}
    return {row for row, sums in wrong.items() if row not in exact and (_holds_parts(sums) or _overlaps(grid, sums))}


def _holds_parts(sums: Sequence[Sum]) -> bool:
    return may_hold_parts([(one.total.value, tuple(part.value for part in one.parts)) for one in sums])


def _overlaps(grid: Grid, sums: Sequence[Sum]) -> bool:
    """Whether there is less than the sum of kinds that one thing may be of: 党员 and 妇女, 低保户 and 残疾人."""
    if any(one.value <= one.total.value for one in sums):
        return False
    kinds = {feature(grid.label(row)) for row in sums[0].rows} - _APART
    return len(kinds) > 1 or bool(kinds & _OVERLAPPING)


def _rows(grid: Grid) -> _Rows:
    numbers = range(grid.first, grid.rows + 1)
    kinds = {row: kind(grid, row) for row in numbers}
    inner = [kinds[row] for row in numbers if kinds[row] != "whole"]
    # Rows that stand above the first 小计 are summed up below, rows behind the last one above.
    ends = (inner[0], inner[-1]) if inner else ("", "")
    above = [*numbers, numbers.stop]
    return _Rows(
        numbers,
        kinds,
        closes=ends == ("", "part"),
        opens=ends == ("part", ""),
        plain=dict(zip(above, accumulate((not kinds[row] for row in numbers), initial=0), strict=True)),
        sums=dict(zip(above, accumulate((kinds[row] in _SUMS for row in numbers), initial=0), strict=True)),
    )


def _readings(rows: _Rows, row: int) -> list[list[int]]:
    """The rows that a total may take in, in every way that it can be read; none where that is not plain."""
    before, after = range(rows.numbers.start, row), range(row + 1, rows.numbers.stop)
    if rows.kinds[row] == "part":
        if rows.closes == rows.opens:
            return []
        reading = _until(rows, reversed(before) if rows.closes else after)
        return [reading] if len(reading) >= FEWEST else []
    taken = before if rows.plain[row] else after
    if rows.sums[taken.stop] > rows.sums[taken.start]:
        return []
    plain = [other for other in taken if not rows.kinds[other]]
    parts = [other for other in taken if rows.kinds[other] == "part"]
    return [reading for reading in (plain, parts) if len(reading) >= FEWEST]


def _until(rows: _Rows, numbers: Iterable[int]) -> list[int]:
    """Rows up to the next total, in the order of the table."""
    found: list[int] = []
    for row in numbers:
        if rows.kinds[row]:
            break
        found.append(row)
    return sorted(found)


def _is_level(grid: Grid, rows: Sequence[int]) -> bool:
    """Whether no row is marked as a part of another, nor as what is never added up."""
    levels = [grid.levels[row] for row in rows]
    marked = {(level.indent, level.column, level.numbering) for level in levels}
    counted = {level.counted for level in levels} - {None}
    dashed = any(level.numbering == "dash" for level in levels)
    return len(marked) == 1 and len(counted) <= 1 and not dashed and all(is_item(grid.label(row)) for row in rows)


def _sum(grid: Grid, row: int, column: int, readings: list[list[int]]) -> Sum | None:
    """A total of a column and what it adds up to; None where that cannot be told."""
    total = grid.figures.get((row, column))
    if total is None:
        return None
    sums: list[Sum] = []
    for reading in readings:
        parts = figures_at(grid, [(other, column) for other in reading])
        if parts is None or not same_unit(grid, [(other, column) for other in (row, *reading)]):
            return None
        sums.append(Sum(total, parts, fits(total, parts, counted=is_counted(grid, row, column)), tuple(reading)))
    fitting = [found for found in sums if found.fits]
    # Where it can be read in ways that differ and fits none, nobody knows which figure is wrong.
    return fitting[0] if fitting else sums[0] if len({found.value for found in sums}) == 1 else None


def figures_at(grid: Grid, places: Sequence[tuple[int, int]]) -> tuple[Figure, ...] | None:
    """The figures at some places, or None when one is no figure."""
    found = [grid.figures[at] for at in places if at in grid.figures]
    return tuple(found) if len(found) == len(places) else None


def same_unit(grid: Grid, places: Sequence[tuple[int, int]]) -> bool:
    """Whether figures may be added up for their units; a share never is."""
    own = {grid.figures[at].unit for at in places[1:]}
    known = {grid.unit(*at) for at in places} - {""}
    return len(own) <= 1 and len(known) <= 1 and not any(never_added(unit) for unit in known)


def is_counted(grid: Grid, row: int, column: int) -> bool:
    """Whether a figure says how many there are, so that it is not rounded."""
    unit, head = grid.unit(row, column), grid.heads[column]
    return unit[:1] in _COUNTED if unit else _COUNTS.search(head) is not None


def fits(total: Figure, parts: Sequence[Figure], *, counted: bool) -> bool:
    """Whether figures add up to a total, each rounded to its last digit unless it is a count in whole numbers."""
    apart = abs(sum(part.value for part in parts) - total.value)
    places = [figure.place for figure in (total, *parts)]
    if counted and all(place == ONE for place in places):
        return apart == 0
    # Half of the last digit of each; nobody adds up more exactly than that.
    return 2 * apart <= sum(places)


def is_near(found: Sum) -> bool:
    """Whether a total is within a fifth of the sum."""
    return abs(found.value - found.total.value) * _MOST_APART <= max(abs(found.value), abs(found.total.value))


def _is_slip(found: Sum) -> bool:
    """Whether the total differs from the sum by one digit, as after a slip of the finger, or by two in wrong order."""
    one, other = str(found.value), str(found.total.value)
    if len(one) == len(other):
        apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(one) == sorted(other)  # noqa: PLR2004 - two digits
        return len(apart) == 1 or swapped
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
