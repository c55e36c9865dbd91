"""Which announced numbers introduce a list: those of aspects and tasks do, those of villages and firms do not."""

from __future__ import annotations

from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.announcements import Announcement

_GENERAL = (
    *(
        "方面",
        "工作",
        "问题",
        "不足",
        "任务",
        "举措",
        "措施",
        "做法",
        "特点",
        "成效",
        "体会",
        "经验",
        "关系",
        "原则",
        "要求",
    ),
    *(
        "差距",
        "环节",
        "重点",
        "关键",
        "文章",
        "事",
        "实事",
        "目标",
        "建议",
        "意见",
        "短板",
        "原因",
        "转变",
        "突破",
        "变化",
    ),
    *(
        "困难",
        "打算",
        "启示",
        "认识",
        "抓手",
        "机制",
        "制度",
        "行动",
        "工程",
        "活动",
        "计划",
        "项目",
        "职责",
        "领域",
        "关",
        "点",
    ),
)
_ABSTRACT = ("方面", "点", "类", "大", "项", "个", "条", "件", "篇", "步", "句", "种", "张", "道", "支")
_OBJECTS = Pattern(
    r"(?:村|社区|镇|乡|县|市|区|部门|单位|企业|代表|委员|干部|群众|小组|站|家|室|支部|组织|党员|人|户|学校|机构|地方|省|园区|基地)$"
)
_PREPOSITION = Pattern(
    r"(?:针对|围绕|根据|按照|结合|聚焦|依据|依托|对照|走访|深入|跟进|紧扣|[对就按将]|把(?![握好准控关住牢]))[^，。；：\n]{0,14}$"
)
_INSTEAD = ("建议", "意见", "议案", "提案", "问题线索", "案件", "信访")
_DONE = ("进行", "予以", "加以", "组织", "视察")
_MOST_OFF = 3


def is_near(one: Announcement, count: int) -> bool:
    """Whether the two numbers are near enough to be meant as the same; 36 of which two are told were never so meant."""
    return abs(count - one.number) <= max(_MOST_OFF, one.number // 2)


def is_general(one: Announcement) -> bool:
    """Whether it counts aspects, tasks and the like, of which lists are made."""
    noun = one.noun.removesuffix("如下").removesuffix("的")
    return (
        one.classifier.endswith(("方面", "点")) or noun.endswith(_GENERAL) or noun.startswith(("方面", "环节", "重点"))
    )


def may_announce(one: Announcement) -> bool:
    """Whether what is counted can be told item by item: no villages, firms or persons."""
    return (
        one.quoted or one.classifier.endswith("方面") or (one.classifier in _ABSTRACT and not _OBJECTS.search(one.noun))
    )


def may_follow(text: str, one: Announcement) -> bool:
    """Whether the thing counted is told item by item, and not what the sentence is about."""
    if not may_announce(one):
        return False
    if one.quoted or one.classifier.endswith("方面"):
        return True
    noun = one.noun
    before = text[max(0, one.span.start - 20) : one.span.start]
    if before.endswith("等"):
        return False  # its items stand before it
    # 围绕三项工作，一是…二是… says what was done about them.
    if _PREPOSITION.search(before) and (noun.endswith(_INSTEAD) or text[one.end : one.end + 1] in {"，", ",", "。"}):
        return False
    if any(word in noun for word in _DONE) and not noun.startswith(("阶段", "步骤", "层次", "批次")):
        return False
    return not (any(word in noun for word in _INSTEAD) and not noun.endswith(_INSTEAD))
