"""All places of some words in a text."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def find_all(text: str, words: str) -> Iterator[int]:
    """Offsets of all places where some words stand, none overlapping the one before; no words stand nowhere."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))
