"""What a report says of the place of a year in a five-year plan: “十四五”开局之年, “十四五”规划的第三年."""

from __future__ import annotations

from bisect import bisect_left

from reportlint.document import Document, fact
from reportlint.facts.dates import dates
from reportlint.facts.numerals import parse_digits
from reportlint.facts.periods import PlanMention, plans_named
from reportlint.facts.sentence_years import named_year
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Literal

    from reportlint.facts.dates import DateMention

    Role = Literal["first", "last", "middle", "prepared", "numbered", "end"]
    Claim = tuple[Span, Role, str, tuple[int, ...]]

_HAN = "一二三四五"
_ROLES: dict[str, Role] = {
    **dict.fromkeys(("开局", "起步", "启动", "开篇", "开启", "起始", "开端", "起航", "破题", "首", "元"), "first"),
    **dict.fromkeys(("收官", "收尾", "末", "最后", "收关"), "last"),
    **dict.fromkeys(("承上启下", "承前启后", "中期"), "middle"),
    **dict.fromkeys(("谋划", "谋篇布局", "编制"), "prepared"),
}
_BETWEEN = r"[^，。；：！？、“”（）()\n前后来到至为]{0,10}?"
_ROLE = "|".join(sorted(_ROLES, key=len, reverse=True))
_NUMBERED = Pattern(rf"{_BETWEEN}(?P<back>倒数)?(?:第(?P<number>[{_HAN}1-5])|头一)个?年头?(?![级期度])")
_ROLE_OF_YEAR = Pattern(
    rf"(?:{_BETWEEN})(?P<role>{_ROLE})(?:[和与及、]?(?:{_ROLE}))?(?P<middle>[^，。；：！？“”（）\n前后来到至倒五第年0-9]{{0,10}}?)"
    r"(?:之年|一年|元年|(?<=[首末元])年)(?!度)"
)
_ROLE_THEN_YEAR = Pattern(rf"{_BETWEEN}(?P<role>{_ROLE})(?:起步|攻坚|冲刺)?(?=的(?:[12][0-9]{{3}}|二[〇○零]..)年)")
_SHARED = Pattern(
    r"(?:实施|建设|新征程|新篇章|新局|纲要|目标任务)?的?(?:关键|重要|首|攻坚|决胜|决战|特殊|重大|起步|开局|冲刺|奠基){0,4}(?:之年|一年)(?!度)"
)
_OTHER_THINGS = Pattern(r"项目|工程|专项|行动|园|改革|试点|编制")
_DRAWN_UP = Pattern(
    r"(?:规划|计划)?(?:纲要)?的?(前期(?:研究|工作|调研|准备|谋划|课题)|编制(?:前期|启动|准备|调研)|基本思路(?:研究|编制)|思路研究)"
)
_BEGUN = Pattern(r"(?:启动|开展|开启|做好|组织|推进|抓好|完成)了?(?:全[县镇市区省]|我[县镇市区省])?$")
_DONE = Pattern(
    r"(?:规划|计划|时期)?(?:的)?(?:建设|实施|发展)?(?:目标|任务|主要|各项){0,3}(?:(?:已|已经|即将)?(?:迎来)?(?:圆满|顺利|胜利|全面|完美|成功|高质量)(?P<last>收官|收尾|落幕|结束)"
    r"|(?:实现)?(?:良好|顺利|精彩|平稳|成功|圆满|全面|正式|扎实)(?P<first>开局|起步|开启|启动|启航|起航|开篇)"
    r"|(?P<bare_first>开局起步|起步开局|开局启动|启幕开局|破题起势|开篇布局|开篇起步|扬帆起航|启程|开启新征程)"
    r"|(?P<bare_last>收官收尾|收官在即|进入收官))(?![之战做奠打夯者期阶])"
)
_WISHED = Pattern(
    r"确保|推动|力争|将|为|助力|要|须|冲刺|促进|努力|争取|全力|奋力|保障|服务|聚焦|围绕|以来|迎|计划|目标"
)
_VERB_BEFORE = Pattern(rf"(?P<role>{_ROLE})(?:实施|我[镇乡县区市省]|全面)?$")
_PURPOSE = ("为", "迎接", "迎来", "迈向", "面向", "展望", "备战", "对接", "衔接", "走向", "进入", "步入")
_NO_PURPOSE = ("作为", "成为", "视为", "称为", "认为")
_END = Pattern(r"(?:规划|计划|时期)?期?末(?:期|年)?(?=[（(的，即]{1,2}[12])")
_YEAR_BEHIND = Pattern(
    r"(?:的|[（(]|，?即|——)(?P<year>[12][0-9]{3}|[12１２][０-９]{3}|二[零〇○一二三四五六七八九]{3})年"
)
# 自“十四五”开局之年以来, “十四五”收官之年的经验: the year is spoken of, and nothing is said to be it.
_MENTIONED = Pattern(
    r"以来|之?后|的(?![12１２二])|已经?过去|[^，。；]{0,4}(?:奠|打[好牢下实]|夯|准备|铺垫|蓄|即将|在即|临近)"
)
_AS = Pattern(r"[ 　]{0,4}(?:作为|身处|站在|处于|正值|正逢|适逢|时值|值此|恰逢|进入|步入|在|是|这是|来到)?")
_APPOSED = Pattern(r"[^，。；：、]{0,6}[，,——]{1,2}(?:我们迎来了?|我们走过了?|全[镇乡县区市])?")
_PLANNED = Pattern(r"[^，。；]{0,8}?工作的?[^，。；]{0,4}(?:总体|指导|主要|基本)?(?:要求|思想|思路|目标|任务|安排)")
_BUDGETS = ("预算", "决算", "度预算", "度决算", "计划", "度计划")
_YEAR_BEFORE = Pattern(r"[0-9０-９零〇○一二三四五六七八九]{4}年$")
_CLAUSE = 60
_NEAR = 14
_LOOK_BACK = 14


