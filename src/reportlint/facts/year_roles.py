"""Which years a report speaks of as over, and which as to come: by title and headings, opening sentences, others."""

from __future__ import annotations

from bisect import bisect_left

from reportlint.document import Document, fact
from reportlint.facts.dates import dates
from reportlint.facts.outline import outline
from reportlint.facts.planning import plan
from reportlint.facts.report_parts import looking_ahead, looking_back
from reportlint.facts.residue import in_residue
from reportlint.facts.tenses import looks_ahead, promises, sentence_around, tells_of_result
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from reportlint.facts.dates import DateMention

    Weight = Literal["heading", "opening", "stated", "sentence"]

_BACK = Pattern(r"回顾|总结|小结|情况|成效|成绩|完成|落实|执行|办理|做法|亮点|述职|述廉")
_NOT_OF_YEAR = Pattern(r"问题|不足|困难|差距|体会|经验|下一?步|下阶段|今后|来年|明年")
_AHEAD = Pattern(
    r"安排|打算|思路|计划|(?:主要|重点|目标)任务|工作(?:目标|规划|展望|任务|要点|谋划)|(?<!总结和)展望$"
    r"|(?:总体|指导)(?:要求|思想)|(?:主要|预期|奋斗)目标|[做抓]好(?=[0-9]{4}年)|预算草案|预算安排"
)
_OTHER_SPAN = Pattern(
    r"[上下]半年|半年度?|季|学期|学年|月|五年|阶段|中期|“|规划期|远景|以来|届|长远|上报|审议|审查|[到至][0-9]{4}年"
    r"|节|期间|专项|行动|活动|整治|防汛|抗旱|(?:主题|学习)教育|防火|征兵|普查|集训|考察|培训"
)
_RESULT = Pattern(r"(?:完成|实现|达到?|增长|建成|突破|增至|总额|取得|创建|通过)")
_PLANNED_NUMBERS = Pattern(r"预算|目标|预期|预计|计划|任务数|规划")
_OPENERS = frozenset("，。；：！？（(\n,;: 　")
_SUBJECT = Pattern(
    r"[，,]|(?:拟|计划|力争|将|要)(?=[\u4e00-\u9fff])|[全我本][镇乡县区市局村院]|全年|我们|主席团|镇人大|(?:[全我][镇乡县区市局])?工作的?[总指]|是"
)
_WHOLE = Pattern(
    r"[，,]?是[^。]{0,60}年|[，,](?:我们|[全我本][镇乡县区市局村院]|[^。，]{0,14}(?:主席团|人大|政府|党组织|局|委|办|中心|院|站))"
    r"|[，,]在[^。]{4,60}下"
)
_TERM = Pattern(r"[五四三]年来|过去的?[五四三]年|[本上]届|任期|换届以来|2030年|2035年")
_DONE_BEFORE = Pattern(
    r"(?:回顾|回首|过去的|刚刚过去的|走过的?|告别|送走|总结|以上(?:就)?是|上面(?:就)?是|即将过去的|难忘的|极不平凡的)(?:我[们镇乡县区局村院校])?$"
)
_DONE_BEHIND = Pattern(
    r"(?:即将|已经|就要|悄然|转眼)(?:过去|结束|收官|远去)|即将画上|的?(?:主要)?工作(?:总结|回顾|情况|成效|成绩)"
    r"|已[经]?(?:过去|成为过去)"
)
_TO_COME_BEFORE = Pattern(
    r"(?:展望|即将到来的|迎来|迎接|迈入|跨入|面向|面对|新的|谋划|筹划|安排部署|崭新的|充满希望的|做好|抓好|针对)(?:了)?$"
)
_TO_COME_BEHIND = Pattern(
    r"年?度?(?:的)?(?:主要|重点|总体|预期)?(?:工作)?(?:的)?(?:总体|指导|基本|初步|主要|重点|预期)?(?:要求|思想|思路|打算|安排|计划|规划|目标|任务)"
    r"(?:[（(][^）)]{0,12}[）)])?(?:是|为|如下|：|[，,]我|[，,]重点)|即将(?:到来|来临|开启)|的?(?:重点|主要)工作(?:是|为|有|包括|如下|：)"
)
_CONTRARY = Pattern(r"完成|落实|执行|未|没有|存在|进展")
_ACCORDING = Pattern(r"[ 　]{0,4}(?:根据|按照|为|围绕|结合|对照|下一步|总之)[^，。；]{2,30}[，,]")
_OVER = Pattern(
    r"(?:计划|拟|将|要)[^，。；]{0,10}的[^。；]{0,20}(?:全部|均|已|顺利|如期)|均已|全部(?:办结|兑现|完成)|已(?:全部|经)"
)
_EARLY, _LATE = 0.2, 0.6
_REACH = 44
_HEAD = 120
_SHORT = 200
_FIRST_BLOCKS = 4
_TWO = 2


