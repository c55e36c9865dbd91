"""Which year of a five-year plan it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation
from relations.figures import han
from relations.wording import Value, han_year, shapes

if TYPE_CHECKING:
    from random import Random

_PLANS = (("十二五", 2011), ("十三五", 2016), ("十四五", 2021), ("十四五", 2021), ("十五五", 2026))
_LENGTH = 5


def _plan(random: Random, right: bool) -> dict[str, Value]:
    """A plan, and years that are its first, third, last and so on, or are not."""
    name, first = random.choice(_PLANS)
    last = first + _LENGTH - 1
    index = random.randint(1, _LENGTH)
    moved = index if right else random.choice([n for n in range(1, _LENGTH + 1) if n != index])
    return {
        "plan": name,
        "first": first if right else first + random.randint(1, 3),
        "third": first + 2 if right else random.choice((first, last)),
        "last": last if right else last - random.randint(1, 3),
        "han_first": han_year(first if right else first + random.randint(1, 3)),
        "begins": first,
        "ends": last if right else last + random.choice((-1, 1)),
        "year": first + index - 1,
        "index": han(moved),
        "before": first - 1 if right else first + 2,
        "after": last + 1,
    }


_SHAPES = shapes(
    """
    ⟦{first}年是“{plan}”规划的开局之年⟧，做好今年的工作意义重大。

    各位代表，⟦{last}年是“{plan}”规划的收官之年⟧，[我们要一鼓作气、善作善成|我们要乘势而上、决战决胜]。

    [当前和今后一个时期|新的一年]，机遇与挑战并存。⟦{third}年是“{plan}”规划承上启下的关键之年⟧，做好全年工作至关重要。

    ⟦{year}年是实施“{plan}”规划的第{index}年⟧，全镇上下要[坚定信心、真抓实干|保持定力、攻坚克难]。

    ⟦“{plan}”时期（{begins}—{ends}年）⟧，全县经济社会发展取得[显著成绩|历史性成就]。

    站在新的起点上，⟦{first}年作为“{plan}”的起步之年⟧，[镇人大主席团将以更高标准履行职责|各项工作都要开好头、起好步]。

    ⟦作为“{plan}”的最后一年，{last}年的任务十分繁重⟧，[必须咬定目标不放松|要确保规划目标全面完成]。

    {first}年工作安排¶⟦{first}年，是我县“{plan}”规划启动之年⟧，县人大常委会将紧扣县委决策部署，依法履行职责。

    ⟦{han_first}年，“{plan}”开局起步⟧，[全镇人民以昂扬的姿态投身新征程|我们踏上了新的奋斗征程]。

    要[全面梳理|逐项对照]规划指标，⟦确保{last}年“{plan}”规划圆满收官⟧，[为下一个五年打下坚实基础|向全县人民交上一份满意答卷]。

    {third}年工作的总体要求是：坚持稳中求进工作总基调。⟦今年是“{plan}”规划实施的中期评估之年⟧，要认真开展规划实施情况评估。

    ⟦{before}年，我县启动“{plan}”规划前期研究，谋划下一个五年的发展⟧，[广泛征求了各方面意见|共征集意见建议{110-290}条]。

    ⟦回首{begins}年至{ends}年这“{plan}”五年⟧，全镇财政收入、农民收入稳步增长，[群众的日子越过越红火|城乡面貌焕然一新]。

    ⟦{first}年是“{plan}”规划第一年，也是我局改革攻坚的重要一年⟧，[做好工作责任重大|各项任务艰巨繁重]。
    """,
    _plan,
)
_SILENT = shapes(
    """
    ⟦2023年是全面贯彻党的二十大精神的开局之年，是“十四五”规划承上启下的关键一年⟧。

    ⟦2018年是贯彻党的十九大精神的开局之年，是决胜全面建成小康社会、实施“十三五”规划承上启下的关键一年⟧。

    ⟦2024年是新中国成立75周年，是实现“十四五”规划目标任务的关键一年⟧。

    ⟦2022年是新一届镇人大依法履职的开局之年，也是“十四五”规划深入实施的重要一年⟧。

    ⟦2020年是“十三五”收官之年，也是谋划“十四五”的重要一年⟧，[全年工作意义重大|必须抢抓机遇]。

    ⟦2025年是“十四五”规划收官之年，也是“十五五”规划谋划之年⟧，[做好各项工作十分重要|要编制好我镇规划纲要]。

    ⟦2021年“八五”普法全面启动，“七五”普法经验得到巩固运用⟧，[法治宣传教育深入开展|全民法治素养不断提升]。

    ⟦2020年，“七五”普法圆满收官⟧，[我县被评为全省普法工作先进县|法治建设取得新成效]。

    ⟦2022年，全县紧扣“十四五”发展目标⟧，[加快建设现代农业强县|奋力推进高质量发展]。

    ⟦二〇二一年是“十四五”开局之年，二〇二二年要在此基础上持续发力⟧。

    ⟦新一届政府的第一年，我们完成投资{12-28}亿元；第二年，投资增长{8-12}%⟧，“十四五”重点工程加快推进。

    ⟦2026年是“十五五”开局之年⟧，[要牢牢把握战略机遇|全镇上下要奋勇争先]。

    ⟦“十三五”时期，全县脱贫{1-3}.{1-9}万人；“十四五”以来，脱贫成果持续巩固⟧。2023年，监测对象风险消除率达{61-88}%。

    ⟦20_年是“十四五”规划的关键之年⟧，[我们要乘势而上|镇人大主席团将积极作为]。

    ⟦2016年，“十二五”规划胜利完成后，我镇又踏上了“十三五”新征程⟧。
    """,
    _plan,
)
RELATIONS = (Relation("plan", ("time.plan-period",), _SHAPES, _SILENT),)