@frozen
class PlanClaim:
    """A year put in its place in a five-year plan.

    Attributes:
        span: the plan and the words that place the year in it.
        plan: the plan.
        role: "first", "last", "middle", "prepared" (the time the plan is drawn up), "numbered", or "end" (“十四五”末).
        words: what the year is called: 开局, 第三年.
        years: the years of which the words are true.
        year: the year they are said of.
        subject: where that year is named.
    """

    span: Span
    plan: PlanMention
    role: Role
    words: str
    years: tuple[int, ...]
    year: int
    subject: Span


@fact
def plan_claims(document: Document) -> tuple[PlanClaim, ...]:
    """Claims whose year is named in the same sentence, in reading order; aims and wishes are none."""
    plans = [plan for plan in plans_named(document) if plan.kind == "development"]
    found: list[PlanClaim] = []
    for index, plan in enumerate(plans):
        claim = _claim(document, plans, index)
        if claim is None:
            continue
        span, role, words, years = claim
        subject = _subject(document, span, plan)
        if subject:
            found.append(PlanClaim(span, plan, role, words, years, *subject))
    return tuple(found)


def _claim(document: Document, plans: list[PlanMention], index: int) -> Claim | None:
    """Extent, role, words and true years of what is said of a plan, or None."""
    text, plan = document.text, plans[index]
    return _literal(text, plan) or _named(text, plans, index) or _done(text, plan) or _drawn_up(text, plan)


def _literal(text: str, plan: PlanMention) -> Claim | None:
    """“十四五”规划的第三年, “十四五”末."""
    at = plan.span.end
    end = _END.match(text, at, at + 8)
    if end:
        return Span(plan.span.start, end.end()), "end", end[0], (plan.last,)
    numbered = _NUMBERED.match(text, at, at + 24)
    if numbered is None or _is_no_claim(text, plan.span.start, numbered.end()):
        return None
    return Span(plan.span.start, numbered.end()), "numbered", numbered[0].lstrip("的"), (_numbered(plan, numbered),)


def _named(text: str, plans: list[PlanMention], index: int) -> Claim | None:
    """“十四五”开局之年, 开启“十四五”的关键一年."""
    plan = plans[index]
    start, at = plan.span.start, plan.span.end
    match = _ROLE_OF_YEAR.match(text, at, at + 40) or _ROLE_THEN_YEAR.match(text, at, at + 24)
    verb = None if match else _VERB_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    if verb:
        match, start = _SHARED.match(text, at, at + 24), verb.start()
    if match is None or _is_no_claim(text, start, match.end()):
        return None
    word = (verb or match)["role"]
    role, other_plans = _ROLES[word], _joined(text, plans, index)
    # 启动 of projects says nothing of the plan.
    other = verb is None and _OTHER_THINGS.search(text, at, match.start("role"))
    if other or (role == "middle" and other_plans):
        return None
    years = _true_years(plan, role)
    for joined in other_plans:
        years += (joined.last,) if joined.number < plan.number else (joined.first,)
    return Span(start, match.end()), role, word, years


def _done(text: str, plan: PlanMention) -> Claim | None:
    """“十四五”圆满收官, “十四五”良好开局, told as done; also in the year after."""
    match = _DONE.match(text, plan.span.end, plan.span.end + 24)
    low = max(0, plan.span.start - _CLAUSE)
    low = max(low, *(text.rfind(mark, low, plan.span.start) + 1 for mark in "，。；！？\n"))
    if match is None or _MENTIONED.match(text, match.end(), match.end() + 8):
        return None
    dated = _YEAR_BEFORE.search(text, low, plan.span.start)
    if _WISHED.search(text, low, plan.span.start) and not dated:
        return None
    last = match["last"] or match["bare_last"]
    if last:
        return Span(plan.span.start, match.end()), "last", last, (plan.last, plan.last + 1)
    word = match["first"] or match["bare_first"]
    years = (plan.first, plan.first + 1) if match["first"] else (plan.first,)
    return Span(plan.span.start, match.end()), "first", word, years


