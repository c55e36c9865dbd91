"""time.session-ordinal."""

from __future__ import annotations

from reportlint.api import (
    Check,
    Confidence,
    Document,
    Edit,
    Finding,
    Fix,
    Meta,
    Pattern,
    Related,
    Safety,
    Severity,
    Span,
    Text,
)
from reportlint.facts.residue import in_residue
from reportlint.facts.sentence_years import in_plan, writing_time
from reportlint.facts.session_conflicts import contradicted, given_to
from reportlint.facts.session_years import NATIONAL_SESSIONS, body_sessions, national_year, same_body

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.dates import DateMention
    from reportlint.facts.session_years import BodySession

_PLENARY = Pattern(r"第?[0-9０-９一二三四五六七八九十]{1,3}次全体会议$")
_FOLLOW = Pattern(r"(?:贯彻|落实|学习|传达|宣传|领会)[^，。；]{0,14}$")
_MONTHS = 12
_NEIGHBOURS = 20


class SessionOrdinal(Check):
    """人大、政协会议的届次前后不一，或与年份不符。

    ## 为什么
    全国人大、全国政协每届五年、每年一次会议，十四届一次会议在2023年，届次与年份一一对应。地方届次各不相同，但一份报告里
    同一个人大的届次应当前后一致，后开的会次数在后。人民代表大会的届次会议称“第×次会议”，“全体会议”是会议期间的大会
    （《地方各级人民代表大会和地方各级人民政府组织法》）。

    ## 反例
        2024年3月，十四届全国人大三次会议在北京召开，会议通过了政府工作报告。

    ## 正例
        2024年3月，十四届全国人大二次会议在北京召开；2024年2月，镇第二十届人大四次会议审议通过了镇政府工作报告。

    ## English
    Sessions of the National People's Congress and the national CPPCC follow from the year. Local ones count
    differently, but one body has one count in a report, and a later session a higher number.
    """

    meta = Meta(
        title=Text("届次不一致或与年份不符", "Number of a session at odds with another or with its year"),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield national sessions in a wrong year, local ones that contradict each other, and sessions misnamed."""
        known = [one for one in body_sessions(document) if not in_residue(document, one.session.span)]
        if not known:
            return
        reported: set[Span] = set()
        for one in known:
            for finding in (_national(document, one), _plenary(document, one)):
                if finding:
                    reported.add(one.session.span)
                    yield finding
        local = [one for one in known if one.level not in {"", "国"}]
        current = given_to(document, local)
        for index, one in enumerate(local):
            conflict = contradicted(document, local, index, current)
            local_finding = _disordered(one, local[max(0, index - _NEIGHBOURS) : index]) or (
                _contradicted(one, *conflict) if conflict else None
            )
            if local_finding and one.session.span not in reported:
                yield local_finding


def _national(document: Document, one: BodySession) -> Finding | None:
    """A session of the nation's bodies that never was, was in another year, or is followed before it was."""
    session = one.session
    if one.level != "国" or session.meeting is None:
        return None
    year = national_year(session.term, session.meeting)
    if session.meeting > NATIONAL_SESSIONS:
        return Finding(
            session.span,
            Text(
                "全国人大、全国政协每届只有五次会议，请核对届次。",
                "A national term has five sessions: check the number.",
            ),
            severity=Severity.ERROR,
            confidence=Confidence.HIGH,
        )
    if year is None:
        return None
    spoken = one.date.year if one.date and one.date.offset is None else None
    low = max(0, session.span.start - 16)
    followed = _FOLLOW.search(document.text, low, session.span.start)
    # What was decided in spring is studied in the next year too.
    if spoken is not None and spoken != year and one.date and not (followed and spoken == year + 1):
        return Finding(
            session.span,
            Text(
                f"这次会议在{year}年召开，文中为{spoken}年，请核对。",
                f"This session was held in {year}, not in {spoken}: check it.",
            ),
            related=(Related(one.date.span, Text("文中的时间", "the date given")),),
            severity=Severity.ERROR,
            confidence=Confidence.HIGH,
        )
    written = writing_time(document)
    if spoken is None and written and followed:
        latest = written[1][0] + in_plan(document, session.span.start)
        if year > latest:
            return Finding(
                session.span,
                Text(
                    f"这次会议{year}年才召开，请核对届次。",
                    f"This session was not held before {year}: check the number.",
                ),
                severity=Severity.ERROR,
            )
    return None


def _plenary(document: Document, one: BodySession) -> Finding | None:
    """全体会议 for the session of a people's congress; that of a consultative conference is called so."""
    words = document.slice(one.session.span)
    match = _PLENARY.search(words)
    if one.session.body != "people" or match is None or words[: match.start()][-1:] not in {"会", "大"}:
        return None
    start = one.session.span.start + match.start()
    cut = Span(one.session.span.end - 4, one.session.span.end - 2)
    right = match[0].replace("全体", "")
    return Finding(
        Span(start, one.session.span.end),
        Text(
            f"人民代表大会的届次会议称“{right}”，“全体会议”指会议期间的大会。",
            f"A session of a people's congress is called {right}; 全体会议 is a plenary sitting within it.",
        ),
        fix=Fix((Edit(cut, ""),), Safety.UNSAFE),
    )


def _disordered(one: BodySession, before: list[BodySession]) -> Finding | None:
    """Two dated sessions of one body of which the later has the lower number, or both the same."""
    for other in before:
        if not same_body(one, other) or one.date is None or other.date is None:
            continue
        if one.session.meeting is None or other.session.meeting is None:
            continue
        times = _between(one.date, other.date)
        if times is None:
            continue
        numbers = (one.session.term, one.session.meeting), (other.session.term, other.session.meeting)
        swapped = times * _compare(numbers[0], numbers[1]) < 0
        twice = numbers[0] == numbers[1] and one.date.year != other.date.year
        if swapped or twice:
            return _contradicted(one, other, "与这次会议的届次、时间对不上，后开的会届次应当在后")
    return None


def _contradicted(one: BodySession, other: BodySession, why: str) -> Finding:
    return Finding(
        one.session.span,
        Text(f"{why}，请核对。", "This number contradicts another session of the same body: check both."),
        related=(Related(other.session.span, Text("另一处届次", "the other session")),),
    )


def _between(one: DateMention, other: DateMention) -> int | None:
    """Months from the other date to the one, in whole years where no month is named; None without years."""
    if one.year is None or other.year is None:
        return None
    return (one.year - other.year) * _MONTHS + (
        (one.month or 0) - (other.month or 0) if one.month and other.month else 0
    )


def _compare(one: tuple[int, int], other: tuple[int, int]) -> int:
    return (one > other) - (one < other)
