"""The other place whose report a draft was made from, told by several names that belong together."""

from __future__ import annotations

from reportlint.facts.gazetteer import TOWN, level, within
from reportlint.facts.home import Home
from reportlint.text import Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_ENOUGH = 2
_ALL_TOWNS = 38_723
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
    """

    span: Span
    name: str
    codes: tuple[int, ...]
    level: int
    own_role: bool = False
    subject: bool = False
    spared: bool = False
    village: bool = False


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
    """Places that several names have in common, or that are named once in the own place's role, the most names first."""
    telling = [s for s in strangers if not s.spared]
    towns = {code for s in telling if len(s.codes) <= _MOST or s.village for code in s.codes if level(code) >= own.level}
    sources = []
    for code in sorted(towns):
        holding = [s for s in telling if _is_of(s, code)]
        names = dict.fromkeys(s.name for s in holding)
        if _is_sure(own, holding, len(names)):
            sources.append(Source(code, tuple(names)))
    return tuple(sorted(sources, key=lambda source: (-len(source.names), source.code)))


def _is_of(stranger: Stranger, code: int) -> bool:
    if stranger.village:
        return any(within(town, code) for town in stranger.codes)
    return any(within(code, other) or within(other, code) for other in stranger.codes)


def _is_sure(own: Home, holding: list[Stranger], names: int) -> bool:
    """Whether names can hardly belong to one place by chance, or for another reason."""
    if any(s.own_role and len(s.codes) <= _MOST for s in holding):
        return True
    if names < _ENOUGH or not any(s.level >= own.level for s in holding):
        return False
    chance = float(_ALL_TOWNS)
    for choices in {s.name: len(s.codes) for s in holding}.values():
        chance *= choices / _ALL_TOWNS
    low = [s for s in holding if s.level >= TOWN]
    return chance < _CHANCE and len({s.name for s in low}) >= (_ENOUGH if all(s.village for s in low) else 1)
