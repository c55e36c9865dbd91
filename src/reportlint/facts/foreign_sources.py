"""The other place whose report a draft was made from, told by several names that belong together."""

from __future__ import annotations

from reportlint.facts.gazetteer import COUNTY, TOWN, level, within
from reportlint.facts.home import Home
from reportlint.text import Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """

    code: int
    names: tuple[str, ...]

    def holds(self, stranger: Stranger) -> bool:
        """Whether a name is of this place, of what lies in it, or of what it lies in."""
        return _is_of(stranger, self.code)


def find_sources(own: Home, strangers: Iterable[Stranger]) -> tuple[Source, ...]:
    """Places that several names have in common, or named in the own place's role, the most names first."""
    telling = [s for s in strangers if not s.spared]
    codes = {code for s in telling if len(s.codes) <= _MOST or s.village for code in s.codes}
    candidates = {code for code in codes if level(code) >= own.level}
    if own.level >= COUNTY:
        candidates |= {code // 1000 * 1000 for code in codes if level(code) == TOWN}
    sources = []
    for code in sorted(candidates):
        if own.is_related((code,)):
            continue
        holding = [s for s in telling if _is_of(s, code)]
        names = dict.fromkeys(s.name for s in holding)
        if _is_sure(own, code, holding, len(names)):
            sources.append(Source(code, tuple(names)))
    return tuple(sorted(sources, key=lambda source: (-len(source.names), -source.code % 1000, source.code)))


def _is_of(stranger: Stranger, code: int) -> bool:
    if stranger.village:
        return any(within(town, code) for town in stranger.codes)
    return any(within(code, other) or within(other, code) for other in stranger.codes)


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
