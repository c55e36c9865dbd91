"""Declines: by a share, never by times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation, Sample
from relations.changes import SHRINKING, draw_change
from relations.figures import Pen, draw_decimal
from relations.framing import frame

if TYPE_CHECKING:
    from random import Random

_HAN = {1: "一", 2: "两", 3: "三", 4: "四"}
_CASES = ("发案率", "信访总量", "安全生产事故起数", "运营成本", "办理时限", "化肥使用量", "能源消耗", "投诉量")


def _decline(random: Random, right: bool, verb: str) -> str:
    """下降50%, 减少三分之一; or 下降2倍."""
    pen = Pen.draw(random)
    if right:
        shares = (pen.percent(random.randint(12, 76)), "一半", "三分之一", "三分之二", "四成", "两成多")
        return verb + random.choice(shares)
    number = random.randint(1, 4)
    times = pen.count(number, "倍") if random.random() < 0.5 else _HAN[number] + "倍"
    if random.random() < 0.3:
        times = pen.amount(draw_decimal(random, 1.2, 3.6, 1), "倍")
    return f"{verb}{times}"


def _plain_decline(random: Random, right: bool) -> Sample:
    return frame(
        random, random.choice(_CASES) + _decline(random, right, random.choice(("下降", "减少", "降低"))), tail=True
    )


def _decline_with_le(random: Random, right: bool) -> Sample:
    return frame(
        random, f"{random.choice(_CASES)}比上年{_decline(random, right, random.choice(('下降了', '减少了', '降低了')))}"
    )


def _shortened(random: Random, right: bool) -> Sample:
    what = random.choice(("审批时限", "办事流程用时", "企业开办时间", "通勤时间"))
    return frame(
        random, f"{what}{_decline(random, right, random.choice(('缩短', '压缩', '压减', '缩短了')))}", tail=True
    )


def _saved(random: Random, right: bool) -> Sample:
    what = random.choice(("灌溉用水", "办公经费", "人工成本", "会议开支"))
    return frame(random, f"推广应用新技术后，{what}{_decline(random, right, random.choice(('节约', '节省', '降低')))}")


def _compared_with_peak(random: Random, right: bool) -> Sample:
    core = f"与高峰期相比，{random.choice(_CASES)}{_decline(random, right, random.choice(('减少', '下降')))}"
    return frame(random, core)


def _from_values(random: Random, right: bool) -> Sample:
    change = draw_change(random, 0.32, 0.34, SHRINKING) if not right else draw_change(random, 0.499, 0.501, SHRINKING)
    said = random.choice(("下降50%左右", "减少约一半")) if right else f"下降{random.choice(('2', '3', '两', '三'))}倍"
    return frame(random, f"{change.name}由{change.old}降至{change.new}，{said}")


def _year_on_year(random: Random, right: bool) -> Sample:
    core = (
        f"{random.choice(_CASES)}同比{_decline(random, right, random.choice(('下降', '减少', '降低')))}，为近五年最低"
    )
    return frame(random, core)


def _as_a_result(random: Random, right: bool) -> Sample:
    what = random.choice(("群众跑腿次数", "提交材料份数", "排队等候时间"))
    core = f"推行“一窗受理”以来，{what}平均{_decline(random, right, '减少')}"
    return frame(random, core, opening=False)


def _noun(random: Random, right: bool) -> Sample:
    fall = "降幅达"
    return frame(random, f"全年{random.choice(_CASES)}持续走低，{_decline(random, right, fall)}", opening=False)


def _respectively(random: Random, right: bool) -> Sample:
    pen = Pen.draw(random)
    one, two = random.sample(("刑事发案数", "治安案件数", "电信诈骗发案数", "交通事故数"), 2)
    if right:
        rates = f"{pen.percent(random.randint(12, 48))}和{pen.percent(random.randint(12, 48))}"
    else:
        rates = f"{pen.count(random.randint(1, 2), '倍')}和{pen.amount(draw_decimal(random, 1.2, 2.6, 1))}倍"
    return frame(random, f"{one}、{two}分别下降{rates}")


def _gap(random: Random, right: bool) -> Sample:
    what = random.choice(("城乡收入差距", "入园排队等候时长", "亩均农药用量"))
    return frame(
        random, f"经过综合治理，{what}较五年前{_decline(random, right, random.choice(('缩小', '缩小了', '减少')))}"
    )


def _more_than_all(random: Random, right: bool) -> Sample:
    """A decline by more than 100 %."""
    pen = Pen.draw(random)
    rate = draw_decimal(random, 12, 76, 1) if right else draw_decimal(random, 104, 220, 1)
    return frame(random, f"{random.choice(_CASES)}{random.choice(('下降', '减少', '降低'))}{pen.percent(rate)}")


def _brought_about(random: Random, right: bool) -> Sample:
    start = random.choice(("通过智慧监管，", "实行联防联控后，", "得益于网格化治理，"))
    core = f"{start}使{random.choice(_CASES)}{_decline(random, right, random.choice(('下降了', '减少了')))}"
    return frame(random, core, opening=False)


def _efficiency(random: Random, right: bool) -> Sample:
    """Growth by times is right, in the neighbourhood of a decline."""
    del right
    pen = Pen.draw(random)
    core = f"办事时间缩短{pen.percent(random.randint(20, 70))}，办理效率提高{pen.count(random.randint(2, 4), '倍')}"
    return frame(random, core, tail=True)


def _to_a_fraction(random: Random, right: bool) -> Sample:
    del right
    end = random.choice(("减少到原来的三分之一", "下降到五年前的一半", "降至上年的六成"))
    return frame(random, f"{random.choice(_CASES)}{end}", tail=True)


def _no_fewer(random: Random, right: bool) -> Sample:
    del right
    pen = Pen.draw(random)
    more, fewer = pen.count(random.randint(1, 3), "倍"), pen.percent(random.randint(8, 40))
    core = f"重点区域巡查频次不减，较平时增加{more}，事故起数下降{fewer}"
    return frame(random, core)


RELATIONS = (
    Relation(
        "decrease-by-times",
        ("number.decrease-by-times",),
        (
            _plain_decline,
            _decline_with_le,
            _shortened,
            _saved,
            _compared_with_peak,
            _from_values,
            _year_on_year,
            _as_a_result,
            _noun,
            _respectively,
            _gap,
            _more_than_all,
            _brought_about,
        ),
        (_efficiency, _to_a_fraction, _no_fewer),
    ),
)
