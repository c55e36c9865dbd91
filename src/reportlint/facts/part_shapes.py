"""Lists of parts without a word like 其中: the total comes last (共41件), or votes are counted."""

from __future__ import annotations

from reportlint.facts.intervals import printed
from reportlint.facts.numerals import ONE
from reportlint.facts.part_cues import BEHIND, EACH, VIEWED, cue, label_of, names_together, separator
from reportlint.facts.parts import NEVER_ADDED, PartList, addable, same_kind
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from reportlint.facts.amount_rows import Amount, Row
    from reportlint.facts.quantities import Quantity

KINDS = frozenset(("项", "类", "种", "个", "部分", "方面", "个方面", "大类", "块", "批", "级"))
"""Units of a number that tells how many kinds there are."""

_BALLOTS = frozenset(("票", "张", "份", "人", "名", "位"))
_COUNTED = Pattern(r"^[^，,；;。、：:\d]{0,6}(?:合计|共|总|累计|相加|加起来)", ("计", "共", "总", "加"))
SUMMED = Pattern(r"合计|总计|共计|相加|加起来", ("计", "加"))
"""Words of a total that can be nothing but a sum."""
_ORIGIN = Pattern(
    r"(?:结转|旧存|遗留|积存|原有|现有|已有|原来的?|年初|上年[底末]|去年底)[^，,；;。]{0,6}$",
    ("有", "原来", "年"),
)
_ADDED = Pattern(
    r"^[^；;。]{0,24}(?:加上|再加|另加|连同)[^，,；;。]{0,16}$|^[^；;。]{0,12}[，,](?:今年|当年|本年度?|全年)?(?:新收|新接|新受理)[^，,；;。]{0,8}$"
    r"|基础[之]?上[^；;。]{0,14}(?:新增|增加|增设|新建|增建|扩建|新发展|增配|新设|新招|新录|新建成|净增)了?[^，,；;。]{0,4}$",
    ("基础", "加", "连同", "新收", "新接", "新受理"),
)
_PLUS = Pattern(r"加上|再加|另加|连同", ("加", "连同"))
STOCK = Pattern(r"总(?:投|[金数量]?额|数|量|规模|人数|户数|件数|面积|里程|支出|收入|产)", ("总",))
"""Words of a total that may hold more than what has been listed."""
_LESS = Pattern(r"[减撤拆退]|淘汰|注销|关[停闭]|报废|核销|原有|现有|基础上", ())
_NOW = Pattern(
    r"^[^；;。减少撤拆退]{0,24}(?:总数|总量|总计|达到|增至|增加到|增加至|增长到|扩大到|扩大至|扩至|现有|共有|共计|合计|总计|共)"
    r"[^，,；;。\d]{0,6}$",
)
_VOTE = Pattern(r"^(?:赞成|同意|不?赞成|反对|不同意|弃权)(?:票|的|人数|票数)?$", ("赞成", "同意", "反对", "弃权"))
_NOUN = 4
_MANY_KINDS = 12
_DOING = frozenset(("实施", "完成", "开展", "举办", "建成", "建设", "落实", "投入", "改造", "新改建", "新建改建"))
"""Verbs of a total that go with parts of any kind."""
_AS_VIEWED = Pattern(VIEWED, ("看", "分", "统计", "具体"))
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
        complete=False,
        uneven=False,
        rest=None,
        more=(),
        wholes=(),
    )


def behind(row: Row, at: int) -> PartList | None:
    """The list that ends before an amount with 共 or 合计."""
    total = row.amounts[at]
    whole = total.quantity
    summed = BEHIND.search(total.before) is not None
    named = None if summed else _NAMED_TOTAL.search(total.before)
    if row.bracket or not (named or summed) or whole.change or whole.unit.kind in NEVER_ADDED:
        return None
    parts, words = _run_before(row.amounts, at)
    kinds = row.amounts[at - 1]
    number = _number_of_kinds(kinds)
    if number:
        if number > len(parts):
            return None
        parts = parts[len(parts) - number :]
    labels = _names(parts)
    verb = named is not None and (named["name"] in words.rpartition(named[0])[0] or named["name"] in _DOING)
    if STOCK.search(total.before) and _LESS.search(words):
        return None
    if not parts or EACH.search(words) or (named and not verb and not _names_all(named, labels)):
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
        complete=bool(number)
        or (all(labels) and "分别" in parts[0].before and SUMMED.search(total.before) is not None)
        or _AS_VIEWED.search(words) is not None,
        uneven=len(levels) > 1 or (named is not None and not verb),
        rest=None,
        more=(),
        # Where the list begins is certain with 分别 or as many names as 三项 tells; else a shorter one may be meant.
        wholes=() if number or (parts and "分别" in parts[0].before) else quantities[:-1],
    )


def increase(row: Row, at: int) -> PartList | None:
    """在原有26台的基础上，今年又新增12台，总数增至38台."""
    if at < 2 or row.bracket:  # noqa: PLR2004 - what was, and what is new
        return None
    origin, added, now = row.amounts[at - 2 : at + 1]
    three = (origin.quantity, added.quantity, now.quantity)
    if not (_ADDED.search(added.before) and _NOW.search(now.before)):
        return None
    if not (_ORIGIN.search(origin.before) or _PLUS.search(added.before)):
        return None
    if any(one.unit.kind in NEVER_ADDED or not addable(one.unit, now.quantity.unit) for one in three):
        return None
    return PartList(
        whole=now.quantity,
        parts=three[:2],
        labels=("原有", "新增"),
        cue="increase",
        before=now.before,
        words=f"#{added.before}#{now.before}",
        level=2,
        open=False,
        complete=False,
        uneven=False,
        rest=None,
        more=(),
        wholes=(),
    )


def _number_of_kinds(one: Amount) -> int:
    """Of 三项合计 how many amounts are added; 0 for any other amount."""
    known = one.quantity.unit.name in KINDS and one.quantity.numeral is not None and not one.quantity.approximation
    number = printed(one.quantity) // ONE if known else 0
    return number if 1 < number <= _MANY_KINDS and _COUNTED.search(one.after) else 0


def _names(parts: Sequence[Amount]) -> tuple[str, ...]:
    """Names of the parts before a total, each before its number or all together before 分别."""
    together = names_together(parts[0].before) if parts else None
    if together is None:
        return _trimmed([label_of(one.before) for one in parts])
    return tuple(together) if len(together) == len(parts) else ("",) * len(parts)


def _trimmed(labels: list[str]) -> tuple[str, ...]:
    """Names without the verb before the first: 白果村 in 调处纠纷涉及白果村12起、柳林村15起."""
    longest = max(map(len, labels[1:]), default=0)
    if longest > 1 and len(labels[0]) > longest and labels[0][-1] == labels[1][-1:]:
        return (labels[0][-longest:], *labels[1:])
    return tuple(labels)


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
        if index == at - 1 and _number_of_kinds(one):
            continue
        if not (same_kind(one.quantity.unit, unit) and addable(one.quantity.unit, unit)):
            if one.quantity.unit.kind == "ratio":
                continue
            break
        if one.quantity.change:
            break
        parts.insert(0, one)
        began = cue(one.before, bracket=False)[0] not in {"", "status", "colon"}
        if separator(one.before) == 0 or began or BEHIND.search(one.before):
            break
    return parts, words.rpartition("。")[2]
