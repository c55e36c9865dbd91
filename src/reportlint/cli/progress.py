"""A progress bar on standard error; it appears only when there are many files."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.progress import Progress

MANY_FILES = 20
"""From how many files on a progress bar is worth its place."""


class Bar:
    """To be called after each file; rich is imported only when the bar is shown."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._bar: Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        """Show how far the run is; the bar goes away with the last file."""
        if total < MANY_FILES:
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.add_task(self._words, total=total)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done)
        if done == total:
            self._bar.stop()
