"""Figures and dates that no longer agree with each other, with the calendar or with the way numbers are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mutations import Edit, Generator, Mutation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    from corpus import Passage

_NUMBER = r"(?<![0-9.,])[0-9]+(?:\.[0-9]+)?(?![0-9.,])"
_CHANGE = re.compile(
    rf"[由从]({_NUMBER})([%万亿]?[^0-9，。；、（）%]{{0,4}}?)(?:提高|增加|上升|增长|下降|减少)(?:到|至)({_NUMBER})(?=([%万亿]?))"
)
_LEVELS = re.compile(r"(?<![各上])[省市县区镇乡村、]{2,8}([二三四五])级")
_MORE = re.compile(rf"(?<![近约超逾过])({_NUMBER})余(?=[万亿]?[个人次件户家名场项条项亩元])")
_AROUND = re.compile(rf"(?<![约近超逾过于在0-9—～-])({_NUMBER})(?=[%万亿]?元?左右)")
_DOWN = re.compile(rf"(?:下降|减少|降低)(?:了)?({_NUMBER}%)(?![和、以左及])")
_DAY = re.compile(r"(?<![0-9])(1[0-2]|[1-9])月([12]?[0-9]|3[01])日")
_OPENING = re.compile(
    r"20[0-9]{2}年[^。；\n]{0,40}“?十四五”?(?:规划)?(?:[^。，；“”]{0,6})(收官|开局)(?=之年|的?之?年|[，、。])"
)
_POINTS = re.compile(rf"(?:率|比重|占比)(?:提高|提升|下降|上升)(?:了)?{_NUMBER}(个百分点)")
_LARGE = re.compile(r"(?<![0-9.,])([1-9][0-9]*[0-9])(?=[个人次件户家名场项条])")
_THOUSANDS = re.compile(r"(?<![0-9.,])([1-9])000(?=余?[个人次件户家名场亩])")
_YEARS = re.compile(r"(20[0-9]{2})(?:年)?[—-](20[0-9]{2})年")
_ANNOUNCED = re.compile(
    r"([二三四五六])(?:个方面|大举措|个坚持|个问题|件大事|项举措)(?=[^。\n]{0,12}[：。][^。\n]{0,2}一是)"
)
_LAST_DAYS = {2: 30, 4: 31, 6: 31, 9: 31, 11: 31}
_GROUP = 3
_NEXT = {"二": "三", "三": "四", "四": "五", "五": "六", "六": "七"}


def _one(
    pattern: re.Pattern[str], change: Callable[[re.Match[str], Random], Iterable[Edit]]
) -> Callable[[Random, Passage], Mutation | None]:
    """Changes one match of a pattern in the text."""

    def make(random: Random, passage: Passage) -> Mutation | None:
        found = list(pattern.finditer(passage.text))
        if not found:
            return None
        match = random.choice(found)
        edits = tuple(change(match, random))
        start = max(0, match.start() - 10)
        return Mutation(edits, passage.text[start : match.end() + 10]) if edits else None

    return make


def _swapped(match: re.Match[str], _random: Random) -> list[Edit]:
    """The two ends of a change have changed places."""
    unit = match[2][:1] if match[2][:1] in {"%", "万", "亿"} else ""
    if unit != match[4] or float(match[1]) == float(match[3]):
        return []
    return [Edit(*match.span(1), match[3]), Edit(*match.span(3), match[1])]


def _level(match: re.Match[str], _random: Random) -> list[Edit]:
    return [Edit(*match.span(1), _NEXT[match[1]])]


def _before(word: str) -> Callable[[re.Match[str], Random], list[Edit]]:
    return lambda match, _random: [Edit(match.start(1), match.start(1), word)]


def _by_times(match: re.Match[str], random: Random) -> list[Edit]:
    return [Edit(*match.span(1), f"{random.randint(1, 5)}倍")]


def _no_day(match: re.Match[str], random: Random) -> list[Edit]:
    """A day the month does not have."""
    month = int(match[1])
    return [Edit(*match.span(2), str(random.choice([_LAST_DAYS.get(month, 32), 32])))]


def _other_end(match: re.Match[str], _random: Random) -> list[Edit]:
    return [Edit(*match.span(1), {"收官": "开局", "开局": "收官"}[match[1]])]


def _per_cent(match: re.Match[str], _random: Random) -> list[Edit]:
    return [Edit(*match.span(1), "%")]


def _doubled_unit(match: re.Match[str], _random: Random) -> list[Edit]:
    return [Edit(*match.span(1), "%个百分点")]


def _gap(match: re.Match[str], random: Random) -> list[Edit]:
    """Not before the last three digits, where GB/T 15835 allows it, nor in 67, which may have been 六七."""
    number = match[1]
    places = [at for at in range(1, len(number)) if len(number) - at != _GROUP]
    if not places or (len(number) == 2 and int(number[1]) == int(number[0]) + 1):
        return []
    at = match.start(1) + random.choice(places)
    return [Edit(at, at, " ")]


def _mixed(match: re.Match[str], _random: Random) -> list[Edit]:
    return [Edit(match.end(1), match.end(1) + 3, "千")]


def _reversed(match: re.Match[str], _random: Random) -> list[Edit]:
    return [Edit(*match.span(1), match[2]), Edit(*match.span(2), match[1])] if match[1] < match[2] else []


def _one_more(match: re.Match[str], _random: Random) -> list[Edit]:
    return [Edit(*match.span(1), _NEXT[match[1]])]


GENERATORS = [
    Generator("ends of a change swapped", _one(_CHANGE, _swapped)),
    Generator("one level too many", _one(_LEVELS, _level)),
    Generator("近 before N余", _one(_MORE, _before("近"))),
    Generator("约 before N左右", _one(_AROUND, _before("约"))),
    Generator("下降p% → 下降N倍", _one(_DOWN, _by_times)),
    Generator("day the month lacks", _one(_DAY, _no_day)),
    Generator("years of a range swapped", _one(_YEARS, _reversed)),
    Generator("plan 开局 ↔ 收官", _one(_OPENING, _other_end)),
    Generator("rate by % not 个百分点", _one(_POINTS, _per_cent)),
    Generator("%个百分点", _one(_POINTS, _doubled_unit)),
    Generator("space in a number", _one(_LARGE, _gap)),
    Generator("3000 → 3千", _one(_THOUSANDS, _mixed)),
    Generator("one more announced", _one(_ANNOUNCED, _one_more)),
]
