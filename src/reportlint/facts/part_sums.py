"""Whether listed parts make up their whole, and whether they have to."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.intervals import Interval, interval, printed, total
from reportlint.facts.numerals import ONE
from reportlint.facts.part_cues import EACH
from reportlint.facts.part_lists import part_lists
from reportlint.facts.part_shapes import STOCK, SUMMED
from reportlint.facts.part_words import alike, complete_by_name, exclude_each_other, feature
from reportlint.facts.parts import PartList
from reportlint.facts.remainders import remainders
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.quantities import Quantity

_OVERLAP = Pattern(r"同时|兼|既|交叉|重复|重叠|双重|不重复|又是", ("同时", "兼", "既", "交叉", "重", "又是"))
_VOTED = Pattern(r"收回|有效|投票|参加表决|表决人")
_NOT_VOTED = Pattern(r"未|无效|废|另")
_DIRECTLY = Pattern(
    r"^[^，,。；;、：:#]{0,8}[，,：:（(]?(?:[^，。；;]{0,30}其中[^。；;#]{0,40})?分别|[类项种者][建议案件问题]{0,4}#?分别",
    ("分别",),
)
_REACHED = Pattern(r"分别[增提上][长高升加]|分别达|分别[增升降]至", ("分别",))
_TOTAL = Pattern(r"共|总|累计|合计", ("共", "总", "累计", "合计"))
_EXACT = frozenset(("分别", "即", "由", "colon", "bracket", "behind", "increase", "votes", "even"))
_ROUNDED = "四舍五入"
_PEOPLE = "person"
_HOUSEHOLDS = frozenset(("户", "家"))
_COMMAS = frozenset("，,；;。")
_NOTE = 400
_HUNDRED = 100
_QUARTER, _LIKELY, _NAMED, _LESS, _NEAR, _MOST, _NEARER, _CLOSE = 25, 50, 60, 70, 75, 80, 85, 95
_MANY = 3
_CLAUSE = 2
_CLAUSE_LENGTH = 14
_OWN_WORDS = 3


@fact
def wrong_sums(document: Document) -> tuple[PartList, ...]:
    """Lists whose parts have to make up their whole, and do not in any reading; no part exceeds the whole."""
    rounded = _ROUNDED in document.text
    wrong = [known for known in part_lists(document) if _is_wrong(known, rounded=rounded)]
    if not wrong:
        return ()
    left = {rest.span.start for remainder in remainders(document) for rest in remainder.rest}
    return tuple(known for known in wrong if not any(part.span.start in left for part in known.parts))


def exceeds(part: Quantity, whole: Quantity) -> bool:
    """Whether a part is certainly more than the whole."""
    one, other = interval(part), interval(whole)
    return one is not None and other is not None and one.low > other.high


def _is_wrong(known: PartList, *, rounded: bool) -> bool:
    whole = interval(known.whole)
    bounds = [part for part in map(interval, known.parts) if part is not None]
    unclear = len(bounds) < len(known.parts) or any(one.ends for one in (*known.parts, known.whole))
    if whole is None or unclear or known.rest or len(bounds) <= 1:
        return False
    if rounded:
        whole = whole.widened(_slack(known))
    if _fits_somehow(known, whole, bounds):
        return False
    if _has_greater(known) and not _exceeds_evenly(known):
        return False
    people = known.whole.unit.group == _PEOPLE or known.whole.unit.name in _HOUSEHOLDS
    return _are_apart(known, people=people) and _certain(known, whole, total(bounds), people=people)


def _has_greater(known: PartList) -> bool:
    return any(exceeds(part, known.whole) for part in known.parts)


def _exceeds_evenly(known: PartList) -> bool:
    """Whether the sum is to be reported though a part alone exceeds the whole: nothing else tells of such a part."""
    if known.cue == "分别" and "其中" not in known.words and not _REACHED.search(known.words):
        return known.complete or (len(known.parts) >= _MANY and alike(known.labels))
    if known.cue == "behind" and known.level == 1 and not known.uneven and SUMMED.search(known.before):
        return True
    over = [exceeds(part, known.whole) for part in known.parts]
    if known.cue in {"其中", "中"} and not over[0] and sum(over) > 1:
        return len(known.parts) >= _MANY and alike(known.labels) and not known.uneven
    return known.cue == "increase" or (known.cue in {"behind", "由"} and known.complete)


def _are_apart(known: PartList, *, people: bool) -> bool:
    """Whether nothing is counted in two parts."""
    if EACH.search(known.words) or _OVERLAP.search(known.words):
        return False
    if known.complete or known.cue == "increase":
        return True
    counted = known.whole.unit.kind == "count"
    return exclude_each_other(known.labels, people=people, counted=counted) or (people and _states_partition(known))


def _certain(known: PartList, whole: Interval, parts: Interval, *, people: bool) -> bool:
    """Whether a sum that differs cannot be meant otherwise."""
    if known.complete or (known.cue == "分别" and _has_greater(known) and _exceeds_evenly(known)):
        return parts.high > whole.high or not _may_be_open(known)
    percent = parts.high * _HUNDRED // max(whole.low, 1)
    of_one_kind = alike(known.labels) or any(map(feature, known.labels))
    short = parts.high < whole.low
    if not all(_in_range(percent, limit) for limit in _limits(known, of_one_kind, people=people, short=short)):
        return False
    if short:
        return not _may_be_open(known) and percent >= _least(known, of_one_kind)
    if not known.wholes or known.cue == "behind" or not _is_one_of_several(known):
        return True
    return known.before[:1] in _COMMAS and _fits_best(known, whole, parts)


def _limits(known: PartList, of_one_kind: bool, *, people: bool, short: bool) -> list[int]:
    """How near the sum must be to the whole, in per cent, for every reason to doubt that these are its parts."""
    if known.cue == "increase":
        return [_LIKELY]
    if known.cue == "behind" and not known.uneven and SUMMED.search(known.before):
        return [_QUARTER]
    many = len(known.parts) >= _MANY
    if known.cue == "behind" and STOCK.search(known.before):
        # 总投资 may hold more than what is told of it; two sources alone are hardly all.
        return [_LESS if many or not short else _CLOSE]
    limits = {"behind": _LIKELY, "even": _NEARER, "分别": _room(known)}
    found = [limits[known.cue]] if known.cue in limits else []
    if people and not of_one_kind:
        found.append(_NEAR if many else _NEARER)
    if known.uneven:
        found.append(_NEAR)
    if known.level == _CLAUSE and not (many or of_one_kind or known.cue in _EXACT):
        found.append(_CLOSE if short else _NEARER)
    return found


def _may_be_open(known: PartList) -> bool:
    """Whether parts may be missing on purpose."""
    vague = any(one.approximation for one in (known.whole, *known.parts)) and known.cue not in _EXACT
    return known.open or vague or known.cue == "含" or (known.cue == "votes" and not _all_votes(known))


def _least(known: PartList, of_one_kind: bool) -> int:
    """What the parts must come to at least, in per cent, so that none was left out on purpose."""
    if known.cue in _EXACT or complete_by_name(known.labels):
        return _LIKELY
    even = of_one_kind or len(set(map(len, known.labels))) == 1
    if len(known.parts) >= _MANY:
        money = known.whole.unit.kind.startswith("money")
        return _MOST if money else _LIKELY if even else _NAMED
    if known.wholes or known.more:
        return _HUNDRED
    if known.whole.unit.kind != "count" or known.level == _CLAUSE:
        return _NEARER
    return _LESS if even else _NEAR


def _in_range(percent: int, low: int) -> bool:
    """Whether a sum is so near to its whole, from below or above by the same proportion."""
    return low <= percent <= _HUNDRED * _HUNDRED // low


def _room(known: PartList) -> int:
    """How near the sum must be to the whole, in per cent, when 分别 alone makes parts of the amounts."""
    if _DIRECTLY.search(known.words):
        return _LIKELY
    names = known.labels
    own = not all(names) or len(names[-1]) > min(map(len, names)) + _OWN_WORDS
    if len(names) < _MANY and not _TOTAL.search(known.before[-_CLAUSE_LENGTH:]):
        return _CLOSE
    return _NEARER if own or len(names) < _MANY else _NAMED


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


def _fits_best(known: PartList, whole: Interval, parts: Interval) -> bool:
    """Whether the sum comes by far nearest to the whole alone: 会议5次，组织活动9次，其中4次、3次、3次."""
    away = parts.low - whole.high
    return all(abs(parts.low - other.low) >= _MANY * away for other in _others(known) if other.low != whole.low)


def _fits_somehow(known: PartList, whole: Interval, parts: Sequence[Interval]) -> bool:
    """Whether some reading of the sentence agrees with its numbers."""
    if known.cue == "increase":
        return total(parts).meets(whole)
    if known.cue == "behind":
        starts = range(len(parts) - 1) if known.wholes else (0,)
        return any(total(parts[first:]).meets(whole) for first in starts) or _is_product(known)
    wholes = [whole, *_others(known)]
    more = [bounds for bounds in map(interval, known.more) if bounds is not None]
    every = [*parts, *more]
    # An even list of things named in one manner has no other end than its last.
    least = len(parts) if (alike(known.labels) or known.complete) and not known.uneven else 2
    sums = [total(every[:count]) for count in range(least, len(every) + 1)]
    return any(one.meets(other) for one in sums for other in wholes)


def _others(known: PartList) -> list[Interval]:
    """Other wholes: any amount before, and it together with those that follow up to the nearest."""
    before = [bounds for bounds in map(interval, (*known.wholes, known.whole)) if bounds is not None]
    return [*before, *(total(before[first:]) for first in range(len(before)))]


def _is_product(known: PartList) -> bool:
    first, *others = (printed(part) for part in known.parts)
    return len(others) == 1 and first * others[0] // ONE == printed(known.whole)


def _slack(known: PartList) -> int:
    """What a note on rounding allows more: half of the last printed place of each amount."""
    amounts = (*known.parts, known.whole)
    return sum(one.numeral.place * one.unit.factor // ONE // 2 for one in amounts if one.numeral)
