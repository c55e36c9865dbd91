"""Findings in the text of a draft: every place of every finding, painted in one pass over the text.

Places overlap and lie in each other, elements of a page cannot. So the text is cut wherever a place begins or ends, and
each piece that a place covers becomes one `<mark>`, coloured after the gravest finding there. The marks of a file have
numbers from 0 in reading order; a place knows its first and its last one. Nothing is listed per mark, so that the page
grows with the draft and with the number of places, never with their product.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from reportlint.reporters.html_text import LEVELS, level, level_word, prose, words
from reportlint.text import Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.diagnostic import Diagnostic
    from reportlint.document import Block
    from reportlint.reporting import ReportOptions

ALSO = len(LEVELS)
"""The level of a related place: it is not at fault itself, and is shown only while its finding is looked at."""

_NAMES = (*LEVELS, "also")
_START = attrgetter("span.start")
_END, _POINT, _BEGIN = range(3)


@frozen
class Spot:
    """One place of one finding.

    Attributes:
        span: where, in the reading text; an empty one is a point.
        level: index in LEVELS, or ALSO.
        anchor: id of the place on the page.
        entry: id of the finding in the list.
        number: of the finding in the list.
        label: what the place is, for a tip and for those who listen.
    """

    span: Span
    level: int
    anchor: str
    entry: str
    number: int
    label: str


def spots(numbered: Sequence[Diagnostic], file: int, options: ReportOptions) -> Iterator[Spot]:
    """The places of the findings of one file, which are listed from number 1 on."""
    for number, diagnostic in enumerate(numbered, 1):
        name, entry = level(diagnostic), f"e{file}-{number}"
        word, message = level_word(name, options), diagnostic.message.render(options.language)
        label = options.choose(f"第 {number} 条，{word}：{message}", f"Finding {number}, {word}: {message}")
        start = diagnostic.location.span.start
        span = Span(start, start) if diagnostic.scope == "document" else diagnostic.location.span
        yield Spot(span, LEVELS.index(name), f"m{file}-{number}", entry, number, label)
        # The other places of a group are at fault like its first one.
        kind = LEVELS.index(name) if diagnostic.count > 1 else ALSO
        tip = options.choose(f"第 {number} 条，{word}", f"Finding {number}, {word}")
        for place, related in enumerate(diagnostic.related, 1):
            yield Spot(related.span, kind, f"r{file}-{number}-{place}", entry, number, tip)


def settled(span: Span, blocks: Sequence[Block]) -> Span:
    """The part of a span that lies in blocks, from its first character there to its last one.

    A span without any becomes a point in a block: where it begins, or at the end of the block before.
    """
    if not blocks:
        return Span(0, 0)
    before = max(0, bisect_right(blocks, span.start, key=_START) - 1)
    here = blocks[before].span
    start = max(span.start, here.start)
    if start >= here.end and span.end > here.end and before + 1 < len(blocks):
        start = max(start, blocks[before + 1].span.start)
    last = blocks[max(0, bisect_right(blocks, span.end - 1, key=_START) - 1)].span if span.end else here
    end = min(span.end, last.end)
    if start < end:
        return Span(start, end)
    point = min(max(span.start, here.start), here.end)
    return Span(point, point)


class Painter:
    """Text in reading order to content with marks; stretches are asked for from left to right, and never twice.

    Attributes:
        painted: how many marks there are so far.
        ranges: first and last mark of each place, by its anchor; a point has none.
    """

    def __init__(self, text: str, places: Sequence[Spot], blocks: Sequence[Block]) -> None:
        self.painted = 0
        self.ranges: dict[str, tuple[int, int]] = {}
        self._text = text
        self._places = places
        self._counts = [0] * len(_NAMES)
        self._firsts: dict[int, int] = {}
        self._events = sorted(_events(places, blocks), reverse=True)

    def paint(self, start: int, end: int) -> str:
        """The content of one stretch, with the points at its end."""
        parts: list[str] = []
        while self._events:
            offset, kind, index = self._events[-1]
            if offset > end or (offset == end and kind == _BEGIN):
                break
            parts.append(self._piece(start, offset))
            start = max(start, offset)
            parts.append(self._pass(kind, index))
            self._events.pop()
        parts.append(self._piece(start, end))
        return "".join(parts)

    def _piece(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        content = prose(self._text[start:end])
        for name, count in zip(_NAMES, self._counts, strict=True):
            if count:
                self.painted += 1
                return f'<mark class="{name}">{content}</mark>'
        return content

    def _pass(self, kind: int, index: int) -> str:
        """What stands at a beginning, an end or a point."""
        spot = self._places[index]
        if kind == _END:
            self._counts[spot.level] -= 1
            self.ranges[spot.anchor] = (self._firsts.pop(index), self.painted - 1)
            return ""
        if kind == _BEGIN:
            self._counts[spot.level] += 1
            self._firsts[index] = self.painted
        return _anchor(spot, "at" if kind == _BEGIN else "at point")


def _events(places: Sequence[Spot], blocks: Sequence[Block]) -> Iterator[tuple[int, int, int]]:
    """Offset, kind and place of everything that happens in the text."""
    for index, spot in enumerate(places):
        span = settled(spot.span, blocks)
        if len(span):
            yield span.start, _BEGIN, index
            yield span.end, _END, index
        else:
            yield span.start, _POINT, index


def _anchor(spot: Spot, kind: str) -> str:
    """Where a link leads to; its number is written by the style sheet, so that a copied draft holds none."""
    if spot.level == ALSO:
        return f'<span class="{kind}" id="{spot.anchor}" tabindex="-1"></span>'
    return (
        f'<a class="{kind} {_NAMES[spot.level]}" id="{spot.anchor}" href="#{spot.entry}" data-number="{spot.number}" '
        f'aria-label="{words(spot.label)}" title="{words(spot.label)}"></a>'
    )
