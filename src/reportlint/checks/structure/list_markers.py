"""一是…二是… lists that leave a number out, repeat one, or change style."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

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
from reportlint.facts.lists import Marker, Run, runs
from reportlint.facts.numbering import han, slips

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.numbering import Slip

    _Places = tuple[tuple[int, Run], ...]

_OTHER_WAYS = Pattern(
    r"另[一外]|同时|此外|还有|其次|再[者次就]|二[来则者]|第二|[（(][二2][）)]|二、|二[是要]|2[.．、]|三是"
)
_REACH = 1500
_PLACE = itemgetter(0)
_FEWEST = 3
_MOST = 3  # a list with more faults was never one; its first is told


class ListMarkers(Check):
    """“一是、二是、三是”中断、重复或者混用。

    ## 为什么

    “一是……三是……”念出来，听的人会问第二条在哪里。常见原因是删掉一条以后没有改号，或者把“第一”“二是”混着写。
    依据：《党政机关公文处理工作条例》第二十条要求复核段落顺序；各项用同一种序次语是写作实务。
    每逢“一是”另起一组；“就是”“还是”“一是……另一……”不算。

    ## 反例

        主要做了以下工作：一是加强理论学习，夯实思想根基。三是深入走访群众，反映社情民意。四是办好民生实事，增进群众福祉。

    ## 正例

        主要做了以下工作：一是加强理论学习，夯实思想根基。二是深入走访群众，反映社情民意。三是办好民生实事，增进群众福祉。

    ## English

    Inline lists (一是…二是…, 第一，…第二，…) must count up by one in one style. A number glued to the words before it
    counts as present; a second list inside an item is a list of its own.
    """

    meta = Meta(
        title=Text("“一是二是”序列错误", "Broken inline list"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Compare each list with 1, 2, 3…, then the marks that end its items."""
        known = runs(document)
        short = _short(known)
        used: set[Marker] = set()
        later: list[Finding] = []
        for run in known:
            faults = slips([marker.number for marker in run.markers])
            for slip in faults if len(faults) <= _MOST else faults[:1]:
                finding = _slip(document, short, run, slip, used)
                if finding:
                    later.append(finding)
        used_spans = {marker.span for marker in used}
        yield from (finding for finding in later if finding.span not in used_spans or "混用" in finding.message.zh)
        for run in known:
            if len(run.markers) == 1 and run.markers[0].number == 1 and run.markers[0] not in used:
                yield from _lone(document, run)
            elif len(run.markers) >= _FEWEST:
                yield from _uneven(document, run)


def _short(known: tuple[Run, ...]) -> _Places:
    """The markers of the lists that can be no more than a few items of another, by place."""
    found = [(marker.span.start, run) for run in known if len(run.markers) <= _FEWEST for marker in run.markers]
    return tuple(sorted(found, key=_PLACE))


def _slip(document: Document, short: _Places, run: Run, slip: Slip, used: set[Marker]) -> Finding | None:
    marker = run.markers[slip.index]
    before = run.markers[slip.index - 1] if slip.index else None
    start = before.span.end if before else max(0, marker.span.start - _REACH)
    if len(slip.missing) > _FEWEST:
        return None
    if slip.kind == "gap":
        other = _in_other_style(short, run, slip, start, marker.span.start)
        if other:
            used |= {other} if before else set()
            return _mixed(document, before or other, other if before else marker)
        words = document.text[start : marker.span.start]
        if run.style in {"（）", "○"} and not before:
            return None
        if all(_glued(run.style, number) in words for number in slip.missing):
            return None
        if before is None and (not words.strip() or (len(run.markers) == 1 and marker.number > _FEWEST)):
            return None
    return _finding(document, run, slip)


def _glued(style: str, number: int) -> str:
    if style == "（）":
        return f"{number}）"
    if style == "○":
        return chr(ord("①") + number - 1)
    return style + han(number) if style in {"第", "其"} else han(number) + style


