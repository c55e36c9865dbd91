"""A part, its whole, and the percentage they make."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from relations import Relation, Sample
from relations.figures import Figure, Pen, counted, draw_decimal, is_off, measured, rounded, share_bounds, slip
from relations.framing import frame

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, written with unit, and its percentage."""

    whole: str
    part: str
    rate: str


def _percent(random: Random, right: bool, part: Figure, whole: Figure, share: Fraction) -> Decimal:
    """The printed percentage of a share: rounded or cut off, or clearly wrong."""
    printed = rounded(share, random.choice((0, 1, 1, 1, 2)), cut=random.random() < 0.25)
    if right:
        return printed
    bounds = share_bounds(part, whole)
    return slip(random, printed, lambda wrong: wrong <= 100 and is_off(wrong, bounds))


def _counts(
    random: Random, right: bool, unit: str, total: tuple[int, int], share: tuple[float, float] = (0.6, 0.99)
) -> Share:
    """A share of things that are counted."""
    pen = Pen.draw(random)
    whole = random.randint(*total)
    part = min(whole - 1, max(2, round(whole * random.uniform(*share))))
    rate = _percent(random, right, counted(part), counted(whole), Fraction(100 * part, whole))
    return Share(pen.count(whole, unit), pen.count(part, unit), pen.percent(rate))


def _amounts(random: Random, right: bool, unit: str, total: tuple[float, float], places: int = 2) -> Share:
    """A share of what is measured: the percentage is that of the unrounded amounts."""
    pen = Pen.draw(random)
    whole, share = random.uniform(*total), random.uniform(0.52, 0.95)
    true_whole, true_part = Fraction(whole), Fraction(whole * share)
    printed_whole, printed_part = rounded(true_whole, places), rounded(true_part, places)
    rate = _percent(random, right, measured(printed_part), measured(printed_whole), 100 * true_part / true_whole)
    return Share(pen.amount(printed_whole, unit), pen.amount(printed_part, unit), pen.percent(rate))


def _settled(random: Random, right: bool) -> Sample:
    said = _counts(random, right, random.choice(("件", "条")), (24, 320))
    done = random.choice(("办结", "解决", "落实"))
    rate = f"{done}率"
    verb = random.choice(("", "为", "达", "达到"))
    return frame(random, f"共收到代表建议{said.whole}，已{done}{said.part}，{rate}{verb}{said.rate}", tail=True)


def _voters(random: Random, right: bool) -> Sample:
    said = _counts(random, right, "人", (8200, 48000), (0.86, 0.99))
    core = f"全镇登记选民{said.whole}，参加投票{said.part}，参选率{random.choice(('达', '为', '达到'))}{said.rate}"
    return frame(random, core, opening=False)


def _out_of(random: Random, right: bool) -> Sample:
    said = _counts(random, right, random.choice(("个", "项")), (18, 160), (0.2, 0.9))
    done = random.choice(("完成主体工程", "竣工投用", "提前完成年度任务"))
    return frame(random, f"{said.whole}重点项目中，{said.part}已{done}，占{said.rate}")


def _of_which(random: Random, right: bool) -> Sample:
    said = _counts(random, right, "件", (60, 480), (0.1, 0.6))
    kind = random.choice(("婚姻家庭类", "土地林地类", "劳动争议类"))
    base = random.choice(("总数", "总量", "纠纷总数"))
    core = f"全年调解矛盾纠纷{said.whole}，其中{kind}{said.part}，占{base}的{said.rate}"
    return frame(random, core)


def _content(random: Random, right: bool) -> Sample:
    said = _counts(random, right, random.choice(("张", "份")), (48, 260), (0.8, 0.98))
    core = f"收回测评票{said.whole}，评价为满意的{said.part}，满意率{said.rate}"
    return frame(random, core, opening=False)


def _invested(random: Random, right: bool) -> Sample:
    said = _amounts(random, right, "亿元", (3, 60))
    base = random.choice(("年度计划", "全年任务", "计划投资"))
    return frame(random, f"重点项目计划投资{said.whole}，实际完成{said.part}，占{base}的{said.rate}")


