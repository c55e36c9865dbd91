"""Times, doublings and tenths: 翻一番, 增长2倍, 是上年的3倍, 提高两成."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from relations import Relation, Sample
from relations.changes import GROWING, MONEY, SHRINKING, Change, draw_change
from relations.figures import Pen, rounded
from relations.framing import frame

if TYPE_CHECKING:
    from random import Random

_HAN = {1: "一", 2: "两", 3: "三", 4: "四", 5: "五"}
_SMALL = tuple(i for i in GROWING if i.name[:2] in {"村集", "茶园", "市场", "规模", "旅游", "养老", "高标"})


def _grown(random: Random, factor: float, *, spread: float = 0.0) -> Change:
    """A change whose printed values have that ratio as nearly as their decimals allow."""
    change = draw_change(random, 1.5, 1.6, _SMALL)
    after = rounded(
        Fraction(change.before) * Fraction(factor * (1 + random.uniform(0, spread))), change.indicator.places
    )
    return replace(change, after=after, ratio=Fraction(after) / Fraction(change.before))


def _factor(random: Random, right: bool, said: float) -> float:
    """The true ratio: the one that is said, or one that nobody would call so."""
    if right:
        return said
    wrong = [
        factor
        for factor in (1.4, said - 1.2, said - 1, said + 1, said + 1.6)
        if said - 0.5 > factor > 1.25 or factor > said
    ]
    return random.choice(wrong)


def _times_said(random: Random, change: Change, number: int) -> str:
    """2倍, 两倍."""
    han = change.pen.style == "han" or random.random() < 0.3
    return f"{_HAN[number]}倍" if han else change.pen.count(number, "倍")


def _more_by(random: Random, right: bool) -> Sample:
    """增长N倍 makes it N + 1 times as much."""
    number = random.randint(1, 4)
    change = _grown(random, _factor(random, right, number + 1))
    verb = random.choice(("增长", "增长了", "增加了"))
    return frame(
        random, f"{change.name}由{change.old}增加到{change.new}，{verb}{_times_said(random, change, number)}", tail=True
    )


def _more_by_decimal(random: Random, right: bool) -> Sample:
    factor = random.randint(16, 46) / 10
    change = _grown(random, factor)
    growth = rounded(change.ratio - 1, 1)
    said = growth if right else growth + random.choice((Decimal(1), Decimal("0.4"), Decimal("-0.4")))
    core = f"{change.name}从{change.old}提高到{change.new}，增长{change.pen.amount(said, '倍')}"
    return frame(random, core)


def _doubled(random: Random, right: bool) -> Sample:
    number = random.randint(1, 2)
    change = _grown(random, _factor(random, right, 2**number))
    return frame(random, f"{change.name}由{change.old}增加到{change.new}，翻了{_HAN[number]}番", tail=True)


def _doubled_over_years(random: Random, right: bool) -> Sample:
    change = _grown(random, _factor(random, right, 2))
    first = random.randint(2010, 2018)
    core = (
        f"{first}年{change.name}为{change.old}，{first + random.randint(3, 5)}年达到{change.new}，"
        f"实现{random.choice(('翻番', '翻一番'))}"
    )
    return frame(random, core, opening=False)


def _as_much_as(random: Random, right: bool) -> Sample:
    number = random.randint(2, 5)
    change = _grown(random, _factor(random, right, number))
    base = random.choice(("上年", "五年前", "2019年"))
    core = f"{change.name}达到{change.new}，是{base}{change.old}的{_times_said(random, change, number)}"
    return frame(random, core)


def _to_times(random: Random, right: bool) -> Sample:
    number = random.randint(2, 4)
    change = _grown(random, _factor(random, right, number))
    verb = random.choice(("增加到原来的", "增长到原来的", "达到原来的"))
    core = f"{change.name}由{change.old}增至{change.new}，{verb}{_times_said(random, change, number)}"
    return frame(random, core)


def _more_than_doubled(random: Random, right: bool) -> Sample:
    change = _grown(random, 2.08, spread=0.15) if right else _grown(random, random.choice((1.4, 1.6, 1.7)))
    core = (
        f"{change.name}从{change.old}增加到{change.new}，{random.choice(('翻了一番多', '翻了一番还多', '增长1倍多'))}"
    )
    return frame(random, core)


def _tenths(random: Random, right: bool) -> Sample:
    number = random.randint(2, 5)
    wrong = random.choice((-0.13, 0.16, 0.4))
    change = _grown(random, 1 + number / 10 + (0 if right else wrong))
    core = f"{change.name}由{change.old}增加到{change.new}，{random.choice(('提高', '增长', '增加'))}{_HAN[number]}成"
    return frame(random, core)


def _on_the_base(random: Random, right: bool) -> Sample:
    number = random.randint(1, 2)
    change = _grown(random, _factor(random, right, 2**number))
    core = f"{change.name}在上年{change.old}的基础上翻{_HAN[number]}番，达到{change.new}"
    return frame(random, core)


def _reached_after_times(random: Random, right: bool) -> Sample:
    number = random.randint(1, 3)
    change = _grown(random, _factor(random, right, number + 1))
    core = f"{change.name}比上年的{change.old}增长{_times_said(random, change, number)}，达到{change.new}"
    return frame(random, core)


def _times_of_base_year(random: Random, right: bool) -> Sample:
    factor = random.randint(16, 46) / 10
    change = _grown(random, factor)
    ratio = rounded(change.ratio, 1)
    said = ratio if right else ratio + random.choice((Decimal(1), Decimal("0.6"), Decimal("-0.5")))
    core = f"{change.name}由建镇之初的{change.old}发展到{change.new}，为当初的{change.pen.amount(said, '倍')}"
    return frame(random, core)


def _doubled_twice(random: Random, right: bool) -> Sample:
    """Doublings and times of one growth, without values."""
    number = random.randint(1, 2)
    times = 2**number - 1 if right else random.choice([other for other in (1, 2, 4) if other != 2**number - 1])
    indicator = random.choice(MONEY)
    pen = Pen.draw(random)
    core = f"五年来，{indicator.name}翻了{_HAN[number]}番，增长{pen.count(times, '倍')}"
    return frame(random, core, opening=False)


def _tripled_from_brackets(random: Random, right: bool) -> Sample:
    number = random.randint(2, 5)
    change = _grown(random, _factor(random, right, number))
    year = random.randint(2011, 2017)
    core = f"{change.name}（{change.new}）是{year}年（{change.old}）的{_times_said(random, change, number)}"
    return frame(random, core, opening=False)


def _fewer_tenths(random: Random, right: bool) -> Sample:
    number = random.randint(2, 5)
    wrong = random.choice((-0.13, 0.16, 0.24))
    share = 1 - number / 10 + (0 if right else wrong)
    change = draw_change(random, share, share + 0.0001, SHRINKING)
    core = f"{change.name}由{change.old}下降到{change.new}，减少{_HAN[number]}成"
    return frame(random, core)


def _nearly(random: Random, right: bool) -> Sample:
    del right
    number = random.randint(1, 3)
    change = _grown(random, number + 0.93)
    return frame(random, f"{change.name}由{change.old}增加到{change.new}，增长近{change.pen.count(number, '倍')}")


def _several(random: Random, right: bool) -> Sample:
    del right
    change = _grown(random, 3.4, spread=0.4)
    core = (
        f"{change.name}由{change.old}增加到{change.new}，{random.choice(('增长数倍', '实现成倍增长', '增长了好几倍'))}"
    )
    return frame(random, core)


def _rounded_doubling(random: Random, right: bool) -> Sample:
    """Twice as much within what anyone calls so."""
    del right
    change = _grown(random, 1.99, spread=0.01)
    return frame(
        random, f"{change.name}由{change.old}增加到{change.new}，{random.choice(('基本实现翻番', '接近翻番'))}"
    )


def _goal(random: Random, right: bool) -> Sample:
    """What is wanted has another base year."""
    del right
    change = draw_change(random, 1.2, 1.4, MONEY)
    core = f"{change.name}由{change.old}增加到{change.new}，力争到2035年比2020年翻一番"
    return frame(random, core, opening=False)


def _other_indicator(random: Random, right: bool) -> Sample:
    del right
    change = draw_change(random, 1.2, 1.4)
    number = random.randint(2, 4)
    core = f"{change.name}由{change.old}增加到{change.new}，线上销售额增长{change.pen.count(number, '倍')}"
    return frame(random, core)


RELATIONS = (
    Relation(
        "times",
        ("number.times", "number.growth"),
        (
            _more_by,
            _more_by_decimal,
            _doubled,
            _doubled_over_years,
            _as_much_as,
            _to_times,
            _more_than_doubled,
            _tenths,
            _on_the_base,
            _reached_after_times,
            _times_of_base_year,
            _doubled_twice,
            _tripled_from_brackets,
            _fewer_tenths,
        ),
        (_nearly, _several, _rounded_doubling, _goal, _other_indicator),
    ),
)
