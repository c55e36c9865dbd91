"""What looks like two values with their growth, and is right."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from relations.changes import ECONOMY, draw_change
from relations.figures import draw_decimal, rounded
from relations.framing import frame

if TYPE_CHECKING:
    from random import Random

    from relations import Sample


def _comparable_prices(random: Random, right: bool) -> Sample:
    del right
    change = draw_change(random, 1.06, 1.15, ECONOMY)
    rate = change.pen.percent(draw_decimal(random, 2, 5, 1))
    basis = random.choice(("按可比价格计算增长", "扣除价格因素实际增长", "按不变价计算增长", "同口径增长"))
    return frame(random, f"{change.name}由{change.old}增加到{change.new}，{basis}{rate}")


def _another_indicator(random: Random, right: bool) -> Sample:
    del right
    change = draw_change(random, 1.06, 1.6)
    rate = change.pen.percent(draw_decimal(random, 3, 28, 1))
    what = random.choice(("税收收入增长", "带动群众增收", "综合产值增长", "亩均效益提高"))
    return frame(random, f"{change.name}由{change.old}增加到{change.new}，{what}{rate}", tail=True)


def _yearly_without_years(random: Random, right: bool) -> Sample:
    """How many years they were is not said."""
    del right
    change = draw_change(random, 1.3, 1.9)
    years = random.randint(3, 6)
    rate = change.pen.percent(rounded(Fraction((float(change.ratio) ** (1 / years) - 1) * 100), 1))
    core = f"近年来，{change.name}由{change.old}增加到{change.new}，年均增长{rate}"
    return frame(random, core, opening=False)


def _nearly(random: Random, right: bool) -> Sample:
    del right
    change = draw_change(random, 1.272, 1.292)
    return frame(
        random, f"{change.name}由{change.old}增加到{change.new}，增长{random.choice(('近30%', '近三成', '约28%'))}"
    )


def _rough_base(random: Random, right: bool) -> Sample:
    del right
    change = draw_change(random, 1.35, 1.6)
    while change.before < 10:
        change = draw_change(random, 1.35, 1.6)
    rate = change.pen.percent(rounded((change.ratio - 1) * 100, 0))
    power = 10 ** (len(str(int(change.before))) - 1)
    old = change.pen.count(int(change.before) // power * power) + "多" + change.indicator.unit
    return frame(random, f"{change.name}由{old}增加到{change.new}，增长{rate}左右")


def _higher_than_others(random: Random, right: bool) -> Sample:
    """Points above the city's rate, without that rate."""
    del right
    change = draw_change(random, 1.04, 1.3)
    points = change.pen.points(draw_decimal(random, 0.4, 4, 1))
    return frame(random, f"{change.name}由{change.old}增加到{change.new}，增速高于全市{points}")


def _masked(random: Random, right: bool) -> Sample:
    del right
    change = draw_change(random, 1.04, 1.6)
    rate = change.pen.percent(draw_decimal(random, 3, 14, 1))
    return frame(random, f"{change.name}由XX{change.indicator.unit}增加到{change.new}，增长{rate}")


SILENT = (
    _comparable_prices,
    _another_indicator,
    _yearly_without_years,
    _nearly,
    _rough_base,
    _higher_than_others,
    _masked,
)
