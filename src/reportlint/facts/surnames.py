"""How likely characters are a name: surnames and the characters of given names, by their share among people."""

from __future__ import annotations

import os
from functools import cache

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "person_names.tsv")
_RARE = -14.0
"""Natural logarithm of the share of a character that is hardly ever in a given name."""
_ONE, _TWO = -1.9, -0.2
"""Natural logarithm of the share of names with one given character, and with two."""
_SIMPLE, _COMPOUND = 1, 2


def name_likelihood(name: str) -> tuple[int, float]:
    """Length of the surname, and natural logarithm of how likely somebody is called so; (0, 0.0) when nobody is.

    Compound surnames come before simple ones: 欧阳修 is no 欧.
    """
    surnames, given_names = _shares("surname"), _shares("given")
    for length in (_COMPOUND, _SIMPLE):
        surname, given = name[:length], name[length:]
        if surname in surnames and 1 <= len(given) <= 2:  # noqa: PLR2004 - given names have one character or two
            likelihood = surnames[surname] + (_ONE if len(given) == 1 else _TWO)
            return length, likelihood + sum(given_names.get(character, _RARE) for character in given)
    return 0, 0.0


def begins_name(characters: str) -> bool:
    """Whether any of some characters is a surname, or the first character of one: a quick look before a closer one."""
    return not _first_characters().isdisjoint(characters)


def surname_share(surname: str) -> float:
    """Natural logarithm of the share of people with a surname, in rough steps.

    Raises:
        KeyError: when there is no such surname.
    """
    return _shares("surname")[surname]


def is_listed(name: str) -> bool:
    """Whether this is a place or a word that only looks like a name, by the lists of the data file."""
    return name in _shares("place") or name in _shares("word")


def _shares(name: str) -> dict[str, float]:
    return _lists()[name]


@cache
def _first_characters() -> frozenset[str]:
    return frozenset(surname[0] for surname in _shares("surname"))


@cache
def _lists() -> dict[str, dict[str, float]]:
    """Natural logarithms of shares, by list and by surname, character or word."""
    lists: dict[str, dict[str, float]] = {"surname": {}, "given": {}, "place": {}, "word": {}}
    with open(_DATA, encoding="utf-8") as file:
        for line in file:
            name, tab, row = line.rstrip("\n").partition("\t")
            if tab and not name.startswith("#"):
                share, _, words = row.partition("\t")
                lists[name].update(dict.fromkeys(words if name == "given" else words.split(), float(share or 0)))
    return lists
