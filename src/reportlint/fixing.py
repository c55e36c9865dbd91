"""Edits to new source: of two fixes that overlap the first in the text wins, the other waits for the next round."""

from __future__ import annotations

from reportlint.check import Safety

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.document import Document
    from reportlint.engine import Diagnostic

ROUNDS = 10
"""How often a document is checked again after fixing before we say that its fixes do not settle."""


def apply_fixes(
    document: Document, found: Iterable[Diagnostic], at_least: Safety = Safety.SAFE
) -> tuple[str, int]:
    """The new source, and how many fixes went into it; a fix is applied whole or not at all.

    Suppressed findings and places the source map is not exact about are left alone.
    """
    edits: list[tuple[int, int, str]] = []
    taken: list[tuple[int, int]] = []
    count = 0
    for diagnostic in found:
        fix = diagnostic.fix
        if fix is None or fix.safety < at_least or diagnostic.suppressed is not None:
            continue
        ranges = [document.map.to_source(edit.span) for edit in fix.edits]
        if any(_clash(taken, span.start, span.end) for span in ranges):
            continue
        taken += [(span.start, span.end) for span in ranges]
        edits += [(span.start, span.end, edit.text) for span, edit in zip(ranges, fix.edits, strict=True)]
        count += 1
    out: list[str] = []
    last = 0
    for start, end, text in sorted(edits):
        out += [document.source[last:start], text]
        last = end
    return "".join(out) + document.source[last:], count


def _clash(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a range shares a character, or an insertion point, with one already taken."""
    return any((start < b and a < end) or (a, b) == (start, end) for a, b in taken)
