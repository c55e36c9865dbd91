"""What looks like an amount and is none: fixed phrases, names, ordinals, dates, formulas."""

from __future__ import annotations

import os
from functools import cache

from reportlint.facts.numerals import HAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.units import Unit

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "number_phrases.tsv")
_QUOTED = 16
_TITLED = 60
_ORDINAL = "第每逐另某初"
_ARTICLE = "这那哪统唯单同进又再新任首头万专如逐独"
_COUNTED_BY_ONE = frozenset(("名", "家", "户", "所", "座", "例", "篇", "宗", "倍", "番"))
_LOOSE = frozenset("封方升车包发字声口面头眼根词句门期扇米")
_RANKED = frozenset(("位", "名"))
_RANKING = "第前居列"
_PLUS = "+＋/／="
_TIMES = "×*"
_COLON = ":："
_OPERATOR = _PLUS + _TIMES
_MASK = "xX"
_MEETINGS = ("会议", "全会", "全体", "全委", "党代", "代表大会")
_TERM = 14
_YEAR_DIGITS = 4


def in_name(text: str, start: int, end: int) -> bool:
    """Whether a stretch lies in short quotation marks (“四个意识”) or in a title (《…》)."""
    quoted = text.rfind("“", max(0, start - _QUOTED), start)
    if quoted >= 0 and text.find("”", quoted, start) < 0:
        closing = text.find("”", end, end + _QUOTED)
        if closing >= 0 and "\n" not in text[quoted:closing]:
            return True
    titled = text.rfind("《", max(0, start - _TITLED), start)
    return titled >= 0 and text.find("》", titled, start) < 0


def is_phrase(text: str, start: int, end: int, number: str, unit: Unit) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether the number and unit at `text[start:end]` are part of a fixed phrase, an ordinal, a date or a formula."""
    before = text[start - 1 : start] if start else ""
    if before and _is_part(text, start, before):
        return True
    if text[end : end + 1] and text[end : end + 1] in _OPERATOR:
        return True
    if unit.name in _RANKED and before and before in _RANKING:
        return True
    if unit.name == "年" and len(number) >= _YEAR_DIGITS and number.isdigit():
        return True
    if unit.name == "次" and text.startswith(_MEETINGS, end) and "届" in text[max(0, start - _TERM) : start]:
        return True
    if unit.kind == "score" and before and before in "时点":
        return True
    if number[0] in "数几" and unit.name in _LOOSE:
        return True
    return number[0] in HAN and _is_chinese_phrase(text, start, end, number, unit)


def _is_part(text: str, start: int, before: str) -> bool:
    """Whether what stands before the number makes it an ordinal, a code or a term of a formula (第5, AES100, 3:1)."""
    if before in _ORDINAL or before in _PLUS:
        return True
    if before in _COLON or before in _TIMES:
        return text[start - 2 : start - 1].isascii() and text[start - 2 : start - 1].isalnum() and start > 1
    # A single X may stand for a digit; then the number is unknown, and no code.
    return before.isascii() and before.isalpha() and before not in _MASK and not text.endswith("GDP", 0, start)


def _is_chinese_phrase(text: str, start: int, end: int, number: str, unit: Unit) -> bool:
    if text.startswith(_phrases().get(number[0], ()), start):
        return True
    before = text[start - 1 : start] if start else ""
    if len(number) == 1:
        # 一户一档, 五有两簿两表
        linked = start > 1 and text[start - 2] in HAN and before not in "、，。；：（(和及与或的至到-—–~～－"
        if linked or unit.name in _LOOSE or (text[end : end + 1] and text[end : end + 1] in HAN):
            return True
    if unit.name != "番" and number in {"零", "一"}:
        return number == "零" or unit.name not in _COUNTED_BY_ONE or (before != "" and before in _ARTICLE)
    return _is_word(text, end, number, unit, before)


def _is_word(text: str, end: int, number: str, unit: Unit, before: str) -> bool:
    """Whether number and unit are a word together: 二三年行动, 党的十九大, 下午三点."""
    if unit.name == "番":
        return before not in {"翻", "了"}
    if unit.name == "年":
        return (len(number) == _YEAR_DIGITS and "十" not in number) or text.startswith(
            ("行动", "规划", "计划", "攻坚"), end
        )
    if unit.name == "大":
        return "十" in number or before in {"党", "的"}
    return unit.name == "点" and before in {"午", "晨", "晚", "夜"}


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Fixed phrases by their first character."""
    known: dict[str, tuple[str, ...]] = {}
    with open(_DATA, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                for phrase in line.split():
                    known[phrase[0]] = (*known.get(phrase[0], ()), phrase)
    return known