@frozen
class YearRole:
    """A place that has a year as over or as to come.

    Attributes:
        year: the year.
        span: the year as written.
        weight: whether a title or heading says so, the sentence that opens the part, one that introduces the plan,
            or any sentence in it.
    """

    year: int
    span: Span
    weight: Weight


@fact
def reviewed_years(document: Document) -> tuple[YearRole, ...]:
    """Places that have a year as over, the firmest first."""
    headings, _ = _headings(document)
    part = looking_back(document)
    first = [block.span for block in document.blocks if part.covers(block.span)][:_FIRST_BLOCKS]
    opening = _opening(document, first)
    told = [
        YearRole(d.year, d.span, "sentence") for d in _adverbial(document, part) if d.year and _is_told(document, d)
    ]
    named = _named_as(document, part, _DONE_BEFORE, _DONE_BEHIND, "sentence")
    return (*headings, *opening, *named, *told)


@fact
def planned_years(document: Document) -> tuple[YearRole, ...]:
    """Places that have a year as to come, the firmest first; without a plan, promises in the last part count."""
    _, headings = _headings(document)
    part, main, ahead = looking_ahead(document), outline(document).main, plan(document)
    opening: list[YearRole] = []
    if part and ahead:
        spans = [block.span for block in document.blocks if block.span.end > part.start and block.span.start < part.end]
        begins = _opening(document, [Span(max(span.start, part.start), span.end) for span in spans[:_TWO]])
        opening = [one for one in begins if _is_promise(document, one.span)]
    else:
        told = next((one.span.end for one in reviewed_years(document) if one.weight != "heading"), main.end)
        # In a short text the year told may be promised in the next sentence.
        late = main.start + int(len(main) * _LATE)
        part = Span(min(late, max(told, main.end - _SHORT)), main.end)
    promised = [
        YearRole(d.year, d.span, "sentence") for d in _adverbial(document, part) if d.year and _is_promised(document, d)
    ]
    named = _named_as(document, part if ahead else main, _TO_COME_BEFORE, _TO_COME_BEHIND, "stated")
    return (*headings, *opening, *named, *promised)


def _named_as(document: Document, part: Span, before: Pattern, behind: Pattern, weight: Weight) -> Iterator[YearRole]:
    """Years that are called over (回顾2023年, 2023年即将过去) or to come (展望2024年, 2024年工作的主要任务是)."""
    text = document.text
    for date in dates(document):
        if date.precision != "year" or date.year is None or date.range or not part.covers(date.span):
            continue
        sentence = sentence_around(text, date.span)
        stop = max(sentence.start, *(text.rfind(mark, sentence.start, date.span.start) + 1 for mark in "，,"))
        called = before.search(text, stop, date.span.start)
        tail = behind.match(text, date.span.end, min(sentence.end + 1, date.span.end + 24))
        if not called and not tail:
            continue
        opens = not text[stop : called.start() if called else date.span.start].strip(" 　根据在下面我们就将对现关于")
        contrary = tail and _CONTRARY.search(text, date.span.end, tail.end())
        if opens and not contrary:
            yield YearRole(date.year, date.span, weight)


