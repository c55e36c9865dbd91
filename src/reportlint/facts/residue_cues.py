"""The words by which web pages are known, and where they stand in a draft."""

from __future__ import annotations

import os

from reportlint.document import Document, fact
from reportlint.text import MULTILINE, Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Literal

    Strength = Literal["strong", "medium", "weak"]
    Where = Literal["any", "edge", "alone"]

# White space and bullets that may stand before the words on their line.
_BEFORE = r"^[ \t\u3000\xa0]{0,20}(?:[-•·●■◆▪*►▶>|｜]{1,2}[ \u3000]{0,3}|[【\[（(「])?"
_AFTER = r"[ \t\u3000\xa0】\]）)」]{0,20}$"
_SHAPES = {
    "line": (_BEFORE, _AFTER),
    "start": (_BEFORE, ""),
    "title": (r"^[^\n。；，！？]{2,60}?", r"[ \t\u3000\xa0]{0,20}$"),
    "end": ("", _AFTER),
    "inline": ("", ""),
}
_WHOLE = 90  # code points; longer lines are prose, and compiling what only fits a menu would cost each draft 90 ms
_BEGIN = 40
_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "web_residue.tsv")


class Cue:
    """One trace of a web page.

    Attributes:
        name: what it is, in Chinese, as people call it.
        kind: nav, list, meta…; see the data file.
        where: whether it is wrong anywhere, only at the edges of a draft, or anywhere but never part of a run.
        strength: what one of them proves.
        inline: whether it may stand amid a long line; others are sought at the ends of lines.
        pattern: over the whole text; a group `at` marks the words themselves.
    """

    __slots__ = ("inline", "kind", "name", "pattern", "strength", "where")

    def __init__(self, row: str) -> None:
        name, kind, where, shape, strength, anchors, source = row.split("\t")
        before, after = _SHAPES[shape]
        self.name = name
        self.inline = shape in {"inline", "end"}
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
    edges = "\n".join(
        line if len(line) <= _WHOLE else line[:_BEGIN] + line[-_BEGIN:] for line in document.text.split("\n")
    )
    found = [
        Hit(cue, Span(*(match.span("at") if "at" in match.groupdict() else _trimmed(match))))
        for cue in cues()
        if cue.inline or cue.pattern.possible(edges)
        for match in cue.pattern.finditer(document.text)
    ]
    return tuple(sorted(found, key=lambda hit: hit.span))


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The place of a match without white space at its ends."""
    words = match[0]
    start = match.start() + len(words) - len(words.lstrip())
    return start, max(start, match.end() - len(words) + len(words.rstrip()))
