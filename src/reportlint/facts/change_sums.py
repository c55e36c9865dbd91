"""What changes should come to: the sums behind 增长p%, 提高p个百分点, 翻一番, 增长N倍, and their words."""

from __future__ import annotations

from reportlint.facts.arithmetic import decimal, figure, scale
from reportlint.facts.intervals import Interval, growth, interval, multiple, printed
from reportlint.facts.numerals import ONE
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.change_rates import Change, Rate
    from reportlint.facts.quantities import Quantity

_HUNDRED = 100 * ONE
_MEAN = 3 * ONE // 10
"""How far a yearly mean may be off, in millionths of a per cent: years are not always counted alike."""
_PRICES = (6, 20)
"""By how many per cent prices may change in a year, and in several."""
_MOST_DOUBLINGS = 10
_UPWARDS = frozenset(("多", "余", "超", "以上", "至少"))
"""翻了一番多 may be any more than twice as much."""
_LOOSE = (95, 115)
"""How much of 2 or 4 times people still call 翻一番 or 翻两番, in per cent."""


@frozen
class Sum:
    """A sum that does not come to what is printed.

    Attributes:
        words: the sum with its result, as on the margin.
        operands: the amounts in it.
    """

    words: str
    operands: tuple[Quantity, ...]


def wrong_rate(change: Change, rate: Rate) -> Sum | None:
    """Why a rate in %, in points or in the unit itself is not what the amounts come to; None when it may be right."""
    said, after = interval(rate.quantity), interval(change.after)
    before = interval(change.before) if change.before else None
    if said is None or after is None:
        return None
    if change.before is None:
        return _wrong_added(change, rate, after, said)
    if before is None or before.low <= 0:
        return None
    return (_wrong_mean if rate.annual else _wrong_once)(change, rate, (before, after), said)


def _wrong_once(change: Change, rate: Rate, levels: tuple[Interval, Interval], said: Interval) -> Sum | None:
    if change.before is None:
        return None
    before, after = levels
    relative = change.after.unit.kind == "ratio"
    if rate.kind == "share" and not (relative and (change.rates[0] != rate or _gap(before, after).meets(said))):
        real = growth(before, after)
        expected = _size(_at_any_prices(change, real)) if real else said
        # Where another rate fits the two amounts, one that names its base has another base.
        if not expected.meets(said) and not (rate.base and _fitting(change, expected)):
            return Sum(_growth_words(change.before, change.after), (change.before, change.after))
    if ((rate.kind == "points" and relative) or rate.kind == "amount") and not _gap(before, after).meets(said):
        if rate.gross and change.after.unit.kind != "money" and said.low > _gap(before, after).high:
            return None
        return Sum(_gap_words(change.before, change.after, rate), (change.before, change.after))
    return None


def _fitting(change: Change, expected: Interval) -> bool:
    said = (interval(rate.quantity) for rate in change.rates if rate.kind == "share" and not rate.annual)
    return any(bounds.meets(expected) for bounds in said if bounds)


def wrong_times(change: Change, rate: Rate) -> Sum | None:
    """Why a rate in 倍, 番 or 成 is not what the two amounts come to; None when it may be right."""
    said = interval(rate.quantity)
    ratio = _ratio_of(change)
    if change.before is None or said is None or ratio is None or rate.annual:
        return None
    first, last = printed(change.before), printed(change.after)
    exact = last * ONE // first
    words = f"{_pair(change.after, change.before, '÷')} = {decimal(exact, 2)}"
    operands = (change.before, change.after)
    if rate.kind == "tenths":
        real = _size(Interval(ratio.low * 100 - _HUNDRED, ratio.high * 100 - _HUNDRED))
        return None if real.meets(said) else Sum(_growth_words(*operands), operands)
    expected = _times_meant(rate, said)
    if expected is None or rate.rising is False:
        return None
    # Three times as much is 增长2倍; where the printed amounts give 3 exactly, 增长3倍 is no matter of rounding.
    if rate.kind == "times" and exact == printed(rate.quantity):
        return Sum(words, operands)
    return None if ratio.meets(expected) else Sum(words, operands)


