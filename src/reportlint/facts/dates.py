"""Dates and other words of time: 2023年7月15日, 7月, 2021—2025年, 上半年, 去年, “十四五”, 五年来."""

from __future__ import annotations

from functools import cache

from reportlint.document import Document, fact
from reportlint.facts.calendar import fault, weekday
from reportlint.facts.five_year_plans import plan_years
from reportlint.facts.numerals import parse, parse_digits
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Literal

    Precision = Literal["day", "month", "quarter", "half", "year", "plan", "years"]
    Moment = tuple[int | None, int | None, int | None]
    """Year, month, day; None for what is not said."""

_D = "0-9０-９"
_H = "零〇○一二三四五六七八九"
_YEAR = rf"(?:[12１２][{_D}]{{3}}|[一二][{_H}OoＯ]{{3}})"
_ONE = rf"(?:[{_D}]{{1,2}}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DASH = r"(?:[-—–~～－]{1,2}|[至到])"
_GAP = "[ 　]?"
_DAY = "[日号](?!起义|文件|线|楼|院|地|令|公告|决议|工程|提案|议案|建议)"
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "首": 1}
_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
_OFFSETS = {
    **dict.fromkeys(("今年", "本年", "本年度", "今年度"), 0),
    **dict.fromkeys(("去年", "上年", "上一年", "上年度", "上一年度"), -1),
    **dict.fromkeys(("明年", "来年", "下一年", "下年度", "下一年度"), 1),
    "前年": -2,
    "后年": 2,
}
_PARTS: dict[str, tuple[int, int, Precision]] = {
    "上半年": (1, 6, "half"),
    "下半年": (7, 12, "half"),
    "年初": (1, 1, "month"),
    "年末": (12, 12, "month"),
    "年底": (12, 12, "month"),
    "年中": (6, 7, "month"),
    "初": (1, 1, "month"),
    "末": (12, 12, "month"),
    "底": (12, 12, "month"),
}
_FAR_BACK = 1000
# 周一鸣 is a person and 周日均 an average: without brackets a time of day, a mark or a verb must follow.
_WEEKDAY = Pattern(
    r"[ 　]?(?:[（(][ 　]?(?:星期|礼拜|周)([一二三四五六日天])[）)]?"
    r"|[，,]?[ 　]?(?:星期|礼拜|周)([一二三四五六日天])(?=[，,。、；;：: 　）)\n上下晚早中凌召举开在至到，\-—]|$))"
)


# Where a mention can begin; the expression for mentions would take ten times as long to say no everywhere.
_SITE = Pattern(
    rf"[{_D}{_H}十两“今去明前后上下来本年第首过近最这未](?:(?<=[{_D}{_H}十两])"
    rf"(?=[{_D}{_H}十OoＯ]{{0,4}}[ 　]?[年月\-—–~～－至到./季])"
    rf"|(?<=“)(?=[十七八九])|(?<=十)(?=[一二三四]?五)|(?<=[七八九])(?=五)"
    rf"|(?<=[今去明前后上下来本年第首过近最这未])(?=[年半一二三四首末底初两去来今近五后{_D}{_H}十]))"
)


@frozen
class DateMention:
    """A date or a word of time.

    Attributes:
        span: the words, 年, 月, 日 or the weekday behind it included.
        first: year, month and day it names, or with which a range or a period begins; None for what is not said.
        last: the end of a range or of a period (上半年, “十四五”) in the same form; None for a single day or month.
        precision: the smallest part that is said; "years" is a number of years (五年来) or a range of them.
        range: whether beginning and end are both written (7月1日至3日).
        offset: of 今年, 去年, 明年… the distance to the year of the text; else None.
        count: of 五年来, 过去三年 the number of years; else None.
        weekday: 1 for Monday to 7, when one is added; else None.
        valid: whether there is such a date.
        reason: which part of it is wrong: "month", "day" or "weekday"; empty for a valid one.
    """

    span: Span
    first: Moment
    last: Moment | None
    precision: Precision
    range: bool = False
    offset: int | None = None
    count: int | None = None
    weekday: int | None = None
    valid: bool = True
    reason: str = ""

    @property
    def year(self) -> int | None:
        """The year it names or begins in."""
        return self.first[0]

    @property
    def month(self) -> int | None:
        """The month it names or begins in."""
        return self.first[1]

    @property
    def day(self) -> int | None:
        """The day it names or begins on."""
        return self.first[2]