def _headings(document: Document) -> tuple[list[YearRole], list[YearRole]]:
    """Years that the title and the headings of the first levels review, and those that they plan."""
    sketch, found = outline(document), dates(document)
    top = min((heading.level for heading in sketch.headings), default=0)
    lines = [(sketch.title, document.slice(sketch.title))] if sketch.title else []
    lines += [(h.span, h.title) for h in sketch.headings if h.level in {0, top} and not h.run_in]
    late = sketch.main.start + len(sketch.main) * _EARLY
    starts = [date.span.start for date in found]
    done: list[YearRole] = []
    planned: list[YearRole] = []
    for line, words in lines:
        inside = found[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        if not inside or any(date.range for date in inside) or _OTHER_SPAN.search(words):
            continue
        years = [YearRole(d.year, d.span, "heading") for d in inside if d.precision == "year" and d.year]
        back, ahead = _at(_BACK, document, line), _at(_AHEAD, document, line)
        # 2023年工作总结和今后打算 reviews 2023; 2023年工作安排落实情况 may do either.
        reviews = bool(years) and back > 0 and (not ahead or years[0].span.end <= back < ahead)
        if len(years) == 1 and reviews:
            done.append(years[0])
        elif len(years) == 1 and ahead and not back and line.start > late and not _NOT_OF_YEAR.search(words):
            planned.append(years[0])
        elif len(years) == _TWO and _both(document, line, years):
            done.append(years[0])
            planned.append(years[1])
    return done, planned


def _both(document: Document, line: Span, years: list[YearRole]) -> bool:
    """Whether a line reviews the first of two years and plans the second: 2024年预算执行情况和2025年预算草案."""
    text, behind = document.text, Span(years[1].span.end, line.end)
    back = _BACK.search(text, years[0].span.end, years[1].span.start)
    ahead = _AHEAD.search(text, behind.start, behind.end)
    return back is not None and ahead is not None and not _BACK.search(text, behind.start, behind.end)


def _at(pattern: Pattern, document: Document, line: Span) -> int:
    """Where a line has a word of a kind; 0 when nowhere."""
    match = pattern.search(document.text, line.start, line.end)
    return match.start() if match else 0


def _opening(document: Document, blocks: list[Span]) -> Iterator[YearRole]:
    """The year with which the first of some paragraphs begins, if the whole paragraph is about it."""
    text, found = document.text, [date for date in dates(document) if date.precision == "year" and date.year]
    for span in blocks:
        words = text[span.start : span.end]
        inside = [date for date in found if span.covers(date.span)]
        begins = bool(inside) and not words[: inside[0].span.start - span.start].strip()
        # Where a second year follows, the first may be background.
        if begins and len({date.year for date in inside}) == 1 and not _TERM.search(words[:_HEAD]):
            first = inside[0]
            if first.year and _WHOLE.match(text, first.span.end):
                yield YearRole(first.year, first.span, "opening")
                return


def _adverbial(document: Document, part: Span) -> Iterator[DateMention]:
    """Mentions of a whole year that begin a clause: 2024年，… and 2024年全镇…."""
    text = document.text
    for date in dates(document):
        if date.precision != "year" or date.year is None or not part.covers(date.span):
            continue
        begins = date.span.start == 0 or text[date.span.start - 1] in _OPENERS
        if begins and _SUBJECT.match(text, date.span.end) and not in_residue(document, date.span):
            yield date


def _is_told(document: Document, date: DateMention) -> bool:
    text, sentence = document.text, sentence_around(document.text, date.span)
    end = min(sentence.end, date.span.end + _REACH)
    if text.startswith(("工作", "是"), date.span.end) or looks_ahead(text, sentence.start, sentence.end):
        return False
    if _PLANNED_NUMBERS.search(text, date.span.end, end):
        return False
    return tells_of_result(text, date.span.end, end) or (
        _RESULT.search(text, date.span.end, end) is not None and any(c.isdigit() for c in text[date.span.end : end])
    )


def _is_promised(document: Document, date: DateMention) -> bool:
    lead = document.text[sentence_around(document.text, date.span).start : date.span.start]
    opens = not lead.strip() or _ACCORDING.fullmatch(lead) is not None
    return opens and _is_promise(document, date.span)


def _is_promise(document: Document, year: Span) -> bool:
    """Whether the sentence that goes on from a year promises something."""
    end = sentence_around(document.text, year).end
    over = _OVER.search(document.text, year.end, end)
    return over is None and promises(document.text, year.end, min(end, year.end + _REACH))
