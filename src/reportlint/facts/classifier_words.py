"""The things that reports count with several classifiers, and how a later amount says that it is a part of them."""

from __future__ import annotations

from reportlint.text import Pattern
from reportlint.text.frozen import frozen

MATTERS = frozenset(("条", "件", "个", "项", "起", "宗", "处", "例", "桩"))
"""Classifiers of matters; for each kind of things some of them are used side by side."""


@frozen
class Kind:
    """A kind of things by the nouns that name them.

    Attributes:
        nouns: words that the name ends with.
        classifiers: those with which the same things are counted; another one counts something else.
        told: whether the parts may be told by their subject alone (其中交通方面12件).
    """

    nouns: tuple[str, ...]
    classifiers: frozenset[str]
    told: bool


KINDS = (
    Kind(
        (
            *("建议", "意见", "诉求", "心愿", "提案", "议案", "来信", "来访", "信访", "信访件", "工单", "投诉", "举报"),
            *("线索", "事项", "批评", "议题", "要求", "求助", "咨询", "呼声", "留言", "热线", "交办件", "转办件"),
            *("反映", "期盼", "关切", "难事", "烦心事", "信件", "急难愁盼"),
        ),
        frozenset(("条", "件", "个", "项", "起", "宗", "例", "桩")),
        told=True,
    ),
    Kind(
        (
            *(
                "问题",
                "隐患",
                "矛盾",
                "纠纷",
                "难题",
                "漏洞",
                "案件",
                "刑案",
                "大案",
                "积案",
                "案",
                "短板",
                "堵点",
                "痛点",
            ),
            *("风险", "风险点", "风险隐患", "违法行为", "违建", "违章", "警情", "事件", "难点"),
        ),
        frozenset(("条", "件", "个", "项", "起", "宗", "例", "桩", "处")),
        told=True,
    ),
    Kind(
        (
            *("项目", "工程", "实事", "任务", "文件", "制度", "课题", "工作", "指标", "目标", "举措", "措施", "好事"),
            *("事", "办法", "规定", "清单", "改革事项", "法规", "承诺", "计划"),
        ),
        frozenset(("项", "个", "件")),
        told=False,
    ),
)

NAMED_BEHIND = Pattern(
    r"(?P<name>[^，,。；;、：:\n0-9０-９]{1,16}?)(?=[，,。；;：:、（(）)\n]|[中里]?[，,]|[全均已都没尚正]|进行|$)"
)
"""What stands behind a number up to the end of its name."""

REST = Pattern(r"(?:其余|剩余|余下|剩下)的?(?:还有|尚有|有|仅有|仅剩|仅)?$")

_VERB = (
    r"(?:办结|办复|办妥|办成|办理完毕|办理完结|办理|答办|答复|回复|反馈|解决|采纳|吸纳|落实|整改|整治|化解|调处|调解|处置|处理|交办|转办|督办|分办|销号|兑现"
    r"|完成|完工|建成|竣工|开工|投用|投入使用|实施|推进|结案|审结|执结|办案|侦破|破案|查结|了结|化解完毕|移送|移交|提起公诉|起诉|受理|不予受理"
    r"|列入(?:年度|工作|下年度|明年)?计划|纳入(?:年度|工作|下年度|明年)?计划|留作参考|作出说明|解释说明|解释|说明|坚持|巩固|销案|消除|排除|修复|挂账|推动|跟进"
    r"|未办结|未完成|未整改|未解决|办毕|清零|达标|见效|启动|验收|通过验收)"
)
_HELP = (
    r"(?:目前|当前|现在|现|截至目前|截止目前|至今|迄今|年内|当年|上半年|会后|会前|均|并|且|已经|已|均已|共|正在|正|仍在|仍|尚|未|没有|暂未|全部|基本|被|得到|获得"
    r"|按时|按期|按规定|及时|如期|成功|当场|当天|现场|就地|限时|限期|延期|逾期|提前|超期|全年|累计|实际|有效|妥善|直接|依法|先后|分别|可|能|需|应|暂|长期|持续"
    r"|因故|有|达|是|为|共计|还有|仅|只|只有|立行立改|立即|即时|彻底|全面|顺利|圆满|继续|加快|抓紧|着手|即将|准备|计划|初步|督促|推动|协调|通过司法途径|司法途径|采取措施)"
)
_WHO = r"(?:[^，,。；;、\n0-9]{0,6}(?:政府|党委|部门|单位|机关|法院|检察院|主席团|街道办|派出所|司法所|信访办))"
PARTLY = Pattern(
    rf"[，,；;：:、（(。 ](?:其中|其间)?[，,]?{_WHO}?(?:(?:{_HELP}){{0,4}}{_VERB}(?:并|和|或)?){{1,2}}"
    r"(?:司法途径|(?:相关站所|有关站所|站所|公安|司法|检察|纪检监察|纪检|上级|有关)(?:机关|部门))?(?:完毕|到位|完成|完结|解决|处理|反馈|整改|实施|施工|推进|落实|属实|成功|好|满意)?(?:的|率)?(?:了|有|达|达到|共|共计|数为|数|为|是)?$"
)
"""Words between a mark and a number that only say what became of things named before: 目前已办结, 其中按时办结."""

OF_THEM = Pattern(r"[，,；;：:（(。 ](?:其中|当中)?[，,：:]?(?:目前|现|至今|截至目前)?(?:已|均|仍|还|尚|约|只|仅)?有?$")
"""Nothing between a mark and a number but 其中 or 已有: what became of them must stand behind it."""

MERGED = Pattern("合并|归并|归纳|整合|汇总|汇集成|转化|提炼|梳理[出为成]|筛选|细化|分解|形成|拆分")
"""Words after which other things are counted than before."""

EXCEPT = Pattern(r"[，,；;：:。]除了?(?:其中)?(?:的)?$")

DONE_BY = Pattern(rf"[，,；;：:。][^，,。；;：:、\n0-9]{{0,12}}{_VERB}的$")
"""由镇政府办理的, 已办结的: a part named by what is done with it."""

SUBJECT = Pattern(
    r"其中[，,：:]?(?:(?:涉及|关于|属于|反映)[^，。；、\n]{1,14}|[^，。；、\n]{1,10}(?:方面|类|层面|领域)的?(?:有)?)$"
)
"""A part told by its subject: 其中涉及教育, 其中交通方面."""

PREDICATE = Pattern(
    r"[ 　]?(?:[，,。；;：:、！!\n）)]|$"
    r"|(?:[均已正都全还尚未也仍在因由将列被的需待为是属系按暂得获不]|年[底内末]|预计|计划|力争|进展|推进|办理|整改|明年|下半年|留作|转[交入为办]|移[送交]"
    r"|基本|顺利|如期|圆满|完成|办结|解决|采纳|落实|答复|建成|开工|竣工|投入|投用|通过|纳入|进入|可[望在]|有望|能够|予以"
    r"|提前|达[到标]|超额|符合|涉及|长期|成功|分别|初步|当场|现场|提起|启动|继续|取得|确[实需]|没有)[^，。；]{0,40})"
)
"""What may stand behind a number that names no new thing."""
