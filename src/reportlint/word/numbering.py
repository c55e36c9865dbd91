"""Automatic numbers of a Word document: the number of each paragraph in turn.

Sources: ECMA-376 part 1, clause 17.9 (numbering).
"""

from __future__ import annotations

from reportlint.text.frozen import frozen
from reportlint.word.lists import LEVELS, LONGEST, MOST, read_numbering
from reportlint.word.numerals import numeral

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.word.lists import List, Numbering, Suffix

__all__ = ["Counter", "Label", "read_numbering"]

_BULLET = "•"


@frozen
class Label:
    """What Word writes before a paragraph.

    Attributes:
        text: the number or bullet, without what divides it from the paragraph.
        suffix: what divides them.
        bullet: whether it is a sign that does not count; one of a symbol font is given as •.
    """

    text: str
    suffix: Suffix
    bullet: bool


class Counter:
    """Counts the numbered paragraphs of one part of a document, in reading order.

    Args:
        numbering: its lists.
    """

    __slots__ = ("_begun", "_counts", "_numbering")

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[int, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, number: int, level: int) -> Label | None:
        """The number of the next paragraph.

        Args:
            number: id of its list.
            level: of it there, from 0.

        Returns:
            None when it has no number, or an empty one.
        """
        found = self._numbering.find(number)
        if found is None or level not in found.levels:
            return None
        counts = self._counts.setdefault(found.counts_with, [None] * LEVELS)
        self._count(counts, found, number, level)
        return _label(found, level, counts)

    def _count(self, counts: list[int | None], found: List, number: int, level: int) -> None:
        last = counts[level]
        first = found.starts.get(level)
        if last is None or (first is not None and (number, level) not in self._begun):
            counts[level] = _start(found, level)
        else:
            counts[level] = min(last + 1, MOST)
        self._begun.add((number, level))
        for index in range(level):
            if counts[index] is None:
                counts[index] = _start(found, index)
        for index in range(level + 1, LEVELS):
            lower = found.levels.get(index)
            restart = lower.restart if lower else None
            if restart is None or level < restart:
                counts[index] = None


def _start(found: List, level: int) -> int:
    if level in found.starts:
        return found.starts[level]
    return found.levels[level].start if level in found.levels else 1


def _label(found: List, level: int, counts: list[int | None]) -> Label | None:
    form = found.levels[level]
    bullet = form.kind == "bullet"
    text = ""
    for part in form.pattern:
        if isinstance(part, str):
            text += part
        elif part <= level and not bullet:
            other = found.levels.get(part)
            kind = "decimal" if form.legal or other is None else other.kind or "decimal"
            text += numeral(counts[part] or 0, kind)
    if bullet:
        text = "".join(_BULLET if "\ue000" <= sign <= "\uf8ff" else sign for sign in text)
    return Label(text[:LONGEST], form.suffix, bullet) if text else None
