"""number.decrease-by-times."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Severity, Text
from reportlint.facts.falls import falls_too_far

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class DecreaseByTimes(Check):
    """减少、下降用了倍数，或者超过百分之一百。

    ## 为什么
    减少一倍就成了零，“下降2倍”无从理解。减少只能说减少几分之几、百分之几，或者“是原来的几分之一”（实务；
    《出版物上数字用法》的教学和编辑实践都按此处理）。

    ## 反例
        全镇刑事案件发案率比上年下降了1倍。

    ## 正例
        全镇刑事案件发案率比上年下降了50%，办理时间缩短到原来的三分之一，产值增长2倍。

    ## English
    Nothing can become less by 倍 or by more than 100 %: 下降1倍 would leave nothing. Give the share that is gone, as in
    下降50%, or what is left.
    """

    meta = Meta(
        title=Text("减少用了倍数", "A decrease given in multiples"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield decreases by 倍 and by more than all there was."""
        for span in falls_too_far(document):
            words = document.slice(span)
            yield Finding(
                span,
                Text(
                    f"“{words}”：减少不能用倍数，也不能超过 100%，请改为百分数或者几分之几。",
                    f"“{words}”: nothing can become less by so much; give the percentage or the fraction that is gone.",
                ),
            )
