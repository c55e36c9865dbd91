"""A fault made hundreds of times is one thing to say, with a count and all its places."""

from __future__ import annotations

from reportlint.check import Fix, Text
from reportlint.diagnostic import Suggestion
from reportlint.text.frozen import replace
from reportlint.text.spanindex import SpanIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.check import Edit
    from reportlint.diagnostic import Diagnostic, Location
    from reportlint.document import Document

MANY = 5
"""From how many on findings of one group become one."""


def group(document: Document, found: list[Diagnostic]) -> list[Diagnostic]:  # noqa: ARG001 - every step has this form
    """Merge findings of one check, one group and one severity, from `MANY` on; suppressed ones stay as they are.

    A step for the end: after suppression, fingerprints and the baseline. What is to be fixed is better not grouped,
    because a fix is applied whole or not at all.
    """
    groups: dict[tuple[str, str, int], list[Diagnostic]] = {}
    for diagnostic in found:
        if diagnostic.group and diagnostic.suppressed is None:
            groups.setdefault((diagnostic.check, diagnostic.group, diagnostic.severity), []).append(diagnostic)
    merged = {id(member): members for members in groups.values() if len(members) >= MANY for member in members}
    if not merged:
        return found
    out: list[Diagnostic] = []
    for diagnostic in found:
        members = merged.get(id(diagnostic))
        if members is None:
            out.append(diagnostic)
        elif members[0] is diagnostic:
            out.append(_merge(members))
    return out


def _merge(members: list[Diagnostic]) -> Diagnostic:
    """One finding at the first place that stands for all members."""
    first, *others = sorted(members, key=lambda member: member.location.span)
    count = sum(member.count for member in members)
    fix, suggestion = _merged_fix([first, *others])
    return replace(
        first,
        confidence=min(member.confidence for member in members),
        message=Text(f"{first.message.zh}（全文共 {count} 处）", f"{first.message.en} ({count} places in all)"),
        related=tuple(replace(member.location, message=member.message) for member in others),
        fix=fix,
        suggestion=suggestion,
        count=count,
        members=tuple(mark for member in (first, *others) for mark in member.members),
    )


def _merged_fix(members: list[Diagnostic]) -> tuple[Fix | None, Suggestion | None]:
    """All edits as one fix, when every member has a fix of the same safety.

    A member whose edits overlap those of one before it is left out: it waits for the next round.
    """
    safeties = {member.fix.safety if member.fix else None for member in members}
    safety = safeties.pop()
    if safety is None or safeties:
        return None, None
    edits: list[Edit] = []
    shown: list[tuple[Location, str]] = []
    for member, clear in zip(members, _clear(members), strict=True):
        if clear and member.fix:
            edits += member.fix.edits
            shown += member.suggestion.edits if member.suggestion else ()
    return Fix(tuple(edits), safety), Suggestion(safety, tuple(shown))


def _clear(members: list[Diagnostic]) -> list[bool]:
    """Of each member, whether its edits touch none of a member before it."""
    index = SpanIndex(edit.span for member in members if member.fix for edit in member.fix.edits)
    owner: dict[object, int] = {}
    for number, member in enumerate(members):
        for edit in member.fix.edits if member.fix else ():
            owner.setdefault(edit.span, number)
    return [
        all(
            owner[span] >= number
            for edit in (member.fix.edits if member.fix else ())
            for span in index.touching(edit.span)
        )
        for number, member in enumerate(members)
    ]
