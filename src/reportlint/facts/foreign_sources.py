"""The other place whose report a draft was made from, told by several names that belong together."""

from __future__ import annotations

from operator import itemgetter

from reportlint.facts.gazetteer import COUNTY, TOWN, level
from reportlint.facts.home import Home
from reportlint.text import Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENOUGH = 2
_ALL_TOWNS, _ALL_COUNTIES = 38_723, 2_845
_CHANCE = 0.02
_MOST = 12
"""A name that more places than this share tells nothing about where it is from."""


@frozen
class Stranger:
    """A name that is not of the own place.

    Attributes:
        span: the name.
        name: its words; of a village without 村.
        codes: of the places it may be; of a village, its towns.
        level: of the place.
        own_role: whether it stands where the own place belongs.
        subject: whether a sentence is about it.
        spared: whether something says why it is named.
        village: whether it is a village.
        alone: whether it counts only together with other names.
    """

    span: Span
    name: str
    codes: tuple[int, ...]
    level: int
    own_role: bool = False
    subject: bool = False
    spared: bool = False
    village: bool = False
    alone: bool = False


@frozen
class Source:
    """Another place, with the names in the draft that belong to it.

    Attributes:
        code: of the place.
        names: in the order they stand.
        parts: those of them that lie in the place, and are not the place itself or above it.
    """

    code: int
    names: tuple[str, ...]
    parts: tuple[str, ...]


def find_sources(own: Home, strangers: Iterable[Stranger]) -> tuple[Source, ...]:
    """Places that several names have in common, or named in the own place's role, the most names first."""
    telling = [s for s in strangers if not s.spared]
    codes = {code for s in telling if len(s.codes) <= _MOST or s.village for code in s.codes}
    candidates = {code for code in codes if level(code) >= own.level}
    if own.level >= COUNTY:
        candidates |= {code // 1000 * 1000 for code in codes if level(code) == TOWN}
    # A name that stands a hundred times is weighed once: it costs no more than one that stands once.
    told = list({(s.name, s.codes, s.village, s.own_role, s.alone): s for s in reversed(telling)}.values())[::-1]
    inside, exact = _index(told)
    sources = []
    for code in sorted(candidates):
        if own.is_related((code,)):
            continue
        near = {*inside.get(code, ()), *(at for above in _holders(code) for at in exact.get(above, ()))}
        holding = [told[at] for at in sorted(near)]
        names = dict.fromkeys(s.name for s in holding)
        if _is_sure(own, code, holding, len(names)):
            lower = (s.name for s in holding if any(code in _holders(own) - {own} for own in s.codes))
            sources.append(Source(code, tuple(names), tuple(dict.fromkeys(lower))))
    return tuple(sorted(sources, key=lambda source: (-len(source.names), -source.code % 1000, source.code)))


def assign(sources: Iterable[Source], strangers: Iterable[Stranger]) -> Iterator[tuple[Stranger, Source | None]]:
    """Each name with the first place that it belongs to: that it is, lies in, or, unless a village, that lies in it."""
    exact: dict[int, tuple[int, Source]] = {}
    above: dict[int, tuple[int, Source]] = {}
    for rank, source in enumerate(sources):
        exact.setdefault(source.code, (rank, source))
        for code in _holders(source.code):
            above.setdefault(code, (rank, source))
    for stranger in strangers:
        found = [exact[code] for own in stranger.codes for code in _holders(own) if code in exact]
        if not stranger.village:
            found += [above[code] for code in stranger.codes if code in above]
        yield stranger, min(found, key=itemgetter(0))[1] if found else None


def _index(strangers: list[Stranger]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Where in the list those stand that lie in a place, and those that are it, villages left out of these."""
    inside: dict[int, list[int]] = {}
    exact: dict[int, list[int]] = {}
    for at, stranger in enumerate(strangers):
        for code in {above for own in stranger.codes for above in _holders(own)}:
            inside.setdefault(code, []).append(at)
        for code in () if stranger.village else stranger.codes:
            exact.setdefault(code, []).append(at)
    return inside, exact


def _holders(code: int) -> set[int]:
    """Codes of the place itself and of all that it lies in."""
    return {code, code // 1000 * 1000, code // 100_000 * 100_000, code // 10_000_000 * 10_000_000}


def _is_sure(own: Home, code: int, holding: list[Stranger], names: int) -> bool:
    """Whether names can hardly belong to one place by chance, or for another reason."""
    sure = [s for s in holding if s.own_role and not s.alone and len(s.codes) <= _MOST]
    if any(level(code) >= min(s.level, own.level) for s in sure):
        return True
    low = {s.name: s for s in holding if s.level >= own.level}
    if names < _ENOUGH or not low or (all(s.village for s in low.values()) and len(low) < _ENOUGH):
        return False
    step, every = (1, _ALL_TOWNS) if level(code) == TOWN else (1000, _ALL_COUNTIES)
    chance = float(every)
    for stranger in {s.name: s for s in holding}.values():
        chance *= min(1.0, len({choice // step for choice in stranger.codes}) / every)
    return chance < _CHANCE
