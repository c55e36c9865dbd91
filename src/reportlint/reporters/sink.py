"""Lines to a stream, many at a time."""

from __future__ import annotations

from itertools import islice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from reportlint.reporting import Line

BATCH = 500
"""Lines to one write: enough that writing costs nothing, few enough that 10,000 drafts need no memory."""

STYLES = {
    "path": "bold",
    "error": "bold red",
    "warning": "yellow",
    "info": "cyan",
    "faint": "dim",
    "clean": "green",
}
"""Name of a style to what it looks like; only the sixteen colours every terminal has."""


def write_plain(lines: Iterable[Line], stream: TextIO) -> None:
    """Write the words alone."""
    stream.writelines("".join("".join(text for text, _ in line) + "\n" for line in batch) for batch in _batches(lines))


def write_coloured(lines: Iterable[Line], stream: TextIO) -> None:
    """Write words and styles, as they stand: nothing is wrapped, cut, highlighted or read as mark-up.

    That colours are wanted is decided already, so neither the kind of stream nor the environment is asked again.
    """
    from rich.console import Console  # 60 ms that only a coloured report is worth
    from rich.text import Text

    console = Console(file=stream, force_terminal=True, color_system="standard", no_color=False)
    for batch in _batches(lines):
        pieces = [(text, STYLES.get(style, "")) for line in batch for text, style in (*line, ("\n", ""))]
        console.print(
            Text.assemble(*pieces, end=""), soft_wrap=True, highlight=False, markup=False, emoji=False, end=""
        )


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    remaining = iter(lines)
    while batch := list(islice(remaining, BATCH)):
        yield batch
