"""A clause that comes again in its paragraph."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.repeats import repeated_clauses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class RepeatedClause(Check):
    """同一段里，同一个分句出现了两次。

    ## 为什么

    中央多次要求精简文风、不搞照搬照抄；同段重复多半是增改时忘了删旧句（实务）。
    “在……领导下”一类状语、机构名称、三次以上的反复（排比）不算；不同段落里的套话也不算。

    ## 反例

        丰富代表联系群众的内容和形式，督促民生实事项目落实。提高代表履职能力和水平，丰富代表联系群众的内容和形式。

    ## 正例

        丰富代表联系群众的内容和形式，督促民生实事项目落实。提高代表履职能力和水平，密切代表同群众的联系。

    ## English

    A clause of nine characters or more comes again in the same paragraph. Adverbial phrases, names and refrains of
    three or more are spared, and so are formulas in other paragraphs.
    """

    meta = Meta(
        Text("同段分句重复", "Clause repeated in a paragraph"),
        Severity.WARNING,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the later copy, with the earlier one as related place."""
        for repeat in repeated_clauses(document):
            yield Finding(
                repeat.copy,
                Text(
                    "这个分句在本段已经出现过，请删去一处或改写。",
                    "This clause stands in the paragraph already; keep one.",
                ),
                related=(Related(repeat.original, Text("前一处", "the first one")),),
            )
