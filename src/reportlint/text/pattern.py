"""Regular expressions that are compiled, and run, only on texts that can hold a match."""

from __future__ import annotations

from reportlint.text.patterncache import CACHE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator


MULTILINE = 8
"""`re.MULTILINE`, without importing `re`: with all expressions remembered, a run does not need it."""


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
        if not self.possible(text):
            return iter(())
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str, start: int = 0, end: int | None = None) -> list[str]:
        """The texts of all matches in `text[start:end]`; for expressions without groups."""
        return self.compiled.findall(text, start, len(text) if end is None else end) if self.possible(text) else []

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`, or None."""
        if not self.possible(text):
            return None
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match that begins at `start`, or None."""
        if not self.possible(text):
            return None
        return self.compiled.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match of the whole of `text[start:end]`, or None."""
        if not self.possible(text):
            return None
        return self.compiled.fullmatch(text, start, len(text) if end is None else end)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        return self.compiled.sub(replacement, text) if self.possible(text) else text

    def split(self, text: str) -> list[str]:
        """What stands between the matches."""
        return self.compiled.split(text) if self.possible(text) else [text]
