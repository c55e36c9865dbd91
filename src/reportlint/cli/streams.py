"""Standard output and standard error that never fail on a character, a closed pipe or a foreign locale."""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

    from reportlint.check import Text


def prepare() -> None:
    """Make both streams UTF-8 whatever the locale says; what has no UTF-8 form is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def finish(code: int) -> None:
    """Flush and leave at once: tearing down modules costs 5 ms and does nothing for anyone."""
    cache = sys.modules.get("reportlint.text.patterncache")
    if cache:
        cache.CACHE.save()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        code = code or 1
    os._exit(code)


def complain(text: Text, language: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"reportlint: {text.render(language)}\n")


def wants_colour(choice: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to colour a stream: as chosen, else on a terminal that is not dumb, unless NO_COLOR is set."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


def width_of(stream: TextIO, environment: Mapping[str, str]) -> int:
    """Columns of a terminal; 100 where there is none."""
    columns = environment.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return max(40, int(columns))
    try:
        return max(40, os.get_terminal_size(stream.fileno()).columns)
    except (OSError, ValueError):
        return 100
