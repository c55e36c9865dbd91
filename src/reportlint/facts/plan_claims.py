"""What a report says of the place of a year in a five-year plan: “十四五”开局之年, “十四五”规划的第三年."""

from __future__ import annotations

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

    Role = Literal["first", "last", "middle", "prepared", "numbered", "end"]

_HAN = "一二三四五"
_ROLES: dict[str, Role] = {
    **dict.fromkeys(("开局", "起步", "启动", "开篇", "开启", "起始", "开端", "起航", "破题", "首", "元"), "first"),
    **dict.fromkeys(("收官", "收尾", "末", "最后", "收关"), "last"),
    **dict.fromkeys(("承上启下", "承前启后", "中期"), "middle"),
    **dict.fromkeys(("谋划", "谋篇布局", "编制"), "prepared"),
}
_BETWEEN = r"[^，。；：！？、“”（）()\n前后来到至为]{0,10}?"
_ROLE = "|".join(sorted(_ROLES, key=len, reverse=True))
_NUMBERED = Pattern(
    rf"{_BETWEEN}(?P<back>倒数)?(?:第(?P<number>[{_HAN}1-5])|头一)个?年头?(?![级期度])"
)
_NAMED = Pattern(
    rf"(?:{_BETWEEN})(?P<role>{_ROLE})(?:[和与及、]?(?:{_ROLE}))?(?P<middle>[^，。；：！？“”（）\n前后来到至倒五第]{{0,10}}?)"
    r"(?:之年|一年|元年|(?<=[首末元])年)(?!度)"
)
_SHARED = Pattern(r"[^，。；：！？、“”（）()\n编前研后来]{0,10}?(?:之年|一年)(?!度)")
_VERB_BEFORE = Pattern(rf"(?P<role>{_ROLE})(?:实施|我[镇乡县区市省]|全面)?$")
_PURPOSE = ("为", "迎接", "迎来", "迈向", "面向", "展望", "备战", "对接", "衔接", "走向", "进入", "步入")
_NO_PURPOSE = ("作为", "成为", "视为", "称为", "认为")
_END = Pattern(r"(?:规划|计划|时期)?期?末(?:期|年)?(?=[（(的，即]{1,2}[12])")
_YEAR_BEHIND = Pattern(
    r"(?:的|[（(]|，?即|——)(?P<year>[12][0-9]{3}|[12１２][０-９]{3}|二[零〇○一二三四五六七八九]{3})年"
)
# 自“十四五”开局之年以来, “十四五”收官之年的经验: the year is spoken of, and nothing is said to be it.
_MENTIONED = Pattern(r"以来|之?后|的(?![12１２二])|[^，。；]{0,4}(?:奠|打[好牢下实]|夯|准备|铺垫|蓄|即将|在即|临近)")
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


def _claim(document: Document, plans: list[PlanMention], index: int) -> tuple[Span, Role, str, tuple[int, ...]] | None:
    """Extent, role, words and true years of what is said of a plan, or None."""
    text, plan = document.text, plans[index]
    at = plan.span.end
    end = _END.match(text, at, at + 8)
    if end:
        return Span(plan.span.start, end.end()), "end", end[0], (plan.last,)
    numbered = _NUMBERED.match(text, at, at + 24)
    if numbered and not _is_no_claim(text, plan.span.start, numbered.end()):
        year = _numbered(plan, numbered)
        return Span(plan.span.start, numbered.end()), "numbered", numbered[0].lstrip("的"), (year,)
    named = _NAMED.match(text, at, at + 40)
    start, word = plan.span.start, named["role"] if named else ""
    if named is None:
        low = max(0, start - _LOOK_BACK)
        verb = _VERB_BEFORE.search(text, low, start)
        named = _SHARED.match(text, at, at + 24) if verb else None
        if verb is None or named is None:
            return None
        start, word = verb.start(), verb["role"]
    if _is_no_claim(text, start, named.end()):
        return None
    role = _ROLES[word]
    years = _true_years(plan, role)
    for other in _joined(text, plans, index):
        if role == "middle":
            return None
        years += (other.last,) if other.number < plan.number else (other.first,)
    return Span(start, named.end()), role, word, years


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
    named = named_year(document, min(span.start, plan.span.start))
    return (named.year, named.span) if named and named.year is not None else None
