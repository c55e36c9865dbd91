"""What a run found, in one output format: as lines, or as the bytes of a file."""

from __future__ import annotations

import os
import sys

from reportlint.cli.streams import wants_colour, width_of
from reportlint.reporters import COLOURLESS, COMPLETE, ReportOptions, as_document, render_added, reporter
from reportlint.run.load import limits_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.config import Settings
    from reportlint.host import Catalogue
    from reportlint.reporting import Line
    from reportlint.result import Run


def wishes(name: str, settings: Settings, catalogue: Catalogue, *, to_file: bool) -> ReportOptions:
    """What the user wishes of a report in one format; in a file there are no colours."""
    added = catalogue.reporters.get(name)
    for_programs = added[0].for_programs if added else name in COLOURLESS
    return ReportOptions(
        language="en" if settings.language == "en" else "zh",
        minimum=settings.least(for_programs=added[0].for_programs if added else name in COMPLETE),
        show_suppressed=bool(settings["show-suppressed"]),
        max_per_check=int(settings["max-per-check"]),
        colour=not to_file and not for_programs and wants_colour(str(settings["color"]), sys.stdout, os.environ),
        width=width_of(sys.stdout, os.environ),
        quiet=bool(settings["quiet"]),
    )


def lines_of(name: str, run: Run, wanted: ReportOptions, settings: Settings, catalogue: Catalogue) -> Iterable[Line]:
    """The lines of a report.

    Raises:
        ReporterError: when the output format is a plugin's, and broke.
    """
    added = catalogue.reporters.get(name)
    return render_added(added, run, wanted, limits_of(settings)) if added else reporter(name)(run, wanted)


def bytes_of(name: str, path: str, run: Run, settings: Settings, catalogue: Catalogue) -> bytes:
    """The whole content of a file.

    Raises:
        ReporterError: when the output format is a plugin's, and broke.
    """
    wanted = wishes(name, settings, catalogue, to_file=True)
    module = as_document(name, path)
    if module:
        whole: bytes = module.render_bytes(run, wanted)
        return whole
    lines = lines_of(name, run, wanted, settings, catalogue)
    return "".join("".join(text for text, _ in line) + "\n" for line in lines).encode("utf-8", "backslashreplace")
