"""One year both as reviewed and as planned."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Related, Severity, Span, Text, frozen
from reportlint.facts.compilation import members
from reportlint.facts.dates import dates
from reportlint.facts.outline import outline
from reportlint.facts.report_parts import looking_ahead, looking_back
from reportlint.facts.residue import in_residue
from reportlint.facts.tenses import looks_ahead, promises, sentence_around, tells_of_result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.dates import DateMention

_BACK = Pattern(r"回顾|总结|小结|完成情况|落实|执行|办理|工作情况|主要成效|工作成效|述职|述廉")
_AHEAD = Pattern(r"安排|打算|思路|计划|(?:主要|重点|目标)任务|工作(?:目标|规划|展望|任务|要点|谋划)|(?<!总结和)展望$")
_OTHER_SPAN = Pattern(r"[上下]半年|半年度?|季|学期|学年|月|五年|阶段|中期|“|规划期|远景|以来|届|长远|上报|审议|审查")
_RESULT = Pattern(r"(?:完成|实现|达到?|增长|建成|突破|增至|总额|取得|创建|通过)")
_PLANNED_NUMBERS = Pattern(r"预算|目标|预期|预计|计划|任务数|规划")
_OPENERS = frozenset("，。；：！？（(\n,;: 　")
_SUBJECT = Pattern(
    r"[，,]|[全我本][镇乡县区市局村院]|全年|我们|主席团|镇人大|(?:[全我][镇乡县区市局])?工作的?[总指]|是"
)
_EARLY, _LATE = 0.3, 0.6
_REACH = 44
_MOST = 3


@frozen
class _Evidence:
    """Where a year is said to be over, or to come; `firm` when title or heading say so."""

    year: int
    span: Span
    firm: bool


class YearRoleConflict(Check):
    """同一年份既作已完成的回顾，又作将要做的安排。

    ## 为什么

    “2024年，全镇财政收入达4000万元”与“2024年，我镇将……”不能同真：多半是套用旧稿时年份没有改全，或者批量替换年份所致。
    回顾某年、安排却是同一年或更早，或者相隔不止一年，同样是年份没有改好。依据：《党政机关公文处理工作条例》第二十条（审核
    时间是否准确）；实务。
    上半年、下半年之类同年分段的报告不查，“2035年”之类远景目标、“2024年重点工作”之类两可的标题不查。

    ## 反例

        一、2023年工作回顾
        一年来，全镇上下团结一致，较好完成了各项任务。
        二、2023年工作安排
        继续加强学习，认真履行职责，不断提高工作质量和服务水平，为全镇发展作出贡献。

    ## 正例

        一、2023年工作回顾
        一年来，全镇上下团结一致，较好完成了各项任务。
        二、2024年工作安排
        继续加强学习，认真履行职责，不断提高工作质量和服务水平，为全镇发展作出贡献。

    ## English

    A year that the review has as done and the plan as still to come, and headings whose years do not follow on.
    Reports on parts of a year, distant goals and headings that may mean either are left alone.
    """

    meta = Meta(
        title=Text("同一年份既已完成又将要做", "One year both done and planned"),
        severity=Severity.ERROR,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Compare the headings, then the sentences with the headings and with each other."""
        if members(document) or _is_of_a_part(document):
            return
        done, planned = _headings(document)
        yield from _order(done, planned)
        conflicting = {one.year for one in done} & {one.year for one in planned}
        told, promised = _told(document), _promised(document)
        for year in sorted({one.year for one in [*told, *done]} & {one.year for one in [*promised, *planned]}):
            if year in conflicting:
                continue
            over = [one for one in [*done, *told] if one.year == year]
            to_come = [one for one in [*planned, *promised] if one.year == year]
            yield from _conflict(over, to_come)


def _conflict(over: list[_Evidence], to_come: list[_Evidence]) -> Iterator[Finding]:
    """Findings at the places that the headings do not bear out; at all of them when no heading tells."""
    settled_past, settled_future = any(one.firm for one in over), any(one.firm for one in to_come)
    faulty_future = [] if settled_future and not settled_past else to_come
    faulty_past = [] if settled_past else over
    for one in [one for one in [*faulty_past[:_MOST], *faulty_future[:_MOST]] if not one.firm]:
        past = one in over
        others = (to_come if past else over)[:_MOST]
        zh = "这里说已经完成，别处又作为今后的安排" if past else "这里作为今后的安排，别处又说已经完成"
        en = "told as done here and planned elsewhere" if past else "planned here and told as done elsewhere"
        yield Finding(
            one.span,
            Text(
                f"{one.year}年{zh}，请核实年份（常见于套改旧稿）。",
                f"{one.year} is {en}: check the year (a trace of an older draft?).",
            ),
            related=tuple(
                Related(
                    other.span,
                    Text("作为今后的安排", "planned") if past else Text("作为已完成", "told as done"),
                )
                for other in others
            ),
        )


