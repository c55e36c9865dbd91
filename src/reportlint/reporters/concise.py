"""One line a finding, for pre-commit, editors and grep: `path:line:column: severity id message`, and nothing else.

The severity is the English word in every language, so that a pattern that reads these lines need not know the user's.
"""

from __future__ import annotations

from reportlint.reporters.selection import remainder, select
from reportlint.text.width import showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.diagnostic import Diagnostic
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import Run


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """One line a finding, or a group, whose message has its count; what is left out is one line at its last place."""
    for file in run.files:
        listed, dropped = select(file, options)
        path = showable(file.path)
        for diagnostic in listed:
            yield _line(path, diagnostic, diagnostic.message.render(options.language) + _notes(diagnostic, options))
        for rest in dropped.values():
            gravest = max(diagnostic.severity for diagnostic in rest).label
            yield _line(path, rest[-1], remainder(rest, options), gravest)


def _line(path: str, diagnostic: Diagnostic, message: str, severity: str = "") -> Line:
    place = diagnostic.location.start
    label = severity or diagnostic.severity.label
    return (
        (path, "path"),
        (f":{place.line}:{place.column}: ", "faint"),
        (label, label),
        (f" {diagnostic.check} {showable(message)}", ""),
    )


def _notes(diagnostic: Diagnostic, options: ReportOptions) -> str:
    """What the message does not say; that of a group says how many it stands for."""
    ignored = options.choose(f"（已忽略：{diagnostic.suppressed}）", f" (ignored: {diagnostic.suppressed})")
    return ignored if diagnostic.suppressed is not None else ""
