"""A word that stands twice."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Safety, Severity, Span, Text
from reportlint.facts.doubled_words import doubled_words
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class DoubledWord(Check):
    """同一个词语接连写了两遍。

    ## 为什么

    《党政机关公文处理工作条例》第二十条要求复核文字。复制、改句时漏删，会留下“落实落实”“联系群众联系群众”。
    一步一步、研究研究、很多很多是正常的重叠；“人大代表代表人民”“党组织组织学习”是两个词相接，不算；
    前句末尾的词又起后句（顶真），也不算。

    ## 反例

        各村严格落实落实安全生产责任制。

    ## 正例

        人大代表代表人民行使权力，一步一步把事情办好。

    ## English

    A word or phrase of two to ten characters was written twice in a row, also around 和 or a comma. Reduplicated verbs,
    一步一步, nouns followed by the same verb (代表代表) and phrases that take up the end of the last clause are spared.
    """

    meta = Meta(
        Text("词语连写两遍", "Doubled word"),
        Severity.ERROR,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each word with its second copy."""
        for first, extra in doubled_words(document):
            span = Span(first.start, extra.end)
            if in_residue(document, span):
                continue
            word = document.slice(first)
            yield Finding(
                span,
                Text(f"“{word}”连写了两遍，请删去一个。", f"“{word}” stands twice in a row; delete one."),
                fix=Fix((Edit(extra, ""),), Safety.UNSAFE),
            )
