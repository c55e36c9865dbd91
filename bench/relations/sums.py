"""A total and its parts, the total first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation, Sample
from relations.figures import Pen, decimal, split
from relations.framing import frame
from relations.parts import broken, draw_parts, draw_villages, joined
from relations.sum_behind import SHAPES as BEHIND
from relations.sum_silent import SILENT
from relations.topics import NUMERALS, draw_thing

if TYPE_CHECKING:
    from random import Random


def _all(lead: str) -> str:
    """共收到代表建议; 达到 and 共 do not go together."""
    return lead if "达到" in lead else f"共{lead}"


def _of_which(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="over")
    cue = random.choice(("其中", "其中：", "其中，"))
    lead = random.choice(parts.topic.leads)
    return frame(random, f"{_all(lead)}{parts.whole}，{cue}{joined(random, parts.items)}", tail=True)


def _including(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="over")
    cue = random.choice(("包括", "涵盖", "含"))
    return frame(random, f"{random.choice(parts.topic.leads)}{parts.whole}，{cue}{joined(random, parts.items)}")


def _respectively(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="over")
    names = "、".join(parts.names[:-1]) + random.choice("、和") + parts.names[-1]
    values = [*map(parts.bare, parts.values[:-1]), parts.amount(parts.values[-1])]
    listed = "、".join(values) if random.random() < 0.5 else "、".join(parts.each(lambda _, value: value))
    verb = random.choice(("分别为", "分别是", "分别有"))
    return frame(random, f"全年{random.choice(parts.topic.leads)}{parts.whole}，{names}{verb}{listed}")


def _kinds_in_all(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="forget")
    number = NUMERALS[len(parts.names)]
    names = "、".join(parts.names)
    values = "、".join(parts.each(lambda _, value: value))
    return frame(random, f"{names}{number}类共{parts.whole}，分别为{values}")


def _in_brackets(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="over")
    lead = random.choice(parts.topic.leads)
    cue = random.choice(("", "其中：", "其中"))
    inside = random.choice("，、；").join(parts.items)
    return frame(random, f"{_all(lead)}{parts.whole}（{cue}{inside}）", tail=True)


def _after_a_colon(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="forget")
    by = random.choice(("按类别划分", "分类统计", "分项看", "从构成看"))
    items = random.choice("；，").join(parts.items)
    return frame(random, f"{_all(random.choice(parts.topic.leads))}{parts.whole}，{by}：{items}")


def _next_sentence(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="over")
    mark = random.choice(("，", "：", ""))
    return frame(
        random,
        f"{random.choice(parts.topic.leads)}{parts.whole}。其中{mark}{random.choice('，、；').join(parts.items)}",
    )


def _belonging_to(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right)
    items = "，".join(parts.each(lambda name, value: f"属于{name}的{value}"))
    return frame(random, f"全年{_all(random.choice(parts.topic.leads))}{parts.whole}，按性质分，{items}")


def _seen_by_kind(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right)
    items = "，".join(parts.each(lambda name, value: f"{name}有{value}"))
    return frame(random, f"{_all(random.choice(parts.topic.leads))}{parts.whole}。从类别来看，{items}")


def _that_is(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="forget")
    return frame(
        random,
        f"今年{random.choice(parts.topic.leads)}{parts.whole}，即{joined(random, parts.items)}",
        opening=False,
        tail=True,
    )


def _divided_into(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="forget", topic=draw_thing(random))
    number = NUMERALS[len(parts.names)]
    start = random.choice(("经梳理汇总，", "按照归口管理原则，", "经分类整理，"))
    core = f"{start}{parts.whole}{parts.topic.noun}分为{number}类：{random.choice('，；').join(parts.items)}"
    return frame(random, core, opening=False)


def _nested(random: Random, right: bool) -> Sample:
    """A part has parts; one of both sums is wrong."""
    parts = draw_parts(random, right=True)
    total, values = parts.total, list(parts.values)
    index = values.index(max(values))
    inner = split(random, values[index], 2)
    if not right and random.random() < 0.5:
        total, *values = broken(random, total, values, over=True, margin=len(values) + 3)
        inner = split(random, values[index], 2)
    elif not right:
        inner = broken(random, values[index], inner, over=True, margin=5)[1:]
        if sum(inner) < values[index] + 5:
            inner[0] += values[index]
    brackets = f"（其中上半年{parts.amount(inner[0])}、下半年{parts.amount(inner[1])}）"
    items = [name + parts.amount(value) for name, value in zip(parts.names, values, strict=True)]
    items[index] += brackets
    lead = random.choice(parts.topic.leads)
    return frame(random, f"{_all(lead)}{parts.amount(total)}，其中{'、'.join(items)}")


def _money_in_two_units(random: Random, right: bool) -> Sample:
    """亿元 for the whole, 万元 and 亿元 for the parts."""
    pen = Pen.draw(random)
    total = random.randint(12, 98) * 1000 + random.randint(1, 9) * 100
    central, *others = sorted(split(random, total // 100, 3), reverse=True)
    values = [central * 100, *(value * 100 for value in others)]
    if not right:
        total, *values = (
            100 * value for value in broken(random, total // 100, [v // 100 for v in values], over=True, margin=6)
        )
    names = random.choice((("中央资金", "省级资金", "县级配套"), ("财政资金", "企业自筹", "银行贷款")))
    amounts = [
        pen.amount(decimal(value // 100, 2).normalize() if value % 10_000 else decimal(value // 10_000, 0), "亿元")
        if value >= 10_000
        else pen.amount(value, "万元")
        for value in (total, *values)
    ]
    items = [name + amount for name, amount in zip(names, amounts[1:], strict=True)]
    lead = random.choice(("项目总投资", "争取各类资金", "累计投入"))
    return frame(random, f"{lead}{amounts[0]}，其中{joined(random, items)}")


def _men_and_women(random: Random, right: bool) -> Sample:
    """Two parts that leave nothing out."""
    pen = Pen.draw(random)
    total = random.randint(46, 148)
    values = split(random, total, 2)
    if not right:
        total, *values = broken(random, total, values)
    names = random.choice((("男代表", "女代表"), ("中共党员", "非中共党员"), ("连任代表", "新当选代表")))
    items = "，".join(name + pen.count(value, "名") for name, value in zip(names, values, strict=True))
    lead = random.choice(("本届镇人大共有代表", "选举产生镇人大代表", "全镇现有人大代表"))
    return frame(random, f"{lead}{pen.count(total, '名')}，其中{items}")


def _shared_out(random: Random, right: bool) -> Sample:
    parts = draw_villages(random, right=right)
    verb = random.choice(("分解落实到", "分别安排给", "下达到"))
    return frame(
        random,
        f"{random.choice(parts.topic.leads)}{parts.whole}，{verb}各村，即{joined(random, parts.items)}",
        tail=True,
    )


def _ballots(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    total = random.randint(48, 260)
    values = [total - (others := random.randint(4, 14)), *split(random, others, 2)]
    if not right:
        total, *values = broken(random, total, values)
    yes, no, none = (pen.count(value, "票") for value in values)
    count = pen.count(total, "张")
    start = random.choice((f"发出表决票{count}，收回{count}", f"收回有效表决票{count}"))
    return frame(random, f"{start}，其中赞成{yes}，反对{no}，弃权{none}", opening=False)


def _levels(random: Random, right: bool) -> Sample:
    """Deputies of several levels."""
    pen = Pen.draw(random)
    values = [random.randint(2, 8), random.randint(12, 40), random.randint(48, 120)]
    total = sum(values)
    if not right:
        total, *values = broken(random, total, values)
    city, county, town = (pen.count(value, "名") for value in values)
    return frame(
        random,
        f"全镇现有各级人大代表{pen.count(total, '名')}，由市代表{city}、县代表{county}、镇代表{town}组成",
        opening=False,
    )


def _shares(random: Random, right: bool) -> Sample:
    """Shares that make up everything, to one decimal."""
    pen = Pen.draw(random)
    values = split(random, 1000 + (random.choice((-1, 0, 0, 1)) if right else 0), 3)
    if not right:
        _, *values = broken(random, 1000, values, margin=8)
        if abs(sum(values) - 1000) < 8:
            values[0] += 37
    values.sort(reverse=True)
    shares = [pen.percent(decimal(value, 1)) for value in values]
    subject, names = random.choice(
        (
            ("三次产业中，", ("第一产业", "第二产业", "第三产业")),
            ("测评结果显示，", ("满意", "基本满意", "不满意")),
            ("从年龄结构看，全体代表中", ("35岁以下", "36岁至55岁", "56岁以上")),
        )
    )
    if random.random() < 0.5:
        core = f"{subject}{'、'.join(names)}占比分别为{'、'.join(shares)}"
    else:
        core = subject + "，".join(f"{name}占{share}" for name, share in zip(names, shares, strict=True))
    return frame(random, core, opening=False)


def _structure_ratio(random: Random, right: bool) -> Sample:
    """三次产业结构 a:b:c."""
    values = split(random, 1000, 3)
    if not right:
        _, *values = broken(random, 1000, values, margin=8)
        if abs(sum(values) - 1000) < 8:
            values[1] += 41
    mark = random.choice("∶：:")
    ratio = mark.join(str(decimal(value, 1)) for value in values)
    verb = random.choice(("优化为", "调整为", "达到"))
    return frame(random, f"三次产业结构比{verb}{ratio}")


def _two_counts(random: Random, right: bool) -> Sample:
    """A total in 个 that is told apart by stage, as 建成 and 在建."""
    topic = draw_thing(random)
    parts = draw_parts(random, right=right, topic=topic, names=("已办结", "正在推进", "尚未启动"))
    return frame(
        random,
        f"{random.choice(('列入台账', '纳入管理', '交办'))}的{parts.whole}{topic.noun}中，{'，'.join(parts.items)}",
    )


BEFORE = (
    _of_which,
    _including,
    _respectively,
    _kinds_in_all,
    _in_brackets,
    _after_a_colon,
    _next_sentence,
    _belonging_to,
    _seen_by_kind,
    _that_is,
    _divided_into,
    _nested,
    _money_in_two_units,
    _men_and_women,
    _shared_out,
    _ballots,
    _levels,
    _shares,
    _structure_ratio,
    _two_counts,
)
RELATIONS = (
    Relation("sum-before", ("number.sum",), BEFORE, SILENT),
    Relation("sum-behind", ("number.sum",), BEHIND),
)
