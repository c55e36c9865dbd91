"""Names of persons with a dot, as Uygurs and Kazakhs write them in Chinese: 阿不都·热合曼."""

from __future__ import annotations

from reportlint.facts.lexicon import lexicon
from reportlint.facts.person_cues import AFTER, BEFORE
from reportlint.text import Pattern, Span

# Characters that write down sounds; others end the name.
_SOUNDS = (
    "阿艾爱安巴拜班保比别波不布达大代丹德迪地丁东都多朵尔法菲夫甫富尕改格古瓜哈海罕汗合赫胡花怀吉加家贾江杰金卡开凯坎康克肯孔库拉"
    "来莱赖兰朗老勒黎力里丽利连列林鲁洛罗麻马玛买麦曼毛美蒙米密敏明莫姆木穆纳娜那乃尼涅努女诺欧帕派皮坡普奇齐恰切琴青曲然热日"
    "肉茹萨赛桑沙莎山生胜什斯苏素孙索塔台太泰特提铁图吐托瓦外万旺维乌吾五西希夏谢辛许雅亚燕叶依伊移义亿英永尤于玉扎再泽孜祖佐克"
)
_DOTTED = Pattern(
    rf"(?<=[{_SOUNDS}])[·•・‧](?=[{_SOUNDS}]{{2}})",
    ("·", "•", "・", "‧"),
)
_BACK = Pattern(rf"[{_SOUNDS}]{{2,7}}\Z")
_ON = Pattern(rf"[{_SOUNDS}]{{2,7}}(?:[·•・‧][{_SOUNDS}]{{2,7}})?")
_TITLE = 4
"""Characters of the longest title looked for beside the name."""
_FREQUENT = 100
"""Occurrences of a word that is rather read than one more character of a name."""
_LISTS = ("、", "等")


def minority_names(text: str) -> list[Span]:
    """Names with a dot beside a title or in a list, in reading order."""
    found: list[Span] = []
    frequency = lexicon().frequency
    for dot in _DOTTED.finditer(text):
        if found and dot.start() < found[-1].end:
            continue
        first = _BACK.compiled.search(text, max(0, dot.start() - 7), dot.start())
        last = _ON.compiled.match(text, dot.end())
        if first is None or last is None:
            continue
        start, end = first.start(), last.end()
        before = any(text[max(0, start - length) : start] in BEFORE for length in range(2, _TITLE + 1))
        # 阿不都·热合曼提出: what is read on may be the first character of another word.
        after = next(
            (
                stop
                for stop in range(end, max(dot.end() + 1, end - 2), -1)
                if text.startswith(_LISTS, stop)
                or any(text[stop : stop + length] in AFTER for length in range(2, _TITLE + 1))
            ),
            0,
        )
        if before or after:
            while not after and end > dot.end() + 2 and frequency(text[end - 1 : end + 1]) > _FREQUENT:
                end -= 1
            found.append(Span(start, after or end))
    return found
