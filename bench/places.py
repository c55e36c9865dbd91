"""How many wrong names of the own place the checks find, text by text.

    python bench/places.py [--clean DIR] [--count 200] [--seed N] [--jobs N] [--show-missed] [--show-other]

In each draft of seeds/ and each finished report whose own place is told, one mention of it at a time is replaced by
the name of another place of the same level (see `mutations.place`): any, one with the same parent, or one nearby. It is
found when a new finding of the family place overlaps it, or a related place of one does. Only the checks of this family
are asked. Drafts in which nobody can tell a wrong name get no fault: their errors and warnings are listed, to be looked
at, as are those in the other texts before any fault. The same seed gives the same faults and the same tables.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from unittest.mock import patch

import corpus
import trials
from mutations.place import KINDS, home, inject
from scoring import LOUD, family_of
from trials import TRIES, Outcome, _judge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutations import Mutation
    from reportlint.engine import Diagnostic

ROOT = Path(__file__).resolve().parent.parent
FAMILY, GOAL = "place", 0.9
ONLY_READ = ("004",)
"""Seeds in which no fault is put."""
FORMS = ("full", "bare", "mask")
"""海拉尔区, 海拉尔, and a mask of either."""


@dataclass(frozen=True, slots=True)
class Task:
    """Everything that decides the result of one text, in a form that another process can be given."""

    passage: corpus.Passage
    seed: int
    count: int
    loud: bool = False


@dataclass
class Result:
    """What became of the faults in one text.

    Attributes:
        name: of the text.
        outcomes: by kind of the other place and form of the mention.
        loud: errors and warnings of the family in the text as it is.
    """

    name: str
    outcomes: dict[tuple[str, str], Outcome] = field(default_factory=dict)
    loud: list[str] = field(default_factory=list)


def main() -> int:
    """Print the tables."""
    options = _parser().parse_args()
    folders = dict.fromkeys(f for f in (options.clean, ROOT / "bench" / "drafts" / "clean") if f)
    passages = [p for folder in (ROOT / "seeds", *folders) for p in corpus.clean_passages(folder)]
    tasks = [
        Task(passage, options.seed, 0 if passage.name.startswith(ONLY_READ) else options.count, options.loud)
        for passage in passages
    ]
    with ProcessPoolExecutor(options.jobs, get_context("spawn")) as pool:
        results = list(pool.map(run, tasks))
    _print_texts([result for result in results if result.outcomes])
    _print_groups(results)
    without = [r.name for r in results if not r.outcomes and not r.name.startswith(ONLY_READ)]
    print(f"\nno own place, or too few mentions of it: {', '.join(without)}")
    print("\nerrors and warnings of the family in the texts as they are")
    print("\n".join(f"    {line}" for result in results for line in result.loud) or "    none")
    for title, lines in _listings(results, missed=options.show_missed, other=options.show_other).items():
        print("\n".join(["", title, *(f"    {line}" for line in lines)]))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--clean", type=Path, metavar="DIR", help="finished reports, as .txt files, besides our own")
    parser.add_argument("--count", type=int, default=200, help="faults in each text (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=20261123, help="of the faults made (default: %(default)s)")
    parser.add_argument("--loud", action="store_true", help="count findings of warnings and errors only")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: %(default)s)")
    parser.add_argument("--show-missed", action="store_true", help="list faults that were not found")
    parser.add_argument("--show-other", action="store_true", help="list new findings about something else")
    return parser


def run(task: Task) -> Result:
    """Make the faults of one text, the kinds in turns, and judge each by the checks of the family alone."""
    chosen = tuple(check for check in corpus.checks() if family_of(check[0]) == FAMILY)
    with patch.object(corpus, "checks", lambda: chosen):
        if not task.loud:
            return _run(task)
        every = corpus.findings

        def loud(text: str, path: str = "draft.txt") -> tuple[Diagnostic, ...]:
            return tuple(found for found in every(text, path) if found.severity.label in LOUD)

        with patch.object(corpus, "findings", loud), patch.object(trials, "findings", loud):
            return _run(task)


def _run(task: Task) -> Result:
    passage = task.passage
    result = Result(passage.name)
    for found in corpus.findings(passage.text):
        if found.severity.label in LOUD:
            place = f"{passage.name}:{found.location.start.line}:{found.location.start.column}"
            result.loud.append(f"{place} {found.check} {found.location.text[:40]!r} {found.message.zh}")
    random = Random(f"{task.seed}/{passage.name}")
    made: set[Mutation] = set()
    for turn in range(task.count * TRIES * len(KINDS)):
        if len(made) == task.count:
            break
        kind = KINDS[turn % len(KINDS)]
        mutation = inject(random, passage, kind)
        if mutation and mutation not in made:
            made.add(mutation)
            group = kind, _form(passage, mutation)
            _judge(
                result.outcomes.setdefault(group, Outcome(FAMILY, " ".join(group), GOAL, anywhere=False)),
                passage,
                mutation,
            )
    return result


def _form(passage: corpus.Passage, mutation: Mutation) -> str:
    own = home(passage)
    mentions = own.mentions if own else ()
    mention = next(mention for mention in mentions if mention.start == mutation.edits[0].start)
    return "mask" if mention.masked else "full" if mention.full else "bare"


def _print_texts(results: list[Result]) -> None:
    print(f"{'text':<34}{'found':>7}{'total':>7}{'recall':>8}{'other':>7}  by kind and form")
    for result in results:
        outcomes = result.outcomes
        parts = [
            f"{kind[:4]}/{form} {outcomes[kind, form].found}/{outcomes[kind, form].total}"
            for kind in KINDS
            for form in FORMS
            if (kind, form) in outcomes
        ]
        print(f"{result.name[:24]:<34}{_numbers(outcomes.values())}  {', '.join(parts)}")


def _print_groups(results: list[Result]) -> None:
    print(f"\n{'kind':<12}{'form':<22}{'found':>7}{'total':>7}{'recall':>8}{'other':>7}  other findings")
    groups: list[tuple[str, str, list[Outcome]]] = [
        (
            kind,
            form,
            [outcome for result in results for group, outcome in result.outcomes.items() if group == (kind, form)],
        )
        for kind in KINDS
        for form in FORMS
    ]
    for form in FORMS:
        groups.append(("all", form, [o for _, other, outcomes in groups if other == form for o in outcomes]))
    groups.append(("all", "all", [outcome for result in results for outcome in result.outcomes.values()]))
    for kind, form, outcomes in groups:
        others: Counter[str] = sum((outcome.collateral for outcome in outcomes), Counter())
        most = ", ".join(f"{check} {count}" for check, count in others.most_common(3))
        print(f"{kind:<12}{form:<22}{_numbers(outcomes)}  {most}")


def _numbers(outcomes: Iterable[Outcome]) -> str:
    every = list(outcomes)
    found, total = sum(o.found for o in every), sum(o.total for o in every)
    share = f"{found / total:.3f}" if total else "–"
    return f"{found:>7}{total:>7}{share:>8}{sum(o.collateral.total() for o in every):>7}"


def _listings(results: list[Result], *, missed: bool, other: bool) -> dict[str, list[str]]:
    outcomes = [outcome for result in results for outcome in result.outcomes.values()]
    found = {}
    if missed:
        found["missed"] = [f"{outcome.name}: {line}" for outcome in outcomes for line in outcome.missed]
    if other:
        found["new findings about something else"] = [line for outcome in outcomes for line in outcome.examples]
    return found


if __name__ == "__main__":
    sys.exit(main())
