"""Which amounts go on evenly with a list of parts, and where it ends."""

from __future__ import annotations

from reportlint.facts.part_cues import BEHIND, REST, cue, label_of, separator
from reportlint.facts.part_words import alike, feature
from reportlint.facts.parts import addable
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.amount_rows import Amount
    from reportlint.facts.quantities import Quantity

_VERBS = frozenset(
    (
        *("新增", "新建", "新认", "完成", "实现", "建成", "改造", "争取", "引进", "投入", "发放", "培训", "开展"),
        *("组织", "召开", "培育", "净增", "新发", "创建", "实施", "落实", "化解", "排查", "整治", "打造", "获评"),
        "举办",
    )
)
"""With the verb of the whole repeated, a new amount begins and no part."""

_EFFECTS = (
    *("惠及", "受益", "覆盖", "服务", "带动", "培训", "参与", "帮助", "走访", "吸引", "发现", "提出", "新增"),
    *("比", "较"),
)
_FROM = Pattern(r"[由从][^，,、；;。：:]{0,16}$", ("由", "从"))
_TO = Pattern(r"^[^，,、；;。：:]{0,10}[到至为]$", ("到", "至", "为"))
"""由64.8亿元增加到68.6亿元: two values of what was named before."""
_YEAR = Pattern(r"(?:(?:19|20)\d\d年|[上去前]年|同期)[^，,、；;。：:]{0,6}的$", ("年", "同期"))
_INDICATORS = ("利润", "净利", "亏损", "税", "增加值", "产值", "成本")
_HEAD = 2
_ITEM, _CLAUSE = 3, 2
_MOST = 24
"""A list of more parts is a table, of which nothing is said."""
_STATUS = frozenset(("done", "pending", "partly"))


class Gathering:
    """Parts as they are gathered, in reading order.

    Attributes:
        parts: the amounts of the list.
        labels: their names.
        more: amounts behind its end that may yet belong to it.
        rest: what is left over according to the sentence.
        uneven: see `PartList`.
        foreign: whether something is listed among them that cannot be added.
        level: see `PartList`.
        end: index of the last part.
    """

    __slots__ = (
        *("_between", "_closed", "_mark", "_name", "_nested", "_unit", "_verb", "_within", "end", "foreign", "labels"),
        *("level", "more", "parts", "rest", "uneven"),
    )

    def __init__(self, whole: Amount, first: Amount) -> None:
        self.parts: list[Quantity] = []
        self.labels: list[str] = []
        self.more: list[Quantity] = []
        self.rest: Quantity | None = None
        self.uneven = self.foreign = False
        self.level = self.end = 0
        self._unit = whole.quantity.unit
        self._name = label_of(whole.before)
        self._verb = self._name[:2]
        self._within = first.before.startswith("、")
        self._mark = self._nested = 0
        self._closed = self._between = False

    def stops_at(self, one: Amount) -> bool:
        """Whether nothing can belong to the list from an amount on; notes what is left over."""
        if BEHIND.search(one.before) or "分别" in one.before:
            return True
        if not REST.search(one.before):
            return False
        if addable(one.quantity.unit, self._unit):
            self.rest = one.quantity
        return True

    def passes_over(self, one: Amount) -> bool:
        """Whether an amount belongs to a list within the list (其中A类20件，其中甲5件、乙15件；B类10件)."""
        mark = separator(one.before)
        self._mark = max(self._mark, mark)
        if "其中" in one.before or cue(one.before, bracket=False)[0] == "包括":
            self._nested, self._mark = 1, 0
            return True
        if self._nested == 1:
            self._nested = 1 + mark
        if self._nested and mark < max(self._nested, _CLAUSE + (self._nested > _CLAUSE)):
            return True
        if self._nested:
            self._between, self._nested = True, 0
        return False

    def take(self, index: int, one: Amount, words: str) -> None:
        """Add the amount with an index as a part, or note why it is none."""
        if not addable(one.quantity.unit, self._unit) or one.quantity.change:
            self._between = True
            self.foreign = self.foreign or (self._mark == 1 and one.quantity.unit.kind == "count")
            return
        label = label_of(words)
        self._closed = self._closed or (bool(self.parts) and self._ends(label))
        if self._closed:
            self.more.append(one.quantity)
            return
        if self.parts:
            self.uneven = self.uneven or self._between or (bool(self.level) and self._mark != self.level)
            self.level = max(self.level, self._mark)
        self.parts.append(one.quantity)
        self.labels.append(label)
        self.end = index
        self._mark, self._between = 0, False

    def _ends(self, label: str) -> bool:
        """Whether the list has ended before an amount with such a name."""
        if self._mark == 0 or (self._within and self._mark > 1):
            return True
        if label.startswith(self._verb) and self._verb in _VERBS and not self.labels[0].startswith(self._verb):
            return True
        if label.startswith(_EFFECTS) and not any(known.startswith(_EFFECTS) for known in self.labels):
            return True
        if self._mark >= _CLAUSE and self._is_another_indicator(label):
            return True
        if feature(label) in {"done", "pending"} and not _STATUS.intersection(map(feature, self.labels)):
            return True
        stronger = 0 < self.level < self._mark
        return stronger and not (self._mark < _ITEM and alike((*self.labels, label)))

    def _is_another_indicator(self, label: str) -> bool:
        """Whether a name is no kind of the whole: 利润 after 营业收入, of which 主营业务收入 is a part."""
        head = self._name[-_HEAD:]
        if not head or head in label or not any(head in name for name in self.labels):
            return False
        names = (self._name, *self.labels)
        return any(word in label for word in _INDICATORS) and not any(
            word in name for word in _INDICATORS for name in names
        )


def _is_other_time(amounts: Sequence[Amount], index: int, first: int) -> bool:
    """Whether an amount is a former or a new value of another one, and no part."""
    here = amounts[index]
    if _YEAR.search(here.before) and not _YEAR.search(amounts[first].before):
        return True
    ahead = amounts[index + 1 : index + 2]
    return any(
        _FROM.search(one.before) and _TO.search(two.before)
        for one, two in (*((here, one) for one in ahead), (amounts[index - 1], here))
    )


def gather(amounts: Sequence[Amount], first: int, rest: str, whole: Amount) -> Gathering:
    """The amounts from one on that go on evenly with the same list.

    Args:
        amounts: of the sentence.
        first: index of the first part.
        rest: the words from the cue to the first part.
        whole: of which they are parts.
    """
    found = Gathering(whole, amounts[first])
    found.take(first, amounts[first], rest)
    for index in range(first + 1, len(amounts)):
        one = amounts[index]
        if index > first + _MOST:
            found.foreign = found.uneven = True
            break
        if found.stops_at(one):
            break
        if not _is_other_time(amounts, index, first) and not found.passes_over(one):
            found.take(index, one, one.before)
    return found
