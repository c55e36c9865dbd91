"""Tables as proofreaders read them: heads, labels, and figures with the unit their column or row is in."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.grids import grids
from reportlint.facts.numerals import ONE
from reportlint.facts.table_words import NUMBER, never_added, unit_in
from reportlint.facts.units import unit_named
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.grid import Cell, Table

    At = tuple[int, int]

_FIGURE = Pattern(r"([-－−+＋]?)(\d{1,3}(?:[,，]\d{3})+|\d{1,13})(?:\.(\d{1,6}))?[ \u3000]?([\u4e00-\u9fff%‰㎡]{0,4})")
_PLUS = ("", "+", "＋")
_NO_UNIT = ("年", "月", "日", "号", "级", "季度", "届", "期", "组")
"""Behind a number that names a thing: 2023年, 3月, 5号."""

_FIRST_YEAR, _LAST_YEAR = 1949 * ONE, 2100 * ONE
_SPACE = Pattern(r"[\s\u3000]+")
_BLANKS = " \t\u3000\u2003\u2002\u00a0"
_MOST_COLUMNS, _MOST_PLACES = 64, 100_000
"""Word allows 63 columns; a larger table is a list of data, not one that a person adds up."""

_UNIT_HEADS = frozenset({"单位", "计量单位"})


@frozen
class Figure:
    """A number in a cell.

    Attributes:
        span: of it, with its unit.
        value: in millionths.
        place: of its last printed digit, in millionths.
        unit: as printed behind it, may be empty.
    """

    span: Span
    value: int
    place: int
    unit: str


@frozen
class Level:
    """What shows the level of a row among others: rows that differ in any of it may be parts of one another.

    Attributes:
        indent: white space in front of the label.
        column: in which the label stands.
        numbering: form of the number in front of the label, as (一), 1. or none.
        counted: whether the row has a number in a column of its own; None where that cell is merged with another.
    """

    indent: int
    column: int
    numbering: str
    counted: bool | None


@frozen
class Grid:
    """A table, laid out; a merged cell says something, but is no figure.

    Attributes:
        span: from its first cell to its last.
        caption: words of the rows above the heads that go across the whole table; may be empty.
        rows: how many.
        columns: how many.
        words: what each cell says, white space removed, by row and column from 1.
        covers: by place: the merged cell that takes it.
        figures: those cells that are a number.
        first: the row in which figures begin.
        heads: what each column is about, by column.
        labels: the words of each row before its first figure, with their columns, by row from `first`.
        levels: by row from `first`.
        units: of the rows that name one in a column of units.
    """

    span: Span
    caption: str
    rows: int
    columns: int
    words: dict[At, str]
    covers: dict[At, Cell]
    figures: dict[At, Figure]
    first: int
    heads: dict[int, str]
    labels: dict[int, tuple[tuple[int, str], ...]]
    levels: dict[int, Level]
    units: dict[int, str]

    def label(self, row: int) -> str:
        """What a row is about: its words before its first figure."""
        return "".join(words for _, words in self.labels.get(row, ()))

    def unit(self, row: int, column: int) -> str:
        """The unit of a figure: behind it, in its row, in the head of its column, or in the label of its row."""
        own = self.figures[row, column].unit
        return own or self.units.get(row, "") or unit_in(self.heads[column]) or unit_in(self.label(row))

    def is_added(self, column: int) -> bool:
        """Whether the figures of a column may be added up."""
        return not never_added(self.heads[column])


@fact
def laid_out(document: Document) -> tuple[Grid, ...]:
    """Every table with at least two columns, three rows and a row of heads."""
    found = [_grid(document, table) for table in grids(document)]
    return tuple(grid for grid in found if grid is not None)


def _grid(document: Document, table: Table) -> Grid | None:
    rows = max((cell.row + cell.rows - 1 for cell in table.cells), default=0)
    columns = max((cell.column + cell.columns - 1 for cell in table.cells), default=0)
    if rows < 3 or not 2 <= columns <= _MOST_COLUMNS or rows * columns > _MOST_PLACES:  # noqa: PLR2004 - a head and two rows; a label and a figure
        return None
    at = {(cell.row, cell.column): cell for cell in table.cells}
    words = {place: _SPACE.sub("", document.slice(cell.span)) for place, cell in at.items()}
    figures = {
        place: figure
        for place, cell in at.items()
        if cell.rows == cell.columns == 1 and (figure := _figure(document, cell.span))
    }
    top = 1
    while top <= rows and (across := at.get((top, 1))) and across.columns == columns:
        top += across.rows
    _drop_years(figures, top)
    first = _first(words, figures, (top, rows, columns))
    if first <= top:
        return None
    covers = _covers(table)
    heads = {column: _head(words, covers, (top, first), column) for column in range(1, columns + 1)}
    units = _units(words, heads, range(first, rows + 1))
    unit_columns = {column for _, column in units}
    labels = {
        row: _label(words, figures, heads, [(row, c) for c in range(1, columns + 1) if c not in unit_columns])
        for row in range(first, rows + 1)
    }
    return Grid(
        Span(min(cell.span.start for cell in table.cells), max(cell.span.end for cell in table.cells)),
        "".join(words[row, 1] for row in range(1, top) if (row, 1) in words),
        rows,
        columns,
        words,
        covers,
        figures,
        first,
        heads,
        labels,
        {row: _level(document, at, (figures, covers), (row, label)) for row, label in labels.items()},
        {row: name for (row, _), name in units.items()},
    )


def _figure(document: Document, span: Span) -> Figure | None:
    words = document.slice(span)
    inner = words.strip()
    match = _FIGURE.fullmatch(inner)
    if match is None or match[4].startswith(_NO_UNIT):
        return None
    sign, whole, decimals, unit = match.groups()
    decimals = decimals or ""
    value = int(whole.replace(",", "").replace("，", "")) * ONE + int((decimals + "000000")[:6]) * (ONE // 10**6)
    start = span.start + len(words) - len(words.lstrip())
    return Figure(Span(start, start + len(inner)), value if sign in _PLUS else -value, ONE // 10 ** len(decimals), unit)


def _drop_years(figures: dict[At, Figure], row: int) -> None:
    """2023, 2024 as heads are no figures."""
    first = [at for at in figures if at[0] == row]
    if all(_FIRST_YEAR <= figures[at].value <= _LAST_YEAR and not figures[at].unit for at in first):
        for at in first:
            del figures[at]


def _first(words: dict[At, str], figures: dict[At, Figure], size: tuple[int, int, int]) -> int:
    """The row in which figures begin or, with blanks for figures, labels; 0 without heads above it."""
    top, rows, columns = size
    for row in range(top, rows + 1):
        if any((row, column) in figures for column in range(2, columns + 1)) or (row > top and words.get((row, 1))):
            return row
    return 0


def _covers(table: Table) -> dict[At, Cell]:
    return {
        (row, column): cell
        for cell in table.cells
        if cell.rows > 1 or cell.columns > 1
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }


def _head(words: dict[At, str], covers: dict[At, Cell], rows: tuple[int, int], column: int) -> str:
    """What a column is about, from the top down; where merged cells are not marked, a blank goes with its left."""
    found: list[str] = []
    seen: set[At] = set()
    for row in range(*rows):
        over = covers.get((row, column))
        at = (over.row, over.column) if over else (row, column)
        if row + 1 < rows[1] and not over and not words.get(at) and words.get((row + 1, column)):
            at = next(((row, left) for left in range(column - 1, 0, -1) if words.get((row, left))), at)
        if at not in seen:
            seen.add(at)
            found.append(words.get(at, ""))
    return "".join(found)


def _units(words: dict[At, str], heads: dict[int, str], rows: range) -> dict[At, str]:
    """The units that a column of units names; 单位 may also be the head of a column of offices."""
    column = next((column for column, head in heads.items() if head in _UNIT_HEADS), 0)
    named = {(row, column): words.get((row, column), "") for row in rows} if column else {}
    said = [name for name in named.values() if name]
    return {at: name for at, name in named.items() if name} if said and all(map(unit_named, said)) else {}


def _label(
    words: dict[At, str], figures: dict[At, Figure], heads: dict[int, str], places: list[At]
) -> tuple[tuple[int, str], ...]:
    found: list[tuple[int, str]] = []
    for at in places:
        if at in figures:
            if at[1] == 1 or never_added(heads[at[1]]):
                continue  # the number of a row, not a figure in it
            break
        found.append((at[1], words.get(at, "")))
    return tuple(found)


def _level(
    document: Document,
    at: dict[At, Cell],
    known: tuple[dict[At, Figure], dict[At, Cell]],
    row: tuple[int, tuple[tuple[int, str], ...]],
) -> Level:
    figures, covers = known
    number, label = row
    said = [(column, words) for column, words in label if words]
    if not said:
        return Level(0, 0, "", counted=None)
    column, words = said[-1]
    first = (number, 1)
    counted = (
        None if first in covers else first in figures or (said[0][0] == 1 and NUMBER.fullmatch(said[0][1]) is not None)
    )
    form = NUMBER.match(words)
    return Level(
        _indent(document, at[number, column].span),
        column,
        (form.lastgroup or "") if form else "",
        None if column == 1 else counted,
    )


def _indent(document: Document, span: Span) -> int:
    """White space before the words of a cell."""
    words = document.slice(span)
    return len(words) - len(words.lstrip(_BLANKS))
