"""Lists of parts without a word like 其中: the total comes last (共41件), or votes are counted."""

from __future__ import annotations

from reportlint.facts.part_cues import BEHIND, EACH, cue, label_of, separator
from reportlint.facts.parts import NEVER_ADDED, PartList, addable, same_kind
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from reportlint.facts.amount_rows import Amount, Row
    from reportlint.facts.quantities import Quantity

_KINDS = frozenset(("项", "类", "种", "个", "部分", "方面", "个方面"))
_BALLOTS = frozenset(("票", "张", "份", "人", "名", "位"))
_VOTE = Pattern(r"^(?:赞成|同意|不?赞成|反对|不同意|弃权)(?:票|的|人数|票数)?$", ("赞成", "同意", "反对", "弃权"))
_NOUN = 4
_CAST = Pattern(r"收回|实到|到会|出席|参加|参会|表决|有效|投票|应到|发出|选票")
_NOT_CAST = Pattern(r"无效|废|未")
_NAMED_TOTAL = Pattern(
    r"[，,；;](?:全年|一年来|今年|本年|年内)?(?P<word>总共|一共|共计|合计|总计|共)(?P<name>[^，,；;。、：:共有]{2,10})$",
    ("共", "合计", "总计"),
)


def is_vote(label: str) -> bool:
    """Whether a part is named 赞成, 反对 or 弃权."""
    return _VOTE.search(label) is not None


def votes(row: Row) -> PartList | None:
    """收回选票72张，其中赞成68票、反对2票、弃权2票."""
    parts = [one for one in row.amounts if _VOTE.search(label_of(one.before)) and one.quantity.unit.name in _BALLOTS]
    if len(parts) < 2 or row.bracket:  # noqa: PLR2004 - for and against
        return None
    before = [one for one in row.amounts if one.quantity.span.end <= parts[0].quantity.span.start]
    wholes = [one for one in before if one.quantity.unit.name in _BALLOTS and _CAST.search(label_of(one.before))]
    wholes = [one for one in wholes if not _NOT_CAST.search(label_of(one.before))]
    labels = tuple(label_of(one.before) for one in parts)
    if not wholes or len(set(labels)) < len(labels):
        return None
    words = wholes[-1].before + wholes[-1].after + "".join(f"{one.before}#" for one in parts) + parts[-1].after
    return PartList(
        whole=wholes[-1].quantity,
        parts=tuple(one.quantity for one in parts),
        labels=labels,
        cue="votes",
        before=wholes[-1].before,
        words=words,
        level=1,
        open=False,
        uneven=False,
        rest=None,
        more=(),
        wholes=(),
    )


def behind(row: Row, at: int) -> PartList | None:
    """The list that ends before an amount with 共 or 合计."""
    total = row.amounts[at]
    whole = total.quantity
    named = _NAMED_TOTAL.search(total.before)
    if row.bracket or not (named or BEHIND.search(total.before)) or whole.change or whole.unit.kind in NEVER_ADDED:
        return None
    parts, words = _run_before(row.amounts, at)
    labels = tuple(label_of(one.before) for one in parts)
    if not parts or EACH.search(words) or (named and not _names_all(named, labels)):
        return None
    quantities: tuple[Quantity, ...] = tuple(one.quantity for one in parts)
    levels = {separator(one.before) for one in parts[1:]}
    return PartList(
        whole=whole,
        parts=quantities,
        labels=labels,
        cue="behind",
        before=total.before,
        words=words,
        level=max(levels, default=0),
        open=False,
        uneven=len(levels) > 1 or named is not None,
        rest=None,
        more=(),
        wholes=quantities[:-1],
    )


def _names_all(named: re.Match[str], labels: Sequence[str]) -> bool:
    """Whether the name of the total is that of every part (共收到建议), or the bare noun behind 共计."""
    bare = named["word"] != "共" and len(named["name"]) <= _NOUN
    return bare or all(named["name"][-2:] in label for label in labels)


def _run_before(amounts: Sequence[Amount], at: int) -> tuple[list[Amount], str]:
    """The amounts that may be added, back to where they begin, and all words from there."""
    unit = amounts[at].quantity.unit
    parts: list[Amount] = []
    words = amounts[at].before
    for index in range(at - 1, -1, -1):
        one = amounts[index]
        words = f"{one.before}#{words}"
        if not (same_kind(one.quantity.unit, unit) and addable(one.quantity.unit, unit)):
            if one.quantity.unit.kind == "ratio" or (index == at - 1 and one.quantity.unit.name in _KINDS):
                continue  # a share, or 三项 before 共计
            break
        if one.quantity.change:
            break
        parts.insert(0, one)
        began = cue(one.before, bracket=False)[0] not in {"", "status", "colon"}
        if separator(one.before) == 0 or began or BEHIND.search(one.before):
            break
    return parts, words
