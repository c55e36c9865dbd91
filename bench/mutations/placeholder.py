"""Figures, years, places and names that were masked or blanked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mutations import Edit, Generator, Mutation
from words import is_place, segment

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from corpus import Passage

_UNIT = "(?:个|项|件|条|名|人|户|次|家|处|所|起|场|期|批|亩|吨|辆|座|公里|平方米|亿元|万元|万人|万亩|元|%|％)"
_WHOLE = re.compile(rf"(?<![\d.,，+“A-Za-z])\d{{1,6}}(?={_UNIT})")
_DECIMAL = re.compile(rf"(?<![\d.,，+“A-Za-z])\d{{1,6}}\.\d{{1,2}}(?={_UNIT})")
_YEAR = re.compile(r"(?<![\d-])20\d\d(?=年)")
_LEADER = re.compile("习近平(?=新时代中国特色社会主义思想|同志为核心)")
_PLACE_ENDS = ("镇", "乡", "县", "区", "市")
_NO_PLACES = (
    "自治区",
    "自治县",
    "地区",
    "开发区",
    "新区",
    "特区",
    "城市",
    "都市",
    "城区",
    "景区",
    "湖区",
    "山区",
    "林区",
    "矿区",
    "中心镇",
    "海岛县",
    "无人区",
)


def _replace(pattern: re.Pattern[str], mask: Callable[[str], str]) -> Callable[[Random, Passage], Mutation | None]:
    """One match of a pattern becomes its mask."""

    def make(random: Random, passage: Passage) -> Mutation | None:
        matches = list(pattern.finditer(passage.text))
        if not matches:
            return None
        match = random.choice(matches)
        return _masked(passage, match.start(), match.end(), mask(match[0]))

    return make


def _masked(passage: Passage, start: int, end: int, mask: str) -> Mutation:
    before, after = passage.text[max(0, start - 8) : start], passage.text[end : end + 8]
    return Mutation((Edit(start, end, mask),), f"{before}[{passage.text[start:end]}→{mask}]{after}")


def _fixed(mask: str) -> Callable[[str], str]:
    return lambda _: mask


def _mask_place(mask: str) -> Callable[[Random, Passage], Mutation | None]:
    """The name of a town, county or city keeps its last character only."""

    def make(random: Random, passage: Passage) -> Mutation | None:
        for index in random.sample(range(len(passage.paragraphs)), min(8, len(passage.paragraphs))):
            begin = passage.paragraphs[index][0]
            names = [(begin + offset, word) for offset, word in segment(passage.paragraph(index)) if _is_town(word)]
            if names:
                start, name = random.choice(names)
                return _masked(passage, start, start + len(name) - 1, mask)
        return None

    return make


def _is_town(word: str) -> bool:
    return len(word) >= 3 and word.endswith(_PLACE_ENDS) and not word.endswith(_NO_PLACES) and is_place(word)


GENERATORS = [
    *(
        Generator(f"number-{name}", _replace(_WHOLE, _fixed(mask)))
        for name, mask in (
            ("X", "X"),
            ("xx", "xx"),
            ("XX", "XX"),
            ("stars", "**"),
            ("underscores", "__"),
            ("cross", "×"),
            ("circles", "○○"),
        )
    ),
    Generator("decimal-xx.x", _replace(_DECIMAL, _fixed("xx.x"))),
    Generator("year-20XX", _replace(_YEAR, _fixed("20XX"))),
    Generator("year-20__", _replace(_YEAR, _fixed("20__"))),
    Generator("year-XXXX", _replace(_YEAR, _fixed("XXXX"))),
    Generator("year-2_0", _replace(_YEAR, lambda year: f"{year[0]}_{year[3]}")),
    Generator("place-XX", _mask_place("XX")),
    Generator("place-stars", _mask_place("**")),
    Generator("place-crosses", _mask_place("××")),
    Generator("leader-masked", _replace(_LEADER, _fixed("XXX"))),
    Generator("leader-deleted", _replace(_LEADER, _fixed(""))),
]
