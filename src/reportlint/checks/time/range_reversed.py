"""Ranges of time that run backwards, or are longer or shorter than is said."""

from __future__ import annotations

from bisect import bisect_left

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.calendar import day_number, days_in_month
from reportlint.facts.dates import dates
from reportlint.facts.numerals import ONE, parse
from reportlint.facts.tenses import sentence_around

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.dates import DateMention, Moment

    Bounds = tuple[int, int]

_D = "0-9０-９"
_DASH = Pattern(r"[（(]?[ 　]?(?:[-—–~～－]{1,2}|至|到)[ 　]?")
_LISTED = Pattern(r"倒序|倒排|倒推|追溯|回溯|依次|对比|相比|比较|由近及远", ("倒", "溯", "依次", "比", "由近"))
_NAMED = Pattern(r"[（(：:]?(?:即|从|自)?")
_LASTED = Pattern(r"[，,]?(?:这|的|的这)?")
_BETWEEN = Pattern(
    r"(?<![约近过多几十百第每两])(?:[0-9０-９]{1,2}|[一两三四五六七八九十]{1,3})年"
    r"(?=(?:来|间|任期|行动|计划|规划|攻坚|专项|实施|方案|提升|整治|工作|发展|内){1,5}[（(])",
    ("年来", "年间", "年任期", "年行动", "年计划", "年规划", "年攻坚", "年专项", "年实施", "年提升", "年整治"),
)
_WORDS = Pattern(r"(?:来|间|任期|行动|计划|规划|攻坚|专项|实施|方案|提升|整治|工作|发展|内){1,5}[（(]")
_LENGTH = Pattern(
    rf"(?P<cue>为期|历时|会期|期限为?|时长)(?P<about>[约近])?(?P<n>[{_D}]{{1,4}}|[一两二三四五六七八九十百]{{1,4}})(?P<half>个?半)?(?P<unit>天|日|个?星期|周|个月|年)(?![半多余])",
    ("为期", "历时", "会期", "期限", "时长"),
)
_REACH = 40
_OLDEST, _LATEST = 1900, 2100
_MONTHS, _SLIP, _SPRING, _AUTUMN = 12, 10, 2, 8
_WEEK, _MONTH, _YEAR = 7, 30.4, 365
_SLACK = 0.6


