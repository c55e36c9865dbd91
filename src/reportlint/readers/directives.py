"""Requests inside a text draft to leave something alone.

    <!-- reportlint: ignore placeholder.mask 数据待统计局核定 -->
    <!-- reportlint: ignore-file structure.missing-section 讲话稿 -->
    <!-- 校对忽略 placeholder.mask 数据待统计局核定 -->

`ignore` alone on its line is about the next paragraph, elsewhere about the paragraph it stands in. The comment is not
part of the prose: it is neither checked nor counted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reportlint.document import Directive, Document
from reportlint.text import LineIndex, Pattern, Span
from reportlint.text.frozen import frozen, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_COMMENT = Pattern(
    r"[<＜][!！]--[ \t]{0,20}(?:\r\n?|\n)?[ \t]{0,20}"
    r"(?:[Rr][Ee][Pp][A-Za-z]{0,6}[Ll][A-Za-z]{0,3}[Tt][ \t]{0,9}"
    r"(?:[:：]|(?:[Ii][Gg][Nn][Oo][Rr][Ee]|忽略)(?![A-Za-z]))|校对忽略)"
    r"(?:(?!-->|--＞|<!--|＜!--)[^\r\n])*"
    r"(?:--[>＞]|(?:\r\n?|\n)(?:(?!-->|--＞|<!--|＜!--)[^\r\n]){0,200}--[>＞])?"
)
"""Whatever somebody may have meant as a request: also misspelt, in full-width signs, over two lines or unclosed."""

_HAN = (
    r"(?:[0-9a-z-]*[一-鿿][0-9a-z一-鿿-]*\.[a-z一-鿿][0-9a-z一-鿿-]*"
    r"|[a-z][0-9a-z-]*\.[一-鿿][0-9a-z一-鿿-]*)"
)
"""An id of a user's own check, with Han characters in its family or at the head of its name; 增长1.2倍 is a reason."""

_BODY = Pattern(
    r"[<＜][!！]--[ \t]*(?:(?P<tool>[A-Za-z]+)[ \t]*[:：]?[ \t]*(?P<verb>[A-Za-z-]+|忽略(?:全文)?)?"
    r"|校对忽略(?P<file>全文)?[ \t]*[:：]?)"
    rf"[ \t]*(?P<checks>(?:{_HAN}|[a-z][a-z0-9.-]*)(?:[ \t]*[,，、][ \t]*(?:{_HAN}|[a-z][a-z0-9.-]*)"
    rf"|[ \t]+(?:{_HAN}|[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)(?![^\s,，、:：>＞-]))*)?(?P<reason>.*?)--[>＞]"
)
_WHOLE = {"ignore-file", "忽略全文"}
_VERBS = {"ignore", "忽略", *_WHOLE}
_LONGEST = 300
"""Characters; a comment that is longer speaks to people."""

_MARKS = " \t\u3000>-*+"
"""What may stand beside a comment that has its line to itself: indentation, and marks of lists and quotations."""

_SEPARATOR = Pattern(r"[ \t]*[,，、][ \t]*|[ \t]+")


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
    if "<!--" not in source and "＜!--" not in source and "！--" not in source:
        return ()
    return tuple(_comment(match) for match in _COMMENT.finditer(source))


def requested(words: str) -> Comment | None:
    """What a comment of a word processor asks for, or None when it is only a remark; its `span` says nothing."""
    first = " ".join(words.split())
    found = _COMMENT.match(f"<!-- {first} -->") if len(first) <= _LONGEST else None
    return _comment(found) if found else None


def resolve(document: Document, comments: tuple[Comment, ...]) -> Document:
    """The document with its directives, each with the stretch it covers."""
    if not comments:
        return document
    paragraphs = _Paragraphs(document)
    return replace(document, directives=tuple(_directive(document, comment, paragraphs) for comment in comments))


def _comment(match: re.Match[str]) -> Comment:
    # Looked at closely only when it is closed on its line: then the expression cannot fail late, after much searching.
    closed = match[0].endswith(("-->", "--＞")) and "\n" not in match[0] and "\r" not in match[0]
    body = _BODY.fullmatch(match[0]) if closed else None
    if body is None or (body["tool"] or "reportlint").lower() != "reportlint":
        return Comment(Span(*match.span()), whole_file=False, checks=(), reason="", problem="syntax")
    verb = body["verb"].lower() if body["verb"] else "" if body["tool"] else "忽略"
    checks = tuple(_SEPARATOR.split(body["checks"])) if body["checks"] else ()
    problem = ""
    if verb not in _VERBS:
        problem = "verb"
    elif not checks:
        problem = "checks"
    whole = verb in _WHOLE or bool(body["file"])
    return Comment(Span(*match.span()), whole, checks, body["reason"].strip(" \t:：,，"), problem)


def _directive(document: Document, comment: Comment, paragraphs: _Paragraphs) -> Directive:
    scope = Span(0, len(document.text)) if comment.whole_file else paragraphs.of(comment.span)
    return Directive(scope, comment.checks, comment.reason, comment.span, comment.problem)


class _Paragraphs:
    """The paragraphs of a document, by place in the source; each line is looked at once, however many its comments."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._places = [document.map.to_source(block.span) for block in document.blocks]
        self._starts = [place.start for place in self._places]
        self._ends = [place.end for place in self._places]
        self._lines = LineIndex(document.source)
        self._alone: dict[int, bool] = {}

    def of(self, comment: Span) -> Span:
        """The paragraph a comment is about: the one it stands in, or the next when it has its line to itself."""
        starts, source = self._lines.starts, self.document.source
        line = bisect_right(starts, comment.start)
        line_start = starts[line - 1]
        following = bisect_left(starts, comment.end)
        line_end = starts[following] if following < len(starts) else len(source)
        if line not in self._alone:
            self._alone[line] = not _COMMENT.sub("", source[line_start:line_end]).strip(_MARKS + "\r\n")
        after = bisect_left(self._starts, comment.end)
        found = after
        if not self._alone[line]:
            here = bisect_right(self._ends, line_start)
            if here < len(self._starts) and self._starts[here] < line_end:
                found = min(here, after)
        blocks = self.document.blocks
        return blocks[found].span if found < len(blocks) else Span(len(self.document.text), len(self.document.text))
