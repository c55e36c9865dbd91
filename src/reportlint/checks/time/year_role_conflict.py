"""One year both as reviewed and as planned."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Related, Severity, Text
from reportlint.facts.compilation import members
from reportlint.facts.outline import outline
from reportlint.facts.periods import document_date
from reportlint.facts.year_roles import planned_years, reviewed_years

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.api import Span
    from reportlint.facts.year_roles import YearRole

_PARTS = Pattern(r"[上下]半年|半年度?(?:工作)?|季度|学期|[0-9０-９]月|阶段性?(?:工作)?总结|中期")
_SAYS_TIME = Pattern(r"回顾|总结|小结|情况|成效|述职|述廉|安排|打算|思路|计划|任务|目标|展望|规划|要求")
_PLAN_ALONE = Pattern(
    r"(?:(?!总结|小结|回顾|报告|汇报|情况)[^\n]){0,60}(?:要点|计划|方案|安排|思路|打算|规划|意见|通知)[^\n]{0,8}"
)
_MOST = 3
_AUTUMN = 10


class YearRoleConflict(Check):
    """同一年份既作已完成的回顾，又作将要做的安排。

    ## 为什么

    “2024年，全镇财政收入达4000万元”与“2024年，我镇将……”不能同真：多半是套用旧稿时年份没有改全，或者批量替换年份所致。
    回顾某年、安排却是同一年或更早，或者相隔不止一年，标题写一年、开头却写另一年，报告日期早于所回顾的年末，同样是年份没有改好。依据：《党政机关公文处理工作条例》第二十条（审核
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
        """Compare the headings with each other, their parts with them, and the sentences with all of it."""
        if members(document) or _is_of_a_part(document) or _is_plan(document):
            return
        done, planned = reviewed_years(document), planned_years(document)
        # Behind the words that introduce a plan, 完成投资2亿元 is an aim.
        aims = min((one.span.start for one in planned if one.weight == "stated"), default=len(document.text))
        done = tuple(one for one in done if one.weight != "sentence" or one.span.start < aims)
        firm_done, firm_planned = _firm(done), _firm(planned)
        found = [
            *_opened_otherwise(done, {one.year - 1 for one in firm_planned}, "回顾", "review"),
            *_opened_otherwise(planned, {one.year + 1 for one in firm_done}, "安排", "plan"),
        ]
        # A heading that its own part belies would only be reported again when compared with others.
        found += [] if found else _order(firm_done, firm_planned)
        found += _dated_otherwise(document, firm_done, firm_planned)
        yield from found
        spans = {finding.span for finding in found}
        clashing = {one.year for one in firm_done} & {one.year for one in firm_planned}
        for year in sorted({one.year for one in done} & {one.year for one in planned} - clashing):
            over = [one for one in done if one.year == year and one.span not in spans]
            to_come = [one for one in planned if one.year == year and one.span not in spans]
            if over and to_come:
                yield from _conflict(over, to_come, {one.span for one in (*firm_done, *firm_planned)})


def _firm(roles: Sequence[YearRole]) -> list[YearRole]:
    """What title and headings say; when they say nothing, what the opening sentence of the part says."""
    headings = [one for one in roles if one.weight == "heading"]
    return (
        headings
        or [one for one in roles if one.weight == "opening"]
        or [one for one in roles if one.weight == "stated"]
    )


def _conflict(over: list[YearRole], to_come: list[YearRole], firm: set[Span]) -> Iterator[Finding]:
    """Findings at the places that nothing firmer bears out; at all of them when nothing does."""
    settled_past = any(one.span in firm for one in over)
    settled_future = any(one.span in firm for one in to_come)
    faulty_future = [] if settled_future and not settled_past else to_come
    faulty_past = [] if settled_past else over
    for one in [one for one in [*faulty_past[:_MOST], *faulty_future[:_MOST]] if one.span not in firm]:
        past = one in faulty_past
        others = (to_come if past else over)[:_MOST]
        zh = "这里说已经完成，别处又作为今后的安排" if past else "这里作为今后的安排，别处又说已经完成"
        en = "told as done here and planned elsewhere" if past else "planned here and told as done elsewhere"
        note = Text("作为今后的安排", "planned") if past else Text("作为已完成", "told as done")
        yield Finding(
            one.span,
            Text(
                f"{one.year}年{zh}，请核实年份（常见于套改旧稿）。",
                f"{one.year} is {en}: check the year (a trace of an older draft?).",
            ),
            related=tuple(Related(other.span, note) for other in others),
        )


