"""The paragraphs of a Word document laid end to end: one text, with the way back to the bytes it stands in."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from reportlint.word.story import SOFT_BREAK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from reportlint.word.story import Paragraph, Piece, Story

    Part = Literal["body", "box", "footnote", "endnote", "header", "footer"]

PARAGRAPH_END = "\n"
MARKS = frozenset({"note", "note-start", "note-end"})
"""Kinds of pieces that hold no text."""

_START = attrgetter("start")


class Laid:
    """A piece of text and where it begins in the text of the whole document."""

    __slots__ = ("number", "piece", "start")

    def __init__(self, start: int, piece: Piece, number: int) -> None:
        self.start = start
        self.piece = piece
        self.number = number

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.piece.text)


class Line:
    """A paragraph in that text.

    Attributes:
        start: where it begins, its number included.
        text: where its own words begin, after its number.
        end: where it ends.
        label: its number, as Word shows it.
        bullet: whether it is an item with a bullet.
        heading: its level as a heading, from 1; 0: none.
        part: of the document.
        story: index of the part it stands in.
        paragraph: as it is stored.
    """

    __slots__ = ("bullet", "end", "heading", "label", "paragraph", "part", "start", "story", "text")

    def __init__(self, start: int, paragraph: Paragraph, part: Part, story: int) -> None:
        self.start = self.text = self.end = start
        self.paragraph = paragraph
        self.part: Part = "box" if paragraph.box and part == "body" else part
        self.story = story
        self.label = ""
        self.bullet = False
        self.heading = 0


class Layout:
    """The whole text.

    Attributes:
        source: its characters; paragraphs end with line feeds, breaks inside them are vertical tabs.
        lines: its paragraphs.
        stories: the parts it was taken from.
        notes: where each comment begins, ends and hangs, by its id and the kind of mark.
    """

    __slots__ = ("lines", "notes", "pieces", "source", "stories")

    def __init__(self) -> None:
        self.source = ""
        self.lines: list[Line] = []
        self.stories: list[Story] = []
        self.pieces: list[Laid] = []
        self.notes: dict[tuple[str, str], int] = {}

    def line_at(self, offset: int) -> int:
        """Index of the paragraph an offset is in."""
        return max(0, bisect_right(self.lines, offset, key=_START) - 1)

    def between(self, start: int, end: int) -> Iterator[Laid]:
        """Pieces that hold a character between two offsets, in order."""
        index = max(0, bisect_right(self.pieces, start, key=_START) - 1)
        while index < len(self.pieces) and self.pieces[index].start < end:
            if self.pieces[index].end > start:
                yield self.pieces[index]
            index += 1

    def editable(self, start: int, end: int) -> bool:
        """Whether the characters between two offsets can be replaced as they stand, without touching anything else."""
        if start == end:
            return any(laid.piece.literal and _is_free(laid.piece) for laid in self.between(start - 1, start + 1))
        at = start
        for laid in self.between(start, end):
            cut = laid.start < start or laid.end > end
            if laid.start > at or laid.piece.kind != "text" or not _is_free(laid.piece):
                return False
            if cut and not laid.piece.literal:
                return False
            at = laid.end
        return at >= end


def _is_free(piece: Piece) -> bool:
    """Whether a piece may be written to: it is text of its own, and no part of a field."""
    if piece.node is None or piece.node.trimmed:
        return False  # with other words in it, white space that is not shown now would be
    return piece.run is not None and not piece.run.locked


class Layer:
    """How a layout is made, piece by piece."""

    def __init__(self) -> None:
        self.layout = Layout()
        self._out: list[str] = []
        self._length = 0

    def begin(self, paragraph: Paragraph, part: Part, label: str) -> Line:
        """A paragraph begins, with its number."""
        if self.layout.lines:
            self._add(PARAGRAPH_END)
        line = Line(self._length, paragraph, part, len(self.layout.stories) - 1)
        line.label = label
        self._add(label)
        line.text = self._length
        self.layout.lines.append(line)
        return line

    def put(self, piece: Piece) -> None:
        """A piece of it."""
        if piece.kind == "page" and self._length > self.layout.lines[-1].text:
            piece.text = SOFT_BREAK  # a paragraph that goes on after it
        if piece.kind in MARKS:
            self.layout.notes.setdefault((piece.text, piece.kind), self._length)
        elif piece.text:
            self.layout.pieces.append(Laid(self._length, piece, len(self.layout.lines) - 1))
            self._add(piece.text)

    def end(self, line: Line) -> None:
        """The paragraph ends."""
        line.end = self._length

    def finish(self) -> Layout:
        """The layout of all that was put."""
        self.layout.source = "".join(self._out)
        return self.layout

    def _add(self, text: str) -> None:
        self._out.append(text)
        self._length += len(text)
