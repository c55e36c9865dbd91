"""Amounts that no place and nobody has: 全镇5.2亿人, 人均可支配收入18600万元."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.intervals import printed
from reportlint.facts.numerals import ONE
from reportlint.facts.quantities import quantities
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.quantities import Quantity

_PEOPLE = frozenset(("人", "名", "位"))
_OWN = Pattern(r"(?:[全本我](?:[镇乡村县区市旗州]|街道|办事处)|总人口|常住人口|户籍人口)[^，。；：]{0,8}$")
_WIDER = Pattern(r"全[国省球世]|全国|中国|中华|亿万|网民|人次|浏览|点击|覆盖|辐射|观众|网友")
_MOST_PEOPLE = 10**8
"""More than any county or prefecture has; the largest cities have some thirty million."""
_INCOME = Pattern(
    r"(?:人均|户均|每户|每人)[^，。；：]{0,6}(?:可支配收入|纯收入|收入|分红|增收|工资|补助|救助|补贴|津贴|奖励|养老金|慰问金)[^，。；：]{0,8}$"
)
_FIRMS = Pattern(r"企业|产值|营业|销售|经营|主营|营收|亩均|贷款|授信|注册|园区")
_MOST_INCOME = 10**6
"""元; a million a head is no income of the people of a place."""
_NEAR = 30


@fact
def extremes(document: Document) -> tuple[Quantity, ...]:
    """Numbers of people and incomes per head greater than there can be, in reading order."""
    text = document.text
    found: list[Quantity] = []
    for quantity in quantities(document):
        if quantity.unit.kind == "money":
            most = _MOST_INCOME
        elif quantity.unit.name in _PEOPLE:
            most = _MOST_PEOPLE
        else:
            continue
        if printed(quantity) < most * ONE or quantity.ends is not None:
            continue
        left = text[max(quantity.clause.start, quantity.span.start - _NEAR) : quantity.span.start]
        if most == _MOST_INCOME:
            odd = _INCOME.search(left) is not None and _FIRMS.search(left) is None
        else:
            lead = text[max(quantity.sentence.start, quantity.span.start - _NEAR * 2) : quantity.span.start]
            odd = _OWN.search(left) is not None and _WIDER.search(lead) is None
        if odd:
            found.append(quantity)
    return tuple(found)
