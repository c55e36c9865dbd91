"""JUnit's XML, for servers that show test results: a suite a draft, a failed case a check that found something."""

from __future__ import annotations

from reportlint.reporters.summary import severity_word
from reportlint.text import Pattern
from reportlint.text.width import showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.diagnostic import Diagnostic
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import FileResult, Run

_ILLEGAL = Pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no document of XML 1.0 may hold (2.2)."""


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """The document, line by line; a draft without findings is a suite with one case that passes."""
    suites = [(file, _cases(file, options)) for file in run.files]
    failed = sum(kind == "failure" for _, cases in suites for _, kind, _ in cases)
    broken = sum(kind == "error" for _, cases in suites for _, kind, _ in cases) + len(run.problems)
    total = sum(len(cases) for _, cases in suites) + len(run.problems)
    yield (('<?xml version="1.0" encoding="UTF-8"?>', ""),)
    yield ((f'<testsuites name="reportlint" tests="{total}" failures="{failed}" errors="{broken}">', ""),)
    for file, cases in suites:
        yield from _suite(file.path, cases)
    if run.problems:
        yield from _suite(
            "reportlint",
            [("reportlint", "error", showable(problem.render(options.language))) for problem in run.problems],
        )
    yield (("</testsuites>", ""),)


def _cases(file: FileResult, options: ReportOptions) -> list[tuple[str, str, str]]:
    """Name, kind ("failure", "error", or nothing) and words of each case."""
    if file.error:
        return [(options.choose("读取", "read"), "error", showable(file.error.render(options.language)))]
    by_check: dict[str, list[Diagnostic]] = {}
    for diagnostic in file.diagnostics:
        if options.lists(diagnostic):
            by_check.setdefault(diagnostic.check, []).append(diagnostic)
    cases = [
        (check, "failure", "\n".join(_words(diagnostic, options) for diagnostic in found))
        for check, found in by_check.items()
    ]
    cases += [(failure.check, "error", showable(failure.error.render(options.language))) for failure in file.failures]
    return cases or [(options.choose("没有问题", "nothing found"), "", "")]


def _words(diagnostic: Diagnostic, options: ReportOptions) -> str:
    place, word = diagnostic.location.start, severity_word(diagnostic.severity, options)
    return f"{place.line}:{place.column} {word} {showable(diagnostic.message.render(options.language))}"


def _suite(path: str, cases: list[tuple[str, str, str]]) -> Iterator[Line]:
    name = _escaped(showable(path))
    failures = sum(kind == "failure" for _, kind, _ in cases)
    errors = sum(kind == "error" for _, kind, _ in cases)
    yield ((f'<testsuite name="{name}" tests="{len(cases)}" failures="{failures}" errors="{errors}">', ""),)
    for case, kind, words in cases:
        head = f'<testcase classname="{name}" name="{_escaped(case)}"'
        if not kind:
            yield ((f"{head}/>", ""),)
            continue
        first = _escaped(words.partition("\n")[0])
        yield ((f'{head}><{kind} message="{first}">{_escaped(words)}</{kind}></testcase>', ""),)
    yield (("</testsuite>", ""),)


def _escaped(words: str) -> str:
    legal = _ILLEGAL.sub("\ufffd", words)
    return legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
