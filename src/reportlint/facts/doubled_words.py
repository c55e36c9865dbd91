"""Words and items of an enumeration that stand twice by mistake."""

from __future__ import annotations

from functools import lru_cache

from reportlint.document import Document, fact
from reportlint.facts.adjacent import Doubled
from reportlint.facts.doubling import is_chinese
from reportlint.facts.lexicon import lexicon
from reportlint.facts.reduplication import roles
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# A class of Chinese characters takes milliseconds to compile, so \w finds and `is_chinese` chooses.
_ADJACENT = Pattern(r"(\w{2,8})\1")
# The pair must stand free on both sides: 民营企业和民营企业家 is no repetition.
_JOINED = Pattern(r"(?:(?<!\w)|(?<=[的对在为把将向从是了]))(\w{3,10})[和与及或]\1(?=[的等]|\W|\Z)")
_JOINT = Pattern(r"[和与及或](?=\w{3})")
_LONGEST_JOINED = 10
# A whole short clause said twice, mark and all: 落实责任，落实责任，
_ANSWERED = Pattern(r"(?<![^，。；：！？\n“])(\w{4,10})[，,]\1(?=[，。；,;\n]|\Z)")
_LIST = Pattern(r"\w{1,20}(?:、\w{1,20}){1,60}")
_HEAD = Pattern(r"\w{1,21}")
_LONGEST = 20
"""Characters of an item."""
_ORGAN = Pattern(
    r"([省市县区镇乡村])、\1(?=[人委政])", ("省、省", "市、市", "县、县", "区、区", "镇、镇", "乡、乡", "村、村")
)
_TAIL = Pattern(r"等|和|及|与|或")
_WIDTHS = range(2, 9)
_FAILURES = 400
_SUBJECTS = ("代表", "组织", "领导")
"""Those who do what they are called: 代表代表群众."""
_MASKS = frozenset("某○〇")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")
_SIDE = 8
_TWICE = 2
_WHOLE = 4
"""A repetition of so many characters is no chance meeting of two words."""
_PLACE_BEFORE = frozenset("的在向与和对由受合给报把将从及于，。；：、（“\n ")


@fact
def doubled_words(document: Document) -> tuple[tuple[Span, Span], ...]:
    """Words said twice: the first copy, and what is too many (a separator and the second copy), in order."""
    text = document.text
    matches = [match for match in _adjacent(text) if _is_adjacent(text, match)]
    for found in (_joined(text), _ANSWERED.finditer(text)):
        matches += [match for match in found if not _is_mask(match[1])]
    return tuple(sorted((Span(*match.span(1)), Span(match.end(1), match.end())) for match in matches))


def _joined(text: str) -> Iterator[re.Match[str]]:
    """Three to ten characters on both sides of 和 and the like; sought from there, where few places need a look."""
    last = 0
    for joint in _JOINT.finditer(text):
        at, first = joint.start(), text[joint.end()]
        start = text.find(first, max(last, at - _LONGEST_JOINED), at)
        while start >= 0:
            match = _JOINED.match(text, start)
            if match and match.end(1) == at:
                yield match
                last = match.end()
                break
            start = text.find(first, start + 1, at)


def _adjacent(text: str) -> Iterator[re.Match[str]]:
    """Two to eight characters that stand twice in a row."""
    find = Doubled(text, _WIDTHS).find
    at = failed = 0
    while (at := find(at)) < len(text) and failed < _FAILURES:
        if match := _ADJACENT.match(text, at):
            yield match
            at = match.end()
        else:
            failed += 1
            at += 1
    # Of a text that is full of rows of marks the expression makes an end sooner.
    yield from _ADJACENT.finditer(text, at)


