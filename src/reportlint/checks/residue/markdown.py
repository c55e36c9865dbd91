"""Marks of Markdown in a draft that is no Markdown."""

from __future__ import annotations

from itertools import pairwise

from reportlint.api import (
    MULTILINE,
    Check,
    Confidence,
    Document,
    Edit,
    Finding,
    Fix,
    Meta,
    Pattern,
    Safety,
    Severity,
    Span,
    Text,
)
from reportlint.facts.emphasis import emphasis_starts
from reportlint.facts.residue import in_residue
from reportlint.facts.residue_lines import line_begins, short_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HEADING = Pattern(r"^[ \t\u3000]{0,8}(?P<at>#{1,6}[ \t]{1,4})(?=\S)", ("# ", "#\t"), MULTILINE)
_RUN = Pattern(r"\*{2,3}", ("**",))
_INNER = 80  # code points; no longer stretch is made bold inside a sentence
# What stands around a bold phrase where no word is cut: a mark, a number, an end of line.
_EDGE = "。，、；：！？,.;:!?()（）“”‘’《》【】[] \t\u3000\n>#-—0123456789"
# “**镇” hides a name.
_HIDDEN = "镇乡县市区村省州旗同街路社局厅部办"
_ITEM = Pattern(r"[ \t\u3000]{0,8}(?P<at>[-*+•][ ])[\u4e00-\u9fff“《][^\n]{4,400}", ("- ", "* ", "+ ", "• "))
_LEAST_ITEMS = 2
_RULE = Pattern(
    r"^[ \t]{0,3}(?:\|?[ ]?:?-{3,40}:?[ ]?\|[-:| ]{0,200}|```[a-z]{0,12}|-{3,40}|\*{3,40})[ \t]{0,8}$",
    ("---", "```", "***"),
    MULTILINE,
)
_CERTAIN_RULE = ("```", "|")
_LINK = Pattern(r"!?\[[^\]\n]{0,60}\]\((?:https?://|/|#)[^)\s]{0,300}\)", ("](",))
_CODE = Pattern(r"(?<!`)`(?=[^`\s])[^`\n]{1,40}`(?!`)", ("`",))


class Markdown(Check):
    """文稿里留有 Markdown 标记（#、**、``` 等）。

    ## 为什么
    大模型和笔记软件用 Markdown 标记标题（#）、加粗（**…**）、分隔线（---）。粘贴到公文里不会变成格式，而是原样印出来。
    “**镇”这样遮住名称的星号不在此列。
    依据：实务。

    ## 反例

        ## 一、2023年工作回顾
        **一是加强监督。**开展执法检查5次。

    ## 正例

        一、2023年工作回顾
        **镇人大主席团在**镇党委领导下，联系#1号楼居民。

    ## English
    Marks of Markdown (# headings, **bold**, rules, code, links) that a program left in a draft that is none. Stars
    that hide a name are another matter and left alone; Markdown files are not checked.
    """

    meta = Meta(
        title=Text("Markdown 标记残留", "leftovers of Markdown"),
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield each mark; where one is certain, doubtful ones beside it are reported too."""
        if document.format == "md":
            return
        text = document.text
        marks: list[tuple[Span, ...]] = [(Span(*m.span("at")),) for m in line_begins(document).beginning(_HEADING)]
        bold = _bold(document)
        items = [m for m in line_begins(document).beginning(_ITEM) if not in_residue(document, Span(*m.span("at")))]
        marks += [
            (Span(*m.span()),)
            for m in short_lines(document).beginning(_RULE)
            if m[0].lstrip(" \t").startswith(_CERTAIN_RULE) or "|" in m[0]
        ]
        marks += [(Span(*m.span()),) for m in _LINK.finditer(text)]
        marks += [pair for pair, sure in bold if sure]
        if not marks and not _is_list(items):
            return
        marks += [(Span(*m.span("at")),) for m in items]
        marks += [pair for pair, _ in bold]
        marks += [(Span(*m.span()),) for m in short_lines(document).beginning(_RULE)]
        marks += [(Span(m.start(), m.start() + 1), Span(m.end() - 1, m.end())) for m in _CODE.finditer(text)]
        last = -1
        for mark in sorted(set(marks)):
            if mark[0].start < last:
                continue
            last = mark[-1].end
            span = Span(mark[0].start, mark[-1].end)
            quote = document.slice(span)[:30].strip()
            edits = tuple(Edit(part, "") for part in mark)
            yield Finding(
                span,
                Text(
                    f"“{quote}”带有 Markdown 标记，公文里会原样印出，请去掉标记。",
                    f"“{quote}” carries Markdown marks, which print as they stand here; remove them.",
                ),
                fix=None if text[span.start] in "[!" else Fix(edits, Safety.UNSAFE),
                group="markdown",
            )


def _is_list(items: list[re.Match[str]]) -> bool:
    """Whether items stand one below the other and are sentences; a dash before a few words may be meant."""
    sentences = [item for item in items if item[0].rstrip().endswith(("。", "；"))]
    return sum(after.start() - item.end() <= _LEAST_ITEMS for item, after in pairwise(sentences)) >= _LEAST_ITEMS - 1


def _bold(document: Document) -> list[tuple[tuple[Span, Span], bool]]:
    """Pairs of stars that make words bold, and whether it is sure: stars that hide a name stand amid words."""
    if "**" not in document.text:
        return []
    text, emphasis = document.text, emphasis_starts(document)
    runs = [Span(*match.span()) for match in _RUN.finditer(text) if match.start() in emphasis]
    found: list[tuple[tuple[Span, Span], bool]] = []
    opening: Span | None = None
    for run in runs:
        if (
            opening is None
            or len(opening) != len(run)
            or run.start - opening.end > _INNER
            or "\n" in text[opening.end : run.start]
        ):
            opening = run
            continue
        before, after = text[opening.start - 1 : opening.start], text[run.end : run.end + 1]
        whole = not before or before in _EDGE
        ends = not after or after in _EDGE or text[run.start - 1] in "：:。"
        found.append(((opening, run), whole and (ends or text[opening.end : opening.end + 1] not in _HIDDEN)))
        opening = None
    return found
