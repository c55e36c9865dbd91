"""Words on either side of a mask that tell what it stands for, by list."""

from __future__ import annotations

import os
from functools import cache

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "mask_words.tsv")


def words(name: str) -> tuple[str, ...]:
    """A list of the data file `mask_words.tsv`, which says what each is for.

    Raises:
        KeyError: when there is no such list.
    """
    return _lists()[name]


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    with open(_DATA, encoding="utf-8") as file:
        for line in file:
            name, tab, row = line.partition("\t")
            if tab and not name.startswith("#"):
                lists[name] = (*lists.get(name, ()), *row.split())
    return lists
