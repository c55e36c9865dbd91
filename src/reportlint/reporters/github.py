"""Commands of GitHub Actions that show findings beside the changed lines of a pull request.

GitHub shows 10 of a kind for a step, so no more are given: the gravest, and one line about the rest.
"""

from __future__ import annotations

from reportlint.reporters.addresses import by_severity, relative_path
from reportlint.reporters.json import path_text
from reportlint.text.width import showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.diagnostic import Diagnostic
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import FileResult, Run

MOST = 10


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """What could not be checked, then at most `MOST` findings, the gravest first and equals in reading order."""
    for words in _broken(run, options):
        yield ((words, ""),)
    found = [(file, diagnostic) for file in run.files for diagnostic in file.diagnostics if options.lists(diagnostic)]
    ranked = sorted(found, key=lambda entry: -entry[1].severity)
    for file, diagnostic in ranked[:MOST]:
        yield ((_annotation(file, diagnostic, options), ""),)
    left = sum(diagnostic.count for _, diagnostic in ranked[MOST:])
    if left:
        words = options.choose(
            f"另有 {left} 处问题没有在这里列出，请看 reportlint 的完整输出",
            f"{left} more findings are not listed here; see the full output of reportlint",
        )
        yield ((f"::notice title=reportlint::{_data(words)}", ""),)


def _broken(run: Run, options: ReportOptions) -> Iterator[str]:
    for file in run.files:
        path = _property(showable(path_text(relative_path(file.path))))
        if file.error:
            yield f"::error file={path},title=reportlint::{_data(file.error.render(options.language))}"
        for failure in file.failures:
            words = _data(failure.error.render(options.language))
            yield f"::error file={path},title={_property(failure.check)}::{words}"
    for problem in run.problems:
        yield f"::error title=reportlint::{_data(problem.render(options.language))}"


def _annotation(file: FileResult, diagnostic: Diagnostic, options: ReportOptions) -> str:
    kind = by_severity(diagnostic.severity, "error", "warning", "notice")
    start, end = diagnostic.location.start, diagnostic.location.end
    place = f"line={start.line},endLine={end.line}"
    if start.line == end.line:
        # GitHub takes columns of one line only.
        place += f",col={start.column},endColumn={max(start.column, end.column - 1)}"
    path = _property(showable(path_text(relative_path(file.path))))
    where = f"file={path},{place},title={_property(diagnostic.check)}"
    return f"::{kind} {where}::{_data(showable(diagnostic.message.render(options.language)))}"


def _data(words: str) -> str:
    """Words as the runner reads them back (actions/toolkit, command.ts); a lone surrogate becomes ?."""
    words = words.encode("utf-8", "replace").decode("utf-8")
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
