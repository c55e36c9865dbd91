"""Lengths of time that stand beside dates which are longer or shorter: 9月29日至30日 … 为期3天."""

from __future__ import annotations

from bisect import bisect_left

from reportlint.document import Document, fact
from reportlint.facts.calendar import day_number, days_in_month
from reportlint.facts.dates import dates
from reportlint.facts.numerals import ONE, parse, parse_digits
from reportlint.facts.tenses import sentence_around
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from reportlint.facts.dates import Moment

    Bounds = tuple[int, int]
    Wrong = tuple[Span, Span]
    """The dates, and the length said of them."""

_D = "0-9０-９"
_LENGTH = Pattern(
    rf"(?:为期|历时|历经|耗时|会期|期限为?|时长|工期为?|用)了?(?P<about>[约近])?(?P<n>[{_D}]{{1,3}}|[一两二三四五六七八九十百]{{1,4}})"
    r"(?P<half>个?半)?(?P<unit>天|日|个?星期|周|个月|年)(?![半多余])",
    ("为期", "历时", "历经", "耗时", "会期", "期限", "时长", "工期", "时间"),
)
_USED = Pattern(r"的?时间")
_BARE_DAYS = Pattern(
    rf"(?<![{_D}月])(?:(?P<m1>[{_D}]{{1,2}})月)?(?P<first>[{_D}]{{1,2}})日(?P<opens>[^，。；、\n{_D}]{{0,6}})[、，](?:至|到|于)?(?:(?P<m2>[{_D}]{{1,2}})月)?(?P<last>[{_D}]{{1,2}})日"
    r"[^，。；、\n]{0,6}(?:结束|结业|闭幕|闭会|收官|落幕|返回|返程|结课|结营|完成)[，、]$"
)
_OPENS = Pattern(r"开班|开始|开幕|启动|出发|开课|开营|召开|举行|起")
_REACH = 40
_MONTHS = 12
_WEEK, _MONTH, _YEAR = 7, 30.4, 365
_SLACK = 0.6
_WORKDAYS = 5


@fact
def wrong_lengths(document: Document) -> tuple[Wrong, ...]:
    """Dates and the length that does not fit them, in reading order of the lengths.

    Days may be counted with or without the first, and with or without weekends.
    """
    return tuple(_lengths(document))


def _lengths(document: Document) -> Iterator[Wrong]:
    """9月29日至30日 … 为期3天: one range and one length in a sentence."""
    text = document.text
    matches = [match for match in _LENGTH.finditer(text) if match[0][0] != "用" or _USED.match(text, match.end())]
    if not matches:
        return
    ranges = [(d.span, d.first, d.last) for d in dates(document) if d.range and d.valid and d.last]
    starts = [span.start for span, _, _ in ranges]
    for index, match in enumerate(matches):
        around = sentence_around(text, Span(*match.span()))
        near = ranges[bisect_left(starts, around.start) : bisect_left(starts, around.end)]
        beside = matches[max(0, index - 1) : index] + matches[index + 1 : index + 2]
        if not near:
            yield from _between_days(document, match)
        several = any(around.start <= other.start() < around.end for other in beside)
        if len(near) != 1 or several or match["about"] or match["half"]:
            continue
        span, first, last = near[0]
        if not _is_about(text, span, Span(*match.span())):
            continue
        bounds = _allowed(first, last, match["unit"])
        number = parse(match["n"])
        # 用三天时间 may be three days of a week that is named.
        least = 0 if match[0][0] == "用" else bounds[0] if bounds else 0
        if bounds and number and not least <= number.value // ONE <= bounds[1]:
            yield span, Span(*match.span())


def _between_days(document: Document, match: re.Match[str]) -> Iterator[Wrong]:
    """培训班于12日开班、16日结束，为期七天: days without a month."""
    if match["unit"] not in {"天", "日"} or match["about"] or match["half"]:
        return
    days = _BARE_DAYS.search(document.text, max(0, match.start() - _REACH), match.start())
    number = parse(match["n"])
    if days is None or number is None or not _OPENS.search(days["opens"]) or days["m2"] not in {None, days["m1"]}:
        return
    first, last = parse_digits(days["first"]), parse_digits(days["last"])
    if first is None or last is None or first > last:
        return
    bounds = _in_units(last - first + 1, (None, None, first), (None, None, last), "天")
    if bounds and not bounds[0] <= number.value // ONE <= bounds[1]:
        yield Span(days.start(), max(days.end("last") + 1, days.end() - 1)), Span(*match.span())


def _is_about(text: str, dates_span: Span, length: Span) -> bool:
    """Whether a length beside a range is that of the range: no other matter comes between them."""
    if length.end <= dates_span.start:
        between = text[length.end : dates_span.start]
        return len(between) <= _REACH and not any(mark in between for mark in "，,")
    between = text[dates_span.end : length.start]
    commas = [index for index, mark in enumerate(between) if mark in "，,"]
    return len(between) <= _REACH and all(index in {0, len(between) - 1} for index in commas)


def _allowed(first: Moment, last: Moment, unit: str) -> Bounds | None:
    """The least and the greatest number of a unit that some way of counting gives."""
    year, month, day = first
    final = last[0] if last[0] is not None else year
    if month is None or last[1] is None:
        whole = unit == "年" and year is not None and final is not None and final > year
        return (final - year, final - year + 1) if whole and year is not None and final is not None else None
    begin = day_number(year or 2023, month, day or 1)
    finish = day_number(final or year or 2023, last[1], last[2] or days_in_month(final, last[1]))
    days = finish - begin + 1
    return _in_units(days, first, last, unit) if days > 0 else None


def _in_units(days: int, first: Moment, last: Moment, unit: str) -> Bounds | None:
    year, month, day = first
    if unit in {"天", "日"}:
        return (max(1, days - 2 * ((days + 5) // _WEEK)), days) if day is not None else None
    if unit in {"周", "星期", "个星期"}:
        return int(days / _WEEK - 1), min(int(days / _WEEK + 2), (days + 1) // _WORKDAYS)
    if unit == "个月" and day is None:
        months = (last[1] or 0) - (month or 0) + _MONTHS * ((last[0] or year or 0) - (year or 0))
        return months, months + 1
    length = days / (_MONTH if unit == "个月" else _YEAR)
    return int(-(-(length - _SLACK) // 1)), int(length + _SLACK)
