"""Parts of a whole with the rate between them: 29件中已解决25件，解决率为83.5%; 共79人，其中女性25人，占31.6%."""

from __future__ import annotations

from bisect import bisect_left

from reportlint.document import Document, fact
from reportlint.facts.arithmetic import decimal
from reportlint.facts.change_sums import plain
from reportlint.facts.intervals import Interval, interval, printed, share
from reportlint.facts.masks import masks
from reportlint.facts.numerals import ONE, parse_digits
from reportlint.facts.portion_rows import in_rows
from reportlint.facts.portion_words import (
    DECIDED,
    DUE,
    EARLIER,
    HIDDEN_WHOLE,
    IDLE,
    NO_SHARES,
    NOT_NOW,
    PARTS,
    PLANNED,
    RATE_OF,
    SHARE_OF,
)
from reportlint.facts.quantities import Quantity, quantities
from reportlint.facts.units import compatible
from reportlint.facts.wholes import Surroundings, usable, words_left, words_right
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_LEFT = 48
_NEAR = 24
_FOLLOWING = 10
_TAIL = 5
_RESPECTIVELY = ("分别", "分别为", "分别达", "分别达到", "分别是", "分别约", "分别约为")
_BRACKET = 60
_MOST_RATES = 8
_JOINTS = frozenset(("、", "和", "，", "及", "与"))
_FRACTION = Pattern(r"[（(]\s?(\d{1,9})\s?[/／]\s?(\d{1,9})\s?[)）]", ("/", "／"))
_STATED = Pattern(
    r"[\u4e00-\u9fff]{0,6}?[，,（(]?[\u4e00-\u9fff]{0,2}?占(?:了)?[^，,。；;：:（(\d]{0,14}[（(]?", ("占",)
)
_SIGNS = frozenset("-－−负")


@frozen
class WrongPortion:
    """A rate that is not what its part and its whole come to.

    Attributes:
        rate: the rate.
        operands: part and whole as printed.
        words: the sum with its result.
    """

    rate: Quantity
    operands: tuple[Span, ...]
    words: str


@fact
def wrong_portions(document: Document) -> tuple[WrongPortion, ...]:
    """Rates that fit none of the readings, of which one is natural, in reading order."""
    known = quantities(document)
    text = document.text
    hidden = [mask.span.start for mask in masks(document)]
    found: list[WrongPortion] = []
    for index, rate in enumerate(known):
        if rate.unit.kind != "ratio" or rate.numeral is None or rate.ends or interval(rate) is None:
            continue
        if text[rate.number.start - 1 : rate.number.start] in _SIGNS:
            continue
        if text[rate.span.end : rate.span.end + 1] in {"（", "("}:
            fraction = _fraction(text, rate) or _bracket(text, known, index)
            if fraction:
                found.append(fraction)
                continue
        left = text[max(0, rate.span.start - _LEFT) : rate.span.start]
        if (
            index
            and not rate.change
            and ("占" in left or "率" in left[-_TAIL:] or "度" in left[-_TAIL:] or "分别" in left[-_TAIL:])
        ):
            rows = in_rows(text, known, index) if left.endswith(_RESPECTIVELY) else []
            found += (wrong for row in rows if (wrong := _compare(row[0], row[1], [], row[2])))
            if rows:
                continue
            reading = _Reading(text, known, index)
            at = bisect_left(hidden, reading.start)
            if at == len(hidden) or hidden[at] >= rate.span.start:
                found += reading.wrong()
    return tuple(found)


def _fraction(text: str, rate: Quantity) -> WrongPortion | None:
    """92.7%（38/41）."""
    match = _FRACTION.match(text, rate.span.end)
    part, whole = (parse_digits(match[1]), parse_digits(match[2])) if match else (None, None)
    said = interval(rate)
    if match is None or part is None or not whole or said is None or part > whole:
        return None
    real = share(Interval(part, part), Interval(whole, whole))
    if real is None or real.meets(said):
        return None
    words = f"{part} ÷ {whole} = {decimal(part * 100 * ONE // whole, 1)}%"
    return WrongPortion(rate, (Span(*match.span(1)), Span(*match.span(2))), words)


