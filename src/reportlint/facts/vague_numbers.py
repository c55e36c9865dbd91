"""Numbers that name no number: 几, 数十, 三五, 十几, 上百."""

from __future__ import annotations

from reportlint.facts.numerals import MULTIPLES, ONE

_NOUNS_BEFORE_FEW = "人总次件户起个指倍参基分岁系函常天少多无代位名款页字项班级序"
_DIGITS = "一二三四五六七八九"
_BOUND_WORDS = "近上超过约逾成数"
_MOST = 9
_PAIR = 2


def vague_number(written: str, before: str) -> tuple[int | None, int | None] | None:
    """Bounds in millionths of a vague number; None when it is no number at all.

    Args:
        written: the characters, 余 standing for any word of the kind.
        before: the character before it, or empty.
    """
    if not written:
        return None
    if written == "若干":
        return None, None
    if written[0] in "数几":
        factor = MULTIPLES.get(written[1:])
        if before and before in _NOUNS_BEFORE_FEW:
            # 户数十户 is not the number of households, but what 数十户 it is remains open.
            return (None, None) if factor and factor > 1 else None
        return (2 * ONE * factor, (_MOST + 1) * ONE * factor - (ONE if factor == 1 else 0)) if factor else (None, None)
    return _pair(written) or _multiple_alone(written, before)


def _pair(written: str) -> tuple[int, int] | None:
    """三五, 七八百, 二三十, 十七八 is not read."""
    digits = written.rstrip("十百千万亿")
    factor = MULTIPLES.get(written[len(digits) :])
    if len(digits) != _PAIR or factor is None or any(digit not in _DIGITS for digit in digits):
        return None
    one, other = (_DIGITS.index(digit) + 1 for digit in digits)
    return (one * factor * ONE, other * factor * ONE) if one < other <= one + _PAIR else None


def _multiple_alone(written: str, before: str) -> tuple[int | None, int | None] | None:
    """近百, 上千, 百余."""
    more = written.endswith("余") or "余" in written
    factor = MULTIPLES.get(written.replace("余", ""))
    if factor is None or factor < 100 or not (more or (before and before in _BOUND_WORDS)):  # noqa: PLR2004 - 十 is ten
        return None
    if more:
        return factor * ONE, 2 * factor * ONE
    return (factor * ONE * 9 // 10, factor * ONE) if before == "近" else (factor * ONE * 9 // 10, None)
