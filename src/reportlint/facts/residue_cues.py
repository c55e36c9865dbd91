"""The words by which web pages are known, and where they stand in a draft."""

from __future__ import annotations

import os

from reportlint.document import Document, fact
from reportlint.facts.residue_lines import edge_lines, line_begins, matches, short_lines
from reportlint.text import MULTILINE, Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import Literal

    Strength = Literal["strong", "medium", "weak"]
    Where = Literal["any", "edge", "alone"]

# White space and bullets that may stand before the words on their line.
_BEFORE = r"^[ \t\u3000\xa0]{0,20}(?:[-•·●■◆▪*►▶>|｜▼▽▲△↓★☆◇※]{1,3}[ \u3000]{0,3}|[【\[（(「])?"
_AFTER = r"[ \t\u3000\xa0】\]）)」▼▽▲△↓★☆◇※]{0,20}$"
_SHAPES = {
    "line": (_BEFORE, _AFTER),
    "start": (_BEFORE, ""),
    "title": (r"^[^\n。；，！？]{2,60}?", r"[ \t\u3000\xa0]{0,20}$"),
    "end": ("", _AFTER),
    "inline": ("", ""),
}
_LINED = {"line", "start", "title"}
_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "web_residue.tsv")


class Cue:
    """One trace of a web page.

    Attributes:
        name: what it is, in Chinese, as people call it.
        kind: nav, list, meta…; see the data file.
        where: whether it is wrong anywhere, only at the edges of a draft, or anywhere but never part of a run.
        strength: what one of them proves.
        shape: which part of a line it takes up; see the data file.
        pattern: over the whole text; a group `at` marks the words themselves.
    """

    __slots__ = ("kind", "name", "pattern", "shape", "strength", "where")

    def __init__(self, row: str) -> None:
        name, kind, where, shape, strength, anchors, source = row.split("\t")
        before, after = _SHAPES[shape]
        self.name = name
        self.shape = shape
        self.kind = kind
        self.where: Where = where  # type: ignore[assignment] # the words of the data file, held to by its test
        self.strength: Strength = strength  # type: ignore[assignment]
        self.pattern = Pattern(f"{before}(?:{source}){after}", tuple(anchors.split(" ")), MULTILINE)


class Hit:
    """A place where a cue stands."""

    __slots__ = ("cue", "span")

    def __init__(self, cue: Cue, span: Span) -> None:
        self.cue = cue
        self.span = span


_CUES: list[Cue] = []


def cues() -> list[Cue]:
    """All cues of the data file; read once, compiled when a draft first holds an anchor."""
    if not _CUES:
        with open(_DATA, encoding="utf-8") as file:
            rows = [line.rstrip("\n") for line in file if not line.startswith("#")]
        _CUES.extend(Cue(row) for row in rows[1:] if row)
    return _CUES


@fact
def cue_hits(document: Document) -> tuple[Hit, ...]:
    """Every place of every cue, in order; places may overlap."""
    found = [
        Hit(cue, Span(*(match.span("at") if "at" in match.re.groupindex else _trimmed(match))))
        for cue in cues()
        for match in _matches(document, cue)
    ]
    return tuple(sorted(found, key=lambda hit: hit.span))


def _matches(document: Document, cue: Cue) -> Iterator[re.Match[str]]:
    """Matches of a cue, sought only where it counts."""
    if cue.where == "edge":
        view = edge_lines(document)
    elif cue.shape in _LINED:
        view = (line_begins if cue.shape == "start" else short_lines)(document)
    else:
        return matches(document, cue.pattern)
    return view.beginning(cue.pattern) if cue.shape in _LINED else view.anywhere(cue.pattern)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The place of a match without white space at its ends."""
    words = match[0]
    start = match.start() + len(words) - len(words.lstrip())
    return start, max(start, match.end() - len(words) + len(words.rstrip()))
