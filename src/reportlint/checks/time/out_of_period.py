"""What is told as done lies outside the time the report is about."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Related, Severity, Span, Text, fact
from reportlint.facts.compilation import members
from reportlint.facts.dates import dates
from reportlint.facts.periods import Period, document_date, reported_period
from reportlint.facts.report_parts import anchored_years, is_partial, looking_ahead, of_period
from reportlint.facts.residue import in_residue
from reportlint.facts.tenses import begins_with_event, looks_ahead, sentence_around, tells_of_counts, tells_of_result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.dates import DateMention

_MONTHS = frozenset(("day", "month", "half", "quarter"))
_OPENERS = frozenset("，。；：、！？（(\n,;: 　")
_BEFORE = ("今年", "本年", "于", "在", "主席团", "人大", "我镇", "我乡", "我县", "我局", "党委", "政府", "常委会")
_REFERENCE = Pattern(
    r"截[至止]|(?:自|从|比|较|与|同|和|按|据|至|到|自从|直[至到]|以)[\u4e00-\u9fff]{0,4}$|《|施行|颁布|周年|纪念|修[订正]|出生|入党|参加工作"
)
_AFTER = Pattern(
    r"(?:[上中下]旬|[底初末])?(?:前|以前|之前|起|以来|至今|来|以后|之后|后|开始)|的?《|的(?!一[天个])|[\u4e00-\u9fff]{2,8}的|节|[（(]"
)
_CLAUSE = Pattern(r"(?:[上中下]旬|[底初末])?(?:[上下]午|晚上?)?[，,]?")
_TURNS = Pattern(
    r"下一?步|下一?阶段|下半年(?!以来)|(?<!前)[二三四]季度(?:工作(?![情总小汇报回])|要|将)|今后|接下来|打算|安排如下|工作(?:安排|计划|思路|打算)|明年"
)
_UNTIL = Pattern(r"截[至止到](?:目前|[今本当]年)?$")
_ALREADY = ("已于", "已在", "并于", "早已于", "业已于")
_OF_REPORT = Text("报告的日期", "the date of the report")
_EVENT = 60
_SPRING = 2
_YEAR = 12


class OutOfPeriod(Check):
    """回顾部分写了报告期以外的事。

    ## 为什么

    《2023年上半年工作回顾》里写“2023年7月，获评……”，要么日期错了，要么报告期错了，是移用旧稿或后改标题的典型痕迹。
    依据：《党政机关公文处理工作条例》第二十条（审核时间是否准确）。题目或标题写明上半年、季度的按错误报；写全年的，只把下一年
    以后的事按警告报。打算、截至、自某时起、周年、法律的施行日期等不报，以前年份的背景不报，报告日期以前的年初之事不报。

    ## 反例

        2023年上半年工作回顾
        一、扎实做好宣传工作
        切实加强外宣工作，2023年7月，获评全区人大信息工作先进单位。
        2023年下半年工作安排
        继续加强学习，认真履行职责，不断提高工作质量和服务水平，为全镇发展作出贡献。

    ## 正例

        2023年上半年工作回顾
        一、扎实做好宣传工作
        切实加强外宣工作，2023年6月，获评全区人大信息工作先进单位。
        2023年下半年工作安排
        继续加强学习，认真履行职责，不断提高工作质量和服务水平，为全镇发展作出贡献。

    ## English

    A completed event that is dated after the period a report looks back on, as a July award in a report on the first
    half of the year. Plans, deadlines, background of earlier years and the dates of laws are left alone.
    """

    meta = Meta(
        title=Text("事件不在报告期内", "Outside the period reported"),
        severity=Severity.ERROR,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Compare each dated event of the review with the period."""
        period = reported_period(document) or _until_given(document)
        if period is None or members(document):
            return
        part, found = of_period(document), dates(document)
        years = anchored_years(document)
        for index, date in enumerate(found):
            if not part.covers(date.span) or not date.valid:
                continue
            severity = _outside(document, date, years[index], period)
            if severity and _is_event(document, date, found[index - 1] if index else None):
                yield _finding(document, date, period, severity)


def _until_given(document: Document) -> Period | None:
    """The time up to the day on which a report was given, which is all that is known of one without a period."""
    told = document_date(document)
    if told is None or told.year is None or told.month is None:
        return None
    return Period((told.year - 1, 1, 1), (told.year, told.month, 31), told.span)


