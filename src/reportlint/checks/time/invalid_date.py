"""Dates that no calendar knows, and weekdays that are not theirs."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.calendar import days_in_month, fault, weekday
from reportlint.facts.dates import dates
from reportlint.facts.numerals import parse_digits
from reportlint.facts.outline import outline
from reportlint.facts.report_parts import anchored_years
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.dates import DateMention

_D = "0-9０-９"
_HAN_WEEKDAYS = "一二三四五六日"
_EN_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OTHER_CALENDAR = Pattern(
    r"[农阴旧夏藏彝傣回苗侗瑶]历|伊斯兰历|[腊正冬]月|初[一二三四五六七八九十]|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|民国",
    ("历", "腊月", "正月", "冬月", "初", "年", "民国"),
)
_MASKED = "XxＸｘ×*＊_＿○□?？.．-－/／"
_DASHES = "-－"
_MONTH_BEFORE = Pattern(r"(?:[，。；：、！？（(\n于在自从至到]|[今去明前本]年|年度|上?半年|季度)$")
_MONTH_AFTER = Pattern(r"份|[上中下]旬|[底初末]|[，。、；）)]|召开|举办|开展")
_MORE_DAYS = Pattern(rf"(?:[、和及与][ 　]?[{_D}]{{1,2}}日){{1,8}}")
_DAY = Pattern(rf"([{_D}]{{1,2}})日")
_PART = frozenset(("", "的", "（", "(", "（即", "(即", "，即"))
# Read from its middle, where there is something rare to look for.
_CLOCK = Pattern(
    rf"[时点:：](?<=[{_D}].)(?:(?P<minute>[{_D}]{{1,2}})分|(?P<colon>(?<=[:：])[{_D}]{{2}})(?![{_D}:：])"
    rf"|(?<=时)(?:(?<=[日午晚][{_D}]{{2}}时)|(?<=晚上[{_D}]{{2}}时))(?![间段期长候节])|(?<=[时点])(?:(?=许|整|至|[-—~～]|召开|举行|开始|集合|前|起)|$))",
    ("时", "点", ":", "："),
)
_HOUR = Pattern(rf"(?:[日午上晚晨]|[午日晚][） ])([{_D}]{{1,2}})$")
_HOURS, _MINUTES, _MONTHS, _LONGEST = 24, 59, 12, 31
_NEAR = 24


class InvalidDate(Check):
    """日期不存在，或者星期、季度与日期不符。

    ## 为什么

    2月30日、6月31日、13月在历法上没有；写明的星期与日期不符，会让人按错误的日子赴会；“上半年（1—7月）”月份超出所说的时段。
    依据：《党政机关公文处理工作条例》第二十条（审核时间是否准确）；GB/T 7408 日期表示法。
    年份按就近的年份推定，推不准的不报；农历、藏历等历法的日期不查，被遮盖的数字不查。

    ## 反例

        2023年6月31日，召开镇人大主席团会议。

    ## 正例

        2023年6月30日，召开镇人大主席团会议。

    ## English

    Days and months that do not exist, weekdays that do not belong to their date (the message names the right one),
    months outside the half-year or quarter they are put in, and times of day past 24 hours or 59 minutes. A year that
    is not written is taken from the nearest one where only one is possible. Dates of the farmers' calendar are left
    alone.
    """

    meta = Meta(
        title=Text("日期不存在或星期不符", "Impossible date"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Look at each date on its own, then at each with the next, then at times of day."""
        found = dates(document)
        years = anchored_years(document) if any(_needs_year(date) for date in found) else ()
        for index, date in enumerate(found):
            finding = _impossible(document, date) or _in_its_year(date, years[index] if years else None)
            yield from [finding] if finding else _later_days(document, date)
            if index + 1 < len(found):
                yield from _outside_part(document, date, found[index + 1])
        yield from _clock(document)


def _needs_year(date: DateMention) -> bool:
    return date.year is None and (date.weekday is not None or (date.month, date.day) == (2, 29))


def _impossible(document: Document, date: DateMention) -> Finding | None:
    """A date that is wrong in itself."""
    if date.valid or _is_spared(document, date):
        return None
    if date.reason == "weekday":
        return _wrong_weekday(date, date.year)
    wrong = date.first if fault(*date.first) else date.last or date.first
    year, month, day = wrong
    if date.reason == "month":
        return Finding(
            date.span,
            Text(f"没有{month}月：一年只有12个月，请核实月份。", f"There is no month {month}: check the month."),
        )
    return _wrong_day(date.span, year, month, day)


def _wrong_day(span: Span, year: int | None, month: int | None, day: int | None) -> Finding:
    if month is None:
        return Finding(span, Text(f"没有{day}日这一天，请核实日期。", f"There is no day {day}: check the date."))
    longest = days_in_month(year, month)
    in_year = f"{year}年" if year and month == 2 else ""  # noqa: PLR2004 - only February depends on the year
    return Finding(
        span,
        Text(
            f"{in_year}{month}月只有{longest}天，没有{day}日，请核实日期。",
            f"Month {month}{f' of {year}' if in_year else ''} has {longest} days, not {day}: check the date.",
        ),
    )


