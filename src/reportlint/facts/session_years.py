"""Sessions of people's congresses and consultative conferences: their years, and which belong to one body."""

from __future__ import annotations

from bisect import bisect_left

from reportlint.document import Document, fact
from reportlint.facts.dates import DateMention, dates
from reportlint.facts.sessions import Session, sessions
from reportlint.text import Pattern
from reportlint.text.frozen import frozen

_FIFTH, _FIRST_YEAR, _LENGTH = 5, 1978, 5
_COMMITTEES = (
    "常委",
    "常务委员",
    "主席团",
    "主任会议",
    "主席会议",
    "代表团",
    "专门委员会",
    "预备会",
    "党代",
    "党员代表",
)
_LEVEL = Pattern(r"(?P<place>[\u4e00-\u9fff]{0,8}?)(?P<level>省|市|州|盟|地区|县|旗|区|镇|乡|街道)(?:[人政]大?|第|$)")
_HAN = Pattern(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,8}$")
_ON = Pattern(r"(?:在|于|，)?[^，。；：（）\n0-9]{0,24}$")
_BEHIND = Pattern(r"[（(](?=[12二])|(?:已?于|是在?)(?=[12二])|在(?=[12二][^，。]{4,14}(?:召开|举行))")
_NOT_NAMES = "在受于开了为是成对由向日月年会过达展第和与及从把将经按据省市州县区旗我本全该各\n"
_NATION = ("全国", "全国人大", "全国人民代表大会", "全国政协", "中国人民政治协商会议")
_WATCHED = Pattern(
    r"[^。；！？\n]{0,20}?(?:收看|收听|观看|聆听|列席|出席|参加|旁听|关注|见证|迎来|召开|举行)了?[^。；，！？\n]{0,10}$"
)
_YEAR_OF_SESSION = Pattern(r"(?:全国[“\"]?两会[”\"]?|[“\"]?两会[”\"]?|3月|三月)")
_HELD_BEHIND = Pattern(
    r"(?:的)?[^，。；、]{0,6}?(?:开幕[会式]?|闭幕[会式]?|召开|举行|盛况|直播|实况|开幕盛况)(?![后以来])"
)
_REACH = 30
_BEFORE = 24
_FAR = 60


def national_year(term: int, meeting: int) -> int | None:
    """The year of a session of the National People's Congress or of the national CPPCC; None for too old ones.

    Both count alike since the fifth of 1978: a term has five yearly sessions.
    """
    return _FIRST_YEAR + _LENGTH * (term - _FIFTH) + meeting - 1 if term >= _FIFTH else None


NATIONAL_SESSIONS = _LENGTH
"""Sessions of a national term."""


@frozen
class BodySession:
    """A session of a congress or a conference, not of its committees.

    Attributes:
        session: the words and numbers.
        place: the name before the level, empty for 我镇, 县.
        level: 省, 市, 县, 镇…; 国 for the nation; empty when none is named.
        date: when it was or will be held, where that stands beside it.
    """

    session: Session
    place: str
    level: str
    date: DateMention | None


@fact
def body_sessions(document: Document) -> tuple[BodySession, ...]:
    """Sessions and terms of people's congresses and consultative conferences, in reading order."""
    text = document.text
    found = []
    for session in sessions(document):
        words = document.slice(session.span)
        if session.body not in {"people", "consultative"} or any(name in words for name in _COMMITTEES):
            continue
        if text.startswith(_COMMITTEES, session.span.end) and session.kind == "session":
            continue
        place, level = _place(text, session)
        found.append(BodySession(session, place, level, _date(document, session)))
    return tuple(found)


def same_body(one: BodySession, other: BodySession) -> bool:
    """Whether two sessions are surely of one body: the same level, and the same name where both are named."""
    if one.session.body != other.session.body or not one.level or one.level != other.level:
        return False
    if not one.place or not other.place:
        return True
    return one.place.endswith(other.place) or other.place.endswith(one.place)


def _place(text: str, session: Session) -> tuple[str, str]:
    """Name and level of the place whose body it is."""
    words = text[session.span.start : session.span.end]
    inner = words[words.index("届") + 1 :]
    low = max(0, session.span.start - _BEFORE)
    if inner.startswith("全国") or text.endswith(_NATION, low, session.span.start):
        return "", "国"
    match = _LEVEL.match(inner) if inner[:1] not in "人政" else None
    if match and len(match["place"]) <= 1:
        return "", match["level"]
    before = text[max(0, session.span.start - _BEFORE) : session.span.start]
    before = before.removesuffix("政协").removesuffix("人大").removesuffix("人民代表大会")
    for level in ("街道", "地区", *"省市州盟县旗区镇乡"):
        if before.endswith(level):
            words = before.removesuffix(level)
            name = words[max(words.rfind(sign) for sign in _NOT_NAMES) + 1 :]
            run = _HAN.search(name)
            return (run[0] if run else ""), level
    return "", ""


def _date(document: Document, session: Session) -> DateMention | None:
    """The date of a session: right before its name in the same clause (2024年2月28日在…), or in brackets behind."""
    text, span = document.text, session.span
    behind = _BEHIND.match(text, span.end, span.end + _REACH)
    before: DateMention | None = None
    for date in dates(document):
        if date.span.start > span.end + _REACH:
            break
        if behind and date.span.start == behind.end():
            return date
        if date.span.end <= span.start and span.start - date.span.end <= _REACH:
            before = date
    if before and _ON.fullmatch(text, before.span.end, span.start):
        return before
    return _watched(document, session) if session.national else None


def _watched(document: Document, session: Session) -> DateMention | None:
    """The year a sentence begins with in which the opening of a session was seen, or it was held."""
    text, span = document.text, session.span
    low = max(0, span.start - _FAR)
    start = max(low, *(text.rfind(stop, low, span.start) + 1 for stop in "。；！？\n"))
    known = dates(document)
    for date in known[bisect_left(known, start, key=lambda date: date.span.start) :]:
        if date.span.start >= span.start:
            break
        leads = date.span.start >= start and date.year is not None and not text[start : date.span.start].strip(" 　在")
        if not leads:
            continue
        seen = _WATCHED.fullmatch(text, date.span.end, span.start) or (
            _YEAR_OF_SESSION.match(text, date.span.end) and _HELD_BEHIND.match(text, span.end, span.end + _REACH)
        )
        return date if seen else None
    return None
