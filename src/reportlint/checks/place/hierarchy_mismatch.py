"""A county under a city that it does not belong to."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Related, Safety, Severity, Text
from reportlint.facts.place_hierarchy import misplaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class HierarchyMismatch(Check):
    """市县隶属关系不符：把县（市、区）写在别的市名下，或者通名写错。

    ## 为什么

    “岳阳市浏阳市”“茂名市信宜县”多是换地名时只换了一半，或者沿用撤县设市以前的旧称。《党政机关公文处理工作条例》
    第二十条要求审核地名。隶属以民政部行政区划（截至2025年底）为准，2009年以来改属、改名的旧说法不报；
    乡镇撤并频繁，不查；开发区、代管不查。

    ## 反例

        带队到岳阳市浏阳市调研乡村振兴。

    ## 正例

        带队到长沙市浏阳市调研，岳阳市、浏阳市两地企业家参加座谈。

    ## English

    A county or city stands under a city or province that it does not belong to, or its type is wrong (信宜县 for
    信宜市).
    Names and relations since 2009 are known; towns are not checked.
    """

    meta = Meta(
        Text("隶属关系不符", "Place under the wrong superior"),
        Severity.WARNING,
        Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the lower name, or the higher where the lower is the report's own."""
        for slip in misplaced(document):
            name, above = document.slice(slip.span), document.slice(slip.above)
            renamed = slip.right and len(slip.right) <= len(name) + 1 and slip.right[:-1] == name[:-1]
            if renamed:
                message = Text(
                    f"{above}下没有“{name}”，现为“{slip.right}”：请核对名称。",
                    f"There is no {name} in {above}; it is {slip.right} now: check the name.",
                )
            else:
                upper = slip.right.removesuffix(name)
                where = f"，而属{upper}" if upper else ""
                message = Text(
                    f"“{name}”不属{above}{where}：请核对隶属关系。",
                    f"{name} is not part of {above}: check which is meant.",
                )
            yield Finding(
                slip.above if slip.own else slip.span,
                message,
                related=(
                    Related(slip.span, Text("本地的地名", "the own place"))
                    if slip.own
                    else Related(slip.above, Text("写作上级的地名", "named as its superior")),
                ),
                fix=Fix((Edit(slip.span, slip.right),), Safety.SHOWN) if renamed else None,
            )
