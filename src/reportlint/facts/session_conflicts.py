"""Where the number of a local session or term contradicts another one of the same body."""

from __future__ import annotations

from reportlint.facts.outline import LONGEST_TITLE, outline
from reportlint.facts.planning import plan
from reportlint.facts.session_years import same_body
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.document import Document
    from reportlint.facts.session_years import BodySession

    Conflict = tuple[BodySession, str]
    """The one it is held against, and why, in Chinese."""

_RESULTS = Pattern(
    r"(?:会议)?(?:上)?(?:所)?(?:确定|提出|下达|部署|通过|批准|明确|交办)的?[^，。；]{0,14}(?:任务|目标|要求|决议)"
)
_DONE = Pattern(r"(?:完成|实现|落实|执行)了?[^，。；]{0,14}$")
_SINCE = Pattern(r"(?:召开|闭幕|闭会)?(?:以来|至今)")
_GIVEN = Pattern(r"(?:受|代表)[^，。；]{0,12}$")
_MANDATE = Pattern(r"[^，。；]{0,10}(?:委托|[，,]?向[^，。；]{0,12}(?:报告|汇报))")
_SHOWN_BEFORE = Pattern(
    r"(?:(?<![一面朝倾导])向|提请|提交|[本这此]次(?:大会|会议|人代会)[，,]?(?:就)?是)[^，。；]{0,10}$"
)
_SHOWN_BEHIND = Pattern(r"(?:作|做|报告|汇报|述职|审议(?!通过了|并|了)|[，,。])")
_MEMBERS = Pattern(r"[^，。；]{0,2}?(?:代表|主席团|主席|副主席|常委会|委员)")
# Of an earlier term a report may well speak, though not as acting in the year reviewed.
_ACTS = Pattern(r"[^，。；]{0,3}?(?:代表|主席团|常委会|委员)[^。；]{0,12}?(?:共|负责|主持|[0-9０-９])")
# Where terms change, reports speak of both.
_TURN = Pattern(
    r"换届|上一?届|历届|新一届|首届|产生|(?:连续|历经|近|这|前|经)[两三四五]届|任期|过去|原[任本]|曾|届满|第?一次(?:全体)?会议|预备会|筹备|候选|选民|资格"
    r"|[三四五]年[来间]|当时|[、和至到及与]第?[一二三四五六七八九十]{1,3}届"
)
_NEAR = 24
_FEW = 6
_SENTENCE = 80
_OTHER_TERM = "与本次会议的届次不一致"
_NOT_SURE = "与前文同一个人大的届次不一致"


def given_to(document: Document, local: Sequence[BodySession]) -> BodySession | None:
    """The session the report was given to: it stands in the note under the title."""
    front = outline(document).front
    noted = [one for one in local if front.covers(one.session.span) and one.session.meeting is not None]
    if not noted:
        line = next((block.span for block in document.blocks if document.slice(block.span).strip()), None)
        short = line is not None and len(line) <= LONGEST_TITLE
        noted = [one for one in local if short and line and line.covers(one.session.span) and one.session.meeting]
    return noted[0] if len(noted) == 1 else None


def contradicted(
    document: Document, local: Sequence[BodySession], index: int, current: BodySession | None
) -> Conflict | None:
    """What the session at an index contradicts: the session of the report, the title, or a neighbour."""
    one = local[index]
    if current is not None and one is not current and same_body(one, current):
        why = _beyond(document, one, current)
        if why:
            return current, why
    return _mandated(document, local, index) or _beside(document, local, index)


