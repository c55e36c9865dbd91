"""Units and classifiers: what is measured or counted, and how much of it one is."""

from __future__ import annotations

import os
from functools import cache

from reportlint.facts.numerals import ONE
from reportlint.text.frozen import frozen

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "units.tsv")
_COLUMNS = 5
_MULTIPLES = (("万亿", 10**12), ("百万", 10**6), ("千万", 10**7), ("百亿", 10**10), ("万", 10**4), ("亿", 10**8))


@frozen
class Unit:
    """A unit of measure or a classifier.

    Attributes:
        name: as printed.
        kind: its class: money, area, length, mass, ratio, points, times, duration, count…
        factor: worth of one in the base unit of the class, in millionths.
        exact: whether the factor is not rounded.
        group: classifiers of one group are used for the same things; empty for most units.
        unless: characters that make another word of it when they follow.
    """

    name: str
    kind: str
    factor: int
    exact: bool = True
    group: str = ""
    unless: str = ""


def unit_at(text: str, start: int) -> Unit | None:
    """The longest unit that begins at an offset and is no beginning of another word (名 of 名单), or None."""
    for unit in _by_first().get(text[start : start + 1], ()):
        if text.startswith(unit.name, start):
            following = text[start + len(unit.name) : start + len(unit.name) + 1]
            return None if following and following in unit.unless else unit
    return None


def unit_named(name: str) -> Unit | None:
    """A unit by its whole name, also with a multiple in front (万元, 亿立方米), or None."""
    found = _bare(name)
    if found:
        return found
    for prefix, factor in _MULTIPLES:
        base = _bare(name[len(prefix) :]) if name.startswith(prefix) else None
        if base:
            return Unit(name, base.kind, base.factor * factor, base.exact, base.group)
    return None


def compatible(one: Unit, other: Unit) -> bool:
    """Whether amounts in two units can be added: units of one class, or the same or kindred classifiers."""
    if one.kind != other.kind:
        return False
    return one.kind != "count" or one.name == other.name or (one.group != "" and one.group == other.group)


def _bare(name: str) -> Unit | None:
    return next((unit for unit in _by_first().get(name[:1], ()) if unit.name == name), None)


@cache
def first_characters() -> str:
    """Every character a unit begins with."""
    return "".join(_by_first())


@cache
def _by_first() -> dict[str, tuple[Unit, ...]]:
    """Units by their first character, the longest first."""
    known: dict[str, list[Unit]] = {}
    with open(_DATA, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#") and line.strip():
                unit = _unit(line.rstrip("\n").split("\t"))
                known.setdefault(unit.name[0], []).append(unit)
    return {first: tuple(sorted(units, key=lambda unit: -len(unit.name))) for first, units in known.items()}


def _unit(row: list[str]) -> Unit:
    name, kind, factor, group, unless = (*row, *[""] * (_COLUMNS - len(row)))
    whole, _, fraction = factor.removeprefix("~").partition(".")
    worth = int(whole) * ONE + int(fraction.ljust(6, "0"))
    return Unit(name, kind, worth, not factor.startswith("~"), group, unless)
