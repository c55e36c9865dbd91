"""Levels of government named before their number: 省市县三级, 市、县（区）、乡镇三级."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.numerals import DIGITS
from reportlint.facts.outline import number_of
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

_COUNT = Pattern(
    rf"([两二三四五六七2-7２-７])级(?<![{DIGITS}零〇一十百第].级)",
    tuple(f"{n}级" for n in "两二三四五六七2345672３４５６７"),
)
_OTHER_LEVELS = (
    *(
        "医院",
        "甲等",
        "甲医",
        "乙等",
        "甲",
        "乙",
        "公立",
        "综合医院",
        "专科",
        "中医",
        "妇幼",
        "以上",
        "及以上",
        "以下",
        "及以下",
    ),
    *(
        "响应",
        "应急响应",
        "预警",
        "公路",
        "航道",
        "管网",
        "支流",
        "文物",
        "资质",
        "标准",
        "风险",
        "耐火",
        "残疾",
        "分销",
    ),
    *("子公司", "公司", "等保", "保护", "跳", "过滤", "水质", "水体", "地震", "大风", "景区", "伤残", "工程师", "技师"),
    *("技工", "教授", "高级", "重点保护", "生物", "密闭", "污染", "英雄", "士官", "军士", "运动员", "裁判", "诊疗"),
)
_PAIRS = (
    "乡镇",
    "镇乡",
    "镇街",
    "街镇",
    "乡街",
    "村居",
    "村社",
    "市州",
    "州市",
    "市盟",
    "盟市",
    "旗县",
    "县旗",
    "区市",
    "区直",
)
_CITY_COUNTY = "市县"
_EITHER = ("县区", "区县", "市区", "县市", _CITY_COUNTY)
_SINGLE = (
    *("自治区", "自治州", "中央", "国家", "全国", "街道", "社区", "村组", "小组", "网格", "支部"),
    *("国", "部", "省", "市", "州", "盟", "县", "区", "旗", "乡", "镇", "村", "组", "户", "街"),
)
_TWO = ("村组",)
_TOKENS = tuple(sorted((*_PAIRS, *_EITHER, *_SINGLE), key=len, reverse=True))
_ORGANS = ("党工委", "党委", "政府", "人大", "政协", "纪委", "级", "委", "直", "属", "域")
_JOINERS = ("以及", "暨", "、", "和", "与", "及", "—", "－", "-", "/", "／", "·", " ", "　", "至", "到")
_MASKS = "xXＸ×*＊○〇_某"
_BEFORE = (
    *(
        "组织",
        "推进",
        "推动",
        "建立",
        "健全",
        "构建",
        "完善",
        "形成",
        "实现",
        "落实",
        "加强",
        "联动",
        "发挥",
        "设立",
        "搭建",
    ),
    *(
        "打造",
        "畅通",
        "夯实",
        "整合",
        "统筹",
        "协调",
        "通过",
        "依托",
        "强化",
        "开展",
        "召开",
        "动员",
        "接受",
        "推行",
        "覆盖",
    ),
    *("贯通", "实行", "在", "由", "对", "从", "向", "以", "为", "了", "是", "有", "按", "使", "让", "将", "把"),
)
_REACH = 60
_LONGEST_NAME = 6


@frozen
class Levels:
    """Levels that are named, and how many there are said to be.

    Attributes:
        span: from the first level to 级.
        figure: the number in it.
        said: the number.
        named: how many levels are named; more than one when it can be counted in several ways.
        names: where the levels stand, in reading order.
    """

    span: Span
    figure: Span
    said: int
    named: tuple[int, ...]
    names: tuple[Span, ...]


@fact
def levels(document: Document) -> tuple[Levels, ...]:
    """All numbers of levels with at least two names right before them, in reading order."""
    text = document.text
    found = (_look(text, *match.span()) for match in _COUNT.finditer(text))
    return tuple(known for known in found if known)


def _look(text: str, start: int, end: int) -> Levels | None:
    if text.startswith(_OTHER_LEVELS, end):
        return None
    figure = text[start]
    said = 2 if figure == "两" else number_of(figure)
    names, least, most, joined = _chain(text, start)
    if not names or most < 2 or not said:  # noqa: PLR2004 - one name tells nothing
        return None
    first = names[0].start
    if not joined and not _begins(text, first):
        least -= 1  # in 江西省市县三级 the first may belong to a name
    return Levels(Span(first, end), Span(start, start + 1), said, tuple(range(max(1, least), most + 1)), tuple(names))


def _chain(text: str, end: int) -> tuple[list[Span], int, int, bool]:
    """Names of levels before an offset, how many at least and at most, and whether a mark divides them."""
    names: list[Span] = []
    least = most = 0
    divided = False
    at = end
    floor = max(0, end - _REACH)
    while at > floor:
        word = _segment(text, at, floor)
        if word is None:
            break
        start, stop, few, many, next_at = word
        names.insert(0, Span(start, stop))
        least, most = least + few, most + many
        at = next_at
        joint = next((j for j in _JOINERS if text.endswith(j, floor, at)), "")
        if joint:
            divided = divided or joint not in {" ", "　"}
            if _segment(text, at - len(joint), floor) is None:
                named = _name(text, at - len(joint), floor)
                if named is None:
                    return [], 0, 0, False
                names.insert(0, named)
                return names, least, most + 1, True
            at -= len(joint)
    if not divided and names:
        least += text.count(_CITY_COUNTY, names[0].start, end)
    return names, least, most, divided


def _segment(text: str, at: int, floor: int) -> tuple[int, int, int, int, int] | None:
    """One level that ends at an offset: start, end, least and most levels it is, and where reading goes on."""
    stop = at
    if text[at - 1 : at] in {"）", ")"}:
        opened = max(text.rfind("（", floor, at), text.rfind("(", floor, at))
        if opened < 0 or at - opened > 16:  # noqa: PLR2004 - 县（市、区、管委会）
            return None
        at = opened
    bracketed = at != stop
    for organ in _ORGANS:
        if text.endswith(organ, floor, at):
            at -= len(organ)
            break
    if text[at - 1 : at] and text[at - 1] in _MASKS:
        start = at
        while start > floor and text[start - 1] in _MASKS:
            start -= 1
        return start, stop, 1, 1, start
    token = next((token for token in _TOKENS if text.endswith(token, floor, at)), "")
    if not token:
        return None
    start = at - len(token)
    if token == "部" and not _begins(text, start):
        return None  # 干部
    if token in _TWO:
        return start, stop, 1, 2, start
    if token in _EITHER and not bracketed:
        return start, stop, 1, 2, start
    if start > floor and text[start - 1] in _MASKS:
        while start > floor and text[start - 1] in _MASKS:
            start -= 1
        return start, stop, 1, 1, start
    named = _named(text, start, floor)
    return named, stop, 1, 1, named


def _named(text: str, start: int, floor: int) -> int:
    """Where the name of a place begins that stands between a mark and a level: 茂名市、高州市、镇."""
    at = start
    while (
        at > floor and start - at < _LONGEST_NAME and "一" <= text[at - 1] <= "鿿" and text[at - 1] not in "和与及至到"
    ):
        at -= 1
    own = at < start and text[at - 1 : at] in {"、", "和", "与", "及"} and not text.endswith(_TOKENS, at, start)
    return at if own else start


def _name(text: str, end: int, floor: int) -> Span | None:
    """A first item that is no known level (岳阳 in 岳阳、XX、XX三级): perhaps a level, perhaps the end of other words."""
    start = end
    while start > floor and "一" <= text[start - 1] <= "鿿" and end - start < _LONGEST_NAME:
        start -= 1
    return Span(start, end) if start < end else None


def _begins(text: str, first: int) -> bool:
    """Whether the words before the first level cannot belong to its name."""
    before = text[first - 1 : first] if first else "\n"
    return not "一" <= before <= "鿿" or text.endswith(_BEFORE, max(0, first - 2), first)