def _ratio_of(change: Change) -> Interval | None:
    """How many times the earlier amount the later is; None when one of them is not known."""
    before = interval(change.before) if change.before else None
    after = interval(change.after)
    return multiple(after, before) if before and after else None


def contradiction(change: Change) -> tuple[Rate, Rate, str] | None:
    """Two rates without amounts that cannot both be right (翻两番，增长2倍), and the sum behind the first."""
    if change.before is not None:
        return None
    rates = [(rate, _ratio_meant(rate)) for rate in change.rates if rate.kind != "amount"]
    for number, (rate, ratio) in enumerate(rates):
        for other, said in rates[:number]:
            if {rate.kind, other.kind} == {"share"} or ratio is None or said is None:
                continue
            if ratio.meets(said) and not _mistaken(rate, other) and not _mistaken(other, rate):
                continue
            return other, rate, decimal(_ratio_printed(other), 2)
    return None


def _mistaken(one: Rate, other: Rate) -> bool:
    """翻两番，增长4倍: four times as much is 增长3倍, which no rounding makes 4."""
    exact = not one.quantity.approximation and not other.quantity.approximation
    times = other.kind == "times" and printed(other.quantity) == _ratio_printed(one)
    return exact and times and one.kind in {"doublings", "whole"}


def _ratio_printed(rate: Rate) -> int:
    """The same as printed, for the message."""
    value = printed(rate.quantity)
    if rate.kind == "doublings":
        return ONE * (1 << min(value // ONE, _MOST_DOUBLINGS))
    if rate.kind == "whole":
        return value // 100 if rate.quantity.unit.kind == "ratio" else value
    if rate.kind == "share":
        return ONE + (-1 if rate.rising is False else 1) * value // 100
    return value + ONE


def _ratio_meant(rate: Rate) -> Interval | None:
    """How many times the earlier amount the later is, by one rate alone, in millionths."""
    said = interval(rate.quantity)
    if said is None:
        return None
    if rate.kind == "share":
        sign = -1 if rate.rising is False else 1
        low, high = sorted((ONE + sign * said.low // 100, ONE + sign * said.high // 100))
        return Interval(low, high)
    if rate.kind == "whole" and rate.quantity.unit.kind == "ratio":
        return Interval(said.low // 100, said.high // 100)
    return _times_meant(rate, said)


def _times_meant(rate: Rate, said: Interval) -> Interval | None:
    numeral = rate.quantity.numeral
    if numeral and not numeral.decimals and not rate.quantity.approximation and rate.quantity.unit.kind == "times":
        # 2.6 is no 2倍: whole multiples are rounded, not cut off.
        value = printed(rate.quantity)
        said = Interval(value - ONE // 2 + 1, value + ONE // 2 - 1)
    if rate.kind == "times":
        return Interval(said.low + ONE, said.high + ONE)
    if rate.kind == "whole" and rate.quantity.unit.kind == "times":
        return said
    if rate.kind == "whole":
        return Interval(said.low // 100, said.high // 100)
    count = printed(rate.quantity) // ONE
    if rate.kind != "doublings" or not 0 < count < _MOST_DOUBLINGS:
        return None
    whole = 2**count * ONE
    about = rate.quantity.approximation
    highest = 2**_MOST_DOUBLINGS * ONE if about in _UPWARDS else 2 * whole if about else whole * _LOOSE[1] // 100
    return Interval(whole * _LOOSE[0] // 100, highest)


def _wrong_added(change: Change, rate: Rate, after: Interval, said: Interval) -> Sum | None:
    """Of X，增加D，增长p% the p is reckoned: D over X less D."""
    added = next((other for other in change.rates if other.kind == "amount" and other.rising is not None), None)
    if added is None or rate.kind != "share" or rate.rising is not added.rising:
        return None
    step = interval(added.quantity)
    if step is None:
        return None
    if step.low <= 0 or (added.rising and after.low <= step.high):
        return None
    # What the base may be and what was added hang together: X and D are taken at the ends that belong to each other.
    sign = -1 if added.rising else 1
    real = Interval(
        step.low * _HUNDRED // (after.high + sign * step.low),
        -(-step.high * _HUNDRED // (after.low + sign * step.high)),
    )
    # Where D was reckoned from two rounded amounts, it is off by as much as both of them.
    half = max(after.high - after.low, step.high - step.low) // 2
    middle = printed(change.after) + sign * printed(added.quantity)
    if middle <= half:
        return None
    rounded = growth(Interval(middle - half, middle + half), after)
    if any(bounds and _at_any_prices(change, bounds).meets(said) for bounds in (real, rounded and _size(rounded))):
        return None
    first, last = printed(added.quantity), printed(change.after)
    model = _model(added.quantity, change.after)
    words = (
        f"{plain(first, model)} ÷ ({plain(last, model)} {'-' if added.rising else '+'} {plain(first, model)})"
        f" = {decimal(first * 100 * ONE // (last + sign * first), 1)}%"
    )
    return Sum(words, (change.after, added.quantity))


def _wrong_mean(change: Change, rate: Rate, levels: tuple[Interval, Interval], said: Interval) -> Sum | None:
    before, after = levels
    if change.before is None or not change.years:
        return None
    low, high = (after.low / before.high, after.high / before.low)
    if rate.kind != "share" or change.after.unit.kind == "ratio":
        return None
    for years in change.years:
        reach = Interval(_mean(low, years), _mean(high, years))
        if _size(reach).widened(_MEAN * (10 if change.real else 1)).meets(said):
            return None
    years = change.years[-1]
    value = _mean(printed(change.after) / printed(change.before), years)
    words = f"({_pair(change.after, change.before, '÷')})^(1/{years}) - 1 = {decimal(value, 1)}%"
    return Sum(words, (change.before, change.after))


def _at_any_prices(change: Change, real: Interval) -> Interval:
    """Growth at current prices, widened to what it may be at constant ones."""
    if not change.real:
        return real
    by = _PRICES[change.real - 1]
    return Interval(
        (_HUNDRED + real.low) * (100 - by) // 100 - _HUNDRED, (_HUNDRED + real.high) * (100 + by) // 100 - _HUNDRED
    )


def _mean(ratio: float, years: int) -> int:
    root: float = ratio ** (1 / years)
    return round((root - 1) * _HUNDRED)


def _gap(before: Interval, after: Interval) -> Interval:
    """By how much the two differ, whichever is more."""
    return _size(after - before)


def _size(bounds: Interval) -> Interval:
    """The same without its sign."""
    if bounds.low >= 0:
        return bounds
    if bounds.high <= 0:
        return Interval(-bounds.high, -bounds.low)
    return Interval(0, max(-bounds.low, bounds.high))


def _growth_words(before: Quantity, after: Quantity) -> str:
    """“(4.559 - 2.66) ÷ 2.66 = 71.4%”; of a fall what was lost over what was before."""
    first, last = printed(before), printed(after)
    model = _model(before, after)
    more, less = (last, first) if last >= first else (first, last)
    top = f"{plain(more, model)} - {plain(less, model)}"
    return f"({top}) ÷ {plain(first, model)} = {decimal((more - less) * 100 * ONE // first, 1)}%"


def _gap_words(before: Quantity, after: Quantity, rate: Rate) -> str:
    return difference(before, after, rate.quantity if rate.kind == "amount" else after, rate.quantity.unit.name)


def difference(one: Quantity, other: Quantity, model: Quantity, unit: str = "") -> str:
    """“150 - 120 = 30家”: the larger less the smaller, in the unit and the 万 or 亿 of a third amount."""
    first, last = sorted((printed(one), printed(other)))
    result = f"{plain(last - first, model)}{scale(model)}{unit or model.unit.name}"
    return f"{plain(last, model)} - {plain(first, model)} = {result}"


def _pair(one: Quantity, other: Quantity, sign: str) -> str:
    model = _model(other, one)
    return f"{plain(printed(one), model)} {sign} {plain(printed(other), model)}"


def _model(one: Quantity, other: Quantity) -> Quantity:
    """Whose 万 or 亿 both are written in."""
    return one if printed(one) <= printed(other) else other


def plain(value: int, model: Quantity) -> str:
    """In the unit and the 万 or 亿 of the model, neither of them written."""
    return figure(value, model).removesuffix(scale(model))
