"""What a report does with a national congress of the Party: awaits it, follows it, dates it, is guided by it."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.sessions import Session, sessions
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Cue = Literal["awaits", "follows", "held-year", "opening-year", "named"]

_SURE = Pattern(
    r"[ 　]?(?:精神|报告|以来|召开|胜利|隆重|闭幕|开幕|主题|会议|决策|部署|提出|献礼|即将|[、，。；和及与（）！”]|$)"
)
_SURE_FROM = 17
_AWAIT_BEFORE = Pattern(
    r"(?:喜迎|迎接|静待|期待|(?<![欢受])迎(?!来|难))(?:[^，。；！？“”\n]{0,16}[和、及与])?(?:党的|中共|中国共产党)?$"
)
_AWAIT_AFTER = Pattern(
    r"(?:也|又|都|亦)?(?:即将|就要|将要?(?:于[^，。；]{0,14}?)?)(?:在[^，。；]{0,6})?(?:胜利|隆重|顺利|成功)?(?:召开|举行|开幕|到来)"
    r"|(?:也|又)?(?:胜利|隆重)?(?:召开|即)?在即|(?:胜利)?召开前夕|(?:胜利|顺利|圆满|成功)?召开[^，。；]{0,4}(?:营造|创造|保驾|护航|献礼|添彩)|献礼"
)
_FOLLOW_BEFORE = Pattern(
    r"(?:贯彻|落实|学习|宣传|宣讲|领会|传达|践行|遵循|按照|围绕|对照|学好|吃透|把握|坚持以|始终以)[^。；！？\n]{0,24}$"
)
_FOLLOW_AFTER = Pattern(
    r"(?:(?:[、和及与]|以及)[^，。；！？\n]{0,30}?)?(?:的)?(?:会议|报告)?(?:精神|决策部署|重大部署|战略部署|决定精神|报告|决议|公报)"
)
_HELD_YEAR = Pattern(
    r"(?:在[^，。；]{0,4})?(?:胜利|隆重|顺利|成功)?(?:召开|举行)(?!后|以来|前)[^，。；后前]{0,8}?(?:之年|一年|年份)"
)
_OPENING = Pattern(r"(?:重要)?(?:会议)?精神的?(?:[^，。；、后前]{0,4})?(?:开局|起步|第一)(?:之|一)?年")
_HELD_BEFORE = Pattern(
    r"[，,]?(?:在[^，。；]{0,6}?)?(?:胜利|隆重|顺利|成功)?(?:召开|举行|闭幕)的(?:党的|中共|中国共产党)?$"
)
_HELD_AFTER = Pattern(
    r"(?:在[^，。；]{0,6}?)?(?:胜利|隆重|顺利|成功|如期)?(?:召开|举行|开幕|闭幕)(?!之?[年后前际]|以[来后前]|在即|的)"
)
_SINCE = Pattern(r"(?:胜利|隆重|顺利|成功)?(?:召开|举行|闭幕)?(?:以来|之后|以后|后)")
_FROM = Pattern(r"(?:自从?|从)[^，。；、]{4,14}$")
_UPCOMING = Pattern(
    r"(?:即将|将要|将于[^，。；]{2,8}|就要)(?:胜利|隆重|顺利)?(?:召开|举行|到来|迎来)的?(?:党的|中共|中国共产党)?$"
)
_CALL = Pattern(
    r"让我们|同志们[，,！!]|各位代表[，,！!]|(?:我们|代表|干部|上下|各级|同志|部门|单位)[^，。]{0,4}要|必须|为[^。]{2,30}而[^。]{0,6}奋斗"
)
_LEAD = Pattern(
    r"(?:[，,](?:[\u4e00-\u9fff]{2,8}的)?(?:党的|中共|中国共产党)?|[\u4e00-\u9fff]{3,6}的(?:党的)?|(?:党的|中共|中国共产党))$"
)
_REACH = 40
_SENTENCE = 120


@frozen
class CongressCue:
    """A congress or plenum of the national Party, and what the words around it say of its time.

    Attributes:
        session: the meeting.
        cue: "awaits" (迎接…), "follows" (贯彻…精神), "held-year" (…召开之年), "opening-year" (贯彻…精神的开局之年)
            or "named".
        span: the meeting with the words of the cue.
    """

    session: Session
    cue: Cue
    span: Span


@fact
def congress_cues(document: Document) -> tuple[CongressCue, ...]:
    """National congresses and plenums of the Party in reading order; in quotation marks they are names of campaigns."""
    found = []
    for session in sessions(document):
        if session.body != "party" or session.kind not in {"congress", "plenum"} or not session.national:
            continue
        if _is_sure(document.text, session) and not _quoted(document.text, session.span):
            cue, span = _cue(document.text, session.span)
            found.append(CongressCue(session, cue, span))
    return tuple(found)


def date_before(text: str, session: Session) -> int | None:
    """Where a date ends that says when a meeting was held: 2022年10月召开的|党的二十大; None without such words."""
    low = max(0, session.span.start - 16)
    if _SINCE.match(text, session.span.end, session.span.end + 12) and _FROM.search(text, low, session.span.start):
        return session.span.start
    match = _HELD_BEFORE.search(text, low, session.span.start)
    if match:
        return match.start()
    if _HELD_AFTER.match(text, session.span.end, session.span.end + 20):
        lead = _LEAD.search(text, low, session.span.start)
        return lead.start() if lead else session.span.start
    return None


def _cue(text: str, span: Span) -> tuple[Cue, Span]:
    low, high = max(0, span.start - _REACH), span.end + _REACH
    opening = _OPENING.match(text, span.end, high)
    if opening:
        return "opening-year", Span(span.start, opening.end())
    held = _HELD_YEAR.match(text, span.end, high)
    if held:
        return "held-year", Span(span.start, held.end())
    before = max(0, span.start - 24)
    awaited = _AWAIT_BEFORE.search(text, before, span.start) or _UPCOMING.search(text, before, span.start)
    if awaited:
        return "awaits", Span(awaited.start(), span.end)
    after = _AWAIT_AFTER.match(text, span.end, high)
    if after:
        return "awaits", Span(span.start, after.end())
    followed = _FOLLOW_AFTER.match(text, span.end, high)
    if followed and _FOLLOW_BEFORE.search(text, low, span.start):
        return "follows", Span(span.start, followed.end())
    return "named", span


def calls(document: Document, at: int) -> bool:
    """Whether the sentence at an offset calls on those present, and so speaks of the day of the report."""
    text = document.text
    low = max(0, at - _SENTENCE)
    start = max(low, *(text.rfind(mark, low, at) + 1 for mark in "。！？\n"))
    high = min(len(text), at + _SENTENCE)
    end = next((place for place in range(at, high) if text[place] in "。！!？\n"), high)
    return text[end : end + 1] in {"！", "!"} or _CALL.search(text, start, end) is not None


def _is_sure(text: str, session: Session) -> bool:
    """Whether 十九大 is the congress and no number of something."""
    if session.kind == "plenum" or session.words or text.startswith("中国共产党", session.span.start):
        return True
    return session.term >= _SURE_FROM and _SURE.match(text, session.span.end, session.span.end + 4) is not None


def _quoted(text: str, span: Span) -> bool:
    opening = text.rfind("“", max(0, span.start - 16), span.start)
    return opening >= 0 and text.find("”", opening, span.start) < 0
