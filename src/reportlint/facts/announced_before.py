"""Announced numbers behind a row of items: A、B、C三项制度, A镇、B镇2个镇, A、B等三项制度.

A row before a number may be the things that are counted together (道路、桥梁5座), and its first item may begin with
other words. So the noun must show that the items themselves are counted, and the items that they are alike.
"""

from __future__ import annotations

from reportlint.facts.enumerations import Enumeration, divided, enumeration, last_items, pair, same_kind
from reportlint.facts.row_kinds import GENERIC, are_persons, holds_amounts, named_alike
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.announcements import Announcement

_PARTS = Pattern(
    r"(?:[^，。；：、]{0,6}?)(?:产业|工程|行动|任务|体系|板块|领域|战|攻坚|动力|功能|环节|结构|平台|支柱|战略|关系|重点|难点"
    r"|品牌|片区|主题|方面|机制|制度)"
)
_KINDS = (
    *(
        "制度",
        "机制",
        "活动",
        "工程",
        "行动",
        "工作",
        "任务",
        "清单",
        "措施",
        "办法",
        "课题",
        "法律",
        "课程",
        "产业",
        "部门",
    ),
    *("站所", "内容", "举措", "指标", "议题", "服务", "要求"),
)
_LEADING = Pattern(
    r"[^“]{0,24}?(?:建立健全|制定完善|新建|建设|开展|完成|办好|抓好|抓实|抓住|做好|做强|做优|打好|打造|实施|推进|推动|推行|完善|建立|健全|聚焦"
    r"|围绕|紧盯|紧扣|突出|强化|加强|落实|制定|发展|培育|壮大|走访|深入|组织|涵盖|覆盖|涉及|坚持|统筹|立足|瞄准|执行|把握|把好"
    r"|听取和审议|听取并审议|听取审议|听取|审议|审查|视察|检查|调研|督办|专题询问|开设|举办|召开|出台|印发|形成|撰写|修订"
    r"|补选|选举|选出|评选|增补|任命|推荐|慰问|表彰|选取|选择|确定|安排|到|在|对|从|由|就(?!业)|将|把|以(?!及)|于|为|是)[了过]?"
)
_NAMED = ("部门", "站所")
_TOPICS = Pattern(
    r"(?:专项|专题|重点|工作|调研|视察|检查|审议|评议|执法|整改|落实|情况|综合|分项|的){0,4}(?:报告|议题|课题|专题|主题|调研|视察|检查|评议|询问|预案|规划|条例|办法|项目清单)"
)
"""Things of which each has one subject, as reports heard: 义务教育、养老服务2个专项工作报告."""

_AWARDS = ("入选", "荣获", "获评", "列入", "被评", "全国", "全省", "位居", "评为", "纳入", "新增", "位列")
_DIVIDED = Pattern(r"[、和与及]|》《")
_REACH = 120
_NEAR = 26
_SPACES = frozenset((" ", "　"))
_LONGEST_ITEM = 12
_SUBJECT = 4
_SHORT = 4
_CLOSERS = frozenset("”》）)")
_OF_ANYTHING = frozenset(("名", "位", "人", "大"))
_ENDS = "，,。；;：:\n！？（("


def row_before(text: str, one: Announcement) -> Enumeration | None:
    """The row right before a number when its items are surely more or fewer; None for all else."""
    stop = one.span.start - (1 if one.quoted else 0)
    while text[stop - 1 : stop] in _SPACES:
        stop -= 1
    open_ended = text[stop - 1 : stop] == "等"
    stop -= open_ended
    # Most numbers have no row before them: the last item is short, so its mark is near.
    if not _may_count(text, one, stop) or not _DIVIDED.compiled.search(text, max(0, stop - _NEAR), stop):
        return None
    begin = 1 + max(text.rfind(end, max(0, stop - _REACH), stop) for end in _ENDS)
    opened = text.rfind("“", begin, stop) if text[stop - 1] == "”" else -1
    enclosed = opened >= 0 and "、" in text[opened:stop]
    if stop - begin > _REACH:
        return None
    whole = enumeration(text, opened + 1, stop - 1) if enclosed else enumeration(text, begin, stop)
    row = pair(whole) or divided(whole)
    if len(row) < 2:  # noqa: PLR2004 - one item is no row
        return None
    lead = 0 if enclosed else len(row.texts[0]) - len(_without_lead(row.texts[0], last_items(row)[1:]))
    bare = row.without(lead)
    differs = one.number < len(bare) or (one.number > len(bare) + bare.joints and not open_ended)
    if not differs or not _clear(row):
        return None
    if not _counted_one_by_one(text, one, row, enclosed=enclosed):
        return None
    return bare


