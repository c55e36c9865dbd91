"""Requests inside a text draft to leave something alone.

    <!-- reportlint: ignore number.sum 数据待统计局核定 -->
    <!-- reportlint: ignore-file structure.missing-section 讲话稿 -->
    <!-- 校对忽略 number.sum 数据待统计局核定 -->

`ignore` alone on its line is about the next paragraph, elsewhere about the paragraph it stands in. The comment is not
part of the prose: it is neither checked nor counted.
"""

from __future__ import annotations

from reportlint.document import Directive, Document
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_COMMENT = Pattern(r"<!--[ \t]*(?:reportlint[ \t]*[:：]|校对忽略)[^\r\n]*?-->")
_BODY = Pattern(
    r"<!--[ \t]*(?:reportlint[ \t]*[:：][ \t]*(?P<verb>[A-Za-z-]*)|校对忽略(?P<file>全文)?)"
    r"[ \t]*(?P<checks>[a-z][a-z0-9.-]*(?:[ \t]*[,，、][ \t]*[a-z][a-z0-9.-]*)*)?(?P<reason>.*?)-->"
)
_MARKS = " \t\u3000>-*+"
"""What may stand beside a comment that has its line to itself: indentation, and marks of lists and quotations."""

_SEPARATOR = Pattern(r"[ \t]*[,，、][ \t]*")


@frozen
class Comment:
    """A directive as it stands in the source, before it is known which paragraph it is about."""

    span: Span
    whole_file: bool
    checks: tuple[str, ...]
    reason: str
    problem: str


def find_comments(source: str) -> tuple[Comment, ...]:
    """All directive comments, in order; a text without any costs one search."""
    if "<!--" not in source:
        return ()
    return tuple(_comment(match) for match in _COMMENT.finditer(source))


def resolve(document: Document, comments: tuple[Comment, ...]) -> Document:
    """The document with its directives, each with the stretch it covers."""
    if not comments:
        return document
    return replace(document, directives=tuple(_directive(document, comment) for comment in comments))


def _comment(match: re.Match[str]) -> Comment:
    body = _BODY.fullmatch(match[0])
    if body is None:
        return Comment(Span(*match.span()), whole_file=False, checks=(), reason="", problem="syntax")
    verb = body["verb"]
    checks = tuple(_SEPARATOR.split(body["checks"])) if body["checks"] else ()
    problem = ""
    if verb not in {None, "ignore", "ignore-file"}:
        problem = "verb"
    elif not checks:
        problem = "checks"
    whole = verb == "ignore-file" or bool(body["file"])
    return Comment(Span(*match.span()), whole, checks, body["reason"].strip(" \t:：,，"), problem)


def _directive(document: Document, comment: Comment) -> Directive:
    scope = Span(0, len(document.text)) if comment.whole_file else _paragraph(document, comment.span)
    return Directive(scope, comment.checks, comment.reason, comment.span, comment.problem)


def _paragraph(document: Document, comment: Span) -> Span:
    """The paragraph a comment is about: the one it stands in, or the next when it has its line to itself."""
    source = document.source
    line_start = max(source.rfind("\n", 0, comment.start), source.rfind("\r", 0, comment.start)) + 1
    ends = [at for at in (source.find("\n", comment.end), source.find("\r", comment.end)) if at >= 0]
    line_end = min(ends, default=len(source))
    alone = not _COMMENT.sub("", source[line_start:line_end]).strip(_MARKS)
    for block in document.blocks:
        where = document.map.to_source(block.span)
        here = not alone and where.end > line_start and where.start <= line_end
        if here or where.start >= comment.end:
            return block.span
    return Span(len(document.text), len(document.text))
