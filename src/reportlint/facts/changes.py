"""From one amount to another, and by how much: 由A增加到B，增长p%; 上年A，今年B; X，比上年增加D，增长p%."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.change_bases import based, rows
from reportlint.facts.change_bases_behind import compared, noted
from reportlint.facts.change_rates import (
    LAST_YEAR,
    Change,
    Rate,
    bare_doubling,
    kind_of,
    level,
    of_one_base,
    rate_from,
    rate_usable,
    usable,
    widened,
)
from reportlint.facts.change_times import at_prices, older, period, same_base, years_between, years_from
from reportlint.facts.change_words import (
    before_levels,
    by_how_much,
    earlier_behind,
    from_before,
    from_to,
    later_behind,
    multiple_of,
    outcome,
    reaching,
    rising,
    time_before,
    verb_before,
    year_of,
)
from reportlint.facts.quantities import Quantity, quantities
from reportlint.facts.quantity_labels import label
from reportlint.facts.units import compatible
from reportlint.text import Pattern, Span
from reportlint.text.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
_SINCE = (
    *("来", "间", "前", "内", "期间", "累计", "年均", "共", "平均", "末", "底"),
    *("增", "提高", "净增", "翻", "下降", "减少"),
)
_WINDOW = 48
_LEFT = 30
_SILENT = Pattern(
    r"可比|不变价|(?<!加计)(?<!专项附加)扣除|剔除|口径|名义|实际增|还原|折算|调整后|因素影响",
    ("可比", "不变价", "扣除", "剔除", "口径", "名义", "实际增", "还原", "折算", "调整后", "因素影响"),
)
_REACHING = frozenset("到至为成→>")
_CHANGING = frozenset("增长高升大涨展多幅率量减少降落滑跌缩短小窄简翻是为于到现")
"""One of these stands before every rate: a look at them spares a long expression."""
_TIMES = frozenset("年届期来末初前")
_OF_ANOTHER_YEAR = Pattern(r"[（(](?:上年|去年|20[0-9]{2}年)[^，。；）)]{0,6}(?:增|减|下降)", ("（", "("))
"""同比增长8.3%（上年增长1.75亿元）: the second is no part of this year's change."""
_BASE = Pattern(r"[比较与于超过][^，,。；;：:]{0,14}$")
_AGAINST = ("相比", "相较", "比较")
_MOST_RATES = 6
_OF = frozenset(("的", "）的", ")的"))
_FAR = 160
_SIBLINGS = frozenset(("、", "和", "及", "与", "以及"))
_SPEEDS = frozenset(("加快", "提速", "放缓", "放慢", "趋缓", "减缓"))
"""Of a rate of growth they say more or less; a time that is gone faster is shorter."""


@fact
def changes(document: Document) -> tuple[Change, ...]:
    """All changes in reading order whose amounts are known and of one unit; comparable prices and such are left out."""
    text = document.text
    # Of 五年来 and 五年前 the five is no amount of anything.
    known = tuple(
        quantity
        for quantity in quantities(document)
        if quantity.unit.name != "年" or not text.startswith(_SINCE, quantity.span.end)
    )
    found: list[Change] = []
    index = 0
    while index < len(known):
        step = _Reader(text, known, index).read()
        if step:
            found.extend(step[0])
            index = step[1]
        index += 1
    return tuple(found)


def _levels_alone(found: list[Change]) -> list[Change]:
    """The same without rates, which may be of comparable prices: what rose from A to B is no less for that."""
    return [replace(change, rates=()) for change in found if change.verb]


