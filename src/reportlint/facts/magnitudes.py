"""Amounts whose size cannot be: a unit ten thousand times too great, too many deputies, nothing done, 平方 alone."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.extremes import extremes
from reportlint.facts.indicators import stated_figures
from reportlint.facts.intervals import printed
from reportlint.facts.masks import masks
from reportlint.facts.numerals import ONE
from reportlint.facts.products import odd_products
from reportlint.facts.quantities import quantities
from reportlint.facts.quantity_periods import same_time
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal

    from reportlint.facts.indicators import Stated
    from reportlint.facts.quantities import Quantity

    Oddity = Literal["slip", "per-capita", "product", "extreme", "deputies", "nothing", "square"]

_SLIPPING = frozenset(("money", "area", "length", "mass", "volume", "energy", "power", "count"))
_FACTORS = frozenset((10**3, 10**4, 10**8))
_MULTIPLES = "十百千万亿"
_EACH = Pattern(r"[每均各]|单价|标准|最高|最低|[按以]|另|平均|封顶|不等")
_SURE, _FAIRLY_SURE = 3, 2
_LONG_LABEL = 4
_WHOLE_WORDS = Pattern(r"全[省市县区镇乡村]|总|人均|本[镇乡县]|我[镇乡县]|完成|实现")
_PEOPLE = ("总人口", "常住人口", "户籍人口", "人口", "总人口数")
_TIMES_OFF = 20
_TOTALS = ("总投资", "总收入", "总产值", "总人口", "总面积", "总产量", "总额")
"""Names so telling that two digits and a decimal point are enough."""
_KEPT = 64
"""Amounts with the same digits that are kept for comparison; hostile drafts have thousands."""
_NEAR, _FAR = 40, 160
_DEPUTIES = Pattern(
    r"(?:(?:选举|选出|产生|共有|现有|实有|应有|依法选举)[^，。；、\n]{0,8}?(?<![乡各])[镇乡]"
    r"(?:第?[一二三四五六七八九十]{1,3}届)?(?:人大|人民代表大会)?代表(?:共|总数|名额|总名额)?[计为有]?"
    r"|(?<![乡各])[镇乡](?:人大|人民代表大会)代表(?:总数|名额|总名额)(?:共|共有)?[为是有]?)$"
)
_WIDER = Pattern(r"全[市县区州省]|各[乡镇]|乡镇|镇乡|[县市区]域|两级|三级|[市县区]人大(?!常委)")
_OWN = Pattern(r"[我本全][镇乡]|[镇乡](?:人大)?主席团", ("镇", "乡"))
_MOST_DEPUTIES = 160
_DONE = Pattern(
    r"(?:(?:检查|视察|调研|培训|走访|慰问|宣讲|座谈|评议|学习|督查|督导|演练|巡查|执法检查|询问|活动|会议|大会|培训班|座谈会|接待日|志愿服务)"
    r"(?:共|共计|累计|合计|达)?|(?:开展|组织|召开|举办|组织开展)(?:各类)?(?:专项|集中|专题)?)$"
)
_DONE_UNITS = frozenset(("次", "场", "期", "场次", "人次", "户次", "批次", "节", "个"))
_SQUARE = Pattern(
    r"(?<=[0-9０-９万余多百千亿])平方(?!米|公里|千米|厘米|分米|毫米|公尺|公分|[数根和英寸海吋差尺厘毫分米公里])",
    ("平方",),
)


@frozen
class OddAmount:
    """An amount that cannot be so.

    Attributes:
        span: the amount.
        kind: "slip": the same digits stand elsewhere with a unit a thousand times as great or more; "per-capita": times
            the population it is far from the total; "product": a total that so many (the first of the others) times so
            much each (the second) does not make, the third being itself; "extreme": more than there can be;
            "deputies": more than a town may have; "nothing": a task done 0 times; "square": 平方 without the measure.
        others: the amounts it disagrees with.
        factor: how many times too great or too small; 0 when there is nothing to compare.
    """

    span: Span
    kind: Oddity
    others: tuple[Quantity, ...] = ()
    factor: int = 0


@fact
def odd_amounts(document: Document) -> tuple[OddAmount, ...]:
    """All such amounts, in reading order."""
    found = [
        *unit_slips(document),
        *_per_capita(document),
        *_products(document),
        *(OddAmount(quantity.span, "extreme") for quantity in extremes(document)),
        *_deputies(document),
        *_nothing(document),
        *(
            OddAmount(_squared(document, match.start(), match.end()), "square")
            for match in _SQUARE.finditer(document.text)
        ),
    ]
    return tuple(sorted(found, key=lambda odd: odd.span.start))


@fact
def unit_slips(document: Document) -> tuple[OddAmount, ...]:
    """Amounts that stand in another place with the same digits and label and a unit 1,000 times as great or more."""
    text = document.text
    by_digits: dict[tuple[str, str], dict[tuple[str, int], Quantity]] = {}
    found: list[OddAmount] = []
    for quantity in quantities(document):
        if quantity.unit.kind not in _SLIPPING or not _comparable(quantity):
            continue
        kind = quantity.unit.name if quantity.unit.kind == "count" else quantity.unit.kind
        known = by_digits.setdefault((kind, _digits(text, quantity)), {})
        other = next((one for one in known.values() if _slipped(text, one, quantity)), None)
        if other is not None and not _masked(document, (other, quantity)) and not _told(document, other, quantity):
            larger, smaller = sorted((printed(other), printed(quantity)), reverse=True)
            found.append(OddAmount(quantity.span, "slip", (other,), larger // smaller))
        if len(known) < _KEPT:
            known.setdefault((quantity.label, printed(quantity)), quantity)
    return tuple(found)


@fact
def _stated(document: Document) -> dict[Span, Stated]:
    return {figure.quantity.span: figure for figure in stated_figures(document)}


def _told(document: Document, one: Quantity, other: Quantity) -> bool:
    """Whether the two are figures of one indicator for one time, which disagree whatever their units."""
    stated = _stated(document)
    first, second = stated.get(one.span), stated.get(other.span)
    return (
        first is not None
        and second is not None
        and first.indicator == second.indicator
        and same_time(first.time, second.time)
        and (not first.scope or not second.scope or first.scope == second.scope)
        and one.sentence != other.sentence
    )


def _masked(document: Document, amounts: Iterable[Quantity]) -> bool:
    """Whether a sign stands for some of the digits."""
    hidden = _mask_ends(document)
    return any(amount.number.start in hidden for amount in amounts)


@fact
def _mask_ends(document: Document) -> frozenset[int]:
    return frozenset(mask.span.end for mask in masks(document))


def _comparable(quantity: Quantity) -> bool:
    return (
        quantity.numeral is not None
        and quantity.numeral.value > 0
        and not quantity.marks
        and not quantity.change
        and quantity.ends is None
        and len(quantity.label) >= _FAIRLY_SURE
    )


def _digits(text: str, quantity: Quantity) -> str:
    number = text[quantity.number.start : quantity.number.end]
    return number.removesuffix(quantity.unit.name).rstrip(_MULTIPLES).replace(",", "")


def _slipped(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether two amounts with the same digits are surely meant to be the same."""
    larger, smaller = sorted((printed(one), printed(other)), reverse=True)
    if smaller == 0 or larger % smaller or larger // smaller not in _FACTORS:
        return False
    label, second = one.label, other.label
    digits = _digits(text, other)
    total = "." in digits and any(label.endswith(word) and second.endswith(word) for word in _TOTALS)
    if (
        label != second
        and not total
        and not (min(len(label), len(second)) >= _LONG_LABEL and (label.endswith(second) or second.endswith(label)))
    ):
        return False
    significant = len(digits.replace(".", "").strip("0"))
    if significant < _SURE and len(label) < _LONG_LABEL and not total:
        return False
    if significant < _FAIRLY_SURE and len(digits) < _LONG_LABEL and not total:
        return False
    if min(len(label), len(second)) < _LONG_LABEL and any("其中" in _left(text, amount) for amount in (one, other)):
        return False
    return not any(_EACH.search(_left(text, amount)) for amount in (one, other))


