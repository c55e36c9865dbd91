"""Amounts of one sentence in a row, with the words between them: what is needed to see a whole with its parts."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from reportlint.document import Document, fact
from reportlint.facts.masks import masks
from reportlint.facts.number_gaps import number_gaps
from reportlint.facts.numerals import DIGITS, HAN, ONE, Numeral, parse
from reportlint.facts.part_cues import VIEWED
from reportlint.facts.quantities import quantities
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.quantities import Quantity

# 。其中 and 。从类别看 go on with the sentence before.
_STOP = Pattern(rf"[。！？!?](?!\s{{0,4}}(?:其中|{VIEWED}))|\n")
_BASE = Pattern(r"占[^，,、；;。：:（()）]{0,16}$", ("占",))
"""Before an amount of which a share is told: 占全镇农户370户的54.3%."""
_SHARED = Pattern(rf"的[{DIGITS}百]", ("的",))
_SIZED = Pattern(rf"的?[{DIGITS}]", ())
"""Behind a size: what is counted has it (5亿元以上1个, 36—59岁30名, 1亿元以上5亿元以下的4个)."""
_THRESHOLDS = frozenset(("以上", "以下", "以内"))
_BRACKET = Pattern(r"[（(][^（()）\n]{1,160}[）)]", ("（", "("))
_BARE = Pattern(
    rf"[^{DIGITS}{HAN}，,。；;、]{{0,8}}"
    rf"(?P<list>(?:[{DIGITS}{HAN}][{DIGITS}{HAN}.．]{{0,11}}[ 　]?(?:[、，,和及与]|以及)[ 　]?){{1,12}})"
)
_BETWEEN = Pattern(r"[、，,和及与以 　]{1,3}")
_NUMBERS = frozenset(("quantity", "unknown", "ordinal"))
_GROUP = 3
_FAR = 160
_LARGE = 1000 * ONE
"""In 5000、1.2万元 the first may be meant with 万 or without."""
_NEAR = 16
_MOST = 30
"""With more amounts a sentence is a table, and nothing is certain."""
_CLAUSE_MARKS = "，,；;、：:。"
_ENDS = frozenset((*_CLAUSE_MARKS, *"）)的", ""))
_START = attrgetter("span.start")


@frozen
class Amount:
    """An amount and its surroundings.

    Attributes:
        quantity: the amount.
        before: the words from the amount before it in the row, or from the beginning of the sentence.
        after: the words up to the next amount or the end of the sentence.
    """

    quantity: Quantity
    before: str
    after: str


@frozen
class Row:
    """Amounts that stand in one sentence, outside brackets; or one amount and those in the bracket behind it.

    Attributes:
        amounts: at least two, in reading order.
        span: the sentence or the amount with its bracket.
        bracket: whether all amounts but the first stand in a bracket.
    """

    amounts: tuple[Amount, ...]
    span: Span
    bracket: bool


@fact
def amount_rows(document: Document) -> tuple[Row, ...]:
    """Every row in which no number is masked or left out. Semicolons do not end one."""
    found: list[Row] = []
    text = document.text
    group: list[Quantity] = []
    start = 0
    for quantity in quantities(document):
        last = group[-1].span.end if group else start
        stops = list(_STOP.finditer(text, last, quantity.span.start)) if quantity.span.start > last else []
        if stops:
            found += _rows(document, group, Span(start, max(stops[0].start(), start)))
            group, start = [], stops[-1].end()
        if not group:
            start = max(start, quantity.span.start - _FAR)
        if not group or quantity.span.start >= group[-1].span.end:
            group.append(quantity)
    if group:
        stop = _STOP.search(text, group[-1].span.end, group[-1].span.end + _FAR)
        end = stop.start() if stop else min(len(text), group[-1].span.end + _FAR)
        found += _rows(document, group, Span(start, end))
    return tuple(found)


@fact
def unknown_numbers(document: Document) -> tuple[Span, ...]:
    """Masks and gaps where a number may stand, in order."""
    hidden = [mask.span for mask in masks(document) if mask.kind in _NUMBERS]
    spans = [*hidden, *(gap.span for gap in number_gaps(document))]
    return tuple(sorted(spans))


def is_known(document: Document, span: Span) -> bool:
    """Whether no number is masked or left out in a stretch."""
    unknown = unknown_numbers(document)
    index = bisect_left(unknown, span.start, key=attrgetter("start"))
    return index >= len(unknown) or unknown[index].start >= span.end


def _rows(document: Document, group: Sequence[Quantity], span: Span) -> list[Row]:
    text = document.text
    if not group or (len(group) == 1 and "分别" not in text[span.start : group[0].span.start]):
        return []
    told = [one for one in group if not _is_attribute(text, span, one)]
    every = [one for quantity in told for one in (*_bare_before(text, span.start, quantity), quantity)]
    if not 1 < len(every) <= _MOST or not is_known(document, span):
        return []
    brackets = [Span(*match.span()) for match in _BRACKET.finditer(text, span.start, span.end)]
    outside = [one for one in every if not any(bracket.covers(one.span) for bracket in brackets)]
    rows = [Row(_amounts(text, outside, span, brackets), span, bracket=False)] if len(outside) > 1 else []
    for bracket in brackets:
        inside = [one for one in every if bracket.covers(one.span)]
        whole = next((one for one in reversed(outside) if one.span.end <= bracket.start), None)
        between = text[whole.span.end : bracket.start] if whole else ""
        if inside and whole and len(between) <= _NEAR and not any(mark in between for mark in _CLAUSE_MARKS):
            reach = Span(max(span.start, whole.span.start - _FAR), bracket.end - 1)
            inner = _amounts(text, [whole, *inside], reach, ())
            rows.append(Row(inner, Span(whole.span.start, bracket.end), bracket=True))
    return rows


def _is_attribute(text: str, span: Span, one: Quantity) -> bool:
    """Whether an amount tells of what kind something is, or of what a share is, and nothing of how much there is."""
    after = text[one.span.end : min(one.span.end + 3, span.end)]
    if _SHARED.match(after) and _BASE.search(text, max(span.start, one.span.start - _NEAR - 1), one.span.start):
        return True
    if one.unit.kind != "count" and (one.approximation in _THRESHOLDS or one.ends) and _SIZED.match(after):
        return True
    return one.unit.kind == "age" and one.approximation in _THRESHOLDS and after[:1] not in _ENDS


def _amounts(text: str, every: Sequence[Quantity], span: Span, brackets: Sequence[Span]) -> tuple[Amount, ...]:
    starts = [span.start, *(one.span.end for one in every)]
    ends = [*(one.span.start for one in every), span.end]
    words = [_without(text, start, end, brackets) for start, end in zip(starts, ends, strict=True)]
    return tuple(Amount(one, words[at], words[at + 1]) for at, one in enumerate(every))


def _without(text: str, start: int, end: int, brackets: Sequence[Span]) -> str:
    """A stretch without the brackets in it."""
    kept = ""
    for bracket in brackets:
        if start <= bracket.start and bracket.end <= end:
            kept, start = kept + text[start : bracket.start], bracket.end
    return kept + text[start:end]


def _bare_before(text: str, start: int, quantity: Quantity) -> list[Quantity]:
    """The first numbers of 分别为12、15、18件, each as an amount in the unit that is written once."""
    words = text[max(start, quantity.number.start - _FAR) : quantity.number.start]
    at = words.rfind("分别")
    if at < 0 or quantity.numeral is None or quantity.approximation or quantity.ends:
        return []
    at += 2
    match = _BARE.fullmatch(words[at:])
    if match is None:
        return []
    pieces: list[Quantity] = []
    begin = quantity.number.start - len(words) + at + match.start("list")
    listed = match["list"]
    written = _BETWEEN.split(listed)[:-1]
    offset = 0
    for index, piece in enumerate(written):
        offset = listed.find(piece, offset)
        known = parse(piece)
        grouped = index > 0 and len(piece) == _GROUP and listed[offset - 1] in "，,"
        if known is None or grouped or (known.value >= _LARGE and _scale(quantity.numeral) > 1 == _scale(known)):
            return []
        pieces.append(_in_unit_of(quantity, known, Span(begin + offset, begin + offset + len(piece))))
        offset += len(piece)
    return pieces


def _scale(numeral: Numeral) -> int:
    """The 万 or 亿 a number ends with, as a factor."""
    scale: int = numeral.place * 10**numeral.decimals // ONE
    return max(1, scale)


def _in_unit_of(quantity: Quantity, known: Numeral, span: Span) -> Quantity:
    model = quantity.numeral
    scale = _scale(model) if model and _scale(known) == 1 else 1
    numeral = Numeral(known.value * scale, known.decimals, known.place * scale, known.style)
    factor = quantity.unit.factor
    rounding = 0 if numeral.place == ONE else numeral.place // 2
    return replace(
        quantity,
        span=span,
        number=span,
        low=(numeral.value - rounding) * factor // ONE,
        high=(numeral.value + rounding) * factor // ONE,
        numeral=numeral,
        style=quantity.style,
        label="",
    )
