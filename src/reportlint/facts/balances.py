"""Balances of three names: 编制60名，在编57名，空编3名; 收入100万元，支出80万元，结余20万元."""

from __future__ import annotations

from reportlint.facts.parts import addable, same_kind
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.amount_rows import Amount

_NAMES = (
    (
        r"应选|名额|定员|定编|编制|应配|职数|核定|应有",
        r"实选|实有|在编|在岗|现有|选出|选举产生|已配|到岗|配备",
        r"缺额|出缺|空缺|空编|缺编|空岗|尚缺|还缺|缺员|尚空|空额",
    ),
    (
        r"收入|筹集|筹资|募集|接收|贷款|借款|欠款|债务|购进|购入|采购|储备|领取",
        r"支出|使用|支付|开支|偿还|归还|还款|已还|清偿|化解|消耗|发放|领用",
        r"结余|结存|节余|尚欠|还欠|欠款|余额|库存|剩",
    ),
    (
        r"原有|原来|上届|原",
        r"减少|退休|调出|调离|注销|撤销|拆除|淘汰|关闭|关停|取缔|辞去|辞职|终止|去世|病故|罢免|退出|精简|压减|核减|取消",
        r"现有|还有|剩|保留|实有|仍有|[减降]至|[减降]到|减少到|减少至|压减[至到]|精简[至到]|现为",
    ),
    (r"目标|任务|计划|需要|应", r"完成|实施|建成|实现|改造|缴|收", r"还?差|缺口|未完成|尚未|还需|未[缴收]"),
    (
        r"(?<!还)(?<!仍)(?<!尚)需(?:要|配备?|求)?$|需(?:资金|求|配备|教师|人员)|应配|标准为?$",
        r"现有|已有|已配|已招|到位|筹集|落实|争取",
        r"[还尚]缺|缺口|缺额|[还尚]差|短缺",
    ),
    (r"发放|发出|印发|下发|派发", r"收回|回收", r"未收回|未回收|未交回|遗失|作废"),
)
_BALANCES = tuple(tuple(map(Pattern, names)) for names in _NAMES)
_LEFT = Pattern(
    r"缺额|出缺|空缺|空编|缺编|空岗|[尚还]缺|缺员|尚空|空额|结余|结存|节余|[尚还]欠|欠款|余额|库存|剩|短缺|现有|[还仍]有|保留|实有"
    r"|[减降少简][至到]|现为|差|缺口|未完成|尚未|还需|未[缴收回交]|遗失|作废",
)
_CARRIED = Pattern(r"[上去前]年|滚存|历年|年[初末底终]|累计|期[末初]|结转|[（(]?含|新增|增加|补选|调入|增补|新招|新收")
_FAR = 5
_NEXT = 8
_CLAUSE_MARKS = "，,；;、：:。（("


def balance(amounts: Sequence[Amount], at: int) -> tuple[Amount, list[Amount]] | None:
    """The whole and what is taken from it, when an amount is called by a name of what is then left; else None."""
    rest = amounts[at]
    words = _own(rest.before)
    if not _LEFT.search(words):
        return None
    unit = rest.quantity.unit
    before = [
        one
        for one in amounts[max(0, at - _FAR) : at]
        if same_kind(one.quantity.unit, unit) and addable(one.quantity.unit, unit)
    ]
    after = rest.after[:_NEXT]
    for whole_name, taken_name, rest_name in _BALANCES:
        if not rest_name.search(words):
            continue
        wholes = [index for index, one in enumerate(before) if whole_name.search(_own(one.before))]
        if not wholes:
            continue
        taken = before[wholes[-1] + 1 :]
        between = "".join(one.before for one in (before[wholes[-1]], *taken, rest))
        named = all(taken_name.search(_own(one.before) or one.after[:_FAR]) for one in taken)
        if taken and named and not _CARRIED.search(between) and "其中新" not in after:
            return before[wholes[-1]], taken
    return None


def _own(words: str) -> str:
    """The clause before a number."""
    for mark in _CLAUSE_MARKS:
        words = words.rpartition(mark)[2]
    return words
