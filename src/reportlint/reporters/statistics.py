"""A table of the checks that found something: how often, how grave, and how much of it can be mended by the tool."""

from __future__ import annotations

from reportlint.check import Safety
from reportlint.reporters.summary import severity_word, summary
from reportlint.text.width import display_width, pad, showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.diagnostic import Diagnostic
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import Run


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """The table, most frequent check first, then the summary; nothing but the summary when nothing was found."""
    by_check: dict[str, list[Diagnostic]] = {}
    for file in run.files:
        for diagnostic in file.diagnostics:
            if options.lists(diagnostic) and diagnostic.suppressed is None:
                by_check.setdefault(diagnostic.check, []).append(diagnostic)
    rows = [_row(check, found, run, options) for check, found in by_check.items()]
    if rows:
        yield from _table(sorted(rows, key=lambda row: (-int(row[0].replace(",", "")), row[3])), options)
        yield ()
    yield from summary(run, options)


def _row(check: str, found: list[Diagnostic], run: Run, options: ReportOptions) -> tuple[str, ...]:
    count = sum(diagnostic.count for diagnostic in found)
    fixable = sum(diagnostic.count for diagnostic in found if diagnostic.fix and diagnostic.fix.safety > Safety.SHOWN)
    gravest = max(diagnostic.severity for diagnostic in found)
    title = showable(run.titles[check].render(options.language)) if check in run.titles else ""
    return f"{count:,}", f"{fixable:,}" if fixable else "", severity_word(gravest, options), check, title, gravest.label


def _table(rows: list[tuple[str, ...]], options: ReportOptions) -> Iterator[Line]:
    head = (
        options.choose("处数", "count"),
        options.choose("可修改", "fixable"),
        options.choose("级别", "severity"),
        options.choose("检查", "check"),
        options.choose("说明", "title"),
        "faint",
    )
    widths = [max(display_width(row[column]) for row in (head, *rows)) for column in range(4)]
    for count, fixable, severity, check, title, style in (head, *rows):
        yield (
            (pad(count, widths[0], right=True) + "  " + pad(fixable, widths[1], right=True) + "  ", ""),
            (pad(severity, widths[2]), style),
            ("  " + pad(check, widths[3]) + "  ", ""),
            (title, ""),
        )
