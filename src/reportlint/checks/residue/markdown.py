"""Marks of Markdown in a draft that is no Markdown."""

from __future__ import annotations

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

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HEADING = Pattern(r"^[ \t\u3000]{0,8}(?P<at>#{1,6}[ \t]{1,4})(?=\S)", ("# ", "#\t"), MULTILINE)
# “**镇” hides a name; the words of a bold phrase do not begin with what a hidden name stands before.
_HIDDEN = "镇乡县市区村省州旗同街路社局厅部办"
_BOLD_LINE = Pattern(
    rf"^[ \t\u3000>#\-\d.、*]{{0,12}}(?P<open>\*\*)(?![{_HIDDEN}])[^*\n，"
    rf"。]{{2,50}}(?P<close>\*\*)(?=[ \t]{{0,8}}$|[：:])"
    rf"|(?P<open2>\*\*)(?![{_HIDDEN}])[^*\n]{{2,50}}[：:。](?P<close2>\*\*)(?![{_HIDDEN}])",
    ("**",),
    MULTILINE,
)
_BOLD = Pattern(rf"(?P<open>\*\*)(?![{_HIDDEN}\s])[^*\n]{{2,60}}(?<!\s)(?P<close>\*\*)(?![{_HIDDEN}])", ("**",))
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
        marks: list[tuple[Span, ...]] = [(Span(*m.span("at")),) for m in _HEADING.finditer(text)]
        marks += [_pair(m) for m in _BOLD_LINE.finditer(text)]
        marks += [
            (Span(*m.span()),)
            for m in _RULE.finditer(text)
            if m[0].lstrip(" \t").startswith(_CERTAIN_RULE) or "|" in m[0]
        ]
        marks += [(Span(*m.span()),) for m in _LINK.finditer(text)]
        if not marks:
            return
        marks += [(Span(*m.span("open")), Span(*m.span("close"))) for m in _BOLD.finditer(text)]
        marks += [(Span(*m.span()),) for m in _RULE.finditer(text)]
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


def _pair(match: re.Match[str]) -> tuple[Span, ...]:
    number = "" if match["open"] else "2"
    return Span(*match.span(f"open{number}")), Span(*match.span(f"close{number}"))
