"""So many things are announced, and then told one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation
from relations.announced_silent import SILENT
from relations.figures import han
from relations.wording import Value, counted, shapes

if TYPE_CHECKING:
    from random import Random

_SHORTCOMINGS = (
    "监督的刚性不够强，少数审议意见跟踪问效不到位",
    "代表活动的形式还比较单一，个别代表履职积极性不高",
    "主席团自身建设有待加强，调查研究不够深入",
    "联系群众的渠道不够宽，反映社情民意不够及时",
    "建议办理的质量还不够高，与群众期盼尚有差距",
    "人大工作的宣传力度不大，经验提炼总结较少",
)
_FAULTS = (
    "理论学习不够系统，学用结合还有差距",
    "深入基层调研不够多，掌握一手情况不够全面",
    "工作方法比较简单，有时存在急躁情绪",
    "创新意识不够强，习惯于凭经验办事",
    "对分管工作督促检查不够经常",
    "与群众谈心交心不够主动",
)
_MEASURES = (
    "突出政治引领，始终坚持党的领导",
    "突出监督实效，助推经济高质量发展",
    "突出代表主体，激发履职活力",
    "突出民生导向，办好群众身边小事",
    "突出自身建设，提升履职水平",
    "突出作风转变，大兴调查研究之风",
)
_SYSTEMS = (
    "主席团议事规则",
    "代表联系选民制度",
    "代表述职评议制度",
    "建议跟踪督办制度",
    "学习培训制度",
    "代表接待日制度",
    "履职登记制度",
)
_PROJECTS = (
    "新建农村公路{}公里",
    "改造农村户厕{}座",
    "安装路灯{}盏",
    "新建村级文化广场{}个",
    "增设停车位{}个",
    "整修灌溉渠道{}公里",
    "改造老旧小区{}个",
    "新建便民桥{}座",
)
_TOPICS = ("乡村振兴", "环境保护", "安全生产", "养老服务", "饮水安全", "义务教育", "医疗卫生", "食品安全")
_GROUPS = ("综合协调组", "宣传发动组", "督促检查组", "后勤保障组", "矛盾化解组", "资金监管组", "信息联络组")
_HAVES = ("有固定场所", "有醒目标识", "有工作制度", "有活动计划", "有专人负责", "有台账资料", "有经费保障")
_ARRIVALS = ("责任落实到位", "宣传发动到位", "监督检查到位", "资金保障到位", "跟踪问效到位", "队伍建设到位")
_VILLAGES = ("大沟村", "新华村", "清泉村", "柏林村", "桃源村", "红星村", "石桥村", "长岭村")
_FEWEST, _MOST = 3, 6


def _lists(random: Random, right: bool) -> dict[str, Value]:
    """What is told one by one, and the number that is announced."""
    number = random.randint(_FEWEST, _MOST)
    announced = number if right else number + random.choice((-1, 1))

    def some(items: tuple[str, ...]) -> list[str]:
        return random.sample(items, number)

    shortcomings, measures, systems, topics = some(_SHORTCOMINGS), some(_MEASURES), some(_SYSTEMS), some(_TOPICS)
    groups, haves, arrivals, villages = some(_GROUPS), some(_HAVES), some(_ARRIVALS), some(_VILLAGES)
    projects = [project.format(random.randint(12, 58)) for project in some(_PROJECTS)]
    numerals = [han(index) for index in range(1, number + 1)]
    return {
        "han": counted(announced),
        "digit": announced,
        "shortcomings": "；".join(f"{n}是{words}" for n, words in zip(numerals, shortcomings, strict=True)),
        "measures": "".join(f"{n}是{words}。" for n, words in zip(numerals, measures, strict=True)),
        "musts": "；".join(f"{n}要{words}" for n, words in zip(numerals, measures, strict=True)),
        "ordinals": "".join(f"第{n}，{words}。" for n, words in zip(numerals, measures, strict=True)),
        "circled": "；".join(f"{'①②③④⑤⑥'[n]}{words}" for n, words in enumerate(some(_FAULTS))),
        "headings": "\n".join(f"（{n}）{words}。" for n, words in zip(numerals, measures, strict=True)),
        "points": "\n".join(f"{n}.{words}。" for n, words in enumerate(measures, 1)),
        "systems": "、".join(systems),
        "systems_and": "、".join(systems[:-1]) + "和" + systems[-1],
        "topics": "、".join(topics),
        "topics_and": "、".join(topics[:-1]) + "和" + topics[-1],
        "groups": "、".join(groups),
        "haves": "、".join(haves),
        "arrivals": "、".join(arrivals),
        "villages": "、".join(villages),
        "villages_and": "、".join(villages[:-1]) + "和" + villages[-1],
        "projects": "；".join(projects),
        "items": "\n".join(f"{n}.{words}" for n, words in enumerate(projects, 1)),
    }


_SHAPES = shapes(
    """
    在肯定成绩的同时，我们也清醒地看到，工作中还存在一些不足，⟦主要表现在[以下|]{han}个方面：{shortcomings}⟧。

    [新的一年|下一步]，镇人大主席团将⟦重点抓好{han}个方面的工作。{measures}⟧

    经认真对照检查，⟦我身上主要有{han}点不足：{circled}⟧。对此，我将认真反思，切实改正。

    [今年|明年]的工作，⟦要突出{han}项重点：{musts}⟧。

    所有代表联络站⟦都做到了“{han}有”，即{haves}⟧，[成为代表联系群众的桥梁|代表活动有了主阵地]。

    ⟦[先后建立健全了|修订完善了]{systems_and}{han}项制度⟧，[用制度管人管事|主席团工作更加规范]。

    ⟦[一年来，|全年]共听取和审议{topics}{digit}个专项工作报告⟧，提出审议意见{12-38}条。

    ⟦年初票决的{digit}件民生实事全部完成：{projects}⟧，[群众的获得感不断增强|群众普遍表示满意]。

    ⟦领导小组下设{han}个工作组：{groups}⟧，[各组分工负责、密切配合|实行挂图作战、销号管理]。

    在征地拆迁工作中，⟦切实做到“{han}个到位”：{arrivals}⟧，[仅用{30-60}天就完成了任务|实现了零上访]。

    ⟦项目涉及{digit}个村（{villages}）⟧，[受益群众{1200-5800}人|总投资{310-980}万元]。

    2024年工作安排¶新的一年，镇人大主席团将⟦着力做好以下{han}个方面的工作：¶{headings}⟧

    围绕镇党委中心工作，⟦今年重点抓好以下{han}项任务：¶{points}⟧

    ⟦今年拟办理的{digit}件民生实事如下：¶{items}⟧¶以上项目，请各位代表票决。

    做好下半年工作，⟦关键要把握{han}点。{ordinals}⟧

    ⟦{villages_and}{han}个村⟧率先完成了[户厕改造|村集体产权制度改革]任务，受到镇党委、政府通报表扬。

    ⟦围绕{han}个专题开展调研，分别是{topics_and}⟧，[形成的调研报告得到县人大常委会肯定|为镇党委决策提供了参考]。

    镇人大主席团⟦一手抓制度建设，出台了{digit}项制度，即{systems_and}⟧，一手抓制度落实，[确保各项工作有章可循|主席团运转更加规范]。
    """,
    _lists,
)
_COMPILED = shapes(
    """
    ⟦{town}镇人大主席团工作报告（<两篇|2篇‖4篇|三篇|3篇|5篇>）⟧¶篇一：{town}镇人大主席团2021年工作报告¶各位代表：
    ¶一年来，镇人大主席团召开会议{6-9}次，听取专项工作报告{4-6}项。¶篇二：{town}镇人大主席团2022年工作报告¶各位代表：
    ¶一年来，镇人大主席团组织视察{3-5}次，督办代表建议{21-38}件。

    ⟦{bureau}年度工作总结（<3篇|三篇‖5篇|4篇|六篇>）⟧¶第一篇¶今年以来，我局扎实推进各项工作，取得了较好成绩。
    ¶第二篇¶一年来，我局围绕中心、服务大局，圆满完成了年度目标任务。¶第三篇¶过去的一年，我局坚持改革创新，工作亮点纷呈。
    """,
)
RELATIONS = (Relation("announced", ("number.announced-count",), (*_SHAPES, *_COMPILED), SILENT),)
