"""A paragraph that comes again."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.repeats import repeated_paragraphs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = {
    "same": Text("这一段与另一段相同，请删去一段。", "This paragraph stands in the draft already; delete one."),
    "near": Text(
        "这一段与前面一段几乎相同，请合并或改写。",
        "This paragraph is nearly the same as an earlier one; merge or rewrite.",
    ),
    "truncated": Text(
        "网页摘要残留：这一段是另一段的开头，后文被省略，请删去。",
        "A web page's summary left behind: the cut beginning of another paragraph; delete it.",
    ),
}
"""What to say by likeness."""


class RepeatedParagraph(Check):
    """同一段文字在稿子里出现了两次，或与另一段几乎相同。

    ## 为什么

    拼稿时整段复制两遍，念到第二遍才会发现（实务）。从网页复制的稿子，开头常有一段以“…”结尾的摘要，是正文首段的前半截：
    网页摘要残留，应删去。两段大同小异的，给出提醒，由起草人取舍。

    ## 反例

        一年来，镇人大主席团紧紧围绕全镇中心工作，认真履行宪法和法律赋予的职责，深入开展调研视察，推动各项工作...
        一年来，镇人大主席团紧紧围绕全镇中心工作，认真履行宪法和法律赋予的职责，深入开展调研视察，推动各项工作取得新成效。

    ## 正例

        一年来，镇人大主席团紧紧围绕全镇中心工作，认真履行宪法和法律赋予的职责，深入开展调研视察，推动各项工作取得新成效。
        新的一年，镇人大主席团将坚持党的领导，聚焦重点任务依法监督，支持代表履职，办好每一件民生实事。

    ## English

    A paragraph comes again, word for word (error) or nearly so (warning). A beginning of another paragraph that ends
    with an ellipsis is the summary of a web page, and is named so.
    """

    meta = Meta(
        Text("段落重复", "Paragraph repeated"),
        Severity.ERROR,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the later copy, with the earlier one as related place."""
        for repeat in repeated_paragraphs(document):
            near = repeat.likeness == "near"
            yield Finding(
                repeat.copy,
                _WORDS[repeat.likeness],
                related=(Related(repeat.original, Text("另一处", "the other one")),),
                severity=Severity.WARNING if near else None,
                confidence=Confidence.MEDIUM if near else None,
            )
