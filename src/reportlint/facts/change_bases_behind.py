"""Changes whose base is named behind: 收到34件。与上年的40件相比，增长15%; 完成1.86亿元，增长8.3%（上年为1.75亿元）."""

from __future__ import annotations

from reportlint.facts.change_rates import Change, Rate, rate_from, usable, widened
from reportlint.facts.change_times import at_prices, same_base
from reportlint.facts.change_words import base_in_brackets, by_how_much, set_against, year_of
from reportlint.facts.units import compatible
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.quantities import Quantity

_AGAINST = ("相比较", "相比", "相较", "比较", "比")
_SUBJECT = 14
_MOVING = frozenset("增长高升大涨多幅减少降落滑跌缩短小窄简翻")
"""One of these stands before every rate: a look at them spares a long expression."""
_CLOSING = ("）", ")", "，", ",", "；")
_YEARS = Pattern(r"[12]\d{3}(?=年)")
_NOT_OURS = Pattern(r"其中|[一-鿿]{2}(?:镇|县|市|区|省)(?!级|内|本)|全[国省市]|平均|计划|目标|预算|任务")
_LEFT, _WINDOW, _FAR, _NEAR = 14, 48, 160, 24


def compared(text: str, known: Sequence[Quantity], index: int) -> tuple[list[Change], int] | None:
    """The change of X…，与上年的A相比，增长p, where A is the amount at an index, X the only one of its kind."""
    before = known[index]
    end = before.span.end
    if index == 0 or index + 1 >= len(known):
        return None
    word = next((word for word in _AGAINST if text.startswith(word, end)), "")
    if not word or not usable(before, text) or before.change:
        return None
    early = set_against().search(
        text[max(before.sentence.start, before.span.start - _LEFT - _NEAR) : before.span.start]
    )
    following = known[index + 1]
    if early is None or not 0 <= following.span.start - end <= _WINDOW or "\n" in text[end : following.span.start]:
        return None
    start = end + len(word)
    after = None if _MOVING.isdisjoint(text[start : following.span.start]) else _only_one(text, known, index)
    matches = (
        by_how_much().compiled.fullmatch(text, at, following.span.start)
        for at in range(start, min(start + _SUBJECT, following.span.start))
    )
    match = next((match for match in matches if match), None) if after else None
    if match is None or match["base"] or after is None:
        return None
    rate = rate_from(match, 0, following, before)
    if rate is None or rate.kind == "amount" or rate.annual or not _same_subject(text, start, match.start(), after):
        return None
    change = Change(before, after, None, None, (), (widened(rate, text),), at_prices(text, after, following))
    return [change], index + 1


def noted(text: str, known: Sequence[Quantity], index: int, rates: Sequence[Rate]) -> tuple[list[Change], int] | None:
    """The change of X，增长p（上年为A）, where X is the amount at an index with its rates behind it."""
    after, last = known[index], index + len(rates)
    if not rates or last + 1 >= len(known):
        return None
    rate, before = known[last], known[last + 1]
    opened = text.startswith(("（", "("), rate.span.end) and text.startswith(_CLOSING, before.span.end)
    if not opened or before.span.start - rate.span.end > _NEAR:
        return None
    match = base_in_brackets().compiled.fullmatch(text, rate.span.end, before.span.start)
    if match is None or before.change or not compatible(before.unit, after.unit) or not usable(before, text):
        return None
    left = text[max(after.sentence.start, after.span.start - _FAR) : after.span.start]
    year, named = year_of(match["time"]), _YEARS.findall(left)
    other_year = year is not None and named and int(named[-1]) != year + 1
    other_noun = match["noun"] and not after.label.endswith(match["noun"])
    other = _NOT_OURS.search(text, max(after.clause.start, after.span.start - _LEFT), after.span.start)
    if other_year or other_noun or other:
        return None
    kept = tuple(one for one in rates if not one.annual and same_base(one, (1,), left[-_LEFT:], text))
    return ([Change(before, after, None, None, (), kept, at_prices(text, after, before))], last + 1) if kept else None


def _only_one(text: str, known: Sequence[Quantity], index: int) -> Quantity | None:
    """The one amount of the same kind before the base, in its sentence or the one before; None for several."""
    base = known[index]
    found: Quantity | None = None
    sentence: Span | None = None
    for other in reversed(known[max(0, index - 8) : index]):
        if base.span.start - other.span.end > _FAR or "\n" in text[other.span.end : base.span.start]:
            break
        if sentence is not None and other.sentence.start != sentence.start:
            break
        # Only the sentence right before the one of the base may hold it.
        apart = text[other.sentence.end : base.sentence.start].strip()
        if apart or not compatible(other.unit, base.unit):
            continue
        if found is not None or other.change or not usable(other, text) or other.unit.name != base.unit.name:
            return None
        found, sentence = other, other.sentence
    if found is None or _NOT_OURS.search(text, max(found.clause.start, found.span.start - _FAR), base.span.start):
        return None
    return found


def _same_subject(text: str, start: int, end: int, after: Quantity) -> bool:
    """Whether what grew is what was counted: 建议数量 after 收到建议34件, or nothing named at all."""
    noun = text[start:end].lstrip("，,").removeprefix("今年").removeprefix("全年").rstrip("总数量额")
    around = text[max(after.sentence.start, after.span.start - _LEFT) : after.span.end + _LEFT]
    return not noun or noun in around