@fact
def dates(document: Document) -> tuple[DateMention, ...]:
    """All dates and words of time in reading order; dates of the farmers' calendar and telephone numbers are none."""
    text = document.text
    found: list[DateMention] = []
    done, mention = 0, _mention().compiled
    for site in _SITE.finditer(text):
        start = site.start()
        match = mention.match(text, start) if start >= done else None
        date = _read(text, match) if match else None
        if match and date:
            found.append(date)
        done = match.end() if match else done
    return tuple(found)


@cache
def _mention() -> Pattern:
    """One expression for all forms; which one it was is told by the last group."""
    part = "[上下]半年|前[两二三]个?季度|第?[一二三四首1-4]季度?(?!节)|[初末底]"
    day = rf"(?P<d1>{_ONE}){_GAP}{_DAY}"
    return Pattern(
        # years, with what follows them
        rf"(?P<y1>(?<![{_D}{_H}.．])(?:{_YEAR}))(?:{_GAP}年(?!代|级|龄|货)(?:度)?(?:"
        rf"{_DASH}(?P<y2>{_YEAR}){_GAP}年(?:度)?(?P<years>)"
        rf"|(?P<p1>{part})(?P<part>)"
        rf"|{_GAP}(?P<m1>{_ONE}){_GAP}月(?:{_GAP}{day}(?:{_DASH}(?:(?:(?P<y4>{_YEAR})年)?(?P<m4>{_ONE})月)?(?P<d4>{_ONE})日)?(?P<ymd>)"
        rf"|份?{_DASH}(?:(?P<y3>{_YEAR})年)?(?P<m3>{_ONE})月份?(?P<ymm>)|份?(?P<ym>))"
        rf"|{_GAP}(?P<m5>{_ONE})(?:月份?)?{_DASH}(?P<m6>{_ONE})月份?(?P<yms>)|(?P<y>))"
        rf"|{_DASH}(?P<y5>{_YEAR}){_GAP}年(?:度)?(?P<yy>)"
        rf"|(?P<s>[-./／．])(?P<m7>[{_D}]{{1,2}})(?P=s)(?P<d7>[{_D}]{{1,2}})(?![{_D}.．])(?P<numeric>))"
        # months without a year
        rf"|(?<![{_D}{_H}十.．第])(?P<m8>{_ONE})(?:月份?)?{_DASH}(?P<m9>{_ONE})月份?(?!龄|{_GAP}[{_D}]{{1,2}}{_GAP}日)(?P<mm>)"
        rf"|(?<![{_D}{_H}十.．第])(?P<m10>{_ONE}){_GAP}月(?!子|亮|嫂|饼|球|薪|租|费|牙|龄)(?:{_GAP}(?P<d10>{_ONE}){_GAP}{_DAY}"
        rf"(?:{_DASH}(?:(?P<m11>{_ONE})月)?(?P<d11>{_ONE})日)?(?P<md>)|份?(?P<m>))"
        # words
        r"|(?P<relative>[今去明前后](?=年)年|(?<![比向])(?:[上下]一?年度|上一?年(?!来)|下一年|来年|本年度?))(?P<p2>"
        + part
        + r"|年[初末底])?(?P<rel>)"
        r"|(?P<p3>[上下]半年|(?<![一二三四五六七八九十])前[两二三]个?季度|第?[一二三四首]季度|年[初末底](?!的话))(?P<alone>)"
        r"|“?(?P<plan>(?:十[一二三四五]|[七八九十])五)(?:”(?!普法)|(?=规划|时期|期间))(?:规划|时期|期间)?(?P<named>)"
        rf"|(?P<turn>过去|近|最近|这|未来|今后|(?<![提学之])前)?(?P<n>(?<![{_D}{_H}十百第.．每两])(?:[{_D}]{{1,2}}|[一两三四五六七八九十]{{1,3}}))"
        r"年(?![代级龄货度底初末中终夜限制期]|规划|计划|行动)(?P<after>来|以来|间|多来)?(?P<span>)"
    )


