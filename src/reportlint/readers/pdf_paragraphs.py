"""From lines to paragraphs: a PDF file knows only where each line stands, not which lines belong together.

A line goes on with the next one when nothing speaks against it: it ends where the next word would no longer have had
room, the next line begins at the margin, has letters of the same size, and follows at the usual distance. Texts in
several columns side by side come out line by line.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from reportlint.text import Pattern
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.readers.pdf_lines import Line

__all__ = ["Page", "paragraphs_of"]

_EDGE = 0.18
"""Share of a page's height, at its top and at its bottom, in which running headers and page numbers stand."""

_OUTERMOST = 2
"""How many lines may be running headers or footers there."""

_FEW = 3
"""On so many pages something must stand to be a running header; in a document with fewer pages on two."""

_PAGE_NUMBER = Pattern(
    r"[—–\-－―─·•~～\s]*(?:\d{1,4}|[ivxlc]{1,6})[—–\-－―─·•~～\s]*|第\s*[\d一二三四五六七八九十百]{1,5}\s*页.{0,20}"
    r"|\d{1,4}\s*/\s*\d{1,4}|(?:[Pp]age|[PpＰ])[.\s]*\d{1,4}(?:\s*of\s*\d{1,4})?"
)
_DIGITS = Pattern(r"\d+")
_BETWEEN_WORDS = Pattern(r"(?![Xx*]{2})(?:[A-Za-z,.;:!?)][A-Za-z(]|[A-Za-z,;:)]\d|\d[A-Za-z(])")
"""Two characters at the end of one line and the beginning of the next that belong to two words."""

_ITEM = Pattern(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[、是要）)]|第[一二三四五六七八九十]{1,3}[，、]|[-•●◆■·▪]|[（(]?\d{1,2}[.、．）)])"
)
"""How an item of a list begins."""

_INDENT = 1.2
"""From how many characters on a line is indented; paragraphs are by two."""

_CLEARLY = 0.5
"""By how many characters there must have been room for the next word."""

_BULLETS = "•●◆■▪"
"""What always begins an item."""

_DEEPEST = 6
"""To how many characters a block is indented at most; what stands further to the right is a signature."""

_HANGING = 4
"""By how many characters the lines of an item hang under its words at most."""

_MARKED = Pattern(r"[-•●◆■·▪\ue000-\uf8ff]|[（(]?\d{1,2}[.、．）)]")
"""How an item begins whose lines may hang."""

_LARGER = 1.08
"""From which ratio on letters are of another size; 三号 and 小三 differ by 1.07, but a draft has one of them."""

_FAR = 1.6
"""From which multiple of the usual distance on lines are apart."""

_NO_PITCH = 3
"""From which multiple of the size on a distance is none between lines of a paragraph."""

_ENDS = "。！？；：!?;:…”）)"
_OWN_LINES = 12
"""From how many lines on a page's own margins are believed, of which each needs the share `_MANY` of its lines."""

_MANY = 0.3
_SOME = 0.05
"""The same for all pages together."""


@frozen
class Page:
    """Lines of a page in the order of the file, and its lower and upper edge."""

    lines: tuple[Line, ...]
    bottom: float
    top: float


@frozen
class _Body:
    """What is left of a page without running headers, footers and page numbers.

    Attributes:
        lines: in the order of the file.
        left: the left margin.
        right: the right margin.
        flush: whether the paragraphs of the document begin at the left margin, so that only their ends tell them apart.
    """

    lines: tuple[Line, ...]
    left: float
    right: float
    flush: bool


def paragraphs_of(pages: Sequence[Page]) -> list[str]:
    """The paragraphs of a text, in reading order, without page numbers and running headers and footers."""
    kept = _without_running(pages)
    bodies = _bodies(kept)
    pitch = _usual_pitch(kept)
    found: list[list[Line]] = []
    before: tuple[Line, _Body] | None = None
    for body in bodies:
        for line in body.lines:
            if before and _goes_on(found[-1], before[1], line, body, pitch):
                found[-1].append(line)
            else:
                found.append([line])
            before = line, body
    return [_joined(lines) for lines in found]


def _joined(lines: Sequence[Line]) -> str:
    """The words of lines: a space comes between Latin words only, and none into a number or a mask."""
    text = ""
    for line in lines:
        text += " " if _BETWEEN_WORDS.fullmatch(text[-1:] + line.text[0]) else ""
        text += line.text
    return text


