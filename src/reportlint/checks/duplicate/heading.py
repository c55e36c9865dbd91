"""The same heading twice."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Span, Text
from reportlint.facts.outline import outline
from reportlint.facts.residue import body

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.outline import Heading

_TOP = 5
_SHORTEST = 4


class DuplicateHeading(Check):
    """标题重复。

    ## 为什么

    标题行复制两遍、同一部分里两个标题一字不差，多半是粘贴或拆段时留下的（《党政机关公文处理工作条例》第二十条：复核）。
    回顾和安排两部分用相同的标题（都有“坚持党的领导”）是常见的对应写法，不报。

    ## 反例

        永安镇人大工作报告
        永安镇人大工作报告
        各位代表：
        一年来，镇人大主席团认真履行职责。

    ## 正例

        2023年工作回顾
        一、坚持党的领导
        全年组织集中学习六次，请示报告重大事项五次。
        2024年工作安排
        一、坚持党的领导
        健全学习制度，落实请示报告制度。

    ## English

    The title line repeated at the top, or two headings of one level with the same words under one parent.
    Equal headings in review and plan are a usual parallel and fine.
    """

    meta = Meta(
        title=Text("标题重复", "Repeated heading"),
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Compare the first lines, then the headings under each parent."""
        yield from _title(document)
        seen: dict[tuple[tuple[int, ...], int, str], Heading] = {}
        path: list[Heading] = []
        for heading in outline(document).headings:
            while path and path[-1].level >= heading.level:
                path.pop()
            words = "".join(heading.title.split()).strip("。：:")
            key = (tuple(parent.span.start for parent in path), heading.level, words)
            path.append(heading)
            if len(words) < _SHORTEST:
                continue
            first = seen.setdefault(key, heading)
            if first is not heading:
                yield _finding(heading.span, first.span, words)


def _title(document: Document) -> Iterator[Finding]:
    limits = body(document)
    headings = {heading.span.start for heading in outline(document).headings}
    seen: dict[str, Span] = {}
    for block in [block for block in document.blocks if limits.covers(block.span)][:_TOP]:
        raw = document.slice(block.span)
        words = "".join(raw.split())
        start = block.span.start + len(raw) - len(raw.lstrip())
        span = Span(start, start + len(raw.strip()))
        if start in headings or not _SHORTEST <= len(words) <= 60 or words[-1] in "：:，。；！":  # noqa: PLR2004 - a longer line is a paragraph
            continue
        if words in seen:
            yield _finding(span, seen[words], words)
        else:
            seen[words] = span


def _finding(span: Span, first: Span, words: str) -> Finding:
    shown = words if len(words) <= 30 else words[:29] + "…"  # noqa: PLR2004 - as much as a message shows
    return Finding(
        span,
        Text(
            f"标题“{shown}”重复出现：请删去一处或改写。",
            f"The heading “{shown}” stands here again: drop or reword one.",
        ),
        related=(Related(first, Text("第一次出现", "where it stands first")),),
    )