@fact
def doubled_items(document: Document) -> tuple[tuple[Span, Span], ...]:
    """Items of one enumeration that are the same: the earlier, and the later with the mark before it, in order."""
    text = document.text
    found: list[tuple[Span, Span]] = []
    for match in _lists(text):
        places: dict[str, list[Span]] = {}
        for span in _items(text, match):
            places.setdefault(text[span.start : span.end], []).append(span)
        # What comes three times is said for its sound.
        found += [
            (spans[0], Span(spans[1].start - 1, spans[1].end))
            for item, spans in places.items()
            if len(spans) == _TWICE and not _is_mask(item)
        ]
    organs = [match for match in _ORGAN.finditer(text) if _is_bare(text, match.start())]
    found += [(Span(*match.span(1)), Span(match.end(1), match.end())) for match in organs]
    return tuple(sorted(found))


def _lists(text: str) -> Iterator[re.Match[str]]:
    """Enumerations that may name an item twice."""
    after = 0
    while (mark := text.find("、", after)) >= 0:
        head = _HEAD.match(text[max(after, mark - _LONGEST - 1) : mark][::-1])
        start = mark - head.end() if head and head.end() <= _LONGEST else mark + 1
        match = _LIST.match(text, start)
        after = match.end() if match else mark + 1
        if match:
            *parts, last = match[0].split("、")
            if len(set(parts)) < len(parts) or any(map(last.startswith, parts)):
                yield match


def _items(text: str, match: re.Match[str]) -> list[Span]:
    """The items of an enumeration that are whole: the first one at a mark, the last one up to 等 or a mark."""
    spans: list[Span] = []
    start = match.start()
    parts = match[0].split("、")
    for number, part in enumerate(parts):
        end = start + len(part)
        last = number == len(parts) - 1
        if last and (tail := _TAIL.search(part, 2)):
            end = start + tail.start()
        # 代表、代表联系选民: what goes on after the item is no item of the list.
        free = number or not match.start() or text[match.start() - 1] in "、，。；：“（(:;,\n "
        if free and end - start > 1:
            spans.append(Span(start, end))
        start += len(part) + 1
    return spans


def _is_bare(text: str, at: int) -> bool:
    """Whether a place word stands alone, not as the end of a name (丰城市、市人大)."""
    if at == 0 or text[at - 1] in _PLACE_BEFORE:
        return True
    start = max(0, at - _SIDE)
    ends = [start + end for end in lexicon().best(text[start : at + 1])[1]]
    return at in ends and text[max(0, at - 2) : at] in roles()["after"]


def _is_adjacent(text: str, match: re.Match[str]) -> bool:
    """Whether a word and its copy, without anything between them, are one too many."""
    start = max(0, match.start() - _SIDE)
    return _judge(text[start : match.end() + _SIDE], match.start() - start, len(match[1]))


@lru_cache(maxsize=1024)
def _judge(text: str, at: int, length: int) -> bool:
    middle, after = at + length, at + 2 * length
    word = text[at:middle]
    if _is_mask(word) or set(word) <= _NUMERALS or word[0] == word[1] or word[0] == "一" or word in roles()["twice"]:
        return False
    if text.startswith("再", after):
        return False
    ends = [0, *lexicon().best(text)[1]]
    # 切|实切|实加|强: the division is no witness against an adverb or a verb that is nothing else.
    plain = word in roles()["after"] and word not in roles()["noun"]
    if length < _WHOLE and not plain and not {at, middle, after} <= set(ends):
        return False
    if word not in roles()["noun"] or not _goes_on(text, after):
        return True
    # 人大代表|代表人民, 镇中心|中心小学: the copy may be a verb, or the head of the next noun.
    if at == 0 or not is_chinese(text[at - 1]):
        return word not in _SUBJECTS
    return text[max(end for end in ends if end < at) : at] in roles()["after"] - {"的"}


def _goes_on(text: str, at: int) -> bool:
    """Whether a word that ends here may have an object or a head after it."""
    return at < len(text) and is_chinese(text[at]) and text[at] not in "的等了"


def _is_mask(word: str) -> bool:
    """Whether this stands for something else, or is no Chinese at all."""
    return not all(map(is_chinese, word)) or bool(_MASKS & set(word)) or len(set(word)) == 1
