"""The year a sentence speaks of, and the days between which a report was written."""

from __future__ import annotations

from bisect import bisect_left

from reportlint.document import Document, fact
from reportlint.facts.compilation import members
from reportlint.facts.dates import DateMention, dates
from reportlint.facts.identity import identity
from reportlint.facts.outline import outline
from reportlint.facts.periods import document_date, reported_period
from reportlint.facts.planning import plan
from reportlint.facts.report_parts import looking_ahead
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    Day = tuple[int, int, int]
    """Year, month, day."""

_STOPS = "。！？；;!?\n"
_REACH = 300
_NEXT_YEAR = ("明年", "来年", "下一年度")
_LAST_YEAR = ("去年", "上年")
_MASKED = Pattern(r"(?:20)?[_Xx×*＊○某]{1,4}年", ("_", "X", "x", "×", "*", "＊", "○", "某"))
_LEAD = Pattern(
    r"[ 　\t]{0,8}(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[是、]|[0-9]{1,2}[.．、])?"
    r"(?:各位代表[，！]|同志们[，！])?(?:在|——)?"
)
_ATTRIBUTE = "的工预决度各目计任第（("
_NEW_YEAR = ("新的一年", "新一年")
_OPEN_AFTER = ("以来", "起", "之后", "以后", "后", "至", "到", "开始", "之前", "以前", "前")
_FROM_ON = ("以来", "起", "之后", "以后", "开始")
_OPEN_BEFORE = ("自", "从", "自从", "到", "至", "截至", "早在")
_COMPARED = ("较", "比", "超", "较之", "相比")
_TERM_WORDS = (
    "五年来",
    "四年来",
    "三年来",
    "几年来",
    "过去五年",
    "过去的五年",
    "五年间",
    "换届以来",
    "任期",
    "五年工作",
)
_TERM_LENGTH = 5
_AUTUMN, _SUMMER = 10, 6


@frozen
class NamedYear:
    """A year that a sentence names before some place in it.

    Attributes:
        span: the words: 2022年, 今年.
        year: the year they mean, or None when that cannot be told (今年 of a report without a date, 20_年, 五年来).
        month: the month, if it is named with the year.
        explicit: whether the year is written out.
        leading: whether the sentence begins with it, so that all of it is about that year.
        since: of 2018年以来 the year it begins with, else None.
    """

    span: Span
    year: int | None
    month: int | None
    explicit: bool
    leading: bool = False
    since: int | None = None


@fact
def writing_time(document: Document) -> tuple[Day, Day] | None:
    """First and last day on which the report may have been written or given; None when nothing tells."""
    if len(members(document)) > 1:
        return None
    who, date = identity(document), document_date(document)
    review, ahead = who.review_year, who.plan_year
    if date and date.year and date.month and date.day:
        day = (date.year, date.month, date.day)
        fits = review is None or date.year in {review, review + 1}
        return (day, day) if fits else None
    if review is None or not who.report or (not who.half_year and (ahead or review + 1) != review + 1):
        return None
    if who.half_year:
        return (review, _SUMMER, 1), (review, _AUTUMN, 31)
    return (review, 1 if _may_be_given_in(document) else _AUTUMN, 1), (review + 1, _SUMMER, 30)


@fact
def _may_be_given_in(document: Document) -> bool:
    """Whether a year stands in the title alone, and may be that of the session: 青石镇2022年人大工作报告."""
    who, sketch = identity(document), outline(document)
    if who.plan_year is not None or who.half_year or sketch.title is None or "报告" not in document.slice(sketch.title):
        return False
    return not any(str(who.review_year) in heading.title for heading in sketch.headings)


def named_year(document: Document, at: int) -> NamedYear | None:
    """The last year that is named in the sentence before offset `at`; None when there is none.

    Years of comparisons (较2020年), of titles (《…2021年决算》) and of brackets that are closed again are passed over.
    """
    text = document.text
    low = max(0, at - _REACH)
    low = max(low, *(text.rfind(stop, low, at) + 1 for stop in _STOPS))
    known = dates(document)
    index = bisect_left(known, at, key=lambda date: date.span.start)
    found: NamedYear | None = None
    while index and found is None and known[index - 1].span.start >= low:
        index -= 1
        if known[index].span.end <= at and not _aside(text, low, known[index].span, at):
            found = _named(document, known[index])
            if found and _LEAD.fullmatch(text, low, found.span.start):
                found = replace(found, leading=text[found.span.end : found.span.end + 1] not in _ATTRIBUTE)
    start = found.span.end if found else low
    for word in _NEW_YEAR:
        place = text.rfind(word, start, at)
        if place >= 0:
            ahead = identity(document).plan_year if in_plan(document, place) else None
            return NamedYear(Span(place, place + len(word)), ahead, None, explicit=False)
    masked = _MASKED.search(text, start, at)
    return NamedYear(Span(*masked.span()), None, None, explicit=True) if masked else found


