"""Congresses and their sessions by number: 第十八届人民代表大会第三次会议, 十九届六中全会, 党的二十大."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.numerals import ONE, parse
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import Literal

    Body = Literal["people", "consultative", "party", "unknown"]

_N = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_TERM = Pattern(
    rf"(?P<first>第)?(?<![一二三四五六七八九十0-9新本上下这每历])(?P<term>{_N})届(?:"
    r"(?P<plenums>[一二三四五六七八九](?:中(?:全会)?[、，和及与至到][一二三四五六七八九])*中全会)"
    rf"|(?P<between>[^，。；：、！？\n第]{{0,14}}?)第?(?P<meeting>{_N})次(?P<kind>全体会议|全体委员会议|(?:全委)?(?:扩大)?会议|全委会|全会)"
    r"|(?P<body>[^，。；：、！？\n第]{0,6}?(?:人大|人民代表大会|政协|委员会)))",
    ("届",),
)
_CONGRESS = Pattern(r"十(?P<one>[一二三四五六七八九]?)大(?![力批量型小家会类道街])", ("大",))
_FORMAL = Pattern(r"中国共产党第(?P<formal>[一二三四五六七八九十]{1,3})次全国代表大会", ("次全国代表大会",))
_LONGEST_NUMBER = 4
_AFTER_TWENTY = ("", "一", "二", "三")
_DIGITS = tuple("一二三四五六七八九十第")
_PLENUM_JOIN = "中、，和及与至到全会"
_PARTY = ("党", "省委", "市委", "县委", "区委", "旗委", "州委", "镇党委", "乡党委", "纪委")
_BEFORE = 12
_STOPS = "，。；：、！？\n（("


@frozen
class Session:
    """A congress, one of its sessions, or a plenum of its committee.

    Attributes:
        span: the words, from the number of the term to 会议.
        body: whose it is: "people" for 人大, "consultative" for 政协, "party" for those of the Party.
        national: whether it is the nation's; None when it is not said and no organ is named (十三届三次会议).
        term: the number before 届, or of the party congress.
        meeting: the number of the session or plenum; None when only the term is named.
        kind: "congress" (二十大), "plenum" (中全会), "session" (次会议) or "term" (第十八届人大).
        words: the words around the numbers that name the body, as printed.
    """

    span: Span
    body: Body
    national: bool | None
    term: int
    meeting: int | None
    kind: Literal["congress", "plenum", "session", "term"]
    words: str


@fact
def sessions(document: Document) -> tuple[Session, ...]:
    """All congresses and sessions that are named with their number, in reading order."""
    text = document.text
    found: list[Session] = []
    done, at = 0, text.find("届")
    while at >= 0:
        # The number stands before 届, of which there are few.
        for start in range(max(done, at - _LONGEST_NUMBER), at):
            match = _TERM.compiled.match(text, start)
            if match and match.end("term") == at:
                found += _terms(text, match)
                done = match.end()
                break
        at = text.find("届", max(done, at + 1))
    found += _congresses(text)
    return tuple(sorted(found, key=lambda session: (session.span, session.meeting or 0)))


def _congresses(text: str) -> Iterator[Session]:
    """党的十九大, 二十大, and the full name."""
    for match in _FORMAL.finditer(text):
        if _number(match["formal"]):
            yield _congress(Span(*match.span()), match["formal"], "")
    for match in _CONGRESS.finditer(text):
        start, number = match.start(), "十" + match["one"]
        if text[start - 1 : start] == "二":
            start, number = start - 1, "二" + number
            if match["one"] not in _AFTER_TWENTY:
                continue
        elif not match["one"]:
            continue
        words = text[max(0, start - 2) : start]
        if words in {"党的", "中共"}:
            yield _congress(Span(start - 2, match.end()), number, words)
        elif words[-1:] not in _DIGITS or not words:
            yield _congress(Span(start, match.end()), number, "")


def _congress(span: Span, number: str, words: str) -> Session:
    return Session(span, "party", national=True, term=_number(number), meeting=None, kind="congress", words=words)


def _terms(text: str, match: re.Match[str]) -> Iterator[Session]:
    term = _number(match["term"])
    if not term:
        return
    span = Span(*match.span())
    before = text[max(0, span.start - _BEFORE) : span.start]
    before = before[max(before.rfind(stop) for stop in _STOPS) + 1 :]
    if match["plenums"]:
        local = before.endswith(_PARTY[1:]) and "中央" not in before
        for character in match["plenums"]:
            if character not in _PLENUM_JOIN:
                yield Session(span, "party", not local, term, _number(character), "plenum", before)
        return
    between = match["between"] or match["body"] or ""
    words = before + between
    body = _body(before, between)
    national = True if "全国" in words else None if body == "unknown" else False
    meeting = _number(match["meeting"]) if match["meeting"] else None
    if meeting or match["body"]:
        yield Session(span, body, national, term, meeting, "session" if meeting else "term", words)


def _body(before: str, between: str) -> Body:
    """Whose session it is, by the words between the numbers first."""
    for words in (between, before):
        if "政协" in words or "政治协商" in words:
            return "consultative"
        if "人大" in words or "人民代表大会" in words:
            return "people"
        if any(party in words for party in _PARTY):
            return "party"
    return "unknown"


def _number(written: str) -> int:
    known = parse(written)
    return known.value // ONE if known else 0
