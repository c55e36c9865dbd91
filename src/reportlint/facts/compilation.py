"""Several reports in one file, as collections from the web are."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.outline import outline
from reportlint.text import Pattern, Span

_OPENING = Pattern(r"(?:受|代表)[^。\n]{2,80}?(?:报告|汇报)", ("报告", "汇报"))
_MEMBER = Pattern(
    r"(?m)^[\s　>#*]{0,12}(?:[【\[（(]?(?:篇|范文|样本|范例)[一二三四五六七八九十0-9]{1,3}(?![\u4e00-\u9fff]{12})"
    r"|[【\[（(]?第[一二三四五六七八九十0-9]{1,3}篇(?!章)"
    r"|【[^】\n]{0,20}[篇]\s?[0-9一二三四五六七八九十]{1,3}】"
    r"|[^\n。]{2,30}[（(]?篇[一二三四五六七八九十0-9]{1,3}[）)]?[\s　：:]*$)",
    ("篇", "范文", "样本", "范例"),
)
_APART = 600
_SHORTEST = 150


@fact
def members(document: Document) -> tuple[Span, ...]:
    """Where each report of a collection begins; empty when the file is one report."""
    main = outline(document).main
    marks = _apart(
        [Span(*m.span()) for m in _MEMBER.finditer(document.text, main.start, main.end)], _SHORTEST, main.end
    )
    if len(marks) > 1:
        return marks
    openings = _apart(
        [Span(*m.span()) for m in _OPENING.finditer(document.text, main.start, main.end)], _APART, main.end
    )
    if len(openings) > 1 and all(_addressed(document, span) for span in openings):
        return openings
    return ()


def _apart(spans: list[Span], distance: int, end: int) -> tuple[Span, ...]:
    """The spans that have at least `distance` characters of text before the next, or before the end."""
    starts = [*(span.start for span in spans[1:]), end][: len(spans)]
    return tuple(span for span, after in zip(spans, starts, strict=True) if after - span.end >= distance)


def _addressed(document: Document, opening: Span) -> bool:
    """Whether a salutation stands close before opening words."""
    return any(0 <= opening.start - line.end <= 120 for line in outline(document).salutations)  # noqa: PLR2004 - one line between at most
