"""Word documents (.docx): a paragraph is a line, counted in reading order.

Read are the body with its tables and text boxes, then footnotes and endnotes, then headers and footers, each once;
tracked insertions but not deletions; numbers that Word counts by itself; results of fields, except tables of contents.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from reportlint.document import Builder, Directive, Document, Place
from reportlint.grid import Cell, Table
from reportlint.readers import ReadingError
from reportlint.readers.directives import requested
from reportlint.text import Pattern, Span
from reportlint.word.error import WordError
from reportlint.word.opening import open_word
from reportlint.word.story import SOFT_BREAK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import BlockKind
    from reportlint.word import story
    from reportlint.word.layout import Layout, Line
    from reportlint.word.opening import WordFile

OWN_AUTHOR = "reportlint"
"""Who the comments are from that we write ourselves."""

_BLANK = Pattern(r"[\s\u200b\ufeff]*")
_UNWRITABLE = Pattern("[\0-\x1f\ufffc\ufffe\uffff\ud800-\udfff]")
"""Ends of lines, tabs and objects are elements in Word, not characters."""

_SENTENCE = Pattern("[。！？]")
_START = attrgetter("start")
_LONGEST_CELL = 150
"""Characters; a paragraph of a cell that is longer, in sentences, is prose in a frame, as in a form for a summary."""


class DocxOrigin:
    """A Word file: a place is a paragraph in reading order and a column in it.

    Attributes:
        file: the opened document.
        writable: true, as far as `editable` agrees.
        unit: what a line of a place is.
    """

    __slots__ = ("file", "unit", "writable")

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.writable = True
        self.unit = "paragraph"

    def place(self, offset: int) -> Place:
        """Paragraph and column of a source offset."""
        lines = self.file.layout.lines
        index = max(0, bisect_right(lines, offset, key=_START) - 1)
        return Place(index + 1, offset - (lines[index].start if lines else 0) + 1)

    def excerpt(self, place: Place) -> str:
        """The whole paragraph, with its number."""
        layout = self.file.layout
        if not 1 <= place.line <= len(layout.lines):
            return ""
        line = layout.lines[place.line - 1]
        return layout.source[line.start : line.end]

    def editable(self, span: Span, text: str) -> bool:
        """Whether text can take the place of a stretch of the source without touching anything but its characters."""
        return not _UNWRITABLE.search(text) and self.file.layout.editable(span.start, span.end)


def read_docx(path: str, data: bytes) -> Document:
    """Read a Word document.

    Raises:
        ReadingError: when it is damaged, locked, too large or no Word document.
    """
    try:
        file = open_word(data)
    except WordError as error:
        raise ReadingError(error.text) from error
    build = Builder(file.layout.source)
    for line in file.layout.lines:
        _paragraph(build, file.layout, line)
    directives, tables = tuple(_directives(file)), _tables(file.layout)
    return build.document(path, "docx", "utf-8", DocxOrigin(file), directives, tables=tables)


def _paragraph(build: Builder, layout: Layout, line: Line) -> None:
    """Read one paragraph, a block for each of its lines.

    A break inside it is read as the end of a line. So the reading text is as long as the source, and every character
    has the same offset in both.
    """
    build.keep(build.here, line.start)
    kind = _kind(layout, line)
    at = line.start
    while True:
        begin, end = build.here, layout.source.find(SOFT_BREAK, at, line.end)
        stop = line.end if end < 0 else end
        build.keep(at, stop)
        if not _BLANK.fullmatch(layout.source, at, stop):
            build.block(kind, begin, line.heading, line.part)
        if end < 0:
            return
        build.replace(stop, stop + 1, "\n")
        at = stop + 1


def _kind(layout: Layout, line: Line) -> BlockKind:
    if line.heading:
        return "heading"
    cell = line.paragraph.cell
    if cell is not None and _is_table(cell.table) and not _is_prose(layout, line):
        return "cell"
    return "item" if line.bullet else "paragraph"


def _is_prose(layout: Layout, line: Line) -> bool:
    """Whether a paragraph of a cell is one of a text that only has a frame around it."""
    length = line.end - line.start
    return length > _LONGEST_CELL and _SENTENCE.search(layout.source, line.start, line.end) is not None


def _is_table(table: story.Table) -> bool:
    return len(table.cells) > 1


def _tables(layout: Layout) -> tuple[Table, ...]:
    """All tables of more than one cell; that of a cell is all text in it, inner tables included."""
    spans: dict[int, Span] = {}
    wholes: dict[int, Span] = {}
    for line in layout.lines:
        if line.paragraph.cell is not None:
            _extend(spans, wholes, line.paragraph.cell, Span(line.start, line.end))
    for part in layout.stories:
        for table in reversed(part.tables):  # an inner table before the one it stands in
            if table.outer is not None and id(table) in wholes:
                _extend(spans, wholes, table.outer, wholes[id(table)])
    return tuple(
        Table(
            tuple(
                Cell(cell.row, cell.column, spans[id(cell)], cell.rows, cell.columns)
                for cell in table.cells
                if id(cell) in spans
            ),
            nested=table.outer is not None and _is_table(table.outer.table),
        )
        for part in layout.stories
        for table in part.tables
        if _is_table(table)
    )


def _extend(spans: dict[int, Span], wholes: dict[int, Span], cell: story.Cell, by: Span) -> None:
    """Note text of a cell, in its span and in that of its whole table."""
    for known, key in ((spans, id(cell)), (wholes, id(cell.table))):
        last = known.get(key, by)
        known[key] = Span(min(last.start, by.start), max(last.end, by.end))


def _directives(file: WordFile) -> Iterator[Directive]:
    """Comments of people that ask to ignore something, each with the stretch it hangs on."""
    layout = file.layout
    for note in file.comments:
        asked = requested(note.text) if note.author != OWN_AUTHOR else None
        reference = layout.notes.get((note.id, "note"), layout.notes.get((note.id, "note-end")))
        if asked is None or reference is None:
            continue
        start = layout.notes.get((note.id, "note-start"), reference)
        end = layout.notes.get((note.id, "note-end"), reference)
        line = layout.lines[layout.line_at(start)]
        scope = Span(start, end) if end > start else Span(line.start, line.end)
        if asked.whole_file:
            scope = Span(0, len(layout.source))
        yield Directive(scope, asked.checks, asked.reason, Span(start, start), asked.problem)


def word_file(document: Document) -> WordFile | None:
    """The Word document that a draft was read from, or was converted to; None for other formats."""
    origin = getattr(document.origin, "copy", document.origin)
    return origin.file if isinstance(origin, DocxOrigin) else None
