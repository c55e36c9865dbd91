"""Sentences and clauses."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.text import Pattern, Span

_SENTENCE = Pattern(r"[^。！？!?；;\n]+[。！？!?；;]*[”’」』）)]*")
_CLAUSE = Pattern(r"[^。！？!?；;，,：:、\n]+")


@fact
def sentences(document: Document) -> tuple[Span, ...]:
    """Stretches that end with 。！？； (full or half width) or with the paragraph; the closing mark is included.

    A semicolon ends a sentence here because the items of 一是…；二是… are compared one by one.
    """
    return _trimmed(document, _SENTENCE)


@fact
def clauses(document: Document) -> tuple[Span, ...]:
    """Stretches between any two punctuation marks, without the marks."""
    return _trimmed(document, _CLAUSE)


def _trimmed(document: Document, pattern: Pattern) -> tuple[Span, ...]:
    """Matches inside blocks, without white space at their ends; blank ones are left out."""
    found: list[Span] = []
    text = document.text
    for block in document.blocks:
        for match in pattern.finditer(text, block.span.start, block.span.end):
            words = match[0].strip()
            if words:
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                found.append(Span(start, start + len(words)))
    return tuple(found)
