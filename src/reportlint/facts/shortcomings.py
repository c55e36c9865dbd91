"""Where a report says what is not yet good enough.

The words 问题 and 短板 alone prove nothing: achievements solve problems, and plans close gaps. What counts is a
statement that the gap is still there, so each paragraph is weighed: one plain statement is enough,
weak signs must come together.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.outline import outline
from reportlint.facts.planning import plan
from reportlint.facts.shortcoming_words import (
    DEMANDED,
    HINTS,
    OTHERS,
    SOLVED_AFTER,
    STATEMENTS,
    TITLE,
    TITLE_ABOUT_SOLVING,
    TURNS,
    WANTING_TITLE,
)
from reportlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.text import Pattern

_ENOUGH = 2.0
_ENOUGH_BEFORE_PLAN = 1.5
"""Points that are enough where admissions usually stand: in the last paragraphs before the plan."""
_NEAR = 2
_TOGETHER = 3.0
"""Points of two paragraphs, one after the other, that are enough together."""
_LONGEST_TITLE = 24
_BEFORE = 80
_AFTER = 60


@fact
def shortcomings(document: Document) -> Span | None:
    """The first heading or paragraph that states what is still wanting, or None."""
    headings = [heading for heading in outline(document).headings if 0 < len(heading.title) <= _LONGEST_TITLE]
    for heading in headings:
        if TITLE.search(heading.title) and not TITLE_ABOUT_SOLVING.search(heading.title):
            return heading.span
    wanting = [heading for heading in headings if WANTING_TITLE.search(heading.title)]
    if len(wanting) > 1:
        return wanting[0].span
    return _paragraph(document)


def _paragraph(document: Document) -> Span | None:
    """The first paragraph with enough points, alone or with its neighbour."""
    main = outline(document).main
    for start in _starts(document, main, STATEMENTS):
        block = document.block_at(start)
        if block:
            return block.span
    signs: dict[int, float] = {}
    turns: dict[int, float] = {}
    for points, pattern in HINTS:
        for start in _starts(document, main, (pattern,)):
            block = document.block_at(start)
            if block:
                signs[block.span.start] = signs.get(block.span.start, 0.0) + points
    for points, pattern in TURNS if signs else ():
        for match in pattern.finditer(document.text, main.start, main.end):
            block = document.block_at(match.end() - 1)
            if block:
                turns[block.span.start] = max(points, turns.get(block.span.start, 0.0))
    return _enough(document, {start: points + turns.get(start, 0.0) for start, points in signs.items()})


def _enough(document: Document, points: dict[int, float]) -> Span | None:
    """The first paragraph that has enough points itself, or together with the next."""
    before = 0.0
    usual = _before_plan(document) if points else set()
    for block in document.blocks:
        here = points.get(block.span.start, 0.0)
        if here >= (_ENOUGH_BEFORE_PLAN if block.span.start in usual else _ENOUGH) or (
            here and before and here + before >= _TOGETHER
        ):
            return block.span
        before = here
    return None


def _before_plan(document: Document) -> set[int]:
    """Where the last paragraphs before the plan begin."""
    ahead = plan(document)
    if ahead is None:
        return set()
    titles = {heading.block.start for heading in outline(document).headings if not heading.run_in}
    above = [b.span.start for b in document.blocks if b.span.end <= ahead.start and b.span.start not in titles]
    return set(above[-_NEAR:])


def _starts(document: Document, main: Span, patterns: Iterable[Pattern]) -> Iterator[int]:
    """Where signs stand that are not spared."""
    for pattern in patterns:
        for match in pattern.finditer(document.text, main.start, main.end):
            if not _spared(document.text, match.start(), match.end()):
                yield match.start()


def _spared(text: str, start: int, end: int) -> bool:
    """Whether the words around a sign say that the fault was put right, or is someone else's."""
    begin = max(*(text.rfind(mark, 0, start) for mark in "。\n；！"), start - _BEFORE - 1) + 1
    stop = min((at for mark in "。\n！" if (at := text.find(mark, end, end + _AFTER)) >= 0), default=end + _AFTER)
    return bool(
        DEMANDED.search(text[begin:start])
        or DEMANDED.search(text[begin:end][: start - begin + 4])
        or OTHERS.search(text[begin:end])
        or SOLVED_AFTER.search(text[end:stop])
    )