def years_spoken_of(document: Document, at: int) -> tuple[int, int] | None:
    """First and last year that the words at an offset can be about; None when nothing tells.

    The year the sentence begins with; else those of the part (the period looked back on, or the year planned), and any
    other year that is named.
    """
    named, part = named_year(document, at), part_years(document, at)
    if named is None:
        return part
    if named.year is None:
        return None
    if named.leading or not named.explicit:
        return named.year, named.year
    return (min(named.year, part[0]), max(named.year, part[1])) if part else None


def part_years(document: Document, at: int) -> tuple[int, int] | None:
    """First and last year that the part of the report at an offset speaks of; None when nothing tells."""
    written = writing_time(document)
    if written is None:
        return None
    first, last = written[0][0], written[1][0]
    period, who, ahead = reported_period(document), identity(document), plan(document)
    if ahead and at >= ahead.start:
        if who.half_year:
            return first, last
        far = "五" in document.slice(ahead) or "时期" in document.slice(ahead)
        year = who.plan_year or (who.review_year + 1 if who.review_year is not None else None)
        return (min(year, first), year + 5 if far else year) if year is not None else (first, last + 1)
    past = _TERM_LENGTH if _tells_of_term(document) else 0
    if period is None or (_may_be_given_in(document) and document_date(document) is None):
        return first - 1 - past, last
    return period.first[0] - past, max(period.last[0], last) if ahead is None else period.last[0]


@fact
def _tells_of_term(document: Document) -> bool:
    """Whether the review may reach back over several years: 五年来, 换届以来."""
    return any(word in document.text for word in _TERM_WORDS)


def in_plan(document: Document, at: int) -> bool:
    """Whether an offset lies in the part that looks ahead."""
    ahead = looking_ahead(document)
    return ahead is not None and ahead.start <= at < ahead.end


def _aside(text: str, low: int, span: Span, at: int) -> bool:
    """Whether a year is no subject of the sentence: compared with, in a title, or in brackets closed before `at`."""
    if text.endswith(_COMPARED, low, span.start) or text.startswith("相比", span.end):
        return True
    for opening, closing in (("《", "》"), ("（", "）"), ("(", ")")):
        place = text.rfind(opening, low, span.start)
        if place >= 0 and text.find(closing, place, span.start) < 0 and text.find(closing, span.end, at) >= 0:
            return True
    return False


def _named(document: Document, date: DateMention) -> NamedYear | None:
    """What a mention says of the year; None for those that say nothing of it."""
    text, span = document.text, date.span
    if date.precision == "plan":
        return None
    if date.offset is not None:
        return NamedYear(span, _relative(document, span.start, date.offset), None, explicit=False)
    if date.precision == "years" or date.range:
        if date.count == 1 and text[span.start : span.start + 2] in {"过去", "一年"}:
            return NamedYear(span, identity(document).review_year, None, explicit=False)
        counted = date.count is not None and span.end - span.start <= 3  # noqa: PLR2004 - 五年, 10年 are lengths
        return None if counted else NamedYear(span, None, None, explicit=date.count is None)
    if date.year is None:
        return None
    is_open = (
        "以来" in text[span.end : span.end + 5]
        or text.startswith(_OPEN_AFTER, span.end)
        or text.endswith(_OPEN_BEFORE, 0, span.start)
    )
    since = date.year if text.startswith(_FROM_ON, span.end) else None
    return NamedYear(span, None if is_open else date.year, date.month, explicit=True, since=since)


def _relative(document: Document, at: int, offset: int) -> int | None:
    """The year 今年, 去年 and 明年 mean, where only one is possible."""
    base = _this_year(document, at)
    return base + offset if base is not None else None


def _this_year(document: Document, at: int) -> int | None:
    """The year that is 今年 at an offset.

    A report that looks back on 2023 and plans 2024 may be written in December or in January. Its own date tells; else
    its plan does: one that speaks of 明年 is written in the old year, another in the new one.
    """
    if len(members(document)) > 1:
        return None
    who, date = identity(document), document_date(document)
    review, ahead = who.review_year, who.plan_year
    if who.half_year:
        return review if date is None or date.year == review else None
    planned = in_plan(document, at)
    if date and date.year is not None:
        # A text written in December may be dated in January.
        new = review is not None and date.year == review + 1
        unsure = new and (not planned if "去年" not in document.text else False)
        return None if unsure or (review is not None and date.year not in {review, review + 1}) else date.year
    if review is None or (ahead or review + 1) != review + 1 or _may_be_given_in(document) or not who.report:
        return None
    text, place = document.text, plan(document)
    start = place.start if place else len(text)
    if planned:
        says_next = any(text.find(word, start) >= 0 for word in _NEXT_YEAR)
        return review if says_next else review + 1
    says_last = any(text.find(word, 0, start) >= 0 for word in _LAST_YEAR)
    return None if says_last else review
