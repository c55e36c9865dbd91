"""A run, told in the form the user asked for: one module a format, imported only when it is asked for.

A format is a module with `render(run, options)`, which yields lines; a line is a tuple of (text, style) pieces.
The same lines go to a plain stream and to a coloured terminal.
"""

from __future__ import annotations

from importlib import import_module

from reportlint.reporters.options import Options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from reportlint.engine.result import Run
    from reportlint.reporters.options import Line

__all__ = ["COLOURLESS", "FORMATS", "Options", "report", "reporter"]

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


def reporter(name: str) -> Callable[[Run, Options], Iterator[Line]]:
    """The `render` function of a format.

    Raises:
        KeyError: for a format that does not exist; `FORMATS` has the names.
    """
    render: Callable[[Run, Options], Iterator[Line]] = import_module(FORMATS[name]).render
    return render


def report(run: Run, name: str, options: Options, stream: TextIO) -> None:
    """Write a run to a text stream in the named format; in colour if the options ask for it.

    Raises:
        KeyError: for a format that does not exist.
    """
    from reportlint.reporters import sink  # a name of a format may be asked for without printing

    lines = reporter(name)(run, options)
    if options.colour and name not in COLOURLESS:
        sink.write_coloured(lines, stream)
    else:
        sink.write_plain(lines, stream)
