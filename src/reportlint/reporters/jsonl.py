"""JSON Lines: one object a line, for programs that read while the tool still writes.

The first line is `{"type": "run", …}` with the head of the JSON format; then for each finding
`{"type": "finding", "path": …, …}` with the keys of the JSON format; for whatever could not be checked
`{"type": "failure", "path": … or null, "check": … or null, "error": …}`, with `"plugin"` if a check of one broke; the
last line is `{"type": "summary", …}`. Without the last line the report was cut short.
"""

from __future__ import annotations

from reportlint.reporters.json import dump, failed, finding, head, listed, path_text, totals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import Run


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """Head, findings and failures file by file, summary."""
    yield _line({"type": "run", **head(run)})
    for file in run.files:
        path = path_text(file.path)
        for diagnostic in listed(file, options):
            yield _line({"type": "finding", "path": path, **finding(diagnostic, options, file.document)})
        if file.error:
            yield _line({"type": "failure", "path": path, "check": None, "error": file.error.render(options.language)})
        for failure in file.failures:
            yield _line({"type": "failure", "path": path, **failed(failure, options)})
    for problem in run.problems:
        yield _line({"type": "failure", "path": None, "check": None, "error": problem.render(options.language)})
    yield _line({"type": "summary", **totals(run, options)})


def _line(value: dict[str, Any]) -> Line:
    return ((dump(value), ""),)
