"""Puts faults into sound texts one by one and looks what the checks say that they did not say before."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from random import Random
from typing import TYPE_CHECKING

from corpus import Passage, findings
from mutations import Mutation, load_generators
from scoring import family_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from reportlint.engine import Diagnostic

TRIES = 6
"""How often a text may refuse, or give a fault already made, for each fault wanted."""


@dataclass
class Outcome:
    """What became of all faults of one generator.

    Attributes:
        family: of checks that should find them.
        name: of the generator.
        goal: share that has to be found.
        anywhere: a finding of the family counts wherever it points.
        total: faults made.
        found: of these, found.
        missed: where, and what was done.
        collateral: new findings about something else, by check.
        examples: some of them.
    """

    family: str
    name: str
    goal: float
    anywhere: bool
    total: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)
    collateral: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the faults that was found."""
        return self.found / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Task:
    """Everything that decides the outcome of one generator, in a form that another process can be given."""

    family: str
    name: str
    passages: tuple[Passage, ...]
    seed: int
    count: int


def run_all(passages: list[Passage], seed: int, count: int, jobs: int, only: str = "") -> Iterator[Outcome]:
    """Outcomes of all generators, or of those whose family or name is `only`, in order; the same seed, the same."""
    tasks = [
        Task(family, generator.name, tuple(passages), seed, count)
        for family, generators in load_generators().items()
        for generator in generators
        if only in {"", family, generator.name}
    ]
    if jobs == 1:
        yield from map(run, tasks)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        yield from pool.map(run, tasks)


def run(task: Task) -> Outcome:
    """Make the faults of one generator and judge each."""
    generator = next(g for g in load_generators()[task.family] if g.name == task.name)
    outcome = Outcome(task.family, generator.name, generator.goal, generator.anywhere)
    random = Random(f"{task.seed}/{task.name}")
    seen: set[tuple[str, Mutation]] = set()
    for _ in range(task.count * TRIES):
        if len(seen) == task.count or not task.passages:
            break
        passage = random.choices(task.passages, [len(p.text) for p in task.passages])[0]
        mutation = generator.make(random, passage)
        if mutation is None or (passage.name, mutation) in seen:
            continue
        seen.add((passage.name, mutation))
        _judge(outcome, passage, mutation)
    return outcome


@cache
def _before(passage: Passage) -> tuple[Diagnostic, ...]:
    return findings(passage.text)


def _judge(outcome: Outcome, passage: Passage, mutation: Mutation) -> None:
    """Count one fault as found or missed, and what else is new."""
    text = mutation.apply(passage.text)
    untouched = [old for old in _before(passage) if not _is_edited(old, mutation)]
    known = {identity for old in untouched for identity in _identities(old, mutation)}
    new = [d for d in findings(text) if not all(identity in known for identity in _identities(d))]
    about = [d for d in new if _is_about(d, mutation, outcome)]
    expected = [d for d in about if family_of(d.check) == outcome.family]
    outcome.total += 1
    outcome.found += bool(expected)
    if not expected:
        line, column = passage.line_column(mutation.edits[0].start)
        outcome.missed.append(f"{passage.name}:{line}:{column} {_one_line(mutation.quote)}")
    for other in new:
        if other not in about:
            outcome.collateral[other.check] += 1
            outcome.examples.append(
                f"{other.check} {other.location.text[:40]!r} after {_one_line(mutation.quote)[:50]!r}"
            )


def _is_edited(diagnostic: Diagnostic, mutation: Mutation) -> bool:
    """Whether the words of a finding are replaced: what is found there afterwards is another finding."""
    span = diagnostic.location.span
    return diagnostic.scope == "span" and any(
        edit.start < span.end and span.start < edit.end for edit in mutation.edits
    )


def _is_about(diagnostic: Diagnostic, mutation: Mutation, outcome: Outcome) -> bool:
    """Whether a new finding overlaps the fault, or is of its family where the fault is that something is missing."""
    if outcome.anywhere and family_of(diagnostic.check) == outcome.family:
        return True
    return any(
        span.start < end and start < max(span.end, span.start + 1)
        for span in [location.span for location in (diagnostic.location, *diagnostic.related)]
        for start, end in mutation.places
    )


def _identities(diagnostic: Diagnostic, mutation: Mutation | None = None) -> list[Hashable]:
    """What makes a finding the same before and after: its check and each of its places, moved along with the edits.

    The finding's own place is told from related ones. What is missing from a text is known by its words, as it may be
    told at another place after any edit.
    """
    if diagnostic.scope == "document":
        return [(diagnostic.check, diagnostic.message.zh)]
    spans = [location.span for location in (diagnostic.location, *diagnostic.related)]
    return [
        (diagnostic.check, index > 0, mutation.moved(span.start), mutation.moved(span.end, end=True))
        if mutation
        else (diagnostic.check, index > 0, span.start, span.end)
        for index, span in enumerate(spans)
    ]


def _one_line(text: str) -> str:
    return text.replace("\n", "⏎")
