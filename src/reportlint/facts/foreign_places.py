"""Names of places that a report has no reason to hold, and the place they all come from."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.foreign_sources import Source, Stranger, assign, find_sources
from reportlint.facts.gazetteer import COUNTY, PREFECTURE, PROVINCE, TOWN, gazetteer, level, within
from reportlint.facts.home import Home, home
from reportlint.facts.own_names import is_own_name
from reportlint.facts.place_relations import (
    acts,
    inside_name,
    is_asked,
    is_explained,
    is_guest,
    is_honoured,
    is_learnt_from,
    is_outside,
    is_partner,
    relation,
)
from reportlint.facts.place_roles import is_in_row, is_journey, is_listed, is_own_role, is_owner, is_subject, slots
from reportlint.facts.places import Mention, chain_of, mentions, stands_alone
from reportlint.facts.residue import in_residue
from reportlint.facts.village_names import named_villages
from reportlint.text import Span
from reportlint.text.find import find_all
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

_PROVINCE = 10_000_000
_EVERYWHERE = frozenset((81, 82))
"""香港 and 澳门 stand in any report, among compatriots, investors and guests."""
_AIDED = frozenset((54, 63, 65))
"""西藏, 青海 and 新疆, to which the whole country sends help."""
_CAPITAL = 110_000_000
_SEVERAL = 2
_CLAUSE, _NEAR_BY = 30, 90
_TELLING = 3
"""A county named without its type by fewer characters may be a village or a hill of the same name."""


@frozen
class ForeignPlace:
    """A place that is neither the own one, nor above or below it, and nothing says why it is named.

    Attributes:
        span: its name.
        codes: of the places it may be; of a village, its towns.
        own_role: whether it stands where the own place belongs: before its organs, in 建设美丽….
        subject: whether a sentence is about it, as sentences are about the own place: 石桥镇位于…, 石桥镇镇区.
        source: the other place whose report this one seems to be made from, if this name is one of several of it.
    """

    span: Span
    codes: tuple[int, ...]
    own_role: bool
    subject: bool
    source: Source | None


@fact
def foreign_places(document: Document) -> tuple[ForeignPlace, ...]:
    """In reading order, none overlapping another; none when the own place is unknown."""
    own = home(document)
    if not own.name:
        return ()
    strangers = [s for s in _strangers(document, own) if not is_own_name(document, s.span)]
    sources = find_sources(own, strangers)
    if sources:
        strangers += [s for s in _more(document, own, sources) if not is_own_name(document, s.span)]
    found: dict[Span, ForeignPlace] = {}
    taken: set[int] = set()
    for stranger, source in assign(sources, strangers):
        quiet = stranger.village or stranger.spared or stranger.alone
        places = range(stranger.span.start, stranger.span.end)
        if (source is None and quiet) or not taken.isdisjoint(places):
            continue
        taken.update(places)
        found[stranger.span] = ForeignPlace(
            stranger.span, stranger.codes, stranger.own_role and not stranger.spared, stranger.subject, source
        )
    return tuple(found[span] for span in sorted(found))


def _strangers(document: Document, own: Home) -> Iterator[Stranger]:
    """Places and villages that are not of the own place, whether or not something says why they are named."""
    row: list[Mention] = []
    for mention in mentions(document):
        if row and mention.span.start != row[-1].span.end:
            yield from _of_row(document, own, row)
            row = []
        row.append(mention)
    yield from _of_row(document, own, row)
    for mention in slots(document):
        yield from _of_row(document, own, [mention], slot=True)
    # Lists of villages are some years old, and villages change their town, but hardly their county.
    counties = tuple(code // 1000 * 1000 for code in own.codes)
    for village in named_villages(document) if own.level >= COUNTY else ():
        if counties and not any(within(town, county) for town in village.towns for county in counties):
            yield Stranger(village.span, village.stem, village.towns, TOWN + 1, village=True)


def _of_row(document: Document, own: Home, row: list[Mention], *, slot: bool = False) -> Iterator[Stranger]:
    """A row of names, 江苏省江阴市华士镇, as one: the last tells where it is. What is of the own place is left out."""
    foreign = [mention for mention in row if not own.is_related(mention.codes)]
    if foreign and foreign[-1] is row[-1]:
        # Who names the province too speaks of somebody else: 助力甘肃省会宁县发展.
        above = row[0].codes if row[0].level == PROVINCE and len(row) > 1 else ()
        far = any(not within(code, province) for code in own.codes for province in above)
        stranger = _stranger(document, own, foreign, "slot" if slot else "far" if far else "")
        if stranger:
            yield stranger


def _stranger(document: Document, own: Home, names: list[Mention], kind: Literal["slot", "far", ""]) -> Stranger | None:
    """A row of names that cannot be of the own place, unless its surroundings say at once that it is somebody else."""
    mention, row = names[-1], Span(names[0].span.start, names[-1].span.end)
    slot, far = kind == "slot", kind == "far"
    owner = not slot and is_owner(document, row)
    journey = is_journey(document, row)
    role = slot or owner or (is_own_role(document, row) and not journey and not far)
    about = journey or ((mention.full or mention.level <= PREFECTURE) and is_subject(document, row))
    if document.slice(mention.span) in own.name or not _can_tell(own, mention, role=role or about, owner=owner):
        return None
    if not role and _is_somebody(document, mention, row):
        return None
    listed = not role and is_listed(document, row)
    if listed and not (mention.full and mention.level == TOWN):
        return None
    known = owner and (_comes(document, own, row) or _was_explained(document, mention))
    if known or _is_excused(document, row, role=role, owner=owner, single=len(names) == 1):
        return None
    inside = inside_name(document, row)
    if inside and not (mention.full and mention.level >= COUNTY):
        return None
    return Stranger(
        row,
        document.slice(row),
        mention.codes,
        mention.level,
        own_role=role,
        subject=about,
        spared=inside or (not role and bool(relation(document, row))),
        # Towns are merged and renamed too often to say of one alone that it is of no county's.
        alone=listed or (mention.level == TOWN and own.level < TOWN),
    )


def _is_excused(document: Document, row: Span, *, role: bool, owner: bool, single: bool) -> bool:
    """Whether the place is named as somebody else for sure; in the own role only what can be nothing else counts."""
    if owner and (is_outside(document, row) or is_in_row(document, row)):
        return True
    # Who says in which county a town is, speaks of somebody else.
    if owner and single and acts(document, row):
        return False
    if is_learnt_from(document, row) or is_honoured(document, row) or is_asked(document, row):
        return True
    if not owner:
        return not role and is_guest(document, row)
    return is_guest(document, row) or is_partner(document, row)


def _was_explained(document: Document, mention: Mention) -> bool:
    """Whether the sentence or the one before says why the place is named: 赴德清县学习，德清县人大作了介绍."""
    text, name = document.text, document.slice(mention.span)
    begin = max(text.rfind("\n", 0, mention.span.start) + 1, mention.span.start - _NEAR_BY)
    earlier = text.rfind(name, begin, mention.span.start)
    if earlier < 0:
        return False
    return is_explained(document, chain_of(document, Span(earlier, earlier + len(name))))


def _comes(document: Document, own: Home, row: Span) -> bool:
    """Whether the organ comes to the own place: 南京市委领导来和县调研."""
    clause = document.text[row.end : row.end + _CLAUSE].partition("。")[0]
    return any(to + own.stem in clause for to in ("来", "到", "赴", "与"))


def _can_tell(own: Home, mention: Mention, *, role: bool, owner: bool) -> bool:
    """Whether what is known of the own place is enough to say that a mention is not of it."""
    if own.is_related(mention.codes):
        return False
    if any(code // _PROVINCE in _EVERYWHERE for code in mention.codes):
        return False
    if (
        own.level > PROVINCE == mention.level
        and not owner
        and any(code // _PROVINCE in _AIDED for code in mention.codes)
    ):
        return False
    if not own.codes and not (role and mention.level == own.level):
        return False  # of a place nobody knows, what is above and around it is not known either
    below = mention.level > own.level and own.level < COUNTY
    return not below or (owner and mention.level < TOWN)


def _is_somebody(document: Document, mention: Mention, row: Span) -> bool:
    """Whether a name outside the own role is a partner, or so short that it may be a hill's."""
    short = not mention.full and mention.level >= COUNTY and len(mention.span) < _TELLING
    return short or mention.codes[0] == _CAPITAL or is_partner(document, row)


def _more(document: Document, own: Home, sources: tuple[Source, ...]) -> Iterator[Stranger]:
    """Names of the places of a source that stand without their type: 石头咀的做法."""
    known = gazetteer()
    stems = {stem: code for source in sources for code in (source.code,) if len(stem := known.stem(code)) > 1}
    for source in sources:
        if level(source.code) == TOWN == own.level and len(source.names) >= _SEVERAL:
            county = known.parent(source.code)
            stems |= {known.stem(code): code for code in known.children(county) if len(known.stem(code)) >= _TELLING}
    for stem, code in stems.items():
        for at in find_all(document.text, stem):
            span = Span(at, at + len(stem))
            village = document.text.startswith(("村", "社区", "镇", "乡", "街道", "县"), span.end)
            spared = village or inside_name(document, span) or is_partner(document, span) or in_residue(document, span)
            if not spared and stands_alone(document.text, span.start, span.end):
                yield Stranger(span, stem, (code,), level(code), own_role=is_own_role(document, span))
