"""A sentence that comes again."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.repeats import repeated_sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = {
    "same": Text(
        "这句话前文已经出现过，请保留一处，另一处删去或改写。", "This sentence stands in the draft already; keep one."
    ),
    "numbers": Text(
        "这句话与前文一句只有数字不同，疑为套用，请核实后改写。",
        "Only the figures differ from an earlier sentence; please check and rewrite.",
    ),
    "places": Text(
        "这句话与前文一句只有地名或数字不同，疑为套用，请核实后改写。",
        "Only place names or figures differ from an earlier sentence; please check and rewrite.",
    ),
}
"""What to say by likeness."""


class RepeatedSentence(Check):
    """同一个句子在稿子里出现了两次。

    ## 为什么

    回顾与安排互相复制、各部门来稿拼接，最容易留下整句重复（实务；近年通报的形式主义案例多有此类）。
    称谓、请予审议、致谢等程式不算；十四个字以下的短句不算。只有数字或地名不同的长句也会指出：多半是套用后只改了数。

    ## 反例

        认真督促民生实事项目落实，提升问题解决率和代表满意度。我们加强学习。
        坚持问题导向。认真督促民生实事项目落实，提升问题解决率和代表满意度。

    ## 正例

        认真督促民生实事项目落实，提升问题解决率和代表满意度。我们加强学习。
        坚持问题导向。继续督促民生实事项目落地，把群众的事办好。

    ## English

    A sentence comes again somewhere in the draft, or comes again with nothing but figures or place names changed.
    Salutations, formulas and short sentences are spared.
    """

    meta = Meta(
        Text("整句重复", "Sentence repeated"),
        Severity.WARNING,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the later copy, with the earlier one as related place."""
        for repeat in repeated_sentences(document):
            yield Finding(
                repeat.copy,
                _WORDS[repeat.likeness],
                related=(Related(repeat.original, Text("前一处", "the first one")),),
                confidence=None if repeat.likeness == "same" else Confidence.MEDIUM,
            )
