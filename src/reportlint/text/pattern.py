"""Regular expressions that are compiled, and run, only on texts that can hold a match."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Pattern:
    """A regular expression that names literals of which a text must hold at least one.

    Looking for a literal costs under a microsecond on a draft; compiling the expression costs a thousand times that.
    A check with good anchors is free on the drafts it has nothing to say about.

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
            self._compiled = re.compile(self.source, self.flags)
        return self._compiled

    def possible(self, text: str) -> bool:
        """Whether a match is possible at all."""
        return not self.anchors or any(anchor in text for anchor in self.anchors)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches in `text[start:end]`, left to right; look-behind sees what is before `start`."""
        if not self.possible(text):
            return iter(())
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`, or None."""
        if not self.possible(text):
            return None
        return self.compiled.search(text, start, len(text) if end is None else end)
