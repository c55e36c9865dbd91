"""Organs of a level of government that a draft names: 镇党委, 县人大, 街道办事处."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.organ_words import BODIES, COMMITTEE, begins
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

_LEVELS = "街道|苏木|自治区|[省市州盟县区旗镇乡]"
_WORDS = "|".join(word for _, words in BODIES for word in words)
_ORGAN = Pattern(rf"(?P<level>{_LEVELS})(?P<word>{_WORDS}|{COMMITTEE})")
_KINDS = {word: kind for kind, words in BODIES for word in words} | {"委": "党委"}


@frozen
class Organ:
    """An organ, named by its level.

    Attributes:
        span: the level and the organ: 镇党委.
        level: type of the place: 镇, 乡, 街道, 县, 市…
        word: the organ as written: 党委, 委, 党工委, 人民政府, 办事处…
        kind: which it is: 党委, 纪委, 人大, 政府 or 政协.
        bare: whether surely no name stands before it, so that the draft's own is meant, or one above it. Not bare is
            大冲乡党委, and whatever might be a name.
    """

    span: Span
    level: str
    word: str
    kind: str
    bare: bool


@fact
def organs(document: Document) -> tuple[Organ, ...]:
    """All organs of a level, in reading order."""
    text = document.text
    return tuple(
        Organ(Span(*match.span()), match["level"], match["word"], _KINDS[match["word"]], begins(text, match.start()))
        for match in _ORGAN.finditer(text)
    )
