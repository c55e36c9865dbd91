"""Tables as proofreaders read them: heads, labels, and figures with the unit their column or row is in."""

from __future__ import annotations

from bisect import bisect_right

from reportlint.document import Document, fact
from reportlint.facts.grids import grids
from reportlint.facts.numerals import ONE
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.grid import Table

_FIGURE = Pattern(r"(-?)(\d{1,3}(?:[,，]\d{3})+|\d{1,13})(?:\.(\d{1,6}))?([\u4e00-\u9fff%‰㎡]{0,4})")
_UNIT = Pattern(r"[（(](?:单位[：:])?([\u4e00-\u9fff%‰㎡/]{1,6})[）)]\s*$")
_FIRST_YEAR, _LAST_YEAR = 1949 * ONE, 2100 * ONE

_SPACE = Pattern(r"[\s\u3000]+")
TOTALS = frozenset({"合计", "总计", "共计", "总和", "总数", "合计数", "全年合计", "小计"})
"""Labels of a sum (practice of statistical tables); 小计 is the sum of a part."""

_NOT_ADDED = Pattern(
    r"占比|占.{0,4}比|比重|比例|率|均|增长|增幅|增减|同比|环比|同期|上年|去年|上期|计划|目标|任务|名次|排名|位次|序号|编号|代码|年份|年度|年龄|电话"
    r"|单价|价格|得分|分数|评分|指数|系数|倍|人次|备注|时间|日期|文号|累计|其中|%|％|‰"
    r"|[密浓强深高厚温湿]度|气温|寿命|[级等]别|等级|最[高低大小多少]|每|/|／|中位"
)
"""What is never added up, or only with care: shares, rates, means, ranks, numbers of things, dates, comparisons."""


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
class Grid:
    """A table, laid out; a merged cell says something, but is no figure.

    Attributes:
        rows: how many.
        columns: how many.
        words: what each cell says, white space removed, by row and column from 1.
        figures: those cells that are a number.
        heads: how many rows at the top hold no figures.
    """

    rows: int
    columns: int
    words: dict[tuple[int, int], str]
    figures: dict[tuple[int, int], Figure]
    heads: int

    def label(self, row: int) -> str:
        """What a row is about: its words before its first figure."""
        words = []
        for column in range(1, self.columns + 1):
            if (row, column) in self.figures:
                if not self.is_added(column):
                    continue  # the number of a row, not a figure in it
                break
            words.append(self.words.get((row, column), ""))
        return "".join(words)

    def head(self, column: int) -> str:
        """What a column is about."""
        return "".join(self.words.get((row, column), "") for row in range(1, self.heads + 1))

    def unit(self, row: int, column: int) -> str:
        """The unit of a figure: behind it, in the head of its column, or in the label of its row."""
        own = self.figures[row, column].unit
        return own or unit_in(self.head(column)) or unit_in(self.label(row))

    def is_added(self, column: int) -> bool:
        """Whether the figures of a column may be added up."""
        return not _NOT_ADDED.search(self.head(column))


def is_total(words: str) -> bool:
    """Whether a label says that its line is a sum."""
    return _UNIT.sub("", words) in TOTALS


def never_added(words: str) -> bool:
    """Whether what a head or label names is never added up."""
    return _NOT_ADDED.search(words) is not None


def unit_in(words: str) -> str:
    """The unit in brackets at the end of a head or label."""
    match = _UNIT.search(words)
    return match[1] if match else ""


@fact
def laid_out(document: Document) -> tuple[Grid, ...]:
    """Every table with at least two columns, three rows and a row of heads."""
    found = [_grid(document, table) for table in grids(document)]
    return tuple(grid for grid in found if grid is not None)


@fact
def _table_spans(document: Document) -> list[Span]:
    spans = [
        Span(min(cell.span.start for cell in table.cells), max(cell.span.end for cell in table.cells))
        for table in grids(document)
        if table.cells
    ]
    return sorted(spans)


def in_table(document: Document, offset: int) -> bool:
    """Whether an offset of the reading text is inside a table."""
    spans = _table_spans(document)
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return index >= 0 and offset <= spans[index].end


def _grid(document: Document, table: Table) -> Grid | None:
    rows = max((cell.row + cell.rows - 1 for cell in table.cells), default=0)
    columns = max((cell.column + cell.columns - 1 for cell in table.cells), default=0)
    if rows < 3 or columns < 2:  # noqa: PLR2004 - a head and two rows; a label and a figure
        return None
    words = {(cell.row, cell.column): _SPACE.sub("", document.slice(cell.span)) for cell in table.cells}
    spans = {(cell.row, cell.column): cell.span for cell in table.cells if cell.rows == cell.columns == 1}
    figures = {at: figure for at, span in spans.items() if (figure := _figure(document, span))}
    first = [at for at in figures if at[0] == 1]
    if all(_FIRST_YEAR <= figures[at].value <= _LAST_YEAR and not figures[at].unit for at in first):
        for at in first:  # 2023, 2024 as heads
            del figures[at]
    heads = next((row for row in range(1, rows + 1) if any((row, c) in figures for c in range(2, columns + 1))), 1) - 1
    return Grid(rows, columns, words, figures, heads) if heads else None


def _figure(document: Document, span: Span) -> Figure | None:
    words = document.slice(span)
    inner = words.strip()
    match = _FIGURE.fullmatch(inner)
    if match is None or match[4] == "年":
        return None
    sign, whole, decimals, unit = match.groups()
    decimals = decimals or ""
    value = int(whole.replace(",", "").replace("，", "")) * ONE + int((decimals + "000000")[:6]) * (ONE // 10**6)
    start = span.start + len(words) - len(words.lstrip())
    return Figure(Span(start, start + len(inner)), -value if sign else value, ONE // 10 ** len(decimals), unit)
