"""What is known of characters and words that stand twice in a row."""

from __future__ import annotations

import os
from functools import lru_cache


@lru_cache(maxsize=1)
def roles() -> dict[str, frozenset[str]]:
    """Entries of the data file `reduplication.tsv` by role; the file says what each role means."""
    package = os.path.dirname(os.path.dirname(__file__))
    with open(os.path.join(package, "data", "reduplication.tsv"), encoding="utf-8") as file:
        rows = [row.rstrip("\n").split("\t") for row in file if not row.startswith("#")]
    found: dict[str, set[str]] = {}
    for role, entries in rows:
        found.setdefault(role, set()).update(entries.split(" "))
    return {role: frozenset(entries) for role, entries in found.items()}
