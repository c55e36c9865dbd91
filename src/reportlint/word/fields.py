"""Fields of a Word document (page numbers, cross-references, tables of contents): what of them is read."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

CONTENTS = frozenset({"TOC", "TOA", "INDEX"})
"""Codes of fields that repeat the rest of the document; they are not read."""

_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})


class _Field:
    """A field that has begun: its code so far; its kind, once what comes is its result; whether it is not read."""

    __slots__ = ("code", "hides", "kind", "simple")

    def __init__(self, *, simple: bool) -> None:
        self.code: list[str] = []
        self.kind: str | None = None
        self.hides = True
        self.simple = simple


class Fields:
    """The fields that are open at a place.

    Args:
        unread: kinds of fields whose result is not read.
    """

    __slots__ = ("_hiding", "_open", "_unread")

    def __init__(self, unread: Collection[str] = CONTENTS) -> None:
        self._open: list[_Field] = []
        self._hiding = 0
        self._unread = unread

    def __bool__(self) -> bool:
        return bool(self._open)

    def fresh(self) -> Fields:
        """For a place of its own, where none is open."""
        return Fields(self._unread)

    def begin_simple(self, code: str) -> None:
        """A field begins that names its code and holds nothing but its result."""
        self._begin(simple=True)
        self._open[-1].code.append(code)
        self._separate()

    def turn(self, kind: str) -> None:
        """The character of a field: it begins, its result begins, or it ends."""
        if kind == "begin":
            self._begin(simple=False)
        elif not self._open or self._open[-1].simple:
            return
        elif kind == "end":
            self._end()
        elif kind == "separate" and self._open[-1].kind is None:
            self._separate()

    def end_simple(self) -> None:
        """A simple field ends, and with it whatever began in it."""
        while self._open and not self._end().simple:
            pass

    def instruct(self, words: str) -> None:
        """More of the code of the innermost field."""
        if self._open and self._open[-1].kind is None:
            self._open[-1].code.append(words)

    def end_paragraph(self) -> None:
        """A code ends in its paragraph at the latest, and so does the number of a page.

        Otherwise a damaged field would hide all that follows.
        """
        while self._open and self._open[-1].kind is None:
            self._end()
        if self.counts_pages():
            self._open[-1].kind = ""

    def hides(self) -> bool:
        """Whether what stands here is not read: the code of a field, or a table of contents."""
        return self._hiding > 0

    def counts_pages(self) -> bool:
        """Whether what stands here is the number of a page."""
        return bool(self._open) and self._open[-1].kind in _PAGES

    def _begin(self, *, simple: bool) -> None:
        self._open.append(_Field(simple=simple))
        self._hiding += 1

    def _separate(self) -> None:
        field = self._open[-1]
        field.kind = ("".join(field.code).split(maxsplit=1) or [""])[0].upper()
        field.hides = field.kind in self._unread
        self._hiding -= not field.hides

    def _end(self) -> _Field:
        field = self._open.pop()
        self._hiding -= field.hides
        return field
