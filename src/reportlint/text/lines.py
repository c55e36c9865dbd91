"""Offsets to lines and columns."""

from __future__ import annotations

from bisect import bisect_right

from reportlint.text.pattern import Pattern

# Not str.splitlines(): it also breaks on \v \f \x1c-\x1e \x85 U+2028 U+2029, which no editor counts as lines.
_NEWLINE = Pattern(r"\r\n|\r|\n")


class LineIndex:
    r"""Line starts of one source string; lines end with \n, \r\n or \r, as in every editor."""

    __slots__ = ("source", "starts")

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts = [0, *(m.end() for m in _NEWLINE.finditer(source))]

    def line_column(self, offset: int) -> tuple[int, int]:
        """One-based line and one-based column in code points, for people and for JSON."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def utf16(self, offset: int) -> tuple[int, int]:
        """Zero-based line and zero-based UTF-16 column, for editors that speak LSP."""
        line = bisect_right(self.starts, offset)
        head = self.source[self.starts[line - 1] : offset]
        return line - 1, len(head) + sum(character > "\uffff" for character in head)

    def line_text(self, line: int) -> str:
        """Text of a one-based line, without its end."""
        end = self.starts[line] if line < len(self.starts) else len(self.source)
        return self.source[self.starts[line - 1] : end].rstrip("\r\n")
