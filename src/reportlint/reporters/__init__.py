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
    from types import ModuleType
    from typing import TextIO

    from reportlint.limits import Limits
    from reportlint.reporting import Line, Reporter
    from reportlint.result import Run

__all__ = [
    "COLOURLESS",
    "COMPLETE",
    "DOCUMENTS",
    "FORMATS",
    "QUOTING",
    "ReportOptions",
    "ReporterError",
    "as_document",
    "render_added",
    "reporter",
    "write",
]

FORMATS = {
    "full": "reportlint.reporters.full",
    "concise": "reportlint.reporters.concise",
    "json": "reportlint.reporters.json",
    "jsonl": "reportlint.reporters.jsonl",
    "statistics": "reportlint.reporters.statistics",
    "html": "reportlint.reporters.html",
    "markdown": "reportlint.reporters.markdown",
    "sarif": "reportlint.reporters.sarif",
    "junit": "reportlint.reporters.junit",
    "github": "reportlint.reporters.github",
    "gitlab": "reportlint.reporters.gitlab",
    "rdjson": "reportlint.reporters.rdjson",
    "fillin": "reportlint.reporters.fillin",
}
"""Name of a format to its module."""

COLOURLESS = frozenset(FORMATS) - {"full", "concise", "statistics"}
"""Formats for programs and for files: nothing is ever added to their words."""

COMPLETE = frozenset({"json", "jsonl", "sarif", "html"})
"""Formats whose readers filter for themselves: they hold findings of severity info unless the user says otherwise."""

QUOTING = frozenset({"html", "fillin"})
"""Formats that show the draft itself, and so are none for reports that must not quote it."""

DOCUMENTS = {"fillin": ".docx"}
"""Formats that can also be a document of a word processor, where the file has this suffix.

Their modules have `render_bytes(run, options) -> bytes`, and `unavailable() -> Text | None`: why no document can be
written on this machine.
"""


class ReporterError(UserError):
    """An output format of a plugin that broke; `text` says how, in both languages."""


def reporter(name: str) -> Callable[[Run, ReportOptions], Iterator[Line]]:
    """The `render` function of a format.

    Raises:
        KeyError: for a format that does not exist; `FORMATS` has the names.
    """
    render: Callable[[Run, ReportOptions], Iterator[Line]] = import_module(FORMATS[name]).render
    return render


def as_document(name: str, path: str) -> ModuleType | None:
    """The module that writes a format as a document, where the name of the file asks for one; else None."""
    suffix = DOCUMENTS.get(name)
    return import_module(FORMATS[name]) if suffix and path.lower().endswith(suffix) else None


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
