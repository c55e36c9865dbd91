"""The whole that a part belongs to: of several amounts the one a reader takes, if there is one."""

from __future__ import annotations

from reportlint.facts.intervals import interval, printed
from reportlint.facts.portion_words import ALL_THERE_IS, EARLIER, GENERAL, PLACES, WHOLE_LEFT, WHOLE_RIGHT
from reportlint.facts.units import compatible
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.quantities import Quantity

_STOPS = "。！？!?\n"
_ENDS = frozenset("，,、；;：:。（()）\n")
_LEFT = Pattern(r"[^，,；;。：:（(、\n\d]{0,24}$")
_NEAR = 24
_REACH = 300
_AT_ONCE = 8
_SOON = 6
_RIGHT = 10
_INHABITANTS = ("总户数", "总人口", "总人口数")
_MOST = 12
"""Amounts before a part that are looked at."""


class Surroundings:
    """Amounts and words of the sentence in which a rate stands; semicolons do not end it.

    Args:
        text: the reading text.
        known: all amounts.
        index: which of them is the rate.
    """

    __slots__ = ("index", "known", "rate", "start", "text")

    def __init__(self, text: str, known: Sequence[Quantity], index: int) -> None:
        self.text, self.known, self.index = text, known, index
        self.rate = known[index]
        self.start = _begin(text, self.rate.span.start)

    def left(self, quantity: Quantity) -> str:
        """Words of the clause before an amount."""
        return words_left(self.text, quantity)

    def wholes(self, index: int) -> list[Quantity]:
        """Amounts before a part that may be its whole: of the sentence, or else of the one before in the same line."""
        part = self.known[index]
        start = self.start
        if any(
            quantity.span.start >= start and compatible(quantity.unit, part.unit) and not usable(quantity)
            for quantity in self.known[max(0, index - _MOST) : index]
        ):
            return []
        for _ in range(2):
            found = [
                quantity
                for quantity in self.known[max(0, index - _MOST) : index]
                if quantity.span.start >= start and self.may_hold(quantity, part)
            ]
            if found or start == 0 or self.text[start - 1] == "\n":
                return found
            start = _begin(self.text, start - 1)
        return []

    def between(self, index: int) -> list[Quantity]:
        """Amounts between the part and the rate that may be the whole (办结38件，共收到41件)."""
        return [
            quantity for quantity in self.known[index + 1 : self.index] if self.may_hold(quantity, self.known[index])
        ]

    def may_hold(self, quantity: Quantity, part: Quantity) -> bool:
        """Whether an amount may be the whole of a part: of its unit, known, and no less."""
        return (
            compatible(quantity.unit, part.unit)
            and usable(quantity)
            and not quantity.change
            and printed(quantity) >= printed(part)
            and quantity.unit.kind not in {"ratio", "points", "times"}
        )

    def natural(self, part: Quantity, wholes: list[Quantity], base: str, *, clear: bool = True) -> Quantity | None:
        """The one whole a reader takes, or None when there are several.

        Args:
            part: the part.
            wholes: what may be its whole.
            base: the words between 占 and 的, or empty.
            clear: whether the rate names what the part is, so that any amount called a whole may be its whole.
        """
        now = [whole for whole in wholes if not EARLIER.search(self.left(whole))]
        if base:
            core = GENERAL.sub("", base)
            place = next((place for place in PLACES if place in base), "")
            now = [whole for whole in now if self._called(whole, core, place)]
            if not core and not place and not _names_number(base):
                return None
            # 共走访农户500户: of all households in the place there are more.
            if base.endswith(_INHABITANTS):
                now = [whole for whole in now if ALL_THERE_IS.search(self.left(whole))]
        if len(now) > 1 and (not base or _names_number(base)):
            among = self.text.rfind("其中", self.start, part.span.start)
            ahead = [whole for whole in now if whole.span.end <= among]
            if ahead:
                return ahead[-1]
        if len(now) > 1:
            same = [whole for whole in now if whole.unit == part.unit]
            now = same or now
        if len(now) > 1:
            now = [whole for whole in now if self._is_whole(whole)]
        if len({printed(whole) for whole in now}) != 1:
            return None
        now = now[-1:]
        # Alone it must be called a whole, or the sentence must put it before its part.
        if base and (GENERAL.sub("", base) or not _names_number(base)):
            return now[0]
        among = self._among(now[0], part)
        # 326户，已脱贫298户: the part follows at once.
        among = among or (clear and 0 < part.span.start - now[0].span.end <= _AT_ONCE)
        # 全村1804户，参加合作社的501户，占总户数的…: the base is named, and the number of all there is printed.
        clear = clear or (bool(base) and bool(ALL_THERE_IS.search(self.left(now[0]))))
        return now[0] if among or (self._is_whole(now[0]) and (clear or self._near(now[0], part))) else None

    def _among(self, whole: Quantity, part: Quantity) -> bool:
        words = self.text[whole.span.end : part.span.start]
        return "其中" in words or "中，" in words or words.endswith(("中", "中有"))

    def _near(self, whole: Quantity, part: Quantity) -> bool:
        """Whether the part follows at once, with hardly more than a noun (共79人，女性25人)."""
        return 0 < part.span.start - whole.span.end <= _SOON

    def _is_whole(self, whole: Quantity) -> bool:
        return bool(WHOLE_LEFT.search(self._left_of_pair(whole))) or bool(
            WHOLE_RIGHT.match(self.text, whole.span.end, whole.span.end + 10)
        )

    def _left_of_pair(self, whole: Quantity) -> str:
        """The words before an amount; of the second in 受理案件248件326人 those before the first."""
        near = self.known[max(0, self.index - _MOST) : self.index]
        first = next((one for one in near if one.span.end == whole.span.start and one.unit.kind == "count"), whole)
        return self.left(first)

    def _called(self, whole: Quantity, core: str, place: str) -> bool:
        around = self.text[max(self.start - _NEAR, whole.span.start - _NEAR, 0) : whole.span.start].rpartition("。")[2]
        around += self.text[whole.span.start : whole.span.end] + words_right(self.text, whole.span.end)
        if place and place not in around:
            return False
        return not core or core in around or any(core[k : k + 2] in around for k in range(len(core) - 1))


def _names_number(base: str) -> bool:
    return base.endswith(("总数", "总量", "总额", "总人数", "总户数", "总件数", "全部", "总", "总数量"))


def _begin(text: str, at: int) -> int:
    """Where the sentence around an offset begins; semicolons do not end it."""
    low = max(0, at - _REACH)
    return max(low, *(text.rfind(mark, low, at) + 1 for mark in _STOPS))


def words_left(text: str, quantity: Quantity) -> str:
    """Words of the clause before an amount, from the last amount or comma on."""
    match = _LEFT.search(text, max(0, quantity.span.start - _NEAR), quantity.span.start)
    return match[0] if match else ""


def words_right(text: str, end: int) -> str:
    """Words behind an amount, up to the next mark or digit."""
    stop = end
    while stop < end + _RIGHT and text[stop : stop + 1] and text[stop] not in _ENDS and not text[stop].isdecimal():
        stop += 1
    return text[end:stop]


def usable(quantity: Quantity) -> bool:
    """Whether it is one known number above zero, exact or about."""
    bounds = interval(quantity)
    return bounds is not None and quantity.numeral is not None and not quantity.ends and bounds.low > 0
