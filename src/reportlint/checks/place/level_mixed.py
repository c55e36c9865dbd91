"""place.level-mixed."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Related, Safety, Severity, Text
from reportlint.facts.organ_mixed import mixed, reported_type
from reportlint.facts.residue import in_residue
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWN = 2


class LevelMixed(Check):
    """镇的报告写成“乡党委”“全乡”，区的报告写成“全县”：建制类型与本地不符。

    ## 为什么
    本稿是镇、乡、街道还是县、区，由标题、委托语、“我镇”“全镇”和机构名称表决得出（八成以上、三处以上才算数）。同一级里冒出另一种
    建制，多是套用他稿留下的。地名、层级是审核重点（《党政机关公文处理工作条例》第二十条）。“乡镇”“县、乡两级”、外地考察、
    历史沿革、撤乡设镇、引号和书名号里的不报；镇的报告里写“依法治区”，提醒核对。

    ## 反例
        石桥镇2023年人大工作报告
        一年来，镇人大围绕镇党委中心工作，服务全镇大局，重大问题坚持向乡党委报告。

    ## 正例
        石桥镇2023年人大工作报告
        一年来，镇人大围绕镇党委中心工作，健全县、乡、村三级网络，赴大冲乡考察，听取乡党委的经验介绍，服务全镇大局。

    ## English
    The report is of a town (镇), as its title, mandate and organs show, yet it speaks of a township (乡党委, 全乡),
    or the like among 街道, 县, 区, 旗. Lists of levels, other places, history and quotations are spared.
    """

    meta = Meta(
        Text("建制类型与本地不符", "Another type of place than the report's own"),
        Severity.ERROR,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report every word for another type of place."""
        own = reported_type(document)
        for slip in mixed(document):
            if in_residue(document, slip.span) or in_zone(document, slip.span):
                continue
            words = document.slice(slip.span)
            mend = f"应为“{slip.instead}”" if slip.instead else "应改为本地的机构"
            yield Finding(
                slip.span,
                Text(
                    f"本稿是{own.type}的报告（{len(own.evidence)}处为证），这里写作“{words}”：疑为套用他稿，请核对是否{mend}。",
                    f"This report is of a {own.type}; “{words}” seems left over from another one.",
                ),
                related=tuple(
                    Related(span, Text(f"本稿是{own.type}的报告", f"shows a {own.type}"))
                    for span in own.evidence[:_SHOWN]
                ),
                fix=Fix((Edit(slip.span, slip.instead),), Safety.SHOWN) if slip.instead else None,
                severity=None if slip.sure else Severity.WARNING,
                confidence=None if slip.sure else Confidence.MEDIUM,
            )