def _covered(random: Random, right: bool) -> Sample:
    said = _counts(random, right, "个", (14, 140), (0.5, 0.97))
    what = random.choice(("代表联络站", "新时代文明实践站", "快递服务点"))
    return frame(random, f"全县{said.whole}村（社区）中有{said.part}建成{what}，覆盖率为{said.rate}")


def _in_brackets(random: Random, right: bool) -> Sample:
    said = _counts(random, right, "户", (320, 2600), (0.1, 0.7))
    return frame(random, f"种植中药材的农户达到{said.part}（占全镇农户{said.whole}的{said.rate}）")


def _of_all_households(random: Random, right: bool) -> Sample:
    said = _counts(random, right, "户", (320, 2600), (0.2, 0.8))
    return frame(random, f"全村现有农户{said.whole}，参加合作社的{said.part}，占总户数的{said.rate}", opening=False)


def _present(random: Random, right: bool) -> Sample:
    said = _counts(random, right, random.choice(("名", "人")), (46, 160), (0.8, 0.98))
    rate = random.choice(("出席率", "到会率", "参会率"))
    return frame(random, f"本次会议应到代表{said.whole}，实到{said.part}，{rate}{said.rate}", opening=False)


def _rate_first(random: Random, right: bool) -> Sample:
    said = _counts(random, right, "件", (24, 320))
    core = f"代表建议办结率达{said.rate}（交办{said.whole}，办结{said.part}）"
    return frame(random, core, tail=True)


def _after_another_rate(random: Random, right: bool) -> Sample:
    said = _counts(random, right, "件", (24, 190), (0.5, 0.95))
    core = f"交办的{said.whole}建议全部答复，答复率100%，其中已解决{said.part}，解决率{said.rate}"
    return frame(random, core)


def _next_sentence(random: Random, right: bool) -> Sample:
    said = _counts(random, right, random.choice(("件", "条")), (60, 400))
    core = f"全年共征集群众诉求{said.whole}。截至11月底，已办结{said.part}，办结率{said.rate}"
    return frame(random, core)


def _sampled(random: Random, right: bool) -> Sample:
    said = _counts(random, right, random.choice(("批次", "组")), (120, 960), (0.9, 0.995))
    core = f"抽检农产品{said.whole}，合格{said.part}，合格率{random.choice(('达', '为', ''))}{said.rate}"
    return frame(random, core)


def _old_people(random: Random, right: bool) -> Sample:
    said = _counts(random, right, "人", (12000, 68000), (0.12, 0.3))
    core = f"全镇总人口{said.whole}，60周岁以上老年人{said.part}，占总人口的{said.rate}，老龄化程度逐步加深"
    return frame(random, core, opening=False)


def _spending(random: Random, right: bool) -> Sample:
    said = _amounts(random, right, "亿元", (8, 60))
    base = random.choice(("支出总额", "总支出", "财政支出"))
    core = f"一般公共预算支出{said.whole}，其中民生支出{said.part}，占{base}的{said.rate}"
    return frame(random, core)


def _share_of_named(random: Random, right: bool) -> Sample:
    """The part first, then the whole inside 占."""
    said = _counts(random, right, "名", (46, 160), (0.2, 0.7))
    who = random.choice(("基层一线代表", "女代表", "中共党员代表"))
    return frame(random, f"新一届代表中{who}{said.part}，占代表总数{said.whole}的{said.rate}", opening=False)


def _roads(random: Random, right: bool) -> Sample:
    said = _amounts(random, right, "公里", (60, 480), 1)
    core = f"全镇通村公路总里程{said.whole}，已硬化{said.part}，硬化率达{said.rate}"
    return frame(random, core, opening=False)


def _two_pairs(random: Random, right: bool) -> Sample:
    """Two wholes, two parts, two rates, in the same order; one rate is wrong."""
    pen = Pen.draw(random)
    numbers = []
    wrong = random.randrange(2)
    for index in range(2):
        whole = random.randint(40, 260)
        part = round(whole * random.uniform(0.6, 0.97))
        share = Fraction(100 * part, whole)
        rate = _percent(random, right or index != wrong, counted(part), counted(whole), share)
        numbers.append((whole, part, rate))
    (one, first, share_of_one), (two, second, share_of_two) = numbers
    rates = f"{pen.percent(share_of_one)}、{pen.percent(share_of_two)}"
    core = (
        f"县、镇两级分别收到建议{pen.count(one, '件')}、{pen.count(two, '件')}，"
        f"办结{pen.count(first, '件')}、{pen.count(second, '件')}，"
        f"办结率分别为{rates}"
    )
    return frame(random, core)


