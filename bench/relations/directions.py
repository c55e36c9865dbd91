"""Words of rise and fall beside the values."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from relations import Relation, Sample
from relations.changes import SHRINKING, Change, draw_change, rate_pair
from relations.figures import Pen, draw_decimal
from relations.framing import frame

if TYPE_CHECKING:
    from random import Random


def _rising(random: Random) -> Change:
    return draw_change(random, 1.06, 1.8)


def _falling(random: Random) -> Change:
    return draw_change(random, 0.45, 0.9, SHRINKING)


def _ends(change: Change, right: bool) -> tuple[str, str]:
    """Both values in order, or swapped."""
    return (change.old, change.new) if right else (change.new, change.old)


def _risen(random: Random, right: bool) -> Sample:
    change = _rising(random)
    first, last = _ends(change, right)
    verb = random.choice(("增加到", "提高到", "上升到", "增长到", "增至", "升至"))
    return frame(random, f"{change.name}由{first}{verb}{last}", tail=True)


def _fallen(random: Random, right: bool) -> Sample:
    change = _falling(random)
    first, last = _ends(change, right)
    verb = random.choice(("下降到", "减少到", "降至", "减至", "下降至"))
    return frame(random, f"{change.name}从{first}{verb}{last}", tail=True)


def _rate_fallen(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    low = draw_decimal(random, 0.4, 4, 1)
    high = low + draw_decimal(random, 1, 8, 1)
    first, last = (high, low) if right else (low, high)
    name = random.choice(("贫困发生率", "城镇登记失业率", "商品房空置率", "不良贷款率", "电网线损率"))
    verb = random.choice(("下降到", "降至", "降低到", "回落至"))
    return frame(random, f"{name}由{pen.percent(first)}{verb}{pen.percent(last)}")


def _rate_risen(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    name, low, high = rate_pair(random)
    first, last = (low, high) if right else (high, low)
    verb = random.choice(("提升到", "提高至", "上升至", "提升至"))
    return frame(random, f"{name}从上年的{pen.percent(first)}{verb}{pen.percent(last)}", tail=True)


def _faster(random: Random, right: bool) -> Sample:
    """Working days for an application."""
    pen = Pen.draw(random)
    long = random.randint(12, 30)
    short = random.randint(2, long - 5)
    first, last = (long, short) if right else (short, long)
    unit = random.choice(("个工作日", "天", "小时"))
    verb = random.choice(("压缩至", "缩短到", "压减到", "缩短为"))
    what = random.choice(("企业开办时间", "项目审批时限", "不动产登记办理时限"))
    return frame(random, f"{what}由{pen.count(first, unit)}{verb}{pen.count(last, unit)}", tail=True)


def _rank(random: Random, right: bool) -> Sample:
    """A better place has a smaller number."""
    pen = Pen("arabic")
    better = random.randint(1, 8)
    worse = better + random.randint(2, 7)
    first, last = (worse, better) if right else (better, worse)
    what = random.choice(("综合考核排名", "营商环境评价名次", "群众满意度测评位次"))
    verb = random.choice(("上升到", "前移至", "跃升至", "提升到"))
    return frame(random, f"{what}由全县第{pen.count(first)}位{verb}第{pen.count(last)}位", tail=True)


def _overfulfilled(random: Random, right: bool) -> Sample:
    change = draw_change(random, 1.05, 1.4)
    first, last = _ends(change, right)
    end = random.choice(("超额完成年度任务", "超额完成全年目标", "超额完成计划"))
    return frame(random, f"{change.name}计划{first}，实际完成{last}，{end}")


def _above_average(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    low = draw_decimal(random, 4, 7, 1)
    high = low + draw_decimal(random, 0.6, 4, 1)
    mine, theirs = (high, low) if right else (low, high)
    if random.random() < 0.5:
        mine, theirs, word = theirs, mine, "低于"
    else:
        word = random.choice(("高于", "快于"))
    name = random.choice(("地区生产总值", "固定资产投资", "社会消费品零售总额"))
    return frame(random, f"{name}增长{pen.percent(mine)}，{word}全市平均水平（{pen.percent(theirs)}）")


def _fewer_than(random: Random, right: bool) -> Sample:
    """The difference is right, but not the word."""
    change = _falling(random)
    gap = change.pen.amount(abs(change.before - change.after), change.indicator.unit)
    word = "减少" if right else random.choice(("增加", "增长"))
    return frame(random, f"{change.name}为{change.new}，比上年的{change.old}{word}{gap}")


def _more_than(random: Random, right: bool) -> Sample:
    change = _rising(random)
    gap = change.pen.amount(abs(change.before - change.after), change.indicator.unit)
    word = random.choice(("增加", "增长")) if right else random.choice(("减少", "下降"))
    return frame(random, f"{change.name}达{change.new}，较上年同期的{change.old}{word}{gap}")


def _year_by_year(random: Random, right: bool) -> Sample:
    change = _rising(random)
    word = random.choice(("有所增长", "明显上升", "稳步提高")) if right else random.choice(("有所下降", "明显减少"))
    core = f"上年{change.name}为{change.old}，今年为{change.new}，{word}"
    return frame(random, core, opening=False)


def _widened(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    few = random.randint(3, 20)
    many = few + random.randint(4, 30)
    first, last = (few, many) if right else (many, few)
    what = random.choice(("覆盖范围", "试点村", "服务网点"))
    verb = random.choice(("扩大到", "拓展到", "增加到"))
    return frame(random, f"{what}由去年的{pen.count(first, '个')}{verb}{pen.count(last, '个')}")


def _cut_down(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    few = random.randint(3, 12)
    many = few + random.randint(4, 20)
    first, last = (many, few) if right else (few, many)
    what, unit = random.choice((("内设机构", "个"), ("申报材料", "份"), ("审批环节", "个"), ("领导小组", "个")))
    verb = random.choice(("精简到", "压减为", "精简为", "减少到"))
    return frame(random, f"{what}由{pen.count(first, unit)}{verb}{pen.count(last, unit)}")


def _slowed(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    low = draw_decimal(random, 3, 7, 1)
    high = low + draw_decimal(random, 0.6, 4, 1)
    first, last = (high, low) if right else (low, high)
    name = random.choice(("工业增加值增速", "固定资产投资增速", "财政收入增幅"))
    return frame(
        random,
        f"{name}由上半年的{pen.percent(first)}{random.choice(('回落到', '回落至', '放缓至'))}{pen.percent(last)}",
    )


def _sped_up(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    low = draw_decimal(random, 3, 7, 1)
    high = low + draw_decimal(random, 0.6, 4, 1)
    first, last = (low, high) if right else (high, low)
    name = random.choice(("工业增加值增速", "消费品零售额增速", "服务业增加值增速"))
    return frame(
        random,
        f"{name}由一季度的{pen.percent(first)}{random.choice(('加快到', '提高到', '回升至'))}{pen.percent(last)}",
    )


def _over_plan_by(random: Random, right: bool) -> Sample:
    """Plan, result, and by how much it is more."""
    change = draw_change(random, 1.06, 1.4)
    gap = change.pen.amount(abs(change.before - change.after), change.indicator.unit)
    word = random.choice(("超出计划", "超计划", "比计划多")) if right else random.choice(("比计划少", "低于计划"))
    return frame(random, f"{change.name}年初计划{change.old}，实际完成{change.new}，{word}{gap}")


def _percent_with_values(random: Random, right: bool) -> Sample:
    """The percentage is right, but a decline is called growth."""
    change = _falling(random)
    rate = change.pen.percent(int(abs(change.ratio - 1) * 1000 + Fraction(1, 2)) / Decimal(10))
    word = random.choice(("下降", "减少")) if right else random.choice(("增长", "上升"))
    core = f"全年{change.name}{change.new}，上年为{change.old}，同比{word}{rate}"
    return frame(random, core, opening=False)


def _villages(random: Random, right: bool) -> Sample:
    """由甲村到乙村 is no change of numbers."""
    del right
    pen = Pen.draw(random)
    many, few = pen.count(random.randint(12, 24), "名"), pen.count(random.randint(3, 9), "名")
    return frame(random, f"选派{many}干部下沉一线，由{few}科级领导带队，{random.choice(('扩大', '提高'))}走访覆盖面")


def _two_targets(random: Random, right: bool) -> Sample:
    """Different things rise and fall in one sentence."""
    del right
    change = _rising(random)
    pen = change.pen
    low = draw_decimal(random, 1, 4, 1)
    core = (
        f"{change.name}由{change.old}提高到{change.new}，困难群众比例由{pen.percent(low + 3)}下降到{pen.percent(low)}"
    )
    return frame(random, core)


def _rank_down(random: Random, right: bool) -> Sample:
    """Falling back to a larger number."""
    del right
    better = random.randint(1, 8)
    worse = better + random.randint(1, 5)
    return frame(random, f"受多种因素影响，个别指标在全县的位次由第{better}位下降到第{worse}位", opening=False)


def _range_of_years(random: Random, right: bool) -> Sample:
    del right
    change = _falling(random)
    first = random.randint(2014, 2019)
    core = f"从{first}年到{first + 4}年，{change.name}由{change.old}下降到{change.new}，已连续{4}年实现下降"
    return frame(random, core, opening=False)


def _grew_less(random: Random, right: bool) -> Sample:
    """A smaller growth is growth."""
    del right
    pen = Pen.draw(random)
    change = _rising(random)
    low = draw_decimal(random, 2, 5, 1)
    less = pen.points(draw_decimal(random, 0.4, 3, 1))
    core = f"{change.name}达到{change.new}，增长{pen.percent(low)}，增幅比上年下降{less}"
    return frame(random, core)


def _share_of_decline(random: Random, right: bool) -> Sample:
    """A decline that grew."""
    del right
    pen = Pen.draw(random)
    before, now = draw_decimal(random, 0.4, 1.6, 1), pen.percent(draw_decimal(random, 2, 5, 1))
    core = f"单位地区生产总值能耗下降{now}，降幅由上年的{pen.percent(before)}扩大到{now}"
    return frame(random, core)


RELATIONS = (
    Relation(
        "direction",
        ("number.direction", "number.growth"),
        (
            _risen,
            _fallen,
            _rate_fallen,
            _rate_risen,
            _faster,
            _rank,
            _overfulfilled,
            _above_average,
            _fewer_than,
            _more_than,
            _year_by_year,
            _widened,
            _cut_down,
            _slowed,
            _sped_up,
            _over_plan_by,
            _percent_with_values,
        ),
        (_villages, _two_targets, _rank_down, _range_of_years, _grew_less, _share_of_decline),
    ),
)
