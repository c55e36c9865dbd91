"""A report that asks for a decision."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.outline import outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_REQUEST = Pattern(
    r"(?:当否|妥否|可否|是否妥当|如无不妥)[，,]?\s?(?:敬)?请(?:予)?(?:批示|批复|审批|指示|批准|审定)|请(?:予以?|尽快)(?:批复|批示)"
    r"|恳请[^。；\n]{0,20}(?:拨付|拨款|批准|批复|划拨|安排资金|追加)",
    ("请批", "请予批", "请予以批", "请尽快批", "请审", "请指示", "恳请", "请予审", "敬请"),
)
_REPORT = Pattern(r"报告|总结|汇报", ("报告", "总结", "汇报"))
_REQUEST_TITLE = Pattern(r"请示|申请|函", ("请示", "申请", "函"))


class RequestInReport(Check):
    """报告里夹带请示事项。

    ## 为什么

    《党政机关公文处理工作条例》第十五条第四项：不得在报告等非请示性公文中夹带请示事项。上级对报告可以不作答复，
    请示的事会因此落空。报告以“特此报告”“请审阅”结尾，需要批准的事另行请示。“请予审议”“请批评指正”不算。

    ## 反例

        关于2023年安全生产工作情况的报告
        全年检查企业三百余家，整改隐患二百一十处，形势总体平稳。
        以上报告当否，请批示。

    ## 正例

        关于2023年安全生产工作情况的报告
        全年检查企业三百余家，整改隐患二百一十处，形势总体平稳。
        特此报告，请审阅。

    ## English

    A report must not carry a request for approval or funds (Regulations on Official Documents, art. 15(4)). Close with
    特此报告 and send the request (请示) separately.
    """

    meta = Meta(
        title=Text("报告夹带请示", "Request inside a report"),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Look for requests in drafts that call themselves reports."""
        sketch = outline(document)
        if sketch.title is None:
            return
        title = "".join(document.slice(sketch.title).split())
        if not _REPORT.search(title) or _REQUEST_TITLE.search(title):
            return
        for match in _REQUEST.finditer(document.text, sketch.main.start, sketch.main.end):
            yield Finding(
                Span(*match.span()),
                Text(
                    f"报告中不得夹带请示事项，“{match[0]}”请另行请示；报告可用“特此报告”收尾。",
                    f"A report must not carry a request: send “{match[0]}” separately.",
                ),
            )
