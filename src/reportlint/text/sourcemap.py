"""The way back from the reading text to the source it was read from."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from reportlint.text.frozen import frozen
from reportlint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXT = attrgetter("text")


@frozen
class Piece:
    r"""One aligned stretch: `length` code points of reading text at `text` stand for `width` code points at `source`.

    With `literal` the two are the same characters. Otherwise the piece is one unit that cannot be cut: a line end
    (`\r\n` read as `\n`), or text that has no source at all (`width` 0).
    """

    text: int
    length: int
    source: int
    width: int
    literal: bool


class SourceMap:
    """Maps reading offsets to source offsets; source characters between two pieces were dropped by the reader."""

    __slots__ = ("pieces",)

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = list(pieces)

    def start(self, offset: int) -> int:
        """Source offset of the character at `offset` (past the end: the end of the last piece)."""
        if not self.pieces:
            return 0
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=_TEXT) - 1)]
        inside = offset - piece.text
        if inside >= piece.length:
            return piece.source + piece.width
        return piece.source + inside if piece.literal else piece.source

    def end(self, offset: int) -> int:
        """Source offset just after the character before `offset`."""
        if not self.pieces or offset <= 0:
            return self.start(0)
        piece = self.pieces[max(0, bisect_right(self.pieces, offset - 1, key=_TEXT) - 1)]
        inside = min(offset - piece.text, piece.length)
        return piece.source + inside if piece.literal else piece.source + piece.width

    def to_source(self, span: Span) -> Span:
        """Source range of a reading range; an empty range stays empty."""
        start = self.start(span.start)
        return Span(start, max(start, self.end(span.end))) if len(span) else Span(start, start)

    def exact(self, span: Span) -> bool:
        """Whether the source holds this range in one stretch with nothing dropped inside, so that it can be edited."""
        if not self.pieces:
            return len(span) == 0
        first = max(0, bisect_right(self.pieces, span.start, key=_TEXT) - 1)
        at = self.start(span.start)
        for piece in self.pieces[first:]:
            if piece.text >= span.end:
                break
            if piece.width == 0 or max(piece.source, at) != at:
                return False
            at = piece.source + piece.width
        return True
