"""Years and numbers of which some digits are masked: 20XX, xx.x%, xx458元, x-x月."""

from __future__ import annotations

from reportlint.facts.mask_context import is_counted
from reportlint.facts.mask_words import words
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.mask_context import Around, MaskKind

_TAIL = Pattern(r"[X\d]{0,6}(?:\.[X\d]{1,4})?%?")
_YEAR_TAIL = ("年", "度", "学年", "-", "—", "~", "至", "〕", "]", "/", "级")
_CENTURIES = ("19", "20")
_YEAR = 4
_SCHEME = 3
_ZEROS = "○〇◯"
_DASHES = "-—–~～至到"


def masked_year(around: Around) -> Span | None:
    """20XX, 202X, 20__年, 二○××年: the digits before the signs are the head of a year."""
    if around.digits:
        rest = around.after[: len(around.after) - len(around.after.lstrip("0123456789"))]
        if rest:
            inner = _gapped(around, rest)
            return Span(around.start - len(around.digits), around.end + len(rest)) if inner else None
        known = _in_arabic(around)
        return Span(around.start - len(around.digits), around.end) if known else None
    if around.sign not in {"X", "○"} or around.right != "年" or around.length >= _YEAR:
        return None
    head = around.before[len(around.before.rstrip("二〇○零O一三")) :].lstrip("〇○零O一三")
    if around.character in _ZEROS:
        return None  # 二○二○年 is 2020 in full, however the nought is drawn.
    # 二×年 has too few digits for a year.
    return Span(around.start - len(head), around.end) if 1 < len(head) < _YEAR <= len(head) + around.length else None


def _gapped(around: Around, rest: str) -> bool:
    """2_6年, 20X4年, 2*23年: a year that lost digits in its middle. A low line may stand for more than one."""
    digits = around.digits
    if not digits.startswith("2") or around.character in "×✕✖╳" or not around.after.startswith("年", len(rest)):
        return False
    if around.before[: -len(digits)][-1:].isascii() and around.before[: -len(digits)][-1:].isalpha():
        return False
    known = len(digits) + len(rest)
    if around.after.startswith(("年内", "年左右", "年以上", "年期", "年级", "年来", "年时间"), len(rest)):
        return False
    return known < _YEAR if around.sign == "_" else known + around.length == _YEAR


def _in_arabic(around: Around) -> bool:
    digits, after, length = around.digits, around.after, around.length
    if not digits.startswith(_CENTURIES) or len(digits) >= _YEAR:
        return False
    if after.startswith("年"):
        return around.sign == "_" or len(digits) + length <= _YEAR + 1
    if len(digits) + length != _YEAR or around.sign != "X":
        return False
    counted = around.right.isdigit() or after.startswith(words("unit"))
    return after.startswith(_YEAR_TAIL) or (length > 1 and not counted)


def masked_number(around: Around) -> tuple[Span, MaskKind] | None:
    """A masked number with the digits that belong to it; None when the signs are no part of a longer number."""
    decimals = _decimals(around)
    if decimals or _names_product(around):
        return decimals
    return _range(around) or _with_figures(around)


def in_product(around: Around) -> bool:
    """Whether the signs belong to a code and to no number: x86, 415X, 3×4, v1.x."""
    return _names_product(around) and _decimals(around) is None


def _names_product(around: Around) -> bool:
    single = around.length == 1
    if around.right.isdigit():
        return single or bool(around.digits) or around.before.endswith(("型号", "编号", "代码"))
    if around.left == "." or (around.right == "." and around.after[1:2].isdigit()):
        return True
    # 415X is the name of a scheme; 3X个 is a number.
    counts = len(around.digits) < _SCHEME and around.character in "xXＸｘ" and is_counted(around.after)
    return single and bool(around.digits) and not counts


def _tail(around: Around) -> str:
    match = _TAIL.compiled.match(around.after)
    return match[0] if match else ""


def _decimals(around: Around) -> tuple[Span, MaskKind] | None:
    """xx.x%, X.X亿元, 3.x%."""
    tail = _tail(around)
    left = around.start - (len(around.digits) if len(around.digits) < _YEAR else 0)
    if around.left == "." and around.before[-2:-1].isdigit():
        whole = around.before[:-1]
        left = around.start - 1 - (len(whole) - len(whole.rstrip("0123456789")))
        return (Span(left, around.end + tail.endswith("%")), "quantity") if is_counted(around.after) else None
    if not tail.startswith(".") or tail == ".":
        return None
    known = "X" in tail or tail.endswith("%") or is_counted(around.after[len(tail) :])
    return (Span(left, around.end + len(tail)), "quantity") if known else None


def _range(around: Around) -> tuple[Span, MaskKind] | None:
    """x-x月, X至X人."""
    if not around.after or around.right not in _DASHES or around.after[1:2] != "X":
        return None
    further = around.after[1:].lstrip("X")
    end = around.end + len(around.after) - len(further)
    if further.startswith(("月", "日", "年")):
        return Span(around.start, end), "date"
    return (Span(around.start, end), "quantity") if is_counted(further) else None


def _with_figures(around: Around) -> tuple[Span, MaskKind] | None:
    """xx458元, 1xx件; the year in xx2022年预算 belongs to no masked number."""
    figures = _tail(around).rstrip("%")
    if figures[:1].isdigit():
        money = around.after[len(figures) :].startswith(("元", "%", "亿", "万元"))
        if money and not (len(figures) == _YEAR and figures.startswith(_CENTURIES)):
            percent = around.after.startswith("%", len(figures))
            return Span(around.start, around.end + len(figures) + percent), "quantity"
        return Span(around.start, around.end), "unknown"
    if around.digits and is_counted(around.after):
        year = len(around.digits) == _YEAR and around.digits.startswith(_CENTURIES)
        return Span(around.start - (0 if year else len(around.digits)), around.end), "quantity"
    return None
