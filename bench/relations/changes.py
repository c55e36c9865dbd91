"""Two values of one indicator in two years, and how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from relations.figures import Figure, Pen, counted, measured, rounded

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something whose values are compared.

    Attributes:
        name: as it is the subject of a sentence.
        unit: its unit.
        least: smallest value.
        most: largest value.
        places: printed decimals; without them it is counted, not measured.
    """

    name: str
    unit: str
    least: float
    most: float
    places: int = 0


GROWING = (
    Indicator("财政总收入", "亿元", 1.2, 46, 2),
    Indicator("一般公共预算收入", "亿元", 2.5, 38, 2),
    Indicator("地区生产总值", "亿元", 21, 260, 1),
    Indicator("固定资产投资", "亿元", 11, 140, 1),
    Indicator("村集体经济收入", "万元", 110, 2600, 1),
    Indicator("农村居民人均可支配收入", "元", 9800, 23000),
    Indicator("城镇居民人均可支配收入", "元", 22000, 46000),
    Indicator("规模以上工业企业", "家", 24, 160),
    Indicator("茶园面积", "亩", 2100, 28000),
    Indicator("市场主体", "户", 4200, 26000),
    Indicator("旅游接待总量", "万人次", 24, 480, 1),
    Indicator("养老机构床位", "张", 220, 1900),
    Indicator("粮食总产量", "万吨", 6, 58, 2),
    Indicator("高标准农田", "万亩", 6, 48, 1),
)
AT_CURRENT_PRICES = tuple(indicator for indicator in GROWING if indicator.name != "地区生产总值")
"""Of the gross product the growth is given at constant prices: its two values do not settle it."""
MONEY = tuple(indicator for indicator in GROWING if indicator.unit.endswith("元"))
ECONOMY = tuple(indicator for indicator in GROWING if indicator.name in {"地区生产总值", "固定资产投资"})
SHRINKING = (
    Indicator("信访总量", "件", 120, 980),
    Indicator("刑事案件发案数", "起", 60, 890),
    Indicator("安全生产事故", "起", 24, 90),
    Indicator("“三公”经费支出", "万元", 110, 960, 1),
    Indicator("化肥使用量", "吨", 1100, 9800),
    Indicator("矛盾纠纷受理量", "起", 110, 980),
    Indicator("低保对象", "户", 160, 1900),
    Indicator("办件平均用时", "分钟", 18, 90, 1),
)
RATES = (
    ("城镇化率", 38, 62),
    ("森林覆盖率", 36, 68),
    ("农村自来水普及率", 72, 90),
    ("秸秆综合利用率", 76, 90),
    ("代表建议解决率", 62, 84),
    ("规模养殖占比", 32, 64),
    ("农作物耕种收综合机械化率", 48, 76),
)


@dataclass(frozen=True, slots=True)
class Change:
    """Values before and after, as printed and as they truly were.

    Attributes:
        pen: writes the numbers.
        indicator: whose values.
        before: printed.
        after: printed.
        ratio: true value of after / before.
    """

    pen: Pen
    indicator: Indicator
    before: Decimal
    after: Decimal
    ratio: Fraction

    @property
    def old(self) -> str:
        """The value before, with its unit."""
        return self.pen.amount(self.before, self.indicator.unit)

    @property
    def new(self) -> str:
        """The value after, with its unit."""
        return self.pen.amount(self.after, self.indicator.unit)

    @property
    def figures(self) -> tuple[Figure, Figure]:
        """Both printed values: counted, or measured when they have decimals or are sums of money."""
        make = measured if self.indicator.places or self.indicator.unit == "元" else counted
        if make is measured:
            return measured(self.before), measured(self.after)
        return counted(int(self.before)), counted(int(self.after))

    @property
    def name(self) -> str:
        """Of the indicator."""
        return self.indicator.name


def draw_change(
    random: Random, low: float, high: float, indicators: tuple[Indicator, ...] = GROWING, pen: Pen | None = None
) -> Change:
    """A change by a factor between low and high; percentages are to be made of its true ratio."""
    indicator = random.choice(indicators)
    before = Fraction(random.uniform(indicator.least, indicator.most))
    after = before * Fraction(random.uniform(low, high))
    printed = rounded(before, indicator.places), rounded(after, indicator.places)
    if not indicator.places:
        before, after = Fraction(printed[0]), Fraction(printed[1])
    return Change(pen or Pen.draw(random), indicator, *printed, after / before)


def rate_pair(random: Random, least: float = 1.2, most: float = 9.5) -> tuple[str, Decimal, Decimal]:
    """A rate with its lower and its higher value, each to one decimal."""
    name, low, high = random.choice(RATES)
    lower = rounded(Fraction(random.uniform(low, high)), 1)
    return name, lower, lower + rounded(Fraction(random.uniform(least, most)), 1)
