"""What a user may wish of any report, and the output formats that plugins add."""

from __future__ import annotations

from reportlint.check import Severity
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Literal

    from reportlint.diagnostic import Diagnostic
    from reportlint.result import Run

    Piece = tuple[str, str]
    """Some words and the name of their style ("path", "error", "warning", "info", "faint", "clean", or nothing)."""

    Line = tuple[Piece, ...]
    """What a reporter yields: one line of output without its end."""


@frozen
class ReportOptions:
    """How to report.

    Attributes:
        language: of everything written for people, messages in JSON included.
        minimum: findings below this severity are left out, and only counted where a summary is for people.
        show_suppressed: whether the formats for people list suppressed findings too; JSON always holds them.
        max_per_check: how many findings of one check the formats for people list per file; 0: all.
        colour: whether to print styles; then rich is imported.
        width: of the terminal in columns.
        quiet: no summary, unless something could not be checked.
    """

    language: Literal["zh", "en"] = "zh"
    minimum: Severity = Severity.WARNING
    show_suppressed: bool = False
    max_per_check: int = 20
    colour: bool = False
    width: int = 100
    quiet: bool = False

    def lists(self, diagnostic: Diagnostic) -> bool:
        """Whether the formats for people list a finding."""
        return diagnostic.severity >= self.minimum and (diagnostic.suppressed is None or self.show_suppressed)

    def choose(self, zh: str, en: str) -> str:
        """The words in the user's language."""
        return en if self.language == "en" else zh


@frozen
class Reporter:
    """An output format that a plugin adds.

    Attributes:
        name: as the option `--output-format` takes it, in ASCII.
        render: of a run and the user's wishes, the lines of output without their ends; a line is a string, or a tuple
            of (words, style) pieces.
        for_programs: whether nothing may be added to its words: no colour, and findings of severity info by default.
    """

    name: str
    render: Callable[[Run, ReportOptions], Iterable[str | Line]]
    for_programs: bool = False
