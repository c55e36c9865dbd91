"""time.congress-sequence."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Related, Severity, Text
from reportlint.facts.congress_cues import calls, congress_cues, date_before
from reportlint.facts.congresses import meeting_days, never_held, next_congress, not_before
from reportlint.facts.dates import dates
from reportlint.facts.identity import identity
from reportlint.facts.residue import in_residue
from reportlint.facts.sentence_years import in_plan, named_year, writing_time, years_spoken_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.congress_cues import CongressCue
    from reportlint.facts.congresses import Day
    from reportlint.facts.dates import DateMention
    from reportlint.facts.sessions import Session

_HAN = "零一二三四五六七八九十"
_HELD_BEHIND = Pattern(r"(?:[（(](?=[12二])|(?:已?于|[将定拟]于|将在|是)(?=[12二][^，。；]{5,16}(?:召开|举行|闭幕)))")
_TEN = 10
_MANY = 30
_MONTH = 100


class CongressSequence(Check):
    """党代会、中央全会与文稿的时间先后矛盾。

    ## 为什么
    党的十九大2017年10月召开，二十大2022年10月召开，中央全会各有其时（会议公报）。会前不能说“贯彻……精神”，会后不能再说
    “迎接召开”；沿用旧稿只改年份，常留下这类矛盾（《党政机关公文处理工作条例》第二十条：审核时间）。

    ## 反例
        2023年，全镇上下以优异成绩迎接党的二十大胜利召开。

    ## 正例
        2022年，全镇上下以优异成绩迎接党的二十大胜利召开；2023年，深入学习贯彻党的二十大精神。

    ## English
    The days of the national congresses and plenums are known. None can be awaited after it was held, or followed
    before; a year said of it must be its own. A report that is guided by the last congress but one is an old draft.
    """

    meta = Meta(
        title=Text("党代会、全会与时间矛盾", "Party congress at odds with the time"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield meetings that were over, not yet held, never held, held in another year, or long succeeded."""
        cues = [cue for cue in congress_cues(document) if not in_residue(document, cue.session.span)]
        for cue in cues:
            session = cue.session
            if never_held(session.term, session.meeting or 0):
                name = _name(session)
                yield Finding(
                    session.span,
                    Text(f"没有召开过{name}，请核对届次。", f"There was no {name}: check the number."),
                )
                continue
            finding = (
                _dated(document, session)
                or (_awaited(document, cue) or _awaited_early(document, cue) if cue.cue == "awaits" else None)
                or (_followed(document, cue) if cue.cue == "follows" else None)
                or (_called_year(document, cue) if cue.cue in {"held-year", "opening-year"} else None)
            )
            if finding:
                yield finding
        yield from _stale(document, cues)


def _dated(document: Document, session: Session) -> Finding | None:
    """A year written beside a meeting as that of its being held."""
    days, mention = meeting_days(session.term, session.meeting or 0), _beside(document, session)
    if days is None or mention is None or mention.year is None or mention.range or mention.offset is not None:
        return None
    first, last = days
    month = mention.month if mention.precision in {"month", "day"} else None
    low = mention.year * _MONTH + (month or 1)
    high = mention.year * _MONTH + (month or 12)
    if low <= last[0] * _MONTH + last[1] and high >= first[0] * _MONTH + first[1]:
        return None
    name = _name(session)
    return Finding(
        mention.span,
        Text(
            f"{name}{_when(first)}召开，请核对时间。",
            f"The {name} was held in {first[0]}-{first[1]:02}: check the date.",
        ),
        related=(Related(session.span, Text("所说的会议", "the meeting")),),
    )


def _beside(document: Document, session: Session) -> DateMention | None:
    known = dates(document)
    end = date_before(document.text, session)
    behind = _HELD_BEHIND.match(document.text, session.span.end, session.span.end + _MANY)
    for date in known:
        if (end is not None and date.span.end == end) or (behind and date.span.start == behind.end()):
            return date
    return None


def _awaited(document: Document, cue: CongressCue) -> Finding | None:
    """A meeting that is still awaited at a time when it was over."""
    days = meeting_days(cue.session.term, cue.session.meeting or 0)
    if days is None:
        return None
    last, at = days[1], cue.session.span.start
    named, written = named_year(document, at), writing_time(document)
    if named:
        if named.year is None or not (named.leading or not named.explicit):
            return None
        over = named.year > last[0]
        present = in_plan(document, at) and written is not None and named.year >= last[0] and written[0] > last
        if not (over or present):
            return None
    else:
        years, plan_year = years_spoken_of(document, at), identity(document).plan_year
        planned = in_plan(document, at)
        present = (planned or calls(document, at)) and written is not None and written[0] > last
        low = plan_year if planned and plan_year is not None else years[0] if years else 0
        if low <= last[0] and not present:
            return None
    name = _name(cue.session)
    return Finding(
        cue.span,
        Text(
            f"{name}已于{_when(last)}闭幕，不应再说迎接或即将召开，请核对是否沿用旧稿。",
            f"The {name} ended in {last[0]}-{last[1]:02} and cannot be awaited any more: is this an old draft?",
        ),
        related=(Related(named.span, Text("所说的年份", "the year spoken of")),) if named else (),
    )


