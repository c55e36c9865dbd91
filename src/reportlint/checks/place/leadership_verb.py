"""place.leadership-verb."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Safety, Severity, Text
from reportlint.facts.organ_leadership import leadership
from reportlint.facts.residue import in_residue
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_WHY = {
    "congress": (
        "人大与下级人大、本级政府之间是联系指导、监督的关系，不是领导关系",
        "a people's congress does not lead them",
    ),
    "committee": ("本级党委是领导，不只是指导", "the party committee of the same level leads"),
    "government": ("政府由人大产生、受人大监督，不领导人大", "a government does not lead the congress that elects it"),
}


class LeadershipVerb(Check):
    """领导、指导、监督的关系用错：“在市人大的正确领导下”。

    ## 为什么
    上级人大对下级人大是联系、指导和监督，没有领导关系；本级党委是领导；政府对人大负责、受人大监督（宪法、《地方组织法》）。
    稿子里自己的说法也多是“市人大常委会指导、镇党委领导”。“在市委、市人大、市政府的领导下”一类以党委打头的并称、人大党组的领导，
    人大对其工作机构、街道工委、选举委员会的领导不报。

    ## 反例
        石桥镇人大主席团工作报告
        一年来，镇人大主席团在市人大的正确领导下，认真履职，服务全镇大局，我镇经济稳步增长。

    ## 正例
        石桥镇人大主席团工作报告
        一年来，镇人大主席团在市人大常委会的指导下，在镇党委的坚强领导下，认真履职，服务全镇大局，我镇经济稳步增长。

    ## English
    Who leads, guides and supervises whom: a congress does not lead the congresses below it, the party committee of the
    same level leads. Lists that begin with a party committee, party groups, and a congress's own offices are spared.
    """

    meta = Meta(
        Text("领导、指导关系用错", "Wrong relation between organs"),
        Severity.WARNING,
        Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report relations that do not exist."""
        for slip in leadership(document):
            if in_residue(document, slip.span) or in_zone(document, slip.span):
                continue
            why, why_en = _WHY[slip.kind]
            yield Finding(
                slip.verb,
                Text(
                    f"“{document.slice(slip.span)}”：{why}，请核对是否应为“{slip.instead}”。",
                    f"“{document.slice(slip.span)}”: {why_en}; perhaps “{slip.instead}”.",
                ),
                fix=Fix((Edit(slip.verb, slip.instead),), Safety.SHOWN),
            )
