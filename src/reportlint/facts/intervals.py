"""Arithmetic between bounds: what printed numbers, rounded as they are, allow to be said.

Amounts are whole numbers of millionths of a base unit (see `quantities`); shares and changes come out in millionths of
one per cent, which is how amounts in % are kept. Bounds are never too narrow: divisions round outwards.
"""

from __future__ import annotations

from reportlint.facts.numerals import ONE
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.quantities import Quantity

_HUNDRED = 100 * ONE
_COUNTED = frozenset({"count", "money", "money-usd", "money-eur", "money-hkd", "money-jpy"})
_RATES = frozenset({"ratio", "points", "times"})


@frozen
class Interval:
    """Everything from `low` to `high`, both in it, in millionths."""

    low: int
    high: int

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, by: int) -> Interval:
        """`by` millionths more at both ends."""
        return Interval(self.low - by, self.high + by)


def interval(quantity: Quantity) -> Interval | None:
    """All that a printed amount may stand for, or None when it has no bound above or below, or is masked.

    What is measured may have been rounded to the last printed place (35公里, 86%); what is counted was not, unless it
    is printed in 万 or with decimals. Rates may have been cut off instead of rounded: 86.3% stands for 86.25 to 86.4.
    """
    if quantity.low is None or quantity.high is None:
        return None
    if quantity.approximation or quantity.numeral is None or quantity.ends:
        return Interval(quantity.low, quantity.high)
    place = quantity.numeral.place * quantity.unit.factor // ONE
    if quantity.unit.kind in _RATES:
        value = printed(quantity)
        return Interval(value - place // 2, value + place)
    if quantity.numeral.place == ONE and quantity.unit.kind not in _COUNTED:
        return Interval(quantity.low - place // 2, quantity.high + place // 2)
    return Interval(quantity.low, quantity.high)


def printed(quantity: Quantity) -> int:
    """The printed number in millionths of the base unit, without thought of rounding or 近 and 余; 0 when unknown."""
    return quantity.numeral.value * quantity.unit.factor // ONE if quantity.numeral else 0


def total(parts: Iterable[Interval]) -> Interval:
    """The sum."""
    low = high = 0
    for part in parts:
        low, high = low + part.low, high + part.high
    return Interval(low, high)


def share(part: Interval, whole: Interval) -> Interval | None:
    """What part is of whole, in per cent; None when the whole may be nothing."""
    if whole.low <= 0 or part.low < 0:
        return None
    return Interval(part.low * _HUNDRED // whole.high, -(-part.high * _HUNDRED // whole.low))


def growth(before: Interval, after: Interval) -> Interval | None:
    """By how many per cent the later amount is more than the earlier (less: below zero); None for a base of nothing."""
    ratio = share(after, before)
    return Interval(ratio.low - _HUNDRED, ratio.high - _HUNDRED) if ratio else None


def multiple(after: Interval, before: Interval) -> Interval | None:
    """How many times the earlier amount the later is, in millionths; None for a base of nothing."""
    if before.low <= 0 or after.low < 0:
        return None
    return Interval(after.low * ONE // before.high, -(-after.high * ONE // before.low))
