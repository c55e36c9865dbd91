"""Figures in the text that name a row of a table and differ from it.

Only said where nothing else can be meant: the label of the row stands right before the figure, outside the table; the
table has one column of figures; both have the same kind of unit; nothing near speaks of another time or of a change.
"""

from __future__ import annotations

from bisect import bisect_left

from reportlint.document import Document, fact
from reportlint.facts.intervals import Interval, interval
from reportlint.facts.numerals import ONE
from reportlint.facts.planning import plan
from reportlint.facts.quantities import Quantity, quantities
from reportlint.facts.table_figures import Grid, in_table, is_total, laid_out, unit_in
from reportlint.facts.units import compatible, unit_named
from reportlint.text import Pattern, Span
from reportlint.text.find import find_all
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.units import Unit

_SHORTEST = 4
"""Characters of a label; a shorter one may be part of another name."""

_LINK = Pattern(r"(?:总量|总数|总额)?(?:共计?|合计|累计)?(?:达到?|为|完成|实现|是|有)?了?")
_LONGEST_LINK = 8
_ELSEWHEN = Pattern(
    r"计划|目标|力争|预计|同比|上年|去年|前年|明年|同期|比|年均|其中|增长|增加|减少|下降|提高|今后|下一步|将|要|\d{4}年|“?十[一二三四五]五|[一二三四]季度|[上下]半年|\d月"
)
"""Another time, a plan, a change: then the figure need not be that of the table."""


@frozen
class Contradiction:
    """A figure of the text and the cell it contradicts.

    Attributes:
        quantity: in the text.
        label: of the row, as in the table.
        cell: the figure of the table.
        unit: its unit.
        row: from 1.
        column: from 1.
    """

    quantity: Quantity
    label: str
    cell: Span
    unit: str
    row: int
    column: int


@fact
def contradictions(document: Document) -> tuple[Contradiction, ...]:
    """All of them, table by table."""
    found = tuple(one for grid in laid_out(document) for one in _of(document, grid))
    return tuple({one.quantity.span: one for one in found}.values())


def _of(document: Document, grid: Grid) -> Iterator[Contradiction]:
    columns = {column for row, column in grid.figures if column > 1}
    if len(columns) != 1:
        return
    column = columns.pop()
    labels = [grid.label(row) for row in range(grid.heads + 1, grid.rows + 1)]
    for row in range(grid.heads + 1, grid.rows + 1):
        label = grid.label(row)
        bracket = unit_in(label)
        name = label[: -len(bracket) - 2] if bracket else label
        unit = unit_named(grid.unit(row, column)) if (row, column) in grid.figures else None
        if unit is None or len(name) < _SHORTEST or labels.count(label) > 1 or is_total(label):
            continue
        for start in find_all(document.text, name):
            quantity = _behind(document, start + len(name))
            if quantity and not in_table(document, start) and _differs(grid, (row, column), unit, quantity):
                yield Contradiction(quantity, name, grid.figures[row, column].span, unit.name, row, column)


def _behind(document: Document, end: int) -> Quantity | None:
    """The amount that says how much there is of what ends at an offset."""
    known = quantities(document)
    index = bisect_left(known, end, key=lambda quantity: quantity.span.start)
    if index == len(known) or known[index].span.start > end + _LONGEST_LINK:
        return None
    quantity = known[index]
    if quantity.change or not _LINK.fullmatch(document.text, end, quantity.span.start):
        return None
    ahead = plan(document)
    if ahead and quantity.span.start > ahead.start:
        return None
    return None if _ELSEWHEN.search(document.text, quantity.sentence.start, quantity.clause.end) else quantity


def _differs(grid: Grid, at: tuple[int, int], unit: Unit, quantity: Quantity) -> bool:
    """Whether an amount cannot be that of a cell, each rounded as it is printed."""
    said = interval(quantity)
    if said is None or not compatible(quantity.unit, unit):
        return False
    figure = grid.figures[at]
    value, place = figure.value * unit.factor // ONE, figure.place * unit.factor // ONE
    exact = unit.kind == "count" and figure.place == ONE
    return not said.meets(Interval(value, value).widened(0 if exact else place // 2 + 1))
