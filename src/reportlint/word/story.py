"""The text of one part of a Word document, as it is stored: paragraphs, runs, and the bytes each piece stands in."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    PieceKind = Literal["text", "break", "page", "object", "note-start", "note-end", "note"]

OBJECT = "\ufffc"
"""What stands in the text for a picture, a formula or a sign without a character."""

SOFT_BREAK = "\v"
"""What stands in the text for a line break inside a paragraph."""


class Run:
    """One run: text in one formatting.

    Attributes:
        start: byte of its start tag.
        end: byte of its end tag.
        properties: bytes of its formatting, from the start tag to the end tag; both 0 when it has none.
        style: id of its character style.
        bold: whether it says so itself; None: it does not say.
        hidden: likewise.
        locked: whether it is part of a field, so that nothing may be written into it.
        inserted: whether it is a tracked insertion.
        nested: whether it stands in a text box, where no comment may be.
    """

    __slots__ = ("bold", "end", "hidden", "inserted", "locked", "nested", "properties", "start", "style")

    def __init__(self, start: int, *, locked: bool, inserted: bool, nested: bool) -> None:
        self.start = self.end = start
        self.properties = (0, 0)
        self.style: str | None = None
        self.bold: bool | None = None
        self.hidden: bool | None = None
        self.locked = locked
        self.inserted = inserted
        self.nested = nested


class TextNode:
    """One element that holds text.

    Attributes:
        start: byte of its start tag.
        end: byte of its end tag.
        preserved: whether it keeps white space at its ends.
        trimmed: whether it does not, and has some, which is not shown.
    """

    __slots__ = ("end", "preserved", "start", "trimmed")

    def __init__(self, start: int, *, preserved: bool) -> None:
        self.start = self.end = start
        self.preserved = preserved
        self.trimmed = False


class Piece:
    """A stretch of text that stands in one place in the file; or a mark between two.

    Attributes:
        kind: text; a break of line or page; an object; where a comment begins, ends or hangs.
        text: what is read; for marks of comments the id.
        start: its first byte.
        end: the byte after it.
        run: the run it stands in, or None.
        node: the element that holds it; None for what is no text.
        literal: whether its bytes are its text in UTF-8, so that it can be cut anywhere.
    """

    __slots__ = ("end", "kind", "literal", "node", "run", "start", "text")

    def __init__(self, kind: PieceKind, text: str, start: int, run: Run | None) -> None:
        self.kind = kind
        self.text = text
        self.start = self.end = start
        self.run = run
        self.node: TextNode | None = None
        self.literal = False


class Cell:
    """A cell of a table: its place in the grid."""

    __slots__ = ("column", "columns", "row", "rows", "table")

    def __init__(self, table: Table, row: int, column: int) -> None:
        self.table = table
        self.row = row
        self.column = column
        self.rows = 1
        self.columns = 1


class Table:
    """A table: its cells in reading order, and the table it stands in."""

    __slots__ = ("cells", "outer")

    def __init__(self, outer: Cell | None) -> None:
        self.outer = outer
        self.cells: list[Cell] = []


class Paragraph:
    """One paragraph.

    Attributes:
        start: byte of its start tag.
        end: byte of its end tag.
        pieces: in order.
        runs: in order, those without text included.
        hanging: paragraphs of the text boxes that hang on it.
        said: what it says of itself, by name of the element: pStyle, numId, ilvl, outlineLvl, jc.
        cell: the innermost cell it stands in.
        box: whether it stands in a text box.
        deleted: whether its end is a tracked deletion, so that the next one goes on from it.
    """

    __slots__ = ("box", "cell", "deleted", "end", "hanging", "pieces", "runs", "said", "start")

    def __init__(self, start: int, cell: Cell | None, *, box: bool) -> None:
        self.start = self.end = start
        self.pieces: list[Piece] = []
        self.runs: list[Run] = []
        self.hanging: list[Paragraph] = []
        self.said: dict[str, str] = {}
        self.cell = cell
        self.box = box
        self.deleted = False


class Story:
    """The text of one part.

    Attributes:
        part: name of the part.
        data: its bytes, in UTF-8.
        paragraphs: in reading order; those of a text box come after the paragraph it hangs on.
        tables: in reading order.
        body: whether it holds the body of a document.
        margins: kind ("header" or "footer") and id of the headers and footers that its sections name, in order.
    """

    __slots__ = ("body", "data", "margins", "paragraphs", "part", "tables")

    def __init__(self, part: str, data: bytes) -> None:
        self.part = part
        self.data = data
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.body = False
        self.margins: list[tuple[str, str]] = []
