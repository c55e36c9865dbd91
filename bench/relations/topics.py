"""What reports count, with what it falls into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

VILLAGES = ("河东村", "柳林村", "石桥村", "大湾村", "青山村", "双龙村", "新庄村", "白果村")
NUMERALS = "零一两三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that is counted or measured.

    Attributes:
        leads: words that end right before the total.
        noun: what it is.
        unit: classifier or unit.
        least: smallest total, in units of the last decimal.
        most: largest.
        kinds: ways to divide it, each into parts that do not overlap; a number may follow each name.
        places: printed decimals.
    """

    leads: tuple[str, ...]
    noun: str
    unit: str
    least: int
    most: int
    kinds: tuple[tuple[str, ...], ...]
    places: int = 0


TOPICS = (
    Topic(
        ("收到代表建议", "收到人大代表意见建议", "办理代表建议"),
        "建议",
        "件",
        24,
        190,
        (
            ("生态环境类", "社会治理类", "民生保障类", "经济发展类"),
            ("城乡建设方面", "教科文卫方面", "农业农村方面", "交通运输方面", "社会保障方面"),
        ),
    ),
    Topic(
        ("征集群众意见建议", "梳理群众诉求", "走访收集意见建议"),
        "意见",
        "条",
        60,
        400,
        (("道路交通类", "环境卫生类", "农田水利类", "物业管理类"), ("经济建设类", "民生事业类", "城镇管理类")),
    ),
    Topic(
        ("排查矛盾纠纷", "调处各类矛盾纠纷", "受理矛盾纠纷"),
        "纠纷",
        "起",
        40,
        360,
        (("婚姻家庭纠纷", "邻里纠纷", "土地林地纠纷", "劳资纠纷"),),
    ),
    Topic(
        ("安排重点项目", "实施重点项目", "谋划储备项目", "推进政府投资项目"),
        "项目",
        "个",
        18,
        160,
        (
            ("工业类", "城建类", "农业类", "民生类", "文旅类"),
            ("产业项目", "基础设施项目", "社会民生项目"),
            ("续建项目", "新开工项目", "前期项目"),
        ),
    ),
    Topic(
        ("审结各类案件", "受理各类案件", "办理各类案件"),
        "案件",
        "件",
        180,
        2600,
        (("刑事案件", "民商事案件", "行政案件", "执行案件"),),
    ),
    Topic(
        ("实施危房改造", "完成农村改厕", "实施人居环境改造"),
        "农户",
        "户",
        60,
        900,
        (("脱贫户", "低保户", "特困户", "一般农户"),),
    ),
    Topic(
        ("硬化农村道路", "新改建农村公路", "维修改造道路"),
        "道路",
        "公里",
        120,
        980,
        (("通村路", "通组路", "产业路", "入户路"),),
        1,
    ),
    Topic(
        ("争取各类资金", "到位项目资金", "整合涉农资金"),
        "资金",
        "万元",
        600,
        9800,
        (("中央资金", "省级资金", "市级资金", "县级资金"),),
    ),
    Topic(
        ("新增种植面积", "发展特色产业", "种植经济作物"),
        "种植",
        "亩",
        800,
        9800,
        (("油茶", "茶叶", "花椒", "中药材"), ("辣椒", "烤烟", "蔬菜")),
    ),
    Topic(
        ("完成粮食播种面积", "粮食播种面积达到", "落实粮食种植面积"),
        "粮食",
        "万亩",
        210,
        2900,
        (("水稻", "玉米", "马铃薯", "小麦"),),
        2,
    ),
    Topic(
        ("排查安全隐患", "发现各类隐患", "整改安全隐患"),
        "隐患",
        "处",
        50,
        700,
        (("消防类", "燃气类", "道路交通类", "建筑施工类"),),
    ),
    Topic(
        ("转移农村劳动力", "实现劳动力外出务工", "促进农村劳动力转移就业"),
        "劳动力",
        "人",
        800,
        9800,
        (("省外务工", "省内县外务工", "县内就近就业"),),
    ),
    Topic(
        ("检查经营单位", "检查各类经营主体", "排查生产经营单位"),
        "单位",
        "家",
        80,
        900,
        (("餐饮单位", "商场超市", "农资门店", "药店诊所"),),
    ),
    Topic(
        ("开展各类宣传活动", "开展群众性文化活动", "举办各类活动"),
        "活动",
        "场",
        18,
        96,
        (("理论宣讲", "文艺演出", "普法宣传", "科普讲座"),),
    ),
    Topic(
        ("收缴各类税款", "组织税收收入", "完成税收"),
        "税收",
        "亿元",
        160,
        2900,
        (("增值税", "企业所得税", "个人所得税", "其他各税"),),
        2,
    ),
)


def draw_topic(random: Random, *, whole: bool = False) -> Topic:
    """Any topic, or one that is counted in whole numbers."""
    return random.choice([topic for topic in TOPICS if not (whole and topic.places)])


def draw_village_topic(random: Random) -> Topic:
    """One that villages have their shares of."""
    return random.choice([topic for topic in TOPICS if topic.noun in {"农户", "道路", "种植", "隐患", "活动", "纠纷"}])


def draw_thing(random: Random) -> Topic:
    """One whose noun may follow the number and classifier: 12件建议."""
    nouns = {"建议", "意见", "纠纷", "项目", "案件", "隐患", "活动"}
    return random.choice([topic for topic in TOPICS if topic.noun in nouns])


def draw_kinds(random: Random, topic: Topic, most: int = 4) -> list[str]:
    """Some of the parts that the topic falls into, at least two."""
    kinds = random.choice(topic.kinds)
    return random.sample(kinds, random.randint(min(3, len(kinds)), min(most, len(kinds))))
