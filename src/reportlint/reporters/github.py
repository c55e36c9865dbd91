"""Commands of GitHub Actions that show findings beside the changed lines of a pull request.

GitHub shows the first 10 of a kind (error, warning, notice) of a step and drops the others without a word. So no more
than 10 are given: what could not be checked, then the gravest findings; and one line about the rest.
"""

from __future__ import annotations

from reportlint.check import Severity
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
    """At most `MOST`: what could not be checked, then findings, the gravest first and equals in reading order."""
    broken = list(_broken(run, options))
    if len(broken) > MOST:
        told = MOST - 1
        broken[told:] = [_error("title=reportlint", _more_broken(len(broken) - told, options))]
    for command in broken:
        yield ((command, ""),)
    found = [(file, diagnostic) for file in run.files for diagnostic in file.diagnostics if options.lists(diagnostic)]
    ranked = sorted(found, key=lambda entry: -entry[1].severity)
    room = MOST - len(broken)
    if len(ranked) > room == MOST and ranked[0][1].severity == Severity.INFO:
        room -= 1  # all are notices, and so is the line about the rest
    for file, diagnostic in ranked[:room]:
        yield ((_annotation(file, diagnostic, options), ""),)
    left = sum(diagnostic.count for _, diagnostic in ranked[room:])
    if left:
        words = options.choose(
            f"另有 {left} 处问题没有列在这里；要看全部，请用 -f concise，或加 --output html=report.html",
            f"{left} more findings are not listed here; for all of them use -f concise or --output html=report.html",
        )
        yield ((f"::notice title=reportlint::{_data(words)}", ""),)


def _broken(run: Run, options: ReportOptions) -> Iterator[str]:
    for problem in run.problems:
        yield _error("title=reportlint", problem.render(options.language))
    for file in run.files:
        path = _path(file)
        if file.error:
            yield _error(f"file={path},title=reportlint", file.error.render(options.language))
        for failure in file.failures:
            yield _error(f"file={path},title={_property(failure.check)}", failure.error.render(options.language))


def _error(properties: str, words: str) -> str:
    return f"::error {properties}::{_data(showable(words))}"


def _more_broken(count: int, options: ReportOptions) -> str:
    return options.choose(
        f"另有 {count} 处故障没有列在这里（读不了的文件、出错的检查），请看运行日志",
        f"{count} more failures (unreadable files, broken checks) are not listed here; see the log of this step",
    )


def _path(file: FileResult) -> str:
    return _property(showable(path_text(relative_path(file.path))))


def _annotation(file: FileResult, diagnostic: Diagnostic, options: ReportOptions) -> str:
    kind = by_severity(diagnostic.severity, "error", "warning", "notice")
    start, end = diagnostic.location.start, diagnostic.location.end
    place = f"line={start.line},endLine={end.line}"
    if start.line == end.line:
        # GitHub takes columns of one line only.
        place += f",col={start.column},endColumn={max(start.column, end.column - 1)}"
    where = f"file={_path(file)},{place},title={_property(diagnostic.check)}"
    return f"::{kind} {where}::{_data(showable(diagnostic.message.render(options.language)))}"


def _data(words: str) -> str:
    """Words as the runner reads them back (actions/toolkit, command.ts); a lone surrogate becomes ?."""
    words = words.encode("utf-8", "replace").decode("utf-8")
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
