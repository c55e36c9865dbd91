"""Parts, headings and items that were lost, and numbers that no longer follow each other.

Where a part begins and ends is told by cues of this module alone: what the checks understand must not decide what is
put before them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from mutations import Edit, Generator, Mutation
from words import is_chinese

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from corpus import Passage

DIGITS = "一二三四五六七八九十"
NUMERALS = [*DIGITS, *(f"十{digit}" for digit in DIGITS[:9])]
_MARKER = re.compile("(?<![一二三四五六七八九十])([一二三四五六七八九十])是")
_HEADING = re.compile(r"(（)?([一二三四五六七八九十]{1,2})(?(1)）|、)")
_ADMISSION = re.compile(
    "(?:清醒|深刻|充分|客观|也)(?:地)?(?:看到|认识到|认识)|存在(?:的|着|一些|不少|许多|诸多|一定)?[^。]{0,12}(?:问题|不足|困难|差距|短板)"
    "|(?:问题|不足|短板|差距|困难)(?:依然|仍然|还|仍)?(?:突出|存在|不少|较多|主要)"
)
_FAULT = re.compile("问题|不足|困难|差距|短板|薄弱")
_FAULT_HEADING = re.compile(
    "[^。，]{0,12}(?:存在的?(?:主要)?(?:问题|不足|困难)|问题(?:和|与)不足|不足之处|主要问题)[^。，]{0,10}"
)
_AFTERMATH = re.compile("(?:对此|对这些|面对这些|这些问题|针对(?:这些|上述|以上)|以上问题|上述问题)")
_STILL = re.compile("(?:还|仍|尚|依然)[^。，]{0,12}(?:存在|面临|有)[^。]{0,40}(?:问题|不足|困难|差距|短板)")
_PLAN = re.compile(
    "(?:20\\d\\d年|今年|明年|下一年|新的一年|下一步|下步|今后|未来|下一阶段|下阶段)[^。，]{0,16}"
    "(?:工作|任务|安排|打算|计划|思路|目标|重点|设想|建议|展望)"
    "|[^。，]{0,12}(?:工作安排|工作打算|工作计划|努力方向|主要目标任务|工作展望|工作思路)"
)
_LOOKS_BACK = re.compile("回顾|总结|情况|成绩|成效|成就|以来|做法")
_CLOSING = re.compile("各位代表[，、！：,!]|各位(?:委员|领导|同志)|同志们|让我们")


def _runs(passage: Passage) -> list[list[tuple[int, int, str]]]:
    """Headings 一、 or （一） that count up from one: their numerals as (start, end, text), three or more in a run."""
    runs: list[list[tuple[int, int, str]]] = []
    current: dict[str, list[tuple[int, int, str]]] = {}
    for start, end in passage.paragraphs:
        match = _HEADING.match(passage.text, start, end)
        if not match:
            continue
        kind, numeral = match[1] or "", match[2]
        if not kind:
            current.pop("（", None)
        if numeral == "一":
            current[kind] = []
            runs.append(current[kind])
        run = current.get(kind)
        if run is not None and len(run) < len(NUMERALS) and NUMERALS[len(run)] == numeral:
            run.append((*match.span(2), numeral))
        else:
            current.pop(kind, None)
    return [run for run in runs if len(run) >= 3]


def _renumber(step: int) -> Callable[[Random, Passage], Mutation | None]:
    """From some heading on, all numbers of the run are too high or too low by `step`."""

    def make(random: Random, passage: Passage) -> Mutation | None:
        runs = _runs(passage)
        if not runs:
            return None
        run = random.choice(runs)
        first = random.randrange(2 if step < 0 else 1, len(run))  # a second 一 may begin a new run
        edits = [
            Edit(start, end, NUMERALS[NUMERALS.index(numeral) + step])
            for start, end, numeral in run[first:]
            if NUMERALS.index(numeral) + step < len(NUMERALS)
        ]
        return Mutation(tuple(edits), f"{run[first][2]}→{edits[0].text} of {len(run)}") if edits else None

    return make


def _drop_item(random: Random, passage: Passage) -> Mutation | None:
    """Of 一是…二是…三是… one in the middle is lost, with its words."""
    gaps = []
    markers = list(_MARKER.finditer(passage.text))
    for (left, middle), (_, right) in pairwise(pairwise(markers)):
        numbers = [DIGITS.index(marker[1]) for marker in (left, middle, right)]
        if numbers[1] == numbers[0] + 1 and numbers[2] == numbers[1] + 1:
            gaps.append((middle.start(), right.start()))
    if not gaps:
        return None
    start, end = random.choice(gaps)
    return Mutation((Edit(start, end, ""),), passage.text[start : start + 30])


def _remove_shortcomings(random: Random, passage: Passage) -> Mutation | None:
    """No word of self-criticism is left in the part that looks back."""
    del random
    plan = _plan_start(passage)
    gone: list[tuple[int, int]] = []
    following = False
    for index, (start, end) in enumerate(passage.paragraphs[:plan]):
        words = passage.paragraph(index)
        heading = end - start <= 30 and _FAULT_HEADING.match(words)
        cue = next((s for s in _sentences(words) if _is_admission(s)), None)
        if heading or (following and not _HEADING.match(words) and end - start > 30 and not _PLAN.match(words)):
            gone.append((start, end))
            following = True
        elif (cue and index > 2) or _AFTERMATH.match(words):
            cut = start + (words.index(cue) if cue else 0)
            gone.append((cut, end))
            following = False
        else:
            following = False
            gone += [
                (start + words.index(s), start + words.index(s) + len(s)) for s in _sentences(words) if _STILL.search(s)
            ]
    distinct = sorted(set(gone))
    if not any(end - start >= 40 for start, end in distinct) or any(a[1] > b[0] for a, b in pairwise(distinct)):
        return None
    quote = " / ".join(passage.text[start:end][:20] for start, end in distinct)
    return Mutation(tuple(Edit(start, end, "") for start, end in distinct), quote)


def _is_admission(sentence: str) -> bool:
    return bool(_ADMISSION.search(sentence) and _FAULT.search(sentence) and "整改" not in sentence)


def _sentences(words: str) -> list[str]:
    return re.findall("[^。！？]+[。！？]*", words)


def _plan_start(passage: Passage) -> int | None:
    """Index of the paragraph that is the heading of the plan: the last big one if there are several."""
    found = None
    for index, (start, end) in enumerate(passage.paragraphs):
        words = passage.paragraph(index)
        numbered = _HEADING.match(words)
        title = words[numbered.end() :] if numbered else words
        big = index > 3 and end - start <= 36 and not (numbered and numbered[1])
        if big and _PLAN.match(title) and not _LOOKS_BACK.search(title) and title[-1] not in "。！；：:":
            found = found if found is not None else index
    return found


def _closing_start(passage: Passage) -> int:
    """Index of the first paragraph of the closing words."""
    last = len(passage.paragraphs) - 1
    for index in range(last, max(0, last - 4), -1):
        if _CLOSING.match(passage.paragraph(index)):
            return index
    return last


def _remove_plan(random: Random, passage: Passage) -> Mutation | None:
    """All from the heading of the plan to before the closing words."""
    del random
    first, closing = _plan_start(passage), _closing_start(passage)
    if first is None or first >= closing:
        return None
    start, end = passage.paragraphs[first][0], passage.paragraphs[closing][0]
    return Mutation((Edit(start, end, ""),), passage.paragraph(first))


def _cut_sentence(random: Random, passage: Passage) -> Mutation | None:
    """The text breaks off between two characters of a clause."""
    for _ in range(8):
        index = random.randrange(len(passage.paragraphs) // 2, len(passage.paragraphs))
        start, end = passage.paragraphs[index]
        if end - start < 60:
            continue
        cut = random.randrange(start + 30, end - 10)
        if is_chinese(passage.text[cut - 2 : cut + 2]):
            return _cut(passage, cut)
    return None


def _cut_before_closing(random: Random, passage: Passage) -> Mutation | None:
    """The text ends with a paragraph of the plan; all that should follow is lost."""
    first, closing = _plan_start(passage), _closing_start(passage)
    if first is None or first + 2 >= closing:
        return None
    ends = [
        end
        for start, end in passage.paragraphs[first + 1 : closing - 1]
        if end - start > 60 and passage.text[end - 1] == "。"
    ]
    return _cut(passage, random.choice(ends)) if ends else None


def _cut(passage: Passage, offset: int) -> Mutation:
    return Mutation((Edit(offset, len(passage.text), ""),), f"…{passage.text[max(0, offset - 30) : offset]}")


GENERATORS = [
    Generator("item-dropped", _drop_item, anywhere=True),
    Generator("heading-number-skipped", _renumber(1), anywhere=True),
    Generator("heading-number-repeated", _renumber(-1), anywhere=True),
    Generator("shortcomings-removed", _remove_shortcomings, anywhere=True),
    Generator("plan-removed", _remove_plan, anywhere=True),
    Generator("cut-in-sentence", _cut_sentence, anywhere=True),
    Generator("cut-before-closing", _cut_before_closing, anywhere=True),
]
