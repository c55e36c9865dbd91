"""One sequence of headings numbered in two styles."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Span, Text
from reportlint.facts.outline import outline
from reportlint.facts.sequences import mixed, sequences, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.outline import Heading


class HeadingLevel(Check):
    """同一层标题混用两种序号。

    ## 为什么

    同一层标题前半用“一、”、后半用“（三）”，读者分不清谁统辖谁。GB/T 9704—2012 第7.3.3条：结构层次序数依次用“一、”
    “（一）”“1.”“（1）”标注。只有两层时从“一、”直接到“1.”是通行做法，不报。同一层里“1.”与“1、”并用只作提示。

    ## 反例

        一、坚持党的领导
        牢牢把握正确政治方向，认真落实重大事项请示报告制度。
        二、依法履行监督职责
        听取和审议专项工作报告三项，开展执法检查两次。
        （三）加强自身建设
        组织代表学习培训四次，规范代表活动阵地六个。

    ## 正例

        一、坚持党的领导
        1.加强理论学习。全年组织集中学习六次。
        2.落实请示报告制度。重要事项及时向党委请示报告。
        二、依法履行监督职责
        听取和审议专项工作报告三项，开展执法检查两次。

    ## English

    One sequence of headings must keep one style of numbering. Reports a sequence that goes on in another style
    (一、二、（三）), and as a hint marks that differ within one style (1. and 1、).
    """

    meta = Meta(
        title=Text("同层标题序号混用", "Two styles of numbers in one level"),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Sequences that go on in another style, and marks that differ within a run."""
        if not outline(document).headings:
            return
        for heading, before in mixed(document):
            due = written(before, heading.number)
            yield Finding(
                _marker(heading),
                Text(
                    f"上一个同层标题用“{before.marker}”，这里却用“{heading.marker}”：同一层请用同一种序号（如“{due}”）。",
                    f"The heading before is numbered “{before.marker}”, this one “{heading.marker}”: keep one style.",
                ),
                related=(Related(_marker(before), Text("前一个标题", "the heading before")),),
            )
        for run in sequences(document):
            usual = run[0].marker.rstrip(" 　")[-1:]
            odd = next((h for h in run[1:] if h.style == "arabic" and h.marker.rstrip(" 　")[-1:] != usual), None)
            if odd:
                yield Finding(
                    _marker(odd),
                    Text(
                        f"同一层标题序号后的标点不一致：前面用“{run[0].marker}”，这里用“{odd.marker}”。",
                        f"Marks after the number differ in one level: “{run[0].marker}” and “{odd.marker}”.",
                    ),
                    related=(Related(_marker(run[0]), Text("前面的写法", "as written before")),),
                    severity=Severity.INFO,
                )


def _marker(heading: Heading) -> Span:
    return Span(heading.span.start, heading.span.start + max(1, len(heading.marker)))