def _more_than_planned(random: Random, right: bool) -> Sample:
    """A rate of more than 100 % with the numbers it comes from."""
    pen = Pen.draw(random)
    plan = random.randint(120, 4800)
    done = round(plan * random.uniform(1.03, 1.4))
    printed = rounded(Fraction(100 * done, plan), random.choice((0, 1, 1)))
    bounds = share_bounds(counted(done), counted(plan))
    rate = printed if right else slip(random, printed, lambda wrong: wrong > 100 and is_off(wrong, bounds))
    unit, work = random.choice((("亩", "植树造林"), ("户", "农村改厕"), ("人", "技能培训")))
    core = f"{work}任务数为{pen.count(plan, unit)}，实际完成{pen.count(done, unit)}，完成率{pen.percent(rate)}"
    return frame(random, core)


def _other_base(random: Random, right: bool) -> Sample:
    """The share is one of something larger that is not numbered."""
    said = _counts(random, right, "家", (20, 90), (0.3, 0.8))
    pen = Pen.draw(random)
    rate = pen.percent(draw_decimal(random, 4, 28, 1))
    return frame(random, f"新增规上企业{said.whole}，其中制造业{said.part}，占全市新增总量的{rate}")


def _other_rate(random: Random, right: bool) -> Sample:
    """Content with what was settled: counted in other forms."""
    said = _counts(random, right, "件", (24, 190), (0.6, 0.95))
    rate = Pen.draw(random).percent(draw_decimal(random, 96, 99, 1))
    return frame(random, f"收到代表建议{said.whole}，办结{said.part}，代表满意率{rate}", tail=True)


def _nearly(random: Random, right: bool) -> Sample:
    """Nine in ten, nearly."""
    del right
    pen = Pen.draw(random)
    whole = random.randint(120, 380)
    part = round(whole * random.uniform(0.865, 0.895))
    share = random.choice(("近九成", "接近90%"))
    core = f"受理群众诉求{pen.count(whole, '件')}，当场办结{pen.count(part, '件')}，占比{share}"
    return frame(random, core)


def _than_last_year(random: Random, right: bool) -> Sample:
    said = _counts(random, right, "件", (120, 900), (0.6, 0.95))
    rate = Pen.draw(random).percent(draw_decimal(random, 3, 24, 1))
    return frame(random, f"受理各类案件{said.whole}，审结{said.part}，同比上升{rate}")


def _masked(random: Random, right: bool) -> Sample:
    said = _counts(random, right, "件", (24, 190), (0.6, 0.95))
    mask = random.choice(("XX", "**", "X"))
    return frame(random, f"收到代表建议{said.whole}，办结{mask}件，办结率{said.rate}")


def _all_of_them(random: Random, right: bool) -> Sample:
    """100 % of one step beside the number of another."""
    said = _counts(random, right, "件", (24, 190), (0.4, 0.9))
    end = random.choice(("按期答复率100%", "答复率、面商率均为100%", "办复率达100%"))
    return frame(random, f"收到代表建议{said.whole}，当年解决{said.part}，{end}", tail=True)


def _time_progress(random: Random, right: bool) -> Sample:
    """Faster than the plan wanted by this month."""
    said = _amounts(random, right, "亿元", (3, 60))
    ahead = Pen.draw(random).points(draw_decimal(random, 2, 9, 1))
    return frame(random, f"全年计划投资{said.whole}，上半年完成{said.part}，快于时序进度{ahead}")


RELATIONS = (
    Relation(
        "percentage",
        ("number.percentage",),
        (
            _settled,
            _voters,
            _out_of,
            _of_which,
            _content,
            _invested,
            _covered,
            _in_brackets,
            _of_all_households,
            _present,
            _rate_first,
            _after_another_rate,
            _next_sentence,
            _sampled,
            _old_people,
            _spending,
            _share_of_named,
            _roads,
            _two_pairs,
            _more_than_planned,
        ),
        (_other_base, _other_rate, _nearly, _than_last_year, _masked, _all_of_them, _time_progress),
    ),
)
