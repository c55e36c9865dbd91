"""What is left in two units at once: 12户31人，已消除风险7户18人，尚有5户13人.

That the numbers in the one unit balance shows what the whole is and what is taken from it in the other.
"""

from __future__ import annotations

from reportlint.facts.intervals import interval
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.amount_rows import Amount

_LEFT = Pattern(
    r"(?:其余|剩余|剩下|余下|[尚仅还只]余|[还尚仅只]剩|[还尚仍现]有|现存|未[^，,；;。、]{1,8}?)(?:的|为|是|有)?[^，,；;。、：:]{0,8}$",
    ("其余", "剩", "余", "有", "现存", "未"),
)
_GROWN = Pattern(r"新增|新纳入|新识别|新收|增加|返贫|转入|调入|平均|每|各")
_MOST_TAKEN = 3


def paired(amounts: Sequence[Amount], at: int) -> tuple[Amount, list[Amount]] | None:
    """The whole and what is taken from it, when the amount at an index is left over beside one in another unit."""
    second = not amounts[at].before and at > 0
    begin = at - 1 if second else at
    rest = _pair(amounts, begin)
    if rest is None or not _LEFT.search(rest[0].before):
        return None
    taken: list[tuple[Amount, Amount]] = []
    for start in range(begin - 2, max(-1, begin - 2 * _MOST_TAKEN - 3), -2):
        pair = _pair(amounts, start)
        if pair is None or not _in_same_units(pair, rest) or _GROWN.search(pair[0].before):
            return None
        if taken and _balances(pair, taken, rest, 0 if second else 1):
            column = 1 if second else 0
            return pair[column], [one[column] for one in taken]
        if "，" not in pair[0].before and "、" not in pair[0].before:
            return None
        taken.insert(0, pair)
    return None


def _pair(amounts: Sequence[Amount], begin: int) -> tuple[Amount, Amount] | None:
    """Two amounts right behind one another."""
    if not 0 <= begin < len(amounts) - 1:
        return None
    one, other = amounts[begin], amounts[begin + 1]
    return (one, other) if one.before and not other.before else None


def _in_same_units(pair: tuple[Amount, Amount], rest: tuple[Amount, Amount]) -> bool:
    return all(one.quantity.unit == other.quantity.unit for one, other in zip(pair, rest, strict=True))


def _balances(
    whole: tuple[Amount, Amount], taken: Sequence[tuple[Amount, Amount]], rest: tuple[Amount, Amount], column: int
) -> bool:
    """Whether the exact numbers in one unit agree."""
    every = [pair[column].quantity for pair in (whole, *taken, rest)]
    bounds = [interval(one) for one in every]
    known = [one.low for one in bounds if one is not None and one.low == one.high]
    return len(known) == len(every) and known[0] == sum(known[1:])
