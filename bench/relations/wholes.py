"""A part is not more than its whole, and not more than 100 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation, Sample
from relations.figures import Pen, decimal, draw_decimal
from relations.framing import frame

if TYPE_CHECKING:
    from random import Random


def _pair(random: Random, right: bool, unit: str, total: tuple[int, int], share: float = 0.95) -> tuple[str, str]:
    """Whole and part with their unit, the part about that share or less; the wrong part is more than the whole."""
    pen = Pen.draw(random)
    whole = random.randint(*total)
    part = min(whole, max(2, round(whole * random.uniform(share * 0.6, share))))
    if share > 0.9 and random.random() < 0.3:
        part = whole - random.randint(1, max(1, whole // 12))
    if not right:
        part = whole + random.randint(2, max(3, whole // 3))
    return pen.count(whole, unit), pen.count(part, unit)


def _present(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, random.choice(("名", "人")), (46, 160))
    core = f"{random.choice(('会议', '大会', '本次会议'))}应到代表{whole}，实到{part}，符合法定人数"
    return frame(random, core, opening=False)


def _of_which(random: Random, right: bool) -> Sample:
    what, unit, kind = random.choice(
        (
            ("实施重点项目", "个", "亿元以上项目"),
            ("收到代表建议", "件", "民生类建议"),
            ("化解矛盾纠纷", "起", "土地纠纷"),
            ("发展党员", "名", "女党员"),
        )
    )
    whole, part = _pair(random, right, unit, (18, 160), 0.6)
    return frame(random, f"{what}{whole}，其中{kind}{part}", tail=True)


def _voters(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, random.choice(("人", "名")), (8200, 48000))
    core = f"全镇依法登记选民{whole}，参加投票选民{part}，选举工作圆满完成"
    return frame(random, core, opening=False)


def _settled(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, "件", (30, 400))
    core = f"{random.choice(('全年收到', '本次会议共收到'))}代表建议{whole}，已办结{part}"
    return frame(random, core, tail=True)


def _forms(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, "份", (200, 3000))
    core = f"发放调查问卷{whole}，收回有效问卷{part}"
    return frame(random, core)


def _ballots(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, "张", (48, 160))
    core = f"大会发出选票{whole}，收回选票{part}，选举有效"
    return frame(random, core, opening=False)


def _passed(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, "人", (60, 480))
    core = f"组织{whole}参加法律知识考试，{part}成绩合格"
    return frame(random, core)


def _checked(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, "家", (60, 480))
    core = f"检查{random.choice(('餐饮单位', '企业', '农资门店'))}{whole}，发现存在问题的{part}，均已责令整改"
    return frame(random, core)


def _area(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, random.choice(("亩", "公顷")), (320, 9800))
    core = f"全村土地总面积{whole}，其中耕地{part}"
    return frame(random, core, opening=False)


def _invested(random: Random, right: bool) -> Sample:
    """The whole in 亿元, the part in 万元."""
    pen = Pen.draw(random)
    whole = random.randint(110, 480)
    part = random.randint(whole // 4, whole - 5)
    if not right:
        part = whole + random.randint(8, whole // 2)
    core = (
        f"{random.choice(('项目总投资', '概算总投资'))}{pen.amount(decimal(whole, 2), '亿元')}，"
        f"其中{random.choice(('中央资金', '专项债券', '企业自筹'))}{pen.count(part * 100, '万元')}"
    )
    return frame(random, core)


def _population(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, "人", (9200, 68000), 0.45)
    kind, group = random.choice((("户籍", "农业人口"), ("常住", "60岁以上老年人"), ("户籍", "少数民族人口")))
    return frame(random, f"全镇现有{kind}人口{whole}，其中{group}{part}", opening=False)


def _among(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, "名", (46, 148))
    core = f"在全镇{whole}代表中，有{part}代表提出了意见建议"
    return frame(random, core)


def _villages(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, "个", (14, 96))
    place = random.choice(("行政村", "社区", "自然村"))
    done = random.choice(("通上了公交", "建成了文化广场", "实现了5G覆盖"))
    return frame(random, f"全县{whole}{place}中已有{part}{done}")


def _already(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, "个", (18, 120))
    core = f"年初确定的{whole}重点项目，截至目前已有{part}开工建设，其他项目正在办理前期手续"
    return frame(random, core)


def _rate(random: Random, right: bool) -> Sample:
    """A rate that cannot be more than 100 %."""
    pen = Pen.draw(random)
    value = draw_decimal(random, 88, 99, 1) if right else draw_decimal(random, 101, 119, random.choice((0, 1)))
    subject, rate = random.choice(
        (
            ("代表对建议办理的", "满意率"),
            ("全镇选民", "参选率"),
            ("农村自来水", "普及率"),
            ("适龄儿童", "入学率"),
            ("生活垃圾无害化", "处理率"),
            ("代表建议", "办结率"),
            ("农村卫生厕所", "覆盖率"),
            ("食品抽检", "合格率"),
        )
    )
    verb = random.choice(("达到", "达", "为", "提高到"))
    return frame(random, f"{subject}{rate}{verb}{pen.percent(value)}", tail=True)


def _share(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    value = draw_decimal(random, 12, 88, 1) if right else draw_decimal(random, 102, 188, 1)
    subject = random.choice(
        (
            "民生支出占一般公共预算支出的",
            "税收收入占财政收入的比重为",
            "第三产业占地区生产总值的比重达到",
            "女代表占代表总数的",
        )
    )
    return frame(random, f"{subject}{pen.percent(value)}")


def _households(random: Random, right: bool) -> Sample:
    whole, part = _pair(random, right, "户", (320, 2800), 0.8)
    who, what = random.choice((("全村共有农户", "加入合作社"), ("全镇共有脱贫户", "通过产业增收")))
    return frame(random, f"{who}{whole}，{what}的有{part}", opening=False)


def _plan_overfulfilled(random: Random, right: bool) -> Sample:
    """Rates of work done may well be more than all of it."""
    del right
    pen = Pen.draw(random)
    value = draw_decimal(random, 101, 142, 1)
    subject = random.choice(
        (
            "完成年度任务的",
            "占年初预算的",
            "完成全年计划的",
            "固定资产投资目标完成率达",
            "年度化债任务完成率达",
            "完成调整预算的",
        )
    )
    return frame(random, f"{subject}{pen.percent(value)}", tail=True)


def _grew(random: Random, right: bool) -> Sample:
    del right
    pen = Pen.draw(random)
    subject = random.choice(
        ("旅游综合收入同比增长", "线上零售额增长", "外贸进出口总额增幅达", "新登记企业数量增长率为")
    )
    return frame(random, f"{subject}{pen.percent(draw_decimal(random, 104, 280, 1))}")


def _backlog(random: Random, right: bool) -> Sample:
    """More is settled than came in, as old ones were settled too."""
    del right
    pen = Pen.draw(random)
    new, old = random.randint(180, 900), random.randint(12, 60)
    settled = new + random.randint(2, old)
    core = f"新收案件{pen.count(new, '件')}，办结{pen.count(settled, '件')}（含上年旧存案件）"
    return frame(random, core)


def _several_each(random: Random, right: bool) -> Sample:
    """More than one for each: of another thing that has the same classifier."""
    del right
    pen = Pen.draw(random)
    whole = random.randint(8, 32)
    more = whole + random.randint(3, 30)
    place, thing = random.choice((("行政村", "文化活动室"), ("社区", "充电站点"), ("村民小组", "垃圾收集点")))
    core = f"{random.choice(('在', '覆盖'))}{pen.count(whole, '个')}{place}新建{thing}{pen.count(more, '个')}"
    return frame(random, core, tail=True)


def _visits(random: Random, right: bool) -> Sample:
    del right
    pen = Pen.draw(random)
    people = random.randint(46, 120)
    visits = people * random.randint(3, 7)
    core = (
        f"组织{pen.count(people, '名')}代表进站接待选民{pen.count(visits, '人次')}，"
        f"其中村组干部{pen.count(people + 17, '人次')}"
    )
    return frame(random, core)


def _shops(random: Random, right: bool) -> Sample:
    """Faults found are more than the shops in which they were."""
    del right
    pen = Pen.draw(random)
    shops = random.randint(40, 160)
    faults = shops + random.randint(20, 200)
    found, mended = pen.count(faults, "处"), pen.count(faults - 3, "处")
    core = f"检查生产经营单位{pen.count(shops, '家')}，发现隐患{found}，整改{mended}"
    return frame(random, core)


def _elsewhere(random: Random, right: bool) -> Sample:
    """其中 goes back to a whole that stands further left."""
    del right
    pen = Pen.draw(random)
    whole, small = random.randint(180, 400), random.randint(20, 60)
    part = random.randint(small + 5, 170)
    core = (
        f"全年受理来信来访{pen.count(whole, '件')}，接待集体访{pen.count(small, '批')}，"
        f"其中通过网上渠道受理{pen.count(part, '件')}"
    )
    return frame(random, core)


RELATIONS = (
    Relation(
        "part-exceeds-whole",
        ("number.part-exceeds-whole",),
        (
            _present,
            _of_which,
            _voters,
            _settled,
            _forms,
            _ballots,
            _passed,
            _checked,
            _area,
            _invested,
            _population,
            _among,
            _villages,
            _already,
            _rate,
            _share,
            _households,
        ),
        (_plan_overfulfilled, _grew, _backlog, _several_each, _visits, _shops, _elsewhere),
    ),
)
