"""One figure that a report gives twice, alike or differently."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from relations import Relation
from relations.indicators_silent import SILENT
from relations.wording import Value, counted, shapes

if TYPE_CHECKING:
    from random import Random

_LEAST, _MOST = 0.03, 0.8
"""How far a slip is from the true figure, as a share of it."""


def slipped(random: Random, digits: str) -> str:
    """The digits with two neighbours swapped or one changed, so that the number is clearly another of like size."""
    places = [n for n, digit in enumerate(digits) if digit.isdigit()]
    others = []
    for left, right in pairwise(places):
        swapped = list(digits)
        swapped[left], swapped[right] = swapped[right], swapped[left]
        others.append("".join(swapped))
    for place in places[:2]:
        others += [digits[:place] + digit + digits[place + 1 :] for digit in "23456789"]
    wanted = float(digits)
    return random.choice([o for o in others if o[0] != "0" and _LEAST < abs(float(o) - wanted) / wanted < _MOST])


def _figures(random: Random, right: bool) -> dict[str, Value]:
    """Figures as they are first given, and as they are given again."""
    whole = {
        "meetings": random.randint(5, 9),
        "visits": random.randint(12, 28),
        "advice": random.randint(21, 68),
        "deputies": random.randint(52, 89),
        "people": random.randint(310, 989),
        "households": random.randint(1210, 3890),
        "money": random.randint(1210, 9890),
        "income": random.randint(14110, 24890),
        "grids": random.randint(110, 198),
    }
    tenths = {
        "product": random.randint(112, 489),
        "investment": random.randint(21, 98),
        "grain": random.randint(121, 389),
        "rate": random.randint(881, 988),
    }
    values: dict[str, Value] = {}
    for name, figure in whole.items():
        values[name] = figure
        values[name + "_again"] = figure if right else slipped(random, str(figure))
    for name, figure in tenths.items():
        values[name] = f"{figure / 10:.1f}"
        values[name + "_again"] = values[name] if right else slipped(random, f"{figure / 10:.1f}")
    meetings = int(values["meetings"])
    values["han"] = counted(meetings)
    values["han_again"] = counted(meetings if right else meetings + random.choice((-2, -1, 1, 2)))
    hundreds = random.randint(12, 48)
    values["hundreds"] = f"{hundreds / 10:.1f}"
    values["thousands"] = hundreds * 1000 if right else hundreds * 1000 + random.choice((3000, 4000, 5000))
    return values


_SHAPES = shapes(
    """
    {town}镇政府工作报告¶一、2023年工作回顾¶2023年，全镇实现地区生产总值{product}亿元，完成固定资产投资{investment}亿元。
    ¶（一）综合实力持续增强。⟦2023年，全镇地区生产总值达到{product_again}亿元⟧，三次产业结构更加优化。

    {town}镇人大主席团2022年工作报告¶2022年，主席团召开主席团会议{meetings}次，督办代表建议{advice}件，较好完成了各项任务。
    ¶一、坚持科学谋划。⟦全年召开主席团会议{meetings_again}次⟧，集体研究年度工作要点、代表视察方案等重要事项。

    一年来，镇人大主席团依法履职，督促办理代表建议{advice}件。¶狠抓建议办理。坚持跟踪督办，
    ⟦一年来共督促办理代表建议{advice_again}件⟧，[答复率达百分之百|一批民生难题得到解决]。

    全镇共有镇人大代表{deputies}名，分为{3-5}个代表小组。¶激发代表活力。⟦组织全镇{deputies_again}名镇人大代表开展述职评议⟧，
    [评议结果向选民公布|评出优秀代表{6-9}名]。

    合理划定网格，全镇共划分网格{grids}个。¶加强网格员培训，⟦在全镇{grids_again}个网格中全面推行“三色管理”⟧，[基层治理效能不断提升|做到小事不出网格]。

    县人社局2024年工作总结¶2024年，全县城镇新增就业{households}人，就业形势总体稳定。¶落实就业优先政策。
    ⟦全年实现城镇新增就业{households_again}人⟧，完成目标任务的{101-109}%。

    {town}镇2021年主要经济指标完成情况¶一般公共预算收入　{money}万元¶农民人均可支配收入　{income}元
    ¶2021年，⟦全镇农民人均可支配收入{income_again}元⟧，增速高于全县平均水平。

    2022年，我局共受理行政复议案件{visits}件，全部在法定期限内办结。¶依法化解行政争议。⟦{visits_again}件行政复议案件
    于2022年受理并全部按期办结⟧，无一件被撤销或变更。

    总投资{investment}亿元的{town}产业园项目于3月开工建设。¶项目建设方面，⟦{town}产业园项目总投资{investment_again}亿元⟧，
    目前一期厂房已封顶。

    2023年，全县粮食总产量达{grain}万吨，再创历史新高。¶一、稳产保供更加有力。全面落实粮食安全责任制，⟦2023年粮食总产量{grain_again}万吨⟧，
    实现连年丰收。

    全年接待群众来访{people}人次，化解信访积案{3-9}件。¶注重联系群众。坚持领导干部接访下访，⟦全年共接待来访群众{people_again}人次⟧，
    [群众反映的问题件件有回音|越级上访明显减少]。

    全镇城乡居民医保参保率达{rate}%，位居全县前列。¶民生保障方面，⟦城乡居民医保参保率为{rate_again}%⟧，[实现应保尽保|医疗救助政策全面落实]。

    一年来，主席团先后{han}次召开主席团会议。¶加强自身建设。⟦全年{han_again}次主席团会议均做到议题会前征求意见、会后跟踪落实⟧。

    全县共投入教育经费{hundreds}亿元，用于改善办学条件。¶教育事业优先发展。⟦全县投入教育经费{thousands}万元⟧，新改扩建学校{6-12}所。

    各位代表，过去的一年，我们共落实民生资金{money}万元，办成了一批实事好事。¶回顾一年来的工作，民生投入是最大的亮点，
    ⟦全年落实民生资金{money_again}万元⟧，群众看在眼里、喜在心里。
    """,
    _figures,
)
_CHECKS = ("number.indicator-conflict", "number.magnitude")
RELATIONS = (Relation("indicator", _CHECKS, _SHAPES, SILENT),)
