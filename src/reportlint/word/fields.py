"""Fields of a Word document (page numbers, cross-references, tables of contents): what of them is read."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

CONTENTS = frozenset({"TOC", "TOA", "INDEX"})
"""Codes of fields that repeat the rest of the document; they are not read."""

_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_DEEPEST = 50
"""Fields in fields; Word's own hold two or three."""

_RESULT = frozenset({"separate", "end"})


class _Field:
    """A field that has begun: its code so far, and whether what comes now is its result."""

    __slots__ = ("code", "result", "simple")

    def __init__(self, code: str, *, simple: bool) -> None:
        self.code = [code]
        self.result = simple
        self.simple = simple

    def kind(self) -> str:
        return ("".join(self.code).split(maxsplit=1) or [""])[0].upper()


class Fields:
    """The fields that are open at a place.

    Args:
        unread: kinds of fields whose result is not read.
    """

    __slots__ = ("_open", "_unread")

    def __init__(self, unread: Collection[str] = CONTENTS) -> None:
        self._open: list[_Field] = []
        self._unread = unread

    def __bool__(self) -> bool:
        return bool(self._open)

    def begin(self, code: str = "", *, simple: bool = False) -> None:
        """A field begins; a simple one names its code and holds nothing but its result."""
        self._open.append(_Field(code, simple=simple))
        if len(self._open) > _DEEPEST:
            del self._open[0]  # one that never ends

    def turn(self, kind: str) -> None:
        """The character of a field: it begins, its result begins, or it ends."""
        if kind == "begin":
            self.begin()
        elif self._open and kind in _RESULT and not self._open[-1].simple:
            if kind == "end":
                self._open.pop()
            else:
                self._open[-1].result = True

    def end_simple(self) -> None:
        """A simple field ends, and with it whatever began in it."""
        while self._open and not self._open.pop().simple:
            pass

    def instruct(self, words: str) -> None:
        """More of the code of the innermost field."""
        if self._open and not self._open[-1].result:
            self._open[-1].code.append(words)

    def end_paragraph(self) -> None:
        """A code ends in its paragraph at the latest; otherwise a damaged field would hide all that follows."""
        while self._open and not self._open[-1].result:
            self._open.pop()

    def hides(self) -> bool:
        """Whether what stands here is not read: the code of a field, or a table of contents."""
        return any(not field.result or field.kind() in self._unread for field in self._open)

    def counts_pages(self) -> bool:
        """Whether what stands here is the number of a page."""
        return bool(self._open) and self._open[-1].kind() in _PAGES
