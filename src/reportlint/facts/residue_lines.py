"""Parts of a draft in which residue can stand, so that the body of it need not be searched.

What fills a line is sought in short lines, what begins a line in the first words of lines, and what only counts at the
edges of a draft in its first and last lines.
"""

from __future__ import annotations

from bisect import bisect_right

from reportlint.document import Document, fact
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    Lines = list[tuple[int, int]]
    """Start and end of each line in the reading text, without the line feed."""

_SHORT = 90  # code points; a longer line is furniture only if it is no sentence, as a row of buttons
_ROW = 600
_BEGIN = 60
_HEAD_LINES = 40
_HEAD_ROOM = 600  # code points of sentences that may stand before or among the lines of a page's head
_TAIL_ROOM = 1500
_TAIL_SENTENCES = 10
_SENTENCE = 60


class View:
    """Lines of a text, or their beginnings, joined; and the way back to the text."""

    __slots__ = ("_letters", "_origins", "_starts", "text", "whole")

    def __init__(self, document: Document, lines: Lines) -> None:
        whole = document.text
        self.whole = whole
        self._letters = letters(document)
        self.text = "\n".join([whole[start:end] for start, end in lines])
        self._origins = [start for start, _ in lines]
        self._starts: list[int] = []
        at = 0
        for start, end in lines:
            self._starts.append(at)
            at += end - start + 1

    def lines_with(self, anchors: tuple[str, ...]) -> list[int]:
        """Where those lines begin in the whole text that hold one of some literals; all lines when there are none."""
        if not anchors:
            return self._origins
        starts, text = self._starts, self.text
        found: set[int] = set()
        for anchor in anchors:
            at = text.find(anchor) if self._letters.issuperset(anchor) else -1
            while at >= 0:
                index = bisect_right(starts, at)
                found.add(self._origins[index - 1])
                at = text.find(anchor, starts[index]) if index < len(starts) else -1
        return sorted(found)

    def beginning(self, pattern: Pattern) -> Iterator[re.Match[str]]:
        """Matches at the begin of lines; they are matches in the whole text, and may reach past what is in view."""
        for start in self.lines_with(pattern.anchors):
            match = pattern.compiled.match(self.whole, start)
            if match:
                yield match

    def anywhere(self, pattern: Pattern) -> Iterator[re.Match[str]]:
        """Matches anywhere in the lines that hold an anchor."""
        for start in self.lines_with(pattern.anchors):
            end = self.whole.find("\n", start)
            yield from pattern.compiled.finditer(self.whole, start, end if end >= 0 else len(self.whole))


@fact
def letters(document: Document) -> frozenset[str]:
    """Every character of the reading text; a word of which one is missing need not be sought."""
    return frozenset(document.text)


def matches(document: Document, pattern: Pattern) -> Iterator[re.Match[str]]:
    """All matches in the reading text; the same as `pattern.finditer`, with less searching for anchors."""
    known, text = letters(document), document.text
    for anchor in pattern.anchors:
        if known.issuperset(anchor) and anchor in text:
            return pattern.compiled.finditer(text)
    return iter(()) if pattern.anchors else pattern.compiled.finditer(text)


@fact
def lines(document: Document) -> Lines:
    """All lines of the reading text that are not empty."""
    found: Lines = []
    start = 0
    for line in document.text.split("\n"):
        if line:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


@fact
def short_lines(document: Document) -> View:
    """Lines that may be furniture as a whole."""
    text = document.text
    return View(
        document,
        [
            (start, end)
            for start, end in lines(document)
            if end - start <= _SHORT or (end - start <= _ROW and text.find("。", start, end) < 0)
        ],
    )


@fact
def line_begins(document: Document) -> View:
    """The first words of every line."""
    return View(document, [(start, min(end, start + _BEGIN)) for start, end in lines(document)])


@fact
def edge_lines(document: Document) -> View:
    """The first and last lines, as far into the report as furniture may reach."""
    text, known = document.text, lines(document)
    head = 0
    room = _HEAD_ROOM
    for start, end in known[:_HEAD_LINES]:
        room -= end - start if end - start > _SENTENCE else 0
        if room < 0:
            break
        head += 1
    tail = len(known)
    room, sentences = _TAIL_ROOM, _TAIL_SENTENCES
    while tail > head:
        start, end = known[tail - 1]
        if end - start > _SENTENCE or text[end - 1] in "。；":
            room -= end - start
            sentences -= 1
        if room < 0 or sentences < 0:
            break
        tail -= 1
    return View(document, known[:head] + known[tail:])
