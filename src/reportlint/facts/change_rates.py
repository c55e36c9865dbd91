"""By how much an amount is said to have changed: 增长5%, 提高5个百分点, 增长2倍, 翻一番, 净增20件."""

from __future__ import annotations

from reportlint.facts.change_words import rising
from reportlint.facts.intervals import interval
from reportlint.facts.numerals import ONE, Numeral
from reportlint.facts.units import compatible, unit_named
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Literal

    from reportlint.facts.quantities import Quantity

    Kind = Literal["share", "points", "times", "whole", "doublings", "tenths", "amount"]
    """增长5%; 提高5个百分点; 增长2倍; 是上年的2倍 or 120%; 翻一番; 提高两成; 增加20件."""

LAST_YEAR = ("同比", "上年", "去年", "上一年", "上届", "上期", "环比")
"""Words of a comparison with the year before."""

_BARE = Pattern(r"[\u4e00-\u9fff]{0,4}?[，,、（(](?:基本|如期|提前)?(?:实现|完成)?了?(?P<turn>翻番)", ("翻番",))
_MORE_THAN = ("还多", "还要多", "还不止", "不止", "还强", "还有余", "有余", "又多", "还拐弯")
_NEAR = 16
_SIGNS = frozenset("-－−负+＋")
_RELATIVE: dict[str, Kind] = {"ratio": "share", "points": "points", "times": "times", "doublings": "doublings"}


@frozen
class Rate:
    """By how much something changed, as it is printed.

    Attributes:
        quantity: the amount, 55% or 3倍.
        verb: 增长, 下降, 增幅…; 是上年的 or 的 when all of it is meant (是上年的3倍).
        rising: whether the verb says more (True), less (False) or neither.
        kind: how it is to be reckoned.
        annual: whether it is a yearly mean.
        base: with what it is compared (同比, 比上年); empty when not said.
        gross: whether what went may not be taken off (新增).
    """

    quantity: Quantity
    verb: Span
    rising: bool | None
    kind: Kind
    annual: bool
    base: str
    gross: bool = False


@frozen
class Change:
    """An indicator at two times, or at one with what was added.

    Attributes:
        before: the earlier amount; None when only what was added is printed.
        after: the later amount.
        verb: the word of change between the two; None when there is none.
        rising: whether that word says more.
        years: how many years may lie between; empty when that is not known.
        rates: by how much, in printed order.
        real: whether the indicator is one whose growth is usually given at constant prices (地区生产总值), and then
            whether over more than a year: 0 no, 1 over a year, 2 over more.
    """

    before: Quantity | None
    after: Quantity
    verb: Span | None
    rising: bool | None
    years: tuple[int, ...]
    rates: tuple[Rate, ...]
    real: int = 0


def level(quantity: Quantity, text: str) -> bool:
    """Whether it is one number above zero without a sign, be it open (63%以上); neither masked nor a range."""
    if quantity.numeral is None or quantity.numeral.value <= 0 or quantity.ends or quantity.vague:
        return False
    return quantity.number.start == 0 or text[quantity.number.start - 1] not in _SIGNS


def usable(quantity: Quantity, text: str) -> bool:
    """Whether it is one known number above zero, exact or about; neither masked, open nor with a sign."""
    bounds = interval(quantity)
    if bounds is None or quantity.numeral is None or quantity.ends or bounds.low <= 0:
        return False
    return quantity.number.start == 0 or text[quantity.number.start - 1] not in _SIGNS


def rate_usable(quantity: Quantity) -> bool:
    """Whether it is one known number, exact or about."""
    return interval(quantity) is not None and quantity.numeral is not None and not quantity.ends


def alike(one: Quantity, other: Quantity, text: str) -> bool:
    """Whether two known amounts can be compared."""
    return compatible(one.unit, other.unit) and usable(one, text) and usable(other, text)


def kind_of(quantity: Quantity, after: Quantity) -> Kind | None:
    """How an amount that stands for a change is to be reckoned; None for one of another unit than what changed."""
    if quantity.unit.name == "成":
        return "tenths"
    return _RELATIVE.get(quantity.unit.kind) or ("amount" if compatible(quantity.unit, after.unit) else None)


def rate_from(match: re.Match[str], start: int, quantity: Quantity, after: Quantity) -> Rate | None:
    """A rate from the words before it; None when they do not belong together.

    Args:
        match: of `change_words.by_how_much`.
        start: where the matched words begin in the text.
        quantity: the amount of the rate.
        after: what changed.
    """
    kind = kind_of(quantity, after)
    if kind is None or not rate_usable(quantity) or (kind == "doublings") != bool(match["turn"]):
        return None
    if match["multiple"]:
        if kind not in {"share", "times"}:
            return None
        kind = "whole"
    group = "verb" if match["verb"] else "turn" if match["turn"] else "multiple"
    word = match[group]
    # 全年新增 and the like count what came, also in place of what went.
    if word == "新增" and len(match[0]) > len("，累计新增了"):
        return None
    if word in {"多", "少"} and not match["base"]:
        return None
    direction = True if match["turn"] else None if match["multiple"] else rising(word)
    span = Span(start + match.start(group), start + match.end(group))
    return Rate(quantity, span, direction, kind, bool(match["annual"]), match["base"] or "", gross=word == "新增")


def widened(rate: Rate, text: str) -> Rate:
    """The same rate, open upwards when words behind it say so (翻了一番还多)."""
    quantity = rate.quantity
    if quantity.low is None or not text.startswith(_MORE_THAN, quantity.span.end):
        return rate
    # Of 增长两倍还多 the third is not full.
    high = quantity.low + ONE if rate.kind in {"times", "whole", "doublings"} else None
    return replace(rate, quantity=replace(quantity, approximation="多", high=high))


def bare_doubling(text: str, after: Quantity) -> Rate | None:
    """The rate of 由A增加到B，实现翻番, which has no number."""
    match = _BARE.match(text, after.span.end, after.span.end + _NEAR)
    unit = unit_named("番")
    if match is None or unit is None:
        return None
    span = Span(match.start("turn"), match.end())
    one = replace(
        after, span=span, number=span, low=ONE, high=ONE, numeral=Numeral(ONE, 0, ONE, "chinese"), unit=unit,
        approximation="", marks=(), ends=None, vague=False, label="", change=True,
    )  # fmt: skip
    return Rate(one, Span(span.start, span.start), True, "doublings", annual=False, base="")  # noqa: FBT003 - a field


def family(base: str) -> str:
    """One name for all words of the year before; any other base is its own."""
    return "last" if any(word in base for word in LAST_YEAR) else base


def of_one_base(rates: list[Rate]) -> list[Rate]:
    """The rates up to the first that is compared with something else, or is a yearly mean."""
    kept: list[Rate] = []
    base = ""
    for rate in rates:
        own = family(rate.base)
        if rate.annual or (base and own and own != base):
            break
        base = base or own
        kept.append(rate)
    return kept
