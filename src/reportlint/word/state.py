"""Where a walk through a Word document has come to, and how it notes text there."""

from __future__ import annotations

from reportlint.word.fields import Fields
from reportlint.word.story import OBJECT, Paragraph, Piece, Run, Story, TextNode
from reportlint.word.tables import Tables
from reportlint.word.xml import parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.word.story import PieceKind

_OFF = frozenset({"0", "false", "off"})
_LINE_ENDS = frozenset({"\n", "\r"})
"""Each comes alone from the parser, the second only as a reference."""

_PRESERVE = ("http://www.w3.org/XML/1998/namespace space", "preserve")


class State:
    """What is open at a place.

    Attributes:
        story: what was found so far.
        fields: those that are open.
        tables: those that are open.
        outside: fields, tables and the paragraph to go on from, of what is around each text box.
        open: paragraphs; more than one in text boxes.
        runs: likewise.
        carried: a paragraph whose end is deleted, for the next to go on from.
        waiting: marks of comments between paragraphs.
        properties: whose properties are open: "paragraph", "mark" (the end of one), "run", "row", or none.
        inserted: how many tracked insertions are open.
        skipped: depth inside an element that is not read.
        count: of the paragraphs that ended.
        chosen: whether one of the alternatives was read, for each place that offers several.
        lost: whether a text box ended in a field that hides what follows it.
        writing: what text goes to.
    """

    def __init__(self, part: str, data: bytes, fields: Fields) -> None:
        self.story = Story(part, data)
        self.data = data
        self.fields = fields
        self.tables = Tables()
        self.outside: list[tuple[Fields, Tables, Paragraph | None]] = []
        self.open: list[Paragraph] = []
        self.runs: list[Run] = []
        self.carried: Paragraph | None = None
        self.waiting: list[Piece] = []
        self.node: TextNode | None = None
        self.fresh: list[Piece] = []
        self.properties = ""
        self.inserted = 0
        self.skipped = 0
        self.count = 0
        self.chosen: list[bool] = []
        self.lost = False
        self.writing: Callable[[str], None] | None = None
        self.plain = True
        self.parser = parser(self.start, self.end, self.words)
        self.parser.StartCdataSectionHandler = lambda: setattr(self, "plain", False)
        self.parser.EndCdataSectionHandler = lambda: setattr(self, "plain", True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        raise NotImplementedError

    def end(self, name: str) -> None:
        """It ends."""
        raise NotImplementedError

    def words(self, text: str) -> None:
        """Text that the parser found."""
        if self.writing and not self.skipped:
            self.writing(text)

    def run(self, _: str, __: dict[str, str]) -> None:
        """A run begins."""
        made = Run(
            self.parser.CurrentByteIndex,
            locked=bool(self.fields),
            inserted=self.inserted > 0,
            nested=bool(self.outside),
        )
        self.runs.append(made)
        if self.open:
            self.open[-1].runs.append(made)

    def end_run(self) -> None:
        """It ends."""
        if self.runs:
            end = self.parser.CurrentByteIndex
            # Of an empty element the parser names the byte after it; then its tag ends with />.
            self.runs.pop().end = end if self.data.startswith(b"</", end) else end - 2

    def run_properties(self, _: str, __: dict[str, str]) -> None:
        """The formatting of a run, or of the end of a paragraph, begins."""
        if self.properties:
            self.properties = "mark"
        elif self.runs:
            self.properties = "run"
            self.runs[-1].properties = (self.parser.CurrentByteIndex, 0)

    def end_run_properties(self) -> None:
        """It ends."""
        if self.properties == "run":
            start, end = self.runs[-1].properties[0], self.parser.CurrentByteIndex
            # Of an empty element the parser names the byte after it, of others that of the end tag.
            closed = self.data.startswith(b"</", end)
            self.runs[-1].properties = (start, self.data.index(b">", end) + 1 if closed else end)
        self.properties = "paragraph" if self.properties == "mark" else ""

    def said(self, name: str, attributes: dict[str, str]) -> None:
        """A property of the paragraph or run that is open."""
        value = attributes.get("val", "")
        if self.properties == "paragraph" and self.open:
            self.open[-1].said[name] = value
        elif self.properties == "run" and name == "rStyle":
            self.runs[-1].style = value
        elif self.properties == "run" and name == "b":
            self.runs[-1].bold = value not in _OFF
        elif self.properties == "run" and name == "vanish":
            self.runs[-1].hidden = value not in _OFF

    def alternatives(self, _: str, __: dict[str, str]) -> None:
        """Several ways to write the same begin."""
        self.chosen.append(False)

    def alternative(self, _: str, __: dict[str, str]) -> None:
        """One of them; the first is read (ECMA-376 part 3, clause 7.5)."""
        if self.chosen:
            self.skipped = int(self.chosen[-1])
            self.chosen[-1] = True

    def end_alternatives(self) -> None:
        """They end."""
        self.chosen.pop()

    def text_node(self, _: str, attributes: dict[str, str]) -> None:
        """Text begins."""
        space, preserve = _PRESERVE
        if self.runs and not self.properties:
            self.node = TextNode(self.parser.CurrentByteIndex, preserved=attributes.get(space) == preserve)
            self.fresh = []
            self.writing = self.read

    def read(self, text: str) -> None:
        """A piece of text that the parser found in one go."""
        if self.fields.hides() or self.runs[-1].hidden:
            return
        start, raw = self.parser.CurrentByteIndex, text.encode()
        referred = self.plain and self.data.startswith(b"&", start)  # &amp; begins with the sign it stands for
        literal = self.plain and not referred and self.data.startswith(raw, start) and text != "\n"
        last = self.fresh[-1] if self.fresh else None
        if literal and last and last.literal and last.end == start:
            last.text += text
            last.end = start + len(raw)
            return
        made = self.put("text", " " if text in _LINE_ENDS else text)
        made.node, made.literal = self.node, literal
        made.end = self.data.index(b";", start) + 1 if referred else start + len(raw)
        self.fresh.append(made)

    def end_text(self) -> None:
        """It ends."""
        if self.node is None:
            return
        self.node.end = self.parser.CurrentByteIndex
        if not self.node.preserved and self.fresh:
            self.node.trimmed = _trim(self.fresh)
        self.node = self.writing = None
        self.fresh = []

    def put(self, kind: PieceKind, text: str) -> Piece:
        """Note a piece at the place the walk has come to."""
        made = Piece(kind, text, self.parser.CurrentByteIndex, self.runs[-1] if self.runs else None)
        if kind in {"text", "object"} and self.fields.counts_pages():
            made.kind, made.text = "object", OBJECT
        if kind.startswith("note"):
            (self.open[-1].pieces if self.open else self.waiting).append(made)
        elif self.open and not self.fields.hides() and not (made.run and made.run.hidden):
            self.open[-1].pieces.append(made)
        return made


def _trim(pieces: list[Piece]) -> bool:
    """Take white space from the ends of the text of one element, as Word does unless it says to preserve it.

    Returns:
        Whether there was any.
    """
    before = sum(len(piece.text) for piece in pieces)
    for piece in pieces:
        words = piece.text.lstrip(" \t")
        piece.start += len(piece.text) - len(words) if piece.literal else 0
        piece.text = words
        if words:
            break
    for piece in reversed(pieces):
        words = piece.text.rstrip(" \t")
        piece.end -= len(piece.text) - len(words) if piece.literal else 0
        piece.text = words
        if words:
            break
    return sum(len(piece.text) for piece in pieces) < before
