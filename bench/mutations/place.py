"""The own place of a text, named once as some other place: what stays behind when a report is made out of another's.

Which place is a text's own, and where it is named, is told by rules of this module: the head of the text, and the words
around a mask. A name inside the name of something else is left alone, because 浙江大学 or 海拉尔河 is no word about
the own place, and so is what stands in brackets, before 段, or in a line about the web page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from mutations import Edit, Generator, Mutation
from reportlint.facts.gazetteer import gazetteer, level
from words import frequency, is_place

if TYPE_CHECKING:
    from random import Random

    from corpus import Passage

KINDS = ("random", "sibling", "neighbour")
PROVINCE, COUNTY, TOWN = 1, 3, 4
LEAST_LEFT = 2
"""Mentions of the own place that must remain."""
HEAD = 12
"""Paragraphs among which the head of a text is looked for."""
AROUND = 10
_LEVELS = {"省": PROVINCE, "市": COUNTY, "县": COUNTY, "区": COUNTY, "旗": COUNTY, "镇": TOWN, "乡": TOWN, "街道": TOWN}
"""Of names that are in no list; those that are have the level of the list."""
_BORDERS = [
    row.split()
    for row in """\
北京 天津 河北|天津 北京 河北|河北 北京 天津 山西 内蒙古 辽宁 山东 河南|山西 河北 内蒙古 陕西 河南
内蒙古 黑龙江 吉林 辽宁 河北 山西 陕西 宁夏 甘肃|辽宁 吉林 内蒙古 河北|吉林 黑龙江 辽宁 内蒙古|黑龙江 吉林 内蒙古
上海 江苏 浙江|江苏 上海 浙江 安徽 山东|浙江 上海 江苏 安徽 江西 福建|安徽 江苏 浙江 江西 湖北 河南 山东
福建 浙江 江西 广东|江西 安徽 浙江 福建 广东 湖南 湖北|山东 河北 河南 安徽 江苏|河南 河北 山西 陕西 湖北 安徽 山东
湖北 河南 安徽 江西 湖南 重庆 陕西|湖南 湖北 江西 广东 广西 贵州 重庆|广东 福建 江西 湖南 广西 海南
广西 广东 湖南 贵州 云南|海南 广东|重庆 湖北 湖南 贵州 四川 陕西|四川 重庆 贵州 云南 西藏 青海 甘肃 陕西
贵州 重庆 湖南 广西 云南 四川|云南 贵州 广西 四川 西藏|西藏 四川 云南 青海 新疆
陕西 山西 内蒙古 宁夏 甘肃 四川 重庆 湖北 河南|甘肃 内蒙古 宁夏 陕西 四川 青海 新疆|青海 甘肃 四川 西藏 新疆
宁夏 内蒙古 陕西 甘肃|新疆 西藏 青海 甘肃""".replace("\n", "|").split("|")
]
"""Provinces that share a border, each row headed by one; 广东 and 海南 face each other over a strait."""
_WORDS = "[\u4e00-\u9fff]"
_UNIT = "(?:省|自治区|市|县|区|旗|镇|乡(?!村)|街道)"
_OWNER = re.compile(
    rf"(?:(?<!{_WORDS})|(?<=[受表]))(?:{_WORDS}{{0,9}}日|年)?(?:在|关于)?({_WORDS}{{1,9}}?{_UNIT}(?:{_WORDS}{{2,9}}?{_UNIT})?)"
    rf"(?=第[一二三四五六七八九十0-9]{{1,4}}届|人民(?:代表大会|政府|法院|检察院)|人大|政府工作|办事处|[省区县镇乡市]长"
    rf"|20[0-9]{{2}}年|中心卫生院|在区委|{_WORDS}{{2,8}}(?<![大全格布])局)",
)
_NO_OWNER = re.compile(rf"[全我本各该在从年日]|.*(?:[和及的]|[全我本]{_UNIT}$)")
_CHAIN = re.compile(rf"{_WORDS}{{2,9}}?(?:省|自治区|市)(?={_WORDS}{{2}})")
_PAGE_LINE = re.compile(r"^[ 　]*(?:来源|时间)[：:].*$|^.*记者.*$", re.MULTILINE)
_INSIDE = re.compile(
    r"(?!打造|建设|成为)[^，。、；：！？“”（）《》·的和与在为是及到将\s]{0,9}?(?:大学|学院|学校|幼儿园|医院|研究院|实验室|日报|银行|农商行|公司|集团"
    r"|基金|俱乐部|电厂|化纤|梅花|机场|航空港|航空口岸|车站|客运总站|市场|大饭店|酒店|纪念园|博物馆|纪念馆|文化公园|湿地公园"
    r"|中心(?!城|工作|任务)|大街|大道|组团|分论坛|论坛|洽谈|大赛|英雄会|史展|自由?贸易?试验区|平台)"
    r"|河(?!段)|江(?!苏|西)|一号|店|段|（|市(?!场|民|委|人|政|级|域)|第[一二三四五六七八九十]+届中俄|至[^，。]{2,6}[、公铁高]"
)
"""What follows a name that belongs to the name of a school, firm, river, road, section, fair or building."""
_BRACKETS = ("（", "(", "·")
_MASK = re.compile(r"(?<![A-Za-z0-9*×○])(?:XX|xx|××|\*\*|○○)(?![A-Za-z*×○.])")
_MASK_FULL = re.compile("(?:镇|乡|街道)(?![东南西北中]?村)")
_MASK_OWNS = re.compile("第[x0-9一二三四五六七八九十]{1,3}届人民代表大会|20[0-9]{2}年(?:决算|预算)")
_MASK_RIGHT = re.compile("高质量发展|经济社会|人大工作|新一届人大|发展(?:出力|这个目标)|的形象")
_MASK_LEFT = re.compile("(?:小康新|宜居宜业|幸福|美丽|建设新)$")
_NO_END = ("族", "苏木", "开发", *"新左右前后中市县区旗镇乡村")
_WHOLE = re.compile("[全我](省|市|县|区|旗|镇|乡)")


class Division(NamedTuple):
    """A place in the list of divisions."""

    level: int
    code: str
    parent: str
    name: str

    @property
    def bare(self) -> str:
        """Its name as one says it, 浙江, 内蒙古 or 海拉尔; empty where it has none that would be understood."""
        if self.level < COUNTY:
            return re.sub("(?:壮族|回族|维吾尔)?自治区$|[省市]$", "", self.name)
        bare = re.sub("(?:街道|[市县区旗镇乡])$", "", self.name)
        known = len(bare) > 1 and "自治" not in bare and not bare.endswith(_NO_END)
        return bare if known and (is_place(bare) or not frequency(bare)) else ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names its own place; `full` with its kind (浙江省), `masked` when it is a mask."""

    start: int
    end: int
    full: bool
    masked: bool


