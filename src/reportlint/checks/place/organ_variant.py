"""place.organ-variant."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Related, Safety, Severity, Text
from reportlint.facts.organ_variants import variants
from reportlint.facts.residue import in_residue
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class OrganVariant(Check):
    """同一机构前后两种叫法：“镇党委”与“镇委”，“人大主席团”与“人大代表主席团”。

    ## 为什么
    机构名称应当规范、前后一致（《党政机关公文处理工作条例》第十九条要求使用规范的名称和简称）。少数的写法不到多数的三分之一时才报；
    “镇委、镇政府”“镇委书记”是惯用的并称和职务，文中说明“以下简称”的、引号里的不报。

    ## 反例
        镇党委把方向，镇党委管大局，镇党委保落实；全镇干部认真落实镇委的决策部署，镇人大代表主席团组织视察。

    ## 正例
        镇党委把方向，镇党委管大局，镇党委保落实；在镇委、镇政府的支持下，镇人大主席团组织人大代表、主席团成员视察。

    ## English
    One organ under two names (镇党委 and 镇委), or a name that no organ has (人大代表主席团). Customary pairs such as
    镇委、镇政府 and defined short names are spared.
    """

    meta = Meta(
        Text("同一机构写法不一", "One organ under two names"),
        Severity.WARNING,
        Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the rarer names."""
        for known in variants(document):
            if in_residue(document, known.span) or in_zone(document, known.span):
                continue
            words = document.slice(known.span)
            seen = f"文中{known.count}处写作“{known.usual}”" if known.count else f"规范的名称是“{known.usual}”"
            yield Finding(
                known.span,
                Text(
                    f"{seen}，这里写作“{words}”：请统一。",
                    f"“{words}” is elsewhere called “{known.usual}”: use one name.",
                ),
                related=tuple(Related(span, Text("另一种写法", "the other name")) for span in known.places),
                fix=Fix((Edit(known.span, known.usual),), Safety.SHOWN),
                # Which of two customary names to use is house style; a name that no organ has is a slip.
                severity=Severity.INFO if known.count else None,
            )
