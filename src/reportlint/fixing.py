"""Edits to new source: of two fixes that overlap the first in the text wins, the other waits for the next round."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from functools import partial
from itertools import accumulate

from reportlint.check import Safety
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen
from reportlint.text.spanindex import SpanIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportlint.document import Document
    from reportlint.engine import Diagnostic

    Change = tuple[int, int, str]
    """Source range and what stands there afterwards."""

ROUNDS = 10
"""How often a document is checked again after fixing before we say that its fixes do not settle."""

_NEWLINE = Pattern(r"\r\n|\r|\n")


@frozen
class Fixed:
    """What came of fixing a document until nothing was left to fix.

    Attributes:
        source: the new source; the old one when the fixes do not settle.
        applied: how many fixes went into it.
        settled: whether the last check of it asked for no further fix.
        restless: ids of the checks whose fixes do not settle, empty when they do.
    """

    source: str
    applied: int
    settled: bool
    restless: tuple[str, ...] = ()


def fix_until_stable(
    read_again: Callable[[Document, str, list[Change]], Document],
    document: Document,
    check_again: Callable[[Document], Iterable[Diagnostic]],
    at_least: Safety = Safety.SAFE,
    possible: Callable[[Document, list[Change]], bool] = lambda _, __: True,
) -> Fixed:
    """Fix, read and check in turn until no fix is left, `ROUNDS` times at most; otherwise nothing is changed.

    What was suppressed once stays untouched in all later rounds, even if a fix beside it changes the words by which
    an allow entry or a baseline knew it.

    Args:
        read_again: a document, its changed source and the changes that led to it, to the document of that source; it
            must not decode it anew.
        document: the draft.
        check_again: the findings in a document, suppressed ones marked, not grouped.
        at_least: the safety from which on fixes are written; those only to be shown never are.
        possible: whether the format can take the changes of a fix; one that it cannot is left.
    """
    seen = [document.source]
    rounds: list[set[str]] = []
    shields: dict[str, set[Span]] = {}
    applied = 0
    for _ in range(ROUNDS):
        found = list(check_again(document))
        chosen = partial(possible, document)
        changes, taken = _choose(document, found, at_least, shields, chosen)
        if not taken:
            return Fixed(document.source, applied, settled=True)
        for diagnostic in found:
            if diagnostic.suppressed is not None:
                shields.setdefault(diagnostic.check, set()).add(document.map.to_source(diagnostic.location.span))
        source = _write(document.source, changes)
        rounds.append({diagnostic.check for diagnostic in taken})
        document = read_again(document, source, changes)
        if source in seen or document.source != source:
            break
        seen.append(source)
        shields = _shift(shields, changes)
        applied += len(taken)
    # Those that led back to where we were; or else those that still went on.
    circle = rounds[seen.index(source) if source in seen[:-1] else -1 :]
    return Fixed(seen[0], 0, settled=False, restless=tuple(sorted(set[str]().union(*circle))))


def apply_fixes(document: Document, found: Iterable[Diagnostic], at_least: Safety = Safety.SAFE) -> tuple[str, int]:
    """The new source, and how many fixes went into it; a fix is applied whole or not at all.

    Suppressed findings and places the source map is not exact about are left alone. Line ends in a fix become those
    of the source.
    """
    changes, taken = _choose(document, found, at_least, {})
    return _write(document.source, changes), len(taken)


def _choose(
    document: Document,
    found: Iterable[Diagnostic],
    at_least: Safety,
    shields: dict[str, set[Span]],
    possible: Callable[[list[Change]], bool] = lambda _: True,
) -> tuple[list[Change], list[Diagnostic]]:
    """The changes to make, in order of the source and none touching another, and the findings they mend."""
    shielded = {check: SpanIndex(spans) for check, spans in shields.items()}
    ranges: list[tuple[int, int]] = []
    changes: list[Change] = []
    taken: list[Diagnostic] = []
    for diagnostic in found:
        fix = diagnostic.fix
        if fix is None or fix.safety < max(at_least, Safety.UNSAFE) or diagnostic.suppressed is not None:
            continue
        index = shielded.get(diagnostic.check)
        if index and any(True for _ in index.touching(document.map.to_source(diagnostic.location.span))):
            continue
        wanted = [_change(document, edit.span, edit.text) for edit in fix.edits]
        if (
            any(document.source[start:end] != text for start, end, text in wanted)
            and possible(wanted)
            and _claim(ranges, wanted)
        ):
            changes += wanted
            taken.append(diagnostic)
    return sorted(changes), taken


def _change(document: Document, span: Span, text: str) -> Change:
    """An edit in the source; its line ends are those it replaces, further ones the first of the file."""
    source, place = document.source, document.map.to_source(span)
    if "\n" in text:
        first = _NEWLINE.search(source)
        replaced = iter(_NEWLINE.findall(source, place.start, place.end))
        usual = first[0] if first else "\n"
        text = _NEWLINE.sub(lambda _: next(replaced, usual), text)
    return place.start, place.end, text


def _claim(ranges: list[tuple[int, int]], wanted: list[Change]) -> bool:
    """Add the ranges of a fix to the sorted `ranges`, unless one shares a character or an insertion point."""
    own = sorted((start, end) for start, end, _ in wanted)
    if any(map(_clash, own, own[1:])):
        return False
    for range_ in own:
        at = bisect_left(ranges, range_)
        # Those already there are apart from each other, so only the two neighbours can be in the way.
        if any(_clash(range_, other) for other in ranges[max(0, at - 1) : at + 1]):
            return False
    for range_ in own:
        insort(ranges, range_)
    return True


def _clash(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one == other or (one[0] < other[1] and other[0] < one[1])


def _write(source: str, changes: list[Change]) -> str:
    out: list[str] = []
    last = 0
    for start, end, text in changes:
        out += [source[last:start], text]
        last = end
    return "".join(out) + source[last:]


def _shift(shields: dict[str, set[Span]], changes: list[Change]) -> dict[str, set[Span]]:
    """Where the shielded ranges are after the changes; a changed end takes in the whole change."""
    starts = [start for start, _, _ in changes]
    growth = [0, *accumulate(len(text) - (end - start) for start, end, text in changes)]

    def moved(offset: int, *, forward: bool) -> int:
        at = bisect_right(starts, offset) - 1
        if at < 0:
            return offset
        start, end, text = changes[at]
        if offset >= end and not (start == end == offset and not forward):
            return offset + growth[at + 1]
        return start + growth[at] + (len(text) if forward and offset > start else 0)

    return {
        check: {Span(begin := moved(s.start, forward=False), max(begin, moved(s.end, forward=True))) for s in spans}
        for check, spans in shields.items()
    }
