"""Which time a report speaks of: its own date, the period it looks back on, the five-year plans it names."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.calendar import days_in_month
from reportlint.facts.dates import DateMention, dates
from reportlint.facts.five_year_plans import law_plan_years, plan_years
from reportlint.facts.identity import identity
from reportlint.facts.numerals import ONE, parse
from reportlint.facts.outline import LONGEST_TITLE, outline
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence
    from typing import Literal

    Day = tuple[int, int, int]
    """Year, month, day."""

_BACK = Pattern(
    r"回顾|[总小]结|成效|成就|完成情况|述职|述廉|工作(?:总体|开展|进展|推进)?情况$", ("回顾", "结", "成", "述", "情况")
)
_BACK_TITLE = Pattern(
    r"回顾|总结|小结|成效|成就|情况|大事记|述职|述廉|述责|汇报|(?<!政府工作)报告",
    ("回顾", "结", "成", "情况", "大事记", "述", "汇报", "报告"),
)
# Of a year alone, 情况 and 报告 may name the year in which they are given.
_BACK_ANYHOW = Pattern(r"回顾|总结|小结|成效|成就|完成情况|述职|述廉|述责")
_SAID = Pattern(
    r"(?:现将|现就|下面[，,]?(?:我?[将就把])|受[^。\n]{2,40}委托[，,])[^。；：\n]{0,40}?(?:工作|履职|情况|述职|总结|完成)"
    r"[^。；：\n]{0,24}?(?:如下|报告|汇报|总结|审议|评议)",
    ("现将", "现就", "下面", "委托"),
)
_HEAD = 500
_STOP = Pattern(r"[。！？；，：]")
_PLAN = Pattern(
    r"(?P<open>[“”\"‘']?)(?P<short>十[一二三四五]?|[一二三四五六七八九])五(?P<close>[“”\"’']?)(?P<law>(?:法治宣传教育|法制宣传教育)?普法)?"
    r"(?P<word>规划|计划|时期|期间)?|第(?P<long>[一二三四五六七八九十]{1,3})个五年(?:规划|计划)",
    ("五",),
)
# 十四五开局之年, where a hasty writer left out the quotation marks.
_NAMED = Pattern(
    r"(?<=十[一二三四五]五)(?:开局|收官|启动|起步|开篇|承[上前]启|中期|末|的?(?:倒数)?第[一二三四五]个?年|最后一年|实施|以来)"
)
_JUNE, _DECEMBER = 6, 12
_PARTS = frozenset(("half", "quarter", "month"))
_NEW_YEAR, _HALF_END, _YEAR_END = (1, 1), (6, 30), (12, 31)


@frozen
class Period:
    """A stretch of days, both ends in it.

    Attributes:
        first: its first day.
        last: its last day.
        evidence: the words of a title or heading that say so; None when it follows from the year planned.
    """

    first: Day
    last: Day
    evidence: Span | None


@frozen
class PlanMention:
    """A five-year plan by its name.

    Attributes:
        span: name, quotation marks and 规划 or 时期 included.
        kind: "development" or, of “八五”普法, "law".
        number: 14 for “十四五”.
        first: its first year.
        last: its last year.
        word: 规划, 计划, 时期, 期间 or empty.
    """

    span: Span
    kind: Literal["development", "law"]
    number: int
    first: int
    last: int
    word: str


@fact
def document_date(document: Document) -> DateMention | None:
    """The day the report was given or signed: of the note on the session under the title, else of the signature.

    None when there is none, it is no date, or several stand there and nothing tells which of them it is.
    """
    text, sketch = document.text, outline(document)
    known = [date for date in dates(document) if date.precision == "day" and date.year and date.month and date.valid]
    front = _inside(known, sketch.front)
    title = sketch.title
    front = [date for date in front if title is None or date.span.start >= title.end]
    noted = [date for date in front if text.startswith("在", date.span.end)]
    signed = [date for line in sketch.signature for date in _inside(known, line)]
    for found in (noted, signed, front):
        if found and all(date.first == found[0].first for date in found):
            return found[0]
        if found:
            return None
    return None


@fact
def reported_period(document: Document) -> Period | None:
    """The days the report looks back on, or None when neither title nor headings say.

    A report on a year and on a five-year plan looks back on all of both.
    """
    who = identity(document)
    year = who.review_year or _year_of_half(document)
    mentions = _looking_back(document)
    stretches = [stretch for date in mentions if (stretch := _stretch(date, year))]
    if stretches:
        evidence = next(date.span for date in mentions if _stretch(date, year))
        first, last = min(first for first, _ in stretches), max(last for _, last in stretches)
        # 2023年半年工作总结 names the year, and says in another place that half of it is meant.
        half = who.half_year and (first[1:], last) == (_NEW_YEAR, (first[0], *_YEAR_END))
        return Period(first, (last[0], *_HALF_END) if half else last, evidence)
    if year is None:
        return None
    return Period((year, *_NEW_YEAR), (year, *(_HALF_END if who.half_year else _YEAR_END)), None)


def _year_of_half(document: Document) -> int | None:
    """The year of a half-year report that names none: that of its plan, or of its date, if from June on."""
    if not identity(document).half_year:
        return None
    date = document_date(document)
    return identity(document).plan_year or (date.year if date and (date.month or 0) >= _JUNE else None)


@fact
def plans_named(document: Document) -> tuple[PlanMention, ...]:
    """Five-year plans of development and of legal education, in reading order."""
    found: list[PlanMention] = []
    for match in _plan_sites(document.text):
        quoted = match["open"] and match["close"]
        named = match["law"] or (match["word"] and not match["open"]) or _NAMED.match(document.text, match.end())
        if not (match["long"] or quoted or named):
            continue
        before = document.text[match.start() - 1 : match.start()]
        number = parse(match["long"] or match["short"])
        if number is None or before in {"第", "十", "二"}:
            continue
        at = match.end("law") if match["law"] else match.end()
        law = bool(match["law"]) or document.text.startswith(("普法", "法治宣传", "法制宣传"), at)
        value = number.value // ONE
        years = law_plan_years(value) if law else plan_years(value)
        if years and (law or value >= _OLDEST or match["long"] or match["word"]):
            kind: Literal["development", "law"] = "law" if law else "development"
            found.append(PlanMention(Span(*match.span()), kind, value, *years, match["word"] or ""))
    return tuple(found)


def _plan_sites(text: str) -> Iterator[re.Match[str]]:
    """Matches left to right; sought around 五 alone, for an expression that may begin with anything is slow."""
    done, at = 0, text.find("五")
    while at >= 0:
        match = _PLAN.compiled.search(text, max(done, at - _BEFORE_FIVE), at + _BEHIND_FIVE)
        if match and match.start() <= at < match.end():
            done = match.end()
            yield match
        at = text.find("五", max(done, at + 1))


_BEFORE_FIVE, _BEHIND_FIVE = 5, 24
_OLDEST = 6
"""“三五” and “五五” are rather something else."""


def _looking_back(document: Document) -> list[DateMention]:
    """What title, headings of the review or its first words say of its time, the first of them alone that says it."""
    text, sketch = document.text, outline(document)
    title = sketch.title or _first_line(document)
    if title:
        stop = _BACK_TITLE.search(text, title.start, title.end)
        found = _inside(dates(document), Span(title.start, stop.start())) if stop else []
        surely = sketch.title and _BACK_ANYHOW.search(text, title.start, title.end)
        if found and (surely or any(date.precision in _PARTS for date in found)):
            return found
    back = (
        heading.span
        for heading in sketch.headings
        if heading.level <= 2 and _BACK.search(text, heading.span.start, heading.span.end)  # noqa: PLR2004 - deeper ones speak of single matters
    )
    line = next(back, None)
    if line:
        stop = _BACK.search(text, line.start, line.end)
        # 2023年工作总结和2024年工作打算: what stands behind the word is no review.
        found = _inside(dates(document), Span(line.start, stop.start() if stop else line.end))
        if found:
            return found
    said = _SAID.search(text, sketch.main.start, min(sketch.main.end, sketch.main.start + _HEAD))
    inside = _inside(dates(document), Span(*said.span())) if said else []
    return inside if any(date.precision in _PARTS for date in inside) else []


def _first_line(document: Document) -> Span | None:
    """The first line, where it is as short as a title: …前三季度工作情况."""
    line = next((block.span for block in document.blocks if document.slice(block.span).strip()), None)
    short = line is not None and len(line) <= LONGEST_TITLE and not _STOP.search(document.text, line.start, line.end)
    return line if short else None


def _stretch(date: DateMention, year: int | None) -> tuple[Day, Day] | None:
    """First and last day of a mention, in the year of the review if it names none."""
    if not date.valid or (date.offset or 0) != 0:
        return None
    if date.precision == "years" and date.count is not None:
        return ((year - date.count + 1, 1, 1), (year, 12, 31)) if year is not None else None
    start, end = date.first, date.last or date.first
    first_year = start[0] or year
    last_year = end[0] or first_year
    if first_year is None or last_year is None:
        return None
    last_month = end[1] or _DECEMBER
    return (
        (first_year, start[1] or 1, start[2] or 1),
        (last_year, last_month, end[2] or days_in_month(last_year, last_month)),
    )


def _inside(mentions: Sequence[DateMention], limits: Span) -> list[DateMention]:
    return [date for date in mentions if limits.covers(date.span)]
