"""Headings of one level end with a full stop here and without it there."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.outline import outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_STYLES = ("han", "han-paren")
_FEWEST = 3
_RELATED = 3


class HeadingStyle(Check):
    """同级标题末尾有的有句号、有的没有。

    ## 为什么

    独占一行的标题末尾一般不用句号，全文应当一致（实务；GB/T 15834—2011 附录）。
    与正文接排的段首主旨句须有句号，不在此列。

    ## 反例

        一、坚持党的领导。
        牢牢把握正确政治方向，认真落实重大事项请示报告制度。
        二、依法履行监督职责
        听取和审议专项工作报告三项，开展执法检查两次。
        三、加强自身建设
        组织代表学习培训四次，规范代表活动阵地六个。

    ## 正例

        一、坚持党的领导。牢牢把握正确政治方向，认真落实重大事项请示报告制度。
        二、依法履行监督职责。听取和审议专项工作报告三项，开展执法检查两次。
        三、加强自身建设。组织代表学习培训四次，规范代表活动阵地六个。

    ## English

    Headings of one level on lines of their own should all end with a full stop or all without.
    Run-in headings keep theirs.
    """

    meta = Meta(
        title=Text("标题末尾标点不一致", "Uneven marks at the end of headings"),
        severity=Severity.INFO,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Compare the last characters of headings of one style."""
        for style in _STYLES:
            headings = [h for h in outline(document).headings if h.style == style and not h.run_in and h.title]
            stopped = [h for h in headings if h.title.endswith("。")]
            plain = [h for h in headings if h.title[-1] not in "。：:；;！？"]
            if not stopped or not plain or len(stopped) + len(plain) < _FEWEST:
                continue
            odd, others = (stopped, plain) if len(stopped) <= len(plain) else (plain, stopped)
            yield Finding(
                odd[0].span,
                Text(
                    f"同级标题有{len(stopped)}个末尾用句号、{len(plain)}个不用：请统一，独占一行的标题一般不加句号。",
                    f"{len(stopped)} headings end with a full stop, {len(plain)} do not: make them alike.",
                ),
                related=tuple(Related(h.span, Text("同级标题", "same level")) for h in (*odd[1:], *others)[:_RELATED]),
            )
