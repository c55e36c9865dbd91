"""How many wrong relations between numbers the checks find, and how many right ones they flag.

    python bench/relate.py [--right 1000] [--only sum-before] [--show-missed] [--show-flagged]

Samples are made one after another from the shapes of each relation (see `relations`). A wrong one is found when a
finding of the families number and time overlaps its spot, or a related place does. A right one is flagged when there
is any error or warning of these families, wherever it points. The same seed gives the same samples and the same table.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from random import Random
from typing import TYPE_CHECKING

from corpus import findings
from relations import Relation, Sample, Shape, load_relations
from scoring import LOUD, family_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import Diagnostic

LEAST_FOUND = 0.95
MOST_FLAGGED = 0.002
FAMILY = "number"
"""Under which findings of the families number and time count."""
BEFORE, AFTER = 12, 12
"""Characters around the spot in listings."""


@dataclass
class Tally:
    """What became of the samples of one relation.

    Attributes:
        name: of the relation.
        wrong: samples made wrong.
        found: of these, found.
        elsewhere: of those found, by none of the checks that the relation names.
        right: samples made right.
        flagged: of these, flagged.
        others: errors and warnings of other families, by check.
        missed: wrong samples that were not found, with the shape.
        false: flagged ones, with the shape and the check.
    """

    name: str
    wrong: int = 0
    found: int = 0
    elsewhere: int = 0
    right: int = 0
    flagged: int = 0
    others: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Task:
    """Everything that decides the tally of one relation, in a form that another process can be given."""

    name: str
    seed: int
    count: int


def relate(seed: int, right: int, jobs: int, only: str = "") -> Iterator[Tally]:
    """Tallies of all relations, or of those that have `only` for their name or a check.

    Args:
        seed: of the samples.
        right: right samples altogether, shared out over all relations; there are as many wrong ones.
        jobs: processes.
        only: name of a relation, id of a check, or nothing.
    """
    every = load_relations()
    chosen = [relation for relation in every if only in {"", relation.name, *relation.checks}]
    share = max(1, -(-right // max(1, len(every))))
    tasks = [Task(relation.name, seed, share) for relation in chosen]
    if jobs == 1:
        yield from map(run, tasks)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        yield from pool.map(run, tasks)


def samples(relation: Relation, seed: int, count: int, *, right: bool) -> Iterator[tuple[Shape, Sample]]:
    """So many samples of a relation, of its shapes in turn; right ones of the silent shapes too."""
    shapes = (*relation.shapes, *relation.silent) if right else relation.shapes
    for index in range(count):
        shape = shapes[index % len(shapes)]
        yield shape, shape(Random(f"{seed}/{relation.name}/{name_of(shape)}/{index}/{right}"), right)


def name_of(shape: Shape) -> str:
    """What a shape is called in listings."""
    return getattr(shape, "__name__", type(shape).__name__).strip("_")


def run(task: Task) -> Tally:
    """Make the samples of one relation and judge each."""
    relation = next(relation for relation in load_relations() if relation.name == task.name)
    tally = Tally(relation.name)
    for shape, sample in samples(relation, task.seed, task.count, right=False):
        about = [d for d in _judged(sample, tally) if _overlaps(d, sample)]
        tally.wrong += 1
        tally.found += bool(about)
        tally.elsewhere += bool(about) and not any(d.check in relation.checks for d in about)
        if not about:
            tally.missed.append(f"{name_of(shape)}: {_excerpt(sample)}")
    for shape, sample in samples(relation, task.seed, task.count, right=True):
        loud = [d for d in _judged(sample, tally) if d.severity.label in LOUD]
        tally.right += 1
        tally.flagged += bool(loud)
        if loud:
            said = "; ".join(f"{d.check} {d.location.text[:30]!r} {d.message.zh[:60]}" for d in loud)
            tally.false.append(f"{name_of(shape)}: {_excerpt(sample)} <- {said}")
    return tally


def _judged(sample: Sample, tally: Tally) -> list[Diagnostic]:
    """Findings about numbers and time; loud ones about something else are counted."""
    every = findings(sample.text)
    tally.others.update(d.check for d in every if family_of(d.check) != FAMILY and d.severity.label in LOUD)
    return [d for d in every if family_of(d.check) == FAMILY]


def _overlaps(diagnostic: Diagnostic, sample: Sample) -> bool:
    start, end = sample.spot
    spans = [location.span for location in (diagnostic.location, *diagnostic.related)]
    return any(span.start < end and start < max(span.end, span.start + 1) for span in spans)


def _excerpt(sample: Sample) -> str:
    start, end = sample.spot
    words = sample.text[max(0, start - BEFORE) : start], sample.text[start:end], sample.text[end : end + AFTER]
    return "{}[{}]{}".format(*words).replace("\n", "⏎")


def print_table(tallies: Iterator[Tally], *, show_missed: bool = False, show_flagged: bool = False) -> list[str]:
    """Print a line for each relation and for all; gives what is below the goals."""
    print(
        f"{'relation':<22}{'found':>7}{'wrong':>7}{'share':>8}{'by others':>11}{'flagged':>9}{'right':>7}{'share':>9}"
    )
    every = Tally("ALL")
    for tally in tallies:
        _print_row(tally)
        print("".join(f"    missed {line}\n" for line in tally.missed if show_missed), end="")
        print("".join(f"    flagged {line}\n" for line in tally.false if show_flagged), end="", flush=True)
        for name in ("wrong", "found", "elsewhere", "right", "flagged"):
            setattr(every, name, getattr(every, name) + getattr(tally, name))
        every.others.update(tally.others)
    _print_row(every)
    most = ", ".join(f"{check} {count}" for check, count in every.others.most_common(5))
    print(f"errors and warnings of other families: {every.others.total()}  {most}")
    found, flagged = every.found / max(1, every.wrong), every.flagged / max(1, every.right)
    below = [f"{found:.3f} of the wrong relations found < {LEAST_FOUND}"] if found < LEAST_FOUND else []
    return below + (
        [f"{flagged:.4f} of the right relations flagged > {MOST_FLAGGED}"] if flagged > MOST_FLAGGED else []
    )


def _print_row(tally: Tally) -> None:
    found, flagged = tally.found / max(1, tally.wrong), tally.flagged / max(1, tally.right)
    print(
        f"{tally.name:<22}{tally.found:>7}{tally.wrong:>7}{found:>8.3f}{tally.elsewhere:>11}"
        f"{tally.flagged:>9}{tally.right:>7}{flagged:>9.4f}",
        flush=True,
    )


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=20261123, help="of the samples (default: %(default)s)")
    parser.add_argument("--right", type=int, default=2000, help="right samples altogether (default: %(default)s)")
    parser.add_argument("--only", default="", metavar="NAME", help="one relation, or those of one check")
    parser.add_argument("--show-missed", action="store_true", help="list wrong samples that were not found")
    parser.add_argument("--show-flagged", action="store_true", help="list right samples that were flagged")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: %(default)s)")
    options = parser.parse_args()
    tallies = relate(options.seed, options.right, options.jobs, options.only)
    print_table(tallies, show_missed=options.show_missed, show_flagged=options.show_flagged)
    return 0


if __name__ == "__main__":
    sys.exit(main())
