"""Numbers as they are printed, Arabic, Chinese or both, to exact integers."""

from __future__ import annotations

from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Style = Literal["arabic", "chinese", "mixed"]

ONE = 1_000_000
"""Values are counted in millionths: 1 is 1,000,000, and 0.5 is 500,000."""

DIGITS = "0-9０-９"
HAN = "零〇○一二两三四五六七八九十百千万亿"
"""Characters of numbers, for the inside of a character class."""

_LONGEST = 40
_MOST_DECIMALS = 6
_MOST_DIGITS = 18
_NARROW = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_ARABIC = "0123456789.,"
_DIGIT = {han: value for value, hans in enumerate(("零〇○", "一", "二两", *"三四五六七八九")) for han in hans}
_ZERO = "零〇○"
_UNIT = {"十": 10, "百": 100, "千": 1000}
_MYRIAD = 10_000
_YEAR = 4
MULTIPLES = {
    small + large: (_UNIT[small] if small else 1) * factor
    for small in ("", *_UNIT)
    for large, factor in (("", 1), ("万", _MYRIAD), ("亿", _MYRIAD**2), ("万亿", _MYRIAD**3))
}
"""What may stand behind digits to multiply them: "", 十, 百, 千, 万, 十万 … 千万亿."""


@frozen
class Numeral:
    """A number that was understood.

    Attributes:
        value: in millionths.
        decimals: digits printed behind the decimal point.
        place: worth of the last printed place in millionths: one for 158, ten thousand for 5万, a thousand for 1.2万.
        style: digits alone are "arabic", digits with 千, 万 or 亿 "mixed".
    """

    value: int
    decimals: int
    place: int
    style: Style


def parse(text: str) -> Numeral | None:
    """The number a text consists of, or None when it is none, is ambiguous (三千五, 三五) or absurd.

    Takes time in proportion to the length, and no more than that of forty characters.
    """
    if not text or len(text) > _LONGEST:
        return None
    text = text.translate(_NARROW)
    return _digits(text) if "0" <= text[0] <= "9" else _chinese(text)


def parse_digits(text: str) -> int | None:
    """Value of bare digits, Arabic or Chinese, leading zeros allowed: 07, ０７, 二〇二二; None for all else."""
    if not text or len(text) > _LONGEST:
        return None
    value = 0
    for character in text.translate(_NARROW):
        digit = ord(character) - ord("0") if "0" <= character <= "9" else _DIGIT.get(character)
        if digit is None:
            return None
        value = value * 10 + digit
    return value


def _digits(text: str) -> Numeral | None:
    """1234.5, 5万, 1.2亿 at once; everything else with a closer look."""
    bare = text.rstrip("十百千万亿")
    factor = MULTIPLES.get(text[len(bare) :])
    if factor is None or not bare.isascii() or "," in bare:
        return _parts(text)
    known = _plain(bare)
    if known is None:
        return None
    place = ONE * factor // 10 ** known[1]
    return Numeral(known[0] * factor, known[1], place, "arabic" if len(bare) == len(text) else "mixed")


def _parts(text: str) -> Numeral | None:
    """1,234.5, 2万5千, 1万2000."""
    total, below, decimals, multiple = 0, 0, 0, 1
    first, rest = True, text
    while rest:
        after = rest.lstrip(_ARABIC)
        head = rest[: len(rest) - len(after)]
        rest = after.lstrip("十百千万亿")
        known = _plain(head)
        factor = MULTIPLES.get(after[: len(after) - len(rest)])
        if known is None or factor is None or (decimals and not first):
            return None
        value, decimals = known
        if not first and (decimals or value * factor >= below * ONE):
            return None
        if not first and factor == 1 and len(head) != len(str(below)) - 1:
            return None  # 5万3 means 53,000 when spoken
        total += value * factor
        first, below, multiple = False, factor, factor
    style: Style = "mixed" if text.lstrip(_ARABIC) else "arabic"
    return Numeral(total, decimals, ONE * multiple // 10**decimals, style)


def _plain(head: str) -> tuple[int, int] | None:
    """Digits with a decimal point and separators: value in millionths, number of decimals."""
    whole, dot, fraction = head.partition(".")
    if "," in whole:
        groups = whole.split(",")
        if not 0 < len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:]):  # noqa: PLR2004 - thousands
            return None
        whole = "".join(groups)
    if not whole.isdecimal() or len(whole) > _MOST_DIGITS or (whole[0] == "0" and len(whole) > 1):
        return None
    if dot and (not fraction.isdecimal() or len(fraction) > _MOST_DECIMALS):
        return None
    if not dot:
        return int(whole) * ONE, 0
    return int(whole) * ONE + int(fraction.ljust(_MOST_DECIMALS, "0")), len(fraction)


