"""JSON Lines: one object a line, for programs that read while the tool still writes.

The first line is `{"type": "run", …}` with the head of the JSON format; then for each finding
`{"type": "finding", "path": …, …}` with the keys of the JSON format; for whatever could not be checked
`{"type": "failure", "path": … or null, "check": … or null, "error": …}`; the last line is
`{"type": "summary", …}`. Without the last line the report was cut short.
"""

from __future__ import annotations

from reportlint.reporters.json import dump, finding, head, listed, path_text, totals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine.result import Run
    from reportlint.reporters.options import Line, Options


def render(run: Run, options: Options) -> Iterator[Line]:
    """Head, findings and failures file by file, summary."""
    yield ((dump({"type": "run", **head(run)}), ""),)
    for file in run.files:
        path = path_text(file.path)
        for diagnostic in listed(file, options):
            yield ((dump({"type": "finding", "path": path, **finding(diagnostic, options)}), ""),)
        if file.error:
            yield _failure(path, None, file.error.render(options.language))
        for failure in file.failures:
            yield _failure(path, failure.check, failure.error)
    for problem in run.problems:
        yield _failure(None, None, problem.render(options.language))
    yield ((dump({"type": "summary", **totals(run, options)}), ""),)


def _failure(path: str | None, check: str | None, error: str) -> Line:
    return ((dump({"type": "failure", "path": path, "check": check, "error": error}), ""),)
