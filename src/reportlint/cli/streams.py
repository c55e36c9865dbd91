"""Standard output and standard error that never fail on a character, a closed pipe or a foreign locale."""

from __future__ import annotations

import errno
import io
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, TextIO

    from reportlint.check import Text

GIVEN_UP = 2
"""Exit status of a run that could not do its work."""


class _Closed(io.TextIOWrapper):
    """Stands for a standard stream that was closed before the start: writing to it is an error of the system."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO())

    def write(self, _text: str, /) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))

    def flush(self) -> None:
        """Nothing was written, so nothing is lost."""

    @property
    def buffer(self) -> Any:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def prepare() -> None:
    """Make both streams UTF-8 whatever the locale says; what has no UTF-8 form is shown escaped.

    A stream that is closed is replaced, because Python has None in its place.
    """
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or _Closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def finish(code: int, language: str) -> None:
    """Flush and leave at once: tearing down modules costs 5 ms and does nothing for anyone.

    What cannot be written to the end is a run that did not do its work, unless the reader had enough (`| head`).
    """
    cache = sys.modules.get("reportlint.text.patterncache")
    if cache:
        cache.CACHE.save()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = code or 1
    except (OSError, ValueError) as error:
        if code != GIVEN_UP:
            from reportlint.cli.failures import tell_failure

            tell_failure(error, language, os.environ)
        code = GIVEN_UP
    try:  # noqa: SIM105 - contextlib costs 5 ms at start
        sys.stderr.flush()
    except (OSError, ValueError):
        pass
    os._exit(code)


def complain(text: Text, language: str) -> None:
    """One line on standard error, unless nobody can be told."""
    try:  # noqa: SIM105 - contextlib costs 5 ms at start
        sys.stderr.write(f"reportlint: {text.render(language)}\n")
    except (OSError, ValueError):
        pass


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
