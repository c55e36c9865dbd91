"""Between which times something changed: how many years lie between, and with what a rate is compared."""

from __future__ import annotations

from reportlint.facts.change_rates import family
from reportlint.facts.change_words import time_before, year_of
from reportlint.facts.numerals import ONE, parse
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.change_rates import Rate
    from reportlint.facts.quantities import Quantity

_YEAR = Pattern(r"(?:[12]\d{3}|[一二][零〇○一二三四五六七八九]{3})年")
_PERIOD = Pattern(r"(?P<n>[一二三四五六七八九十\d]{1,2})年(?:来|间|内|期间)")
_LONG = Pattern(r"[二两三四五六七八九十\d]年[来间内]|时期|期间|“十|换届|年均|累计")
_REAL = Pattern(r"生产总值|GDP|增加值|经济总量|总产值", ("生产总值", "GDP", "增加值", "经济总量", "总产值"))
_OTHER_BASES = ("年初", "期初", "五年前", "换届前", "“")
_FAR = 160
_WINDOW = 48


def years_between(one: str, other: str) -> tuple[int, ...]:
    """The number of years from one year to a later one; empty when that is not known."""
    first, last = year_of(one), year_of(other)
    return (last - first,) if first and last and first < last else ()


def years_from(left: str, words: str) -> tuple[int, ...]:
    """The same, of the words before the earlier amount (由2017年的) and those between the two (增加到2022年的)."""
    early, later = time_before().search(left), _YEAR.search(words)
    return years_between(early["time"], later[0]) if early and later else ()


def period(text: str, before: Quantity, after: Quantity) -> tuple[int, ...]:
    """五年来: four or five years, as people count; empty when no such words stand around two amounts."""
    match = _PERIOD.search(text, max(before.sentence.start, before.span.start - _FAR), after.span.end + _WINDOW)
    known = parse(match["n"]) if match else None
    count = known.value // ONE if known else None
    return (count - 1, count) if count and count > 2 else ()  # noqa: PLR2004 - of two years one may be meant


def same_base(rate: Rate, years: tuple[int, ...], left: str, text: str) -> bool:
    """Whether a rate compares the two printed amounts.

    Args:
        rate: the rate.
        years: how many years lie between the amounts, when that is known.
        left: words before the earlier amount.
        text: the reading text.
    """
    if rate.annual or not rate.base:
        return True
    if family(rate.base) != "last":
        year = _YEAR.search(rate.base)
        return bool(year and year[0] in left) or any(word in rate.base and word in left for word in _OTHER_BASES)
    if years:
        return years == (1,)
    at = rate.quantity.span.start
    if _LONG.search(text, max(rate.quantity.sentence.start, at - _FAR), at):
        return False
    early = time_before().search(left)
    return not (early and early["from"] and (year_of(early["time"]) or early["time"].startswith(_OTHER_BASES)))


def at_prices(text: str, first: Quantity, last: Quantity) -> int:
    """Whether growth is usually given at constant prices: 0 no, 1 over a year, 2 over more."""
    start = max(first.sentence.start, first.span.start - _FAR)
    if not _REAL.search(text, start, first.span.start):
        return 0
    words = text[start : last.span.end]
    return 2 if _LONG.search(words) or len(_YEAR.findall(words)) > 1 else 1


def older(one: str, other: str) -> bool:
    """Whether the first word of time is certainly the earlier one."""
    first, last = year_of(one), year_of(other)
    if first is not None and last is not None:
        return first < last
    return first is None and last is None and one.startswith(("上", "去")) and other.startswith(("今", "本", "当"))