def _order(done: list[YearRole], planned: list[YearRole]) -> Iterator[Finding]:
    """Plans that are not of the year after the review, and reviews of the year planned."""
    reviewed, ahead = {one.year for one in done}, {one.year for one in planned}
    if not reviewed or not ahead:
        return
    for one in done:
        # Of two years reviewed, the one planned at the same time is the slip.
        if len(reviewed) > 1 and one.year in ahead and one.year - 1 in reviewed:
            yield _misordered(one, planned, f"回顾与安排都写{one.year}年", f"{one.year} is both reviewed and planned")
    last = max(reviewed)
    for one in planned:
        if one.year > last + 1 and len(reviewed) == 1 and (len(ahead) == 1 or last + 1 in ahead):
            zh, en = f"回顾{last}年，安排却是{one.year}年，相隔不止一年", f"reviewed is {last}, planned {one.year}"
            yield _misordered(one, done, zh, en)
        elif one.year <= min(reviewed):
            zh, en = f"回顾{last}年，安排却写{one.year}年", f"reviewed is {last}, so the plan cannot be of {one.year}"
            yield _misordered(one, done, zh, en)


def _misordered(one: YearRole, others: list[YearRole], zh: str, en: str) -> Finding:
    related = tuple(Related(other.span, Text("对照的年份", "compare")) for other in others[:1])
    text = Text(f"{zh}，请核实年份（安排应是回顾的下一年）。", f"Check the years: {en}.")
    return Finding(one.span, text, related=related, confidence=Confidence.HIGH)


def _opened_otherwise(roles: Sequence[YearRole], due: set[int], zh: str, en: str) -> Iterator[Finding]:
    """A part that begins with another year than its heading names; `due` are the years that fit the other part."""
    named = [one for one in roles if one.weight == "heading"]
    for one in roles:
        if one.weight != "opening" or not named or any(one.year == other.year for other in named):
            continue
        heading = named[-1]
        wrong, right = (heading, one) if one.year in due and heading.year not in due else (one, heading)
        yield Finding(
            wrong.span,
            Text(
                f"{zh}部分标题写{heading.year}年，开头却写{one.year}年，请核实年份。",
                f"By its heading the {en} is of {heading.year}, but it begins with {one.year}: check the year.",
            ),
            related=(Related(right.span, Text("对照的年份", "compare")),),
        )


def _dated_otherwise(document: Document, done: list[YearRole], planned: list[YearRole]) -> Iterator[Finding]:
    """A report dated before the year it reviews was over, or given after the year it plans."""
    date = document_date(document)
    last = max((one.year for one in done), default=0)
    if date is None or date.year is None or not any(one.year == last + 1 for one in planned):
        return
    early = date.year < last or (date.year == last and (date.month or _AUTUMN) < _AUTUMN)
    given = document.text.startswith("在", date.span.end)
    if early or (given and date.year > max(one.year for one in planned)):
        yield Finding(
            date.span,
            Text(
                f"回顾{last}年、安排{last + 1}年的报告，日期却是{date.year}年{date.month}月，请核实年份。",
                f"The report reviews {last} and plans {last + 1}, but is dated {date.year}-{date.month:02}: check.",
            ),
            related=tuple(Related(one.span, Text("所回顾的年份", "the year reviewed")) for one in done[:1]),
        )


def _is_plan(document: Document) -> bool:
    """Whether the title names a plan alone: in 2024年工作要点 everything is to come."""
    title = outline(document).title
    return title is not None and _PLAN_ALONE.fullmatch(document.slice(title)) is not None


def _is_of_a_part(document: Document) -> bool:
    """Whether title or headings divide the year: then one year is rightly reviewed and planned."""
    sketch = outline(document)
    lines = [sketch.title] if sketch.title else []
    lines += [heading.span for heading in sketch.headings if heading.level == 0 or _SAYS_TIME.search(heading.title)]
    return any(_PARTS.search(document.slice(line)) for line in lines)
