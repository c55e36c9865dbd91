"""What a name in a directive or in the configuration stands for: a check, a family, or an id a check had before."""

from __future__ import annotations

from reportlint.text.nearest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_ALIKE = 0.6
ANY = "*"
"""The name of all checks (in the configuration; a directive always says which)."""


class CheckNames:
    """All names by which checks can be called in one run.

    Args:
        known: ids of all checks there are, selected or not.
        ran: ids of those that run.
        aliases: former id to present id.
        missing: families that may not be there, or not whole, although their names are right; `ANY`: any.
    """

    __slots__ = ("_aliases", "_families", "_known", "_missing", "_ran")

    def __init__(
        self,
        known: Collection[str],
        ran: Collection[str],
        aliases: Mapping[str, str] | None = None,
        missing: Collection[str] = (),
    ) -> None:
        self._missing = frozenset(missing)
        self._known = frozenset(known)
        self._ran = frozenset(ran)
        self._aliases = dict(aliases or {})
        self._families: dict[str, set[str]] = {}
        for id_ in self._known:
            self._families.setdefault(id_.partition(".")[0], set()).add(id_)

    def resolve(self, name: str) -> str | None:
        """The id or family a name stands for (`ANY` for itself); None when nothing has this name."""
        name = self._aliases.get(name, name)
        return name if name == ANY or name in self._known or name in self._families else None

    def may_be_missing(self, name: str) -> bool:
        """Whether a name that stands for nothing may be right: its plugin is broken, or not wanted in this run."""
        return not {name.partition(".")[0], ANY}.isdisjoint(self._missing)

    def all_ran(self, name: str) -> bool:
        """Whether every check the name stands for ran, so that no finding of its checks could stay unseen."""
        resolved = self.resolve(name)
        if resolved is None:
            return False
        members = self._known if resolved == ANY else self._families.get(resolved, {resolved})
        return members <= self._ran

    def nearest(self, name: str) -> str | None:
        """The name most like one that nothing has, to suggest it; None when none is near."""
        candidates = sorted({*self._known, *self._families, *self._aliases})
        return nearest(name, candidates, _ALIKE) or None
