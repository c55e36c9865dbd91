"""Two words that make one number inexact: 近5万余元 contradicts itself, 约300人左右 says one thing twice."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from reportlint.document import Document, fact
from reportlint.facts.approximation_senses import ADJACENT, AFTER, CONTRADICTING, sense_before
from reportlint.facts.number_phrases import in_name
from reportlint.facts.numerals import DIGITS
from reportlint.facts.quantities import quantities
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reportlint.facts.approximation_senses import Sense
    from reportlint.facts.quantities import Quantity


_START = attrgetter("span.start")
_LONG_TIMES = frozenset(("年", "个年头", "个月", "个多月", "个星期", "星期", "周", "天", "昼夜"))
_LASTING = Pattern(r"(?:历时|耗时|用时|费时|为期|持续|历经|长达|花费|相隔|时隔|达)[了达]?(?:将近|接近|近)$")
_OTHER_ENDS = {
    "左右": "两岸侧邻逢手对开为",
    "以上": "述报文级",
    "以下": "几情方问内条项简级五六三四两",
    "及以上": "级",
    "及以下": "级",
}
_OTHER_EXCESS = {"治", "村", "控"}
"""治超 is control of overloading, 村超 a football league; 全村超50余户 is not worth a wrong word."""
_BEFORE_UPWARD = {"", "\n", "了", "有", "出", "共", "达", "，", "。", "、", "；", "："}
_WINDOW = 14
_BEFORE_FRACTIONS = (
    *("大约", "大概", "约", "将近", "接近", "近", "超过", "至少", "不少于", "不低于", "不足", "不到", "过"),
)
_LOOSE = Pattern(
    rf"(?:将近|接近|大约|超过|不足|不到|至少|近|约|超|逾)(?<![附邻临靠最贴亲相新就远走拉节签制预公合违履解契条俭简续特集赶反高彩BＢ邀赴逼抵].)"
    rf"[{DIGITS}]{{1,9}}(?:[.．][{DIGITS}]{{1,4}})?[百千万亿]{{0,2}}余(?=[\u4e00-\u9fff，。；、])(?!年|[天日月周]|个[月多])",
    ("余",),
)
_FRACTION = Pattern(
    r"(?:大约|大概|(?<![节签制预公合违履解契条集邀赴])约|将近|接近|(?<![附邻临靠最亲相新就])近|超过|至少|不少于|不低于|不足|不到"
    r"|(?<![经通超难])过(?=半))(?:有|为|占|应有|要有|需|了)?(?:一半|半数|半|[一二三四五六七八九十]分之[一二三四五六七八九])"
    r"(?:左右|上下|以上)(?![述报文])",
    ("一半", "半数", "过半", "分之"),
)
_FAR = Pattern(
    r"(?:大约|(?<![节签制预公合违履解契条俭简续特集邀赴])(?<!规民)约)(?![谈定束请会见稿书法数])(?P<gap>[\u4e00-\u9fff]{1,5})$"
)
_GOAL = Pattern(r"的[^，。；]{0,6}(?:目标|水平|平均|标准)")
"""低于5.5%左右的预期目标 compares with a rough figure."""
_COMPARING = frozenset({"低于", "高于", "小于", "大于", "少于", "多于"})
_TWICE = Pattern(
    r"(?<![0-9])[0-9０-９一二三四五六七八九十百千]{1,8}(?:多余|余多|几余|余几)"
    r"(?=[万亿]?(?:[个名户家件项次场处亩元米吨份条位台支批期座]|人(?![员口力手事才])|公里|公斤|万元))",
    ("多余", "余多", "几余", "余几"),
)
"""80多余人: both words say that there are a few more."""
_BEHIND_NOUN = Pattern(
    r"(?:大约|大概|(?<![节签制预公合违履解契条俭简续特集邀赴民])约)[有为需占达]?"
    rf"[{DIGITS}一二两三四五六七八九十百千万亿]{{1,12}}[个名户人家件条位][\u4e00-\u9fff]{{1,4}}左右(?=[，。；、,;）)\n]|$)",
    ("左右",),
)


@frozen
class Pairing:
    """Two inexact words at one number, or one at a number that is far too exact for it.

    Attributes:
        span: from the first word to the second, with all between them.
        first: the first word.
        second: the second word.
        senses: what the two say.
        kind: whether they exclude each other, or one of them is enough.
        quantity: the number; None when its unit is unknown.
    """

    span: Span
    first: Span
    second: Span
    senses: tuple[Sense, Sense]
    kind: Literal["contradiction", "doubling"]
    quantity: Quantity | None


@fact
def pairings(document: Document) -> tuple[Pairing, ...]:
    """All numbers with two inexact words, in reading order; 近十余年来 and other set phrases are none."""
    text = document.text
    found = [
        pairing
        for quantity in quantities(document)
        if quantity.marks and quantity.marks[-1].start > quantity.number.start
        if (pairing := _look(text, quantity))
    ]
    for match in _LOOSE.finditer(text):
        pairing = _without_unit(document, *match.span())
        if pairing:
            found.append(pairing)
    for match in _FRACTION.finditer(text):
        word = next(w for w in _BEFORE_FRACTIONS if match[0].startswith(w))
        sense = sense_before(word)
        if not in_name(text, *match.span()):
            first, second = Span(match.start(), match.start() + len(word)), Span(match.end() - 2, match.end())
            one: Sense = sense[0] if sense else "above"
            found.append(_pairing(Span(*match.span()), first, second, one, AFTER[match[0][-2:]], None))
    for match in _TWICE.finditer(text):
        at = match.end() - 2
        found.append(_pairing(Span(*match.span()), Span(at, at + 1), Span(at + 1, at + 2), "more", "more", None))
    taken = {pairing.second.start for pairing in found}
    for match in _BEHIND_NOUN.finditer(text):
        second = Span(match.end() - 2, match.end())
        if second.start not in taken:
            first = Span(match.start(), match.start() + (1 if match[0][0] == "约" else 2))
            found.append(_pairing(Span(*match.span()), first, second, "about", "about", None))
    return tuple(sorted(found, key=lambda pairing: pairing.span.start))


def _without_unit(document: Document, start: int, end: int) -> Pairing | None:
    """近50余樽: a number whose classifier is not in the table."""
    text, span = document.text, Span(start, end)
    if in_name(text, start, end) or _is_quantity(document, span):
        return None
    word = text[start:end].rstrip("0123456789０１２３４５６７８９.．百千万亿余")
    sense = sense_before(text[max(0, start + len(word) - _WINDOW) : start + len(word)])
    if sense is None or (word == "超" and text[start - 1 : start] in _OTHER_EXCESS):
        return None
    return _pairing(span, Span(start, start + len(word)), Span(end - 1, end), sense[0], "more", None)


def _is_quantity(document: Document, span: Span) -> bool:
    known = quantities(document)
    index = bisect_right(known, span.end, key=_START)
    return any(quantity.span.overlaps(span) for quantity in known[max(0, index - 2) : index])


def _look(text: str, quantity: Quantity) -> Pairing | None:
    inside, after = _behind(text, quantity)
    before = _before(text, quantity)
    if before is None and after and after[1] == "about":
        before = _far(text, quantity)
    if before and (inside or after):
        first, sense = before
        second = inside or after
        if second is None or _is_set(text, quantity, first, sense, second[1]):
            return None
        span = Span(first.start, max(quantity.span.end, second[0].end))
        return _pairing(span, first, second[0], sense, second[1], quantity)
    if inside and after and after[1] != "more":
        span = Span(quantity.number.start, max(quantity.span.end, after[0].end))
        return _pairing(span, inside[0], after[0], inside[1], after[1], quantity)
    return None


def _behind(text: str, quantity: Quantity) -> tuple[tuple[Span, Sense] | None, tuple[Span, Sense] | None]:
    """The word between number and unit, and the word behind the unit."""
    inside = after = None
    for mark in quantity.marks:
        word = text[mark.start : mark.end]
        sense = AFTER.get(word)
        if mark.start < quantity.number.start or sense is None:
            continue
        following = text[mark.end : mark.end + 1]
        if following and following in _OTHER_ENDS.get(word, ""):
            continue
        if word == "上下" and "\u4e00" <= following <= "\u9fff" and following != "的":
            continue
        if mark.end <= quantity.number.end:
            inside = mark, sense
        else:
            after = mark, sense
    return inside, after


def _before(text: str, quantity: Quantity) -> tuple[Span, Sense] | None:
    """The word before the number and what it says."""
    mark = quantity.marks[0]
    start = quantity.number.start
    begin = max(quantity.clause.start, start - _WINDOW)
    if mark.start < start:
        word = text[mark.start : mark.end]
        if word == "超" and text[mark.start - 1 : mark.start] in _OTHER_EXCESS:
            return None
        if word == "上":
            # 墙上百余幅: only behind a few words it cannot be a place.
            before = text[mark.start - 1 : mark.start] if mark.start else ""
            return (mark, "above") if before in _BEFORE_UPWARD else None
    known = sense_before(text[begin:start])
    if known is None:
        return None
    sense, word, gap = known
    if (mark.start >= start and word in ADJACENT and not gap) or (
        word in _COMPARING and _GOAL.match(text, quantity.span.end)
    ):
        return None
    if gap and not _reaches(sense, quantity, text):
        return None
    return Span(start - len(gap) - len(word), start - len(gap)), sense


def _far(text: str, quantity: Quantity) -> tuple[Span, Sense] | None:
    """约需资金300万元左右: a word some way before the number."""
    start = quantity.number.start
    begin = max(quantity.clause.start, start - _WINDOW)
    match = _FAR.search(text[begin:start])
    return (Span(begin + match.start(), begin + match.start("gap")), "about") if match else None


def _reaches(sense: Sense, quantity: Quantity, text: str) -> bool:
    """Whether a word some way before the number speaks of it: 至少走访5户以上, but not 至少引进5000万元以上项目."""
    if sense in {"about", "near"}:
        return True
    following = text[quantity.span.end : quantity.span.end + 1]
    if quantity.unit.kind == "count":
        return True
    return not "\u4e00" <= following <= "\u9fff"


def _is_set(text: str, quantity: Quantity, first: Span, sense: Sense, second: Sense) -> bool:
    """Whether the two words do not belong together: 近十余年来, 突破5个以上, 日均最多接待5000余人."""
    word = text[first.start : first.end]
    if sense == "near" and _is_long_time(text, quantity):
        return not _LASTING.search(text[max(quantity.clause.start, first.end - 10) : first.end])
    if word == "突破" and quantity.unit.kind == "count":
        return True
    if sense == "most" and word in {"最多", "至多", "顶多"} and second in {"more", "least", "about"}:
        return True
    if word in {"高于", "大于", "多于", "低于", "小于", "少于"} and quantity.unit.kind in {
        "points",
        "doublings",
        "times",
    }:
        return True
    if sense == "least" and second == "most":
        return first.end != quantity.number.start
    return sense == "about" and quantity.vague and second == "more" and quantity.unit.name == "年"


def _is_long_time(text: str, quantity: Quantity) -> bool:
    if quantity.unit.name in _LONG_TIMES:
        return True
    return quantity.unit.name == "个" and text.startswith(("月", "星期", "礼拜", "年头", "季度"), quantity.span.end)


def _pairing(span: Span, first: Span, second: Span, one: Sense, other: Sense, quantity: Quantity | None) -> Pairing:  # noqa: PLR0913, PLR0917 - the fields
    kind: Literal["contradiction", "doubling"] = "contradiction" if (one, other) in CONTRADICTING else "doubling"
    return Pairing(span, first, second, (one, other), kind, quantity)
