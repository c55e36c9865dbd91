"""Where a rule's words stand in a text, and where they are right nevertheless."""

from __future__ import annotations

from operator import add

from reportlint.text import Span
from reportlint.text.find import find_all
from reportlint.text.frozen import frozen
from reportlint.text.spanindex import SpanIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlint.rules.rule import Item, Rule

_LATIN = frozenset(chr(start + step) for start in (0x41, 0x61, 0xFF21, 0xFF41) for step in range(26))
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_POINTS = frozenset(".．,")
_MANY = 50


@frozen
class Hit:
    """A place where an item of a rule stands.

    Attributes:
        span: its characters, at least one.
        item: what was found.
        right: what should stand there, an expression's template filled in.
    """

    span: Span
    item: Item
    right: str | None


def hits(rule: Rule, text: str, seconds: float | None = None) -> list[Hit]:
    """Where the items of a rule stand, in reading order: of one inside another the longer, none that is spared.

    Raises:
        PatternTimeoutError: when an expression takes longer than `seconds`.
    """
    return _not_spared(rule, text, _outermost(occurrences(rule.items, text, seconds)), seconds)


def every(rule: Rule, items: Sequence[Item], text: str) -> list[Hit]:
    """Where some items stand, in reading order, also those inside others; none that is spared.

    Raises:
        PatternTimeoutError: when an expression takes too long.
    """
    return _not_spared(rule, text, sorted(occurrences(items, text), key=_place), None)


def faults(rule: Rule, text: str, seconds: float | None = None) -> list[Hit]:
    """As `hits`, without those that already stand in their right form.

    Raises:
        PatternTimeoutError: when an expression takes longer than `seconds`.
    """
    return [hit for hit in hits(rule, text, seconds) if not _is_right(text, hit)]


def occurrences(items: Sequence[Item], text: str, seconds: float | None = None) -> Iterator[Hit]:
    """All places where any of the items stands, item by item.

    Raises:
        PatternTimeoutError: when an expression takes longer than `seconds`.
    """
    for item in _possible(items, text):
        if item.expression is None:
            for start in find_all(text, item.words):
                span = Span(start, start + len(item.words))
                if not _cuts(text, span):
                    yield Hit(span, item, item.right)
        else:
            for match in item.expression.matches(text, seconds):
                if match.end() > match.start():
                    yield Hit(Span(*match.span()), item, match.expand(item.right) if item.right else item.right)


def _possible(items: Sequence[Item], text: str) -> Iterable[Item]:
    """Those that can stand in the text. Of a long list nearly all are ruled out by their first two characters."""
    if len(items) < _MANY:
        return items
    pairs = set(map(add, text, text[1:]))
    return [item for item in items if item.expression or len(item.words) == 1 or item.words[:2] in pairs]


def _cuts(text: str, span: Span) -> bool:
    """Whether a Latin word or a number goes on before or after: AI is no word of MAIL, 500 none of 1,500 or 3.500."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    return _goes_on(text[span.start], before[::-1]) or _goes_on(text[span.end - 1], after)


def _goes_on(edge: str, beyond: str) -> bool:
    """Whether what begins with `edge` goes on in the two characters beyond it, the nearer first."""
    if edge in _LATIN:
        return beyond[:1] in _LATIN
    if edge not in _DIGITS:
        return False
    return beyond[:1] in _DIGITS or (beyond[:1] in _POINTS and beyond[1:] in _DIGITS)


def _place(hit: Hit) -> tuple[int, int]:
    return hit.span.start, -hit.span.end


def _outermost(found: Iterable[Hit]) -> list[Hit]:
    """Those that lie in no other, in reading order; of those at one place the first."""
    kept: list[Hit] = []
    reached = 0
    for hit in sorted(found, key=_place):
        if hit.span.end > reached:
            kept.append(hit)
            reached = hit.span.end
    return kept


def _not_spared(rule: Rule, text: str, found: list[Hit], seconds: float | None) -> list[Hit]:
    """Without those inside an exception; exceptions hold wherever their characters stand."""
    if not found or not rule.spared:
        return found
    spans: list[Span] = []
    for item in rule.spared:
        if item.expression is None:
            spans += (Span(start, start + len(item.words)) for start in find_all(text, item.words))
        else:
            spans += (Span(*match.span()) for match in item.expression.matches(text, seconds))
    index = SpanIndex(spans)
    return [hit for hit in found if not any(spared.covers(hit.span) for spared in index.touching(hit.span))]


def _is_right(text: str, hit: Hit) -> bool:
    """Whether a wrong form stands inside its right form: 工人 in 工人阶级."""
    if not hit.right:
        return False
    words = text[hit.span.start : hit.span.end]
    at = hit.right.find(words)
    while at >= 0:
        if hit.span.start >= at and text.startswith(hit.right, hit.span.start - at):
            return True
        at = hit.right.find(words, at + 1)
    return False
