"""Names of places read off in a row, the higher before the lower, also such as no gazetteer knows: 平岚县柳河镇."""

from __future__ import annotations

from reportlint.facts.gazetteer import COUNTY, PREFECTURE, PROVINCE, TOWN, gazetteer, level, within
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

_END = Pattern("自治区|自治州|自治县|自治旗|特别行政区|街道|苏木|地区|新区|[省市县区镇乡旗盟州]")
_LEVELS = {
    "省": PROVINCE, "州": PREFECTURE, "盟": PREFECTURE, "市": COUNTY, "县": COUNTY, "区": COUNTY, "旗": COUNTY,
    "镇": TOWN, "乡": TOWN, "道": TOWN, "木": TOWN,
}  # fmt: skip
_ZONES = ("新区", "高新区", "开发区", "园区", "管理区", "示范区", "合作区", "试验区", "度假区")
"""They have governments of their own kind, and lie in places that are none of theirs."""
_LONGEST, _SHORTEST = 12, 3
_NO_STEM = Pattern(
    "[^\u4e00-\u9fff]|^[各全本我该两三四五六七八九十百多几某此每同这那和及与在向为对到由从将把让使受经赴第年月日的原新老]|[的了着和及与各全我本该在为于第届]"
    "|^(?:兄弟|所有|有关|相关|重点|中心|示范|先进|全国|建制|特色|工业|经济|开发|市辖|郊|城|乡村|家|下|城市|都市|超|上|地|社|小|片|园|校|营|辖|分|特|牧|农|林|矿|山|老|景|库|湖|灾|贫困)$"
    "|政府|代表|人大|委员|工作|会议|主席|书记|建设|推进|坚持|党委|开展|人民|发展|贯彻|落实|按照|根据|围绕|紧扣|依托|服务|聚焦|组织|全力"
)


@frozen
class Part:
    """One name in a row of names.

    Attributes:
        span: the name with its type.
        name: likewise, as a string.
        codes: of all places it may mean, those above it in the row considered; none for a name nobody knows.
        level: PROVINCE, PREFECTURE, COUNTY or TOWN.
    """

    span: Span
    name: str
    codes: tuple[int, ...]
    level: int


def read_chain(text: str, start: int, limit: int) -> tuple[Part, ...]:
    """The names that follow each other from `start` on, before `limit`; none where no name begins."""
    found: list[Part] = []
    while (part := _part(text, start, limit, found[-1] if found else None)) is not None:
        found.append(part)
        start = part.span.end
    return tuple(found)


def level_of(name: str) -> int:
    """The level a name has by its last character; 0 for none. A 市 may be a prefecture, too."""
    return _LEVELS.get(name[-1:], 0) if not name.endswith("自治区") else PROVINCE


def _below(codes: tuple[int, ...], above: tuple[int, ...]) -> tuple[int, ...]:
    """Those of some places that lie in others, or else, as places change hands, at least in their province."""
    inside = tuple(code for code in codes if any(within(code, upper) for upper in above))
    provinces = {gazetteer().chain(upper)[0] for upper in above}
    return inside or tuple(code for code in codes if gazetteer().chain(code)[0] in provinces)


def _part(text: str, start: int, limit: int, above: Part | None) -> Part | None:
    """The name that begins at `start`: the longest of the gazetteer, else the shortest that looks like one."""
    known, shortest = gazetteer(), 0
    longest: Part | None = None
    for match in _END.finditer(text, start, min(limit, start + _LONGEST + 3)):
        end = match.end()
        name = text[start:end]
        codes = known.codes(name)
        if codes:
            chosen = _below(codes, above.codes if above else ()) or codes
            if above is None or min(map(level, chosen)) > above.level or not above.codes:
                longest = Part(Span(start, end), name, chosen, min(map(level, chosen)))
        elif not shortest and end - start >= _SHORTEST and not _NO_STEM.search(text[start : match.start()]):
            shortest = end
    if longest is not None:
        return longest
    if not shortest:
        return None
    name = text[start:shortest]
    if name.endswith(_ZONES):
        return None
    if above is not None and level_of(name) <= above.level and not (level_of(name) == COUNTY == above.level):
        return None
    return Part(Span(start, shortest), name, (), level_of(name))
