"""A part that is more than its whole."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.arithmetic import figure
from reportlint.facts.exceeding import excesses, impossible_rates
from reportlint.facts.intervals import printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class PartExceedsWhole(Check):
    """部分大于整体。

    ## 为什么

    “其中”的数不会比总数大，实到的人不会比应到的多，办结的件数不会比收到的多，办结率、参选率不会超过100%。
    依据：《党政机关公文处理工作条例》第二十条要求复核数字。
    完成率、增长率、预算执行率可以超过100%；“含上年结转”的办结数可以多于本年收到数，不提示。

    ## 反例

        本次会议应到代表72名，实到代表75名，符合法定人数。

    ## 正例

        本次会议应到代表75名，实到代表72名，符合法定人数。

    ## English

    A part is more than its whole (其中), more people came than were expected, more was settled than received, or a rate
    that cannot exceed 100 % does. Completion and growth rates, and figures with carry-over, are spared.
    """

    meta = Meta(
        title=Text("部分大于整体", "A part exceeds its whole"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the part, with its whole; and the rate."""
        for excess in excesses(document):
            part, whole = figure(printed(excess.part), excess.part), figure(printed(excess.whole), excess.part)
            unit = excess.part.unit.name
            yield Finding(
                excess.part.span,
                Text(
                    f"部分{part}{unit} > 总数{whole}{unit}：部分不应大于整体，请核对这两个数。",
                    f"The part, {part}{unit}, is more than the whole, {whole}{unit}; check both figures.",
                ),
                related=(Related(excess.whole.span, Text("总数", "the whole")),),
            )
        for quantity, name in impossible_rates(document):
            printed_rate = figure(printed(quantity), quantity)
            yield Finding(
                quantity.span,
                Text(
                    f"{name}最高100%，文中为 {printed_rate}%：请核对。",
                    f"{name} cannot exceed 100 %, but the text says {printed_rate} %; check the figure.",
                ),
            )