def _per_capita(document: Document) -> Iterator[OddAmount]:
    """Compare 人均收入 with 总收入 and 总人口 where a paragraph gives exactly one of each."""
    text = document.text
    if "人均" not in text or "人口" not in text:
        return
    by_block: dict[int, list[Quantity]] = {}
    for quantity in quantities(document):
        if quantity.exact or (quantity.numeral is not None and not quantity.marks and quantity.ends is None):
            block = document.block_at(quantity.span.start)
            by_block.setdefault(block.span.start if block else -1, []).append(quantity)
    for amounts in by_block.values():
        yield from _capita_of(amounts)


def _products(document: Document) -> Iterator[OddAmount]:
    """295户 at 500元 each, 14.75亿元 in all."""
    for head, each, whole, factor in odd_products(document):
        if not _masked(document, (head, each, whole)):
            yield OddAmount(whole.span, "product", (head, each, whole), factor)


def _capita_of(amounts: list[Quantity]) -> Iterator[OddAmount]:
    people = [
        one for one in amounts if one.unit.name == "人" and one.label.endswith(_PEOPLE) and "人均" not in one.label
    ]
    if len(people) != 1 or not printed(people[0]):
        return
    money = [one for one in amounts if one.unit.kind == "money" and not one.change]
    for each in (one for one in money if "人均" in one.label):
        name = _WHOLE_WORDS.sub("", each.label)
        totals = [one for one in money if "均" not in one.label and _WHOLE_WORDS.sub("", one.label) == name and name]
        if len(totals) != 1 or not printed(each) or not printed(totals[0]):
            continue
        product, whole = printed(each) * printed(people[0]) // ONE, printed(totals[0])
        factor = max(product, whole) // max(1, min(product, whole))
        if factor > _TIMES_OFF:
            yield OddAmount(each.span, "per-capita", (people[0], totals[0]), factor)


