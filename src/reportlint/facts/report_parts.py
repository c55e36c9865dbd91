"""The part of a report that looks back and the part that looks ahead."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reportlint.document import Document, fact
from reportlint.facts.dates import dates
from reportlint.facts.outline import outline
from reportlint.facts.periods import document_date, reported_period
from reportlint.facts.planning import plan
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.dates import DateMention
    from reportlint.facts.periods import Period

_NEXT = Pattern(r"上半年|下半年|季度|[0-9０-９]月|全年|[0-9]{4}年")
_TOP = 2
_YEAR = (1, 1)
_YEAR_END = (12, 31)


@fact
def looking_back(document: Document) -> Span:
    """From behind the title to the plan; to the end of the report when nothing opens a plan."""
    sketch, ahead = outline(document), plan(document)
    start = max(sketch.main.start, sketch.front.end)
    return Span(start, max(start, ahead.start if ahead else sketch.main.end))


@fact
def looking_ahead(document: Document) -> Span | None:
    """From the words that open the plan to the end of the report, or None without a plan."""
    main, ahead = outline(document).main, plan(document)
    return Span(ahead.start, max(ahead.start, main.end)) if ahead else None


@fact
def of_period(document: Document) -> Span:
    """The part that looks back on the reported period; ends before a heading that names another time."""
    back, period = looking_back(document), reported_period(document)
    if period is None:
        return back
    evidence, start = period.evidence, back.start
    headings = [heading for heading in outline(document).headings if heading.level <= _TOP]
    for heading in headings:
        if evidence and heading.span.covers(evidence):
            start = heading.span.start
    found = dates(document)
    starts = [date.span.start for date in found]
    for heading in headings:
        at = heading.span
        if at.start > start and back.covers(at) and _NEXT.search(document.text, at.start, at.end):
            near = found[bisect_left(starts, at.start) : bisect_right(starts, at.end)]
            named = [date for date in near if at.covers(date.span)]
            if not named or not all(_is_within(date, period) for date in named):
                return Span(start, at.start)
    return Span(start, max(start, back.end))


def _is_within(date: DateMention, period: Period) -> bool:
    """Whether a mention names nothing outside a period, as far as it says."""
    first, last = date.first, date.last or date.first
    begin = (first[0] or period.first[0], first[1] or 1)
    end = (last[0] or period.last[0], last[1] or period.last[1])
    return period.first[:2] <= begin and end <= period.last[:2]


@fact
def is_partial(document: Document) -> bool:
    """Whether title or heading of the review say that it looks back on a part of a year only: 上半年, 一季度."""
    period = reported_period(document)
    return period is not None and (period.first[1:], period.last[1:]) != (_YEAR, _YEAR_END)


@fact
def anchored_years(document: Document) -> tuple[int | None, ...]:
    """The year of each mention in `dates`, in the same order; None where the text leaves it open.

    A mention without a year takes that of the words it follows on (去年9月), else the nearest one before it in its
    paragraph, if only one year was named there; and in a review of a single year without any, that year. 今年 is the
    year of the report's date, or of a half-year report.
    """
    period = reported_period(document)
    back, found = of_period(document), list[int | None]()
    single = period.first[0] if period and period.first[0] == period.last[0] else None
    base = _this_year(document)
    block, known, end = None, set[int | None](), -1
    for mention in dates(document):
        here = document.block_at(mention.span.start)
        if here is not block:
            block, known = here, set()
        if mention.year is not None:
            known.add(mention.year if mention.last is None or mention.last[0] == mention.year else None)
            found.append(mention.year)
        elif mention.offset is not None:
            year = base + mention.offset if base is not None else None
            known.add(year)
            found.append(year)
        elif found and mention.span.start == end:
            found.append(found[-1])
        elif mention.precision == "years":
            known.update({None} if mention.count != 1 else ())
            found.append(None)
        elif known:
            found.append(next(iter(known)) if len(known) == 1 else None)
        else:
            found.append(single if back.covers(mention.span) else None)
        end = mention.span.end
    return tuple(found)


def _this_year(document: Document) -> int | None:
    """The year a report calls 今年, where only one is possible."""
    date, period = document_date(document), reported_period(document)
    if period and is_partial(document) and period.first[0] == period.last[0]:
        return period.first[0]
    return date.year if date else None