def _may_count(text: str, one: Announcement, stop: int) -> bool:
    """Whether the noun can be that of a row that ends at an offset: a quick look that spares most a closer one."""
    last = text[stop - 1 : stop]
    return (
        last in _CLOSERS
        or last in one.noun[:_SHORT]
        or one.noun.endswith(last)
        or one.noun.startswith(("一体", *GENERIC, *_KINDS))
        or one.classifier in _OF_ANYTHING
        or one.classifier.endswith("方面")
        or _TOPICS.compiled.match(one.noun) is not None
    )


def _clear(row: Enumeration) -> bool:
    """Whether no item is an amount, half a quotation or the praise that the row receives."""
    return not (
        any(word in row.texts[-1] for word in _AWARDS)
        or holds_amounts(row.texts[1:])
        or any(("”" in item) != ("“" in item) for item in row.texts)
    )


def _counted_one_by_one(  # noqa: C901, PLR0911 - a list of cases
    text: str, one: Announcement, row: Enumeration, *, enclosed: bool
) -> bool:
    """Whether the noun behind the number shows that the items themselves are counted."""
    rest = last_items(row)[1:]
    first = row.texts[0] if enclosed else _without_lead(row.texts[0], last_items(row)[1:])
    alike = same_kind((first, *rest))
    if "《" in first and all(item.startswith("《") and len(item) > 2 for item in rest):  # noqa: PLR2004 - 《》
        return bool(one.noun)
    if not all((1 < len(item) <= _LONGEST_ITEM) or (alike and len(item) == 1) for item in rest):
        return False
    if len(rest) > 1 and not same_kind(rest):
        return False
    if named_alike(one.noun, (row.texts[0], *rest)):
        return True
    if one.noun == "一体":
        return alike
    if one.classifier in {"名", "位", "人"}:
        return are_persons("人", (first if enclosed else _without_lead(row.texts[0], ()), *rest))
    if one.number < len(row) and not alike:
        return False
    if one.noun.startswith(GENERIC) or one.classifier.endswith("方面"):
        return alike or len(rest) > 1
    if one.classifier == "大":
        return _PARTS.compiled.match(one.noun) is not None and (alike or len(rest) > 1)
    if one.classifier in {"个", "项", "份", "篇"} and _TOPICS.compiled.match(one.noun):
        return alike and _are_subjects((first, *rest), one.number)
    # 道路、桥梁5项工程 may be five of two kinds; of more kinds than things there cannot be.
    may_be_sum = text[one.span.start].isascii() and one.number > len(row) and not one.noun.startswith(_NAMED)
    return not may_be_sum and one.classifier in {"项", "个", "类"} and alike and one.noun.startswith(_KINDS)


def _are_subjects(texts: tuple[str, ...], number: int) -> bool:
    """Whether each item has a report of its own; 教育、卫生 may share one, 财政预决算 may have two."""
    lengths = {len(item) for item in texts}
    return min(lengths) > 2 and (number < len(texts) or lengths == {_SUBJECT})  # noqa: PLR2004 - 教育


def _without_lead(words: str, rest: tuple[str, ...]) -> str:
    """A first item without the verbs before it, taken off one by one until it is like the rest: 组织|开展|视察."""
    while (
        not same_kind((words, *rest))
        and (lead := _LEADING.compiled.match(words)) is not None
        and lead.end() < len(words)
    ):
        words = words[lead.end() :]
    return words
