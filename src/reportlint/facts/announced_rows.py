"""Announced numbers and the unnumbered items right behind them: 三项制度：A、B; “三资”（A、B）; “三有”，即A、B.

Rows of items can be read in many ways (和 inside a name, 、 inside an item), so only rows of which every reading
contradicts the number are told.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.announced_before import row_before
from reportlint.facts.announced_items import Announced
from reportlint.facts.announcement_words import is_general, is_near, may_announce
from reportlint.facts.announcements import Announcement, announcements
from reportlint.facts.enumerations import Enumeration, divided, enumeration, goes_on, pair, row_end, same_kind
from reportlint.facts.residue import in_residue
from reportlint.facts.row_kinds import are_persons, fits, has_key, holds_amounts
from reportlint.text import Pattern

_CUE = Pattern(
    r"(?P<open>[（(])|(?P<colon>[：:])(?!\n)|[，,]?(?P<that>即|分别是|分别为|就是|也就是)[：:]?"
    r"|[，,]?(?P<among>包括|主要有|主要是)[：:]?"
)
_WITHIN = ("分别是", "分别为", "即")
_NUMBERED = Pattern(
    r"[“ 　]{0,2}(?:[0-9]{1,2}[.．、]|[①-⑩]|[（(][0-9一二三四五六七八九十]{1,2}[）)]"
    r"|第?[一二三四五六七八九十][是要、，]|首先|一方面|其一)"
)
_REACH = 300
_LONGEST_ITEM = 16
_RESULTS = (
    "使",
    "让",
    "确保",
    "推动",
    "为",
    "切实",
    "进一步",
    "取得",
    "实现",
    "有效",
    "有力",
    "同时",
    "此外",
    "另外",
    "均",
    "都",
)
_AND_ALSO = ("以及", "还有", "及", "和", "与")
_EVENTS = ("次", "场", "名", "位", "人", "户")
_LAST = "。！!；;：:"


@fact
def announced_rows(document: Document) -> tuple[Announced, ...]:
    """Announcements that no reading of the row of items beside them bears out."""
    text = document.text
    found: list[Announced] = []
    for one in announcements(document):
        cued = _cue(text, one)
        row = _behind(text, one, *cued) if cued else row_before(text, one)
        if row is not None and is_near(one, len(row)) and not in_residue(document, one.span):
            found.append(Announced(one, row.items, certain=False))
    return tuple(found)


def _cue(text: str, one: Announcement) -> tuple[str, str, int] | None:
    """What leads over to the items: kind of cue, the noun before it, and where the items begin."""
    cue, noun = _CUE.compiled.match(text, one.end), one.noun
    if cue is None and one.classifier:
        # In 四个方面分别是A、B the noun was read too far.
        at = min((place for word in _WITHIN if (place := noun.find(word)) >= 0), default=-1)
        if at >= 0:
            cue, noun = _CUE.compiled.match(text, one.span.end + at), noun[:at]
    return (cue.lastgroup or "", noun, cue.end()) if cue else None


def _behind(text: str, one: Announcement, cue: str, noun: str, start: int) -> Enumeration | None:
    limit = min(len(text), start + _REACH)
    stop = row_end(text, start, limit, "）)。" if cue == "open" else _LAST)
    mark = text[stop : stop + 1]
    closed = mark in {"）", ")"} if cue == "open" else mark not in {"：", ":"} and (stop < limit or limit == len(text))
    if not closed or _NUMBERED.compiled.match(text, start):
        return None
    if cue == "colon" and mark in {"；", ";"} and may_announce(one) and _goes_on(text, start, stop):
        return _clauses(text, start, stop, one.number)
    rows = _readings(text, start, stop)
    row = rows[0]
    two = pair(row) if len(rows) == 1 and one.number > 2 else None  # noqa: PLR2004 - two are two
    if two and same_kind(two.texts):
        row, rows = two, [two]
    if len(row) < 2 or any(other.open_ended for other in rows) or (not one.quoted and holds_amounts(row.texts)):  # noqa: PLR2004 - no list
        return None
    least, most = min(map(len, rows)), max(len(other) + other.joints for other in rows)
    if one.quoted and has_key(one, row.texts) and all(item.endswith(one.noun) for item in row.texts):
        most = max(map(len, rows))  # 监督与支持结合 is one of “四个结合”
    if one.number > most:
        sure = cue != "among" and _complete(one, noun, row, bracketed=cue == "open")
    else:
        general = cue != "among" or (is_general(one) and noun == one.noun)
        sure = one.number < least and general and _apart(one, noun, row, bracketed=cue == "open")
    return row if sure else None


def _readings(text: str, start: int, stop: int) -> list[Enumeration]:
    """The ways to divide what follows: up to the first comma by 、, then by commas too; by commas without any 、."""
    comma = row_end(text, start, stop, "，,")
    first = divided(enumeration(text, start, comma))
    if len(first) == 1 or comma == stop:
        return [first if comma == stop else divided(enumeration(text, start, stop, "，,"))]
    if text.startswith(_AND_ALSO, comma + 1):
        return [divided(enumeration(text, start, row_end(text, comma + 1, stop, "，,"), "、，,"))]
    whole = enumeration(text, start, stop, "、，,")
    longer = [whole.first(count) for count in range(len(first) + 1, len(whole) + 1)]
    rows = [first, *(row for row in longer if same_kind(row.texts) and goes_on(first.texts, row.texts[-1]))]
    # 东街、西街绿化，南街改造 are two; 责任到位、措施到位，受到好评 are two as well, but not by their comma.
    return rows if same_kind(first.texts) else [*rows, enumeration(text, start, stop, "，,")]


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Whether what stands behind a semicolon may belong to the row, as it announces no row of its own."""
    end = row_end(text, stop + 1, min(len(text), start + _REACH), "。！!：:")
    return text[end : end + 1] not in {"：", ":"}


