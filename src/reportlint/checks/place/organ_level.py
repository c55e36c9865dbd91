"""place.organ-level."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Safety, Severity, Text
from reportlint.facts.organ_levels import wrong_organs
from reportlint.facts.residue import in_residue
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class OrganLevel(Check):
    """这一级没有这个机构：镇人大常委会、街道人民政府、镇公安局。

    ## 为什么
    机构设置由法律规定：县级以上人大才设常委会，乡镇人大设主席、副主席和主席团；街道办事处是派出机关；法院、检察院、公安局、
    政协、监委设到县一级（《地方各级人民代表大会和地方各级人民政府组织法》等）。用错多是把县级的稿子改成了镇级。
    景德镇、新乡等地名，“县、镇人大常委会和主席团”一类并提，讲历史和改革试点的句子不报。

    ## 反例
        在镇人大常委会的监督下，街道人民政府和镇公安局通力协作。

    ## 正例
        在县人大常委会的指导下，镇人大主席团和街道人大工委认真履职，景德镇市人大常委会来镇调研，县公安局镇派出所通力协作。

    ## English
    An organ that this level of government does not have by law, as a standing committee of a town's congress. Names
    such as 景德镇 and 新乡, lists of levels, and history are spared.
    """

    meta = Meta(
        Text("机构与层级不符", "Organ that this level does not have"),
        Severity.ERROR,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report organs that their level does not have."""
        for known in wrong_organs(document):
            if in_residue(document, known.span) or in_zone(document, known.span):
                continue
            words = document.slice(known.span)
            level = words[: known.organ.start - known.span.start]
            mend = f"，请核对是否应为“{level}{known.instead}”" if known.instead else "，请核对机构或层级"
            yield Finding(
                known.span,
                Text(f"“{words}”与层级不符：{known.zh}{mend}。", f"“{words}”: {known.en}."),
                fix=Fix((Edit(known.organ, known.instead),), Safety.SHOWN) if known.instead else None,
            )
