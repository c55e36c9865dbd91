"""Which of several places of one name the report's own one is."""

from __future__ import annotations

from reportlint.document import Document
from reportlint.facts.gazetteer import PREFECTURE, TOWN, level, within
from reportlint.facts.place_chain import Part
from reportlint.facts.place_relations import is_explained
from reportlint.facts.place_roles import is_owner
from reportlint.facts.places import chain_of, mentions

_SEVERAL = 2


def resolve(document: Document, parts: tuple[Part, ...]) -> tuple[int, ...]:
    """Codes of the places that a name may mean, by the names before it and by the places above it in the report.

    Places that are visited, or partners, say nothing. None where the body above it, 道里区人大常委会, is of a place
    that has no place of this name: then it is one that no list knows yet.
    """
    codes = parts[0].codes
    for part in parts[1:]:
        codes = tuple(code for code in codes if code in part.codes) or codes
    if len(codes) < _SEVERAL:
        return codes
    led, named = _uppers(document, codes)
    by_bodies = {code: sum(within(code, above) for above in led) for code in codes}
    if led and not any(by_bodies.values()):
        return ()
    backed = {code: (by_bodies[code], sum(within(code, above) for above in named)) for code in codes}
    most = max(backed.values())
    return tuple(code for code in codes if backed[code] == most)


def _uppers(document: Document, codes: tuple[int, ...]) -> tuple[set[int], set[int]]:
    """Places above these whose bodies the report names, and all that it names without another reason.

    Of a row of names the last tells where all of it is: 甘肃省会宁县 says nothing for another county of 甘肃省.
    """
    own = min(map(level, codes))
    nearest = own - 1 if own == TOWN else PREFECTURE
    led: set[int] = set()
    named: set[int] = set()
    by_end = {mention.span.end: mention for mention in mentions(document)}
    for mention in mentions(document):
        row = chain_of(document, mention.span)
        last = by_end[row.end]
        leads = any(within(code, above) for code in codes for above in last.codes)
        if mention.level >= own or not (last is mention or leads) or is_explained(document, row):
            continue
        named.update(mention.codes)
        if mention.full and mention.level >= nearest and is_owner(document, mention.span):
            led.update(mention.codes)
    return led, named
