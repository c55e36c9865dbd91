"""What is left of a total: 除3件外其余, 已办, 未办, 还差."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from relations import Relation, Sample
from relations.figures import Pen, decimal, slip_count
from relations.framing import frame
from relations.topics import VILLAGES

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True)
class Leftover:
    """A total, what is done with most of it, and what is left, written with their units."""

    total: str
    done: str
    left: str


def draw(random: Random, right: bool, unit: str, least: int, most: int, places: int = 0) -> Leftover:  # noqa: PLR0913, PLR0917 - a row of a table
    """Three amounts of one unit; the wrong ones do not add up, whichever is taken as wrong."""
    pen = Pen.draw(random)
    total = random.randint(least, most)
    left = random.randint(2 if total < 40 else 3, max(3, total // 4))
    numbers = [total, total - left, left]
    if not right:
        margin = 2 + 3 * places
        slipped = numbers
        while abs(slipped[0] - slipped[1] - slipped[2]) < margin or slipped[1] > slipped[0]:
            index = random.randrange(3)
            value = numbers[index]
            other = value + margin + random.randint(0, 2) if value < 10 else slip_count(random, value)
            slipped = [*numbers[:index], other, *numbers[index + 1 :]]
        numbers = slipped
    whole, done, rest = (pen.amount(decimal(number, places), unit) for number in numbers)
    return Leftover(whole, done, rest)


def _except(random: Random, right: bool) -> Sample:
    said = draw(random, right, "件", 24, 160)
    why = random.choice(("因政策原因暂未办理", "正在协调推进", "需列入长期规划", "因资金问题未落实"))
    end = random.choice(("均已办结", "已全部办理完毕", "全部得到落实"))
    core = f"共收到代表建议{said.total}，除{said.left}{why}外，其余{said.done}{end}"
    return frame(random, core)


def _except_only(random: Random, right: bool) -> Sample:
    said = draw(random, right, "条", 24, 160)
    core = f"交办的{said.total}审议意见，除正在整改的{said.left}以外，其他{said.done}均已整改到位"
    return frame(random, core, tail=True)


def _rest_in_hand(random: Random, right: bool) -> Sample:
    said = draw(random, right, "件", 30, 300)
    then = random.choice(("正在办理", "已列入明年计划", "正在加紧落实"))
    core = f"{said.total}代表建议中，已办结{said.done}，其余{said.left}{then}"
    return frame(random, core)


def _absent(random: Random, right: bool) -> Sample:
    said = draw(random, right, "名", 46, 160)
    start = random.choice(("本次大会应到代表", "会议应到代表"))
    why = random.choice(("因事因病请假", "请假", "缺席"))
    return frame(random, f"{start}{said.total}，实到代表{said.done}，{why}{said.left}", opening=False)


def _unfinished(random: Random, right: bool) -> Sample:
    said = draw(random, right, "个", 18, 140)
    why = random.choice(("未开工", "未启动", "正在办理前期手续"))
    core = f"年度计划实施项目{said.total}，已开工{said.done}，尚有{said.left}{why}"
    return frame(random, core)


def _still_to_go(random: Random, right: bool) -> Sample:
    said = draw(random, right, random.choice(("亩", "户")), 420, 4800)
    core = f"全年任务为{said.total}，截至目前完成{said.done}，还差{said.left}"
    return frame(random, core, opening=False)


def _kilometres(random: Random, right: bool) -> Sample:
    said = draw(random, right, "公里", 84, 960, 1)
    road = random.choice(("环湖旅游公路", "污水管网", "产业道路", "灌溉渠道"))
    core = f"{road}全长{said.total}，已建成{said.done}，剩余{said.left}力争年底前完工"
    return frame(random, core, opening=False)


def _carried_on(random: Random, right: bool) -> Sample:
    said = draw(random, right, "件", 120, 2600)
    core = f"全年受理各类案件{said.total}，审结{said.done}，未结{said.left}结转下年"
    return frame(random, core)


def _others_apart(random: Random, right: bool) -> Sample:
    said = draw(random, right, "名", 46, 140)
    core = f"全镇{said.total}人大代表中，有{said.done}向选民作了述职，另有{said.left}因外出务工未能参加"
    return frame(random, core)


def _balance(random: Random, right: bool) -> Sample:
    said = draw(random, right, "万元", 900, 9800, 2)
    core = f"村集体全年收入{said.total}，支出{said.done}，当年结余{said.left}"
    return frame(random, core)


def _moved_in(random: Random, right: bool) -> Sample:
    said = draw(random, right, "户", 60, 900)
    core = f"纳入改造范围的{said.total}群众中，{said.done}已搬入新居，仍有{said.left}在外过渡"
    return frame(random, core)


def _not_handed_back(random: Random, right: bool) -> Sample:
    said = draw(random, right, random.choice(("张", "份")), 60, 480)
    core = f"共发出测评表{said.total}，收回{said.done}，未收回{said.left}"
    return frame(random, core)


def _adopted(random: Random, right: bool) -> Sample:
    said = draw(random, right, "条", 20, 120)
    core = f"对征求到的{said.total}意见，采纳{said.done}，未采纳的{said.left}逐一作出说明"
    return frame(random, core)


def _only_left(random: Random, right: bool) -> Sample:
    said = draw(random, right, "处", 60, 600)
    core = f"排查出隐患{said.total}，截至12月底已整改{said.done}，未整改到位的还有{said.left}"
    return frame(random, core)


def _villages_apart(random: Random, right: bool) -> Sample:
    """Villages that are named are the exception."""
    pen = Pen.draw(random)
    total = random.randint(12, 32)
    named = random.sample(VILLAGES, random.randint(2, 3))
    rest = total - len(named)
    if not right:
        rest = rest - random.randint(2, 4) if random.random() < 0.6 else rest + random.randint(1, 4) + len(named)
    core = (
        f"全镇{pen.count(total, '个')}行政村，除{'、'.join(named)}外，其余{pen.count(rest, '个')}村"
        f"{random.choice(('全部通上了自来水', '均已建成代表联络站', '都完成了换届选举'))}"
    )
    return frame(random, core, opening=False)


def _three_ways(random: Random, right: bool) -> Sample:
    """收到 = 已解决 + 列入计划 + 留作参考."""
    pen = Pen.draw(random)
    values = [random.randint(18, 60), random.randint(4, 20), random.randint(3, 12)]
    total = sum(values)
    if not right:
        total = slip_count(random, total, lambda wrong: wrong < sum(values) or wrong > sum(values) + 2)
    done, planned, kept = (pen.count(value, "件") for value in values)
    core = f"闭会期间收到建议{pen.count(total, '件')}，已解决{done}，列入计划逐步解决{planned}，其余{kept}留作参考"
    return frame(random, core)


def _others_unnumbered(random: Random, right: bool) -> Sample:
    said = draw(random, right, "件", 24, 160)
    core = f"收到代表建议{said.total}，除{said.left}正在办理外，其余均已办结"
    return frame(random, core, tail=True)


def _rest_of_another(random: Random, right: bool) -> Sample:
    """其余 has its own total."""
    del right
    pen = Pen.draw(random)
    total, part, rest = (
        pen.count(random.randint(low, low + 9), unit) for low, unit in ((30, "件"), (4, "件"), (12, "个"))
    )
    core = f"办理代表建议{total}，其中重点督办{part}，建议督办系统在城区先行试点，其余{rest}乡镇逐步推开"
    return frame(random, core)


def _rest_masked(random: Random, right: bool) -> Sample:
    said = draw(random, right, "件", 24, 160)
    core = f"收到代表建议{said.total}，除{random.choice(('XX', '**', 'X'))}件正在办理外，其余{said.done}均已办结"
    return frame(random, core)


def _rest_rough(random: Random, right: bool) -> Sample:
    del right
    pen = Pen.draw(random)
    total = random.randint(220, 480)
    done = (total - random.randint(12, 19)) // 10 * 10
    core = f"受理群众诉求{pen.count(total, '件')}，已办结{pen.count(done)}余件，其余十几件正在办理"
    return frame(random, core)


def _part_done(random: Random, right: bool) -> Sample:
    """Neither done nor left is said of all."""
    del right
    pen = Pen.draw(random)
    total = random.randint(60, 160)
    done, other = total // 2 + random.randint(1, 9), random.randint(4, 12)
    core = f"排定重点项目{pen.count(total, '个')}，已开工{pen.count(done, '个')}，新竣工{pen.count(other, '个')}"
    return frame(random, core, tail=True)


def _left_of_plan(random: Random, right: bool) -> Sample:
    """More was done than planned, in another unit of the same class, so nothing is left."""
    del right
    pen = Pen.draw(random)
    plan = Decimal(random.randint(21, 89)) / 10
    done = plan + Decimal(random.randint(1, 9)) / 10
    more = pen.count(random.randint(3, 9), "个")
    core = f"计划投资{pen.amount(plan, '亿元')}，实际完成{pen.amount(done, '亿元')}，尚有{more}子项正在收尾"
    return frame(random, core)


RELATIONS = (
    Relation(
        "remainder",
        ("number.remainder", "number.sum"),
        (
            _except,
            _except_only,
            _rest_in_hand,
            _absent,
            _unfinished,
            _still_to_go,
            _kilometres,
            _carried_on,
            _others_apart,
            _balance,
            _moved_in,
            _not_handed_back,
            _adopted,
            _only_left,
            _villages_apart,
            _three_ways,
        ),
        (_others_unnumbered, _rest_of_another, _rest_masked, _rest_rough, _part_done, _left_of_plan),
    ),
)
