"""Two values and by how much the second is more or less than the first."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from relations import Relation, Sample
from relations.changes import AT_CURRENT_PRICES, MONEY, SHRINKING, Change, draw_change, rate_pair
from relations.figures import Pen, draw_decimal, growth_bounds, is_off, measured, rounded, slip, unit_of
from relations.framing import frame
from relations.growth_silent import SILENT

if TYPE_CHECKING:
    from random import Random


_PRICED = tuple(indicator for indicator in MONEY if indicator in AT_CURRENT_PRICES)


def _growth(random: Random, right: bool, change: Change, *, of: Decimal | None = None) -> Decimal:
    """The printed growth in percent, without its sign; the base may be another than the value before."""
    share = abs(change.ratio - 1) * 100
    printed = rounded(share, random.choice((0, 1, 1, 1, 2)), cut=random.random() < 0.15)
    if right:
        return printed
    before, after = change.figures
    low, high = growth_bounds(measured(of) if of else before, after)
    bounds = (low, high) if high > 0 else (-high, -low)
    return slip(random, printed, lambda wrong: wrong < 100 and is_off(wrong, bounds))


def _difference(random: Random, right: bool, change: Change) -> str:
    """The printed difference with its unit."""
    gap = abs(change.after - change.before)
    least = 5 * Decimal(unit_of(gap).numerator) / Decimal(unit_of(gap).denominator)
    value = gap if right else slip(random, gap, lambda wrong: abs(wrong - gap) >= least)
    return change.pen.amount(value, change.indicator.unit)


def _up(random: Random, low: float = 1.04, high: float = 1.48) -> Change:
    return draw_change(random, low, high, AT_CURRENT_PRICES)


def _down(random: Random) -> Change:
    return draw_change(random, 0.45, 0.93, SHRINKING)


def _from_to(random: Random, right: bool) -> Sample:
    change = _up(random)
    rate = change.pen.percent(_growth(random, right, change))
    verb = random.choice(("增加到", "提高到", "增长到", "增至", "扩大到"))
    core = f"{change.name}由{change.old}{verb}{change.new}，{random.choice(('增长', '增长了', '增幅为'))}{rate}"
    return frame(random, core, tail=True)


def _from_last_year(random: Random, right: bool) -> Sample:
    change = _up(random)
    rate = change.pen.percent(_growth(random, right, change))
    year = random.randint(2012, 2019)
    core = f"{change.name}从{year}年的{change.old}提高到{year + random.randint(1, 5)}年的{change.new}，增幅达{rate}"
    return frame(random, core, opening=False)


def _than(random: Random, right: bool) -> Sample:
    change = _up(random)
    rate = change.pen.percent(_growth(random, right, change))
    core = f"{change.name}达到{change.new}，比上年的{change.old}增长{rate}"
    return frame(random, core, tail=True)


def _with_difference(random: Random, right: bool) -> Sample:
    """Value, growth and difference; the base is not printed."""
    change = draw_change(random, 1.04, 1.4, _PRICED)
    while change.after - change.before <= 40 * unit_of(change.after):
        change = draw_change(random, 1.04, 1.4, _PRICED)
    gap = change.after - change.before
    least = max(Fraction(gap) / 10, 8 * unit_of(gap))
    wrong = (
        gap if right else slip(random, gap, lambda value: abs(Fraction(value - gap)) >= least and value < change.after)
    )
    rate = change.pen.percent(rounded((change.ratio - 1) * 100, random.choice((1, 1, 2))))
    more = change.pen.amount(wrong, change.indicator.unit)
    verb = random.choice(("比上年增加", "较上年净增", "净增"))
    return frame(random, f"实现{change.name}{change.new}，同比增长{rate}，{verb}{more}")


def _year_by_year(random: Random, right: bool) -> Sample:
    change = _up(random)
    rate = change.pen.percent(_growth(random, right, change))
    core = f"上年{change.name}为{change.old}，今年为{change.new}，增长{rate}"
    return frame(random, core, opening=False)


def _in_brackets(random: Random, right: bool) -> Sample:
    change = _up(random)
    rate = change.pen.percent(_growth(random, right, change))
    return frame(random, f"{change.name}达{change.new}（上年为{change.old}），同比增长{rate}")


def _points_up(random: Random, right: bool) -> Sample:
    name, low, high = rate_pair(random)
    pen = Pen("arabic")
    gap = high - low
    points = pen.points(gap if right else slip(random, gap, lambda wrong: abs(wrong - gap) >= Decimal("0.4")))
    verb = random.choice(("提高到", "提升至", "上升到"))
    more = random.choice(("提高", "提升了", "上升"))
    return frame(random, f"{name}由{pen.percent(low)}{verb}{pen.percent(high)}，{more}{points}", tail=True)


def _points_down(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    low = draw_decimal(random, 0.4, 4, 1)
    high = low + draw_decimal(random, 1, 8, 1)
    gap = high - low
    points = pen.points(gap if right else slip(random, gap, lambda wrong: abs(wrong - gap) >= Decimal("0.4")))
    name = random.choice(("贫困发生率", "城镇登记失业率", "商品房空置率", "不良贷款率"))
    verb = random.choice(("降至", "下降到", "降低到"))
    return frame(random, f"{name}从{pen.percent(high)}{verb}{pen.percent(low)}，下降{points}")


def _points_reached(random: Random, right: bool) -> Sample:
    """The value first, then the one before in 比上年的."""
    name, low, high = rate_pair(random)
    pen = Pen.draw(random)
    gap = high - low
    points = pen.points(gap if right else slip(random, gap, lambda wrong: abs(wrong - gap) >= Decimal("0.4")))
    return frame(random, f"{name}达到{pen.percent(high)}，比上年的{pen.percent(low)}提高{points}", tail=True)


def _by(random: Random, right: bool) -> Sample:
    """The difference in the unit itself."""
    change = _up(random, 1.08)
    more = _difference(random, right, change)
    verb = random.choice(("增加到", "发展到", "扩大到"))
    return frame(
        random, f"{change.name}由上年的{change.old}{verb}{change.new}，{random.choice(('增加', '净增', '新增'))}{more}"
    )


def _shrunk(random: Random, right: bool) -> Sample:
    change = _down(random)
    rate = change.pen.percent(_growth(random, right, change))
    verb = random.choice(("下降到", "减少到", "降至"))
    return frame(
        random, f"{change.name}由{change.old}{verb}{change.new}，{random.choice(('下降', '降幅达', '下降了'))}{rate}"
    )


def _less_than(random: Random, right: bool) -> Sample:
    change = _down(random)
    rate = change.pen.percent(_growth(random, right, change))
    return frame(random, f"{change.name}为{change.new}，较上年同期的{change.old}减少{rate}", tail=True)


def _less_by(random: Random, right: bool) -> Sample:
    change = draw_change(random, 0.4, 0.85, SHRINKING)
    fewer = _difference(random, right, change)
    core = f"全年{change.name}{change.new}，比上年的{change.old}减少{fewer}"
    return frame(random, core, opening=False)


def _three_ways(random: Random, right: bool) -> Sample:
    """Difference and growth, of which the growth is wrong."""
    change = _up(random, 1.08)
    rate = change.pen.percent(_growth(random, right, change))
    more = change.pen.amount(change.after - change.before, change.indicator.unit)
    core = f"{change.name}由上年的{change.old}增加到{change.new}，净增{more}，增长{rate}"
    return frame(random, core)


def _over_years(random: Random, right: bool) -> Sample:
    change = _up(random, 1.2, 1.95)
    rate = change.pen.percent(_growth(random, right, change))
    first = random.randint(2011, 2018)
    years = random.randint(3, 5)
    number = {3: "三", 4: "四", 5: "五"}[years]
    core = f"{first}年{change.name}为{change.old}，{first + years}年达到{change.new}，{number}年累计增长{rate}"
    return frame(random, core, opening=False)


def _yearly(random: Random, right: bool) -> Sample:
    """Growth of each year on average."""
    change = _up(random, 1.3, 1.9)
    years = random.randint(3, 5)
    printed = rounded(Fraction((float(change.ratio) ** (1 / years) - 1) * 100), 1)
    rate = (
        printed if right else slip(random, printed, lambda wrong: abs(wrong - printed) >= Decimal("1.2") and wrong < 40)
    )
    first = random.randint(2011, 2018)
    core = (
        f"{change.name}由{first}年的{change.old}增加到{first + years}年的{change.new}，"
        f"年均增长{change.pen.percent(rate)}"
    )
    return frame(random, core, opening=False)


def _respectively(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    one, two = (draw_change(random, 1.04, 1.6, AT_CURRENT_PRICES, pen) for _ in range(2))
    while one.name == two.name:
        two = draw_change(random, 1.04, 1.6, AT_CURRENT_PRICES, pen)
    first = random.random() < 0.5
    rates = _growth(random, right or not first, one), _growth(random, right or first, two)
    core = (
        f"{one.name}、{two.name}分别由{one.old}、{two.old}增加到{one.new}、{two.new}，"
        f"分别增长{pen.percent(rates[0])}和{pen.percent(rates[1])}"
    )
    return frame(random, core)


def _with_next_indicator(random: Random, right: bool) -> Sample:
    """Another indicator follows with its own rate."""
    change = _up(random)
    rate = change.pen.percent(_growth(random, right, change))
    other = change.pen.percent(draw_decimal(random, 3, 14, 1))
    what = random.choice(("社会消费品零售总额增长", "外贸出口额增长", "用电量增长"))
    return frame(random, f"{change.name}由{change.old}增加到{change.new}，增长{rate}，{what}{other}")


RELATIONS = (
    Relation(
        "growth",
        ("number.growth",),
        (
            _from_to,
            _from_last_year,
            _than,
            _with_difference,
            _year_by_year,
            _in_brackets,
            _points_up,
            _points_down,
            _points_reached,
            _by,
            _shrunk,
            _less_than,
            _less_by,
            _three_ways,
            _over_years,
            _yearly,
            _respectively,
            _with_next_indicator,
        ),
        SILENT,
    ),
)
