"""Words by which a report shows what kind of place it is of."""

from __future__ import annotations

from reportlint.facts.organ_words import TIERS
from reportlint.text import Pattern, Span

_LOWEST_FIRST = ("village", "township", "county", "prefecture", "province")

_TYPE = Pattern(
    r"自治[区州县旗]|街道|苏木|社区|地区|(?:开发|高新|经开|经济|保税|示范|集聚|产业|工业|园|新)区|[省市州盟县区旗镇乡村]"
)
_NEVER_BEFORE = {
    "区": frozenset("小片景辖校库牧山矿灾能选郊老街厂院保险"),
    "市": frozenset("超股上夜菜楼"),
    "镇": frozenset("乡小村"),
    "乡": frozenset("侨之返故"),
    "村": frozenset("农乡镇"),
}
"""城乡, 小区, 上市: what such a word ends is no place."""
_NEEDS_ORGAN = {
    "区": frozenset("城林"),
    "市": frozenset("城集"),
    "镇": frozenset("城古"),
    "乡": frozenset("城家水下"),
}
"""城市, 城镇, 家乡: words, and also ends of names, as 丰城市, 李家乡; an organ right behind shows a name."""
_NEVER_BEHIND = {
    "市": (
        *("场", "容", "郊", "域", "辖", "级", "值", "圈", "部", "政工", "政设", "政道", "政公", "政基", "政管"),
        *("民热", "民满", "民群", "民文", "民公"),
    ),
    "区": ("域", "块", "划", "间", "位", "县", "别", "级"),
    "县": ("域", "级", "处", "城"),
    "镇": ("江", "雄", "康", "赉", "沅", "静", "域", "村", "海区", "远县", "坪县", "原县", "巴县", "宁县", "安县"),
    "乡": ("村", "镇", "贤", "土", "情", "亲", "音", "愁", "市", "县"),
    "村": ("级", "镇", "庄", "务", "规", "居", "干", "集体", "屯", "容", "卫", "医", "改", "企", "落", "组", "民自"),
    "社区": ("矫", "戒", "治理", "教育", "养老", "建设", "服务", "文化", "卫生", "医院", "警务"),
    "省": ("级", "委", "内", "外", "直"),
    "州": ("级", "委", "直"),
}
"""市场, 区域, 乡村, 县城, and counties whose names begin with 镇."""
_ORGAN_BEHIND = ("人大", "人民", "政府", "党委", "党工委", "委", "纪委", "政协", "第", "20", "二〇", "法院", "检察")
_BUREAU_BEHIND = (
    "城市",
    "教",
    "财政",
    "农业",
    "卫",
    "发改",
    "发展",
    "民政",
    "人力",
    "人社",
    "住",
    "交通",
    "水",
    "应急",
    "审计",
    "市场",
)
"""A bureau right behind 丰城市; 城市教育 and the like stand in no title of a report."""
_ZONE = "开发区"
_ZONE_ORGANS = ("人大", "人民", "区委", "法院", "检察")


def type_in_line(text: str, line: Span) -> tuple[Span, str] | None:
    """The lowest place named in a title or in a signature: of 高州市镇江镇人大 the 镇."""
    best: tuple[Span, str] | None = None
    lowest = len(_LOWEST_FIRST)
    for match in _TYPE.finditer(text, line.start, line.end):
        type_ = _type_of(match[0], text, match.end())
        if not type_ or not is_place(text, match.start(), type_, match.end()):
            continue
        rank = _LOWEST_FIRST.index(TIERS.get(type_, "county"))
        if rank <= lowest:
            best, lowest = (Span(*match.span()), type_), rank
    return best


def _type_of(word: str, text: str, end: int) -> str:
    if word.startswith("自治"):
        return word if word == "自治区" else word[2:]
    if word == "地区":
        return word if text.startswith(("行", "工委", "人大工", "地委"), end) else ""
    if word.endswith("区") and word not in {"区", "社区"}:
        # 浦东新区人大常委会 is of a district, 高新区管委会 of a zone.
        return "区" if text.startswith(_ZONE_ORGANS, end) else _ZONE
    return word


