"""Ranges as they are printed (8至5个, 4-6%, 13—17万元) and what is wrong with the way they are."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.number_phrases import in_name
from reportlint.facts.numerals import DIGITS, ONE, parse
from reportlint.facts.quantities import quantities
from reportlint.facts.zones import in_zone
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.quantities import Quantity

_DASHES = "-—–~～－"
_ENDS = Pattern(
    rf"(?P<first>[{DIGITS}.．,，一二两三四五六七八九十百千万亿零〇]{{1,16}}?)(?P<own>[^{DIGITS}{_DASHES}]{{0,5}}?)"
    rf"(?P<sign>[{_DASHES}]{{1,2}}|[至到])(?P<second>[{DIGITS}.．,，一二两三四五六七八九十百千万亿零〇]{{1,16}})"
)
_GOOD_SIGNS = {"～", "—", "至", "到"}
_MULTIPLES = "百千万亿"
_RATIO = "%％﹪‰"
_SHRINKING = Pattern(
    r"(?:降|减|压缩|缩短|精简|下调|缩减|压减|合并|原来?的?|原有|调整|提前|提速|简化|优化|从[^，。；]{0,8}|由[^，。；]{0,8})(?:了|为|前)?$"
)
_CODED = Pattern(
    r"(?:[A-Za-z0-9#＃№/／:：.．=＝+＋×*]|第|以|比分|比|号|附件|表|图|栋|幢|单元|门牌|编号|电话|邮编|款|条|章|节)$"
)
_BEFORE = 12
_AIMED = Pattern(r"(?:增长|增幅|增速|涨幅|幅度|占|保持|稳定|控制|介于)(?:率|比|比例|了|约|预期|目标|为|是|在|于){0,2}$")
_SPREAD = ("不等", "之间", "的范围", "的区间")
_GRADED = Pattern(r"[奖级档]|等次|名次|依次|逐|递减|梯|缩|减$|提速|海拔|落差")
"""Words for what goes down by degrees, the first prize before the second."""
_LEAST_ROUND = 100 * ONE
_STOPS = "，。；、）)！？,;.!?的左不以\n"
_SCORES = {"score", "temperature"}
_NUMBERED_UNITS = {"点", "栋", "幢", "层"}
"""Units whose numbers are as often names: 9点, 3栋."""
_LOOSE_UNITS = {"节", "面", "期", "门", "部", "片", "组", "座", "间"}


@frozen
class PrintedRange:
    """A range with something wrong about it.

    Attributes:
        span: from the first number to the unit.
        quantity: the amount, with both ends.
        sign: what stands between the two numbers.
        reversed: whether the first number is the greater one.
        lacking: what the first number must repeat: % or 万 or 亿; empty when nothing.
        poor_sign: whether the sign is no range sign.
    """

    span: Span
    quantity: Quantity
    sign: Span
    reversed: bool
    lacking: str
    poor_sign: bool


@fact
def faulty_ranges(document: Document) -> tuple[PrintedRange, ...]:
    """Ranges the wrong way about, or written otherwise than the standard asks, in reading order."""
    return tuple(
        range_
        for quantity in quantities(document)
        if quantity.ends is not None and quantity.numeral is not None
        if (range_ := _look(document, quantity)) is not None
    )


def _look(document: Document, quantity: Quantity) -> PrintedRange | None:
    text = document.text
    start = quantity.number.start
    end = max(quantity.number.end, start)
    # Without an approximation the place of the number takes in the unit.
    stop = _unit_end(text, quantity)
    match = _ENDS.match(text, start, end)
    if match is None or quantity.unit.name in _NUMBERED_UNITS or _is_code(document, start, stop):
        return None
    sign = Span(*match.span("sign"))
    own, word = match["own"], match["sign"]
    backwards = _is_reversed(text, quantity, match["first"], own, word, stop)
    lacking = "" if own else _lacking(quantity, match["first"], match["second"])
    if lacking and not backwards and _outruns(match["first"], match["second"]):
        # 8至5万元 is a slip, 500至1万元 names 500元.
        known = parse(match["first"])
        backwards = known is not None and known.value < _LEAST_ROUND
        if not backwards:
            return None
    poor = word not in _GOOD_SIGNS and word != "－"
    if not (backwards or lacking or poor):
        return None
    return PrintedRange(Span(start, stop), quantity, sign, backwards, lacking, poor)


def _unit_end(text: str, quantity: Quantity) -> int:
    at = text.find(quantity.unit.name, quantity.number.start, quantity.span.end)
    last = text.rfind(quantity.unit.name, quantity.number.start, quantity.span.end)
    return max(at, last) + len(quantity.unit.name) if last >= 0 else quantity.number.end


def _is_code(document: Document, start: int, stop: int) -> bool:
    """Whether the numbers are a score, a house number, a clause or a formula."""
    text = document.text
    before = text[max(0, start - 4) : start]
    if before[-1:] and before[-1] in _DASHES + "−":
        return True
    if _CODED.search(before) or (text[stop : stop + 1] and text[stop : stop + 1] in "=＝×*+＋/／-—~～"):
        return True
    return in_name(text, start, stop) or in_zone(document, Span(start, stop))


def _is_reversed(text: str, quantity: Quantity, first: str, own: str, sign: str, stop: int) -> bool:  # noqa: PLR0913, PLR0917 - the parts of it
    ends = quantity.ends
    if ends is None or quantity.unit.kind in _SCORES or quantity.unit.name in _LOOSE_UNITS:
        return False
    if ends[0] <= ends[1] or parse(first) is None:
        return False
    before = text[max(quantity.clause.start, quantity.number.start - _BEFORE) : quantity.number.start]
    if text.startswith(_SPREAD, stop):
        return _GRADED.search(before) is None
    if _SHRINKING.search(before):
        return False
    # 派8人到5个村 goes somewhere; 8人到5人不等 does not.
    if sign in {"至", "到"} and own and text[stop : stop + 1] not in _STOPS:
        return False
    # 下降5%至3% may have come down to 3%; 预期增长5%至3% has not.
    return quantity.unit.kind != "ratio" or sign not in {"至", "到"} or not own or _AIMED.search(before) is not None


def _outruns(first: str, second: str) -> bool:
    """Whether the first number is greater than the second without its 万."""
    one, other = parse(first), parse(second.rstrip(_MULTIPLES))
    return one is not None and other is not None and one.value > other.value


def _lacking(quantity: Quantity, first: str, second: str) -> str:
    """The sign or multiple the second number has and the first has not."""
    if not first.isascii() and not first[0].isdecimal():
        return ""
    multiple = second[len(second.rstrip(_MULTIPLES)) :] if second[:1].isdecimal() else ""
    if multiple:
        return multiple if not first.endswith(tuple(_MULTIPLES)) else ""
    return quantity.unit.name if quantity.unit.name in _RATIO else ""