def _clauses(text: str, start: int, stop: int, number: int) -> Enumeration | None:
    """Items that semicolons divide (修建道路；改造管网，投资20万元；建设广场) when they cannot be so many."""
    limit = min(len(text), start + _REACH)
    end = row_end(text, start, limit, "。！!：:")
    row = enumeration(text, start, end, "；;")
    if text[end : end + 1] in {"：", ":"} or end == limit < len(text) or row.open_ended or number == len(row):
        return None
    if row.texts[-1].startswith(_RESULTS):
        return None
    inner = enumeration(text, start, end, "；;、，,")
    counted = [words for words in inner.texts if holds_amounts((words,))]
    # Where each item tells an amount, 群众普遍满意 behind the last is none.
    most = len(counted if all(holds_amounts((words,)) for words in row.texts) else inner.texts) + row.joints
    if len(row) < number <= most:
        return None
    return row if stop < end and min(map(len, row.texts)) > 1 else None


def _complete(one: Announcement, noun: str, row: Enumeration, *, bracketed: bool) -> bool:
    """Whether the row is surely meant to be complete, so that items are missing when it is shorter than announced."""
    if one.quoted:
        named = one.classifier in {"", "步"} and len(row.texts[0]) > 1
        return has_key(one, row.texts) or (named and same_kind(row.texts))
    if one.classifier in _EVENTS:
        return are_persons(noun, row.texts)
    if bracketed:
        return fits(one, noun, row.texts)
    if not may_announce(one) and not fits(one, noun, row.texts):
        return False
    if row.marks != "、":
        return same_kind(row.texts)
    return all(1 < len(item) <= _LONGEST_ITEM for item in row.texts)


def _apart(one: Announcement, noun: str, row: Enumeration, *, bracketed: bool) -> bool:
    """Whether each item surely stands for itself, so that there are too many when the row is longer than announced."""
    if one.quoted:
        return has_key(one, row.texts) or (one.classifier == "步" and same_kind(row.texts))
    if one.classifier in _EVENTS:
        return are_persons(noun, row.texts)
    if bracketed or not may_announce(one):
        return fits(one, noun, row.texts) and same_kind(row.texts)
    return same_kind(row.texts)
