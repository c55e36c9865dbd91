"""The known word a misspelt one was probably meant to be."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

ALIKE = 0.5
"""How much two words must have in common, 0 to 1, for one to be suggested in place of the other."""


def nearest(word: str, known: Collection[str], alike: float = ALIKE) -> str:
    """The known word most like this one, or an empty string."""
    import difflib  # only after a slip

    return next(iter(difflib.get_close_matches(word, list(known), 1, alike)), "")
