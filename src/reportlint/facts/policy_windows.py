"""Policies, campaigns, phrases and drafts of laws that have their time, and where they are spoken of as present."""

from __future__ import annotations

import os
from functools import cache

from reportlint.document import Document, fact
from reportlint.facts.dates import dates
from reportlint.facts.periods import plans_named
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    Kind = Literal["slogan", "campaign", "phrase", "law"]
    Month = int
    """Months since the year 0, the first of a year being 1."""

MONTHS = 12
_SLACK = 2
_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "policy_windows.tsv")
_KINDS: dict[str, Kind] = {"slogan": "slogan", "campaign": "campaign", "phrase": "phrase", "law": "law"}
_VERB = (
    "开展|推进|推动|实施|打赢|打好|决胜|决战|抓好|抓实|聚焦|参与|参加|组织|投身|助力|继续|正在|将|深化|做好|按照|以|围绕|落实|全力|服务|启动|部署|深入|扎实"
    "|结合|统筹|抓|完成好|配合|支持|接受|坚持|迎接|贯彻|加强|强化|加快"
)
_VERB_BEFORE = Pattern(rf"(?:{_VERB})[^，。；：！？\n]{{0,14}}$")
_VERB_BEHIND = Pattern(
    r"[”\"’》）]?(?:工作|活动|任务)?(?:正在|要|将)?(?:扎实|深入|有序|全面|有力|纵深|持续|顺利)?(?:开展|推进|推动|实施|进行|要求|部署|为(?:契机|抓手|主线|载体))"
)
_PAST = Pattern(
    r"成果|果实|战果|[作做]出了|之后|成效|成就|经验|以来|期间|如期|圆满|胜利|完成|结束|收官|曾|回顾|表彰|先进|精神|总结|验收|巩固|常态化|长效|衔接|过渡期|历史|当年|评估|转段|转向|平稳"
    r"|取得|荣获|获评|获得|[五四三几]年来|过去|成功|全胜|回头看|“回头看”|整改|考核|遗留|公报|数据|既有|后续|后时代|退出|消除|中断|冲击|影响|放开|调整|优化|进入新阶段"
)
_LAW_BEFORE = r"(?:(?:征求|征集|收集|听取|反馈|提出|上报)[^，。；：！？\n]{0,14}?《?(?:中华人民共和国)?"
_LAW_DRAFT = r"》?[（(]?的?(?:修订|修改|修正|编纂|立法|制定|各?分编|草案|征求意见稿)(?:草案|征求意见稿)?[）)]?》?"
_AROUND = 40
_QUOTED = 20


@frozen
class Window:
    """Something that has its time.

    Attributes:
        name: as told to the reader.
        kind: "slogan", "campaign", "phrase" or "law".
        times: first and last month of each stretch in which it is of its time; the last is None when it is open.
        expression: how it is written.
    """

    name: str
    kind: Kind
    times: tuple[tuple[Month, Month | None], ...]
    expression: Pattern


@frozen
class WindowMention:
    """A place where something is spoken of as present; `span` is what is said of it."""

    window: Window
    span: Span


@fact
def window_mentions(document: Document) -> tuple[WindowMention, ...]:
    """Present mentions in reading order, none inside another; those of results, of the past and in titles are none."""
    found = [*_by_words(document), *_law_plans(document)]
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    kept: list[WindowMention] = []
    for mention in found:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return tuple(kept)


def _by_words(document: Document) -> Iterator[WindowMention]:
    text = document.text
    oldest = min((date.year for date in dates(document) if date.year is not None), default=0) - _SLACK
    anchor, absent = "", False
    for window in _windows():
        # Those with the same anchor stand together.
        if window.expression.anchors[0] != anchor:
            anchor = window.expression.anchors[0]
            absent = anchor not in text
        # Phrases of today stand in every paragraph, and most reports name no year before them.
        if absent or (window.kind == "phrase" and oldest * MONTHS >= window.times[0][0]):
            continue
        for span in _places(text, window):
            if _in_title(text, span) and window.kind != "law":
                continue
            present = window.kind in {"phrase", "law"} or _is_present(text, span, needs_verb=window.kind == "campaign")
            if present:
                yield WindowMention(window, span)


def _places(text: str, window: Window) -> Iterator[Span]:
    """Where something is named; sought around its anchor alone, which is much cheaper."""
    anchor = window.expression.anchors[0]
    done, at = 0, text.find(anchor)
    while at >= 0:
        match = window.expression.compiled.search(text, max(done, at - _AROUND), at + _AROUND)
        if match and match.start() <= at < match.end():
            done = match.end()
            yield Span(*match.span())
        at = text.find(anchor, max(done, at + 1))


def _law_plans(document: Document) -> Iterator[WindowMention]:
    """“八五”普法, where it is carried out."""
    text = document.text
    if "普法" not in text and "宣传教育" not in text:
        return
    for plan in plans_named(document):
        if plan.kind == "law" and _is_present(text, plan.span, needs_verb=True):
            name = document.slice(plan.span)
            times = ((plan.first * MONTHS + 1, plan.last * MONTHS + MONTHS),)
            yield WindowMention(Window(name, "campaign", times, Pattern(name)), plan.span)


def _is_present(text: str, span: Span, *, needs_verb: bool) -> bool:
    start = max(text.rfind(mark, max(0, span.start - 80), span.start) for mark in "，。；！？\n") + 1
    ends = [at for mark in "，。；！？\n" if (at := text.find(mark, span.end, span.end + 80)) >= 0]
    low, high = max(start, span.start - 80), min(ends, default=min(len(text), span.end + 80))
    if _PAST.search(text, low, span.start) or _PAST.search(text, span.end, high):
        return False
    if not needs_verb:
        return True
    return bool(_VERB_BEFORE.search(text, low, span.start) or _VERB_BEHIND.match(text, span.end, high))


def _in_title(text: str, span: Span) -> bool:
    opening = text.rfind("《", max(0, span.start - _QUOTED * 3), span.start)
    return opening >= 0 and text.find("》", opening, span.start) < 0


@cache
def _windows() -> tuple[Window, ...]:
    found = []
    with open(_DATA, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            name, anchor, expression, kind, time = line.rstrip("\n").split("\t")
            stretches = tuple(_stretch(part) for part in time.split())
            pattern = Pattern(_draft(name) if kind == "law" else expression, (anchor,))
            found.append(Window(name, _KINDS[kind], stretches, pattern))
    return tuple(sorted(found, key=lambda window: window.expression.anchors[0]))


def _draft(law: str) -> str:
    """How opinions on the draft of a law are sought: 征求《民法典（草案）》意见, 民法典修订意见征集."""
    return (
        rf"{_LAW_BEFORE}{law}{_LAW_DRAFT}[^，。；：！？\n]{{0,8}}(?:意见|建议)"
        rf"|(?<!实施)(?<!实施[《〈]){law}{_LAW_DRAFT}(?:"
        r"(?:公开)?的?(?:意见|建议)?(?:和建议|建议)?(?:公开)?(?:征集|征求|收集|座谈)(?:意见)?(?:活动|工作)?"
        r"|[^，。；：！？\n]{0,4}(?:提出|反馈|上报)[^，。；：！？\n]{0,8}(?:意见|建议)))"
    )


def _stretch(written: str) -> tuple[Month, Month | None]:
    first, dots, last = written.partition("..")
    start = _month(first)
    if not dots:
        return start, start
    return start, _month(last) if last else None


def _month(written: str) -> Month:
    year, month = written.split("-")
    return int(year) * MONTHS + int(month)
