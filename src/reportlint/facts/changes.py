"""From one amount to another, and by how much: 由A增加到B，增长p%; 上年A，今年B; X，比上年增加D，增长p%."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.change_words import (
    by_how_much,
    earlier_behind,
    from_before,
    from_to,
    later_behind,
    before_levels,
    reaching,
    rising,
    time_before,
    verb_before,
    year_of,
)
from reportlint.facts.intervals import interval
from reportlint.facts.quantities import Quantity, quantities
from reportlint.facts.quantity_labels import label
from reportlint.facts.units import compatible
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Literal

    Kind = Literal["share", "points", "times", "whole", "doublings", "tenths", "amount"]
    """增长5%; 提高5个百分点; 增长2倍; 是上年的2倍 or 120%; 翻一番; 提高两成; 增加20件."""

_SIGNS = frozenset("-－−负+＋")
_RELATIVE = frozenset(("ratio", "points", "times", "doublings"))
_WINDOW = 48
_LEFT = 30
_SILENT = Pattern(
    r"可比|不变价|扣除|剔除|口径|名义|实际增|还原|折算|调整后|因素影响",
    ("可比", "不变价", "扣除", "剔除", "口径", "名义", "实际增", "还原", "折算", "调整后", "因素影响"),
)
_SIBLING = Pattern(r"[、和及与]|以及")
_PERIOD = Pattern(r"(?P<n>[一二三四五六七八九十\d]{1,2})年(?:来|间|内|期间)")
_LONG = Pattern(r"年来|年间|时期|期间|“十|换届|年均|累计")
_LAST_YEAR = ("同比", "上年", "去年", "上一年", "上届", "上期", "环比")


@frozen
class Rate:
    """By how much something changed, as it is printed.

    Attributes:
        quantity: the amount, 55% or 3倍.
        verb: 增长, 下降, 增幅…; empty at the amount when there is none (是上年的3倍).
        rising: whether the verb says more (True), less (False) or neither.
        kind: how it is to be reckoned.
        annual: whether it is a yearly mean.
        base: with what it is compared (同比, 比上年); empty when not said.
    """

    quantity: Quantity
    verb: Span
    rising: bool | None
    kind: Kind
    annual: bool
    base: str


@frozen
class Change:
    """An indicator at two times, or at one with what was added.

    Attributes:
        before: the earlier amount; None when only what was added is printed.
        after: the later amount.
        verb: the word of change between the two; None when there is none.
        rising: whether that word says more.
        years: how many years may lie between; empty when that is not known.
        rates: by how much, in printed order.
    """

    before: Quantity | None
    after: Quantity
    verb: Span | None
    rising: bool | None
    years: tuple[int, ...]
    rates: tuple[Rate, ...]


@fact
def changes(document: Document) -> tuple[Change, ...]:
    """All changes in reading order whose amounts are known and of one unit; comparable prices and such are left out."""
    known = quantities(document)
    found: list[Change] = []
    index = 0
    while index < len(known):
        step = _Reader(document.text, known, index).read()
        if step:
            found.extend(step[0])
            index = step[1]
        index += 1
    return tuple(found)


class _Reader:
    """Looks at what begins at one amount."""

    __slots__ = ("index", "known", "text")

    def __init__(self, text: str, known: tuple[Quantity, ...], index: int) -> None:
        self.text, self.known, self.index = text, known, index

    def read(self) -> tuple[list[Change], int] | None:
        """Changes that begin here, and the last amount they use."""
        here = self.known[self.index]
        if not _usable(here, self.text):
            return None
        pair = self._levels() if here.unit.name != "位" else None
        if pair is None:
            return self._added()
        if _SILENT.search(self.text, here.sentence.start, here.sentence.end):
            return [], self.index + len(pair)
        if len(pair) > 1:
            return pair, self.index + 2 * len(pair) - 1
        change = pair[0]
        rates = self._rates(self.index + 1, change.after)
        last = self.index + 1 + len(rates)
        early = self._rate_in_front(change.after)
        rates = [rate for rate in (*early, *rates) if _same_base(rate, change, self._before(here), self.text)]
        years = change.years or (_period(self.text, here, change.after) if any(rate.annual for rate in rates) else ())
        return [Change(change.before, change.after, change.verb, change.rising, years, tuple(rates))], last

    def _between(self, index: int) -> str | None:
        """Words between two neighbouring amounts of a sentence."""
        if index < 0 or index + 1 >= len(self.known):
            return None
        one, other = self.known[index], self.known[index + 1]
        gap = other.span.start - one.span.end
        if not 0 <= gap <= _WINDOW or other.sentence.start != one.sentence.start:
            return None
        return self.text[one.span.end : other.span.start]

    def _before(self, quantity: Quantity) -> str:
        return self.text[max(quantity.sentence.start, quantity.span.start - _LEFT) : quantity.span.start]

    def _levels(self) -> list[Change] | None:
        words = self._between(self.index)
        if not words:
            return None
        one, other = self.known[self.index], self.known[self.index + 1]
        if not compatible(one.unit, other.unit) or one.unit.kind in {"points", "doublings"}:
            return None
        if not _usable(other, self.text) or one.change:
            return None
        match = from_to().compiled.fullmatch(words)
        left = self._before(one)
        if match:
            return self._from_to(match, left, other)
        return self._dated(words, left, one, other)

    def _from_to(self, match: re.Match[str], left: str, other: Quantity) -> list[Change] | None:
        one = self.known[self.index]
        from_word = from_before().search(left)
        if not from_word and (match["noun"] or not match["verb"]):
            return None
        word = match["verb"] or ""
        # 翻番到 and the like are no verbs of the two lists; a verb of one character needs 到 or 至 behind it.
        verb = Span(one.span.end + match.start("verb"), one.span.end + match.end("verb")) if word else None
        siblings = self._siblings(self.index, -1)
        if siblings:
            if siblings != self._siblings(self.index + 1, 1):
                return None
            first = self.index - siblings
            pairs = ((self.known[first + k], self.known[self.index + 1 + k]) for k in range(siblings + 1))
            return [Change(a, b, verb, rising(word), (), ()) for a, b in pairs if _alike(a, b, self.text)]
        return [Change(one, other, verb, rising(word), self._years(left, match[0]), ())]

    def _siblings(self, index: int, step: int) -> int:
        """How many amounts of the same unit stand before (-1) or behind (1) one, joined by 、 or 和."""
        count = 0
        while True:
            words = self._between(index - 1 if step < 0 else index)
            if words is None or not _SIBLING.fullmatch(words):
                return count
            if self.known[index + step].unit != self.known[index].unit:
                return count
            index += step
            count += 1

    def _years(self, left: str, words: str) -> tuple[int, ...]:
        early = time_before().search(left)
        first = year_of(early["time"]) if early else None
        later = _YEAR.search(words)
        last = year_of(later[0]) if later else None
        if first is None or last is None or last <= first:
            return ()
        return (last - first,)

    def _dated(self, words: str, left: str, one: Quantity, other: Quantity) -> list[Change] | None:
        """X，上年A and 上年A，今年B."""
        match = earlier_behind().compiled.fullmatch(words)
        early = time_before().search(left)
        if match:
            year = year_of(match["time"])
            here = year_of(early["time"]) if early else None
            if year is not None and (here is None or here <= year):
                return None
            return [Change(other, one, None, None, () if year is None or here is None else (here - year,), ())]
        match = later_behind().compiled.fullmatch(words)
        if not match or not early or not _older(early["time"], match["time"]):
            return None
        if not _same_noun(label(early["noun"]), label(match["noun"])):
            return None
        first, last = year_of(early["time"]), year_of(match["time"])
        return [Change(one, other, None, None, (last - first,) if first and last else (), ())]

    def _rates(self, index: int, after: Quantity) -> list[Rate]:
        """By how much, behind the amount at an index."""
        found: list[Rate] = []
        while (words := self._between(index)) is not None:
            quantity = self.known[index + 1]
            if not _maybe_rate(quantity, after):
                break
            match = by_how_much().compiled.fullmatch(words)
            rate = _rate(match, self.known[index].span.end, quantity, after) if match else None
            if rate is None:
                break
            found.append(rate)
            index += 1
        return found

    def _rate_in_front(self, after: Quantity) -> list[Rate]:
        """增长71.4%，由A增加到B: the rate stands before."""
        words = self._between(self.index - 1)
        if not words or not before_levels().compiled.fullmatch(words):
            return []
        return self._said_before(self.index - 1, after)

    def _said_before(self, index: int, after: Quantity) -> list[Rate]:
        quantity = self.known[index]
        left = self._before(quantity)
        match = verb_before().search(left)
        if not match or not _maybe_rate(quantity, after) or not _rate_usable(quantity):
            return []
        verb = Span(quantity.span.start - len(left) + match.start("verb"), quantity.span.start - len(left) + match.end("verb"))
        kind = _kind(quantity, after)
        annual = "均" in left[-8:]
        base = next((word for word in _LAST_YEAR if word in left[-14:]), "")
        if kind is None or kind in {"doublings", "whole"} or (not base and ("比" in left[-10:] or "较" in left[-10:])):
            return []
        return [Rate(quantity, verb, rising(match["verb"]), kind, annual, base)]

    def _added(self) -> tuple[list[Change], int] | None:
        """X，比上年增加D，增长p%; 比上年增加D，达到X，增长p%; 翻两番，增长2倍."""
        here = self.known[self.index]
        if here.unit.kind in {"points", "doublings", "times"} or here.change:
            return self._chain() if here.change else None
        rates = self._rates(self.index, here)
        last = self.index + len(rates)
        words = self._between(self.index - 1)
        if words and reaching().compiled.fullmatch(words) and self.known[self.index - 1].change:
            rates = [*self._said_before(self.index - 1, here), *rates]
        rates = _of_one_base(rates)
        if len(rates) < 2 or _SILENT.search(self.text, here.sentence.start, here.sentence.end):  # noqa: PLR2004 - to compare
            return None
        return [Change(None, here, None, None, (), tuple(rates))], last

    def _chain(self) -> tuple[list[Change], int] | None:
        """Two rates in a row without any level: 翻两番，增长2倍."""
        here = self.known[self.index]
        first = self._said_before(self.index, here)
        if here.unit.kind == "doublings":
            turn = Span(here.span.start - 1, here.span.start)
            first = [Rate(here, turn, True, "doublings", False, "")]  # noqa: FBT003 - a field
        if not first or first[0].kind not in {"share", "times", "doublings"}:
            return None
        rates = [*first, *self._rates(self.index, here)]
        rates = [rate for rate in _of_one_base(rates) if rate.kind in {"share", "times", "doublings", "whole"}]
        if len(rates) < 2:  # noqa: PLR2004 - to compare
            return None
        return [Change(None, here, None, None, (), tuple(rates))], self.index + len(rates) - 1


_YEAR = Pattern(r"(?:[12]\d{3}|[一二][零〇○一二三四五六七八九]{3})年")


def _usable(quantity: Quantity, text: str) -> bool:
    """Whether it is one known number above zero, exact or about; neither masked, open nor with a sign."""
    bounds = interval(quantity)
    if bounds is None or quantity.numeral is None or quantity.ends or bounds.low <= 0:
        return False
    return text[quantity.number.start - 1 : quantity.number.start] not in _SIGNS or quantity.number.start == 0


def _rate_usable(quantity: Quantity) -> bool:
    return interval(quantity) is not None and quantity.numeral is not None and not quantity.ends


def _alike(one: Quantity, other: Quantity, text: str) -> bool:
    return compatible(one.unit, other.unit) and _usable(one, text) and _usable(other, text)


def _maybe_rate(quantity: Quantity, after: Quantity) -> bool:
    return quantity.unit.kind in _RELATIVE or compatible(quantity.unit, after.unit)


def _kind(quantity: Quantity, after: Quantity) -> Kind | None:
    kind = quantity.unit.kind
    if kind == "ratio":
        return "tenths" if quantity.unit.name == "成" else "share"
    if kind == "points":
        return "points"
    if kind == "times":
        return "times"
    if kind == "doublings":
        return "doublings"
    return "amount" if compatible(quantity.unit, after.unit) else None


def _rate(match: re.Match[str], start: int, quantity: Quantity, after: Quantity) -> Rate | None:
    kind = _kind(quantity, after)
    if kind is None or not _rate_usable(quantity):
        return None
    if (kind == "doublings") != bool(match["turn"]):
        return None
    if match["multiple"]:
        if kind not in {"share", "times"}:
            return None
        kind = "whole"
    group = "verb" if match["verb"] else "turn" if match["turn"] else "multiple"
    word = match[group]
    direction = True if match["turn"] else None if match["multiple"] else rising(word)
    if word in {"多", "少"} and not match["base"]:
        return None
    span = Span(start + match.start(group), start + match.end(group))
    return Rate(quantity, span, direction, kind, bool(match["annual"]), match["base"] or "")


def _family(base: str) -> str:
    return "last" if any(word in base for word in _LAST_YEAR) else base


def _of_one_base(rates: list[Rate]) -> list[Rate]:
    """The rates up to the first that is compared with something else, or is a yearly mean."""
    kept: list[Rate] = []
    base = ""
    for rate in rates:
        own = _family(rate.base)
        if rate.annual or (base and own and own != base):
            break
        base = base or own
        kept.append(rate)
    return kept


def _same_base(rate: Rate, change: Change, left: str, text: str) -> bool:
    """Whether a rate compares the two printed amounts."""
    if rate.annual or not rate.base:
        return True
    if _family(rate.base) == "last":
        if change.years:
            return change.years == (1,)
        sentence = text[change.after.sentence.start : rate.quantity.span.start]
        return not _LONG.search(sentence) and not _YEAR.search(left)
    year = _YEAR.search(rate.base)
    return bool(year and year[0] in left)


def _period(text: str, here: Quantity, after: Quantity) -> tuple[int, ...]:
    """五年来: four or five years, as people count."""
    match = _PERIOD.search(text, here.sentence.start, after.span.end + _WINDOW)
    count = parse_small(match["n"]) if match else None
    return (count - 1, count) if count and count > 2 else ()  # noqa: PLR2004 - of two years one may be meant


def parse_small(written: str) -> int | None:
    """A small number in digits or in Chinese."""
    from reportlint.facts.numerals import ONE, parse

    known = parse(written)
    return known.value // ONE if known else None


def _older(one: str, other: str) -> bool:
    """Whether the first word of time is certainly the earlier one."""
    first, last = year_of(one), year_of(other)
    if first is not None and last is not None:
        return first < last
    return first is None and last is None and one.startswith(("上", "去")) and other.startswith(("今", "本", "当"))


def _same_noun(one: str, other: str) -> bool:
    return not other or other in one or one in other
