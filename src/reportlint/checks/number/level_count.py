"""A number of levels that is not the number of levels named."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Related, Safety, Severity, Text
from reportlint.facts.levels import levels
from reportlint.facts.numbering import han
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class LevelCount(Check):
    """点了几级的名，却说成另外几级。

    ## 为什么

    “市镇三级”只点了两级：或者漏写一级（市、县、镇），或者级数没有改。《党政机关公文处理工作条例》第二十条要求复核数字。
    “乡镇”“镇街”算一级，“县（市、区）”算一级，“市区”“县区”两种数法都认；前面没有点名的“三级平台”、医院和响应的等级不算。

    ## 反例

        组织市镇三级人大代表开展活动。

    ## 正例

        组织市、镇两级人大代表开展活动，完善县（市、区）、乡镇、村（社区）三级网络，新增三级医院1家。

    ## English

    The levels of government named (市镇) are not as many as the number behind them says (三级). 乡镇 is one level,
    市区 may be one or two; numbers without names before them, and grades of hospitals and alarms, are spared.
    """

    meta = Meta(
        Text("级数与所列层级不符", "Number of levels differs from those named"),
        Severity.ERROR,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the levels with their number."""
        for known in levels(document):
            if known.said in known.named or in_residue(document, known.span):
                continue
            count = known.named[-1] if known.said > known.named[-1] else known.named[0]
            right = "两" if count == 2 else han(count)  # noqa: PLR2004 - before a classifier two is 两
            words = document.slice(known.span)
            doubt = "是否漏写一级" if known.said > count else "是否多写一级"
            yield Finding(
                known.span,
                Text(
                    f"“{words[-40:]}”点了{right}级的名，却写作“{document.slice(known.figure)}级”：请核对{doubt}，或改为“{right}级”。",
                    f"{count} levels are named, {known.said} are announced: mend the list or the number.",
                ),
                related=tuple(
                    Related(span, Text(f"第{number}个层级", f"level {number}"))
                    for number, span in enumerate(known.names, 1)
                ),
                fix=Fix((Edit(known.figure, right),), Safety.SHOWN) if len(known.named) == 1 else None,
            )
