"""How long reportlint takes, as multiples of what the interpreter itself takes to start.

    python bench/speed.py [-n ROUNDS] [--command COMMAND] [--gate]

Clocks differ between machines and minutes, so quote the ratios. Whole processes are timed in turns (A B C A B C …);
each ratio is the median over the rounds of the time divided by that of `python -c pass` in the same round, with the
interpreter that runs this script. The first round is not counted: it compiles the bytecode and warms the page cache.
PYTHONDONTWRITEBYTECODE has to be unset while bytecode is compiled: it is taken out of the environment of what is
measured, as are PYTHONUNBUFFERED, PYTHONPATH, NO_COLOR, FORCE_COLOR and COLUMNS.

Inside one process follow (in processor time): time for each draft, growth with length, and hostile texts.
"""

from __future__ import annotations

import argparse
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

from corpus import checks, load
from inside import HOSTILE, HOSTILE_LENGTH, SIZES, Growth, added, families, growth, hostile, seconds
from processes import Case, Result, measure
from wordfile import write_docx

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
ONE = next(seed for seed in SEEDS if seed.name.startswith("001"))
MOST_ONE, MOST_FIVE, MOST_TERMINAL, MOST_WORD = 6.0, 8.0, 15.0, 12.0
SLOW = 0.3
"""Seconds over which one check on a hostile text is marked."""
FIGURES = frozenset({"number", "time"})
"""Families whose cost on top of the others is shown."""
TABLES = ["processes", "drafts", "growth", "hostile"]


def main() -> int:
    """Print the tables; 1 when gated and above a goal."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("-n", type=int, default=15, metavar="ROUNDS", help="of each process (default: %(default)s)")
    parser.add_argument(
        "--command", default=str(Path(sys.executable).parent / "reportlint"), help="default: %(default)s"
    )
    parser.add_argument("--gate", action="store_true", help="exit 1 when a goal is missed")
    parser.add_argument("--tables", nargs="+", choices=TABLES, default=TABLES)
    options = parser.parse_args()
    command = tuple(shlex.split(options.command))
    if "processes" in options.tables and not (command and shutil.which(command[0])):
        parser.error(f"no such command: {options.command}")
    failures: list[str] = []
    if "processes" in options.tables:
        with tempfile.TemporaryDirectory() as folder:
            failures = _processes(measure(_cases(command, Path(folder)), options.n), options.n)
    seconds(load(ONE), checks(), 3)  # compiles what is compiled when first needed
    if "drafts" in options.tables:
        _drafts()
    if "growth" in options.tables:
        _growth("distinct paragraphs", growth(load(ONE), verbatim=False))
        _growth("the same text over and over", growth(load(ONE), verbatim=True))
    if "hostile" in options.tables:
        _hostile()
    if options.gate:
        print(
            "\n".join(["", *(f"above the goal: {failure}" for failure in failures)]) if failures else "\nall goals met"
        )
    return 1 if options.gate and failures else 0


def _cases(command: tuple[str, ...], folder: Path) -> list[Case]:
    """What is run; drafts in other shapes are written into `folder`."""
    configured = folder / "configured"
    configured.mkdir()
    (configured / "reportlint.toml").write_text('ignore = ["residue"]\n', "utf-8")
    (configured / "draft.txt").write_bytes(ONE.read_bytes())
    markdown = folder / "draft.md"
    markdown.write_text(f"# {load(ONE)}".replace("\n", "\n\n"), "utf-8")
    word = folder / "draft.docx"
    write_docx(word, load(ONE))
    one, five = (*command, str(ONE)), (*command, *map(str, SEEDS))
    return [
        Case("python -c pass", (sys.executable, "-c", "pass")),
        Case("one draft", one, most=MOST_ONE),
        Case("five drafts", five, most=MOST_FIVE),
        Case("one draft, JSON", (*command, "--output-format", "json", str(ONE))),
        Case("one draft, Markdown", (*command, str(markdown))),
        Case("one draft, Word", (*command, str(word)), most=MOST_WORD),
        Case("one draft, HTML", (*command, "--output-format", "html", str(ONE))),
        Case("one draft, configured", (*command, "draft.txt"), folder=configured),
        Case("one draft, terminal", one, terminal=True, most=MOST_TERMINAL),
        Case("five drafts, terminal", five, terminal=True),
        Case("--version", (*command, "--version")),
        Case("--help", (*command, "--help")),
    ]


def _processes(results: list[Result], rounds: int) -> list[str]:
    print(f"Whole processes, medians of {rounds} rounds\n")
    print(f"{'case':<24}{'wall ms':>9}{'cpu ms':>9}{'wall ×':>9}{'cpu ×':>9}{'goal':>7}{'exit':>6}{'output':>9}")
    failures = []
    for result in results:
        case = result.case
        goal = f"{case.most:.0f}" if case.most else ""
        print(
            f"{case.name:<24}{result.wall * 1000:>9.1f}{result.cpu * 1000:>9.1f}{result.wall_ratio:>9.2f}"
            f"{result.cpu_ratio:>9.2f}{goal:>7}{result.code:>6}{result.output:>9}"
        )
        if result.code not in {0, 1}:
            failures.append(f"{case.name} exits {result.code}")
        if case.most and result.wall_ratio > case.most:
            failures.append(f"{case.name} takes {result.wall_ratio:.2f} × > {case.most:.0f} ×")
    return failures


def _drafts() -> None:
    """Time of each family for each seed, everything imported and compiled."""
    groups = {"(reading)": [], **families(), "ALL": list(checks())}
    print(f"\nInside one process, milliseconds a draft ({len(checks())} checks)\n")
    print(f"{'draft':<8}{'chars':>8}" + "".join(f"{name:>13}" for name in groups))
    for seed in SEEDS:
        text = load(seed)
        row = "".join(f"{seconds(text, group, 15) * 1000:>13.2f}" for group in groups.values())
        print(f"{seed.stem[:3]:<8}{len(text):>8}{row}")
    print("a family pays for the facts it uses; all checks together share them")
    share = added([load(seed) for seed in SEEDS], FIGURES, 15)
    print(f"{' and '.join(sorted(FIGURES))} on top of all other checks: {share:+.0%}")


def _growth(title: str, rows: list[Growth]) -> None:
    print(f"\nGrowth with length, {title}: milliseconds for {ONE.stem[:3]} × {', '.join(map(str, SIZES))}\n")
    print(f"{'family':<14}" + "".join(f"{f'× {size}':>11}" for size in SIZES) + f"{'exponent':>10}")
    for row in rows:
        print(f"{row.family:<14}" + "".join(f"{taken * 1000:>11.2f}" for taken in row.seconds) + f"{row.slope:>10.2f}")


def _hostile() -> None:
    print(f"\nHostile texts of {HOSTILE_LENGTH:,} characters, milliseconds\n")
    print(f"{'text':<16}{'all':>10}{'slowest':>10}  check")
    for unit in HOSTILE:
        taken, check, slowest = hostile(unit)
        print(f"{unit!r:<16}{taken * 1000:>10.1f}{slowest * 1000:>10.1f}  {check}{'  SLOW' if slowest > SLOW else ''}")


if __name__ == "__main__":
    sys.exit(main())
