"""An item that stands twice in one enumeration."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Span, Text
from reportlint.facts.doubled_words import doubled_items
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class DoubledItem(Check):
    """顿号并列的几项里，有两项完全相同。

    ## 为什么

    《党政机关公文处理工作条例》第二十条要求复核人名、地名和文字。整体替换地名以后常留下“市、市人大”
    （原稿多为“省、市人大”或两个不同的市）；复制名单也容易把一项写两遍。占位的“XX、XX”“某村、某村”代表不同对象，不算。

    ## 反例

        积极配合市、市人大开展执法检查。

    ## 正例

        积极配合省、市人大开展执法检查，走访某村、某村的群众。

    ## English

    Two items of one enumeration are the same. Mass replacement of place names leaves 市、市人大 behind, and copied
    lists repeat an item. Placeholders that stand for different things (XX、XX) are spared.
    """

    meta = Meta(
        Text("并列项重复", "Item repeated in an enumeration"),
        Severity.ERROR,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the later of two equal items, with the mark before it."""
        for first, later in doubled_items(document):
            span = Span(first.start, later.end) if first.end == later.start else Span(later.start + 1, later.end)
            if in_residue(document, span):
                continue
            item = document.slice(first)
            yield Finding(
                span,
                Text(
                    f"并列的各项里“{item[:40]}”出现了两次，请删去一个，或改成应有的另一项。",
                    f"“{item[:40]}” stands twice in one enumeration; delete one or name what was meant.",
                ),
                related=() if first.end == later.start else (Related(first, Text("前一处", "the first one")),),
            )
