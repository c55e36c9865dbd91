"""From glyphs to lines: what stands on one height and close together."""

from __future__ import annotations

from itertools import pairwise

from reportlint.text import Pattern
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Glyph", "Line", "lines_of"]

_HEAD = Pattern(r"[（《〈【〔“‘「『(\[]{0,8}(?:[\x21\x23-\x26*-\x7e]{1,80}|.)[，。、；：？！）》〉】〕”’」』…—]{0,8}")
"""What cannot be divided between two lines at the beginning of a line: a Latin word, a number or one character, with
opening marks before and closing marks after it."""

_GAP = 1.5
"""Width of an empty stretch, in characters, that divides columns of a table; a paragraph has none, for a blank in a
form is made of spaces."""

_MARK = Pattern(
    r"[-•●◆■·▪\ue000-\uf8ff]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、．）)]|第[一二三四五六七八九十]{1,3}[章节条]"
)
_LONGEST_MARK = 8
_SPREAD = 4.0
"""How many times wider than the usual gap of the line it must be: titles may be spread over the line."""

_SPACE = 0.15
"""Width of the narrowest space, in sizes of the font; programs that write PDF files may leave a gap instead of it."""

_SHADOW = 0.2
"""How far, in characters, a second copy of a glyph is set off that makes it look bold."""


@frozen
class Glyph:
    """One character on a page; lengths are in points, y grows upwards.

    Attributes:
        text: what it stands for.
        left: its left edge.
        right: where the next one begins when nothing comes between.
        base: height of the line it stands on.
        size: about the size of its font.
        real: whether the file has it; PDFium adds spaces of its own.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    real: bool = True


@frozen
class Line:
    """One line, or what one column of a table has of it.

    Attributes:
        text: without spaces at both ends.
        left: left edge of the first character that is no space.
        right: right edge of the last.
        base: height of the line on the page.
        size: width of an ideograph; without any, the size of the font.
        head: width of what cannot be divided at its beginning.
        chinese: whether it has an ideograph.
        alone: whether nothing else stands on its height in the same run of text.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    head: float
    chinese: bool
    alone: bool


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines of a page, in the order of the file."""
    found: list[Line] = []
    for row in _rows(glyphs):
        parts = [part for part in map(_trimmed, _split(row)) if part]
        found += [_line(part, alone=len(parts) == 1) for part in parts]
    return found


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs on one height, as long as they run to the right; small ones may stand higher or lower."""
    row: list[Glyph] = []
    largest = Glyph("", 0.0, 0.0, 0.0, 0.0)
    right = 0.0
    for glyph in glyphs:
        size = max(glyph.size, largest.size)
        if row and (abs(glyph.base - largest.base) > size / 2 or glyph.left < right - size):
            yield row
            row = []
        elif row and glyph.text == row[-1].text and abs(glyph.left - row[-1].left) < size * _SHADOW:
            continue
        if not row or glyph.size > largest.size:
            largest = glyph
        row.append(glyph)
        right = glyph.right
    if row:
        yield row


def _split(row: list[Glyph]) -> Iterator[list[Glyph]]:
    """The columns of a row."""
    real = [glyph for glyph in row if glyph.real]
    gaps = sorted(after.left - before.right for before, after in pairwise(real))
    usual = max(gaps[len(gaps) // 2], 0.0) if gaps else 0.0
    part: list[Glyph] = []
    end: Glyph | None = None
    for glyph in row:
        if glyph.real:
            if end and glyph.left - end.right > max(glyph.size * _GAP, usual * _SPREAD) and not _is_mark(part):
                yield part
                part = []
            end = glyph
        part.append(glyph)
    if part:
        yield part


def _is_mark(part: list[Glyph]) -> bool:
    """Whether it is nothing but the mark of an item, after which a tabulator may stand."""
    return len(part) <= _LONGEST_MARK and _MARK.fullmatch("".join(glyph.text for glyph in part).strip()) is not None


def _trimmed(part: list[Glyph]) -> list[Glyph]:
    """Without spaces at both ends, and without those that PDFium added although the writing has none."""
    inked = [index for index, glyph in enumerate(part) if not glyph.text.isspace()]
    if not inked:
        return []
    part = part[inked[0] : inked[-1] + 1]
    return [
        glyph
        for index, glyph in enumerate(part)
        if glyph.real or _divides(part[index - 1], part[index + 1] if part[index + 1].real else part[index + 2])
    ]


def _divides(before: Glyph, after: Glyph) -> bool:
    """Whether a space that PDFium added is one: the stretch is wide, and no Chinese stands beside it."""
    return before.text.isascii() and after.text.isascii() and after.left - before.right > _SPACE * after.size


def _line(part: list[Glyph], *, alone: bool) -> Line:
    text = "".join(glyph.text for glyph in part)
    widths = sorted(glyph.right - glyph.left for glyph in part if "㐀" <= glyph.text <= "鿿")
    sizes = sorted(glyph.size for glyph in part)
    bases = sorted(glyph.base for glyph in part)
    middle = len(part) // 2
    size = widths[len(widths) // 2] if widths else sizes[middle]
    head = _HEAD.match(text)
    last = part[min(head.end() if head else 1, len(part)) - 1]
    return Line(text, part[0].left, part[-1].right, bases[middle], size, last.right - part[0].left, bool(widths), alone)
