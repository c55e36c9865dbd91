"""Where a report names its own place, and the places its user says belong to it."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.home import home
from reportlint.facts.place_types import bare_name
from reportlint.text import Span
from reportlint.text.find import find_all
from reportlint.text.spanindex import SpanIndex


@fact
def own_names(document: Document) -> SpanIndex:
    """Every place where the own name or a declared one stands, with or without its type."""
    own = home(document)
    names = {own.name, own.stem} if own.name else set()
    for place in document.declared.places:
        names |= {place, bare_name(place)}
    return SpanIndex(
        Span(at, at + len(name)) for name in names if len(name) > 1 for at in find_all(document.text, name)
    )


def is_own_name(document: Document, span: Span) -> bool:
    """Whether a name is, or holds, or stands inside, one of the report's own."""
    return next(own_names(document).touching(span), None) is not None
