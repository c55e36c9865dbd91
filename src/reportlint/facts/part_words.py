"""By what the parts of a whole are told apart, from their names: kinds of one feature, or features of the same things.

A party member may be a woman, and a big project a rural one: such parts overlap, and nothing can be said of their sum.
"""

from __future__ import annotations

from functools import cache, lru_cache

from reportlint.facts.size_classes import all_sizes, apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

DONE = (
    *("办结", "办复", "办理完", "办理落实", "答复", "解决", "落实", "整改", "完成", "采纳", "化解", "办毕", "办好"),
    *("销号", "查处", "处置", "处理", "立案", "结案", "审结", "移送", "起诉", "调处", "调解成功", "吸收", "转化"),
    *("验收", "开工建设", "竣工", "完工", "投产", "达产", "建成", "入库", "落地", "兑现", "拨付", "支付", "使用"),
    *("支出", "清零", "脱贫", "就业", "复工", "签约", "到位", "发放", "交付", "达标", "通过", "回复", "转办", "交办"),
)
"""Said of what has been dealt with."""

PENDING = (
    *("未", "正在", "在办", "在建", "列入", "纳入", "计划", "留作", "作为参考", "待", "尚", "暂", "推进", "办理中"),
    *("逐步", "跟踪", "作解释", "解释说明", "说明解释", "难以", "无法", "不能", "结转", "转入", "不予", "不宜", "滞后"),
)
"""Said of what has not."""

_PARTLY = ("基本解决", "基本办结", "基本落实", "基本完成", "部分解决", "部分落实", "部分完成", "初步")
_FEATURES = {
    "place": ("省外", "省内", "市外", "市内", "县外", "县内", "区外", "区内", "境外", "境内", "外地", "就近", "本地"),
    "level": (
        *("国家级", "省级", "市级", "县级", "区级", "镇级", "乡级", "村级", "州级", "旗级"),
        "部级",
    ),
    "deputies": (
        *("国家代表", "省代表", "市代表", "县代表", "区代表", "镇代表", "乡代表", "省人大", "市人大", "县人大"),
        *("区人大", "镇人大", "乡人大", "全国人大"),
    ),
    "role": ("志愿者", "骨干", "积极分子", "网格员", "能手", "模范", "先进", "劳模", "标兵", "后备"),
    "sex": ("男", "女", "妇女"),
    "party": ("党员", "团员", "民主党派", "无党派", "党外", "非党"),
    "people": ("少数民族", "汉族", "苗族", "回族", "壮族", "彝族", "土家族", "藏族", "侗族", "瑶族", "蒙古族", "满族"),
    "education": ("大专", "本科", "研究生", "硕士", "博士", "高中", "初中", "中专", "学历", "文化程度"),
    "age": ("岁", "青年", "老年", "中年", "年轻", "老人", "儿童"),
    "work": (
        *("工人", "农民", "知识分子", "干部", "教师", "医生", "一线", "基层", "企业", "个体", "军人", "技术人员"),
        *("医务", "公务员", "专业技术", "农村代表", "致富", "带头人", "能人", "乡贤", "工勤", "管理人员"),
    ),
    "tenure": ("连任", "新任", "新当选", "继续提名", "留任"),
    "rank": ("初级", "中级职称", "高级职称", "副高", "正高"),
    "need": (
        *("低保", "五保", "特困", "残疾", "孤儿", "留守", "脱贫", "监测", "贫困", "困难", "大学生", "农民工", "退役"),
        *("建档立卡", "失业", "毕业生", "孕产妇", "高龄", "失能"),
    ),
    "mark": (
        *("高新", "专精特新", "小巨人", "规上", "规模以上", "科技型", "上市", "龙头", "瞪羚", "独角兽", "单项冠军"),
        *("亿元", "万元以上", "重点", "重大", "民生实事", "首创", "示范", "标准化", "信息化", "外资"),
        *("基本农田", "高标准", "优质"),
    ),
    "living": ("常住", "务工", "学生", "劳动力", "户籍", "在校", "经商", "移民"),
    "owner": ("民间", "民营", "国有", "私营", "非公", "集体"),
    "loan": ("涉农", "三农", "小微", "普惠", "绿色", "中长期", "信用贷", "制造业", "科技贷"),
    "sector": ("工业投资", "技改", "房地产", "基础设施投资", "高技术", "战略性新兴", "数字经济", "产业投资"),
}
_OVERLAPPING = frozenset(("need", "mark", "loan", "sector", "owner", "tenure", "role", "living"))
"""Two different words of these may well be said of one thing."""

_REMAINING = ("其他", "其它", "一般", "普通")
"""Names of what is in none of the other parts, which shows that these were meant to be apart and complete."""

