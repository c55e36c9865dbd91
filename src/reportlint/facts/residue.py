"""What a web page left around the report: lists of links, counters, page furniture."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.text import Span


@fact
def page_residue(document: Document) -> tuple[Span, ...]:
    """Whole blocks at the head or the end that are no part of the report, in order; runs of them are one span."""
    del document
    return ()


@fact
def body(document: Document) -> Span:
    """The report itself, without page residue at its head and its end."""
    start, end = 0, len(document.text)
    for span in page_residue(document):
        if not document.text[start : span.start].strip():
            start = span.end
        if not document.text[span.end : end].strip():
            end = min(end, span.start)
    return Span(start, max(start, end))


def in_residue(document: Document, span: Span) -> bool:
    """Whether a span touches page residue, which is reported once and as a whole."""
    return any(residue.overlaps(span) for residue in page_residue(document))
