"""Of which time an amount is said: the words of time before it, else the part of the report in which it stands."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from reportlint.document import Document, fact
from reportlint.facts.dates import DateMention, dates
from reportlint.facts.identity import identity
from reportlint.facts.planning import plan
from reportlint.facts.sentences import clause_of
from reportlint.text import Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reportlint.facts.quantities import Quantity

    Length = Literal["day", "month", "quarter", "half", "year", "plan", "years"]

_START = attrgetter("span.start")
_COMPARED = ("比", "较", "同", "与", "和", "对比", "高于", "低于", "超过", "自", "从", "由", "至", "到", "于")
_BACKGROUND = ("以来", "以前", "之前", "前", "同期", "相比", "起", "以后", "之后", "后", "目标", "计划", "任务")
_FARTHEST = 12
"""Words of time that are looked at: a paragraph of nothing but comparisons must not cost more for each."""


@frozen
class Time:
    """The time of an amount.

    Attributes:
        length: how long it is; "years" is several years without names (五年来).
        year: the year, or the first of several; None when it is not known.
        first_month: its first month, 1 to 12.
        last_month: its last month.
        planned: whether the amount stands in the plan, and is to be reached.
        said: whether words of time before the amount say so, and not only the part it stands in.
    """

    length: Length
    year: int | None
    first_month: int
    last_month: int
    planned: bool
    said: bool


def time_of(document: Document, quantity: Quantity) -> Time:
    """Of which time an amount is said.

    Words of time hold for what follows them in the paragraph, up to the next ones; those that something is compared
    with (比上年, 2019年以来, 年初目标) do not. Without any, an amount is of the year looked back on or planned.
    """
    planned = _is_planned(document, quantity.span.start)
    review, ahead = _years(document)
    default = ahead if planned else review
    block = document.block_at(quantity.span.start)
    start = block.span.start if block else quantity.sentence.start
    mentions = dates(document)
    last = bisect_left(mentions, quantity.span.start, key=_START)
    for index in range(last - 1, max(-1, last - 1 - _FARTHEST), -1):
        if mentions[index].span.start < start:
            break
        if mentions[index].count != 1 and not _compared(document, mentions[index]):
            return _time(mentions[index], default, planned=planned)
    half = not planned and identity(document).half_year
    return Time("half" if half else "year", default, 1, 6 if half else 12, planned, said=False)


def same_time(one: Time, other: Time) -> bool:
    """Whether two times are certainly the same stretch."""
    return (
        one.length == other.length
        and one.length not in {"years", "day"}
        and one.planned == other.planned
        and (one.year, one.first_month, one.last_month) == (other.year, other.first_month, other.last_month)
    )


@fact
def _years(document: Document) -> tuple[int | None, int | None]:
    """The year looked back on and the year planned, each told by the other when only one is named."""
    who = identity(document)
    review, ahead = who.review_year, who.plan_year
    if ahead is None and review is not None:
        ahead = review if who.half_year else review + 1
    return review, ahead


@fact
def _plan_start(document: Document) -> int | None:
    opening = plan(document)
    return opening.start if opening else None


def _is_planned(document: Document, offset: int) -> bool:
    start = _plan_start(document)
    return start is not None and offset >= start


def _compared(document: Document, mention: DateMention) -> bool:
    """Whether something is only compared with that time, or dated from it."""
    text, span = document.text, mention.span
    before = text[max(0, span.start - 2) : span.start].rstrip("了（( ")
    after = text[span.end : span.end + 3].lstrip("的")
    if before.endswith(_COMPARED) or after.startswith(_BACKGROUND) or text[span.start : span.end].endswith("以来"):
        # 五年来 spans a time; “2019年以来” and “比上年” do not say when something was counted.
        return mention.precision != "years" or mention.range
    return False


def _time(mention: DateMention, default: int | None, *, planned: bool) -> Time:
    year = mention.year
    if year is None and mention.precision != "years" and default is not None:
        year = _relative(mention.offset or 0, default, planned=planned)
    first = mention.month or 1
    if mention.last is not None and not mention.range:
        last = mention.last[1] or 12
    else:
        last = (mention.last[1] if mention.last else mention.month) or 12
    return Time(mention.precision, year, first, last, planned, said=True)


def _relative(offset: int, default: int, *, planned: bool) -> int | None:
    """今年, 去年 and 明年; a report may be given in the year it looks back on, or in the next."""
    if planned:
        return default if offset >= 0 else default + offset
    return None if offset < 0 else default + offset


def clause_after(document: Document, quantity: Quantity, longest: int = 12) -> str:
    """Words behind an amount up to the end of its clause, cut to so many characters: they may say what is counted."""
    start = quantity.span.end
    end = clause_of(document, Span(start - 1, start)).end
    return document.text[start : min(end, start + longest)]
