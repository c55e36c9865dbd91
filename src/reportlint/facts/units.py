"""Units and classifiers: what is measured or counted, and how much of it one is."""

from __future__ import annotations

import os
from functools import cache

from reportlint.facts.numerals import ONE
from reportlint.text.frozen import frozen

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "units.tsv")
_COLUMNS = 5
_FALLS = ("下降", "下滑", "下跌", "降低", "降到", "降至", "降幅")
"""Verbs behind a unit, where 名下 and 起降 are no words: 由787名下降到120名."""
_OF_SIZE = ("规上", "规下", "规模")
"""Of enterprises behind 家, where 家规 is no word: 69家规上企业."""
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
    known = _units()
    for length in _lengths().get(text[start : start + 1], ()):
        unit = known.get(text[start : start + length])
        if unit is not None and len(unit.name) == length:
            following = text[start + length : start + length + 1]
            if following and following in unit.unless and not text.startswith((*_FALLS, *_OF_SIZE), start + length):
                return None
            return unit
    return None


def unit_named(name: str) -> Unit | None:
    """A unit by its whole name, also with a multiple in front (万元, 亿立方米), or None."""
    found = _units().get(name)
    if found:
        return found
    for prefix, factor in _MULTIPLES:
        base = _units().get(name[len(prefix) :]) if name.startswith(prefix) else None
        if base:
            return Unit(name, base.kind, base.factor * factor, base.exact, base.group)
    return None


def compatible(one: Unit, other: Unit) -> bool:
    """Whether amounts in two units can be added: units of one class, or the same or kindred classifiers."""
    if one.kind != other.kind:
        return False
    return one.kind != "count" or one.name == other.name or (one.group != "" and one.group == other.group)


def every_unit() -> tuple[Unit, ...]:
    """All units of the table, in its order."""
    return tuple(_units().values())


@cache
def first_characters() -> str:
    """Every character a unit begins with."""
    return "".join(_lengths())


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """By first character the lengths of the units that begin with it, the longest first."""
    known: dict[str, set[int]] = {}
    for name in _units():
        known.setdefault(name[0], set()).add(len(name))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in known.items()}


@cache
def _units() -> dict[str, Unit]:
    with open(_DATA, encoding="utf-8") as file:
        units = [_unit(line.rstrip("\n").split("\t")) for line in file if line.strip() and not line.startswith("#")]
    return {unit.name: unit for unit in units}


def _unit(row: list[str]) -> Unit:
    name, kind, factor, group, unless = (*row, *[""] * (_COLUMNS - len(row)))
    whole, _, fraction = factor.removeprefix("~").partition(".")
    worth = int(whole) * ONE + int(fraction.ljust(6, "0"))
    return Unit(name, kind, worth, not factor.startswith("~"), group, unless)
