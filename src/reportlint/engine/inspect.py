"""The loop over checks. A check that raises costs its own findings and nobody else's."""

from __future__ import annotations

from reportlint.check import Fix, Safety, Severity
from reportlint.engine.diagnostic import Diagnostic, Failure, Location, Suggestion
from reportlint.text.frozen import frozen, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reportlint.check import Check, Finding, Text
    from reportlint.document import Document
    from reportlint.text import Span

    Step = Callable[[Document, list[Diagnostic]], list[Diagnostic]]


@frozen
class Inspection:
    """What the checks said about one document, in reading order."""

    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[Failure, ...]


def inspect(
    document: Document,
    checks: Iterable[tuple[str, Check]],
    steps: Iterable[Step] = (),
    severities: Mapping[str, Severity] | None = None,
) -> Inspection:
    """Run checks (id, instance) over a document, then the steps in order.

    Args:
        document: the draft.
        checks: in any order; the result does not depend on it.
        steps: pure functions over the list of diagnostics: suppress, group…
        severities: by check id, instead of the check's own.
    """
    found: list[Diagnostic] = []
    failures: list[Failure] = []
    for id_, check in checks:
        severity = (severities or {}).get(id_)
        try:
            found += [_diagnostic(document, id_, check, finding, severity) for finding in check.run(document)]
        except Exception as error:  # noqa: BLE001 - whatever a check raises must not stop the others
            failures.append(Failure(id_, _one_line(error)))
    found = order(_distinct(found))
    for step in steps:
        found = step(document, found)
    return Inspection(tuple(order(found)), tuple(failures))


def order(found: list[Diagnostic]) -> list[Diagnostic]:
    """Reading order; at one place the graver first, then by id, then by words."""
    return sorted(found, key=_reading_order)


def _reading_order(diagnostic: Diagnostic) -> tuple[int | str, ...]:
    start, end = diagnostic.location.start, diagnostic.location.end
    return start.line, start.column, end.line, end.column, -diagnostic.severity, diagnostic.check, diagnostic.message.zh


def locate(document: Document, span: Span, message: Text | None = None) -> Location:
    """A span with its places and its text."""
    return Location(span, document.start_place(span), document.end_place(span), document.slice(span), message)


def _diagnostic(document: Document, id_: str, check: Check, finding: Finding, severity: Severity | None) -> Diagnostic:
    if finding.span.end > len(document.text):
        message = f"span {finding.span.start}..{finding.span.end} is past the end of the text, {len(document.text)}"
        raise ValueError(message)
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
    if document.origin.writable and all(document.map.exact(edit.span) for edit in fix.edits):
        return fix
    return replace(fix, safety=Safety.SHOWN)


def _distinct(found: list[Diagnostic]) -> list[Diagnostic]:
    """The same check saying the same words of the same place twice has said it once."""
    return list({(d.check, d.location.span, d.message.zh): d for d in found}.values())


def _one_line(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2] if trace else ""
    where = f" ({file}:{trace.tb_lineno})" if trace else ""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}{': ' + words if words else ''}{where}"