def _awaited_early(document: Document, cue: CongressCue) -> Finding | None:
    """A congress that is awaited although the one before it is still to come."""
    written, before = writing_time(document), meeting_days(cue.session.term - 1, 0)
    named = named_year(document, cue.session.span.start)
    if cue.session.kind != "congress" or before is None or written is None or named or written[1] >= before[0]:
        return None
    name = _name(cue.session)
    return Finding(
        cue.span,
        Text(
            f"其时下一次召开的是党的{_number(cue.session.term - 1)}大，不是{name}，请核对。",
            f"The next to be held then was the congress before the {name}: check the number.",
        ),
    )


def _followed(document: Document, cue: CongressCue) -> Finding | None:
    """A meeting whose results are followed at a time when it had not been held."""
    first = not_before(cue.session.term, cue.session.meeting or 0)
    if first is None:
        return None
    at = cue.session.span.start
    named, written = named_year(document, at), writing_time(document)
    if named:
        if named.year is None or (named.explicit and not named.leading):
            return None
        latest: Day = (named.year, named.month or 12, 31)
    elif written is None:
        return None
    elif in_plan(document, at):
        years = years_spoken_of(document, at)
        latest = (years[1], 12, 31) if years else written[1]
    else:
        latest = written[1]
    if latest >= first:
        return None
    name = _name(cue.session)
    held = f"{_when(first)}才召开" if meeting_days(cue.session.term, cue.session.meeting or 0) else "其时尚未召开"
    return Finding(
        cue.span,
        Text(
            f"{name}{held}，与文中时间矛盾，请核对年份或会议。",
            f"The {name} had not been held by then: check the year or the meeting.",
        ),
        related=(Related(named.span, Text("所说的年份", "the year spoken of")),) if named else (),
    )


def _called_year(document: Document, cue: CongressCue) -> Finding | None:
    """A year called that of a congress (…召开之年), or the first to follow it (贯彻…精神的开局之年)."""
    days, named = meeting_days(cue.session.term, cue.session.meeting or 0), named_year(document, cue.session.span.start)
    if days is None or named is None or named.year is None:
        return None
    year, opening = days[0][0], cue.cue == "opening-year"
    if named.year == year or (opening and named.year == year + 1):
        return None
    name = _name(cue.session)
    return Finding(
        cue.span,
        Text(
            f"{name}{_when(days[0])}召开，文中说的是{named.year}年，请核对年份。",
            f"The {name} was held in {year}, and the year spoken of is {named.year}: check the year.",
        ),
        related=(Related(named.span, Text("所说的年份", "the year spoken of")),),
        severity=Severity.WARNING if opening else None,
        confidence=Confidence.MEDIUM if opening else None,
    )


def _stale(document: Document, cues: list[CongressCue]) -> Iterator[Finding]:
    """A congress that guides what is planned although the next was over before that time, and is named nowhere."""
    if not cues:
        return
    newest = max(cue.session.term for cue in cues)
    follower = next_congress(newest)
    if follower is None or any(f"{_number(newest + 1)}{end}" in document.text for end in ("大", "届")):
        return
    for cue in cues:
        if cue.session.term != newest or cue.session.kind != "congress" or cue.cue != "follows":
            continue
        named, written = named_year(document, cue.session.span.start), writing_time(document)
        if not in_plan(document, cue.session.span.start):
            continue
        explicit = named is not None and named.leading and named.year is not None
        year = named.year if named else written[0][0] if written else None
        if year is not None and year > follower[1][0] + (0 if explicit else 1):
            name = _name(cue.session)
            yield Finding(
                cue.span,
                Text(
                    f"{_when(follower[1])}已召开党的{_number(newest + 1)}大，此处仍只提{name}，请核对是否沿用旧稿。",
                    f"The next congress was held in {follower[1][0]}, and only the {name} is named: an old draft?",
                ),
                severity=Severity.WARNING if explicit else Severity.INFO,
                confidence=Confidence.MEDIUM if explicit else Confidence.LOW,
            )
            return


def _when(day: Day) -> str:
    return f"{day[0]}年{day[1]}月"


def _name(session: Session) -> str:
    number = _number(session.term)
    return f"党的{number}届{_HAN[session.meeting]}中全会" if session.meeting else f"党的{number}大"


def _number(value: int) -> str:
    """A number below a hundred in Chinese."""
    tens, ones = divmod(value, _TEN)
    return (_HAN[tens] if tens > 1 else "") + ("十" if tens else "") + (_HAN[ones] if ones else "")