_COMPLETE = (
    ("男", "女"),
    ("满意", "不满意"),
    ("优秀", "合格"),
    ("优秀", "称职"),
    ("优秀", "良好"),
    ("赞成", "反对"),
    ("同意", "不同意"),
    ("有效", "无效"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("第一产业", "第二产业"),
    ("一产", "二产"),
    ("党员", "非党员"),
    ("党员", "非中共党员"),
    ("党员", "群众"),
    ("会议期间", "闭会期间"),
    ("大会期间", "闭会期间"),
    ("税收", "非税"),
    ("连任", "新当选"),
    ("连任", "新任"),
)
_GRADES = (
    *("满意", "优秀", "良好", "合格", "称职", "赞成", "反对", "弃权", "同意", "有效", "无效", "了解"),
    *("警告", "记过", "降级", "撤职", "察看", "开除"),
)
_DECISIONS = ("函询", "初步核实", "暂存", "了结")
_COMMON_HEADS = "目人员户表者业"
_NO_NUMBER = "一二三四五六七八九十甲乙丙丁ABCDⅠⅡⅢⅣ"


@cache
def _words() -> tuple[tuple[str, str], ...]:
    pairs = [(word, feature) for feature, words in _FEATURES.items() for word in words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1024)
def feature(label: str) -> str:
    """By what a part is told apart: "done", "pending", "partly", "grade", "sex", "party"…; empty when unknown."""
    bare = label.lstrip("已经全部均有，, 　")
    if any(word in label for word in (*_GRADES, *_DECISIONS)):
        return "grade"
    partly = any(word in label for word in _PARTLY)
    if partly or any(label.startswith(word, start) for word in PENDING for start in (0, 1)) or bare.startswith(PENDING):
        return "partly" if partly else "pending"
    in_need = bare.startswith("脱贫") and label.endswith(("户", "人口", "群众", "村"))
    if label.startswith(("已", "全部", "均")) or (bare.startswith(DONE) and not in_need):
        return "done"
    return next((known for word, known in _words() if word in label), "")


def exclude_each_other(labels: Sequence[str], *, people: bool, counted: bool = True) -> bool:
    """Whether nothing can be in two of the parts, as far as their names tell.

    Args:
        labels: names of the parts, empty where there is none.
        people: whether persons or households are counted, who have many features at once.
        counted: whether things are counted, and not money or a length divided.
    """
    sizes = apart(labels)
    remaining = _numbered(labels) or any(label.startswith(_REMAINING) for label in labels)
    if sizes is not None or remaining:
        return sizes is not False
    known = [feature(label) for label in labels]
    kinds = set(known) - ({""} if people else {"", "need"})
    if kinds <= {"done", "pending", "partly"} and kinds:
        return known.count("done") <= 1 and "pending" in kinds and "" not in known
    old_and_new = kinds == {"tenure"} and len(labels) == 2 and complete_by_name(labels)  # noqa: PLR2004 - no third kind
    if kinds == {"grade"} or old_and_new:
        return True
    if kinds & _OVERLAPPING or (people and len(kinds) > 1):
        return False
    if not people:
        by_level = counted and "level" in kinds and "" in known
        return not by_level or (_alike(labels) and labels[0][-1] not in _COMMON_HEADS)
    return bool(kinds) == ("" not in known) and all(labels)


def complete_by_name(labels: Sequence[str]) -> bool:
    """Whether the names of the parts leave no other kind: 男 and 女, 赞成 and 反对, 已办结 and 未办结."""
    for one, other in _COMPLETE:
        if any(one in label and other not in label for label in labels) and any(other in label for label in labels):
            return True
    if all_sizes(labels) or any(label.startswith(_REMAINING) for label in labels):
        return True
    known = [feature(label) for label in labels]
    return "done" in known and any(label.lstrip("有尚还").startswith("未") for label in labels)


def numbered(labels: Sequence[str]) -> bool:
    """Whether the parts bear numbers or years, each another one."""
    return _numbered(labels)


def alike(labels: Sequence[str]) -> bool:
    """Whether the parts are named in one manner: 生态类, 社会类, 民生类; 县级, 乡级; 城关镇, 河口镇."""
    return _numbered(labels) or _alike(labels)


def _alike(labels: Sequence[str]) -> bool:
    return all(labels) and len({label[-1] for label in labels}) == 1 and len(set(labels)) == len(labels)


def _numbered(labels: Sequence[str]) -> bool:
    """A类, B类, C类; 一季度, 二季度; 2021年, 2022年."""
    years = {label[:5] for label in labels}
    if len(years) == len(labels) and all(year[:4].isdigit() and year[4:] == "年" for year in years):
        return True
    firsts = [label.lstrip("第")[:1] for label in labels]
    return all(first and first in _NO_NUMBER for first in firsts) and len(set(firsts)) == len(firsts)
