"""Figures in the text that name a row of a table and differ from it.

Only said where nothing else can be meant: the label of the row stands right before the figure, with nothing before it
that narrows it down; one column of the table is meant, because it is the only one or the only one of that year; both
have the same kind of unit; nothing near speaks of another time, a part or a change.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reportlint.document import Document, fact
from reportlint.facts.grids import grids
from reportlint.facts.intervals import Interval, interval
from reportlint.facts.numerals import ONE
from reportlint.facts.quantities import Quantity, quantities
from reportlint.facts.quantity_periods import time_of
from reportlint.facts.table_captions import caption, unit_above
from reportlint.facts.table_context import is_elsewhen, is_part, is_unnarrowed
from reportlint.facts.table_figures import Grid, laid_out
from reportlint.facts.table_words import NUMBER, never_added, says_total, without_unit
from reportlint.facts.units import compatible, unit_named
from reportlint.text import Pattern, Span
from reportlint.text.find import find_all
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.units import Unit

_SHORTEST = 3
"""Characters of a label; a shorter one may be part of any other name."""

_MOST_PLACES = 200
"""Places looked at for one label: a text that repeats it more often is no report."""

_PLACES = (
    "村",
    "社区",
    "乡",
    "镇",
    "街道",
    "公司",
    "企业",
    "合作社",
    "园区",
    "基地",
    "组",
    "片区",
    "单位",
    "办",
    "局",
    "站",
    "中心",
)
"""Ends of labels that name who has something: the text may say how much of something else they have."""

_MOST_ROWS = 200
"""Of a table with more the labels are not looked for in the text: it is a list of data."""

_LINK = Pattern(r"(?:总量|总数|总额)?(?:共计?|合计)?(?:达到?|为|完成|实现|是|有)?了?")
_LONGEST_LINK = 8
_YEAR = Pattern(r"(20\d\d)(?=年|年度|$|[^\d])")


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
    """All of them, table by table; none for what two tables say differently."""
    found: dict[Span, Contradiction] = {}
    agreed: set[Span] = set()
    for grid in laid_out(document):
        for quantity, contradiction in _compared(document, grid):
            if contradiction is None:
                agreed.add(quantity.span)
            else:
                found.setdefault(quantity.span, contradiction)
    return tuple(one for span, one in found.items() if span not in agreed)


def _compared(document: Document, grid: Grid) -> Iterator[tuple[Quantity, Contradiction | None]]:
    """Each figure of the text that a table has as well, and what contradicts it, or None when they agree."""
    title = caption(document, grid)
    if len(grid.labels) > _MOST_ROWS or is_part(document, title) or is_elsewhen(title):
        return
    columns = _columns(grid, _years(title))
    names = {row: _name(grid.label(row)) for row in grid.labels}
    known = list(names.values())
    above = unit_above(title)
    for row, name in names.items():
        if (
            len(name) < _SHORTEST
            or known.count(name) > 1
            or says_total(name)
            or name.endswith(_PLACES)
            or "其中" in name
        ):
            continue
        for count, start in enumerate(find_all(document.text, name)):
            if count == _MOST_PLACES:
                break
            quantity = _behind(document, Span(start, start + len(name)))
            column = _column(document, quantity, columns) if quantity else 0
            if not quantity or not column or (row, column) not in grid.figures:
                continue
            unit = unit_named(grid.unit(row, column) or above)
            said = interval(quantity)
            if unit is None or said is None or not compatible(quantity.unit, unit):
                continue
            if any(_meets(grid, at, unit, said) for at in grid.figures if at[0] == row):
                yield quantity, None
            else:
                yield quantity, Contradiction(quantity, name, grid.figures[row, column].span, unit.name, row, column)


def _name(label: str) -> str:
    """What a row is called, without its number and unit."""
    words = without_unit(label)
    number = NUMBER.match(words)
    return words[number.end() :] if number else words


def _years(words: str) -> frozenset[int]:
    return frozenset(int(year) for year in _YEAR.findall(words))


def _columns(grid: Grid, years: frozenset[int]) -> dict[int, frozenset[int]]:
    """The columns of figures that tell how much there was, each with the years it is of; none known: no year."""
    filled = sorted({column for row, column in grid.figures if column > 1 and row >= grid.first})
    return {
        column: _years(grid.heads[column]) or years
        for column in filled
        if not never_added(grid.heads[column]) and not is_elsewhen(grid.heads[column])
    }


def _column(document: Document, quantity: Quantity, columns: dict[int, frozenset[int]]) -> int:
    """The one column that an amount can be meant by, or 0."""
    said = _years(document.text[quantity.sentence.start : quantity.clause.end])
    time = time_of(document, quantity)
    if time.planned or time.length != "year" or len(said) > 1:
        return 0
    year = next(iter(said)) if said else time.year
    if said or (time.said and year is not None):
        meant = [column for column, years in columns.items() if years == {year}]
        return meant[0] if len(meant) == 1 else 0
    if len(columns) != 1:
        return 0
    column, years = next(iter(columns.items()))
    return column if not years or year is None or years == {year} else 0


def _behind(document: Document, name: Span) -> Quantity | None:
    """The amount that says how much there is of what a stretch of the text names."""
    known = quantities(document)
    index = bisect_left(known, name.end, key=lambda quantity: quantity.span.start)
    if index == len(known) or known[index].span.start > name.end + _LONGEST_LINK or _in_table(document, name.start):
        return None
    quantity = known[index]
    if quantity.change or not _LINK.fullmatch(document.text, name.end, quantity.span.start):
        return None
    return quantity if is_unnarrowed(document, name, quantity) else None


def _meets(grid: Grid, at: tuple[int, int], unit: Unit, said: Interval) -> bool:
    """Whether an amount can be that of a cell, each rounded as it is printed."""
    figure = grid.figures[at]
    value, place = figure.value * unit.factor // ONE, figure.place * unit.factor // ONE
    exact = unit.kind == "count" and figure.place == ONE
    return said.meets(Interval(value, value).widened(0 if exact else place // 2 + 1))


@fact
def _spans(document: Document) -> list[Span]:
    """Where the tables are."""
    return sorted(
        Span(min(cell.span.start for cell in table.cells), max(cell.span.end for cell in table.cells))
        for table in grids(document)
        if table.cells
    )


def _in_table(document: Document, offset: int) -> bool:
    spans = _spans(document)
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return index >= 0 and offset <= spans[index].end
