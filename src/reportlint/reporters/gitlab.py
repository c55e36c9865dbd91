"""A Code Quality report for GitLab: an array of issues, shown in the merge request.

Findings already there before the merge request are told by their fingerprints, so each issue has one of its own. That
of a group is made of what groups it: it stays the same group when its first place is mended.

An error is major, a warning minor: critical is left for faults that take a service down, which no draft does. Blocker
is what could not be checked at all.
"""

from __future__ import annotations

from reportlint.reporters.addresses import by_severity, relative_path
from reportlint.reporters.json import dump, path_text
from reportlint.text.width import showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reportlint.diagnostic import Diagnostic
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import Run


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """The array, one issue a line; what could not be checked is in it as a blocker, for it must not look clean."""
    issues = list(_issues(run, options))
    yield (("[", ""),)
    for number, issue in enumerate(issues, 1):
        yield ((dump(issue) + ("," if number < len(issues) else ""), ""),)
    yield (("]", ""),)


def _issues(run: Run, options: ReportOptions) -> Iterator[dict[str, Any]]:
    seen: dict[str, int] = {}
    for file in run.files:
        path = path_text(relative_path(file.path))
        broken = [("reportlint", file.error)] if file.error else []
        broken += [(failure.check, failure.error) for failure in file.failures]
        for name, words in broken:
            yield {
                "description": showable(words.render(options.language)) or name,
                "check_name": name,
                "fingerprint": _own(_digest(f"{path}\0{name}"), seen),
                "severity": "blocker",
                "location": {"path": path, "lines": {"begin": 1}},
            }
        for diagnostic in file.diagnostics:
            if options.lists(diagnostic):
                yield {
                    "description": showable(diagnostic.message.render(options.language)) or diagnostic.check,
                    "check_name": diagnostic.check,
                    "fingerprint": _own(_digest(f"{path}\0{_identity(diagnostic)}"), seen),
                    "severity": by_severity(diagnostic.severity, "major", "minor", "info"),
                    "location": {
                        "path": path,
                        "lines": {"begin": diagnostic.location.start.line, "end": diagnostic.location.end.line},
                    },
                }


def _identity(diagnostic: Diagnostic) -> str:
    if diagnostic.count > 1 and diagnostic.group:
        return f"{diagnostic.check}\0{diagnostic.group}"
    return diagnostic.fingerprint


def _digest(words: str) -> str:
    from hashlib import sha256

    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _own(fingerprint: str, seen: dict[str, int]) -> str:
    """A fingerprint that no issue before it has; the same findings in the same order get the same ones."""
    count = seen[fingerprint] = seen.get(fingerprint, 0) + 1
    return fingerprint if count == 1 else _digest(f"{fingerprint}\0{count}")
