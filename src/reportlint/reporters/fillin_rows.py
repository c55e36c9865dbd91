"""The blanks of a run in reading order, each with what helps the person who knows what belongs there."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter, itemgetter

from reportlint.facts.whereabouts import whereabouts
from reportlint.text import Span
from reportlint.text.frozen import frozen
from reportlint.text.width import ELLIPSIS, showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import Block, Document, Place
    from reportlint.facts.whereabouts import Whereabouts
    from reportlint.reporting import ReportOptions
    from reportlint.result import FileResult, Run

FAMILY = "placeholder"
"""The checks whose findings are blanks."""

BEFORE, AFTER, NEAREST = 40, 30, 16
"""Code points of context on either side of a blank; a sentence may only be cut off that far from it."""

LONGEST = 80
"""Code points of a blank; more of it is no blank but a passage."""

_START = attrgetter("span.start")
_STOPS = "。！？；"
_DATE = frozenset({"年", "月"})
_BRACKETS = ("【", "】")
_PARTS = {
    "box": ("文本框", "text box"),
    "footnote": ("脚注", "footnote"),
    "endnote": ("尾注", "endnote"),
    "header": ("页眉", "header"),
    "footer": ("页脚", "footer"),
}


@frozen
class Blank:
    """One blank, in words that can be shown anywhere.

    Attributes:
        path: of its file.
        place: line and column, in words.
        heading: what it stands under, its table and part of the file included; may be empty.
        before: context in front of it.
        gap: what stands in its place.
        after: context behind it.
    """

    path: str
    place: str
    heading: str
    before: str
    gap: str
    after: str

    @property
    def marked(self) -> str:
        """What stands in its place, in 【 】."""
        opening, closing = _BRACKETS
        if self.gap.startswith(opening) and self.gap.endswith(closing):
            return self.gap
        return f"{opening}{self.gap}{closing}"


def blanks(run: Run, options: ReportOptions) -> Iterator[Blank]:
    """All blanks nobody suppressed, in reading order, whatever their severity; each once."""
    for file in run.files:
        document = file.document
        if document:
            path = showable(file.path)
            for span, place in _places(file):
                yield _blank(document, path, span, place, options)


def looked_for(run: Run) -> bool:
    """Whether any check of blanks ran."""
    return any(id_.startswith(f"{FAMILY}.") for id_ in run.checks_run)


def head(run: Run, options: ReportOptions) -> list[str]:
    """Titles of the columns; there is one for the file where there are several."""
    titles = [
        options.choose("序号", "No."),
        options.choose("位置", "Place"),
        options.choose("所在标题", "Heading"),
        options.choose("上下文（缺口处用【　】标出）", "Context (the gap in 【　】)"),
        options.choose("原文缺口", "Gap"),
        options.choose("填写", "Fill in"),
        options.choose("提供人/备注", "From / remarks"),
    ]
    return [*titles[:1], options.choose("文件", "File"), *titles[1:]] if len(run.files) > 1 else titles


def _places(file: FileResult) -> list[tuple[Span, Place]]:
    """Stretches of the reading text that are blanks, with the place where each begins.

    What overlaps is one blank, and so is a date of which year, month and day are missing.
    """
    text = file.document.text if file.document else ""
    found = [
        (location.span, location.start)
        for diagnostic in file.diagnostics
        if diagnostic.family == FAMILY and diagnostic.suppressed is None
        for location in (diagnostic.location, *(diagnostic.related if diagnostic.count > 1 else ()))
    ]
    out: list[tuple[Span, Place]] = []
    for span, place in sorted(found, key=itemgetter(0)):
        last = out[-1][0] if out else None
        if last and (span.start < last.end or span == last or text[last.end : span.start] in _DATE):
            out[-1] = (Span(last.start, max(last.end, span.end)), out[-1][1])
        else:
            out.append((span, place))
    return out


def _blank(document: Document, path: str, span: Span, place: Place, options: ReportOptions) -> Blank:
    where = whereabouts(document, span.start)
    cells = _cells(document, span, where)
    before, after = _row(document, span, cells) if cells else _around(document, span)
    return Blank(
        path,
        _place_words(document, place, options),
        _clean(_heading(where, options)),
        _clean(before).lstrip(),
        _gap(document.slice(span)),
        _clean(after).rstrip(),
    )


def _place_words(document: Document, place: Place, options: ReportOptions) -> str:
    """Line and column in words: a spreadsheet would take 12:5 for a time of the day."""
    if document.unit == "paragraph":
        return options.choose(f"{place.line}段{place.column}字", f"paragraph {place.line}, column {place.column}")
    return options.choose(f"{place.line}行{place.column}列", f"line {place.line}, column {place.column}")


def _heading(where: Whereabouts, options: ReportOptions) -> str:
    words = [where.heading] if where.heading else []
    if where.part in _PARTS:
        words.append(options.choose(*_PARTS[where.part]))
    if where.table:
        zh = f"表{where.table}第{where.row}行第{where.column}列"
        words.append(options.choose(zh, f"table {where.table}, row {where.row}, column {where.column}"))
    return options.choose("；", "; ").join(words)


def _around(document: Document, span: Span) -> tuple[str, str]:
    """The paragraph on both sides of a blank, or the nearest of it, cut between sentences where it can be."""
    text = document.text
    block = document.block_at(span.start)
    paragraph = block.span if block else span
    low, high = paragraph.start, max(span.end, paragraph.end)
    first, last = max(low, span.start - BEFORE), min(high, span.end + AFTER)
    if first > low:
        stops = [text.rfind(stop, first, max(first, span.start - NEAREST)) for stop in _STOPS]
        first = max(first, max(stops) + 1)
    if last < high:
        stops = [stop for mark in _STOPS if (stop := text.find(mark, span.end, last)) >= 0]
        last = min(stops) + 1 if stops else last
    lead = ELLIPSIS if first > low else ""
    return lead + text[first : span.start], text[span.end : last] + (ELLIPSIS if last < high else "")


def _cells(document: Document, span: Span, where: Whereabouts) -> list[Span]:
    """The cells of the row a blank stands in, those without text left out; none outside tables."""
    if where.table:
        return [
            cell.span
            for cell in document.tables[where.table - 1].cells
            if cell.row <= where.row < cell.row + cell.rows and len(cell.span)
        ]
    block = document.block_at(span.start)
    if block is None or block.kind != "cell":
        return []
    # Formats of lines have a row in each of them.
    line, blocks = document.start_place(block.span).line, document.blocks
    own = bisect_right(blocks, block.span.start, key=_START) - 1
    first, last = own, own
    while first > 0 and _in_line(document, blocks[first - 1], line):
        first -= 1
    while last + 1 < len(blocks) and _in_line(document, blocks[last + 1], line):
        last += 1
    return [cell.span for cell in blocks[first : last + 1]]


def _in_line(document: Document, block: Block, line: int) -> bool:
    return block.kind == "cell" and document.start_place(block.span).line == line


def _row(document: Document, span: Span, cells: list[Span]) -> tuple[str, str]:
    """The row of a table on both sides of a blank, its cells divided by ｜."""
    own = next((cell for cell in cells if cell.start <= span.start <= cell.end), span)
    before = [_short(document.slice(cell)) for cell in cells if cell.end <= own.start]
    after = [_short(document.slice(cell)) for cell in cells if cell.start >= max(own.end, span.end)]
    before.append(_short(document.text[own.start : span.start][::-1])[::-1])
    after.insert(0, _short(document.text[span.end : max(own.end, span.end)]))
    return "｜".join(before), "｜".join(after)


def _short(words: str) -> str:
    """The beginning of a cell, or the whole of a short one."""
    return words if len(words) <= AFTER else words[:AFTER] + ELLIPSIS


def _gap(words: str) -> str:
    return _clean(words if len(words) <= LONGEST else words[:LONGEST] + ELLIPSIS)


def _clean(words: str) -> str:
    return showable(words.replace("\n", " ").replace("\t", " "))
