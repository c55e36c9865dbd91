"""So many, so much each, and how much altogether: products that are a unit off (295户 at 500元 are no 14.75亿元)."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.intervals import printed
from reportlint.facts.numerals import ONE
from reportlint.facts.quantities import quantities
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.quantities import Quantity

    Product = tuple[Quantity, Quantity, Quantity, int]
    """How many, how much each, how much altogether, and how many times the last is off."""

_PER = Pattern(
    r"(?:人均|[每][一]?(?:个)?(?:人|名|位)|每一?名?(?:老人|学生|群众|职工|代表|儿童|党员|干部)"
    r"|(?P<household>户均|每一?户)|(?P<land>亩均|平均亩产|亩产|每亩|单产)|(?P<village>村均|每一?个?村|每一?个?社区)"
    r"|(?:每一?(?P<each>[所家套台株只头棵座盏条间项期场次处辆面本份件支栋眼]|个(?![月季工村社]))))"
)
_WIDE = Pattern(r"(?:路面?|路基|桥面|面|底|河道?|堤顶|沟|渠|平均)?宽度?(?:约|达|为|均为)?$")
_LONG = frozenset(("公里", "千米", "米", "km", "里"))
_TOTAL = Pattern(
    r"共(?![同产和享青识建])|累计|合计|总计|总(?!人口|户|数|体|部|面)|产量|[合折]计|铺[筑装设]|硬化|面积|拨付|下达|下拨|落实|发放|支出|增收"
)
_APART = Pattern(r"其中|比上|较上|去年|上年|另外?|此外|平均|均|每|预算|计划|目标|不等|最[高多低]|起步|标准")
_PEOPLE = frozenset(("人", "名", "位", "人次"))
_VILLAGES = frozenset(("个", "村"))
_UNITS = {"household": frozenset(("户", "户次")), "land": frozenset(("亩",)), "village": _VILLAGES}
_NEAR = 40
_TOLERANCE = 20
"""A twentieth: what rounding and a few who got something else may make."""
_OFF = (100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)


@fact
def odd_products(document: Document) -> tuple[Product, ...]:
    """Totals of a sentence that are a power of ten off what so many times so much each makes, in reading order."""
    amounts, text = quantities(document), document.text
    found: list[Product] = []
    for index, each in enumerate(amounts):
        if not _plain(each):
            continue
        left = text[max(each.clause.start, each.span.start - _NEAR) : each.span.start]
        units = _counted(left, each)
        if units:
            judged = _judge(document, amounts, index, units)
            found += [judged] if judged else []
    return tuple(found)


def _plain(quantity: Quantity) -> bool:
    """Whether it is one number, if a rounded one, that is no change of a rate."""
    known = quantity.numeral is not None and quantity.numeral.value > 0 and quantity.ends is None
    return known and not quantity.marks


def _counted(left: str, each: Quantity) -> frozenset[str]:
    """The units of what has so much each; empty when the amount is of no such kind."""
    if each.unit.kind == "length":
        return _LONG if _WIDE.search(left) else frozenset()
    if each.unit.kind not in {"money", "mass"} or not any(word in left for word in "均每产"):
        return frozenset()
    match = next(iter([*_PER.finditer(left)][-1:]), None)
    if match is None:
        return frozenset()
    if match["each"]:
        return frozenset((match["each"],))
    return _UNITS.get(match.lastgroup or "", _PEOPLE)


def _judge(document: Document, amounts: tuple[Quantity, ...], index: int, units: frozenset[str]) -> Product | None:
    each, text = amounts[index], document.text
    heads = [one for one in _before(amounts, index) if one.unit.name in units and _plain(one) and not one.change]
    if units is _VILLAGES:
        heads = [
            one
            for one in heads
            if one.unit.name == "村" or text.startswith(("村", "行政村", "社区", "贫困村", "经济薄弱村"), one.span.end)
        ]
    totals = [one for one in _behind(amounts, index) if _is_total(text, one, each)]
    if len(heads) != 1 or not totals:
        return None
    head, total = heads[0], totals[0]
    factor = _off(product(head, each), printed(total))
    return (head, each, total, factor) if factor else None


def _before(amounts: tuple[Quantity, ...], index: int) -> Iterator[Quantity]:
    sentence = amounts[index].sentence
    for at in range(index - 1, max(-1, index - 7), -1):
        if amounts[at].sentence != sentence:
            return
        yield amounts[at]


def _behind(amounts: tuple[Quantity, ...], index: int) -> Iterator[Quantity]:
    sentence = amounts[index].sentence
    for at in range(index + 1, min(len(amounts), index + 4)):
        if amounts[at].sentence != sentence:
            return
        yield amounts[at]


def _is_total(text: str, one: Quantity, each: Quantity) -> bool:
    kind = "area" if each.unit.kind == "length" else each.unit.kind
    if one.unit.kind != kind or not _plain(one):
        return False
    left = text[max(one.clause.start, each.span.end, one.span.start - _NEAR) : one.span.start]
    return _TOTAL.search(left) is not None and _APART.search(left) is None


def product(head: Quantity, each: Quantity) -> int:
    """So many times so much, in millionths: of land, 亩 are counted; of a road, metres."""
    count = printed(head) if head.numeral is None or each.unit.kind == "length" else head.numeral.value
    return count * printed(each) // ONE


def _off(made: int, total: int) -> int:
    """How many times a total is off a product: a power of ten, or 0 when it fits or is off in another way."""
    if made <= 0 or total <= 0:
        return 0
    greater, less = max(made, total), min(made, total)
    return next((power for power in _OFF if abs(greater - less * power) * _TOLERANCE <= less * power), 0)
