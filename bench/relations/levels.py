"""So many levels of administration, and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation
from relations.wording import Value, counted, shapes

if TYPE_CHECKING:
    from random import Random

_CHAINS = (
    ("省", "市", "县"),
    ("市", "县"),
    ("市", "县", "镇"),
    ("市", "县", "乡"),
    ("县", "乡"),
    ("县", "镇"),
    ("县", "镇", "村"),
    ("县", "乡", "村"),
    ("省", "市", "县", "乡"),
    ("市", "县", "镇", "村"),
    ("区", "镇"),
    ("区", "镇", "村"),
    ("区", "街道", "社区"),
    ("市", "镇"),
    ("市", "镇", "村"),
    ("镇", "村"),
)
_DEEP = (("镇", "村", "组"), ("村", "组"), ("县", "乡", "村", "组"), ("县", "镇", "村", "组"), ("区", "镇", "村", "组"))
_FEWEST, _MOST = 2, 5


def _chain(random: Random, right: bool) -> dict[str, Value]:
    """Levels that have offices, from above to below, and how many they are said to be."""
    return _told(random, random.choice(_CHAINS), right)


def _deep(random: Random, right: bool) -> dict[str, Value]:
    """Levels that may go down to the groups of a village."""
    return _told(random, random.choice(_CHAINS + _DEEP), right)


def _told(random: Random, levels: tuple[str, ...], right: bool) -> dict[str, Value]:
    number = len(levels)
    if not right:
        number = random.choice([n for n in (number - 1, number + 1) if _FEWEST <= n <= _MOST])
    short = all(len(level) == 1 for level in levels)
    said = ("" if short and random.random() < 0.5 else "、").join(levels)
    long = "、".join({"镇": "乡镇", "乡": "乡镇（街道）", "村": "村（社区）"}.get(level, level) for level in levels)
    posts = "、".join(f"{level}级" if len(level) == 1 else level for level in levels)
    last = levels[:-1], levels[-1]
    return {
        "chain": said,
        "long": long,
        "posts": posts,
        "joined": "、".join(last[0]) + "和" + last[1],
        "number": counted(number),
        "digit": number,
    }


_SHAPES = shapes(
    """
    [积极配合上级人大|主席团先后{汉2-5}次]，⟦组织{chain}{number}级人大代表⟧对{topic}工作开展视察，
    [提出意见建议{12-38}条|推动解决问题{6-18}个]。

    ⟦构建{chain}{number}级联动机制⟧，[形成上下贯通、齐抓共管的工作格局|做到信息互通、难题共解]。

    [认真学习|及时传达学习]⟦{joined}{number}级工作会议精神⟧，[确保上级决策部署落地见效|不断统一思想、凝聚共识]。

    [坚持高位推动|压实工作责任]，⟦{chain}{number}级书记一起抓乡村振兴⟧，[一级带着一级干|层层传导压力]。

    ⟦全面推行河长制，设立{long}{number}级河长{52-128}名⟧，[全年巡河{2100-9800}人次|实现河道管护全覆盖]。

    ⟦打通{chain}{number}级物流配送体系⟧，[农产品上行更加顺畅|快递进村实现全覆盖]。

    ⟦推动公共法律服务{posts}{number}级全覆盖⟧，[为群众提供便捷高效的法律服务|化解矛盾纠纷{110-190}起]。

    ⟦在{joined}{number}级应急指挥平台的统一调度下⟧，连夜转移群众{310-980}人，[实现人员零伤亡|确保安全度汛]。

    ⟦为[种粮农户|脱贫群众]落实{chain}{digit}级配套资金{112-980}万元⟧，[资金拨付率达百分之百|惠及{1200-3900}户]。

    健全医疗卫生服务网络，⟦推进{chain}{number}级医疗机构协同发展⟧，[群众看病更加方便|家庭医生签约服务不断规范]。

    ⟦本着方便群众的原则，{joined}{number}级分别设立[退役军人服务站（中心）|便民服务机构]⟧，[做到有人办事、有章理事|就近受理诉求]。
    """,
    _chain,
) + shapes(
    """
    ⟦建立健全{long}{number}级网格化管理体系⟧，[配齐配强网格员|把服务送到群众家门口]。

    这些成绩的取得，⟦是{chain}{number}级干部共同努力的结果⟧，也凝聚着广大群众的心血和汗水。

    [逐级签订责任书|层层压实责任]，⟦将安全生产责任落实到{posts}{number}级⟧，[不留死角、不留盲区|切实做到守土有责]。
    """,
    _deep,
)
_SILENT = shapes(
    """
    ⟦组织三级人大代表⟧开展[集中视察|专题调研]，[提出意见建议{12-38}条|推动问题解决]。

    ⟦县医院通过[三级|二级]医院评审⟧，[镇卫生院达到国家推荐标准|市、县医联体建设稳步推进]。

    ⟦市县两级财政和省级补助资金全部到位⟧，[项目建设资金有了保障|全年支出进度达{90-98}%]。

    ⟦县、乡两级干部和村级组织密切配合⟧，[如期完成征地拆迁任务|全力做好防汛抢险工作]。

    ⟦县（市、区）、乡镇（街道）两级⟧[同步推进|上下联动]，[改革任务全面完成|试点工作有序开展]。

    ⟦争创国家级、省级示范社{2-5}家，市级一级站所{汉2-3}个⟧，[示范引领作用不断增强|服务水平明显提升]。

    ⟦自治区、市、县三级⟧[联合开展执法检查，发现问题{12-28}个|专家现场指导，推广种植新品种{3-9}个]。

    ⟦“家、站、点”三级平台建设⟧[成效明显|不断规范]，[代表联系选民更加便捷|实现代表活动阵地全覆盖]。

    ⟦国家、省、市三级[专项资金|补助资金]⟧已拨付到位，[项目建设进展顺利|资金使用严格规范]。

    ⟦[二|三]级以上应急响应启动后，县镇村三级同步进入应急状态⟧，[值班值守到岗到位|预警信息直达到户]。

    ⟦[一级主任科员|二级主任科员|三级调研员|四级调研员]{surname}国平同志任工作队队长⟧，负责协调县、镇、村有关事项。

    ⟦上级和市县两级主管部门⟧[多次来我镇调研指导|给予大力支持]，镇村干部深受鼓舞。

    ⟦省、XX市、XX县三级[联动|贯通]⟧，[形成工作合力|一抓到底]。

    ⟦{county}县、{town}镇、{village}村三级[联动|协同]⟧，[矛盾纠纷化解在基层|确保{汉2-3}项任务按期完成]。
    """,
    _chain,
)
RELATIONS = (Relation("level", ("number.level-count",), _SHAPES, _SILENT),)