def _beyond(document: Document, one: BodySession, current: BodySession) -> str:
    """Why a session cannot be that of which the report says something; empty when it can."""
    text, session, now = document.text, one.session, current.session
    low, high = max(0, session.span.start - _NEAR), session.span.end + _NEAR
    numbers = session.term, session.meeting or 0
    now_numbers = now.term, now.meeting or 0
    if session.meeting is None:
        return _OTHER_TERM if _acts_in_other_term(text, one, current) else ""
    if numbers[1] == now_numbers[1] > 1 and numbers[0] != now_numbers[0] and not _turns(text, session.span):
        return _OTHER_TERM
    shown = _SHOWN_BEFORE.search(text, low, session.span.start) and _SHOWN_BEHIND.match(text, session.span.end, high)
    ahead = plan(document)
    if ahead is not None and session.span.start >= ahead.start:
        return ""
    done = _DONE.search(text, low, session.span.start) and _RESULTS.match(text, session.span.end, high)
    why = ""
    if shown and numbers != now_numbers:
        why = "与题注中的会议不一致"
    since = _SINCE.match(text, session.span.end, high)
    if not why and done and session.term != now.term and now_numbers[1] > 1:
        why = "上次会议与本次会议应是同一届"
    elif not why and since and session.term < now.term - 1:
        why = "上次会议应是本届或上一届的"
    elif not why and (done or since) and numbers >= now_numbers:
        why = "报告的是上次会议以来的工作，这里的届次应当在本次会议之前"
    return why


def _acts_in_other_term(text: str, one: BodySession, current: BodySession) -> bool:
    """Whether deputies or a presidium of another term are said to act, or to have given the mandate."""
    span, term, now = one.session.span, one.session.term, current.session
    if term in ({now.term} if (now.meeting or 0) > 1 else {now.term, now.term - 1}):
        return False
    low, high = max(0, span.start - _NEAR), span.end + _NEAR
    if _GIVEN.search(text, low, span.start) and _MANDATE.match(text, span.end, high):
        return True
    acts = term > now.term or _ACTS.match(text, span.end, high) is not None
    return acts and _has_members(text, span) and not _turns(text, span)


def _mandated(document: Document, local: Sequence[BodySession], index: int) -> Conflict | None:
    """A mandate of another term than that of the presidium whose report it is by the title."""
    text, one = document.text, local[index]
    span = one.session.span
    if not _GIVEN.search(text, max(0, span.start - _NEAR), span.start) or not _MANDATE.match(
        text, span.end, span.end + _NEAR
    ):
        return None
    title = outline(document).title
    for other in local[:_FEW]:
        of_title = title is not None and title.covers(other.session.span)
        if of_title and other.session.meeting is None and same_body(one, other):
            return (other, "与标题中的届次不一致") if other.session.term != one.session.term else None
    return None


def _beside(document: Document, local: Sequence[BodySession], index: int) -> Conflict | None:
    """Members of another term of the same body in one paragraph that speaks of no change of terms."""
    text, one = document.text, local[index]
    block = document.block_at(one.session.span.start)
    if block is None or one.session.meeting is not None or not _has_members(text, one.session.span):
        return None
    for other in reversed(local[max(0, index - _FEW) : index]):
        if other.session.span.start < block.span.start:
            return None
        if other.session.meeting is None and other.session.term != one.session.term and same_body(one, other):
            low, high = max(block.span.start, other.session.span.start - _SENTENCE), one.session.span.end + _SENTENCE
            turns = _TURN.search(text, low, min(block.span.end, high))
            sure = not turns and _has_members(text, other.session.span) and _at_work(text, one, other)
            return (other, _NOT_SURE) if sure else None
    return None


def _at_work(text: str, one: BodySession, other: BodySession) -> bool:
    """Whether the earlier of two terms is said to act, as none does once the other has begun."""
    earlier = min(one.session, other.session, key=lambda session: session.term).span
    elected = text.find("选举", other.session.span.end, one.session.span.start) >= 0
    return elected or _ACTS.match(text, earlier.end, earlier.end + _NEAR) is not None


def _turns(text: str, span: Span) -> bool:
    """Whether the sentence speaks of a change of terms."""
    low = max(0, span.start - _SENTENCE)
    start = max(low, *(text.rfind(mark, low, span.start) + 1 for mark in "。；！\n"))
    ends = [at for mark in "。；！\n" if (at := text.find(mark, span.end, span.end + _SENTENCE)) >= 0]
    return _TURN.search(text, start, min(ends, default=span.end)) is not None


def _has_members(text: str, span: Span) -> bool:
    return _MEMBERS.match(text, span.end, span.end + _NEAR) is not None