class RangeReversed(Check):
    """起止时间颠倒，或者写明的时长与起止不符。

    ## 为什么

    “2022—2021年”“9月30日至29日”止在起之前；“五年来（2019—2022年）”只有四年；9月29日至30日的会不会“为期3天”。念出来一听就错。
    依据：《党政机关公文处理工作条例》第二十条（审核时间是否准确）。跨年而不写年份的（12月至2月）、写明“次年”“翌年”的不报；
    按工作日计、首尾是否都算有两种理解的，只要有一种说得通就不报。

    ## 反例

        2022—2021年，全镇累计完成投资2亿元。

    ## 正例

        2021—2022年，全镇累计完成投资2亿元。

    ## English

    Ranges that end before they begin, and lengths that no reading of the range gives. Both ways of counting (ends
    included or not, working days or all) are allowed for;
    ranges over the turn of the year without years are left alone.
    """

    meta = Meta(
        title=Text("起止颠倒或时长不符", "Range of time reversed"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Look at each range, at two dates with a dash between, and at ranges beside a length."""
        found = dates(document)
        for index, date in enumerate(found):
            following = found[index + 1] if index + 1 < len(found) else None
            if date.range:
                yield from _reversed(document, date.span, date.first, date.last or date.first)
            elif following and _joined(document, date, following):
                span = Span(date.span.start, following.span.end)
                yield from _reversed(document, span, date.first, following.last or following.first)
            if following:
                yield from _years_beside(document, date, following)
        yield from _named_years(document)
        yield from _lengths(document)


def _joined(document: Document, one: DateMention, other: DateMention) -> bool:
    """Whether two whole dates make a range that is written out."""
    gap = document.text[one.span.end : other.span.start]
    if not _DASH.fullmatch(gap) or other.range or one.count is not None or other.count is not None:
        return False
    return one.valid and other.valid and one.precision != "plan" and other.precision != "plan"


def _reversed(
    document: Document,
    span: Span,
    first: Moment,
    last: Moment,
) -> Iterator[Finding]:
    text = document.text
    if _LISTED.search(text, max(0, span.start - 8), min(len(text), span.end + 8)) or _is_code(text, span, first, last):
        return
    severity = None
    words = text[span.start : span.end]
    # A range such as 2023年12月28日至1月3日 names one year for both ends, though the second lies in the next.
    named = words.count("年") > 1 or "月" not in words
    if first[0] is not None and last[0] is not None and (last[0] < first[0] or named):
        if _key(last, first) >= _key(first, last):
            return
    elif first[1] is not None and last[1] is not None and first[1] == last[1]:
        if first[2] is None or last[2] is None or last[2] >= first[2]:
            return
    elif _runs_nearly_a_year(first, last):
        severity = Severity.WARNING
    else:
        return
    yield Finding(
        span,
        Text(
            f"“{words}”止在起之前，请核实起止时间（跨年的请写明年份或“次年”）。",
            f"{words} ends before it begins: check both ends (name the year if it is the next).",
        ),
        severity=severity,
    )


def _key(moment: Moment, other: Moment) -> tuple[int, ...]:
    """What of a moment can be compared with another: the parts that both say."""
    found: list[int] = []
    for part, counterpart in zip(moment, other, strict=True):
        if part is None or counterpart is None:
            break
        found.append(part)
    return tuple(found)


def _is_code(
    text: str,
    span: Span,
    first: Moment,
    last: Moment,
) -> bool:
    """Whether the numbers are of a standard or a file (GB 2095—2012年版) rather than years."""
    years = [year for year in (first[0], last[0]) if year is not None]
    before = text[max(0, span.start - 3) : span.start].rstrip(" 　")
    coded = before[-1:].isascii() and before[-1:].isalnum()
    return coded or before.endswith("/") or any(not _OLDEST <= year <= _LATEST for year in years)


def _runs_nearly_a_year(first: Moment, last: Moment) -> bool:
    """Whether a range of one written year would have to run on into the next for ten months or more.

    School years and the twelve months from any month on do so in earnest.
    """
    if first[0] is None or first[1] is None or last[1] is None or last[1] >= first[1]:
        return False
    months = last[1] + _MONTHS - first[1] + 1
    return _SPRING <= first[1] < _AUTUMN and _SLIP <= months < _MONTHS


def _years_beside(document: Document, one: DateMention, other: DateMention) -> Iterator[Finding]:
    """五年来（2019—2022年） and 2019—2022年这五年."""
    gap = document.text[one.span.end : other.span.start]
    if one.count is not None and other.range and other.precision == "years":
        named, count, years = _NAMED.fullmatch(gap), one, other
        closed = named is not None and bool(gap)
    elif other.count is not None and one.range and one.precision == "years":
        named, count, years = _LASTED.fullmatch(gap), other, one
        closed = named is not None and gap not in {"，", ","}
    else:
        return
    before = document.text[count.span.start - 1 : count.span.start]
    if closed and before not in set("将约超逾") and not _is_loose(document.slice(count.span)):
        yield from _compare_years(
            document, Span(min(one.span.start, other.span.start), other.span.end), count.count, years
        )


def _is_loose(words: str) -> bool:
    return "多" in words or "余" in words


def _named_years(document: Document) -> Iterator[Finding]:
    """三年行动计划（2021—2025年）."""
    ranges = {date.span.start: date for date in dates(document) if date.range and date.precision == "years"}
    if not ranges:
        return
    for match in _BETWEEN.finditer(document.text):
        words = _WORDS.match(document.text, match.end())
        years = ranges.get(words.end()) if words else None
        number = parse(match[0][:-1])
        # 五年来（…） has been looked at already.
        if years and number and words and not _is_counted(document, match.start(), words[0]):
            span = Span(match.start(), years.span.end)
            yield from _compare_years(document, span, number.value // ONE, years)


def _is_counted(document: Document, start: int, words: str) -> bool:
    """Whether a number of years is a mention in `dates` that stands right before its brackets."""
    alone = words in {"来（", "间（", "来(", "间("}
    return alone and any(date.count and date.span.start <= start < date.span.end for date in dates(document))


def _compare_years(document: Document, span: Span, count: int | None, years: DateMention) -> Iterator[Finding]:
    first, last = years.year, years.last[0] if years.last else None
    if count is None or count < 2 or first is None or last is None or last <= first:  # noqa: PLR2004 - 一年来 is loose
        return
    if _is_code(document.text, years.span, years.first, years.last or years.first):
        return
    if count not in {last - first, last - first + 1}:
        yield Finding(
            span,
            Text(
                f"{first}年至{last}年首尾相计是{last - first + 1}年，文中为{count}年，请核实。",
                f"{first} to {last} are {last - first + 1} years, not {count}: check which is meant.",
            ),
        )


def _lengths(document: Document) -> Iterator[Finding]:
    """9月29日至30日 … 为期3天: one range and one length in a sentence."""
    text = document.text
    matches = list(_LENGTH.finditer(text))
    if not matches:
        return
    ranges = [(d.span, d.first, d.last) for d in dates(document) if d.range and d.valid and d.last]
    starts = [span.start for span, _, _ in ranges]
    for index, match in enumerate(matches):
        around = sentence_around(text, Span(*match.span()))
        near = ranges[bisect_left(starts, around.start) : bisect_left(starts, around.end)]
        beside = matches[max(0, index - 1) : index] + matches[index + 1 : index + 2]
        several = any(around.start <= other.start() < around.end for other in beside)
        if len(near) != 1 or several or match["about"] or match["half"]:
            continue
        span, first, last = near[0]
        if not _is_about(text, span, Span(*match.span())):
            continue
        bounds = _allowed(first, last, match["unit"])
        number = parse(match["n"])
        if bounds and number and not bounds[0] <= number.value // ONE <= bounds[1]:
            words = text[span.start : span.end]
            yield Finding(
                Span(*match.span()),
                Text(
                    f"“{words}”与“{match[0]}”不符，请核实起止或时长。",
                    f"{words} does not last as long as is said ({match[0]}): check dates and length.",
                ),
            )


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
        return int(days / _WEEK - 1), int(days / _WEEK + 2)
    if unit == "个月" and day is None:
        months = (last[1] or 0) - (month or 0) + _MONTHS * ((last[0] or year or 0) - (year or 0))
        return months, months + 1
    length = days / (_MONTH if unit == "个月" else _YEAR)
    return int(-(-(length - _SLACK) // 1)), int(length + _SLACK)
