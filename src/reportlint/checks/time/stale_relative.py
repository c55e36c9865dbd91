"""Words of time that lean on nothing, or on the wrong thing."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Related, Severity, Span, Text
from reportlint.facts.compilation import members
from reportlint.facts.identity import identity
from reportlint.facts.masks import masks
from reportlint.facts.outline import outline
from reportlint.facts.part_of_year import months_reported
from reportlint.facts.periods import document_date, reported_period
from reportlint.facts.report_parts import is_partial, looking_ahead, looking_back, of_period
from reportlint.facts.tenses import promises

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_STOPS = "。！？!?\n"
_OPENERS = (
    "\n",
    "，",
    "。",
    "；",
    "：",
    "、",
    "！",
    "？",
    "（",
    "(",
    ",",
    ";",
    ":",
    " ",
    "　",
    "回顾",
    "总结",
    "回首",
    "回望",
    "盘点",
)
_OF = "(?=[，,]|的?(?:工作|成绩|成效|实践|努力|奋斗|发展|履职|探索|经历|拼搏|历程)|[，,])"
_A_YEAR = Pattern(
    rf"(?:这?一年(?:多)?(?:以)?来|(?:在?过去的?|这)一年(?:来|里|中|间|时间)?|全年(?:以)?来){_OF}", ("一年", "全年")
)
_HALF_YEAR = Pattern(rf"(?:这?半年(?:多)?(?:以)?来|(?:过去的?|这)半年(?:来|里|中|间)?){_OF}", ("半年",))
_YEAR_BY_YEAR = Pattern(r"(?:逐年|年年)(?![^，。；]{0,4}的)", ("逐年", "年年"))
_MANY_YEARS = Pattern(
    r"[二两三四五六七八九十几多][年]|历年|近年|连年|十[一二三四五]五|以来|自[0-9]{4}年|[0-9]{4}[年]?[—–-]"
)
_ONE_YEAR = Pattern(
    r"(?<![十百近])(?:一年(?:以)?来|(?:过去的?|这)一年(?!来|一)(?:里|中|间)?|一年(?:里|中)|本年度)", ("一年", "本年度")
)
_LONG_AGO = Pattern(r"[与同跟比较]$|开工$|实施$|成立$|启动$|运行$|试点$|任职$")
_FIVE = Pattern(r"(?:过去的?五年|五年来)(?=[，,])", ("五年",))
_TERM = Pattern(
    r"换届|本届|[一二三四五六七八九十]届[^中]|任期|“十[一二三四五]五”|五年规划|五年工作", ("届", "任期", "五年", "五”")
)
_LAST_YEAR = Pattern(r"(?<![较比同与])(?:去年|上年)(?!同期|同比|底|末|相比|比|水平|度)", ("去年", "上年"))
_THIS_YEAR = Pattern(r"今年(?:以来)?[，,]", ("今年",))
_YEAR_END = 12
_INSTEAD = {3: "一季度", 6: "半年来", 9: "前三季度"}
_REACH = 200


class StaleRelative(Check):
    """“一年来”“逐年”“去年”等相对时间没有着落，或与报告期不符。

    ## 为什么

    半年的报告说“一年来”，说的是一年、却说“逐年下降”，题目是一年、开头却是“五年来”，都是套用旧稿的痕迹；年份被遮盖的稿子里，
    “去年”是哪一年，读者无从知道；回顾里的“今年”和打算里的“今年”也不能是两个年份。依据：《党政机关公文处理工作条例》第二十条
    （审核时间是否准确）；实务。只作提示。

    ## 反例

        青石镇2023年上半年工作总结
        一年来，全镇上下团结一致，较好完成了各项任务。

    ## 正例

        青石镇2023年上半年工作总结
        半年来，全镇上下团结一致，较好完成了各项任务。

    ## English

    Relative words of time that do not fit the period of the report (a year in a report on half a year, “year by year”
    within one year) or that nothing in the draft gives a year to. These are hints.
    """

    meta = Meta(
        title=Text("相对时间没有着落", "Relative time without anchor"),
        severity=Severity.INFO,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Ask each of the questions that the text gives occasion for."""
        if members(document):
            return
        yield from _a_year_in_half(document)
        yield from _year_by_year(document)
        yield from _five_in_one(document)
        yield from _unknown_last_year(document)
        yield from _two_this_years(document)


