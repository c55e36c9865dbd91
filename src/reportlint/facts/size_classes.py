"""Names of parts that tell a size: 5亿元以上, 1亿—5亿元, 1亿元以下; 35岁以下, 36至59岁, 60岁以上."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}
_NUMBER = r"(?<![0-9.])(?P<{0}>[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?)(?P<{0}_scale>[万亿]?)"
_UNIT = r"(?P<unit>元|周?岁|平方米|公顷|亩|吨|公里|千瓦)"
_LOW, _HIGH = _NUMBER.format("low"), _NUMBER.format("high")
_ABOVE = Pattern(rf"{_LOW}{_UNIT}(?:及|\(含\)|（含）|含)?以上的?$", ("以上",))
_BELOW = Pattern(rf"{_HIGH}{_UNIT}(?:及|\(含\)|（含）|含)?以[下内]的?$", ("以下", "以内"))
_BETWEEN = Pattern(
    rf"{_LOW}(?:元|周?岁|平方米|公顷|亩|吨|公里|千瓦)?(?:以上)?[-—–~～－至到、]{{0,2}}{_HIGH}{_UNIT}(?:以[下内])?(?:之间)?的?$"
)
_OPEN_END = float("inf")


def apart(labels: Sequence[str]) -> bool | None:
    """Whether sizes do not overlap; None when the names are not all sizes in one unit."""
    known = _classes(tuple(labels))
    if known is None:
        return None
    return all(one[1] <= other[0] for one, other in pairwise(known))


def all_sizes(labels: Sequence[str]) -> bool:
    """Whether every size is in one of the classes named."""
    known = _classes(tuple(labels))
    if known is None or known[0][0] > 0 or known[-1][1] < _OPEN_END:
        return False
    return all(0 <= other[0] - one[1] <= 1 for one, other in pairwise(known))


@lru_cache(maxsize=256)
def _classes(labels: tuple[str, ...]) -> tuple[tuple[float, float], ...] | None:
    """The bounds of each class, the lowest first."""
    found: list[tuple[float, float]] = []
    units: set[str] = set()
    for label in labels:
        match = _BETWEEN.search(label) or _ABOVE.search(label) or _BELOW.search(label)
        if match is None:
            return None
        units.add(match["unit"][-1])
        found.append(_bounds(match))
    return tuple(sorted(found)) if len(units) == 1 and len(found) > 1 else None


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    known = match.groupdict()
    high_scale = known.get("high_scale") or ""
    # In 1—5亿元 the scale is written once.
    low_scale = known.get("low_scale") or high_scale
    low = float(known["low"]) * _SCALES[low_scale] if known.get("low") else 0.0
    high = float(known["high"]) * _SCALES[high_scale] if known.get("high") else _OPEN_END
    return low, high
