"""The own place with a wrong character in its name."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Related, Safety, Severity, Text
from reportlint.facts.home import home
from reportlint.facts.misspelt_home import misspelt_home

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class NameVariant(Check):
    """本地名称写错一个字：前面“石桥镇”，后面“石矫镇”。

    ## 为什么

    本地名称写错，最是难堪。与本文的地名只差一个字、通名相同，而且全国没有这个地名的，报作错别字；确有其地的，由
    place.foreign-name 查。依据：《党政机关公文处理工作条例》第二十条（审核地名）。

    ## 反例

        石桥镇人大主席团工作报告
        我受石桥镇第十届人大主席团委托报告工作。一年来，石矫镇党委高度重视人大工作。

    ## 正例

        石桥镇人大主席团工作报告
        我受石桥镇第十届人大主席团委托报告工作。一年来，石桥镇党委高度重视人大工作。

    ## English

    The own name with one wrong character, where no place has such a name; if there is one, place.foreign-name
    reports it.
    """

    meta = Meta(
        title=Text("本地名称写法不一", "Own place misspelt"),
        severity=Severity.ERROR,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the wrong name, with the place where the right one stands."""
        own = home(document)
        for slip in misspelt_home(document):
            words = document.slice(slip.span)
            who = f"{own.name}（全文{own.count}次）" if slip.name == own.name else f"{own.name}，属{slip.name}"
            yield Finding(
                slip.span,
                Text(
                    f"本文为{who}，此处写作“{words}”：疑有错字，请核对。",
                    f"This report is of {own.name}; here {words} stands for {slip.name}: probably a wrong character.",
                ),
                related=tuple(Related(known.span, Text("本报告的地名", "the own place")) for known in own.evidence[:1]),
                fix=Fix((Edit(slip.span, slip.name),), Safety.SHOWN),
            )
