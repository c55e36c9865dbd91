"""A run, told in the form the user asked for: one module a format, imported only when it is asked for.

A format is a module with `render(run, options)`, which yields lines; a line is a tuple of (text, style) pieces.
The same lines go to a plain stream and to a coloured terminal.
"""

from __future__ import annotations

from importlib import import_module

from reportlint.check import Text, UserError
from reportlint.reporting import ReportOptions
from reportlint.trouble import Broken, attempt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

    from reportlint.limits import Limits
    from reportlint.reporting import Line, Reporter
    from reportlint.result import Run

__all__ = ["COLOURLESS", "FORMATS", "ReportOptions", "ReporterError", "render_added", "reporter", "write"]

FORMATS = {
    "full": "reportlint.reporters.full",
    "concise": "reportlint.reporters.concise",
    "json": "reportlint.reporters.json",
    "jsonl": "reportlint.reporters.jsonl",
    "statistics": "reportlint.reporters.statistics",
}
"""Name of a format to its module."""

COLOURLESS = frozenset({"json", "jsonl"})
"""Formats for programs: nothing is ever added to their words."""


class ReporterError(UserError):
    """An output format of a plugin that broke; `text` says how, in both languages."""


def reporter(name: str) -> Callable[[Run, ReportOptions], Iterator[Line]]:
    """The `render` function of a format.

    Raises:
        KeyError: for a format that does not exist; `FORMATS` has the names.
    """
    render: Callable[[Run, ReportOptions], Iterator[Line]] = import_module(FORMATS[name]).render
    return render


def render_added(added: tuple[Reporter, str], run: Run, options: ReportOptions, limits: Limits) -> list[Line]:
    """The lines of an output format that a plugin brings, all of them before the first is written.

    Raises:
        ReporterError: when it breaks, takes too long, or gives something that is no line.
    """
    reporter, label = added
    lines = attempt(lambda: [_line(line) for line in reporter.render(run, options)], limits, label)
    if isinstance(lines, Broken):
        zh, en = (
            f"输出格式 {reporter.name} 出错（插件 {label}）",
            f"format {reporter.name} failed (plugin {label})",
        )
        raise ReporterError(Text(f"{zh}：{lines.why.zh}", f"{en}: {lines.why.en or lines.why.zh}"))
    return lines


def _line(given: object) -> Line:
    if type(given) is str:
        return ((given, ""),)
    pieces = tuple((text, style) for text, style in given)  # type: ignore[attr-defined] # what is no line says so itself
    if not all(type(words) is str for piece in pieces for words in piece):
        message = "a line holds something else than words"
        raise TypeError(message)
    return pieces


def write(lines: Iterable[Line], stream: TextIO, *, coloured: bool) -> None:
    """Write lines to a text stream, in colour or without."""
    from reportlint.reporters import sink  # a name of a format may be asked for without printing

    if coloured:
        sink.write_coloured(lines, stream)
    else:
        sink.write_plain(lines, stream)