def _in_other_style(short: _Places, run: Run, slip: Slip, start: int, end: int) -> Marker | None:
    """The item that fills a gap in another style: 第一，…二是…第三，…."""
    first = bisect_left(short, start, key=_PLACE)
    for _, other in short[first : bisect_left(short, end, key=_PLACE)]:
        if other.style != run.style and other.markers[0].number in {slip.missing[0], slip.missing[-1]}:
            inside = [m for m in other.markers if start <= m.span.start < end]
            if inside and len(other.markers) <= len(slip.missing) and inside[-1].number == slip.missing[-1]:
                return inside[-1]
    return None


def _mixed(document: Document, before: Marker, marker: Marker) -> Finding:
    old, new = document.slice(before.span), document.slice(marker.span)
    return Finding(
        marker.span,
        Text(
            f"前面用“{old}”，这里用“{new}”，序次语混用：请统一成一种。", f"“{old}” and “{new}” are mixed in one list."
        ),
        related=(Related(before.span, Text("前一项", "the item before")),),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
    )


def _finding(document: Document, run: Run, slip: Slip) -> Finding:
    marker = run.markers[slip.index]
    before = run.markers[slip.index - 1] if slip.index else None
    words = document.slice(marker.span)
    due = _as(words, marker.number, slip.expected)
    after = f"“{document.slice(before.span)}”之后" if before else "前面"
    if slip.kind == "gap":
        lost = "".join(f"“{_as(words, marker.number, number)}”" for number in slip.missing[:3])
        message = Text(
            f"{after}没有{lost}，直接到了“{words}”：请核对是漏了一项还是没有改号。",
            f"{lost} is missing before “{words}”: check for a lost item or renumber.",
        )
    elif slip.kind == "repeat":
        message = Text(f"“{words}”重复，这里应为“{due}”。", f"“{words}” is used twice; “{due}” should stand here.")
    else:
        message = Text(
            f"“{words}”次序不对，这里应为“{due}”。", f"“{words}” is out of order; “{due}” should stand here."
        )
    return Finding(
        marker.span,
        message,
        related=(Related(before.span, Text("前一项", "the item before")),) if before else (),
        fix=Fix((Edit(marker.span, due),), Safety.UNSAFE) if slip.certain else None,
    )


def _as(words: str, number: int, wanted: int) -> str:
    """The words of a marker with another number in them."""
    if han(number) in words:
        return words.replace(han(number), han(wanted), 1)
    if str(number) in words:
        return words.replace(str(number), str(wanted), 1)
    return chr(ord("①") + wanted - 1)


def _lone(document: Document, run: Run) -> Iterator[Finding]:
    marker = run.markers[0]
    if run.style in {"（）", "○", "第", "其"}:
        return
    reach = min(run.until, marker.span.end + _REACH)
    again = document.text.find(document.slice(marker.span), marker.span.end, reach)
    rest = document.text[marker.span.end : again if again >= 0 else reach]
    if _OTHER_WAYS.search(rest) or rest[:1] in han(1) or marker.span.end >= run.until:
        return
    words = document.slice(marker.span)
    second = _as(words, 1, 2)
    yield Finding(
        marker.span,
        Text(
            f"只有“{words}”，后面没有“{second}”：请补上其余各项，或者去掉序次语。",
            f"“{words}” has no “{second}” after it.",
        ),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
    )


def _uneven(document: Document, run: Run) -> Iterator[Finding]:
    """Items of one paragraph that end with different marks."""
    inside = run.markers[1:]
    if any(marker.opens or marker.block != run.markers[0].block for marker in inside):
        return
    ends = [document.text[marker.span.start - 1 : marker.span.start] for marker in inside]
    usual = max(sorted(set(ends)), key=ends.count)
    odd = next((i for i, end in enumerate(ends) if end != usual), None)
    if odd is None or not set(ends) <= set("。；;"):
        return
    marker = inside[odd]
    yield Finding(
        Span(marker.span.start - 1, marker.span.start),
        Text(
            f"各项末尾有的用“{usual}”，有的用“{ends[odd]}”：同一组“一是二是”的末尾标点宜一致。",
            f"Items of one list end with “{usual}” and with “{ends[odd]}”: use one mark.",
        ),
        severity=Severity.INFO,
    )