def _a_year_in_half(document: Document) -> Iterator[Finding]:
    """一年来 in a report on half a year."""
    text = document.text
    if not _HALF_YEAR.possible(text) and not _A_YEAR.possible(text):
        return
    months = months_reported(document)
    if months is None:
        return
    part = of_period(document)
    for pattern, length in ((_A_YEAR, _YEAR_END), (_HALF_YEAR, _YEAR_END // 2)):
        # Half a year in nine months is told of now and then, in three it cannot be.
        for match in pattern.finditer(text, part.start, part.end) if months < length else ():
            if match.start() == 0 or text.endswith(_OPENERS, 0, match.start()):
                yield Finding(
                    Span(*match.span()),
                    Text(
                        f"报告期只有{months}个月，不宜说“{match[0]}”，请改为“{_INSTEAD.get(months, '今年以来')}”等。",
                        f"The period reported has {months} months: “{match[0]}” does not fit it.",
                    ),
                )


def _year_by_year(document: Document) -> Iterator[Finding]:
    """逐年 in a sentence about one year."""
    text = document.text
    for match in _YEAR_BY_YEAR.finditer(text):
        low = max(0, match.start() - _REACH)
        start = max(low, *(text.rfind(mark, low, match.start()) + 1 for mark in _STOPS))
        year = _ONE_YEAR.search(text, start, match.start())
        if (
            year
            and not _MANY_YEARS.search(text, start, match.start())
            and not _LONG_AGO.search(text, start, year.start())
        ):
            yield Finding(
                Span(*match.span()),
                Text(
                    f"前面说的是“一年来”，一年之内无所谓“{match[0]}”，请核实。",
                    f"The sentence is about one year, in which nothing happens {match[0]} (year by year): check.",
                ),
                related=(Related(Span(*year.span()), Text("所说的时间", "the time spoken of")),),
            )


def _five_in_one(document: Document) -> Iterator[Finding]:
    """五年来 at the head of a sentence in a report on one year that is not about a term of office."""
    text, period = document.text, reported_period(document)
    if period is None or not _FIVE.possible(text) or period.first[0] != period.last[0] or _TERM.search(text):
        return
    title, part = outline(document).title, looking_back(document)
    if title is None or period.evidence is None or not title.covers(period.evidence):
        return
    found = [
        m for m in _FIVE.finditer(text, part.start, part.end) if m.start() == 0 or text[m.start() - 1] in "\n。 　"
    ]
    for match in found:
        yield Finding(
            Span(*match.span()),
            Text(
                f"题目是{period.first[0]}年的报告，“{match[0]}”与报告期不符，请核实。",
                f"By its title the report is about {period.first[0]}; {match[0]} (five years) does not fit.",
            ),
            related=(Related(period.evidence, Text("报告期", "the period reported")),),
        )


def _unknown_last_year(document: Document) -> Iterator[Finding]:
    """去年 in a report that nowhere says which year it is about, because its years are blanked out."""
    text, who = document.text, identity(document)
    if not _LAST_YEAR.possible(text) or not who.report or who.review_year or who.plan_year or document_date(document):
        return
    if not any(text.startswith("年", mask.span.end) for mask in masks(document)):
        return
    found = [Span(*match.span()) for match in _LAST_YEAR.finditer(text)]
    if found:
        yield Finding(
            found[0],
            Text(
                "稿中年份未填，“去年”指哪一年无从得知，请写明年份。",
                "The years are blanked out, so nobody can tell which year is meant: name it.",
            ),
            related=tuple(Related(span, Text("同样不明", "not known either")) for span in found[1:]),
        )


def _two_this_years(document: Document) -> Iterator[Finding]:
    """今年 of the year reviewed, and of the year planned."""
    text, who, ahead = document.text, identity(document), looking_ahead(document)
    if not _THIS_YEAR.possible(text) or ahead is None or who.half_year or is_partial(document):
        return
    if who.review_year is None or who.plan_year is None or who.plan_year == who.review_year:
        return
    part = looking_back(document)
    told = next((m for m in _THIS_YEAR.finditer(text, part.start, part.end) if "以来" in m[0]), None)
    if told is None or _is_current(document, who.plan_year):
        return
    for match in _THIS_YEAR.finditer(text, ahead.start, ahead.end):
        if "以来" not in match[0] and promises(text, match.end(), min(len(text), match.end() + 30)):
            yield Finding(
                Span(match.start(), match.start() + 2),
                Text(
                    f"回顾中“今年”指{who.review_year}年，这里却指{who.plan_year}年，请统一或写明年份。",
                    f"In the review 今年 is {who.review_year}, here {who.plan_year}: name the years.",
                ),
                related=(Related(Span(told.start(), told.start() + 2), Text("回顾中的“今年”", "in the review")),),
            )


def _is_current(document: Document, year: int) -> bool:
    """Whether the report is given so late in the year planned that 今年以来 may be meant of it."""
    date = document_date(document)
    return date is not None and date.year == year and (date.month or _YEAR_END) > 1
