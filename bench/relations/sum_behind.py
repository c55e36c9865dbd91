"""Parts and their total, the total last: 甲3个、乙4个，共7个."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations.figures import Pen, decimal, split
from relations.framing import frame
from relations.parts import broken, draw_parts, draw_villages
from relations.topics import NUMERALS, draw_village_topic

if TYPE_CHECKING:
    from random import Random

    from relations import Sample


def _in_all(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="forget")
    cue = random.choice(("共计", "合计", "总计", "共"))
    return frame(random, f"从{parts.topic.noun}构成看，{'、'.join(parts.items)}，{cue}{parts.whole}")


def _clauses_in_all(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="forget")
    start = random.choice(("从分类情况看，", "按类别统计，", "从全年情况看，"))
    end = random.choice(("合计", "总计", "共计"))
    return frame(random, f"{start}{'，'.join(parts.items)}，{end}达{parts.whole}", opening=False, tail=True)


def _kinds_together(random: Random, right: bool) -> Sample:
    parts = draw_parts(random, right=right, wrong="forget")
    number = NUMERALS[len(parts.names)]
    return frame(random, f"{'、'.join(parts.items)}，{number}项合计{parts.whole}")


def _built(random: Random, right: bool) -> Sample:
    """新建2座、改建3座、维修4座，共5座."""
    pen = Pen.draw(random)
    noun, unit = random.choice(
        (("农村公厕", "座"), ("便民桥", "座"), ("文化广场", "个"), ("停车场", "处"), ("机井", "眼"))
    )
    verbs = random.sample(("新建", "改建", "扩建", "维修"), 3)
    values = [random.randint(3, 28) for _ in verbs]
    total = sum(values)
    if not right:
        total, *values = broken(random, total, values)
    items = "、".join(verb + pen.count(value, unit) for verb, value in zip(verbs, values, strict=True))
    items = items.replace(verbs[0], verbs[0] + noun, 1)
    end = random.choice(("共实施", "共计", "合计"))
    return frame(random, f"{random.choice(('全镇', '全年'))}{items}，{end}{pen.count(total, unit)}", tail=True)


def _funds(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    values = [random.randint(12, 96) * 100, random.randint(12, 80) * 50, random.randint(10, 90) * 10]
    total = sum(values)
    if not right:
        total, *values = (10 * value for value in broken(random, total // 10, [v // 10 for v in values], margin=4))
    names = random.choice((("中央", "省级", "市级"), ("财政", "社会捐助", "村级自筹")))
    items = "、".join(name + "资金" + pen.amount(value, "万元") for name, value in zip(names, values, strict=True))
    end = random.choice(("总投入", "总投资", "共计", "合计"))
    return frame(random, f"先后争取{items}，{end}{pen.amount(total, '万元')}")


def _rounds(random: Random, right: bool) -> Sample:
    parts = draw_villages(random, right=right)
    items = "、".join(parts.items)
    return frame(random, f"{random.choice(parts.topic.leads)}涉及{items}，总计{parts.whole}")


def _two_sources(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    values = [random.randint(24, 120), random.randint(4, 40)]
    total = sum(values)
    if not right:
        total, *values = broken(random, total, values)
    held, between = (pen.count(value, "件") for value in values)
    verb = random.choice(("两项共", "两项合计", "总共"))
    return frame(random, f"收到大会期间建议{held}、闭会期间建议{between}，{verb}{pen.count(total, '件')}")


def _added(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    values = [random.randint(24, 120), random.randint(4, 40)]
    total = sum(values)
    if not right:
        total, *values = broken(random, total, values)
    held, between = (pen.count(value, "条") for value in values)
    core = f"人代会期间代表提出意见{held}，加上闭会期间提出的{between}，全年共收到意见{pen.count(total, '条')}"
    return frame(random, core, opening=False)


def _on_top(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    noun, unit = random.choice(
        (("代表联络站", "个"), ("公交站点", "个"), ("充电桩", "台"), ("养老床位", "张"), ("规上工业企业", "家"))
    )
    values = [random.randint(18, 160), random.randint(5, 60)]
    total = sum(values)
    if not right:
        total, *values = broken(random, total, values)
    old, new = (pen.count(value, unit) for value in values)
    end = random.choice(("总数达到", "总量达到", "全镇总数增至"))
    return frame(random, f"在原有{old}{noun}的基础上，今年又新增{new}，{end}{pen.count(total, unit)}")


def _carried_over(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    values = [random.randint(12, 240), random.randint(180, 2600)]
    total = sum(values)
    if not right:
        total, *values = broken(random, total, values)
    old, new = (pen.count(value, "件") for value in values)
    end = random.choice(("共受理案件", "合计受理", "全年共办理各类案件"))
    return frame(random, f"上年结转{old}，今年新收{new}，{end}{pen.count(total, '件')}", opening=False)


def _seasons(random: Random, right: bool) -> Sample:
    topic = draw_village_topic(random)
    names = random.choice((("上半年", "下半年"), ("一季度", "二季度", "三季度", "四季度")))
    parts = draw_parts(random, right=right, topic=topic, names=names)
    mark = random.choice("，、")
    lead = random.choice(topic.leads)
    return frame(random, f"从时间分布看，{lead}{mark.join(parts.items)}，全年合计{parts.whole}", opening=False)


def _people(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    values = [random.randint(12, 90) for _ in range(3)]
    total = sum(values)
    if not right:
        total, *values = broken(random, total, values)
    names = random.choice(
        (("村干部", "网格员", "志愿者"), ("市级代表", "县级代表", "镇级代表"), ("医生", "护士", "药师"))
    )
    items = "、".join(pen.count(value, "名") + name for name, value in zip(names, values, strict=True))
    verb = random.choice(("组织", "动员", "抽调"))
    end = random.choice(("共计", "总计", "合计"))
    return frame(random, f"{verb}{items}参与其中，{end}{pen.count(total, '人')}", tail=True)


def _making_up(random: Random, right: bool) -> Sample:
    """Names first, then their values."""
    parts = draw_parts(random, right=right, wrong="forget")
    start = "、".join(parts.names)
    values = "、".join(parts.each(lambda _, value: value))
    return frame(random, f"{start}分别完成{values}，{random.choice(('总计', '合计', '共完成'))}{parts.whole}")


def _money_up(random: Random, right: bool) -> Sample:
    """万元 for the parts, 亿元 for the total."""
    pen = Pen.draw(random)
    values = [100 * value for value in split(random, random.randint(120, 480), 3)]
    total = sum(values)
    if not right:
        total, *values = (100 * value for value in broken(random, total // 100, [v // 100 for v in values], margin=6))
    names = random.choice((("城建", "水利", "交通"), ("教育", "卫生", "养老")))
    items = "、".join(name + "领域" + pen.amount(value, "万元") for name, value in zip(names, values, strict=True))
    whole = pen.amount(decimal(total // 100, 2), "亿元")
    return frame(random, f"全年民生投入持续加大，其中{items}，三项合计{whole}", opening=False)


SHAPES = (
    _in_all,
    _clauses_in_all,
    _kinds_together,
    _built,
    _funds,
    _rounds,
    _two_sources,
    _added,
    _on_top,
    _carried_over,
    _seasons,
    _people,
    _making_up,
    _money_up,
)
