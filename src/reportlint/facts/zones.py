"""Stretches that are not prose although they stand in it: addresses, file names, code."""

from __future__ import annotations

from bisect import bisect_right

from reportlint.document import Document, fact
from reportlint.text import Pattern, Span

_ZONES = (
    Pattern(r"(?:https?://|www\.)[A-Za-z0-9./_\-%?=&#:~+*,;@!]{1,2000}", ("http", "www.")),
    Pattern(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64}){1,5}", ("@",)),
    Pattern(
        r"[\w.+-]{1,120}\.(?:docx?|xlsx?|pptx?|wps|pdf|txt|md|jpe?g|png|zip)(?![A-Za-z0-9])",
        (".doc", ".xls", ".ppt", ".wps", ".pdf", ".txt", ".md", ".jp", ".png", ".zip"),
    ),
)


@fact
def zones(document: Document) -> tuple[Span, ...]:
    """Web and mail addresses and file names, in order; they may overlap."""
    return tuple(sorted(Span(*match.span()) for zone in _ZONES for match in zone.finditer(document.text)))


def in_zone(document: Document, span: Span) -> bool:
    """Whether a span touches an address or a file name."""
    known = zones(document)
    index = bisect_right(known, span.end, key=lambda zone: zone.start)
    return any(zone.overlaps(span) for zone in known[max(0, index - 3) : index])