def _bracket(text: str, known: Sequence[Quantity], index: int) -> WrongPortion | None:
    """办结率92.7%（收到41件、办结38件）: exactly two amounts in the brackets, one of them of the name of the rate."""
    rate = known[index]
    ends = [text.find(mark, rate.span.end, rate.span.end + _BRACKET) for mark in ")）"]
    stop = max(ends) if min(ends) < 0 else min(ends)
    inside = [quantity for quantity in known[index + 1 : index + 4] if quantity.span.end <= stop]
    match = RATE_OF.search(text[max(0, rate.span.start - _NEAR) : rate.span.start])
    if len(inside) != 2 or not match or NOT_NOW.search(match["prefix"]):  # noqa: PLR2004 - part and whole
        return None
    names = PARTS.get(match["stem"], (match["stem"],))
    parts = [quantity for quantity in inside if any(name in words_left(text, quantity) for name in names)]
    if len(parts) != 1 or not all(usable(quantity) for quantity in inside):
        return None
    whole = inside[0] if inside[1] is parts[0] else inside[1]
    if not compatible(parts[0].unit, whole.unit) or printed(whole) < printed(parts[0]):
        return None
    return _compare(rate, parts[0], [whole], whole)


class _Reading(Surroundings):
    """Looks for the part and the whole of one rate."""

    __slots__ = ()

    def wrong(self) -> list[WrongPortion]:
        """What is wrong about the rate: nothing, one finding, or one for each of 分别占p%、q%."""
        last = self.known[self.index - 1]
        words = self.text[max(last.span.end, self.start, self.rate.span.start - _LEFT) : self.rate.span.start]
        if words in {"的", "的约"}:
            found = self._stated()
            return [found] if found else []
        share_of = SHARE_OF.search(words) if "占" in words else None
        if share_of:
            if share_of["verb"] != "占" or "分别" in words:
                return self._several(share_of["base"] or "")
            found = self._share(words, share_of["subject"], share_of["base"] or "", share_of.start("subject"))
        else:
            tail = words[max(words.rfind(mark) for mark in "，,、；;（(）)") + 1 :]
            rate_of = RATE_OF.search(tail)
            found = self._named(rate_of["prefix"], rate_of["stem"]) if rate_of and rate_of.start() == 0 else None
        return [found] if found else []

    def _stated(self) -> WrongPortion | None:
        """完成1.26亿元，占年度计划1.5亿元的84%: the whole stands between 占 and 的."""
        if self.index < 2:  # noqa: PLR2004 - part and whole
            return None
        part, whole = self.known[self.index - 2], self.known[self.index - 1]
        words = self.text[part.span.end : whole.span.start]
        if part.span.start < self.start or not _STATED.fullmatch(words) or not self.may_hold(whole, part):
            return None
        return _compare(self.rate, part, [], whole) if usable(part) and not part.change else None

    def _share(self, words: str, subject: str, base: str, at: int) -> WrongPortion | None:
        part = self.known[self.index - 1]
        if not usable(part) or part.change or part.span.end < self.start:
            return None
        if (at and not IDLE.fullmatch(subject)) or (not at and len(subject) > 8):  # noqa: PLR2004 - a noun of the part
            return None
        if NOT_NOW.search(words[:at]) or NOT_NOW.search(subject):
            return None
        wholes = self.wholes(self.index - 1)
        natural = self.natural(part, wholes, base, clear=False)
        return _compare(self.rate, part, wholes, natural) if natural else None

    def _several(self, base: str) -> list[WrongPortion]:
        """A类12件、B类15件，分别占p%、q%: as many parts as rates, in order."""
        rates = [self.rate]
        while self.index + len(rates) < len(self.known) and len(rates) < _MOST_RATES:
            other = self.known[self.index + len(rates)]
            if other.unit.kind != "ratio" or self.text[rates[-1].span.end : other.span.start] not in _JOINTS:
                break
            rates.append(other)
        first = self.index - len(rates)
        parts = self.known[max(0, first) : self.index]
        if len(rates) < 2 or first < 0 or parts[0].span.start < self.start or not all(map(usable, parts)):  # noqa: PLR2004
            return []
        if not all(compatible(parts[0].unit, part.unit) for part in parts) or any(part.change for part in parts):
            return []
        wholes = [whole for whole in self.wholes(first) if printed(whole) >= sum(map(printed, parts))]
        natural = self.natural(parts[0], wholes, base)
        if natural is None:
            return []
        pairs = zip(parts, rates, strict=True)
        return [wrong for part, rate in pairs if (wrong := _compare(rate, part, wholes, natural))]

    def _named(self, prefix: str, stem: str) -> WrongPortion | None:
        if stem in NO_SHARES or stem[-1] in "利效概税汇频比倍费" or NOT_NOW.search(prefix) or "率" in prefix:
            return None
        before = self.text[self.start : self.rate.span.start - len(prefix)]
        idle = IDLE.match(prefix)
        core = prefix[idle.end() :] if idle else prefix
        if core == "不":
            # 不起诉率, 不合格率: of those that are not.
            core, stem = "", f"不{stem}"
        if core and core[-2:] not in before and core[:2] not in before:
            return None
        names = PARTS.get(stem, (stem,))
        for index in range(self.index - 1, max(-1, self.index - 6), -1):
            part = self.known[index]
            if part.span.start < self.start or not self._is_part(part, names):
                continue
            if not usable(part) or part.change or self._other_part(index, names):
                return None
            wholes = [*self.wholes(index), *self.between(index)]
            if stem in HIDDEN_WHOLE:
                wholes = [whole for whole in wholes if any(word in self.left(whole) for word in DUE)]
            natural = self.natural(part, wholes, "")
            if natural is None or (stem in DECIDED and not self._all_decided(part, wholes, natural)):
                return None
            plan = self._planned(index, natural)
            wholes = [*wholes, plan] if plan else wholes
            return _compare(self.rate, part, wholes, plan if plan and stem == "完成" else natural)
        return None

    def _planned(self, index: int, whole: Quantity) -> Quantity | None:
        """The last amount planned between the whole and the part, be it less (总投资9亿元，计划2亿元，完成3亿元)."""
        part = self.known[index]
        between = [one for one in self.known[max(0, index - 4) : index] if one.span.start >= whole.span.end]
        planned = [one for one in between if compatible(one.unit, part.unit) and PLANNED.search(self.left(one))]
        return next((one for one in reversed(planned) if usable(one) and not one.change), None)

    def _all_decided(self, part: Quantity, wholes: Sequence[Quantity], natural: Quantity) -> bool:
        """Whether the part and what was decided otherwise make up the whole: else the rate may be one of both."""
        others = [printed(whole) for whole in wholes if whole is not natural]
        return not others or printed(part) + others[-1] == printed(natural)

    def _is_part(self, quantity: Quantity, names: tuple[str, ...]) -> bool:
        left = self.left(quantity)
        right = words_right(self.text, quantity.span.end)
        for name in names:
            left = left.replace(name + "度", "").replace(name + "率", "")
            if name in left:
                lead = left[: left.rfind(name)][-2:]
                return not lead.endswith(("应", "未", "需", "待", "不", "没", "要求", "未能", "难以"))
            if right.startswith(("已" + name, name, "均已" + name, "得到" + name)) and not self._follows(quantity):
                return True
        return False

    def _follows(self, quantity: Quantity) -> bool:
        """Whether an amount follows the words behind this one (41件已办结38件)."""
        end = quantity.span.end
        return any(
            0 <= other.span.start - end <= _FOLLOWING and other.unit.kind != "ratio"
            for other in self.known[max(0, self.index - 5) : self.index]
        )

    def _other_part(self, index: int, names: tuple[str, ...]) -> bool:
        """Whether another amount of the same unit is called the part as well, and not of another time."""
        part = self.known[index]
        return any(
            other.span.start >= self.start
            and compatible(other.unit, part.unit)
            and self._is_part(other, names)
            and printed(other) != printed(part)
            and not EARLIER.search(self.left(other))
            for other in self.known[max(0, index - 4) : index]
        )


def _compare(rate: Quantity, part: Quantity, wholes: Sequence[Quantity], natural: Quantity) -> WrongPortion | None:
    """The natural reading, when the rate fits neither it nor any other."""
    said, amount = interval(rate), interval(part)
    if said is None or amount is None:
        return None
    for whole in (*wholes, natural):
        bounds = interval(whole)
        real = share(amount, bounds) if bounds else None
        if real is None or real.meets(said):
            return None
    first, last = printed(part), printed(natural)
    words = f"{plain(first, natural)} ÷ {plain(last, natural)} = {decimal(first * 100 * ONE // last, 1)}%"
    return WrongPortion(rate, (part.span, natural.span), words)
