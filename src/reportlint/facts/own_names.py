"""Where a report names its own place, and the places its user says belong to it."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.home import home
from reportlint.facts.outline import outline
from reportlint.facts.place_types import bare_name
from reportlint.text import Pattern, Span
from reportlint.text.find import find_all
from reportlint.text.spanindex import SpanIndex

_VILLAGE = Pattern(
    "(?:^|(?<=[镇乡道\n 　：])(?![镇乡]))([\u4e00-\u9fff]{2,4}?)(?:村|社区)"
    "(?=村民|居民|村委|居委|支部|党|两委|[“0-9二]|工作|述职|年|$|\n)"
)


@fact
def own_names(document: Document) -> SpanIndex:
    """Every place where the own name or a declared one stands, with or without its type."""
    own = home(document)
    names = {own.name, own.stem, *_own_villages(document)} if own.name else set()
    for place in document.declared.places:
        names |= {place, bare_name(place)}
    return SpanIndex(
        Span(at, at + len(name)) for name in names if len(name) > 1 for at in find_all(document.text, name)
    )


def _own_villages(document: Document) -> list[str]:
    """The village that the title names, or only the signature, without its type: 古镇镇海洲村村民委员会."""
    front, signature = outline(document).front, outline(document).signature
    title = [block.span for block in document.blocks if front.covers(block.span)]
    named = [_VILLAGE.findall(document.text[line.start : line.end]) for line in (*title, *signature)]
    return next((names for names in named if names), [])


def is_own_name(document: Document, span: Span) -> bool:
    """Whether a name is, or holds, or stands inside, one of the report's own."""
    return next(own_names(document).touching(span), None) is not None
