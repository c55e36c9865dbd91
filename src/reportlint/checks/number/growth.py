"""number.growth."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.change_sums import wrong_rate
from reportlint.facts.changes import changes
from reportlint.facts.plans import plans, wrong_plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.change_sums import Sum
    from reportlint.facts.quantities import Quantity

_OPERAND = Text("算式中的数", "a number of the sum")


class Growth(Check):
    """增幅、增量与前后两个数值对不上。

    ## 为什么
    前后两个数值一除便知增幅，印在一句话里的三个数互相矛盾，必有一个是错的。《党政机关公文处理工作条例》第二十条要求
    审核公文中的数字。比较的是四舍五入前可能的范围，按可比价、同口径等计算的增幅不在此列。

    ## 反例
        财政总收入由2.66亿元增加到4.559亿元，增长55%。

    ## 正例
        财政总收入由2.66亿元增加到4.559亿元，增长71.4%。空置率由9.5%下降到8%，下降1.5个百分点。

    ## English
    A rate of growth, or an amount added, does not follow from the two amounts printed beside it (or from the plan).
    Rounding is allowed for; growth at comparable prices is left alone. Check which of the three numbers is wrong.
    """

    meta = Meta(
        title=Text("增幅与数值不符", "Growth does not match the amounts"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("number.growth-mismatch",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield wrong rates of growth, then rates of fulfilment of plans."""
        for change in changes(document):
            for rate in change.rates:
                wrong = wrong_rate(change, rate)
                if wrong:
                    yield _finding(document, rate.quantity, wrong)
        for plan in plans(document):
            wrong = wrong_plan(plan)
            if wrong and plan.rate:
                yield _finding(document, plan.rate, wrong)


def _finding(document: Document, rate: Quantity, wrong: Sum) -> Finding:
    words = document.slice(rate.span)
    return Finding(
        rate.span,
        Text(
            f"{wrong.words}，文中为 {words}：请核对。",
            f"{wrong.words}, but the text says {words}; check the numbers.",
        ),
        tuple(Related(operand.span, _OPERAND) for operand in wrong.operands),
    )
