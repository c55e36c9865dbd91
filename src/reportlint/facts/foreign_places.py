"""Names of places that a report has no reason to hold."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.gazetteer import COUNTY, PLAIN, PREFECTURE, PROVINCE, TOWN
from reportlint.facts.home import Home, home
from reportlint.facts.place_relations import inside_name, is_learnt_from, relation
from reportlint.facts.place_roles import is_own_role, is_owner, slots
from reportlint.facts.places import Mention, mentions
from reportlint.text import Span
from reportlint.text.frozen import frozen

_PROVINCE = 10_000_000
_EVERYWHERE = frozenset((81, 82))
"""香港 and 澳门 stand in any report, among compatriots, investors and guests."""
_CAPITAL = 110_000_000
_TELLING = 3
"""A county named without its type by fewer characters may be a village or a hill of the same name."""


@frozen
class ForeignPlace:
    """A place that is neither the own one, nor above or below it, and nothing says why it is named.

    Attributes:
        span: its name.
        codes: of the places it may be.
        own_role: whether it stands where the own place belongs: before its organs, in 建设美丽….
    """

    span: Span
    codes: tuple[int, ...]
    own_role: bool


@fact
def foreign_places(document: Document) -> tuple[ForeignPlace, ...]:
    """In reading order; none when the own place is unknown."""
    own = home(document)
    if not own.name:
        return ()
    found: dict[Span, ForeignPlace] = {}
    ours = _own_spans(document, own)
    for mention in (*mentions(document), *slots(document)):
        if mention.span in found or any(span.overlaps(mention.span) for span in ours):
            continue
        place = _foreign(document, own, mention)
        if place:
            found[mention.span] = place
    return tuple(found[span] for span in sorted(found))


def _own_spans(document: Document, own: Home) -> list[Span]:
    """Every place where the own name stands, with or without its type."""
    spans = []
    for name in {own.name, own.stem} - {""}:
        at = document.text.find(name)
        while at >= 0 and len(name) > 1:
            spans.append(Span(at, at + len(name)))
            at = document.text.find(name, at + len(name))
    return spans


def _foreign(document: Document, own: Home, mention: Mention) -> ForeignPlace | None:
    if own.is_related(mention.codes) or any(code // _PROVINCE in _EVERYWHERE for code in mention.codes):
        return None
    name = document.slice(mention.span)
    slot = mention in slots(document)
    role = slot or is_own_role(document, mention.span)
    if not own.codes and not (role and mention.level == own.level):
        return None  # of a place nobody knows, what is above and around it is not known either
    if mention.level > own.level and own.level < TOWN and not is_owner(document, mention.span):
        return None
    if mention.level == TOWN and own.level < TOWN:
        return None  # towns are merged and renamed too often to say that one is of no county's
    if not mention.full and mention.level >= COUNTY and not role and len(mention.span) < _TELLING:
        return None
    if mention.codes[0] == _CAPITAL and not role:
        return None
    if name in own.name or inside_name(document, mention.span):
        return None
    if is_learnt_from(document, mention.span) if role else relation(document, mention.span):
        return None
    return ForeignPlace(mention.span, mention.codes, role)
