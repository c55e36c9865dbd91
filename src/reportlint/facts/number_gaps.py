"""Blanks where a number should stand: 收集意见建议　　条, 居家观察 人."""

from __future__ import annotations

from bisect import bisect_left

from reportlint.document import Document, fact
from reportlint.facts.mask_context import is_counted, is_han
from reportlint.facts.mask_words import words
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

_BLANKS = " \u3000\u00a0\t"
_GAP = Pattern(
    r"[ \u3000\u00a0\t]{1,12}(?=[个名次项件条场户家人期批处起例宗亩吨台套份篇天辆元万亿公平%％])", tuple(_BLANKS)
)
_SPARE = Pattern(r"[ \u3000\u00a0\t]{1,12}(?=[\u4e00-\u9fff%％])", (" ", "\u3000", "\u00a0", "\t"))
_REACH = 120
"""Spare blanks so near show that blanks are layout here, in code points."""
_HEADS = {"", "\n"}
_WIDE = 2
# 一 个, 每 家, 多 次, 首 批, 第 二: a blank inside a number or before the classifier of a determiner.
_DETERMINERS = set(
    "一二三四五六七八九十百千万亿〇零两几数多余半各每某该本此这那哪首末单另上下前后近第同整逐来成双是为头何全"
)
_STOPS = set("，。；、,;）)")
_ALONE = ("人", "元", "天", "家", "起")
"""They begin or end so many words that only a stop after them shows that they count."""


@frozen
class NumberGap:
    """A blank before a classifier or a unit, where a number is due.

    Attributes:
        span: the word before, the blank and the unit.
        wide: whether the blank is wider than a slip of the space bar.
    """

    span: Span
    wide: bool


@fact
def number_gaps(document: Document) -> tuple[NumberGap, ...]:
    """Gaps in the middle of sentences, in order.

    A line that is strewn with blanks is laid out by them (names, columns, verse, poor conversion) and holds none.
    """
    text = document.text
    units = [match.span() for match in _GAP.finditer(text) if _is_unit(text[match.end() : match.end() + 8])]
    likely = [(start, end) for start, end in units if _may_want_number(text, start)]
    if not likely:
        return ()
    gaps = [start for start, _ in units]
    # The indent of a paragraph is no sign of layout within it.
    blanks = [match.start() for match in _SPARE.finditer(text) if text[match.start() - 1 : match.start()] not in _HEADS]
    found: list[NumberGap] = []
    for start, end in likely:
        line = _line(text, start, end)
        if _count(blanks, line) > 2 * _count(gaps, line):
            continue
        unit = max(len(unit) for unit in words("gap-unit") if text.startswith(unit, end))
        found.append(NumberGap(Span(start - 2, end + unit), end - start >= _WIDE or text[start] == "\u3000"))
    return tuple(found)


def _line(text: str, start: int, end: int) -> Span:
    """What is near a gap in its line."""
    left, right = max(0, start - _REACH), min(len(text), end + _REACH)
    stop = text.find("\n", end, right)
    return Span(max(left, text.rfind("\n", left, start) + 1), right if stop < 0 else stop)


def _count(starts: list[int], line: Span) -> int:
    return bisect_left(starts, line.end) - bisect_left(starts, line.start)


def _may_want_number(text: str, start: int) -> bool:
    """Whether two characters of a word stand before the blank: a name of one character is padded, a number complete."""
    before = text[max(0, start - 4) : start].rpartition("\n")[2]
    if len(before) < 3 or not (is_han(before[-1]) and is_han(before[-2])):  # noqa: PLR2004 - two and one more
        return False
    return before[-1] not in _DETERMINERS and not before.endswith(words("gap-not-after"))


def _is_unit(after: str) -> bool:
    after = after.partition("\n")[0]
    if not after.startswith(words("gap-unit")) or not is_counted(after) or after.startswith(words("gap-no-unit")):
        return False
    return not after.startswith(_ALONE) or after.startswith(("人次", "元以上", "天左右")) or after[1:2] in _STOPS
