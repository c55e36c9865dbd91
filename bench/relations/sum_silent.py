"""What looks like a total with parts that do not make it up, and is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations.figures import Pen, decimal, draw_decimal
from relations.framing import frame
from relations.parts import draw_parts, joined
from relations.topics import draw_topic

if TYPE_CHECKING:
    from random import Random

    from relations import Sample
    from relations.parts import Parts


def _few(random: Random) -> Parts:
    """The whole, with a part lost."""
    parts = draw_parts(random, right=True)
    while len(parts.names) < 3:
        parts = draw_parts(random, right=True)
    return type(parts)(parts.pen, parts.topic, parts.total, parts.names[:-1], parts.values[:-1])


def _and_others(random: Random, right: bool) -> Sample:
    del right
    parts = _few(random)
    items = "、".join(parts.items)
    end = random.choice(("等", "等几类", "等方面"))
    return frame(
        random, f"{random.choice(parts.topic.leads)}{parts.whole}，{random.choice(('其中', '包括'))}{items}{end}"
    )


def _mostly(random: Random, right: bool) -> Sample:
    del right
    parts = _few(random)
    cue = random.choice(("主要是", "其中重点是", "主要包括", "主要集中在"))
    return frame(random, f"{random.choice(parts.topic.leads)}{parts.whole}，{cue}{'、'.join(parts.items)}")


def _one_part(random: Random, right: bool) -> Sample:
    del right
    parts = _few(random)
    cue = random.choice(("其中", "含", "包括"))
    return frame(random, f"{random.choice(parts.topic.leads)}{parts.whole}，{cue}{parts.items[0]}", tail=True)


def _overlapping(random: Random, right: bool) -> Sample:
    """The same people are counted under several heads; together they may be more than all."""
    del right
    pen = Pen.draw(random)
    total = random.randint(52, 140)
    heads = random.sample(("中共党员", "女代表", "少数民族代表", "基层一线代表", "大专以上学历代表", "连任代表"), 3)
    items = "、".join(head + pen.count(random.randint(total // 5, total * 3 // 5), "名") for head in heads)
    return frame(random, f"本届镇人大现有代表{pen.count(total, '名')}，其中{items}", opening=False)


def _about(random: Random, right: bool) -> Sample:
    """近 with the next round number."""
    del right
    parts = draw_parts(random, right=True, topic=draw_topic(random, whole=True))
    while parts.total < 120 or parts.total % 10 < 5:
        parts = draw_parts(random, right=True, topic=draw_topic(random, whole=True))
    total = parts.amount(parts.total // 10 * 10 + 10)
    return frame(random, f"{random.choice(parts.topic.leads)}近{total}，其中{joined(random, parts.items)}")


def _masked(random: Random, right: bool) -> Sample:
    del right
    parts = draw_parts(random, right=True, topic=draw_topic(random, whole=True))
    items = parts.items
    index = random.randrange(len(items))
    items[index] = parts.names[index] + random.choice(("XX", "**", "X")) + parts.topic.unit
    return frame(random, f"{random.choice(parts.topic.leads)}{parts.whole}，其中{'、'.join(items)}")


def _vague(random: Random, right: bool) -> Sample:
    del right
    parts = draw_parts(random, right=True, topic=draw_topic(random, whole=True))
    while not 11 <= parts.values[-1] <= 95:
        parts = draw_parts(random, right=True, topic=draw_topic(random, whole=True))
    vague = "十几" if parts.values[-1] < 20 else random.choice(("数十", "几十"))
    items = [*parts.items[:-1], parts.names[-1] + vague + parts.topic.unit]
    return frame(random, f"{random.choice(parts.topic.leads)}{parts.whole}，其中{'、'.join(items)}")


def _persons_and_visits(random: Random, right: bool) -> Sample:
    del right
    pen = Pen.draw(random)
    groups = "、".join(name + pen.count(random.randint(30, 150), "人") for name in ("村干部", "致富带头人"))
    visits = pen.count(random.randint(320, 900), "人次")
    return frame(random, f"举办实用技术培训{pen.count(random.randint(3, 9), '期')}、{visits}，其中{groups}")


def _other_things(random: Random, right: bool) -> Sample:
    """Different things follow a total with which they have nothing to do."""
    del right
    pen = Pen.draw(random)
    count, view, check, ask = (pen.count(random.randint(low, low * 4), unit) for low, unit in _THINGS)
    return frame(random, f"共收到代表建议{count}，组织视察{view}、执法检查{check}、专题询问{ask}", tail=True)


_THINGS = ((20, "件"), (4, "次"), (2, "次"), (2, "次"))


def _rounded(random: Random, right: bool) -> Sample:
    """Parts of a total that was rounded as a whole: the sum is one unit of the last place off."""
    del right
    pen = Pen.draw(random)
    fine = [random.randint(120, 900) for _ in range(3)]
    total = (sum(fine) + 5) // 10
    names = random.choice((("工业投资", "基础设施投资", "房地产投资"), ("城区投资", "园区投资", "乡镇投资")))
    values = [pen.amount(decimal((value + 5) // 10, 1), "亿元") for value in fine]
    items = "、".join(name + value for name, value in zip(names, values, strict=True))
    return frame(random, f"完成固定资产投资{pen.amount(decimal(total, 1), '亿元')}，其中{items}")


def _so_far(random: Random, right: bool) -> Sample:
    """A total of all years behind what was done in this one."""
    del right
    pen = Pen.draw(random)
    noun, unit = random.choice((("社区食堂", "个"), ("充电桩", "台"), ("口袋公园", "个"), ("高标准农田", "亩")))
    low = 800 if unit == "亩" else 4
    new, better = random.randint(low, low * 4), random.randint(low, low * 4)
    total = new + better + random.randint(low * 3, low * 9)
    core = f"今年新建{noun}{pen.count(new, unit)}、改造{pen.count(better, unit)}，累计建成{pen.count(total, unit)}"
    return frame(random, core, opening=False)


def _who_came(random: Random, right: bool) -> Sample:
    """共 counts those who took part, in another unit or of another kind."""
    del right
    pen = Pen.draw(random)
    first, second = pen.count(random.randint(3, 9), "场"), pen.count(random.randint(2, 6), "场")
    who = random.choice(("群众", "代表", "党员干部"))
    people = pen.count(random.randint(210, 980), "人")
    return frame(random, f"举办专题讲座{first}、文艺演出{second}，共有{who}{people}参加", tail=True)


def _two_indicators(random: Random, right: bool) -> Sample:
    """Income and its growth by place: percentages that are no shares."""
    del right
    pen = Pen.draw(random)
    rates = [pen.percent(draw_decimal(random, 4, 19, 1)) for _ in range(3)]
    return frame(
        random, f"规上工业增加值、固定资产投资、社会消费品零售总额分别增长{'、'.join(rates)}", opening=False, tail=True
    )


def _examples(random: Random, right: bool) -> Sample:
    """Honours among the total, in 其中 of several levels."""
    del right
    pen = Pen.draw(random)
    total = random.randint(24, 80)
    high, low = pen.count(random.randint(2, 5), "项"), pen.count(random.randint(6, 12), "项")
    done = pen.count(total, "项")
    return frame(random, f"形成制度创新成果{done}，其中{high}在全省推广、{low}在全市推广")


SILENT = (
    _and_others,
    _mostly,
    _one_part,
    _overlapping,
    _about,
    _masked,
    _vague,
    _persons_and_visits,
    _other_things,
    _rounded,
    _so_far,
    _who_came,
    _two_indicators,
    _examples,
)
