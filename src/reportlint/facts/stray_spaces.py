"""Blanks beside and inside numbers where the draft elsewhere sets none."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.units import unit_at
from reportlint.facts.zones import in_zone
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Position = Literal["before", "after", "grouping", "year", "decimal", "digits"]

_S = " \u3000\u00a0\u2002-\u200a"
_D = "0-9０-９"
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_BLANKS = frozenset(" \u3000\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a")
_POINTS = frozenset(".．")
_CANDIDATE = Pattern(rf"[{_S}](?<=[\u4e00-\u9fff{_D}.．].)[{_S}]{{0,7}}(?=[{_D}.．%％\u4e00-\u9fff])")
_TIGHT = Pattern(rf"[{_D}](?:(?<=[\u4e00-\u9fff].)|(?=[\u4e00-\u9fff%％]))")
_NUMBERED = frozenset("第表图例件题号页条款章节组段楼栋室册卷期类务队线型版")
"""What a number may follow as a name: 附件1 3个, 任务2 5项."""
_COUNTED = (
    *(
        "代表",
        "案件",
        "事件",
        "信件",
        "证件",
        "邮件",
        "稿件",
        "零件",
        "病例",
        "贷款",
        "捐款",
        "罚款",
        "善款",
        "文章",
        "手册",
        "图册",
    ),
    *("试卷", "教室", "卫生室", "活动室", "阅览室", "办公室", "地图", "网页", "环节", "服务", "商务", "部队"),
    *("难题", "报表", "村组", "门类"),
)
"""Nouns ending so that are counted rather than numbered."""
_NAMED = ("第", "附件", "附表", "附图", "案例", "专栏", "标段")
_LONE = frozenset("表图例题件")
_DATED = frozenset("年月日号时")
_BEHIND = frozenset("年月日万亿余多%％")
_SCORED = frozenset("以得获为达考")
"""What stands before a score; 3 1分 may be two scores."""
_RARE = 2
_USUAL = 4
_LONGEST = 24
_GROUP = 3
_YEAR = 4
_PAIR = 2


@frozen
class StraySpace:
    """Blanks that do not belong there.

    Attributes:
        span: the number with its unit, and the blanks.
        blanks: the blanks themselves.
        position: "before" and "after" the number; inside it: "grouping" 1 200人, "year" 20 23年, "decimal" 24. 52万元,
            "digits" 2 3件.
    """

    span: Span
    blanks: tuple[Span, ...]
    position: Position


@fact
def stray_spaces(document: Document) -> tuple[StraySpace, ...]:
    """All of them in reading order.

    A draft that usually sets blanks beside numbers has a style of its own, and so has one that groups digits.
    """
    text = document.text
    beside: list[StraySpace] = []
    inside: list[StraySpace] = []
    prose: dict[int, bool] = {}
    done = spaced = 0
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        left, right = text[start - 1], text[end]
        if left in _DIGITS or right in _DIGITS or (left in _POINTS and right in _DIGITS):
            spaced += not (left in _DIGITS and right in _DIGITS)
            stray = _look(text, start, end) if start >= done else None
            if stray is None or not _in_prose(document, stray.span, prose):
                continue
            if stray.position in {"before", "after"}:
                beside.append(stray)
            else:
                inside.append(stray)
                done = stray.span.end
    if sum(stray.position == "grouping" for stray in inside) > 1:
        inside = [stray for stray in inside if stray.position != "grouping"]
    if beside and not _is_rare(text, spaced):
        beside = []
    torn = {blank.start for stray in inside for blank in stray.blanks}
    kept = [stray for stray in beside if not any(blank.start in torn for blank in stray.blanks)]
    return tuple(sorted([*kept, *inside], key=lambda stray: stray.span.start))


def _is_rare(text: str, spaced: int) -> bool:
    """Whether blanks beside numbers are the exception in a draft."""
    tight = sum(1 for _ in _TIGHT.finditer(text))
    return tight > 0 and (spaced <= _RARE or tight >= spaced * _USUAL)


def _in_prose(document: Document, span: Span, known: dict[int, bool]) -> bool:
    """Whether a place is in a paragraph with sentences; `known` remembers that of each paragraph by its start."""
    block = document.block_at(span.start)
    if block is None or block.kind in {"heading", "cell"} or in_zone(document, span):
        return False
    start = block.span.start
    if start not in known:
        known[start] = any(document.text.find(mark, start, block.span.end) >= 0 for mark in "。；！，")
    return known[start]


def _look(text: str, start: int, end: int) -> StraySpace | None:
    left, right = text[start - 1], text[end]
    if left in _POINTS or right in _POINTS:
        return _decimal(text, start, end)
    if left in _DIGITS and right in _DIGITS:
        return _inside(text, start, end)
    if right in _DIGITS:
        return _before(text, start, end)
    return _after(text, start, end)


def _before(text: str, start: int, end: int) -> StraySpace | None:
    """检查 10次: a number with its unit behind the blanks."""
    stop = _digits_end(text, end)
    blanks = [Span(start, end)]
    if text[stop : stop + 1] in _BLANKS:
        blanks.append(Span(stop, stop + 1))
        stop += 1
    unit = unit_at(text, _behind_multiple(text, stop))
    if unit is None and text[stop : stop + 1] not in _DATED:
        return None
    last = _behind_multiple(text, stop) + len(unit.name) if unit else stop + 1
    # 年度工作计划 2023年 is a title, and the first words of a line may be.
    if _is_name(text, start) or "\n" in text[max(0, start - 3) : start]:
        return None
    return StraySpace(Span(start, last), tuple(blanks), "before")


def _after(text: str, start: int, end: int) -> StraySpace | None:
    """10 次: a unit behind the blanks."""
    first = _digits_start(text, start)
    unit = unit_at(text, end)
    before = text[first - 1 : first] if first else "\n"
    if (
        (unit is None and text[end] not in _BEHIND)
        or before in {"\n", ""}
        or before in _BLANKS
        or _may_be_name(text, first)
    ):
        return None
    if unit is None and text[end] in {"多", "余"} and unit_at(text, end + 1) is None:
        return None
    if before in {"。", "；", "：", ":", "（", "("}:
        return None  # perhaps the number of an item: 1 个别干部…
    return StraySpace(Span(first, end + len(unit.name if unit else text[end])), (Span(start, end),), "after")


def _decimal(text: str, start: int, end: int) -> StraySpace | None:
    """24. 52万元 or 24 .52万元."""
    point = start - 1 if text[start - 1] in _POINTS else end
    if point == end and text[end + 1 : end + 2] not in _DIGITS:
        return None
    whole_end = min(start, point)
    first = _digits_start(text, whole_end)
    stop = _digits_end(text, end if point < start else end + 1)
    unit = unit_at(text, _behind_multiple(text, stop))
    before = text[first - 1 : first] if first else "\n"
    if first == whole_end or unit is None or not "\u4e00" <= before <= "\u9fff" or _may_be_name(text, first):
        return None
    return StraySpace(Span(first, _behind_multiple(text, stop) + len(unit.name)), (Span(start, end),), "decimal")


def _inside(text: str, start: int, end: int) -> StraySpace | None:
    """1 200人, 20 23年, 2 3件."""
    first, stop = _digits_start(text, start), _digits_end(text, end)
    before = text[first - 1 : first] if first else "\n"
    if before in _POINTS or before in _BLANKS:
        return None
    blanks = [Span(start, end)]
    while stop - first < _LONGEST and text[stop : stop + 1] in _BLANKS and text[stop + 1 : stop + 2] in _DIGITS:
        blanks.append(Span(stop, stop + 1))
        stop = _digits_end(text, stop + 1)
    groups = text[first:stop].split()
    joined = "".join(groups)
    if text[stop : stop + 1] == "年" and len(joined) == _YEAR and joined[:2] in {"19", "20"}:
        return StraySpace(Span(first, stop + 1), tuple(blanks), "year")
    at = _behind_multiple(text, stop)
    unit = unit_at(text, at)
    if unit is None or unit.kind in {"duration", "age"}:
        return None
    if unit.kind == "score" and not (before in _SCORED and len(joined) == _PAIR):
        return None
    position = None if _may_be_name(text, first) else _torn(before, groups)
    return StraySpace(Span(first, at + len(unit.name)), tuple(blanks), position) if position else None


def _torn(before: str, groups: list[str]) -> Literal["grouping", "digits"] | None:
    """What the parts of a number are: groups of three digits, or the halves of a small number."""
    if not ("\u4e00" <= before <= "\u9fff" or before in {"，", "、", "；"}) or groups[0][0] in "0０":
        return None
    if len(groups[0]) <= _GROUP and all(len(group) == _GROUP for group in groups[1:]):
        return "grouping"
    return "digits" if len(groups) == _PAIR and max(map(len, groups)) <= _GROUP else None


def _is_name(text: str, start: int) -> bool:
    """Whether a number behind these words is surely a name though it has a unit: 附件 3个人情况, 表 2户数."""
    if text.endswith(_NAMED, max(0, start - _GROUP), start):
        return True
    return text[start - 1] in _LONE and not "\u4e00" <= text[start - 2 : start - 1] <= "\u9fff"


def _may_be_name(text: str, start: int) -> bool:
    """Whether the digits that begin here may number what stands before them: 任务2 5项; 代表2 3人 counts."""
    return text[start - 1 : start] in _NUMBERED and not text.endswith(_COUNTED, max(0, start - _PAIR - 1), start)


def _digits_start(text: str, end: int) -> int:
    start = end
    while start > max(0, end - _LONGEST) and (text[start - 1] in _DIGITS or text[start - 1] in _POINTS):
        start -= 1
    return start


def _digits_end(text: str, start: int) -> int:
    end = start
    while end < start + _LONGEST and (text[end : end + 1] in _DIGITS or text[end : end + 1] in _POINTS):
        end += 1
    return end


def _behind_multiple(text: str, at: int) -> int:
    """Behind 余, 万 or 亿, where a unit may stand."""
    end = at
    while end < at + _PAIR and text[end : end + 1] in {"余", "多", "万", "亿"}:
        end += 1
    return end
