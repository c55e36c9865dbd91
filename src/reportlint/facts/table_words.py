"""What the words in the heads and labels of tables say: a sum, a unit, a number of a row, what is never added up."""

from __future__ import annotations

from reportlint.text import Pattern

TOTALS = frozenset({"合计", "总计", "共计", "总和", "总数", "合计数", "全年合计", "小计"})
"""Labels of a sum (practice of statistical tables); 小计 is the sum of a part."""

_TOTAL_WITHIN = Pattern(r"合计|总计|共计|小计")
_UNIT = Pattern(r"[（(](?:单位[：:])?([\u4e00-\u9fff%‰㎡/]{1,6})[）)]\s*$")

NUMBER = Pattern(
    r"(?P<han>[一二三四五六七八九十]{1,3}(?:[、.．]|$))|(?P<bracketed>[（(][一二三四五六七八九十]{1,3}[）)])"
    r"|(?P<dotted>\d{1,2}[.．]\d{1,2}(?!\d))|(?P<arabic>\d{1,2}(?:[、.．]|$))|(?P<arabic_bracketed>[（(]?\d{1,2}[）)])"
    r"|(?P<ringed>[①-⑳])|(?P<dash>[-—–•·#＃*]|&)"
)
"""The number, or what stands for it, in front of a label; its name is its form."""

_NEVER = Pattern(
    r"占比|占.{0,4}比|比重|比例|率|均|增长|增幅|增减|增速|同比|环比|同期|上年|去年|上期|计划|目标|任务|名次|排名|位次|序号|编号|代码|年份|年度|年龄|电话"
    r"|单价|价格|得分|分数|评分|指数|系数|倍|人次|备注|时间|日期|文号|累计|其中|%|％|‰"
    r"|[密浓强深高厚温湿]度|气温|寿命|[级等]别|等级|最[高低大小多少]|每|/|／|中位"
)
"""What is never added up, or only with care: shares, rates, means, ranks, numbers of things, dates, comparisons."""

_NO_ITEM = Pattern(
    r"^(?:减|加[：:]|扣|另|不含|含)|其中|占比|比重|比例|率(?:$|[（(])|[平人户]均|增长|增幅|同比|环比|上年|去年|同期|%|％|‰"
)
"""Labels of rows that are no items beside the others, among which 计划 and 任务 are names of things."""


def is_total(words: str) -> bool:
    """Whether a label says that its line is a sum."""
    return _UNIT.sub("", words).rstrip("：:") in TOTALS


def says_total(words: str) -> bool:
    """Whether a label speaks of a sum, be it of this or of something else: 东片小计."""
    return _TOTAL_WITHIN.search(words) is not None


def never_added(words: str) -> bool:
    """Whether what a head or label names is never added up."""
    return _NEVER.search(words) is not None


def is_item(words: str) -> bool:
    """Whether the label of a row names something that may be added to the other rows."""
    return not _NO_ITEM.search(words)


def unit_in(words: str) -> str:
    """The unit in brackets at the end of a head or label."""
    match = _UNIT.search(words)
    return match[1] if match else ""


def without_unit(words: str) -> str:
    """A head or label without the unit at its end."""
    return _UNIT.sub("", words)
