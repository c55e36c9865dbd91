"""Faults put into sound texts on purpose.

A module here is a family of checks: `mutations/number.py` makes faults that a check of the family `number` must find.
It lists them in `GENERATORS`; nothing else has to be told about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from corpus import Passage

NEIGHBOURS = 2
"""Where characters were taken out, a finding at most this far from the gap is about it."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `start` up to `end` of the sound text by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mutation:
    """A fault, as edits of the sound text.

    Attributes:
        edits: in order, not overlapping.
        quote: what was done, for listings.
    """

    edits: tuple[Edit, ...]
    quote: str

    def __post_init__(self) -> None:
        if any(left.end > right.start for left, right in pairwise(self.edits)):
            message = f"edits overlap or are out of order: {self.edits}"
            raise ValueError(message)

    def apply(self, text: str) -> str:
        """The text with the fault in it."""
        parts, position = [], 0
        for edit in self.edits:
            parts += [text[position : edit.start], edit.text]
            position = edit.end
        return "".join([*parts, text[position:]])

    def moved(self, offset: int, *, end: bool = False) -> int:
        """Where an offset of the sound text stands in the faulty one.

        One inside an edit goes to its start, or as the end of a stretch to its end.
        """
        shift = 0
        for edit in self.edits:
            if offset < edit.start or (end and offset == edit.start):
                break
            if offset < edit.end:
                return edit.start + shift + (len(edit.text) if end else 0)
            shift += len(edit.text) - (edit.end - edit.start)
        return offset + shift

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Stretches of the faulty text where the fault stands; at a gap, its neighbourhood."""
        found, shift = [], 0
        for edit in self.edits:
            start = edit.start + shift
            end = start + len(edit.text)
            found.append((start, end) if edit.text else (max(0, start - NEIGHBOURS), end + NEIGHBOURS))
            shift += len(edit.text) - (edit.end - edit.start)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Generator:
    """A kind of fault.

    Attributes:
        name: unique over all families.
        make: puts one into a text; None when it finds no place for it.
        goal: share that has to be found.
        anywhere: the fault is that something is not there, so a finding of the family counts wherever it points.
    """

    name: str
    make: Callable[[Random, Passage], Mutation | None]
    goal: float = 0.9
    anywhere: bool = False


def load_generators() -> dict[str, list[Generator]]:
    """All generators by family."""
    families = sorted(module.name for module in iter_modules(__path__))
    return {family: list(import_module(f"{__name__}.{family}").GENERATORS) for family in families}
