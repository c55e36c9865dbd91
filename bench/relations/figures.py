"""Numbers for made sentences: drawn, split, rounded, slipped, and written as clerks write them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_HAN = "零一二三四五六七八九"
_WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")
_TRIES = 400
_STYLES = {"arabic": 80, "han": 8, "wide": 6, "comma": 6}


def han(value: int) -> str:
    """A whole number below a trillion in Chinese numerals, as it is counted: 一百零五, 两千三百, 一万二千, 十二."""
    if not 0 <= value < 10**12:
        message = f"{value} cannot be written"
        raise ValueError(message)
    if value == 0:
        return "零"
    written, gap = "", False
    for power, mark in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = value // power % 10**4
        if section == 0:
            gap = bool(written)
            continue
        words = _section(section)
        if written and (gap or section < 1000):
            words = "零" + words
        elif not written:
            words = _leading(words, mark)
        written, gap = written + words + mark, False
    return written[1:] if written.startswith("一十") else written


def _section(value: int) -> str:
    """1 to 9999: 一千零一十二."""
    written, gap = "", False
    for power, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            written += ("零" if gap else "") + _HAN[digit] + mark
        gap = bool(written) and not digit
    return written


def _leading(words: str, mark: str) -> str:
    """二 at the very front is 两 before 千, 万 and 亿."""
    if words.startswith("二千") or (words == "二" and mark):
        return "两" + words[1:]
    return words


def han_decimal(value: Decimal) -> str:
    """八十六点二; a whole number without 点."""
    whole, _, fraction = f"{value:f}".partition(".")
    digits = "".join(_HAN[int(digit)] for digit in fraction)
    return han(int(whole)).replace("两", "二") + (f"点{digits}" if digits else "")


@dataclass(frozen=True, slots=True)
class Pen:
    """How one writer writes numbers.

    Attributes:
        style: arabic 1234, han 一千二百三十四, wide １２３４, comma 1,234.
    """

    style: str

    @staticmethod
    def draw(random: Random) -> Pen:
        """Mostly plain digits."""
        return Pen(random.choices(list(_STYLES), list(_STYLES.values()))[0])

    def count(self, value: int, unit: str = "") -> str:
        """How many of something: 29件, 两件."""
        if self.style == "han":
            return ("两" if value == 2 and unit else han(value)) + unit
        return self._digits(f"{value:,}" if self.style == "comma" else str(value)) + unit

    def amount(self, value: Decimal | int, unit: str = "") -> str:
        """How much: 3.56亿元. Decimals are never written in Chinese numerals."""
        if isinstance(value, int) or _places(value) == 0:
            return self.count(int(value), unit)
        return self._digits(f"{value:,f}" if self.style == "comma" else f"{value:f}") + unit

    def percent(self, value: Decimal | int) -> str:
        """86.2%, ８６.２％, 百分之八十六点二."""
        value = Decimal(value)
        return f"百分之{han_decimal(value)}" if self.style == "han" else self._digits(f"{value:f}%")

    def points(self, value: Decimal) -> str:
        """1.2个百分点."""
        return self._digits(f"{value:f}") + "个百分点"

    def _digits(self, text: str) -> str:
        return text.translate(_WIDE) if self.style == "wide" else text


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def decimal(scaled: int, places: int) -> Decimal:
    """A number of so many decimals from its digits: (356, 2) is 3.56."""
    return Decimal(scaled).scaleb(-places)


def draw_decimal(random: Random, least: float, most: float, places: int) -> Decimal:
    """A number between the two with so many decimals, the last of them not 0 where there are any."""
    scaled = random.randint(round(least * 10**places), round(most * 10**places))
    return decimal(scaled + (1 if places and scaled % 10 == 0 else 0), places)


def split(random: Random, total: int, parts: int) -> list[int]:
    """Positive parts of a total, none of them tiny beside the others when there is room."""
    least = max(1, total // (parts * 4))
    free = total - least * parts
    cuts = sorted(random.randint(0, free) for _ in range(parts - 1))
    return [least + high - low for low, high in zip([0, *cuts], [*cuts, free], strict=True)]


def rounded(value: Fraction, places: int, *, cut: bool = False) -> Decimal:
    """To so many decimals: half away from zero, or cut off."""
    scaled = abs(value) * 10**places
    whole = int(scaled) if cut else int(scaled + Fraction(1, 2))
    return decimal(whole if value >= 0 else -whole, places)


def unit_of(value: Decimal) -> Fraction:
    """Worth of the last printed place."""
    return Fraction(1, 10 ** _places(value))


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed value: exact when it was counted, else it may be off by one in its last place."""

    value: Decimal
    exact: bool

    @property
    def low(self) -> Fraction:
        """The least it may stand for."""
        return Fraction(self.value) - (0 if self.exact else unit_of(self.value))

    @property
    def high(self) -> Fraction:
        """The most it may stand for."""
        return Fraction(self.value) + (0 if self.exact else unit_of(self.value))


def counted(value: int) -> Figure:
    """A number of things."""
    return Figure(Decimal(value), exact=True)


def measured(value: Decimal | int) -> Figure:
    """A rounded quantity."""
    return Figure(Decimal(value), exact=False)


def share_bounds(part: Figure, whole: Figure) -> tuple[Fraction, Fraction]:
    """Least and most that part / whole may be, in percent."""
    return 100 * part.low / whole.high, 100 * part.high / whole.low


def growth_bounds(before: Figure, after: Figure) -> tuple[Fraction, Fraction]:
    """Least and most that the growth may be, in percent; negative when it is a decline."""
    return 100 * (after.low / before.high - 1), 100 * (after.high / before.low - 1)


def is_off(printed: Decimal, bounds: tuple[Fraction, Fraction], units: int = 3) -> bool:
    """Whether a printed value lies so many units of its last place, and one part in a hundred, out of the bounds."""
    slack = max(units * unit_of(printed), abs(bounds[1]) / 100)
    return not bounds[0] - slack <= Fraction(printed) <= bounds[1] + slack


def slip(random: Random, value: Decimal, accept: Callable[[Decimal], bool]) -> Decimal:
    """The value with a slip of the pen that is accepted: a digit mistyped, two swapped, last year's value kept.

    Raises:
        ValueError: when no such slip is found.
    """
    places = _places(value)
    for _ in range(_TRIES):
        wrong = decimal(_slipped(random, int(value.scaleb(places))), places)
        if wrong not in (value, 0) and accept(wrong):
            return wrong
    message = f"no acceptable slip of {value}"
    raise ValueError(message)


def slip_count(random: Random, value: int, accept: Callable[[int], bool] = bool) -> int:
    """The same for whole numbers; the slip is always two off or more."""
    return int(slip(random, Decimal(value), lambda wrong: abs(wrong - value) >= 2 and accept(int(wrong))))


def _slipped(random: Random, scaled: int) -> int:
    digits = list(str(scaled))
    kind = random.random()
    place = random.randrange(len(digits)) if random.random() < 0.4 else len(digits) - 1
    if kind < 0.4:
        digits[place] = random.choice("123456789")
    elif kind < 0.6 and len(digits) > 1:
        place = random.randrange(len(digits) - 1)
        digits[place], digits[place + 1] = digits[place + 1], digits[place]
    else:
        factor = random.uniform(1.05, 1.35)
        return max(1, round(scaled * factor if random.random() < 0.5 else scaled / factor))
    return scaled if digits[0] == "0" else int("".join(digits))