@dataclass(frozen=True, slots=True)
class Home:
    """The own place of a text.

    Attributes:
        level: of the place.
        unit: the word its kind is called by, where only such a place may stand for it (masked drafts); else empty.
        names: of its own, full and bare.
        code: its own in the list; empty when it is invented or masked.
        parents: codes of the place it lies in and of the next above that; empty where unknown.
        mentions: all of it, in order.
    """

    level: int
    unit: str
    names: frozenset[str]
    code: str
    parents: tuple[str, str]
    mentions: tuple[Mention, ...]


@cache
def divisions() -> tuple[Division, ...]:
    """All provinces, prefectures, counties and towns but the special regions, whose reports are of another kind."""
    known = gazetteer()
    places = (
        Division(level(code), str(code), str(known.parent(code)), name)
        for code in known.everything()
        if not (name := known.name(code)).endswith("特别行政区")
    )
    return tuple(places)


@cache
def _by_code() -> dict[str, Division]:
    return {place.code: place for place in divisions()}


@cache
def _by_name() -> dict[str, list[Division]]:
    found = defaultdict(list)
    for place in divisions():
        found[place.name].append(place)
    return found


@cache
def _of_level(level: int) -> tuple[Division, ...]:
    return tuple(place for place in divisions() if place.level == level)


@cache
def _under(parent: str) -> tuple[Division, ...]:
    return tuple(place for place in divisions() if place.parent == parent)


@cache
def home(passage: Passage) -> Home | None:
    """The own place of a text; None when no rule tells it."""
    return _masked(passage) or _named(passage)


def _named(passage: Passage) -> Home | None:
    """Whose report it is says the head: 2026年安徽省政府工作报告, 在海拉尔区第十五届人民代表大会, 柳河镇人大…"""
    heads = Counter(
        _CHAIN.sub("", match[1])
        for start, end in passage.paragraphs[:HEAD]
        for match in _OWNER.finditer(passage.text[start:end])
    )
    names = (name for name, _ in heads.most_common() if not _NO_OWNER.match(name))
    full = next(
        (name for name in names if name[0] not in _LEVELS or name in _by_name()), ""
    )  # 镇江镇, but no 县人大…镇
    if not full:
        return None
    known = _by_name().get(full, [])
    level = known[0].level if known else next(_LEVELS[unit] for unit in _LEVELS if full.endswith(unit))
    bare = known[0].bare if level == PROVINCE else re.sub(f"(?:.族)?{_UNIT}$", "", full)
    real = [p for p in known if level == PROVINCE or {a.bare for a in _above(p) if a.bare in passage.text} - {"", bare}]
    mentions = _mentions_of(passage, [full, bare] if len(bare) > 1 else [full])
    code = real[0].code if len(real) == 1 else ""
    first, second, *_ = [*(place.code for place in _above(real[0]) if code), "", ""] if real else ["", ""]
    return Home(level, "", frozenset({full, bare}), code, (first, second), mentions)


def _above(place: Division) -> list[Division]:
    """The place it lies in, and all above."""
    parent = _by_code().get(place.parent)
    return [parent, *_above(parent)] if parent else []


