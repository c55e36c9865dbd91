"""Sentences and clauses."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from reportlint.document import Document, fact
from reportlint.text import Pattern, Span

_SENTENCE = Pattern(r"[^。！？!?；;\n]+[。！？!?；;]*[”’」』）)]*")
_CLAUSE = Pattern(r"[^。！？!?；;，,：:、\n]+")
_FIRST = itemgetter(0)


@fact
def sentences(document: Document) -> tuple[Span, ...]:
    """Stretches that end with 。！？； (full or half width) or with the paragraph; the closing mark is included.

    A semicolon ends a sentence here because the items of 一是…；二是… are compared one by one.
    """
    return _trimmed(document.text, _rough_sentences(document))


@fact
def clauses(document: Document) -> tuple[Span, ...]:
    """Stretches between any two punctuation marks, without the marks."""
    return _trimmed(document.text, _rough_clauses(document))


def sentence_of(document: Document, span: Span) -> Span:
    """The sentence in which a span begins, lengthened to the one in which it ends; its ends must be no white space."""
    return _holding(document.text, _rough_sentences(document), span)


def clause_of(document: Document, span: Span) -> Span:
    """The clause in which a span begins, lengthened to the one in which it ends; its ends must be no white space."""
    return _holding(document.text, _rough_clauses(document), span)


@fact
def _rough_sentences(document: Document) -> list[tuple[int, int]]:
    return _matches(document, _SENTENCE)


@fact
def _rough_clauses(document: Document) -> list[tuple[int, int]]:
    return _matches(document, _CLAUSE)


def _matches(document: Document, pattern: Pattern) -> list[tuple[int, int]]:
    """Start and end of the matches inside blocks. Of thousands only a few are asked for, so they are bare numbers."""
    text, finditer = document.text, pattern.compiled.finditer
    return [match.span() for block in document.blocks for match in finditer(text, block.span.start, block.span.end)]


def _trimmed(text: str, stretches: list[tuple[int, int]]) -> tuple[Span, ...]:
    """Stretches without white space at their ends; blank ones are left out."""
    return tuple(_trim(text, start, end) for start, end in stretches if not text[start:end].isspace())


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end].lstrip()
    start = end - len(words)
    return Span(start, start + len(words.rstrip()))


def _holding(text: str, stretches: list[tuple[int, int]], span: Span) -> Span:
    """The stretch in which a span begins, lengthened to the one in which it ends."""
    index = bisect_right(stretches, span.start, key=_FIRST) - 1
    if index < 0:
        return span
    found = _trim(text, *stretches[index])
    if found.end >= span.end:
        return found
    while index + 1 < len(stretches) and stretches[index + 1][0] < span.end:
        index += 1
    return Span(found.start, max(_trim(text, *stretches[index]).end, span.end))