def _read(text: str, match: re.Match[str]) -> DateMention | None:
    kind = match.lastgroup
    if kind in {"span", "rel", "named", "alone"}:
        return _word(match, kind)
    start = match.start()
    if text[max(0, start - 3) : start].endswith(("农历", "阴历", "旧历", "夏历", "腊月", "正月")):
        return None
    if kind in {"y", "yy", "years", "part"}:
        return _years(match, kind)
    return _days(text, match)


def _word(match: re.Match[str], kind: str) -> DateMention | None:
    """去年年底, 一季度, “十四五”, 五年来."""
    span = Span(*match.span())
    if kind == "rel":
        offset = _OFFSETS.get(match["relative"])
        part = _part(match["p2"]) if match["p2"] else None
        if part:
            return DateMention(span, (None, part[0], None), (None, part[1], None), part[2], offset=offset)
        return DateMention(span, (None, None, None), None, "year", offset=offset)
    if kind == "alone":
        part = _part(match["p3"])
        return DateMention(span, (None, part[0], None), (None, part[1], None), part[2])
    if kind == "named":
        number = parse(match["plan"][:-1])
        years = plan_years(number.value // 1_000_000) if number else None
        return DateMention(span, (years[0], 1, 1), (years[1], 12, 31), "plan") if years else None
    number = parse(match["n"])
    if number is None or (match["n"] in {"一", "1"} and not (match["turn"] or match["after"])):
        return None
    return DateMention(span, (None, None, None), None, "years", count=number.value // 1_000_000)


def _years(match: re.Match[str], kind: str) -> DateMention | None:
    year = _number(match["y1"])
    if year is None or year < _FAR_BACK:
        return None
    span = Span(*match.span())
    if kind == "part":
        part = _part(match["p1"])
        return DateMention(span, (year, part[0], None), (year, part[1], None), part[2])
    if kind == "y":
        return DateMention(span, (year, None, None), None, "year")
    last = _number(match["y2"] or match["y5"])
    return DateMention(span, (year, None, None), (last, None, None), "years", range=True)


def _days(text: str, match: re.Match[str]) -> DateMention | None:
    """Months and days, with or without a year, single and in ranges."""
    first: Moment = (
        _value(match.group("y1")),
        _value(*match.group("m1", "m5", "m7", "m8", "m10")),
        _value(*match.group("d1", "d7", "d10")),
    )
    month, day = _value(*match.group("m3", "m4", "m6", "m9", "m11")), _value(*match.group("d4", "d11"))
    last: Moment | None = None
    if month is not None or day is not None:
        last = (_value(*match.group("y3", "y4")) or first[0], first[1] if month is None else month, day)
    end, named = match.end(), _weekday(text, match.end()) if first[2] is not None and last is None else None
    if named:
        end = named[1]
    reason = fault(*first) or (fault(*last) if last else "")
    year, at, on = first
    if (
        not reason
        and named
        and year is not None
        and at is not None
        and on is not None
        and weekday(year, at, on) != named[0]
    ):
        reason = "weekday"
    return DateMention(
        Span(match.start(), end),
        first,
        last,
        "month" if first[2] is None else "day",
        range=last is not None,
        weekday=named[0] if named else None,
        valid=not reason,
        reason=reason,
    )


def _weekday(text: str, at: int) -> tuple[int, int] | None:
    """A weekday behind a date, in brackets or not, and where it ends."""
    match = _WEEKDAY.match(text, at, at + 9)
    return (_WEEKDAYS[match[1] or match[2]], match.end()) if match else None


def _part(written: str) -> tuple[int, int, Precision]:
    if written in _PARTS:
        return _PARTS[written]
    if written[0] == "前":
        return 1, 6 if written[1] in "两二" else 9, "quarter"
    quarter = _QUARTERS[written.removeprefix("第")[0]]
    return quarter * 3 - 2, quarter * 3, "quarter"


def _value(*written: str | None) -> int | None:
    """The one number that is written, if any."""
    for number in written:
        if number:
            return _number(number)
    return None


def _number(written: str) -> int | None:
    plain = parse_digits(written.replace("O", "0").replace("o", "0").replace("Ｏ", "0"))
    if plain is not None:
        return plain
    known = parse(written)
    return known.value // 1_000_000 if known else None
