"""number.percentage."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.portions import wrong_portions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_OPERAND = Text("算式中的数", "a number of the sum")


class Percentage(Check):
    """百分比与分子、分母对不上。

    ## 为什么
    部分、总数、百分比印在一起，一除便知对错；听报告的代表也会当场去算。《党政机关公文处理工作条例》第二十条要求审核
    公文中的数字。百分比按四舍五入或者截尾理解，分母拿不准的不报。

    ## 反例
        收到代表意见建议29件，29件中已解决25件，解决率为83.5%。

    ## 正例
        收到代表意见建议29件，29件中已解决25件，解决率为86.2%。应到代表72名，实到68名，出席率94.4%。

    ## English
    A rate does not follow from the part and the whole printed beside it. Rounding and cutting off are allowed for, and
    nothing is said where the whole is not certain. Check which of the three numbers is wrong.
    """

    meta = Meta(
        title=Text("百分比与数值不符", "Percentage does not match its numbers"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("number.percentage-mismatch",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield rates that do not follow from their numbers."""
        for wrong in wrong_portions(document):
            words = document.slice(wrong.rate.span)
            yield Finding(
                wrong.rate.span,
                Text(
                    f"{wrong.words}，文中为 {words}：请核对。",
                    f"{wrong.words}, but the text says {words}; check the numbers.",
                ),
                tuple(Related(span, _OPERAND) for span in wrong.operands),
            )
