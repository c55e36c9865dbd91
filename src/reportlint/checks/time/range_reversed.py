"""Ranges of time that run backwards, or are longer or shorter than is said."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Related, Severity, Span, Text
from reportlint.facts.dates import dates
from reportlint.facts.lengths import wrong_lengths
from reportlint.facts.numerals import ONE, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.dates import DateMention, Moment

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
_BEGUN = Pattern(
    r"(?:正式|全面)?(?:开工(?:建设)?|动工(?:建设|修建)?|启动(?:建设|实施)?|开始(?:建设|施工|实施)|奠基|破土动工)[，、](?:并|已|预计|计划)?(?:于|在)?"
)
_ENDED = Pattern(
    r"(?:正式|全面|全部|顺利|如期|主体|基本)?(?:竣工|建成|完工|投产|投入(?:使用|运营)|通车|交付|验收|结束|完成(?=[，。；、]|并|建设|施工|验收))"
)
_SCHOOL = Pattern(r"学年|学期|学校|学生|教学|秋冬|冬春|跨年")
_IN_YEAR = Pattern(rf"(?:[今去本当前]年|[12][{_D}]{{3}}年度?|本年度)(?:以来)?[，,的从自]{{0,3}}$")
_REACH, _NEAR = 40, 12
_OLDEST, _LATEST = 1900, 2100
_MONTHS, _SLIP, _SPRING, _AUTUMN = 12, 10, 2, 8


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
            if following and date.valid and following.valid:
                yield from _finished_first(document, date, following)
            if following:
                yield from _years_beside(document, date, following)
        yield from _named_years(document)
        for dated, length in wrong_lengths(document):
            words, said = document.slice(dated), document.slice(length)
            yield Finding(
                length,
                Text(
                    f"“{words}”与“{said}”不符，请核实起止或时长。",
                    f"{words} does not last as long as is said ({said}): check dates and length.",
                ),
                related=(Related(dated, Text("起止时间", "the dates")),),
            )


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
    elif _runs_nearly_a_year(text, span, first, last):
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


def _finished_first(document: Document, one: DateMention, other: DateMention) -> Iterator[Finding]:
    """2022年5月开工，2021年12月竣工."""
    text = document.text
    if one.year is None or other.year is None or one.range or other.range or one.count is not None:
        return
    if other.year > one.year or _key(other.first, one.first) >= _key(one.first, other.first):
        return
    if _BEGUN.fullmatch(text, one.span.end, other.span.start) and _ENDED.match(text, other.span.end):
        yield Finding(
            other.span,
            Text(
                f"“{document.slice(other.span)}”在“{document.slice(one.span)}”之前，止在起之前，请核实。",
                f"{document.slice(other.span)} is before {document.slice(one.span)}: it ends before it begins.",
            ),
            related=(Related(one.span, Text("起始时间", "the beginning")),),
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


def _runs_nearly_a_year(text: str, span: Span, first: Moment, last: Moment) -> bool:
    """Whether a range of one written year would have to run on into the next for ten months or more.

    School years and the twelve months from any month on do so in earnest.
    """
    if first[1] is None or last[1] is None or last[1] >= first[1]:
        return False
    months = last[1] + _MONTHS - first[1] + 1
    if first[0] is None:
        # 今年5月至4月: who counts on into the next year says 明年.
        named = _IN_YEAR.search(text, max(0, span.start - _NEAR), span.start)
        return named is not None and months >= _SLIP and not _SCHOOL.search(text, span.start, span.end + _REACH)
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
