"""Words that make a number inexact, and between which bounds it then lies."""

from __future__ import annotations

from reportlint.facts.numerals import ONE
from reportlint.text import Span

BEFORE = {
    "近": "近",
    "将近": "近",
    "接近": "近",
    "约": "约",
    "大约": "约",
    "超": "超",
    "超过": "超",
    "超出": "超",
    "逾": "超",
    "突破": "超",
    "多于": "超",
    "上": "上",
    "至少": "至少",
    "最少": "至少",
    "不少于": "至少",
    "不低于": "至少",
    "不足": "不足",
    "不到": "不足",
    "未达": "不足",
    "至多": "至多",
    "最多": "至多",
    "不超过": "至多",
    "不高于": "至多",
    "不多于": "至多",
}
"""Words before a number, and the one word each is read as."""

AFTER = {
    "余": "余",
    "多": "多",
    "以上": "以上",
    "及以上": "以上",
    "之多": "",
    "左右": "左右",
    "上下": "左右",
    "以内": "以内",
    "之内": "以内",
    "以下": "以下",
    "及以下": "以下",
    "不到": "不足",
}
"""Words behind a unit; 之多 says nothing of the number."""

INSIDE = {"余": "余", "多": "多", "来": "余", "几": "余"}
"""Words between the number and 万, 亿 or the unit."""

_OTHER_WORDS = {
    "近": "附邻临靠最贴亲相新就远走拉逼抵",
    "约": "节签制预公合违履解契条俭简续特集邀赴",
    "超": "赶反高欧德中彩BＢ",
    "上": "以之加线网路身村会地山场晚早历马奉献",
    "逾": "不",
    "突破": "个",
}
_LONGEST_BEFORE = 3
_LINKS = "了为达"
_LAST = frozenset((*_LINKS, *(word[-1] for word in BEFORE)))
_FIRST = frozenset(word[0] for word in AFTER)


def word_before(text: str, start: int) -> Span | None:
    """The approximation that ends at an offset, 了 or 为 between them or not (超过了5000); None without one."""
    last = text[start - 1 : start] if start else ""
    if last not in _LAST:
        return None
    for end in (start, start - 1) if last in _LINKS else (start,):
        for length in range(min(_LONGEST_BEFORE, end), 0, -1):
            word = text[end - length : end]
            if word == "上" and text[start : start + 1] not in {"百", "千", "万", "亿"}:
                return None  # 迈上1000亿元
            if word in BEFORE:
                other = _OTHER_WORDS.get(word, "")
                before = text[end - length - 1 : end - length] if end > length else ""
                if word == "约" and text.endswith("规民", 0, end - 1):
                    return None  # 村规民约10余条
                return None if before and before in other else Span(end - length, end)
    return None


def word_after(text: str, end: int) -> Span | None:
    """The approximation that begins at an offset, or None."""
    if text[end : end + 1] not in _FIRST:
        return None
    for length in (3, 2, 1):
        word = text[end : end + length]
        if len(word) == length and word in AFTER:
            follows = text[end + length : end + length + 1]
            # 50人多次 and 3天多家 begin another word.
            return None if length == 1 and follows and follows in _MORE else Span(end, end + length)
    return None


_MORE = "次个家种方元位名项年部地层轮人样年户数处场为"


def bounds(value: int, place: int, words: tuple[str, ...]) -> tuple[int | None, int | None]:
    """Between what the number meant lies, in millionths; None: no bound is known.

    Args:
        value: as printed, in millionths.
        place: worth of its last printed place; half of it is rounding, unless it is one.
        words: approximations as `BEFORE`, `AFTER` and `INSIDE` read them; of two that disagree the wider bounds hold.
    """
    rounding = 0 if place == ONE else place // 2
    if not words:
        return value - rounding, value + rounding
    step = max(_round_part(value, place), place)
    lows: list[int | None] = []
    highs: list[int | None] = []
    for word in words:
        low, high = _one(word, value, step, rounding)
        lows.append(low)
        highs.append(high)
    return (
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def _one(word: str, value: int, step: int, rounding: int) -> tuple[int | None, int | None]:
    wide = max(value // 10, rounding)
    if word == "近":
        return value - wide, value
    if word in {"约", "左右"}:
        return value - wide, value + wide
    if word in {"余", "多"}:
        return value, value + step
    if word == "超":
        return value, value + max(wide, step)
    if word in {"至少", "以上", "上"}:
        return value, None
    return None, value


def _round_part(value: int, place: int) -> int:
    """Worth of the last place that is not zero: 100 for 3500, 10,000 for 5万."""
    part = place
    while value and value % (part * 10) == 0:
        part *= 10
    return part
