"""Offsets, lines, source maps and patterns: what every other layer stands on.

Every position inside the program is an offset in code points. Lines and columns appear only where a person or
another program reads them.
"""

from reportlint.text.lines import LineIndex
from reportlint.text.pattern import MULTILINE, Pattern
from reportlint.text.sourcemap import Piece, SourceMap
from reportlint.text.span import Span

__all__ = ["MULTILINE", "LineIndex", "Pattern", "Piece", "SourceMap", "Span"]