def _goes_on(paragraph: Sequence[Line], body: _Body, after: Line, after_body: _Body, pitch: float) -> bool:
    """Whether a line belongs to the paragraph before it."""
    line = paragraph[-1]
    if not (line.alone and after.alone) or _differ(line, after) or after.text[0] in _BULLETS:
        return False
    if body.right - line.right > after.head + _CLEARLY * line.size:
        return False
    if body is after_body and not 0 < line.base - after.base <= max(pitch * line.size * _FAR, line.size * _FAR):
        return False
    indent = after.left - after_body.left
    if indent < _INDENT * after.size:
        return not (body.flush and line.text[-1] in _ENDS and _ITEM.match(after.text))
    return line.text[-1] not in _ENDS and _goes_on_indented(paragraph, body, after, after_body)


def _goes_on_indented(paragraph: Sequence[Line], body: _Body, after: Line, after_body: _Body) -> bool:
    """Whether an indented line belongs to a full one before it: in a block, under an item, or in a title."""
    line = paragraph[-1]
    indent = after.left - after_body.left
    shift = indent - (line.left - body.left)
    if abs(shift) < line.size * _CLEARLY:
        return indent < _DEEPEST * after.size
    if len(paragraph) == 1 and 0 < shift < _HANGING * line.size and _MARKED.match(line.text):
        return True
    in_the_middle = abs(indent - (after_body.right - after.right)) < after.size
    return in_the_middle and indent > 2 * _INDENT * after.size


def _differ(line: Line, after: Line) -> bool:
    """Whether the ideographs of two lines are of different size; Latin letters say little about it."""
    sizes = sorted((line.size, after.size))
    return line.chinese and after.chinese and sizes[1] > _LARGER * sizes[0]


def _without_running(pages: Sequence[Page]) -> list[tuple[Line, ...]]:
    """Lines of each page without page numbers and what stands on many pages in the same place."""
    at_edge = [_at_edge(page) for page in pages]
    places: dict[tuple[str, int], int] = {}
    for lines in at_edge:
        for key in {_running_key(line) for line in lines}:
            places[key] = places.get(key, 0) + 1
    least = min(_FEW, max(2, len(pages)))
    running = {key for key, count in places.items() if count >= least}
    return [
        tuple(
            line
            for line in page.lines
            if not (line in edge and (_PAGE_NUMBER.fullmatch(line.text) or _running_key(line) in running))
        )
        for page, edge in zip(pages, at_edge, strict=True)
    ]


def _at_edge(page: Page) -> set[Line]:
    """The outermost lines of a page that stand in its margins."""
    lines = sorted(page.lines, key=lambda line: line.base)
    edge = (page.top - page.bottom) * _EDGE
    low = [line for line in lines[:_OUTERMOST] if line.base < page.bottom + edge]
    high = [line for line in lines[-_OUTERMOST:] if line.base > page.top - edge]
    return {*low, *high}


def _running_key(line: Line) -> tuple[str, int]:
    return _DIGITS.compiled.sub("#", line.text), round(line.base)


def _bodies(pages: Sequence[tuple[Line, ...]]) -> list[_Body]:
    """Pages with their margins."""
    everything = [line for lines in pages for line in lines]
    if not everything:
        return []
    size = median(line.size for line in everything)
    left = _edge([line.left for line in everything], size, _SOME)
    right = _edge([-line.right for line in everything], size, _SOME)
    indented = sum(line.left - left > _INDENT * line.size for line in everything)
    flush = indented < len(everything) * _SOME
    return [
        _Body(
            lines,
            _margin([line.left for line in lines], size, left),
            -_margin([-line.right for line in lines], size, right),
            flush,
        )
        for lines in pages
    ]


def _margin(places: Sequence[float], size: float, usual: float) -> float:
    """The margin of a page: its own where many lines stand at it and none beyond, else that of the document."""
    if len(places) < _OWN_LINES:
        return usual
    own = _edge(places, size, _MANY)
    return own if own - min(places) < size else usual


def _edge(places: Iterable[float], size: float, share: float) -> float:
    """The middle of the outermost places that a share of all, and two at least, have within one character."""
    ordered = sorted(places)
    quorum = max(2, int(len(ordered) * share))
    last = 0
    for first, place in enumerate(ordered):
        while last < len(ordered) and ordered[last] <= place + size:
            last += 1
        if last - first >= quorum:
            return median(ordered[first:last])
    return ordered[0]


def _usual_pitch(pages: Sequence[tuple[Line, ...]]) -> float:
    """The usual distance of two lines of the same size, in multiples of it."""
    pitches = [
        (line.base - after.base) / line.size
        for lines in pages
        for line, after in pairwise(lines)
        if line.alone and after.alone and line.size and 0 < line.base - after.base < _NO_PITCH * line.size
    ]
    return median(pitches) if pitches else 0.0