def is_place(text: str, start: int, type_: str, end: int) -> bool:
    """Whether the type of a place ends a name here, or stands for the place itself, and is no part of another word."""
    before = text[start - 1 : start] if start else ""
    if before in _NEVER_BEFORE.get(type_, ()) or text.startswith(_NEVER_BEHIND.get(type_, ("\0",)), end):
        return False
    if text[end : end + 1] in {"（", "("} and text[end + 1 : end + 2] in TIERS | {"市": ""}:
        return False
    if before not in _NEEDS_ORGAN.get(type_, ()):
        return True
    return text.startswith(_ORGAN_BEHIND, end) or (type_ == "市" and text.startswith(_BUREAU_BEHIND, end))


_OWN = r"(?P<type>自治区|街道|苏木|[镇乡县市区旗州盟省])"
_ACTS = r"(?=第.{1,4}届|人大|人民代表大会|人民政府|政府|党委|党工委|委(?!托|员)|党支部|办事处|纪委)"
MANDATE = Pattern(
    rf"受[^。，；\n]{{0,28}}?{_OWN}{_ACTS}[^。；\n]{{0,40}}委托",
    ("委托",),
)
"""受XX镇第十八届人大主席团的委托."""
SPEAKER = Pattern(
    rf"(?:我|谨|现)代表[^。，；\n]{{0,28}}?{_OWN}{_ACTS}[^。；\n]{{0,40}}(?:报告|述职|汇报)",
    ("我代表", "谨代表", "现代表"),
)
"""我代表县人民政府，向大会报告工作."""

SELF = Pattern(
    r"(?P<who>我(?<!自我)|本(?<![基成根资样文版日书课脚剧范标原固体]本)|全(?<![健安完齐保周万双俱两成顾福永十]全))"
    r"(?P<type>街道|苏木|社区|[省市州盟县区旗镇乡村])",
    ("我", "本", "全"),
)
"""我镇, 本县, 全乡."""
LOWER = Pattern(
    r"(?P<type>街道)(?:下辖|辖区|共[有辖]|现有|机关|上下|全体|累计|先后|实现|成立|主要领导|班子|干部|还|将|各|与|在)"
    r"|(?P<village>村)(?:民?委会|民委员会|“?两委|党支部|党总支|党委)",
    ("街道", "村"),
)
"""What a street or a village calls itself, and also what those above call it: it decides only between such types."""
STREET = Pattern(r"街道(?![办党两清亮硬整绿照干路上旁边巷名沿门])", ("街道",))
"""街道 at the head of a clause, which in the report of a street is the street itself."""
_RANK_BEFORE = (
    *(
        "位列",
        "位居",
        "居",
        "列",
        "高于",
        "低于",
        "快于",
        "好于",
        "超过",
        "获评",
        "获得",
        "荣获",
        "评为",
        "作为",
        "走在",
    ),
)
_RANK_BEHIND = Pattern(
    r"(?:(?:各|所有|同类|同级|部门|系统|目标|综合|年度)[^，。；]{0,6})?"
    r"(?:第[一二三四五六七八九十0-9]|前[列茅一二三四五六七八九十0-9]|平均|先进|率先|首[位个批家例]|[0-9一二三四五六七八九十]{1,3}个[^，。；]{0,10}[中里]|唯一|领先|均值|榜首"
    r"|最[高低大小好多前]|上游|中上|倒数|推广|会议|现场会|通报|表[彰扬])"
)


def is_ranked(text: str, start: int, end: int) -> bool:
    """Whether 全县 is the field a place stands in: 全县第一, 位居全县前列. A town speaks so of its county."""
    return text.endswith(_RANK_BEFORE, max(0, start - 3), start) or _RANK_BEHIND.match(text, end) is not None


SUBORDINATE = Pattern(
    r"县（市|县\(市|市县两级|市县联动|各县|各区|县市区|县区|区县|市、县|中心城区|市辖区",
    ("县", "各区", "辖区", "城区"),
)
"""What only a prefecture has below it."""

TOWNS = Pattern(r"各乡镇|各镇|镇（街道）|乡镇（街道）|镇街|乡镇|街道办", ("镇", "街道办"))
"""What stands below a county."""