def _outside(document: Document, date: DateMention, year: int | None, period: Period) -> Severity | None:
    """How grave it is that a date lies behind the period; None when it does not, or may be meant."""
    if year is None:
        return None
    told, end = document_date(document), period.last[0] * _YEAR + period.last[1]
    if date.precision in _MONTHS and date.month is not None:
        if (year, date.month) <= period.last[:2]:
            return _before(date, year, period)
        known = told is not None and told.year is not None and (year, date.month) <= (told.year, told.month or 0)
        if _UNTIL.search(document.text, max(0, date.span.start - 6), date.span.start):
            # Numbers are often brought up to the day of writing.
            late = not known and is_partial(document) and year * _YEAR + date.month > end + 1
            return Severity.WARNING if late else None
        if is_partial(document):
            return Severity.WARNING if known or year != period.last[0] else Severity.ERROR
        early = told is None and year == period.last[0] + 1 and date.month <= _SPRING
        return None if known or early or date.year is None else Severity.WARNING
    return _later_year(document, date, period)


def _later_year(document: Document, date: DateMention, period: Period) -> Severity | None:
    """Of a whole year behind the period; of one that is planned too, time.year-role-conflict speaks."""
    year, told = date.year, document_date(document)
    if date.precision != "year" or year is None or year <= period.last[0] or year in _years_planned(document):
        return None
    return None if told is not None and told.year is not None and year <= told.year else Severity.WARNING


def _before(date: DateMention, year: int, period: Period) -> Severity | None:
    """Of a period that begins within a year, what was done earlier in it; that of earlier years is background."""
    last = date.last[1] if date.last else date.month
    early = year == period.first[0] and last is not None and last < period.first[1]
    return Severity.WARNING if early and date.precision in {"day", "month"} else None


@fact
def _years_planned(document: Document) -> frozenset[int | None]:
    """The years that the plan names."""
    ahead = looking_ahead(document)
    return frozenset(date.year for date in dates(document) if ahead is not None and ahead.covers(date.span))


def _is_event(document: Document, date: DateMention, before: DateMention | None) -> bool:
    """Whether a date tells when something was done."""
    text, span = document.text, date.span
    sentence = sentence_around(text, span)
    start = before.span.start if before and before.span.end == span.start else span.start
    lead = text[max(sentence.start, start - 6) : start]
    until = _UNTIL.search(lead) is not None
    opens = start == sentence.start or text[start - 1] in _OPENERS or lead.endswith(_BEFORE) or until
    if not opens or (not until and _REFERENCE.search(lead)) or _AFTER.match(text, span.end):
        return False
    clause = _CLAUSE.match(text, span.end)
    begin = clause.end() if clause else span.end
    said = Span(begin, max(begin, min(sentence.end, begin + _EVENT)))
    if in_residue(document, span) or (date.precision == "year" and begin == span.end):
        return False
    if looks_ahead(text, sentence.start, sentence.end) or _REFERENCE.search(text, said.start, said.end):
        return False
    return lead.endswith(_ALREADY) or (span.start < _turn(document) and _is_told(text, date, said))


def _is_told(text: str, date: DateMention, said: Span) -> bool:
    """Whether the words behind a date tell of something as done; of a half-year, 召开座谈会 may be planned too."""
    if tells_of_result(text, said.start, said.end):
        return True
    certain = date.precision in {"day", "month"}
    return certain and (begins_with_event(text, said.start, said.end) or tells_of_counts(text, said.start, said.end))


@fact
def _turn(document: Document) -> int:
    """Where words such as 下一步打算 turn to what is to come, so far as no plan is marked off behind the review."""
    part = of_period(document)
    match = None if looking_ahead(document) else _TURNS.search(document.text, part.start, part.end)
    return match.start() if match else part.end


def _finding(document: Document, date: DateMention, period: Period, severity: Severity) -> Finding:
    if reported_period(document) is None:
        given = f"{period.last[0]}年{period.last[1]}月"
        return Finding(
            date.span,
            Text(
                f"报告的日期是{given}，“{document.slice(date.span)}”的事尚在其后：请核实日期。",
                f"The report is of {given}; what is told of {document.slice(date.span)} is later: check the date.",
            ),
            related=(Related(period.evidence, Text("报告的日期", "the date of the report")),)
            if period.evidence
            else (),
            severity=severity,
        )
    first, last = (f"{year}年{month}月" for year, month, _ in (period.first, period.last))
    related: tuple[Related, ...] = ()
    if period.evidence and not period.evidence.overlaps(date.span):
        related = (Related(period.evidence, Text("报告期", "the period reported")),)
    return Finding(
        date.span,
        Text(
            f"报告期是{first}至{last}，“{document.slice(date.span)}”的事不在其内：请核实日期，或移出回顾部分。",
            f"The report looks back on {first} to {last}; {document.slice(date.span)} is not in it: check the date.",
        ),
        related=related,
        severity=severity,
    )