def _mentions_of(passage: Passage, names: list[str]) -> tuple[Mention, ...]:
    """Every place where one of the names, the longest first, stands for itself."""
    left_out = [match.span() for match in _PAGE_LINE.finditer(passage.text)]
    found = []
    for match in re.finditer("|".join(map(re.escape, names)), passage.text):
        full = match[0] == names[0]
        if (
            not any(start <= match.start() < end for start, end in left_out)
            and not passage.text.startswith(_BRACKETS, match.start() - 1)
            and not _INSIDE.match(passage.text, match.end())
        ):
            found.append(Mention(match.start(), match.end(), full, masked=False))
    return tuple(found)


def _masked(passage: Passage) -> Home | None:
    """Masks stand for the own place before its kind, before what only it has, and in the usual phrases of praise.

    The level is that of 我镇 and 全镇. The county it lies in, and the town itself, are known when just one is named.
    """
    wholes = Counter(_WHOLE.findall(passage.text)).most_common(1)
    masks = [found for match in _MASK.finditer(passage.text) if (found := _mask_mention(passage.text, match))]
    if not wholes or _LEVELS[wholes[0][0]] != TOWN or not any(mask.full for mask in masks):
        return None
    levels = ([p for p in _of_level(n) if len(p.name) > 2 and p.name in passage.text] for n in (COUNTY, COUNTY - 1))
    county, prefecture = (places[0] if len(places) == 1 else None for places in levels)
    own = [town for town in _under(county.code) if town.name in passage.text] if county else []
    names = [own[0].name] if len(own) == 1 else []
    named = _mentions_of(passage, names) if names else ()
    parents = (county.code, county.parent) if county else ("", prefecture.code if prefecture else "")
    mentions = tuple(sorted((*masks, *named), key=lambda mention: mention.start))
    return Home(TOWN, wholes[0][0], frozenset(names), own[0].code if names else "", parents, mentions)


def _mask_mention(text: str, match: re.Match[str]) -> Mention | None:
    start, end = match.span()
    kind = _MASK_FULL.match(text, end)
    if kind or _MASK_OWNS.match(text, end):
        return Mention(start, kind.end() if kind else end, full=True, masked=True)
    if _MASK_RIGHT.match(text, end) or _MASK_LEFT.search(text, max(0, start - AROUND), start):
        return Mention(start, end, full=False, masked=True)
    return None


@cache
def others(own: Home, kind: str, *, full: bool) -> tuple[Division, ...]:
    """Other places of the level: anywhere, with the same parent, or near; if not full, only those with a bare name.

    Near are provinces with a common border, counties of other prefectures of the province, and towns of other counties
    of the prefecture, as the rest are siblings. All provinces have one parent, so their siblings are none.
    """
    found: tuple[Division, ...]
    if kind == "random":
        found = _of_level(own.level)
    elif own.level == PROVINCE:
        near = {name for row in _BORDERS if row[0] in own.names and kind == "neighbour" for name in row[1:]}
        found = tuple(place for place in _of_level(PROVINCE) if place.bare in near)
    elif kind == "sibling":
        found = _under(own.parents[0]) if own.parents[0] else ()
    else:
        parents = _under(own.parents[1]) if own.parents[1] else ()
        found = tuple(place for parent in parents if parent.code != own.parents[0] for place in _under(parent.code))
    return tuple(
        place
        for place in found
        if place.level == own.level
        and place.name.endswith(own.unit)
        and (full or place.bare)
        and not {place.name, place.bare} & own.names
    )


def inject(random: Random, passage: Passage, kind: str, *, masked: bool | None = None) -> Mutation | None:
    """One mention of the own place names another: full for full, bare for bare.

    Below provinces, the other is one that the text does not name: it may be a part of the own place, or above it.

    Args:
        random: source of chance.
        passage: the text.
        kind: one of `KINDS`.
        masked: only mentions that are masks, or only others.
    """
    own = home(passage)
    if own is None or len(own.mentions) <= LEAST_LEFT:
        return None
    mentions = [mention for mention in own.mentions if masked is None or mention.masked == masked]
    mention = random.choice(mentions) if mentions else None
    places = others(own, kind, full=mention.full) if mention else ()
    if not mention or not places:
        return None
    place = random.choice(places)
    name = place.name if mention.full else place.bare
    if own.level > PROVINCE and (place.bare or name) in passage.text:
        return None
    before = passage.text[max(0, mention.start - AROUND) : mention.start]
    after = passage.text[mention.end : mention.end + AROUND]
    quote = f"{before}[{passage.text[mention.start : mention.end]}→{name}]{after}"
    return Mutation((Edit(mention.start, mention.end, name),), quote)


GENERATORS = [
    # Without published reports all texts are of invented places, of which less can be told: nobody knows what is
    # above and around them.
    *(Generator(f"own-place-{kind}", partial(inject, kind=kind, masked=False), goal=0.88) for kind in KINDS),
    *(Generator(f"own-mask-{kind}", partial(inject, kind=kind, masked=True)) for kind in KINDS),
]