def _wrong_weekday(date: DateMention, year: int | None) -> Finding | None:
    if year is None or date.month is None or date.day is None:
        return None
    right = weekday(year, date.month, date.day)
    return Finding(
        date.span,
        Text(
            f"{year}年{date.month}月{date.day}日是星期{_HAN_WEEKDAYS[right - 1]}，请核实日期或星期。",
            f"{year}-{date.month:02}-{date.day:02} is a {_EN_WEEKDAYS[right - 1]}: check the date or the weekday.",
        ),
    )


def _in_its_year(date: DateMention, year: int | None) -> Finding | None:
    """A date that is wrong in the year it must be of."""
    if not date.valid or year is None or not _needs_year(date) or date.month is None or date.day is None:
        return None
    if fault(year, date.month, date.day):
        return _wrong_day(date.span, year, date.month, date.day)
    if date.weekday and weekday(year, date.month, date.day) != date.weekday:
        return _wrong_weekday(date, year)
    return None


def _is_spared(document: Document, date: DateMention) -> bool:
    """Whether a wrong date may be none: of another calendar, half hidden, a number of months, part of a code."""
    text, start, end = document.text, date.span.start, date.span.end
    before = text[max(0, start - _NEAR) : start]
    clause = before[max(before.rfind(mark) for mark in "。；\n") + 1 :]
    if _OTHER_CALENDAR.search(clause) or _OTHER_CALENDAR.match(text, end + 1, end + 4):
        return True
    if date.year is not None:
        before = (
            before.rstrip(_DASHES) if before.rstrip(_DASHES)[-1:] in {"", "\n"} else before
        )  # --2023年1月5日在…会议上
    if before.rstrip(" 　")[-1:].isdigit() or before[-1:] in _MASKED or in_zone(document, date.span):
        return before[-1:] != ""
    if date.year is not None and not any(mark in text[start:end] for mark in "年月"):
        return _is_code(document, date)
    bare = date.year is None and date.day is None
    return (
        date.reason == "month" and bare and not (_MONTH_BEFORE.search(before or "\n") and _MONTH_AFTER.match(text, end))
    )


def _is_code(document: Document, date: DateMention) -> bool:
    """Whether 2023-15-32 may number something; a date in a signature does not."""
    text, start, end = document.text, date.span.start, date.span.end
    if any(line.covers(date.span) for line in outline(document).signature):
        return False
    alone = not text[start - 1 : start].isalnum() or "\u4e00" <= text[start - 1 : start] <= "\u9fff"
    month, day = date.month or 0, date.day or 0
    looks = 1 <= month <= _MONTHS and 1 <= day <= _LONGEST
    return not (alone and looks and text[end : end + 1] not in {"-", "号", "—"})


def _later_days(document: Document, date: DateMention) -> Iterator[Finding]:
    """Days that follow without their month: 6月29日、30日、31日."""
    last = date.last or date.first
    if last[2] is None or last[1] is None or not date.valid:
        return
    match = _MORE_DAYS.match(document.text, date.span.end)
    if match is None or _is_spared(document, date):
        return
    for day in _DAY.finditer(document.text, *match.span()):
        number = parse_digits(day[1])
        if number is not None and fault(last[0], last[1], number):
            yield _wrong_day(Span(*day.span()), last[0], last[1], number)


def _outside_part(document: Document, part: DateMention, months: DateMention) -> Iterator[Finding]:
    """Months outside the half-year or quarter they explain: 上半年（1—7月）."""
    if part.precision not in {"half", "quarter"} or part.last is None or months.month is None or not months.valid:
        return
    gap = document.text[part.span.end : months.span.start]
    last = (months.last or months.first)[1] or months.month
    written = document.text[months.span.end - 1] in "月份日号）)"
    if gap not in _PART or not written or months.year not in {None, part.year} or last < months.month:
        return
    first, final = part.first[1] or 1, part.last[1] or _MONTHS
    if months.month < first or last > final:
        name = document.slice(part.span)
        yield Finding(
            Span(part.span.start, months.span.end),
            Text(
                f"“{name}”是{first}—{final}月，与“{document.slice(months.span)}”不符，请核实时段或月份。",
                f"{name} has the months {first} to {final}, not {document.slice(months.span)}: check which is meant.",
            ),
        )


def _clock(document: Document) -> Iterator[Finding]:
    """Times of day that no clock shows."""
    for match in _CLOCK.finditer(document.text):
        hour = _HOUR.search(document.text, max(0, match.start() - 4), match.start())
        minute = match["minute"] or match["colon"] or "0"
        if hour and ((parse_digits(hour[1]) or 0) > _HOURS or (parse_digits(minute) or 0) > _MINUTES):
            span = Span(hour.start(1), match.end())
            yield Finding(
                span,
                Text(
                    f"没有“{document.slice(span)}”这个时刻：时不超过24，分不超过59，请核实。",
                    f"No clock shows {document.slice(span)}: hours end at 24 and minutes at 59.",
                ),
            )
