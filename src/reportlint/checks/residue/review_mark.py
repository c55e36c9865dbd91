"""Marks of those who worked on the draft."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Severity, Text
from reportlint.facts.residue_reviews import review_marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class ReviewMark(Check):
    """文稿里留有批注、修订痕迹或改稿时的内部提示。

    ## 为什么
    “批注[王某1]：”“带格式的：字体”“（此段再斟酌一下）”“（请领导审定一下）”是改稿时说给同事看的话。定稿时忘了删，印发出去很难堪。
    依据：实务。

    ## 反例

        全年开展监督12次。（此处数字再改一下）
        批注[王1]：与统计公报不一致

    ## 正例

        全年审议修改意见（此处指对规划草案的意见）12条，请各位代表斟酌。
        （以下简称“两中心”）

    ## English
    Comments, tracked changes and hints among colleagues that were left in the text. Delete them before it goes out.
    """

    meta = Meta(
        title=Text("改稿痕迹", "leftovers of reviewing"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield each mark."""
        for span in review_marks(document):
            yield Finding(
                span,
                Text(
                    f"“{document.slice(span)[:30]}”是改稿时留下的话，定稿前请删去。",
                    f"“{document.slice(span)[:30]}” was meant for colleagues; delete it before the draft goes out.",
                ),
                group="review",
            )
