"""A character that stands twice."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Pattern, Safety, Severity, Span, Text
from reportlint.facts.doubling import doubled_characters
from reportlint.facts.gazetteer import gazetteer
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES = frozenset("镇乡县市区旗州")
_OF_VILLAGE = Pattern("村村(?:集体|委|民|党|两委|级|支|干|情|史|规|道|医)")
"""西村村集体: the name of a village, and what belongs to it."""


class DoubledCharacter(Check):
    """同一个字连写了两遍，其中一个是多余的。

    ## 为什么

    《党政机关公文处理工作条例》第二十条要求复核文字。输入法重复上屏、修改时漏删，最容易留下叠字，念出来就是错。
    叠词（紧紧、一件件、实实在在）、词与词相接（人民民主、宪法法律、学习习近平）、固定名称（十五五）不算。
    判断办法：按词典切分，去掉一个字后句子是否通顺得多；拿不准的不报。

    ## 反例

        为建设美丽宜居的家乡作出新的更大的贡贡献。

    ## 正例

        紧紧依靠人民民主，认真学习习近平总书记重要讲话，一件件办好民生实事。

    ## English

    One character was typed twice (贡贡献). Reduplicated words and characters that meet at a word boundary are spared:
    the check divides the text into words and asks whether it reads much better with one of the two left out.
    """

    meta = Meta(
        Text("叠字", "Doubled character"),
        Severity.ERROR,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each pair of which one is too many."""
        for span in doubled_characters(document):
            pair = document.slice(span)
            # 古镇镇 is a town: what stands twice is the end of its name and its type.
            named = pair[0] in _TYPES and gazetteer().ending(document.text, span.end)
            if named or _OF_VILLAGE.match(document.text, span.start) or in_residue(document, span):
                continue
            yield Finding(
                span,
                Text(f"“{pair}”疑似多打了一个“{pair[0]}”，请删去一个。", f"“{pair[0]}” stands twice; delete one."),
                fix=Fix((Edit(Span(span.start + 1, span.end), ""),), Safety.UNSAFE),
            )
