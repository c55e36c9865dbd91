"""Rates in a row with their parts and wholes: 县、镇分别收到248件、249件，办结191件、224件，办结率分别为77%、90%."""

from __future__ import annotations

from reportlint.facts.intervals import printed
from reportlint.facts.portion_words import EARLIER, HIDDEN_WHOLE, NO_SHARES, NOT_NOW, PARTS
from reportlint.facts.units import compatible
from reportlint.facts.wholes import usable, words_left
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.quantities import Quantity

    Rows = tuple[Quantity, Quantity, Quantity]
    """A rate, its part and its whole."""

_NAME = Pattern(
    r"[，,；;](?P<prefix>[\u4e00-\u9fff]{0,6}?)(?P<stem>[\u4e00-\u9fff]{2})[率度]分别(?:为|达到?了?|是|约为|约)?$",
    ("分别",),
)
_JOINTS = frozenset(("、", "和", "，", ",", "及", "与"))
_NOT_YET = ("应", "未", "需", "待", "不", "没", "正在")
_LEFT = 20
_FAR = 160
_MOST = 6


def in_rows(text: str, known: Sequence[Quantity], index: int) -> list[Rows]:
    """Rates with their parts and wholes, in order; empty when the rate at an index does not begin such a row."""
    rate = known[index]
    name = _NAME.search(text[max(0, rate.span.start - _LEFT) : rate.span.start])
    if not name or name["stem"] in NO_SHARES or name["stem"] in HIDDEN_WHOLE:
        return []
    if "率" in name["prefix"] or NOT_NOW.search(name["prefix"]):
        return []
    rates = _rates(text, known, index)
    count = len(rates)
    before = known[index - 2 * count : index] if count > 1 and index >= 2 * count else ()
    if not before or rate.span.start - before[0].span.start > _FAR:
        return []
    if before[0].sentence.start != rate.sentence.start or not all(_now(text, amount) for amount in before):
        return []
    pairs = _pairs(text, before, PARTS.get(name["stem"], (name["stem"],)))
    if all(compatible(part.unit, whole.unit) and printed(whole) >= printed(part) for part, whole in pairs):
        return [(given, *pair) for given, pair in zip(rates, pairs, strict=False)]
    return []


def _rates(text: str, known: Sequence[Quantity], index: int) -> list[Quantity]:
    rates = [known[index]]
    for other in known[index + 1 : index + _MOST]:
        if other.unit.kind != "ratio" or text[rates[-1].span.end : other.span.start] not in _JOINTS:
            break
        rates.append(other)
    return rates


def _pairs(text: str, before: Sequence[Quantity], names: tuple[str, ...]) -> list[tuple[Quantity, Quantity]]:
    """Parts with their wholes, whether they stand in turn or in two rows; empty when they do neither."""
    if all(_is_part(text, amount, names) == bool(place % 2) for place, amount in enumerate(before)):
        return list(zip(before[1::2], before[::2], strict=True))
    half = len(before) // 2
    wholes, parts = before[:half], before[half:]
    if not (_joined(text, wholes) and _joined(text, parts) and _is_part(text, parts[0], names)):
        return []
    return [] if _is_part(text, wholes[0], names) else list(zip(parts, wholes, strict=True))


def _now(text: str, amount: Quantity) -> bool:
    return usable(amount) and not amount.change and not EARLIER.search(words_left(text, amount))


def _is_part(text: str, amount: Quantity, names: tuple[str, ...]) -> bool:
    left = words_left(text, amount)
    return any(name in left and not left[: left.rfind(name)].endswith(_NOT_YET) for name in names)


def _joined(text: str, row: Sequence[Quantity]) -> bool:
    return all(text[row[place].span.end : row[place + 1].span.start] in _JOINTS for place in range(len(row) - 1))
