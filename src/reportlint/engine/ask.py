"""Asks one check about one document, and gives what it finds its places."""

from __future__ import annotations

from reportlint.check import Confidence, Edit, Finding, Fix, Related, Safety, Severity, Text, UserError
from reportlint.diagnostic import Diagnostic, Location, Suggestion
from reportlint.text import Span
from reportlint.text.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reportlint.check import Check
    from reportlint.document import Document


class UnsoundFindingError(UserError):
    """What a check yields is no finding of this draft; `text` says why, in both languages."""


def ask(document: Document, id_: str, check: Check, severity: Severity | None = None) -> list[Diagnostic]:
    """All findings of a check, in the order it yields them.

    Args:
        document: the draft.
        id_: of the check.
        check: the check.
        severity: instead of its own and of its findings'.

    Raises:
        UnsoundFindingError: when it yields something else than sound findings, or does not end.
        Exception: whatever the check itself raises.
    """
    # More faults than characters are no findings; it also ends generators that have no end.
    most = len(document.text) + 100
    found: list[Diagnostic] = []
    findings = check.run(document)
    try:
        for finding in findings:
            if len(found) == most:
                zh, en = f"产出的 Finding 多于 {most} 处", f"more than {most} findings"
                raise UnsoundFindingError(Text(zh, en))
            found.append(_diagnostic(document, id_, check, finding, severity))
    finally:
        if hasattr(findings, "close"):
            findings.close()  # here, where its limits still hold
    return found


def locate(document: Document, span: Span, message: Text | None = None) -> Location:
    """A span with its places and its text."""
    return Location(span, document.start_place(span), document.end_place(span), document.slice(span), message)


def _diagnostic(document: Document, id_: str, check: Check, finding: Finding, severity: Severity | None) -> Diagnostic:
    _must_be_sound(document, finding)
    fix = _honest(document, finding.fix)
    return Diagnostic(
        id_,
        severity or finding.severity or check.meta.severity,
        finding.confidence or check.meta.confidence,
        finding.message,
        locate(document, finding.span),
        tuple(locate(document, related.span, related.message) for related in finding.related),
        fix,
        Suggestion(fix.safety, tuple((locate(document, edit.span), edit.text) for edit in fix.edits)) if fix else None,
        finding.scope,
        finding.group,
    )


def _honest(document: Document, fix: Fix | None) -> Fix | None:
    """A fix only shown, where there is no single place in the file to write it."""
    if fix is None:
        return None
    if all(document.editable(edit.span, edit.text) for edit in fix.edits):
        return fix
    return replace(fix, safety=Safety.SHOWN)


def _must_be_sound(document: Document, finding: Any) -> None:
    """Refuse what is no finding, or would break those who show it."""
    _must_be(Finding, finding)
    _must_be(Text, finding.message)
    _must_be(Severity, finding.severity or Severity.INFO)
    _must_be(Confidence, finding.confidence or Confidence.LOW)
    _must_be(str, finding.group, finding.message.zh, finding.message.en)
    _must_be(tuple, finding.related, finding.fix.edits if isinstance(finding.fix, Fix) else ())
    if finding.scope not in {"span", "document"}:
        raise UnsoundFindingError(Text('scope 应为 "span" 或 "document"', 'scope should be "span" or "document"'))
    _must_be_inside(document, finding.span)
    for related in finding.related:
        _must_be(Related, related)
        _must_be(Text, related.message)
        _must_be(str, related.message.zh, related.message.en)
        _must_be_inside(document, related.span)
    if finding.fix is not None:
        _must_be(Fix, finding.fix)
        _must_be(Safety, finding.fix.safety)
        for edit in finding.fix.edits:
            _must_be(Edit, edit)
            _must_be(str, edit.text)
            _must_be_inside(document, edit.span)


def _must_be(kind: type[Any], *values: Any) -> None:
    for value in values:
        # Not a subclass either: its methods would run where nothing limits them.
        if type(value) is not kind:
            wanted, given = kind.__name__, type(value).__name__
            zh, en = f"产出的 Finding 里应为 {wanted}，却是 {given}", f"a finding has {given} instead of {wanted}"
            raise UnsoundFindingError(Text(zh, en))


def _must_be_inside(document: Document, span: Any) -> None:
    _must_be(Span, span)
    if span.end > len(document.text):
        place, end = f"{span.start}..{span.end}", len(document.text)
        zh, en = f"span {place} 超出了正文（{end} 字）", f"span {place} is past the end of the text, {end}"
        raise UnsoundFindingError(Text(zh, en))
