"""Amounts of a size that cannot be, and 平方 without the measure."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Related, Safety, Severity, Span, Text
from reportlint.facts.arithmetic import figure
from reportlint.facts.magnitudes import odd_amounts
from reportlint.facts.products import product

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.magnitudes import OddAmount


class Magnitude(Check):
    """数值的量级不对：多写或漏写了“万”，人数超出法定上限，单位不全。

    ## 为什么

    同一笔资金一处写4000元、一处写4000万元，是单位上的笔误，念出来差一万倍。人均数乘以人口，应与总数大体相当；
    295户、户均500元，共14.75万元，写成14.75亿元就多了万倍（只报恰好差百倍、千倍、万倍的）。全镇5亿人、
    人均收入上千万元，都不会有。
    《全国人民代表大会和地方各级人民代表大会选举法》第十二条：乡、民族乡、镇的代表总名额不得超过一百六十名。
    “300平方”漏了“米”；“开展检查0次”不宜作为工作成绩写出来（提示）。
    拿不准的不报：每户、人均、标准与总额不比，指标名称不同的不比。

    ## 反例

        全年争取项目资金4567万元，用于道路改造。
        争取项目资金4567元，已全部到位。

    ## 正例

        全年争取项目资金4567万元，其中每户补助4567元，投入绿化资金8200元。

    ## English

    The same amount stands once with 元 and once with 万元; income per head times the population is far from the total;
    so many times so much each is a power of ten off what is said; nobody has so many people or such an income;
    a town congress has more than the 160 deputies the electoral law allows; 300平方 lacks 米. Only what is certain.
    """

    meta = Meta(
        Text("量级或单位异常", "Amount of an impossible size"),
        Severity.WARNING,
        Confidence.MEDIUM,
        since="0.1",
        aliases=("number.magnitude-unit",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each amount that cannot be."""
        for odd in odd_amounts(document):
            yield _compared(document, odd) if odd.others else _alone(document, odd)


def _compared(document: Document, odd: OddAmount) -> Finding:
    """An amount that other amounts contradict."""
    words = document.slice(odd.span)
    related = tuple(Related(other.span, Text("对照的数", "the amount compared with")) for other in odd.others)
    if odd.kind == "slip":
        other = document.slice(odd.others[0].span)
        return Finding(
            odd.span,
            Text(
                f"“{words}”与前文“{other}”名目和数字相同，却差{odd.factor}倍，单位可能写错，请核实。",
                f"“{words}” and “{other}” before have the same digits but differ {odd.factor} times; check the unit.",
            ),
            related,
            confidence=Confidence.HIGH,
        )
    if odd.kind == "per-capita":
        return Finding(
            odd.span,
            Text(
                f"人均数乘以人口，与总数相差{odd.factor}倍，请核实。",
                f"Times the population this is {odd.factor} times off the total; please check.",
            ),
            related,
        )
    head, each = (document.slice(other.span) for other in odd.others[:2])
    whole = odd.others[2]
    made = figure(product(*odd.others[:2]), whole) + whole.unit.name
    return Finding(
        odd.span,
        Text(
            f"{head} × {each} = {made}，文中为 {words}，相差{odd.factor}倍，单位可能写错，请核实。",
            f"{head} × {each} = {made}, not {words}, which is {odd.factor} times off; check the unit.",
        ),
        related[:2],
        confidence=Confidence.HIGH,
    )


def _alone(document: Document, odd: OddAmount) -> Finding:
    """An amount that cannot be, whatever stands beside it."""
    words = document.slice(odd.span)
    if odd.kind == "extreme":
        return Finding(
            odd.span,
            Text(
                f"“{words}”大得不合常理，“万”“亿”可能写错，请核实。",
                f"“{words}” is more than there can be; check 万 and 亿.",
            ),
        )
    if odd.kind == "deputies":
        return Finding(
            odd.span,
            Text(
                f"乡镇人大代表总名额依法不超过160名，“{words}”请核实。",
                f"A town congress has 160 deputies at most by law; please check “{words}”.",
            ),
        )
    if odd.kind == "nothing":
        return Finding(
            odd.span,
            Text(
                f"“{words}”不宜作为工作成绩列出，请核实或删去。",
                f"“{words}” is no achievement; check or delete it.",
            ),
            severity=Severity.INFO,
        )
    return Finding(
        odd.span,
        Text("面积单位不全，应为“平方米”。", "The unit of area is incomplete; write 平方米."),
        fix=Fix((Edit(Span(odd.span.end, odd.span.end), "米"),), Safety.UNSAFE),
        severity=Severity.INFO,
    )
