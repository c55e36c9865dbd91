"""Numbers as Word writes them before a paragraph.

Sources: ECMA-376 part 1, clause 17.18.59 (ST_NumberFormat); [MS-OI29500] 2.1.540, [MS-DOCX] 2.4 and measured output of
Word for what Word does otherwise: ○ in 一○○, 〇 in 一百〇一, ㈠ for ideographEnclosedCircle. Formats that depend on the
language of the text (ordinal, cardinalText…) and those of other scripts are written in digits.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Writer = Callable[[int], str | None]

_LAST_ROMAN = 3999
_LAST_COUNTED = 9999
_MOST_REPEATS = 30
"""Of one letter, as in Word: after 780 (thirty z) come digits."""

_ROMAN = (
    ("m", 1000),
    ("cm", 900),
    ("d", 500),
    ("cd", 400),
    ("c", 100),
    ("xc", 90),
    ("l", 50),
    ("xl", 40),
    ("x", 10),
    ("ix", 9),
    ("v", 5),
    ("iv", 4),
    ("i", 1),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_HAN = "一二三四五六七八九"
_SIMPLIFIED = "壹贰叁肆伍陆柒捌玖"
_TRADITIONAL = "壹貳參肆伍陸柒捌玖"
_SMALL_UNITS = ("", "十", "百", "千")
_LEGAL_UNITS = ("", "拾", "佰", "仟")


def numeral(value: int, kind: str) -> str:
    """A number in a format.

    Args:
        value: from 0 up.
        kind: its name in ST_NumberFormat, or what `custom` found. Unknown formats, and numbers beyond the reach of one,
            are written in digits; "none" and "bullet" show no number.
    """
    writer = _WRITERS.get(kind)
    written = writer(value) if writer else None
    return str(value) if written is None else written


def custom(example: str) -> str | None:
    """The format that an example describes ("001, 002, 003, ..."), or None when it is none of those Word knows.

    Source: [MS-DOCX] 2.4.
    """
    first = example.partition(",")[0].strip()
    return first if first in {"001", "0001", "00001"} else None


def _roman(value: int) -> str | None:
    if not 0 < value <= _LAST_ROMAN:
        return None
    written = ""
    for letters, worth in _ROMAN:
        written += letters * (value // worth)
        value %= worth
    return written


def _upper_roman(value: int) -> str | None:
    written = _roman(value)
    return written and written.upper()


def _repeated(letters: str) -> Writer:
    """Letters one by one, then each doubled, and so on: a … z, aa, bb …"""

    def write(value: int) -> str | None:
        times, index = divmod(value - 1, len(letters))
        return letters[index] * (times + 1) if 0 <= times < _MOST_REPEATS else None

    return write


def _listed(signs: str | tuple[str, ...]) -> Writer:
    """As many signs as there are; digits after them."""

    def write(value: int) -> str | None:
        return signs[value - 1] if 0 < value <= len(signs) else None

    return write


def _from(first: str, count: int) -> Writer:
    """So many characters that follow one another in Unicode."""
    return _listed("".join(chr(ord(first) + index) for index in range(count)))


def _digits(ten: str) -> Writer:
    """Digit by digit, with these ten."""
    table = str.maketrans("0123456789", ten)
    return lambda value: str(value).translate(table)


def _padded(width: int) -> Writer:
    return lambda value: str(value).zfill(width)


def _tens(zero: str) -> Writer:
    """十, 二十三 up to 99; from 100 on digit by digit."""
    plain = _digits(zero + _HAN)

    def write(value: int) -> str | None:
        tens, ones = divmod(value, 10)
        if not 0 < tens < 10:  # noqa: PLR2004 - numbers of two digits
            return plain(value)
        return (_HAN[tens - 1] if tens > 1 else "") + "十" + (_HAN[ones - 1] if ones else "")

    return write


def _counted(digits: str, units: tuple[str, ...], zero: str) -> Writer:
    """As numbers are spoken: 一百二十三.

    Args:
        digits: from one to nine.
        units: for each place.
        zero: what stands for one or several zeros between others.
    """

    def write(value: int) -> str | None:
        if not 0 < value <= _LAST_COUNTED:
            return zero if zero and value == 0 else None
        written, gap = "", False
        for place in range(3, -1, -1):
            digit = value // 10**place % 10
            if digit:
                written += (zero if gap and written else "") + digits[digit - 1] + units[place]
            gap = not digit
        return written

    return write


def _chinese(zero: str) -> Writer:
    """With 十 for 一十 where a number begins with it."""
    spoken = _counted(_HAN, _SMALL_UNITS, zero)

    def write(value: int) -> str | None:
        written = spoken(value)
        return written and (written[1:] if written.startswith("一十") else written)

    return write


def _japanese(value: int) -> str | None:
    """Without zeros, and with 十 for 一十 and 百 for 一百 everywhere."""
    written = _SPOKEN(value)
    return written and written.replace("一十", "十").replace("一百", "百")


_SPOKEN = _counted(_HAN, _SMALL_UNITS, "")
_WRITERS: dict[str, Writer] = {
    "001": _padded(3),
    "0001": _padded(4),
    "00001": _padded(5),
    "bullet": lambda _: "",
    "chicago": _repeated("*†‡§"),
    "chineseCounting": _tens("○"),
    "chineseCountingThousand": _chinese("〇"),
    "chineseLegalSimplified": _counted(_SIMPLIFIED, _LEGAL_UNITS, "零"),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 10),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalZero": _padded(2),
    "hex": lambda value: f"{value:X}",
    "ideographDigital": _digits("〇" + _HAN),
    "ideographEnclosedCircle": _from("㈠", 10),
    "ideographLegalTraditional": _counted(_TRADITIONAL, _LEGAL_UNITS, "零"),
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "ideographZodiacTraditional": _listed(tuple(_STEMS[index % 10] + _BRANCHES[index % 12] for index in range(60))),
    "japaneseCounting": _japanese,
    "lowerLetter": _repeated(_LETTERS),
    "lowerRoman": _roman,
    "none": lambda _: "",
    "numberInDash": lambda value: f"- {value} -",
    "taiwaneseCounting": _tens("○"),
    "taiwaneseCountingThousand": _chinese("零"),
    "taiwaneseDigital": _digits("○" + _HAN),
    "upperLetter": _repeated(_LETTERS.upper()),
    "upperRoman": _upper_roman,
}
