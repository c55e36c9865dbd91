"""Which of two amounts is said to be more: 85%，高于全县平均水平（88%）; 由第8位上升到第5位."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.intervals import interval
from reportlint.facts.numerals import parse
from reportlint.facts.quantities import Quantity, quantities
from reportlint.facts.units import compatible
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

_MORE = "高于|快于|多于|大于|优于|高出|超过|好于"
_LESS = "低于|慢于|少于|小于|不及|落后于"
_ANCHORS = (*_MORE.split("|"), *_LESS.split("|"))
_PLACE = r"(?:全[国省市县区镇乡]|[省市县区]|上年|去年|国家|规定|预期|年度|计划|同期|法定|年初)"
_BETWEEN = Pattern(
    rf"[\u4e00-\u9fff]{{0,4}}[，,、（(]?(?:均|都|仍|已|略|明显)?(?P<word>{_MORE}|{_LESS}){_PLACE}[^，,。；;：:（(\d]{{0,10}}"
    r"(?P<joint>的|[（(](?:为)?)",
    _ANCHORS,
)
_BEHIND = Pattern(r"的?(?:平均)?(?:水平|标准|目标|增速|增幅|均值)")
_AFTER = Pattern(
    rf"[）)]?[，,](?:均|都|仍|已|略|明显)?(?P<word>高于|快于|高出|低于|慢于){_PLACE}[^，,。；;：:（(\d]{{0,8}}",
    ("高于", "快于", "高出", "低于", "慢于"),
)
_OTHERS = Pattern(
    rf"[，,；;、（(](?:而)?(?P<name>{_PLACE})[^，,。；;：:（(\d]{{0,10}}?(?:为|是|达|增长)?",
    ("全", "省", "市", "县", "区"),
)
_NUMBER = r"[0-9０-９一二三四五六七八九十百]{1,5}"
_MOVES = "上升|跃升|提升|前移|攀升|晋升|上移|进位|升|进|跃|下降|下滑|退后|后移|跌落|降|退|跌"
_RANKS = Pattern(
    rf"[由从][^，,。；;：:第\d]{{0,10}}第(?P<first>{_NUMBER})(?:位|名)?(?P<word>{_MOVES})(?:了)?(?:到|至|为)[^，,。；;：:第\d]{{0,8}}第(?P<last>{_NUMBER})",
    ("第",),
)
_PLACES = Pattern(
    rf"(?:排名|名次|位次|排位)[^，,。；;：:\d]{{0,8}}?[由从][^，,。；;：:第\d]{{0,8}}(?P<first>{_NUMBER})(?:位|名)?(?P<word>{_MOVES})(?:了)?"
    rf"(?:到|至|为)[^，,。；;：:第\d]{{0,8}}(?P<last>{_NUMBER})(?:位|名)",
    ("排名", "名次", "位次", "排位"),
)
"""The same without 第 (排名由369位上升到235位)."""
_NOT_ALL = Pattern(
    r"(?:计划|任务|目标|预算)[^，,。；;：:\d]{0,4}的(?P<rate>\d{1,2}(?:\.\d{1,4})?)[%％][，,、](?:圆满|全面)?(?P<word>超额完成)",
    ("超额完成",),
)
_DOWN = frozenset("下退后跌降")
_WINDOW = 36


@frozen
class Claim:
    """Words that say which of two amounts is more, or of two ranks the better.

    Attributes:
        word: 高于, 低于, 上升…
        one: the first place.
        other: the second.
        right: whether the printed numbers bear it out.
        ranks: whether the smaller number is the better one.
    """

    word: Span
    one: Span
    other: Span
    right: bool
    ranks: bool


@fact
def claims(document: Document) -> tuple[Claim, ...]:
    """All claims about two printed amounts or ranks; those that may hold within rounding are right."""
    return (*_compared(document), *_ranked(document.text), *_fulfilled(document.text))


def _compared(document: Document) -> tuple[Claim, ...]:
    text = document.text
    if not _BETWEEN.possible(text):
        return ()
    known = quantities(document)
    found = [_claim(text, known, index) for index in range(len(known) - 1)]
    return tuple(claim for claim in found if claim)


def _claim(text: str, known: tuple[Quantity, ...], index: int) -> Claim | None:
    one, other = known[index], known[index + 1]
    gap = other.span.start - one.span.end
    if not 0 < gap <= _WINDOW or one.sentence.start != other.sentence.start or not compatible(one.unit, other.unit):
        return None
    first, second = _bounds(one, text), _bounds(other, text)
    if first is None or second is None:
        return None
    words = text[one.span.end : other.span.start]
    match = _BETWEEN.fullmatch(words)
    # Only 的 or a bracket shows that the second number is the level of the others, not the distance to it.
    if match and (match["joint"] != "的" or _BEHIND.match(text, other.span.end)):
        start = one.span.end + match.start("word")
        return _made(Span(start, start + len(match["word"])), one, other, first, second)
    if not _OTHERS.fullmatch(words):
        return None
    after = _AFTER.match(text, other.span.end, min(len(text), other.sentence.end))
    distance = known[index + 2] if after and index + 2 < len(known) else None
    if (
        not after
        or distance is None
        or distance.span.start != after.end()
        or distance.unit.kind not in {"points", one.unit.kind}
    ):
        return None
    return _made(Span(after.start("word"), after.end("word")), one, other, first, second)


def _made(
    word: Span, one: Quantity, other: Quantity, first: tuple[str, int, int], second: tuple[str, int, int]
) -> Claim | None:
    return Claim(word, one.span, other.span, _holds(first[0][word.start : word.end], first, second), ranks=False)


def _holds(word: str, first: tuple[str, int, int], second: tuple[str, int, int]) -> bool:
    if word in _LESS.split("|"):
        return first[1] <= second[2]
    return first[2] >= second[1]


def _bounds(quantity: Quantity, text: str) -> tuple[str, int, int] | None:
    """Text and bounds of a known amount; None for a vague, open or signed one."""
    bounds = interval(quantity)
    if bounds is None or quantity.numeral is None or quantity.ends or text[quantity.number.start - 1] in "-－−负":
        return None
    return text, bounds.low, bounds.high


def _ranked(text: str) -> tuple[Claim, ...]:
    found: list[Claim] = []
    for match in (*_RANKS.finditer(text), *_PLACES.finditer(text)):
        first, last = parse(match["first"]), parse(match["last"])
        if first and last and first.value != last.value:
            better = last.value < first.value
            right = better != (match["word"][0] in _DOWN)
            spans = [Span(*match.span(name)) for name in ("word", "first", "last")]
            found.append(Claim(spans[0], spans[1], spans[2], right, ranks=True))
    return tuple(found)


def _fulfilled(text: str) -> tuple[Claim, ...]:
    """完成年度任务的95%，超额完成."""
    return tuple(
        Claim(Span(*match.span("word")), Span(*match.span("rate")), Span(*match.span("rate")), right=False, ranks=False)
        for match in _NOT_ALL.finditer(text)
    )
