"""Organs that the level of government before them does not have: 镇人大常委会, 街道人民政府, 镇公安局."""

from __future__ import annotations

import os
from functools import cache

from reportlint.document import Document, fact
from reportlint.facts.organ_words import TIERS, around, in_quotes
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "organ_levels.tsv")
_NAMES = (
    *("景德镇", "清镇", "新乡", "宁乡", "萍乡", "内乡", "桐乡", "金乡", "东乡", "西乡", "武乡"),
    *("农村", "乡村", "镇村", "县村", "全村", "各村", "城乡", "下乡", "返乡", "家乡"),
)
"""Cities and counties whose names end like a town: 新乡人大常委会 is right. And words that end like a village."""
_STATIONED = frozenset("驻进入派")
"""县检察院驻镇检察室, 法院进镇."""
_MANY = frozenset("全各我本两")
"""全县人大主席 are the chairs of all towns of the county."""
_PARTIES = ("民革", "民盟", "民建", "民进", "农工", "致公", "九三", "台盟", "团")
"""The committees of other parties and of the Youth League in a region are called 自治区委."""
_PARTIES_REACH = 14
_TOLD = Pattern(
    r"不设|未设|没有设|设立|增设|试点|改革|19[0-9]{2}年|建国|解放|新中国成立|五十年代",
    ("设", "试点", "改革", "19", "建国", "解放", "新中国", "年代"),
)
_LEVELS = frozenset("省市州县区旗盟")
_JOINTS = frozenset("、和与及/／（(")


@frozen
class _Row:
    pattern: Pattern
    instead: str
    zh: str
    en: str


@frozen
class WrongOrgan:
    """An organ that its level does not have.

    Attributes:
        span: the level and the organ: 镇人大常委会.
        organ: the part that is wrong.
        instead: what that level has, empty when there is no one word for it.
        zh: why, in Chinese.
        en: why, in English.
    """

    span: Span
    organ: Span
    instead: str
    zh: str
    en: str


@cache
def _rows() -> tuple[_Row, ...]:
    with open(_DATA, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return tuple(
        _Row(
            Pattern(f"(?P<level>{levels.replace(' ', '|')})(?P<organ>{organ})", tuple(anchors.split(" "))),
            instead,
            zh,
            en,
        )
        for levels, anchors, organ, instead, zh, en in rows
    )


@fact
def wrong_organs(document: Document) -> tuple[WrongOrgan, ...]:
    """All of them in reading order; the first row of the table that fits a place counts."""
    found: dict[int, WrongOrgan] = {}
    for row in _rows():
        for match in row.pattern.finditer(document.text):
            span = Span(*match.span())
            if span.start not in found and not _is_right(document, span, match["level"]):
                found[span.start] = WrongOrgan(span, Span(*match.span("organ")), row.instead, row.zh, row.en)
    return tuple(found[start] for start in sorted(found))


def _is_right(document: Document, span: Span, level: str) -> bool:
    """Whether the level is the end of another word or of a list, or the sentence tells of what is not, or was once."""
    text, start = document.text, span.start
    if text.endswith(_NAMES, 0, start + len(level)) or in_quotes(document, span):
        return True
    before = text[start - 1 : start]
    if TIERS.get(level) == "township" and (before in _STATIONED or _is_joined(text, start, level)):
        return True
    if len(level) == 1 and level in "县市区旗州" and before in _MANY:
        return True
    if level == "自治区":
        lead = text[max(0, start - _PARTIES_REACH) : start]
        return any(party in lead for party in _PARTIES)
    sentence = around(document, span)
    return _TOLD.search(text, sentence.start, sentence.end) is not None


def _is_joined(text: str, start: int, level: str) -> bool:
    """Whether levels above stand right before: 县镇人大常委会、主席团, 县、乡镇人大常委会."""
    if level == "镇" and text[start - 1 : start] == "乡":
        start -= 1
    if text[start - 1 : start] in _JOINTS:
        start -= 1
    above = text[start - 1 : start]
    return above in _LEVELS or (level == "街道" and above in {"镇", "乡"})
