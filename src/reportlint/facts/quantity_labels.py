"""What a number says it counts: the words to its left, and whether it is an amount or a change of one."""

from __future__ import annotations

_CHANGES = (
    *("增长", "增加", "提高", "提升", "上升", "下降", "降低", "减少", "回落", "下滑", "缩减", "压减", "压缩", "扩大"),
    *(
        "上涨",
        "下跌",
        "缩短",
        "缩小",
        "同比增",
        "同比降",
        "年均增",
        "增幅",
        "降幅",
        "涨幅",
        "跌幅",
        "增收",
        "多增",
        "少降",
    ),
    *("高于", "低于", "快于", "慢于", "收窄", "攀升", "增速回升", "回升", "翻"),
)
_TAILS = (
    *(
        "完成",
        "实现",
        "达到",
        "达成",
        "达",
        "共计",
        "共有",
        "共",
        "累计",
        "合计",
        "总计",
        "为",
        "是",
        "有",
        "了",
        "突破",
    ),
    *("超过", "至", "到", "由", "从", "占", "分别", "的", "同比", "环比", "约", "比上年", "较上年", "比去年", "较去年"),
    *(
        "比上年同期",
        "较上年同期",
        "年均",
        "均",
        "仅",
        "仅为",
        "已",
        "再",
        "又",
        "还",
        "全部",
        "总数",
        "计",
        "在",
        "稳定",
    ),
    *(
        "保持",
        "控制",
        "以",
        "近",
        "超",
        "高",
        "高达",
        "多达",
        "预计",
        "只",
        "各",
        "就",
        "含",
        "按",
        "平均",
        "和",
        "及",
        "与",
    ),
    *_CHANGES,
)
_KEPT = (
    *("人均", "户均", "亩均", "村均", "平均"),
    "未达",
    "公共",
    "中共",
    "以为",
    "存在",
    "所在",
    "现在",
    "标的",
    "目的",
    "没有",
    "国有",
    "所有",
    "拥有",
    "饱和",
    "共和",
)
_HEADS = (
    *("完成", "实现"),
    *(
        "其中",
        "全年",
        "今年",
        "去年",
        "明年",
        "本年",
        "同时",
        "累计",
        "共计",
        "共有",
        "共",
        "并且",
        "且",
        "已",
        "还",
        "预计",
    ),
    *(
        "一年来",
        "年内",
        "另",
        "另外",
        "此外",
        "截至目前",
        "目前",
        "先后",
        "分别",
        "一是",
        "二是",
        "三是",
        "四是",
        "五是",
    ),
)
_LONGEST = 40
_TAIL_SET, _HEAD_SET = frozenset(_TAILS), frozenset(_HEADS)
_LONGEST_TAIL = max(map(len, _TAILS))
_LONGEST_HEAD = max(map(len, _HEADS))
_OF_OBJECTS = ("提升", "扩大", "压缩", "压减", "翻")
_AROUND = " 　“”‘’（）()[]【】《》*>-—"


def label(words: str) -> str:
    """What is counted, from the words of the clause up to the number: without verbs of reaching and words of time."""
    words = words[-_LONGEST:].strip(_AROUND)
    while words and (tail := _tail(words)) and not words.endswith(_KEPT):
        words = words[:-tail].rstrip()
    while words and (head := _head(words)) and not words.startswith("共同"):
        words = words[head:].lstrip()
    return words.removeprefix("的")


def is_change(words: str, *, counted: bool = False) -> bool:
    """Whether the words up to a number say by how much something changed, and not to what.

    Args:
        words: of the clause, up to the number.
        counted: whether the unit is a classifier other than 位: 提升40所 counts what was improved.
    """
    words = words.rstrip(" 　了约近超达")
    return words.endswith(_CHANGES) and not (counted and words.endswith(_OF_OBJECTS))


def _tail(words: str) -> int:
    """Length of the longest word to be left out at the end; 0 when there is none."""
    for length in range(min(_LONGEST_TAIL, len(words)), 0, -1):
        if words[-length:] in _TAIL_SET:
            return length
    return 0


def _head(words: str) -> int:
    for length in range(min(_LONGEST_HEAD, len(words)), 0, -1):
        if words[:length] in _HEAD_SET:
            return length
    return 0