def _order(done: list[_Evidence], planned: list[_Evidence]) -> Iterator[Finding]:
    """Headings of plans that are not of the year after the review."""
    reviewed = {one.year for one in done}
    if not reviewed:
        return
    last = max(reviewed)
    nearest = next(one for one in reversed(done) if one.year == last)
    single = len(reviewed) == 1 and len({one.year for one in planned}) == 1
    for one in planned:
        if one.year > last + 1 and single:
            zh = f"回顾{last}年，安排却是{one.year}年，相隔不止一年，请核实年份。"
            en = f"The review is of {last} and the plan of {one.year}, more than a year later: check the years."
        elif one.year <= min(reviewed):
            zh = f"回顾{last}年，安排却写{one.year}年，请核实年份（应晚于所回顾的年份）。"
            en = f"The review is of {last}, so the plan cannot be of {one.year}: check the year."
        else:
            continue
        related = (Related(nearest.span, Text("所回顾的年份", "the year reviewed")),)
        yield Finding(one.span, Text(zh, en), related=related, confidence=Confidence.HIGH)


def _is_of_a_part(document: Document) -> bool:
    """Whether title or headings divide the year: then one year is rightly reviewed and planned."""
    sketch = outline(document)
    lines = [sketch.title] if sketch.title else []
    lines += [heading.span for heading in sketch.headings if heading.level == 0 or _is_about_time(heading.title)]
    parts = Pattern(r"[上下]半年|半年度?(?:工作)?|季度|学期|[0-9０-９]月|阶段性?(?:工作)?总结|中期")
    return any(parts.search(document.slice(line)) for line in lines)


def _is_about_time(title: str) -> bool:
    return _BACK.search(title) is not None or _AHEAD.search(title) is not None


def _headings(document: Document) -> tuple[list[_Evidence], list[_Evidence]]:
    """Years that the title and the headings of the first levels review, and those that they plan."""
    sketch, found = outline(document), dates(document)
    top = min((heading.level for heading in sketch.headings), default=0)
    lines = [(sketch.title, document.slice(sketch.title))] if sketch.title else []
    lines += [(h.span, h.title) for h in sketch.headings if h.level in {0, top} and not h.run_in]
    done: list[_Evidence] = []
    planned: list[_Evidence] = []
    for line, words in lines:
        if _OTHER_SPAN.search(words):
            continue
        years = [d for d in found if line.covers(d.span) and d.precision == "year" and d.year is not None]
        many = any(line.covers(d.span) and d.range for d in found)
        if len(years) != 1 or years[0].year is None or many:
            continue
        evidence = _Evidence(years[0].year, years[0].span, firm=True)
        back, ahead = _at(_BACK, document, line), _at(_AHEAD, document, line)
        # 2023年工作总结和今后打算 reviews 2023; 2023年工作安排落实情况 may do either.
        if back and (not ahead or evidence.span.end <= back < ahead):
            done.append(evidence)
        elif ahead and not back and line.start > sketch.main.start + len(sketch.main) * _EARLY:
            planned.append(evidence)
    return done, planned


def _at(pattern: Pattern, document: Document, line: Span) -> int:
    """Where a line has a word of a kind; 0 when nowhere."""
    match = pattern.search(document.text, line.start, line.end)
    return match.start() if match else 0


def _told(document: Document) -> list[_Evidence]:
    """Years of which the review tells results."""
    part = looking_back(document)
    return [
        _Evidence(d.year, d.span, firm=False) for d in _adverbial(document, part) if d.year and _is_told(document, d)
    ]


def _promised(document: Document) -> list[_Evidence]:
    """Years of which the plan says what will be done; without a plan, the last part of the report."""
    part, main = looking_ahead(document), outline(document).main
    if part is None:
        part = Span(main.start + int(len(main) * _LATE), main.end)
    return [
        _Evidence(d.year, d.span, firm=False)
        for d in _adverbial(document, part)
        if d.year and _is_promised(document, d)
    ]


def _adverbial(document: Document, part: Span) -> list[DateMention]:
    """Mentions of a whole year that begin a clause: 2024年，… and 2024年全镇…."""
    text = document.text
    return [
        date
        for date in dates(document)
        if date.precision == "year"
        and date.year is not None
        and part.covers(date.span)
        and (date.span.start == 0 or text[date.span.start - 1] in _OPENERS)
        and _SUBJECT.match(text, date.span.end)
        and not in_residue(document, date.span)
    ]


def _is_told(document: Document, date: DateMention) -> bool:
    text, sentence = document.text, sentence_around(document.text, date.span)
    end = min(sentence.end, date.span.end + _REACH)
    if (
        text.startswith(("工作", "是"), date.span.end)
        or looks_ahead(text, sentence.start, sentence.end)
        or _PLANNED_NUMBERS.search(text, date.span.end, end)
    ):
        return False
    return tells_of_result(text, date.span.end, end) or (
        _RESULT.search(text, date.span.end, end) is not None and any(c.isdigit() for c in text[date.span.end : end])
    )


def _is_promised(document: Document, date: DateMention) -> bool:
    text, sentence = document.text, sentence_around(document.text, date.span)
    return date.span.start == sentence.start and promises(
        text, date.span.end, min(sentence.end, date.span.end + _REACH)
    )
