"""Times of whole processes, measured in turns so that a slow minute of the machine is slow for all."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import termios
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UNSET = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH", "NO_COLOR", "FORCE_COLOR", "COLUMNS")
"""Variables that would change what is measured."""
COLUMNS, ROWS = 100, 40


@dataclass(frozen=True, slots=True)
class Case:
    """A command to time.

    Attributes:
        name: for the table.
        command: program and arguments.
        terminal: whether it runs on a pseudo-terminal; else its output goes to a pipe.
        folder: where it runs, or None for here.
        most: goal, as a multiple of the first case's wall time; None when there is none.
    """

    name: str
    command: tuple[str, ...]
    terminal: bool = False
    folder: Path | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: seconds on the clock, seconds of processor time (children included), exit code, bytes of output."""

    wall: float
    cpu: float
    code: int
    output: int


@dataclass(frozen=True, slots=True)
class Result:
    """Medians of one case; ratios are medians of the ratios within one round."""

    case: Case
    wall: float
    cpu: float
    wall_ratio: float
    cpu_ratio: float
    code: int
    output: int


def measure(cases: Sequence[Case], rounds: int) -> list[Result]:
    """Run all cases in turns, `rounds` times; the first is what the others are compared with.

    One round before is not counted: it compiles bytecode and fills the page cache.
    """
    environment = {name: value for name, value in os.environ.items() if name not in UNSET} | {"TERM": "xterm-256color"}
    for case in cases:
        run(case, environment)
    samples = [[run(case, environment) for case in cases] for _ in range(rounds)]
    return [
        Result(
            case,
            median(row[index].wall for row in samples),
            median(row[index].cpu for row in samples),
            median(row[index].wall / row[0].wall for row in samples),
            median(row[index].cpu / row[0].cpu for row in samples),
            max(row[index].code for row in samples),
            samples[-1][index].output,
        )
        for index, case in enumerate(cases)
    ]


def run(case: Case, environment: Mapping[str, str]) -> Sample:
    """Run one case once."""
    read_end, write_end = _terminal() if case.terminal else os.pipe()
    begin = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - the commands are this program's own
        case.command,
        stdin=write_end if case.terminal else subprocess.DEVNULL,
        stdout=write_end,
        stderr=write_end,
        env=environment,
        cwd=case.folder,
        start_new_session=case.terminal,
    )
    os.close(write_end)
    output = _drain(read_end)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    os.close(read_end)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Sample(wall, usage.ru_utime + usage.ru_stime, process.returncode, output)


def _terminal() -> tuple[int, int]:
    """Both ends of a pseudo-terminal of a usual size."""
    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    return outer, inner


def _drain(descriptor: int) -> int:
    """Read all output; its length."""
    length = 0
    while True:
        try:
            part = os.read(descriptor, 1 << 16)
        except OSError:  # a terminal whose last user has gone
            return length
        if not part:
            return length
        length += len(part)