def _drawn_up(text: str, plan: PlanMention) -> Claim | None:
    """启动“十五五”规划前期研究: done before the plan begins, or while it is being adopted."""
    match = _DRAWN_UP.match(text, plan.span.end, plan.span.end + 20)
    begun = _BEGUN.search(text, max(0, plan.span.start - _LOOK_BACK), plan.span.start)
    if match is None or begun is None:
        return None
    return Span(begun.start(), match.end()), "prepared", match[1], (*_true_years(plan, "prepared"), plan.first + 1)


def _numbered(plan: PlanMention, match: re.Match[str]) -> int:
    written = match["number"] or "一"
    number = int(written) if written.isdigit() else _HAN.index(written) + 1
    return plan.last - number + 1 if match["back"] else plan.first + number - 1


def _true_years(plan: PlanMention, role: Role) -> tuple[int, ...]:
    if role == "first":
        return (plan.first,)
    if role == "middle":
        return (plan.first + 2,)
    if role == "prepared":
        return (plan.first - 2, plan.first - 1, plan.first)
    return (plan.last,)


def _joined(text: str, plans: list[PlanMention], index: int) -> list[PlanMention]:
    """Neighbouring plans that share the words 之年: “十三五”收官、“十四五”开局之年."""
    plan = plans[index]
    near = []
    for other in plans[max(0, index - 1) : index] + plans[index + 1 : index + 2]:
        low, high = sorted((plan.span, other.span))
        words = text[low.end : high.start]
        if (
            abs(other.number - plan.number) == 1
            and len(words) <= _NEAR
            and not any(mark in words for mark in "年，。；")
        ):
            near.append(other)
    return near


def _is_no_claim(text: str, start: int, end: int) -> bool:
    """Whether a stretch tells of what is to come (为“十五五”开局之年打好基础, 迎接…), or only mentions a year."""
    before = text[max(0, start - 4) : start]
    aim = before.endswith(_PURPOSE) and not before.endswith(_NO_PURPOSE)
    return aim or _MENTIONED.match(text, end, end + 8) is not None


def _subject(document: Document, span: Span, plan: PlanMention) -> tuple[int, Span] | None:
    """The year a claim is made of, and where it is named."""
    behind = _YEAR_BEHIND.match(document.text, span.end, span.end + 8)
    if behind:
        place = Span(*behind.span("year"))
        mention = next((date for date in dates(document) if date.span.start == place.start), None)
        year = mention.year if mention else parse_digits(behind["year"])
        return (year, place) if year is not None else None
    start = min(span.start, plan.span.start)
    named = named_year(document, start)
    if named is not None:
        this_year = named.year is None and document.slice(named.span) == "今年"
        base = _spoken_of(document, named.span) if this_year else named
        return (base.year, base.span) if base and base.year is not None else None
    return _apposed(document, span)


def _apposed(document: Document, span: Span) -> tuple[int, Span] | None:
    """The year behind a clause that is said of it: 作为“十四五”的最后一年，2025年任务繁重."""
    text = document.text
    low = max(0, span.start - _CLAUSE)
    start = max(low, *(text.rfind(mark, low, span.start) + 1 for mark in "。；！？\n"))
    comma = _APPOSED.match(text, span.end, span.end + 24)
    if comma is None or not _AS.fullmatch(text, start, span.start):
        return None
    known = dates(document)
    index = bisect_left(known, comma.end(), key=lambda date: date.span.start)
    if index == len(known) or known[index].span.start != comma.end():
        return None
    date = known[index]
    told = date.precision == "year" and date.year is not None and not text.startswith(_BUDGETS, date.span.end)
    return (date.year, date.span) if told and date.year is not None else None


def _spoken_of(document: Document, span: Span) -> DateMention | None:
    """The year that a paragraph has named as the one to plan for before it says 今年: 2026年工作的总体要求是…."""
    text, block = document.text, document.block_at(span.start)
    if block is None:
        return None
    known = dates(document)
    low, high = (bisect_left(known, at, key=lambda date: date.span.start) for at in (block.span.start, span.start))
    before = [date for date in known[max(low, high - 4) : high] if date.precision == "year" and date.year is not None]
    planned = [date for date in before if _PLANNED.match(text, date.span.end, date.span.end + 24)]
    return planned[-1] if planned and len({date.year for date in before}) == 1 else None
