"""Whether listed parts make up their whole, and whether they have to."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.intervals import Interval, interval, printed, total
from reportlint.facts.numerals import ONE
from reportlint.facts.part_cues import EACH
from reportlint.facts.part_lists import PartList, part_lists
from reportlint.facts.part_words import alike, complete_by_name, exclude_each_other
from reportlint.facts.remainders import remainders
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.quantities import Quantity

_OVERLAP = Pattern(r"同时|兼|既|交叉|重复|重叠|双重|不重复|又是", ("同时", "兼", "既", "交叉", "重", "又是"))
_VOTED = Pattern(r"收回|有效|投票|参加表决|表决人")
_NOT_VOTED = Pattern(r"未|无效|废|另")
_DIRECTLY = Pattern(r"^[^，,。；;、：:#]{0,8}[，,：:（(]?(?:[^，。；;]{0,30}其中[^。；;#]{0,40})?分别|[类项种者][建议案件问题]{0,4}#?分别", ("分别",))
_EXACT = frozenset(("分别", "即", "由", "colon", "bracket", "behind", "votes"))
_ROUNDED = "四舍五入"
_PEOPLE = "person"
_HOUSEHOLDS = frozenset(("户", "家"))
_NOTE = 400
_HUNDRED = 100
_LIKELY, _NAMED, _NEAR, _NEARER = 50, 60, 75, 85
_MANY = 3


@fact
def wrong_sums(document: Document) -> tuple[PartList, ...]:
    """Lists whose parts have to make up their whole, and do not in any reading; none of their parts exceeds the whole."""
    wrong = [known for known in part_lists(document) if _is_wrong(known, _ROUNDED in document.text)]
    if not wrong:
        return ()
    left = {rest.span.start for remainder in remainders(document) for rest in remainder.rest}
    return tuple(known for known in wrong if not any(part.span.start in left for part in known.parts))


def exceeds(part: Quantity, whole: Quantity) -> bool:
    """Whether a part is certainly more than the whole."""
    one, other = interval(part), interval(whole)
    return one is not None and other is not None and one.low > other.high


def _is_wrong(known: PartList, rounded: bool) -> bool:
    whole = interval(known.whole)
    parts = [interval(part) for part in known.parts]
    if whole is None or known.rest or len(parts) <= 1 or EACH.search(known.words):
        return False
    bounds = [part for part in parts if part is not None]
    if len(bounds) < len(parts) or any(part.ends for part in (*known.parts, known.whole)):
        return False
    if rounded:
        whole = whole.widened(_slack(known))
    if _fits_somehow(known, whole, bounds):
        return False
    if any(part.low > whole.high for part in bounds) or _OVERLAP.search(known.words):
        return False
    people = known.whole.unit.group == _PEOPLE or known.whole.unit.name in _HOUSEHOLDS
    if not exclude_each_other(known.labels, people=people) and not (people and _states_partition(known)):
        return False
    return _certain(known, whole, total(bounds))


def _certain(known: PartList, whole: Interval, parts: Interval) -> bool:
    """Whether a sum that differs cannot be meant otherwise."""
    percent = parts.high * _HUNDRED // max(whole.low, 1)
    if known.cue in {"分别", "behind"} and not _LIKELY <= percent <= 2 * _HUNDRED:
        return False
    if known.cue == "分别" and not _DIRECTLY.search(known.words) and not _NEARER <= percent <= 2 * _HUNDRED - _NEARER:
        return False
    if known.uneven and not _NEAR <= percent <= 2 * _HUNDRED - _NEAR:
        return False
    if parts.low > whole.high:
        return not known.wholes or known.cue == "behind" or not _is_one_of_several(known)
    if known.open or known.cue == "含" or (known.cue == "votes" and not _all_votes(known)):
        return False
    if known.cue in _EXACT or complete_by_name(known.labels):
        return percent >= _LIKELY
    if len(known.parts) >= _MANY:
        return percent >= (_NAMED if alike(known.labels) else _NEAR)
    return percent >= _NEARER and not known.more


def _states_partition(known: PartList) -> bool:
    """Of persons: whether the sentence itself says that the parts are all."""
    return known.cue in {"分别", "即", "由", "behind"} and not any(map(exclude_names, known.labels))


def exclude_names(label: str) -> bool:
    """Whether a name tells a feature that persons have beside others."""
    return not exclude_each_other((label, "甲乙"), people=True) and bool(label)


def _all_votes(known: PartList) -> bool:
    """Whether every voter must be among those who voted for, against or not at all."""
    return len(known.parts) >= _MANY and bool(_VOTED.search(known.words)) and not _NOT_VOTED.search(known.words)


def _is_one_of_several(known: PartList) -> bool:
    """Whether the whole is itself the last of several amounts: 建议41件、提案29件，其中…"""
    return any(0 < known.whole.span.start - other.span.end <= _NOTE // 10 for other in known.wholes[-1:])


def _fits_somehow(known: PartList, whole: Interval, parts: Sequence[Interval]) -> bool:
    """Whether some reading of the sentence agrees with its numbers."""
    if known.cue == "behind":
        return any(total(parts[first:]).meets(whole) for first in range(len(parts) - 1)) or _is_product(known)
    wholes = [whole, *_others(known)]
    more = [bounds for bounds in map(interval, known.more) if bounds is not None]
    every = [*parts, *more]
    sums = [total(every[:count]) for count in range(2, len(every) + 1)]
    return any(one.meets(other) for one in sums for other in wholes)


def _others(known: PartList) -> list[Interval]:
    """Other wholes: any amount before, and it together with those that follow up to the nearest."""
    before = [bounds for bounds in map(interval, (*known.wholes, known.whole)) if bounds is not None]
    return [*before, *(total(before[first:]) for first in range(len(before)))]


def _is_product(known: PartList) -> bool:
    product = ONE
    for part in known.parts[-2:]:
        product = product * printed(part) // ONE
    return product == printed(known.whole)


def _slack(known: PartList) -> int:
    """What a note on rounding allows more: half of the last printed place of each amount."""
    amounts = (*known.parts, known.whole)
    return sum(one.numeral.place * one.unit.factor // ONE // 2 for one in amounts if one.numeral)
