"""Writes texts that an expression may match, by going through its alternatives at random."""

from __future__ import annotations

from re import _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random

SAMPLES = "甲a1 ，"
CATEGORIES = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_SPACE": "甲"}


def parse(source: str, flags: int) -> Any:  # noqa: ANN401 - the tree of the standard library has no type
    """The tree of an expression."""
    return _parser.parse(source, flags)


def written(tree: Any, chance: random.Random) -> str:  # noqa: ANN401
    """A text made by one way through the tree; negative looks around it are not heeded, so it may not match."""
    return "".join(_part(str(kind), value, chance) for kind, value in tree)


def _part(kind: str, value: Any, chance: random.Random) -> str:  # noqa: ANN401, PLR0911 - one return for each kind
    match kind:
        case "LITERAL":
            return chr(value)
        case "NOT_LITERAL":
            return next(sample for sample in SAMPLES if ord(sample) != value)
        case "IN":
            return _member(value, chance)
        case "ANY":
            return SAMPLES[0]
        case "BRANCH":
            return written(chance.choice(value[1]), chance)
        case "SUBPATTERN":
            return written(value[3], chance)
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, inner = value
            count = chance.choice([least, least, min(int(most), least + 1)])
            return "".join(written(inner, chance) for _ in range(count))
        case "ASSERT":
            return written(value[1], chance)
        case "AT" | "ASSERT_NOT":
            return ""
        case _:
            raise ValueError(kind)


def _member(items: Any, chance: random.Random) -> str:  # noqa: ANN401
    if str(items[0][0]) == "NEGATE":
        return next(sample for sample in SAMPLES if not any(_holds(item, sample) for item in items[1:]))
    kind, value = chance.choice(items)
    if str(kind) == "LITERAL":
        return chr(value)
    return chr(chance.choice(value)) if str(kind) == "RANGE" else CATEGORIES[str(value)]


def _holds(item: Any, sample: str) -> bool:  # noqa: ANN401
    kind, value = item
    if str(kind) == "LITERAL":
        return bool(ord(sample) == value)
    if str(kind) == "RANGE":
        return bool(value[0] <= ord(sample) <= value[1])
    return {"CATEGORY_DIGIT": sample.isdigit(), "CATEGORY_SPACE": sample.isspace()}.get(str(value), sample.isalnum())
