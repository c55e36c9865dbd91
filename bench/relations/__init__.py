"""Sentences in which numbers hang together, right and wrong, made at random.

A module here holds relations, `RELATIONS`, each said in many ways, its shapes; nothing else has to be told about it.
A shape makes a small text in which the relation is right, or is wrong beyond rounding and beyond every other reading.
The language and the arithmetic are of this package alone: it knows nothing of what the checks understand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from random import Random

OPENING, CLOSING = "⟦", "⟧"
"""They enclose the spot in a text given to `marked`."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A small document.

    Attributes:
        text: a sentence or some; with title, headings and several paragraphs where the relation needs them.
        spot: start and end of the stretch in which the relation stands: a finding that overlaps it is about it.
    """

    text: str
    spot: tuple[int, int]

    def __post_init__(self) -> None:
        start, end = self.spot
        if not 0 <= start < end <= len(self.text):
            message = f"spot {self.spot} is not in {self.text!r}"
            raise ValueError(message)


Shape = Callable[[Random, bool], Sample]
"""One way to say a relation: makes a sample, a right one when the second argument is true."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A way in which numbers hang together.

    Attributes:
        name: unique over all modules.
        checks: ids of those that should find wrong samples.
        shapes: ways to say it, each of which may be right or wrong.
        silent: sentences that look like it and are always right, because they leave it open: part of the sum missing,
            masked or vague, or about something else. They are only made right.
    """

    name: str
    checks: tuple[str, ...]
    shapes: tuple[Shape, ...]
    silent: tuple[Shape, ...] = ()


def marked(text: str) -> Sample:
    """The sample of a text in which ⟦ and ⟧ stand around the spot.

    Raises:
        ValueError: when they do not stand there once each, in order.
    """
    before, opening, rest = text.partition(OPENING)
    inside, closing, after = rest.partition(CLOSING)
    if not (opening and closing) or {OPENING, CLOSING} & set(before + inside + after):
        message = f"one {OPENING}spot{CLOSING} expected in {text!r}"
        raise ValueError(message)
    return Sample(before + inside + after, (len(before), len(before) + len(inside)))


def load_relations() -> list[Relation]:
    """The relations of all modules, in the order of their names; modules of helpers have none."""
    modules = sorted(module.name for module in iter_modules(__path__))
    return [relation for name in modules for relation in getattr(import_module(f"{__name__}.{name}"), "RELATIONS", ())]
