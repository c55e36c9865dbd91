"""Characters, words, clauses and paragraphs that were pasted or typed twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mutations import Edit, Generator, Mutation
from words import common_words, frequency, is_chinese

if TYPE_CHECKING:
    from random import Random

    from corpus import Passage

SHORTEST_CLAUSE = 10
SHORTEST_PARAGRAPH = 60
TRIES = 12
_NO_HEADING = re.compile(r"[，\s]")
_CLAUSE = re.compile(r"(?<=[，；。])[^，；。、：！？“”（）《》\n]+(?=[，；])")


def _paragraph(random: Random, passage: Passage, shortest: int = 20) -> tuple[int, str] | None:
    """Start and words of a paragraph that is long enough."""
    long_enough = [index for index, (start, end) in enumerate(passage.paragraphs) if end - start >= shortest]
    if not long_enough:
        return None
    index = random.choice(long_enough)
    return passage.paragraphs[index][0], passage.paragraph(index)


def _double_character(random: Random, passage: Passage) -> Mutation | None:
    """工作 → 工工作 or 工作作, where neither neighbour makes the second one part of another word."""
    for _ in range(TRIES):
        chosen = _paragraph(random, passage)
        pairs = common_words(chosen[1], 2, 2) if chosen else []
        if not chosen or not pairs:
            continue
        offset, word = random.choice(pairs)
        second = random.random() < 0.5
        before, after = chosen[1][max(0, offset - 1) : offset], chosen[1][offset + 2 : offset + 3]
        twice = word[0] + word[1] * 2 if second else word[0] * 2 + word[1]
        other = word[1] + after if second else before + word[0]
        if word[0] == word[1] or frequency(other) or frequency(twice) or {before, after} & set(word):
            continue
        start = chosen[0] + offset
        return Mutation((Edit(start, start + 2, twice),), _quote(chosen[1], offset, word, twice))
    return None


def _double_word(random: Random, passage: Passage) -> Mutation | None:
    for _ in range(TRIES):
        chosen = _paragraph(random, passage)
        words = common_words(chosen[1], 2, 4) if chosen else []
        if not chosen or not words:
            continue
        offset, word = random.choice(words)
        if len(set(word)) == 1:
            continue
        start = chosen[0] + offset
        return Mutation((Edit(start, start + len(word), word * 2),), _quote(chosen[1], offset, word, word * 2))
    return None


def _repeat_clause(random: Random, passage: Passage, *, adjacent: bool) -> Mutation | None:
    """A clause stands twice in a paragraph, at once or after some other clauses."""
    for _ in range(TRIES):
        chosen = _paragraph(random, passage, SHORTEST_PARAGRAPH)
        if not chosen:
            return None
        begin, words = chosen
        clauses = [match for match in _CLAUSE.finditer(words) if len(match[0]) >= SHORTEST_CLAUSE]
        if not clauses:
            continue
        first = random.choice(clauses)
        later = [match for match in _CLAUSE.finditer(words) if match.start() > first.end() + 1]
        if adjacent:
            start, end = begin + first.start(), begin + first.end() + 1
            return Mutation((Edit(start, end, f"{first[0]}，{words[first.start() : first.end() + 1]}"),), first[0])
        if later:
            place = begin + random.choice(later).start()
            return Mutation((Edit(place, place, f"{first[0]}，"),), first[0])
    return None


def _repeat_clause_at_once(random: Random, passage: Passage) -> Mutation | None:
    return _repeat_clause(random, passage, adjacent=True)


def _repeat_clause_later(random: Random, passage: Passage) -> Mutation | None:
    return _repeat_clause(random, passage, adjacent=False)


def _repeat_paragraph(random: Random, passage: Passage, *, changed: bool = False) -> Mutation | None:
    """A paragraph comes back later, word for word or with one or two words changed."""
    chosen = _paragraph(random, passage, SHORTEST_PARAGRAPH)
    if not chosen:
        return None
    begin, words = chosen
    ends = [end for start, end in passage.paragraphs if start >= begin]
    copy = _change(random, words) if changed else words
    if copy is None:
        return None
    place = random.choice(ends)
    return Mutation((Edit(place, place, f"\n{copy}"),), copy[:30])


def _repeat_changed_paragraph(random: Random, passage: Passage) -> Mutation | None:
    return _repeat_paragraph(random, passage, changed=True)


def _change(random: Random, paragraph: str) -> str | None:
    """One or two words of a paragraph give way to other words of it."""
    words = common_words(paragraph, 2, 3)
    if len(words) < 4:
        return None
    for offset, word in sorted(random.sample(words, random.choice((1, 2))), reverse=True):
        others = [other for _, other in words if other != word]
        if others:
            paragraph = paragraph[:offset] + random.choice(others) + paragraph[offset + len(word) :]
    return paragraph


def _repeat_heading(random: Random, passage: Passage) -> Mutation | None:
    """A short line without a full stop stands twice, one under the other."""
    lines = [
        (start, end)
        for start, end in passage.paragraphs
        if 6 <= end - start <= 30
        and is_chinese(passage.text[end - 1])
        and not _NO_HEADING.search(passage.text, start, end)
    ]
    if not lines:
        return None
    start, end = random.choice(lines)
    heading = passage.text[start:end]
    return Mutation((Edit(end, end, f"\n{heading}"),), heading)


def _quote(words: str, offset: int, old: str, new: str) -> str:
    return f"{words[max(0, offset - 8) : offset]}[{old}→{new}]{words[offset + len(old) : offset + len(old) + 8]}"


GENERATORS = [
    Generator("doubled-character", _double_character),
    Generator("doubled-word", _double_word),
    Generator("repeated-clause-at-once", _repeat_clause_at_once),
    Generator("repeated-clause-later", _repeat_clause_later),
    Generator("repeated-paragraph", _repeat_paragraph, 0.98),
    Generator("repeated-paragraph-changed", _repeat_changed_paragraph),
    Generator("repeated-heading", _repeat_heading),
]