class _Reader:
    """Looks at what begins at one amount."""

    __slots__ = ("index", "known", "text")

    def __init__(self, text: str, known: tuple[Quantity, ...], index: int) -> None:
        self.text, self.known, self.index = text, known, index

    def read(self) -> tuple[list[Change], int] | None:
        """Changes that begin here, and the last amount they use."""
        here = self.known[self.index]
        if not level(here, self.text):
            return None
        several = (
            based(self.text, self.known, self.index)
            or compared(self.text, self.known, self.index)
            or rows(self.text, self.known, self.index)
        )
        if several:
            return (_levels_alone(several[0]), several[1]) if self._silent(here) else several
        change = self._levels() if here.unit.name != "位" else None
        if change is None:
            return self._added() if usable(here, self.text) else None
        if self._silent(here):
            return _levels_alone([change]), self.index + 1
        rates = self._rates(self.index + 1, change.after)
        last = self.index + 1 + len(rates)
        bare = bare_doubling(self.text, self.known[self.index + 1]) if not rates else None
        rates = [bare] if bare else rates
        early = self._rate_in_front(change.after)
        rates = [rate for rate in (*early, *rates) if same_base(rate, change.years, self._before(here), self.text)]
        verb, rises = (change.verb, change.rising) if change.verb or rates else self._outcome(change.after)
        years = change.years or (period(self.text, here, change.after) if any(rate.annual for rate in rates) else ())
        return [
            Change(
                change.before,
                change.after,
                verb,
                rises,
                years,
                tuple(rates),
                at_prices(self.text, here, self.known[last]),
            )
        ], last

    def _outcome(self, after: Quantity) -> tuple[Span | None, bool | None]:
        """The word of 上年A，今年B，明显减少 and what it says."""
        match = outcome().match(self.text, after.span.end, min(len(self.text), after.span.end + _LEFT))
        if match is None or (match["verb"] in _SPEEDS and after.unit.kind != "ratio"):
            return None, None
        return Span(*match.span("verb")), rising(match["verb"])

    def _silent(self, here: Quantity) -> bool:
        """Whether comparable prices or the like are spoken of."""
        start, end = max(here.sentence.start, here.span.start - _FAR), min(here.sentence.end, here.span.end + _FAR)
        return _SILENT.search(self.text, start, end) is not None

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

    def _levels(self) -> Change | None:
        words = self._between(self.index)
        if not words:
            return None
        one, other = self.known[self.index], self.known[self.index + 1]
        if not compatible(one.unit, other.unit) or one.unit.kind in {"points", "doublings"}:
            return None
        if not level(other, self.text) or one.change:
            return None
        left = self._before(one)
        match = None if _REACHING.isdisjoint(words) else from_to().compiled.fullmatch(words)
        if match:
            return self._from_to(match, left, other)
        return None if _TIMES.isdisjoint(words) else self._dated(words, left, one, other)

    def _from_to(self, match: re.Match[str], left: str, other: Quantity) -> Change | None:
        one = self.known[self.index]
        from_word = from_before().search(left)
        if not from_word and (match["noun"] or not match["verb"]):
            return None
        word = match["verb"] or ""
        # 翻番到 and the like are no verbs of the two lists; a verb of one character needs 到 or 至 behind it.
        verb = Span(one.span.end + match.start("verb"), one.span.end + match.end("verb")) if word else None
        # The last of a list has its later amount elsewhere.
        if self._between(self.index - 1) in _SIBLINGS and self.known[self.index - 1].unit == one.unit:
            return None
        rises = None if word in _SPEEDS and one.unit.kind != "ratio" else rising(word)
        return Change(one, other, verb, rises, years_from(left, match[0]), ())

    def _dated(self, words: str, left: str, one: Quantity, other: Quantity) -> Change | None:
        """X，上年A and 上年A，今年B."""
        match = earlier_behind().compiled.fullmatch(words)
        early = time_before().search(left)
        if match:
            years = years_between(match["time"], early["time"]) if early else ()
            certain = years or match["than"] or year_of(match["time"]) is None
            if certain:
                return Change(other, one, None, None, years, ())
        match = multiple_of().compiled.fullmatch(words)
        if match and self._between(self.index + 1) in _OF and self.known[self.index + 2].unit.kind == "times":
            return Change(other, one, None, None, (), ())
        match = later_behind().compiled.fullmatch(words)
        if match and early and older(early["time"], match["time"]):
            first, last = label(early["noun"]), label(match["noun"])
            if not last or last in first or first in last:
                return Change(one, other, None, None, years_between(early["time"], match["time"]), ())
        return None

    def _rates(self, index: int, after: Quantity) -> list[Rate]:
        """By how much, behind the amount at an index."""
        found: list[Rate] = []
        while (words := self._between(index)) is not None and len(found) < _MOST_RATES:
            quantity = self.known[index + 1]
            if kind_of(quantity, after) is None:
                break
            if words in _OF and index > self.index and quantity.unit.kind == "times" and rate_usable(quantity):
                # 是上年80万元的5倍
                at = Span(quantity.span.start - 1, quantity.span.start)
                found.append(Rate(quantity, at, None, "whole", annual=False, base=""))
                break
            match = None if _CHANGING.isdisjoint(words) else by_how_much().compiled.fullmatch(words)
            rate = rate_from(match, self.known[index].span.end, quantity, after) if match else None
            if rate is None:
                break
            found.append(widened(rate, self.text))
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
        if not match or kind_of(quantity, after) is None or not rate_usable(quantity):
            return []
        verb = Span(
            quantity.span.start - len(left) + match.start("verb"), quantity.span.start - len(left) + match.end("verb")
        )
        kind = kind_of(quantity, after)
        annual = "年均" in left[-12:]
        base = next((word for word in LAST_YEAR if word in left[-14:]), "")
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
        noted_behind = noted(self.text, self.known, self.index, rates)
        if noted_behind and not (self._silent(here) or _BASE.search(self._before(here))):
            return noted_behind
        words = self._between(self.index - 1)
        if words and reaching().compiled.fullmatch(words) and self.known[self.index - 1].change:
            rates = [*self._said_before(self.index - 1, here), *rates]
        rates = of_one_base(rates)
        left = self._before(here)
        # 与2010年的312653人相比，增加14159人: the amount is the base, of which nothing was added yet.
        against = self.text.startswith(_AGAINST, here.span.end) or _BASE.search(left) or from_before().search(left)
        rows = self.text[rates[0].quantity.span.end : rates[-1].quantity.span.start] if rates else ""
        if len(rates) < 2 or against or _OF_ANOTHER_YEAR.search(rows) or self._silent(here):  # noqa: PLR2004 - to compare
            return None
        return [Change(None, here, None, None, (), tuple(rates), at_prices(self.text, here, self.known[last]))], last

    def _chain(self) -> tuple[list[Change], int] | None:
        """Two rates in a row without any level: 翻两番，增长2倍."""
        here = self.known[self.index]
        first = self._said_before(self.index, here)
        if here.unit.kind == "doublings":
            turn = Span(here.span.start - (2 if self.text.endswith("翻了", 0, here.span.start) else 1), here.span.start)
            first = [Rate(here, turn, True, "doublings", False, "")]  # noqa: FBT003 - a field
        if not first or first[0].kind not in {"share", "times", "doublings"}:
            return None
        rates = [*first, *self._rates(self.index, here)]
        rates = [rate for rate in of_one_base(rates) if rate.kind in {"share", "times", "doublings", "whole"}]
        if len(rates) < 2:  # noqa: PLR2004 - to compare
            return None
        return [Change(None, here, None, None, (), tuple(rates))], self.index + len(rates) - 1
