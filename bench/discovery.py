"""What looking for plugins costs at the start of a run.

    python bench/discovery.py [-n ROUNDS] [--distributions N] [--gate]

Whole runs over one draft are timed in turns: with nothing more installed, with N distributions that are no plugins,
with a plugin among them, and with them but told to look for none. What each adds is the median over the rounds of the
difference to the run with nothing more installed in the same round; ratios are to `python -c pass`, as in speed.py.
Processor time is told too: it wavers less than the clock.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from processes import UNSET, Case, Sample, run

DRAFT = next((Path(__file__).resolve().parent.parent / "seeds").glob("001*.txt"))
MOST = 0.010
"""Seconds that distributions without a plugin may add."""
PLUGIN = """\
from reportlint.api import Check, Meta, Severity, Text


class Silent(Check):
    \"\"\"什么也不报。\"\"\"

    meta = Meta(Text("无"), Severity.INFO)

    def run(self, document):
        yield from ()


def reportlint_checks():
    return {"silent": Silent}
"""


def main() -> int:
    """Print the table; 1 when gated and above the goal."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("-n", type=int, default=31, metavar="ROUNDS", help="default: %(default)s")
    parser.add_argument("--distributions", type=int, default=100, metavar="N", help="default: %(default)s")
    parser.add_argument("--gate", action="store_true", help="exit 1 when the goal is missed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        cases = _cases(Path(name), options.distributions)
        _round(cases)  # compiles bytecode and fills the page cache
        rounds = [_round(cases) for _ in range(options.n)]
    added = _table([case for case, _ in cases], rounds)
    if options.gate:
        print(
            "\nthe goal is met" if added <= MOST else f"\nabove the goal: {added * 1000:.1f} ms > {MOST * 1000:.0f} ms"
        )
    return 1 if options.gate and added > MOST else 0


def _cases(folder: Path, number: int) -> list[tuple[Case, Path]]:
    """What is run, each with a folder of installed distributions."""
    nothing, others, plugin = (folder / name for name in ("nothing", "others", "plugin"))
    nothing.mkdir()
    _install(others, number)
    _install(plugin, number - 1)
    _announce(plugin / "reportlint_silent-1.0.dist-info", "[reportlint]\nsilent = reportlint_silent\n")
    (plugin / "reportlint_silent.py").write_text(PLUGIN, "utf-8")
    command = (str(Path(sys.executable).parent / "reportlint"), "--isolated", str(DRAFT))
    return [
        (Case("python -c pass", (sys.executable, "-c", "pass")), nothing),
        (Case("nothing more installed", command), nothing),
        (Case(f"{number} distributions", command), others),
        (Case("a plugin among them", command), plugin),
        (Case("--without-plugins all", (*command, "--without-plugins", "all")), plugin),
    ]


def _install(folder: Path, number: int) -> None:
    """Distributions that are no plugins; every third has scripts, as is usual."""
    for index in range(number):
        _announce(
            folder / f"library_{index}-1.0.dist-info",
            f"[console_scripts]\nlibrary-{index} = library_{index}:main\n" if index % 3 == 0 else "",
        )
        (folder / f"library_{index}").mkdir()
        (folder / f"library_{index}" / "__init__.py").write_text("")


def _announce(metadata: Path, entry_points: str) -> None:
    metadata.mkdir(parents=True)
    name = metadata.name.partition("-")[0]
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (metadata / "RECORD").write_text(f"{name}/__init__.py,,\n")
    if entry_points:
        (metadata / "entry_points.txt").write_text(entry_points)


def _round(cases: list[tuple[Case, Path]]) -> list[Sample]:
    bare = {name: value for name, value in os.environ.items() if name not in UNSET}
    return [run(case, bare | {"PYTHONPATH": str(folder)}) for case, folder in cases]


def _table(cases: list[Case], rounds: list[list[Sample]]) -> float:
    """Print a row for each case; what distributions without a plugin add, in seconds."""
    print(f"Looking for plugins, medians of {len(rounds)} rounds\n")
    print(
        f"{'case':<26}{'wall ms':>9}{'cpu ms':>9}{'wall ×':>9}{'cpu ×':>9}{'added ms':>10}{'added cpu':>11}{'exit':>6}"
    )
    for index, case in enumerate(cases):
        samples = [row[index] for row in rounds]
        wall = median(row[index].wall / row[0].wall for row in rounds)
        cpu = median(row[index].cpu / row[0].cpu for row in rounds)
        figures = f"{median(s.wall for s in samples) * 1000:>9.1f}{median(s.cpu for s in samples) * 1000:>9.1f}"
        more = (
            f"{_added(rounds, index) * 1000:>10.2f}{_added_cpu(rounds, index) * 1000:>11.2f}" if index > 1 else " " * 21
        )
        print(f"{case.name:<26}{figures}{wall:>9.2f}{cpu:>9.2f}{more}{max(s.code for s in samples):>6}")
    return _added(rounds, 2)


def _added(rounds: list[list[Sample]], index: int) -> float:
    """What a case takes on top of the one with nothing installed, on the clock."""
    return median(row[index].wall - row[1].wall for row in rounds)


def _added_cpu(rounds: list[list[Sample]], index: int) -> float:
    return median(row[index].cpu - row[1].cpu for row in rounds)


if __name__ == "__main__":
    sys.exit(main())
