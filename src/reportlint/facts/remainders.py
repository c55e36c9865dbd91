"""What is left over of a whole: 38条，除1条外，其余37条; 29件，已办结25件，其余4件; 应到72人，实到69人，请假3人."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.amount_rows import amount_rows
from reportlint.facts.balances import balance
from reportlint.facts.intervals import Interval, interval, total
from reportlint.facts.paired_remainders import paired
from reportlint.facts.part_cues import EACH, cue, separator
from reportlint.facts.part_words import DONE, feature
from reportlint.facts.parts import addable, same_kind
from reportlint.facts.remainder_ends import is_outside, left_together
from reportlint.text import Pattern
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.amount_rows import Amount, Row
    from reportlint.facts.quantities import Quantity

_REST = Pattern(
    r"(?P<word>其余|剩余|剩下|余下|[尚仅还只]余|[还尚仅只]剩|[还尚仍]有|另有|另外|其[他它])(?:的|为|是|有)?(?P<name>[^，,；;。、：:其除外]{0,14})$",
    ("其", "剩", "余", "尚", "还有", "仍有", "另"),
)
_SURE = frozenset(("其余", "剩余", "剩下", "余下", "尚余", "还剩", "仅剩", "尚剩", "只剩", "仅余", "还余", "只余"))
_STAGES = frozenset(("done", "pending", "partly"))
_OTHERS = frozenset(("其他", "其它"))
"""In a list these name a part; with 除…外 they are the rest."""
_EXCEPT = Pattern(r"除[^外，。；;]{0,30}$", ("除",))
_EXCEPTED = Pattern(r"^[^，,。；;]{0,30}?(?:以外|之外|外)", ("外",))
_WHOLE = Pattern(r"共|总|收到|收集|征集|受理|接到|原有|交办|承办|应|梳理|排查|计划|需", ())
_EXPECTED = Pattern(r"应到|应出席|应参会|应参加|应参会", ("应到", "应出席", "应参"))
_PRESENT = Pattern(r"实到|实际到会|实际出席|出席|到会|参会|参加", ("实到", "实际", "出席", "到会", "参会", "参加"))
_ABSENT = Pattern(r"缺席|请假|未到|未出席|缺勤|未参会", ("缺席", "请假", "未", "缺勤"))
_CLAUSE = Pattern(r"[^，,；;。、：:]{0,14}")
_AND = Pattern(r"[、和及与]")
_NAMES = Pattern(r"《[^《》]{1,40}》", ("《",))
_NO_NOUN = "已均正未全都将办需，,；。、（( "
_NEAREST = 12
_WAITING = ("未", "正在")
_REACH = 8
_MANY = 3
_ITEM = 3


@frozen
class Remainder:
    """A whole, what is taken from it and what is left of it by the words of the draft; they may or may not agree.

    Attributes:
        whole: the amount at the beginning.
        taken: amounts taken from it; empty when what is taken is one thing without a number.
        rest: what should be left.
        agrees: whether the numbers agree in some reading.
        count: number of things taken that are named without a number (除《…》《…》外); 0 when numbers are given.
    """

    whole: Quantity
    taken: tuple[Quantity, ...]
    rest: tuple[Quantity, ...]
    agrees: bool
    count: int = 0


@fact
def remainders(document: Document) -> tuple[Remainder, ...]:
    """All remainders of which whole and rest are certain, in reading order."""
    found: list[Remainder] = []
    for row in amount_rows(document):
        attendance = _attendance(row)
        if attendance:
            found.append(attendance)
        for at in range(1, len(row.amounts)):
            known = _rest(row, at) or _undone(row, at) or _balance(row, at)
            if known:
                found.append(known)
    return tuple(found)


def _rest(row: Row, at: int) -> Remainder | None:
    """其余 and its like before an amount."""
    amounts = row.amounts
    rest = amounts[at]
    match = _REST.search(rest.before)
    if match is None or row.bracket or rest.quantity.change:
        return None
    before = _near(amounts, at)
    if not before or any(EACH.search(one.before[-3:]) for one in before):
        return None
    excepted = _excepted(amounts, at, before)
    if excepted or len(before) == 1 or any(_REST.search(one.before) for one in before):
        return excepted or _one_thing_taken(before[0], rest)
    name = match["name"] or _name(rest).removesuffix(match["word"])
    staged = _stages(before) if match["word"] in _SURE else None
    whole = staged or _whole_of(before, sure=match["word"] in _SURE, pending=_is_pending(rest, name))
    if whole is None or match["word"] in _OTHERS or not _same_things(whole, before[-1], rest):
        return None
    together = left_together(amounts, at)
    if not together or (match["word"] not in _SURE and is_outside(match["word"], whole, before[-1], rest)):
        return None
    taken = [one.quantity for one in before[before.index(whole) + 1 :]]
    known = [whole.quantity, *taken] if staged else [one.quantity for one in before]
    return _remainder(whole.quantity, taken, together, known, certain=staged is not None or len(together) > 1)


def _near(amounts: Sequence[Amount], at: int) -> list[Amount]:
    """The amounts before one that it may be left of: those behind the last semicolon."""
    before = _before(amounts, at)
    if separator(amounts[at].before) == _ITEM:
        return before
    marks = [index for index in range(1, at) if separator(amounts[index].before) == _ITEM]
    since = [one for one in before if not marks or amounts.index(one) >= marks[-1]]
    # 共29件；已办结25件，其余4件 counts on: one amount alone is not enough.
    return since if len(since) > 1 or not _is_total(before) else before


def _is_total(before: Sequence[Amount]) -> bool:
    """Whether two amounts are left to count with, and the first is called a total."""
    return len(before) == 2 and bool(_WHOLE.search(before[0].before[-_NEAREST:]))  # noqa: PLR2004 - whole and taken


def _before(amounts: Sequence[Amount], at: int) -> list[Amount]:
    unit = amounts[at].quantity.unit
    known = [one for one in amounts[max(0, at - _REACH) : at] if not one.quantity.change]
    return [one for one in known if same_kind(one.quantity.unit, unit) and addable(one.quantity.unit, unit)]


def _excepted(amounts: Sequence[Amount], at: int, before: Sequence[Amount]) -> Remainder | None:
    """除1条未办结外，其余37条."""
    first = next((one for one in reversed(before) if _EXCEPT.search(one.before)), None)
    if first is None:
        return None
    taken = before[before.index(first) :]
    wholes = before[: before.index(first)]
    if not wholes or not _EXCEPTED.search(taken[-1].after) or amounts.index(taken[-1]) != at - 1:
        return None
    quantities = [one.quantity for one in taken]
    return _remainder(wholes[-1].quantity, quantities, (amounts[at].quantity,), [one.quantity for one in before])


def _one_thing_taken(whole: Amount, rest: Amount) -> Remainder | None:
    """除《…》外，其余37条: as many are taken as titles stand there; of other words it is known that something is."""
    before = rest.before.replace(",", "，")
    begin, end = before.rfind("除"), before.rfind("外，")
    excepted = rest.before[begin:end] if begin >= 0 else ""
    left, bounds = interval(rest.quantity), interval(whole.quantity)
    if begin < 0 or end < begin or left is None or bounds is None or "除此" in excepted:
        return None
    titles = len(_NAMES.findall(excepted)) or _alike_names(excepted[1:], rest.after[:1])
    if titles and "等" not in excepted:
        agrees = (left + Interval(titles * 1_000_000, titles * 1_000_000)).meets(bounds)
    else:
        agrees = left.low < bounds.high
    return Remainder(whole.quantity, (), (rest.quantity,), agrees, max(titles, 1))


def _alike_names(excepted: str, noun: str) -> int:
    """The number of names in 除白果村、大湾村外，其余21个村; 0 when what is excepted are no names of that kind."""
    names = _AND.split(excepted.removesuffix("以").removesuffix("之"))
    named = noun and all(1 < len(name) <= _NEAREST and name.endswith(noun) for name in names)
    return len(names) if named else 0


def _whole_of(before: Sequence[Amount], *, sure: bool, pending: bool) -> Amount | None:
    """The amount of which something is left; None when it is uncertain."""
    for index in range(len(before) - 1, 0, -1):
        one = before[index]
        kind = cue(one.before, bracket=False)[0]
        if kind in {"其中", "中", "分别", "包括"}:
            return before[index - 1]
    last = before[-1]
    behind = _CLAUSE.match(last.after.lstrip("，"))
    after = behind[0] if behind else ""
    done = _is_done(_name(last)) or _is_done(after) or (pending and any(word in after for word in DONE))
    if done and (sure or pending):
        return before[-2]
    stopped = "，" in last.before or "," in last.before
    known = len(before) == 2 and stopped and _WHOLE.search(before[0].before[-_NEAREST:])  # noqa: PLR2004 - whole and taken
    return before[0] if sure and known and pending else None


def _stages(before: Sequence[Amount]) -> Amount | None:
    """The whole of 42件，已解决24件，列入计划解决13件，其余5件: one thing is done, others are not."""
    kinds = [feature(_name(one)) for one in before]
    at = len(kinds)
    while at and kinds[at - 1] in _STAGES:
        at -= 1
    stages = kinds[at:]
    return before[at - 1] if at and len(stages) > 1 and stages.count("done") == 1 else None


def _same_things(whole: Amount, taken: Amount, rest: Amount) -> bool:
    """Whether the whole may be of the things of which some are left: not 问题145个，已完成12个村，其余10个村."""
    noun = rest.after[:1]
    if not noun or noun != taken.after[:1] or noun in _NO_NOUN:
        return True
    return noun in whole.before[-_NEAREST:] or noun in whole.after[:_NEAREST]


def _is_done(name: str) -> bool:
    return feature(name) == "done" or feature(name[name.rfind("已") + 1 :]) == "done" or name.endswith(DONE)


def _is_pending(rest: Amount, name: str) -> bool:
    behind = rest.after.lstrip("项件条个建议问题意见将也均已")[:_NEAREST]
    return "pending" in {feature(name), feature(behind)} or any(word in rest.after[:_NEAREST] for word in _WAITING)


def _name(one: Amount) -> str:
    words = one.before
    for mark in "，,；;、：:。":
        words = words.rpartition(mark)[2]
    for word in ("其中", "目前", "截至目前", "现", "当年", "年内"):
        words = words.removeprefix(word)
    return words


def _undone(row: Row, at: int) -> Remainder | None:
    """41件，已办结38件，未办结3件."""
    amounts = row.amounts
    rest, done = amounts[at], amounts[at - 1]
    name = _name(rest).lstrip("有尚还")
    if at < 2 or not name.startswith("未") or feature(_name(done)) != "done":  # noqa: PLR2004 - whole, done, undone
        return None
    before = _before(amounts, at)
    if len(before) < 2 or before[-1] is not done or _more_follow(amounts, at):  # noqa: PLR2004 - whole and done
        return None
    quantities = [one.quantity for one in before]
    return _remainder(quantities[-2], quantities[-1:], (rest.quantity,), quantities)


def _more_follow(amounts: Sequence[Amount], at: int) -> bool:
    """Whether another amount that may be a part comes next."""
    later = amounts[at + 1 : at + 2]
    return any(addable(one.quantity.unit, amounts[at].quantity.unit) for one in later)


def _balance(row: Row, at: int) -> Remainder | None:
    """编制60名，在编57名，空编3名."""
    known = None if row.bracket else balance(row.amounts, at) or paired(row.amounts, at)
    if known is None:
        return None
    whole, taken = known[0].quantity, [one.quantity for one in known[1]]
    return _remainder(whole, taken, (row.amounts[at].quantity,), [whole, *taken], certain=True)


def _attendance(row: Row) -> Remainder | None:
    """应到72人，实到69人，请假3人."""
    named: list[tuple[str, Amount]] = []
    for one in row.amounts:
        words = _name(one)
        for kind, pattern in (("absent", _ABSENT), ("expected", _EXPECTED), ("present", _PRESENT)):
            if pattern.search(words):
                named.append((kind, one))
                break
    kinds = [kind for kind, _ in named]
    if kinds[:1] != ["expected"] or kinds.count("expected") > 1 or kinds.count("present") != 1 or len(kinds) < _MANY:
        return None
    present = named[kinds.index("present")][1].quantity
    absent = [one.quantity for kind, one in named if kind == "absent"]
    units = {one.quantity.unit.kind for _, one in named}
    quantities = [one.quantity for _, one in named]
    if len(units) > 1 or not all(addable(quantities[0].unit, one.unit) for one in quantities):
        return None
    return _remainder(quantities[0], [present], tuple(absent), [quantities[0], present])


def _remainder(
    whole: Quantity,
    taken: Sequence[Quantity],
    rest: tuple[Quantity, ...],
    every: Sequence[Quantity],
    *,
    certain: bool = False,
) -> Remainder | None:
    """None when an amount is not known well enough; when it is certain what is taken, no other reading counts."""
    bounds = [interval(one) for one in every]
    known = [one for one in bounds if one is not None]
    remaining = [one for one in map(interval, rest) if one is not None]
    if len(known) < len(bounds) or len(remaining) < len(rest) or any(one.ends for one in (*every, *rest)):
        return None
    less = known[every.index(whole)] - total(known[every.index(one)] for one in taken)
    if less.low <= 0 and not less.meets(total(remaining)):
        return None
    if certain:
        return Remainder(whole, tuple(taken), rest, less.meets(total(remaining)))
    runs = [(at, end) for at in range(len(known)) for end in range(at + 1, len(known) + 1)]
    agrees = any(
        (total(known[slice(*before)]) - total(known[slice(*after)])).meets(one)
        for before in runs
        for after in runs
        if before[1] <= after[0]
        for one in (total(remaining), *remaining)
    )
    return Remainder(whole, tuple(taken), rest, agrees)
