"""Regular expressions that are compiled, and run, only on texts that can hold a match."""

from __future__ import annotations

from reportlint.text.patterncache import CACHE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator


MULTILINE = 8
"""`re.MULTILINE`, without importing `re`: with all expressions remembered, a run does not need it."""

_LOOK_BEHIND = 40
"""Characters before a stretch in which an anchor may stand that an expression looks back at."""


class Pattern:
    """A regular expression that may name literals of which a text must hold at least one.

    Looking for a literal costs under a microsecond on a draft; compiling the expression costs a thousand times that.
    A check with good anchors is free on the drafts it has nothing to say about. Compiled expressions are remembered
    from run to run, which is why every expression of this program is a `Pattern`.

    Args:
        source: the expression, in the syntax of `re`.
        anchors: literals; a text with none of them has no match. Empty: always run.
        flags: as for `re.compile`.
    """

    __slots__ = ("_compiled", "anchors", "flags", "source")

    def __init__(self, source: str, anchors: tuple[str, ...] = (), flags: int = 0) -> None:
        self.source = source
        self.anchors = anchors
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression; compiled on first use."""
        if self._compiled is None:
            self._compiled = CACHE.compile(self.source, self.flags)
        return self._compiled

    def possible(self, text: str) -> bool:
        """Whether a match is possible at all."""
        # A loop, not any(): it is asked a hundred times for every draft, and a generator costs more than the search.
        for anchor in self.anchors:
            if anchor in text:
                return True
        return not self.anchors

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches in `text[start:end]`, left to right; look-behind sees what is before `start`."""
        if not self._possible_in(text, start, end):
            return iter(())
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str, start: int = 0, end: int | None = None) -> list[str]:
        """The texts of all matches in `text[start:end]`; for expressions without groups."""
        if not self._possible_in(text, start, end):
            return []
        return self.compiled.findall(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`, or None."""
        if not self._possible_in(text, start, end):
            return None
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match that begins at `start`, or None."""
        # At one place of a long text the expression itself is quicker than a search for its anchors in the rest.
        if (not start or end is not None) and not self._possible_in(text, start, end):
            return None
        return self.compiled.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match of the whole of `text[start:end]`, or None."""
        if not self._possible_in(text, start, end):
            return None
        return self.compiled.fullmatch(text, start, len(text) if end is None else end)

    def _possible_in(self, text: str, start: int, end: int | None) -> bool:
        """Whether a match is possible between two offsets: many short stretches must not cost the whole text each."""
        if not self.anchors or (not start and end is None):
            return self.possible(text)
        first = max(0, start - _LOOK_BEHIND)
        last = len(text) if end is None else end
        for anchor in self.anchors:  # noqa: SIM110 - as in `possible`
            if text.find(anchor, first, last) >= 0:
                return True
        return False

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        return self.compiled.sub(replacement, text) if self.possible(text) else text

    def split(self, text: str) -> list[str]:
        """What stands between the matches."""
        return self.compiled.split(text) if self.possible(text) else [text]
