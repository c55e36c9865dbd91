"""Rows of tables that are parts of the row above them, though nothing but their figures shows it.

Indents that only a file format knows are not seen; a total that leaves such rows out is right.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Column = tuple[int, tuple[int, ...]]
    """A total, and the figures above it."""

_MOST = 8
"""Rows that are looked at as parts of one."""


def may_hold_parts(columns: Sequence[Column]) -> bool:
    """Whether leaving out some rows makes all totals right, and those may be parts of rows above them."""
    if not columns or any(sum(figures) <= total for total, figures in columns):
        return False
    return _one_run(columns) or _full_parts(columns)


def _one_run(columns: Sequence[Column]) -> bool:
    """Whether one run of rows is all that is too much; a single last row is more likely to have been forgotten."""
    count = len(columns[0][1])
    excess = [sum(figures) - total for total, figures in columns]
    for start in range(1, count):
        if any(figures[start - 1] < more for more, (_, figures) in zip(excess, columns, strict=True)):
            continue
        left = list(excess)
        for end in range(start, min(count, start + _MOST)):
            left = [rest - figures[end] for rest, (_, figures) in zip(left, columns, strict=True)]
            if not any(left) and not start == end == count - 1:
                return True
    return False


def _full_parts(columns: Sequence[Column]) -> bool:
    """Whether rows that are the sum of those right below them make it right to leave those out."""
    count = len(columns[0][1])
    sums = [0] * len(columns)
    row = 0
    while row < count:
        sums = [found + figures[row] for found, (_, figures) in zip(sums, columns, strict=True)]
        row = _behind_parts(columns, row, count)
    return sums == [total for total, _ in columns]


def _behind_parts(columns: Sequence[Column], row: int, count: int) -> int:
    """The row behind those that make up a row; the next one when none do."""
    left = [figures[row] for _, figures in columns]
    for end in range(row + 1, min(count, row + 1 + _MOST)):
        left = [rest - figures[end] for rest, (_, figures) in zip(left, columns, strict=True)]
        if end > row + 1 and not any(left):
            return end + 1
    return row + 1