def _deputies(document: Document) -> Iterator[OddAmount]:
    """A town congress with more members than the law allows."""
    text = document.text
    if not _OWN.search(text):
        return
    for quantity in _plain(document, ("名", "人", "位")):
        if printed(quantity) <= _MOST_DEPUTIES * ONE:
            continue
        if not _DEPUTIES.search(_left(text, quantity)):
            continue
        if not _WIDER.search(text[max(quantity.sentence.start, quantity.span.start - _FAR) : quantity.span.start]):
            yield OddAmount(quantity.span, "deputies")


def _nothing(document: Document) -> Iterator[OddAmount]:
    """开展检查0次, as if it were something done."""
    text = document.text
    if "0" not in text:
        return
    for quantity in _plain(document, _DONE_UNITS):
        if printed(quantity) or quantity.numeral is None or text[quantity.span.start] != "0":
            continue
        if _DONE.search(_left(text, quantity)):
            yield OddAmount(quantity.span, "nothing")


def _left(text: str, quantity: Quantity) -> str:
    """The words of the clause up to the amount, forty characters of them."""
    return text[max(quantity.clause.start, quantity.span.start - _NEAR) : quantity.span.start]


def _plain(document: Document, units: Iterable[str]) -> Iterator[Quantity]:
    for quantity in quantities(document):
        if quantity.unit.name in units and quantity.numeral is not None and not quantity.ends and not quantity.marks:
            yield quantity


def _squared(document: Document, start: int, end: int) -> Span:
    text = document.text
    while start > 0 and text[start - 1] in "0123456789.０１２３４５６７８９．万余多百千亿":
        start -= 1
    return Span(start, end)
