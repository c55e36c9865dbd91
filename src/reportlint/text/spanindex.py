"""Many spans, asked by place."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from reportlint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def touches(one: Span, other: Span) -> bool:
    """Whether two spans share a code point; an empty one touches what it stands in or at the edge of."""
    if len(one) and len(other):
        return one.overlaps(other)
    return one.start <= other.end and other.start <= one.end


class SpanIndex:
    """Which of many spans touch a given one, without looking at all of them.

    Asking costs a binary search and the spans since the first one that reaches this far: few, unless they are nested.
    """

    __slots__ = ("_furthest", "_spans", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [span.start for span in self._spans]
        self._furthest = list(accumulate((span.end for span in self._spans), max))

    def touching(self, span: Span) -> Iterator[Span]:
        """Those that touch `span`, each once, the last in the text first."""
        at = bisect_right(self._starts, span.end)
        while at and self._furthest[at - 1] >= span.start:
            at -= 1
            if touches(self._spans[at], span):
                yield self._spans[at]
