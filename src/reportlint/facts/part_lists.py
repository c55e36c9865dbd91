"""A whole and its listed parts: 共41件，其中生态12件、社会管理15件、民生14件; or the parts first, and 共41件 behind.

What is no list of parts, or may be read in several ways of which one agrees with the numbers, is left out or marked.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.amount_rows import amount_rows
from reportlint.facts.part_cues import BEHIND, EACH, OPEN, OTHER, REST, cue, label_of, separator
from reportlint.facts.part_words import feature
from reportlint.facts.units import compatible
from reportlint.text import Pattern
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.amount_rows import Amount, Row
    from reportlint.facts.quantities import Quantity
    from reportlint.facts.units import Unit

_SKIPPED_KINDS = frozenset(("ratio", "points", "times", "doublings", "duration", "age", "score", "temperature"))
_STRICT = frozenset(("colon", "bracket", "即", "由", "包括"))
_MATTERS = frozenset(("件", "条", "项", "起", "宗"))
_PEOPLE = "person"
_CLAUSE = 2
_ITEM = 3
_NAME = 12
_BALLOTS = frozenset(("票", "张", "份", "人", "名", "位"))
_VOTE = Pattern(r"^(?:赞成|同意|不?赞成|反对|不同意|弃权)(?:票|的|人数|票数)?$", ("赞成", "同意", "反对", "弃权"))
_CAST = Pattern(r"票|表决|实到|到会|出席|参加|参会|应到")


@frozen
class PartList:
    """A whole and what is listed as its parts.

    Attributes:
        whole: the amount that should be the sum.
        parts: in reading order; at least one.
        labels: the names of the parts; empty where none is written.
        cue: what makes them parts: "其中", "中", "分别", "包括", "即", "由", "colon", "bracket", "behind" (the whole
            comes last), "status" (已办结…、正在办理… without another word), "votes".
        words: all that is written from the whole to the last part, and a little more.
        open: whether the list itself says that it is not complete (等, 主要).
        uneven: whether it is not written evenly: other amounts in it, or marks of different strength between its parts.
        rest: what is left over according to the sentence (其余5件), which the parts then lack.
        more: other amounts that may belong to it, in reading order.
        wholes: other amounts that may be the whole, or make up the whole together.
    """

    whole: Quantity
    parts: tuple[Quantity, ...]
    labels: tuple[str, ...]
    cue: str
    words: str
    open: bool
    uneven: bool
    rest: Quantity | None
    more: tuple[Quantity, ...]
    wholes: tuple[Quantity, ...]


@fact
def part_lists(document: Document) -> tuple[PartList, ...]:
    """All lists of parts, in order of their first part."""
    found: list[PartList] = []
    for row in amount_rows(document):
        votes = _votes(row)
        if votes:
            found.append(votes)
        for first in range(1, len(row.amounts)):
            known = None if votes else _ahead(row, first) or _behind(row, first)
            if known:
                found.append(known)
    return tuple(found)


def _same_kind(one: Unit, other: Unit) -> bool:
    """Whether two units certainly count the same: 10件实事：公园2个 lists things of which one 件 may consist."""
    return one.kind != "count" or one.name == other.name or {one.name, other.name} <= _MATTERS or one.group == _PEOPLE


def addable(one: Unit, other: Unit) -> bool:
    """Whether amounts in two units may be parts of one whole."""
    return one.kind not in _SKIPPED_KINDS and compatible(one, other)


def _ahead(row: Row, first: int) -> PartList | None:
    """The list that begins at an amount, its whole before it."""
    amounts = row.amounts
    kind, rest = cue(amounts[first].before, amounts[first].after, bracket=row.bracket and first == 1)
    start = amounts[first].quantity
    if not kind or start.change or start.unit.kind in _SKIPPED_KINDS:
        return None
    before = [one for one in amounts[:first] if addable(one.quantity.unit, start.unit) and not one.quantity.change]
    if not before or EACH.search(before[-1].before[-6:]):
        return None
    if kind == "status" and before[-1] is not amounts[first - 1]:
        return None
    whole = before[-1]
    if kind in _STRICT and not _same_kind(whole.quantity.unit, start.unit):
        return None
    gathered = _gather(amounts, first, rest, whole)
    if kind == "status" and not _is_status(gathered.labels):
        return None
    last = gathered.end
    after = amounts[last].after
    if kind == "由" and not ("组成" in after[:_NAME] or "构成" in after[:_NAME]):
        return None
    words = "".join(f"{one.before}#" for one in amounts[amounts.index(whole) + 1 : last + 1]) + after[:12]
    return PartList(
        whole.quantity,
        tuple(gathered.parts),
        tuple(_named(amounts, first, gathered, rest)),
        kind,
        words,
        bool(OPEN.match(rest)) or bool(OTHER.match(after)),
        gathered.uneven,
        gathered.rest,
        tuple(gathered.more),
        tuple(one.quantity for one in before[:-1]),
    )


class _Gathered:
    """Parts as they are gathered."""

    __slots__ = ("end", "labels", "level", "more", "parts", "rest", "uneven")

    def __init__(self) -> None:
        self.parts: list[Quantity] = []
        self.labels: list[str] = []
        self.more: list[Quantity] = []
        self.uneven = False
        self.rest: Quantity | None = None
        self.level = 0
        self.end = 0


def _gather(amounts: Sequence[Amount], first: int, rest: str, whole: Amount) -> _Gathered:
    """The amounts from one on that go on evenly with the same list."""
    found = _Gathered()
    unit = whole.quantity.unit
    verb = label_of(whole.before)[:2]
    within_item = amounts[first].before.startswith("、")
    strongest = 0
    nested = 0
    closed = False
    for index in range(first, len(amounts)):
        one = amounts[index]
        words = rest if index == first else one.before
        if index > first:
            mark = separator(one.before)
            strongest = max(strongest, mark)
            if BEHIND.search(one.before):
                break
            if REST.search(one.before):
                if addable(one.quantity.unit, unit) and found.rest is None:
                    found.rest = one.quantity
                break
            if cue(one.before, one.after, bracket=False)[0] in {"其中", "包括"} or "其中" in one.before:
                nested, strongest = 1, 0
                continue
            if nested == 1:
                nested = 1 + mark
            if nested and mark < max(nested, _CLAUSE + (nested > _CLAUSE)):
                continue
            if nested:
                found.uneven, nested = True, 0
        if not addable(one.quantity.unit, unit) or one.quantity.change:
            found.uneven = True
            continue
        label = label_of(words)
        if index > first and not closed:
            again = len(verb) > 1 and label.startswith(verb) and not found.labels[0].startswith(verb)
            closed = again or (within_item and strongest > 1) or _ends(found, strongest, label)
        if closed:
            found.more.append(one.quantity)
            continue
        if index > first:
            if found.level and strongest != found.level:
                found.uneven = True
            found.level = max(found.level, strongest)
        found.parts.append(one.quantity)
        found.labels.append(label)
        found.end = index
        strongest = 0
    return found


def _ends(found: _Gathered, mark: int, label: str) -> bool:
    """Whether the list has ended before an amount that is set off by such a mark and has such a name."""
    if mark == 0:
        return True
    kinds = {feature(known) for known in found.labels}
    stronger = bool(found.level) and mark > found.level
    if feature(label) in {"done", "pending"} and not kinds & {"done", "pending", "partly"}:
        return True
    return stronger and mark < _ITEM and len(label) > max(map(len, found.labels)) + 2


def _named(amounts: Sequence[Amount], first: int, gathered: _Gathered, rest: str) -> list[str]:
    """Names of the parts: before the numbers, behind them (12件生态类建议), or all together before 分别."""
    labels = gathered.labels
    if any(labels):
        return labels
    together = rest or amounts[first].before
    names = together.partition("分别")[0].replace("和", "、").replace("及", "、").split("、")
    if len(names) == len(labels):
        return [name.strip("，,：: 其中") for name in names]
    after = [_until_mark(one.after) for one in amounts[first : first + len(labels)]]
    return after if all(after) else labels


def _until_mark(words: str) -> str:
    for index, character in enumerate(words):
        if character in "，,、；;：:。（(":
            return words[:index]
    return words[:_NAME]


def _is_status(labels: Sequence[str]) -> bool:
    """已办结…、正在办理…: one thing that is done, and others that are not."""
    known = [feature(label) for label in labels]
    return len(known) > 1 and known[0] == "done" and "pending" in known[1:] and "" not in known and known.count("done") == 1


def _votes(row: Row) -> PartList | None:
    """收回选票72张，其中赞成68票、反对2票、弃权2票."""
    parts = [one for one in row.amounts if _VOTE.search(label_of(one.before)) and one.quantity.unit.name in _BALLOTS]
    if len(parts) < 2 or row.bracket:  # noqa: PLR2004 - for and against
        return None
    before = [one for one in row.amounts if one.quantity.span.end <= parts[0].quantity.span.start]
    wholes = [one for one in before if one.quantity.unit.name in _BALLOTS and _CAST.search(one.before)]
    labels = tuple(label_of(one.before) for one in parts)
    if not wholes or wholes[-1] is not before[-1] or len(set(labels)) < len(labels):
        return None
    words = wholes[-1].before + wholes[-1].after + "".join(f"{one.before}#" for one in parts) + parts[-1].after
    return PartList(
        wholes[-1].quantity, tuple(one.quantity for one in parts), labels, "votes", words, False, False, None, (), ()
    )


def _behind(row: Row, at: int) -> PartList | None:
    """The list that ends before an amount with 共 or 合计."""
    amounts = row.amounts
    whole = amounts[at].quantity
    if row.bracket or not BEHIND.search(amounts[at].before) or whole.change or whole.unit.kind in _SKIPPED_KINDS:
        return None
    parts: list[Quantity] = []
    labels: list[str] = []
    levels: list[int] = []
    words = amounts[at].before
    for index in range(at - 1, -1, -1):
        one = amounts[index]
        words = f"{one.before}#{words}"
        if not addable(one.quantity.unit, whole.unit) or one.quantity.change:
            if one.quantity.unit.kind == "ratio":
                continue
            break
        parts.insert(0, one.quantity)
        labels.insert(0, label_of(one.before))
        mark = separator(one.before)
        began = cue(one.before, one.after, bracket=False)[0] not in {"", "status", "colon"}
        if index == 0 or mark == 0 or began or BEHIND.search(one.before):
            break
        levels.append(mark)
    if not parts or EACH.search(words):
        return None
    return PartList(
        whole, tuple(parts), tuple(labels), "behind", words, False, len(set(levels)) > 1, None, (), tuple(parts[:-1])
    )
