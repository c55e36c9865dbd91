"""Counties named under a city or province that they do not belong to."""

from __future__ import annotations

import os
from functools import lru_cache

from reportlint.document import Document, fact
from reportlint.facts.gazetteer import COUNTY, PREFECTURE, PROVINCE, TOWN, gazetteer, level, within
from reportlint.facts.home import home
from reportlint.facts.place_types import bare_name
from reportlint.facts.places import Mention, mentions
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "moved_counties.tsv")
_NEXT = Pattern("[\u4e00-\u9fff]{2,4}?[县市区](?![场民直级域长值区块间划位别])")
_CUSTODY = Pattern(
    "开发区|高新区|新区|园区|管理区|示范区|城区|市区|郊区|矿区|辖区|片区|景区|林区|牧区|库区|山区|社区|选区|功能区|保税区|试验区|服务区"
)


@frozen
class Misplaced:
    """A name under a place it does not belong to.

    Attributes:
        span: the lower name.
        above: the higher name before it.
        right: where a place of the lower name lies, or what the place there is really called.
        own: whether the lower one is the report's own, so that the higher one must be wrong.
    """

    span: Span
    above: Span
    right: str
    own: bool = False


@fact
def misplaced(document: Document) -> tuple[Misplaced, ...]:
    """In reading order. Towns are left out: they are merged and renamed too often."""
    found = mentions(document)
    starts = {mention.span.start: mention for mention in found}
    declared = document.declared.places
    return tuple(slip for slip in _misplaced(document, found, starts) if document.slice(slip.span) not in declared)


def _misplaced(document: Document, found: tuple[Mention, ...], starts: dict[int, Mention]) -> Iterator[Misplaced]:
    known = gazetteer()
    for above in found:
        if not (above.full or above.level == PROVINCE) or above.level >= COUNTY:
            continue
        below = starts.get(above.span.end)
        if below is None:
            yield from _wrong_type(document, above)
        elif below.full and above.level < below.level < TOWN and not _fits(above.codes, below.codes):
            name = document.slice(below.span)
            if (document.slice(above.span), name) not in moved_counties():
                where = known.full_name(below.codes[0]) if len(below.codes) == 1 else ""
                yield Misplaced(below.span, above.span, where, own=home(document).is_related(below.codes))


def _fits(above: tuple[int, ...], below: tuple[int, ...]) -> bool:
    return any(within(code, upper) for code in below for upper in above)


def _wrong_type(document: Document, above: Mention) -> Iterator[Misplaced]:
    """茂名市信宜县: the place below is a city."""
    match = _NEXT.match(document.text, above.span.end, above.span.end + 6)
    if match is None or _CUSTODY.search(match[0]):
        return
    known = gazetteer()
    if known.codes(match[0]):
        return
    inside = [
        code
        for code in known.bare_codes(bare_name(match[0]))
        if level(code) in {PREFECTURE, COUNTY} and _fits(above.codes, (code,)) and code not in above.codes
    ]
    if len(inside) == 1:
        yield Misplaced(Span(*match.span()), above.span, known.name(inside[0]))


@lru_cache(maxsize=1)
def moved_counties() -> frozenset[tuple[str, str]]:
    """Former city and county of counties that went to another city since 2009."""
    with open(_DATA, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return frozenset((row[0], row[1]) for row in rows)
