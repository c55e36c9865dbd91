"""Changes of several things at once, and on a named base: 分别由A、B增加到C、D; 在A的基础上增长p，达到B."""

from __future__ import annotations

from reportlint.facts.change_rates import Change, Rate, kind_of, rate_from, usable, widened
from reportlint.facts.change_times import at_prices, same_base, years_from
from reportlint.facts.change_words import by_how_much, from_before, from_to, reaching, rising, than_before
from reportlint.facts.units import compatible
from reportlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.quantities import Quantity

    Found = tuple[list[Change], int]
    """Changes, and which amount is the last they use."""

_BASES = ("的基础上", "基础上", "的基数上")
_JOINTS = frozenset(("、", "和", "及", "与", "以及", "，", ","))
_WINDOW = 48
_LEFT = 30
_THAN_LEFT = 14
_MOST = 6


def rows(text: str, known: Sequence[Quantity], index: int) -> Found | None:
    """Changes of 分别由A、B增加到C、D，分别增长p和q, where the first row begins at an amount; None when it does not.

    The rows must be of one length and their units must fit in order; rates of another number are left out.
    """
    if index + 3 >= len(known) or _words(text, known, index) not in _JOINTS:
        return None
    first = known[index]
    left = text[max(first.sentence.start, first.span.start - _LEFT) : first.span.start]
    if not from_before().search(left):
        return None
    count = _row(text, known, index)
    later = index + count
    words = _words(text, known, later - 1)
    match = from_to().compiled.fullmatch(words) if words and later + count <= len(known) else None
    if match is None or _row(text, known, later) != count:
        return None
    pairs = [(known[index + place], known[later + place]) for place in range(count)]
    if not all(
        compatible(before.unit, after.unit) and usable(before, text) and usable(after, text) for before, after in pairs
    ):
        return None
    word = match["verb"] or ""
    at = known[later - 1].span.end
    verb = Span(at + match.start("verb"), at + match.end("verb")) if word else None
    years = years_from(left, match[0])
    last = later + count - 1
    found: list[list[Rate]] = []
    while len(found) < _MOST and (rates := _rates(text, known, last, [after for _, after in pairs])):
        found.append(rates)
        last += count
    return [
        Change(
            before,
            after,
            verb,
            rising(word),
            years,
            tuple(rates[place] for rates in found if same_base(rates[place], years, left, text)),
            at_prices(text, first, after),
        )
        for place, (before, after) in enumerate(pairs)
    ], last


def based(text: str, known: Sequence[Quantity], index: int) -> Found | None:
    """The change of 在A的基础上增长p，达到B, or of B，在A的基础上增长p, where A is the amount at an index."""
    before = known[index]
    start = before.span.end
    base = next((base for base in _BASES if text.startswith(base, start)), "")
    left = text[max(before.sentence.start, before.span.start - _THAN_LEFT) : before.span.start]
    if (not base and not than_before().search(left)) or not usable(before, text):
        return None
    rates: list[Rate] = []
    at = index
    while len(rates) < _MOST and (words := _words(text, known, at)) is not None and at + 1 < len(known):
        words = words if rates else words.removeprefix(base)
        begin = known[at].span.end + (0 if rates else len(base))
        match = by_how_much().compiled.fullmatch(words)
        rate = rate_from(match, begin, known[at + 1], before) if match else None
        if rate is None or rate.base:
            break
        rates.append(widened(rate, text))
        at += 1
    if not rates:
        return None
    words = _words(text, known, at)
    if words and reaching().compiled.fullmatch(words):
        after, last = known[at + 1], at + 1
    else:
        if not base:
            return None
        words = _words(text, known, index - 1) if index else None
        if not words or words[0] not in "，,（(" or not words[1:].startswith(("在", "是在")) or known[index - 1].change:
            return None
        after, last = known[index - 1], at
    if not compatible(before.unit, after.unit) or not usable(after, text):
        return None
    return [Change(before, after, None, None, (), tuple(rates), at_prices(text, before, after))], last


def _rates(text: str, known: Sequence[Quantity], last: int, afters: list[Quantity]) -> list[Rate]:
    """The rates of a row behind the later amounts, one for each of them; empty when there are not as many."""
    count = len(afters)
    words = _words(text, known, last)
    if words is None or last + count >= len(known) or _row(text, known, last + 1) != count:
        return []
    bare = words.replace("分别", "", 1)
    match = by_how_much().compiled.fullmatch(bare)
    if match is None or match["turn"] or match["multiple"]:
        return []
    word = match["verb"]
    begin = text.rfind(word, known[last].span.end, known[last + 1].span.start)
    found: list[Rate] = []
    for place, after in enumerate(afters):
        quantity = known[last + 1 + place]
        kind = kind_of(quantity, after)
        if kind is None or kind == "whole" or begin < 0:
            return []
        span = Span(begin, begin + len(word))
        found.append(Rate(quantity, span, rising(word), kind, bool(match["annual"]), match["base"] or ""))
    return found


def _row(text: str, known: Sequence[Quantity], index: int) -> int:
    """How many amounts stand in a row from one on, joined by 、 or 和."""
    count = 1
    while count <= _MOST and _words(text, known, index + count - 1) in _JOINTS:
        count += 1
    return count


def _words(text: str, known: Sequence[Quantity], index: int) -> str | None:
    """Words between an amount and the next one of its sentence; None when there is none near."""
    if index + 1 >= len(known):
        return None
    one, other = known[index], known[index + 1]
    if not 0 <= other.span.start - one.span.end <= _WINDOW or other.sentence.start != one.sentence.start:
        return None
    return text[one.span.end : other.span.start]
