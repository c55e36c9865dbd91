"""Whether the items of a row are surely the things that a number counts."""

from __future__ import annotations

from reportlint.facts.enumerations import same_kind
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.announcements import Announcement

GENERIC = (
    *(
        "方面",
        "领域",
        "环节",
        "阶段",
        "层面",
        "维度",
        "关口",
        "方向",
        "板块",
        "要素",
        "关键",
        "层次",
        "步骤",
        "重点",
        "短板",
    ),
    *("部分", "类型", "模块", "专题", "档次", "梯队", "渠道", "途径", "平台", "层级"),
)
"""Nouns for parts of a thing; whoever counts them names them."""

_COUNTED = Pattern(
    r"[0-9０-９零〇一二两三四五六七八九十百千万亿]{1,8}[余多]?[万亿]?(?:元|个|项|条|件|家|人|名|次|户|处|%|％|公里|亩|年|月|座|所|场"
    r"|盏|台|套|辆|米|平方|立方|公顷|吨|栋|幢|间|口|棵|株|份|册|期|批|起|宗|例|组|支|艘|眼|块|片|只|头|村|校|路|点|道|千米)"
)
_PEOPLE = (
    *(
        "代表",
        "委员",
        "同志",
        "干部",
        "党员",
        "书记",
        "主任",
        "镇长",
        "组长",
        "队员",
        "职工",
        "人员",
        "成员",
        "教师",
        "医生",
    ),
    *("学生", "村民", "群众", "专家", "人", "先进个人", "模范", "能手"),
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_LONGEST_NAME = 3
_LONGEST_KEY = 4
_LONGEST_HEAD = 4
_NUMERALS = "一二两三四五六七八九十"


def holds_amounts(texts: tuple[str, ...]) -> bool:
    """Whether any item is itself an amount, as in 新建3所、改建2所."""
    return any(_COUNTED.search(item) for item in texts)


def has_key(one: Announcement, texts: tuple[str, ...]) -> bool:
    """Whether every item holds what a quoted name counts: 有 in “六个有”, 资 in “三资”, 抓 and 促 in “三抓三促”."""
    key = "".join(character for character in one.noun if character not in _NUMERALS) or one.noun[:1]
    if not key or len(key) > _LONGEST_KEY:
        return False
    apart = len(key) == 2 and any(character in _NUMERALS for character in one.noun)  # noqa: PLR2004 - 抓 and 促
    return all(key in item or (apart and key[0] in item and key[1] in item) for item in texts)


def named_alike(noun: str, texts: tuple[str, ...]) -> bool:
    """Whether all items end with the noun that is counted: 三项制度（学习制度、例会制度）."""
    heads = (part for length in range(min(_LONGEST_HEAD, len(noun)), 0, -1) for part in (noun[:length], noun[-length:]))
    return any(all(item.endswith(head) and len(item) > len(head) for item in texts) for head in heads)


def are_persons(noun: str, texts: tuple[str, ...]) -> bool:
    """Whether persons are counted, and all items are names of persons."""
    # 白马、石桥 begin with surnames too; names of three characters leave no doubt.
    sure = max(map(len, texts)) == _LONGEST_NAME
    return (
        sure
        and noun.endswith(_PEOPLE)
        and all(
            2 <= len(item) <= _LONGEST_NAME and item[0] in _SURNAMES  # noqa: PLR2004 - surname and given name
            for item in texts
        )
    )


def fits(one: Announcement, noun: str, texts: tuple[str, ...]) -> bool:
    """Whether the items belong to the number beyond doubt: by their names, as persons, or as parts of a thing."""
    return (
        named_alike(noun.removesuffix("的"), texts)
        or are_persons(noun, texts)
        or ((noun.startswith(GENERIC) or one.classifier.endswith("方面")) and same_kind(texts))
    )
