"""Heading numbers that leave one out, repeat or change places."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Related, Safety, Severity, Span, Text
from reportlint.facts.numbering import slips
from reportlint.facts.outline import Heading
from reportlint.facts.sequences import elsewhere, mixed, sequences, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.numbering import Slip

_LENGTH = 30
_MOST = 4  # a run with more faults was never counted up; its first is told


class HeadingSequence(Check):
    """标题序号断号、重号或者颠倒。

    ## 为什么

    序号断了，听众和读者会以为漏了一部分；重号、颠倒多半是增删段落以后没有改号。《党政机关公文处理工作条例》第二十条要求
    复核“段落顺序”；GB/T 9704—2012 第7.3.3条规定层次序数依次为“一、”“（一）”“1.”“（1）”。
    “2024年工作安排”这样不带序号的部分标题之后，以及上一级标题之下，序号重新从头编起是正常的。

    ## 反例

        一、坚持党的领导
        牢牢把握正确政治方向，认真落实重大事项请示报告制度。
        二、依法履行监督职责
        听取和审议专项工作报告三项，开展执法检查两次。
        四、加强自身建设
        组织代表学习培训四次，规范代表活动阵地六个。

    ## 正例

        一、坚持党的领导
        牢牢把握正确政治方向，认真落实重大事项请示报告制度。
        二、加强自身建设
        组织代表学习培训四次，规范代表活动阵地六个。
        2024年工作安排
        一、依法履行监督职责
        听取和审议专项工作报告，开展执法检查。
        二、密切联系群众
        组织代表接待选民，办好民生实事。

    ## English

    Heading numbers must count up by one under their parent. Reports gaps, repeats and numbers that changed places, once
    for each slip. Starting again at one is fine under a new parent or after a heading without a number.
    """

    meta = Meta(
        title=Text("标题序号断号、重号", "Heading numbers out of sequence"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Compare the numbers of each run of headings with 1, 2, 3…"""
        told = mixed(document)
        supplied = {(old.style, new.number) for new, old in told}
        changed = {new for new, _ in told}
        for run in sequences(document):
            faults = slips([heading.number for heading in run], run[0].number if run[0] in changed else 1)
            for slip in faults if len(faults) <= _MOST else faults[:1]:
                heading = run[slip.index]
                before = run[slip.index - 1] if slip.index else None
                if slip.kind == "gap" and all(
                    (heading.style, number) in supplied or elsewhere(document, before, heading, number)
                    for number in slip.missing
                ):
                    continue
                yield _finding(run, slip, alone=len(run) == 1)


def _finding(run: tuple[Heading, ...], slip: Slip, *, alone: bool) -> Finding:
    heading = run[slip.index]
    before = run[slip.index - 1] if slip.index else None
    marker = written(heading, heading.number)
    due = written(heading, slip.expected)
    after = f"“{_short(before)}”之后" if before else "这一级标题开头"
    after_en = f"After “{_short(before)}”" if before else "At the start of this level"
    if slip.kind == "gap":
        lost = "".join(written(heading, number) for number in slip.missing[:3]).rstrip("、")
        message = Text(
            f"{after}缺“{lost}”，直接到了“{marker}”：请核对是漏了内容还是序号没有改。",
            f"{after_en} comes “{marker}”; “{lost}” is missing: check for lost text or renumber.",
        )
    elif slip.kind == "repeat":
        message = Text(
            f"序号“{marker}”重复，{after}应为“{due}”。", f"“{marker}” is used twice; “{due}” should stand here."
        )
    else:
        message = Text(
            f"序号“{marker}”的次序不对，{after}应为“{due}”。", f"“{marker}” is out of order; “{due}” should stand here."
        )
    return Finding(
        Span(heading.span.start, heading.span.start + max(len(heading.marker), 1)),
        message,
        related=(Related(before.span, Text("前一个标题", "the heading before")),) if before else (),
        fix=_renumber(heading, due) if slip.certain else None,
        severity=Severity.WARNING if alone else None,
        confidence=Confidence.MEDIUM if alone else None,
    )


def _renumber(heading: Heading, due: str) -> Fix:
    span = Span(heading.span.start, heading.span.start + len(heading.marker))
    return Fix((Edit(span, due),), Safety.UNSAFE)


def _short(heading: Heading) -> str:
    words = f"{heading.marker}{heading.title}"
    return words if len(words) <= _LENGTH else words[: _LENGTH - 1] + "…"