def _chinese(text: str) -> Numeral | None:
    before, point, after = text.partition("点")
    if point:
        return _with_decimals(before, after)
    value = _whole(text)
    if value is None:
        return None
    bare = text.rstrip("万亿")
    place = 1 if bare == text else MULTIPLES[text[len(bare) :]]
    return Numeral(value * ONE, 0, place * ONE, "chinese")


def _with_decimals(before: str, after: str) -> Numeral | None:
    """三点五, 三点五万."""
    fraction = after.rstrip("十百千万亿")
    factor = MULTIPLES.get(after[len(fraction) :])
    whole = _whole(before)
    if factor is None or whole is None or not 0 < len(fraction) <= _MOST_DECIMALS or whole >= _MYRIAD:
        return None
    decimals = parse_digits(fraction)
    if decimals is None or not fraction.isalpha() or "两" in fraction:
        return None
    value = whole * ONE + decimals * 10 ** (_MOST_DECIMALS - len(fraction))
    return Numeral(value * factor, len(fraction), ONE * factor // 10 ** len(fraction), "chinese")


def _whole(text: str) -> int | None:
    if all(character in _DIGIT for character in text):
        return _positional(text)
    if (
        text.endswith("万") and "万" in text[:-2] and text[-2] != "万" and "亿" not in text
    ):  # 一万二千六百万 as it is spoken
        thousands = _below_hundred_million(text[:-1], follows=False)
        return thousands * _MYRIAD if thousands else None
    high, mark, low = text.partition("亿")
    if not mark:
        return _below_hundred_million(high, follows=False)
    above = _below_hundred_million(high, follows=False)
    below = _below_hundred_million(low, follows=True)
    return above * _MYRIAD**2 + below if above and below is not None else None


def _positional(text: str) -> int | None:
    """One digit, or digits in a row as in years; 三五 and 一二三 may mean several numbers."""
    if len(text) == 1:
        return _DIGIT.get(text)
    if "两" in text or text[:1] in _ZERO or (len(text) < _YEAR and not any(zero in text for zero in _ZERO)):
        return None
    return parse_digits(text)


def _below_hundred_million(text: str, *, follows: bool) -> int | None:
    high, mark, low = text.partition("万")
    if not mark:
        return _section(high, follows=follows)
    above, below = _section(high.lstrip(_ZERO) if follows else high, follows=False), _section(low, follows=True)
    return above * _MYRIAD + below if above and below is not None else None


def _section(text: str, *, follows: bool) -> int | None:
    """A number below ten thousand; `follows`: 万 or 亿 stands before it, and it may be empty."""
    total, limit, digit, zero = 0, _MYRIAD, "", False
    for character in text:
        if character in _ZERO:
            if digit or zero or not (total or follows):
                return None
            zero = True
        elif character in _DIGIT:
            if digit:
                return None
            digit = character
        else:
            unit = _UNIT.get(character, limit)
            if unit >= limit or (not digit and unit != 10) or digit + character == "两十":  # noqa: PLR2004 - 十 alone is ten
                return None
            total += (_DIGIT[digit] if digit else 1) * unit
            limit, digit, zero = unit, "", False
    if digit:
        alone = limit == _MYRIAD and not follows
        # Without 零 the last digit of 三千五 stands for hundreds.
        if not (alone or zero or limit == 10) or (digit == "两" and not alone):  # noqa: PLR2004 - behind 十
            return None
        return total + _DIGIT[digit]
    return total if not zero and (total or follows) else None
