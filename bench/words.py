"""Chinese words in running text, by jieba's dictionary."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jieba import Tokenizer
    from jieba.posseg import POSTokenizer

COMMON = 30
"""A word at least this frequent in jieba's dictionary is taken for a real one."""


@cache
def _tagger() -> POSTokenizer:
    import jieba  # takes more than a second: only for those who mutate
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    tagger = jieba.posseg.POSTokenizer(jieba.Tokenizer())
    tagger.initialize()
    return tagger


def _tokenizer() -> Tokenizer:
    return _tagger().tokenizer


def frequency(word: str) -> int:
    """Occurrences in jieba's corpus; 0 for what is no word of its dictionary."""
    return _tokenizer().FREQ.get(word) or 0


@cache
def segment(sentence: str) -> tuple[tuple[int, str], ...]:
    """The words of a sentence, each with its offset; new words are not guessed."""
    found, offset = [], 0
    for word in _tokenizer().cut(sentence, HMM=False):
        found.append((offset, word))
        offset += len(word)
    return tuple(found)


def common_words(sentence: str, shortest: int, longest: int) -> list[tuple[int, str]]:
    """The words of a sentence that are of such a length, all Chinese and common."""
    return [
        (offset, word)
        for offset, word in segment(sentence)
        if shortest <= len(word) <= longest and is_chinese(word) and frequency(word) >= COMMON
    ]


def is_place(word: str) -> bool:
    """Whether jieba's dictionary tags a word as the name of a place."""
    return bool(_tagger().word_tag_tab.get(word) == "ns")


def is_chinese(text: str) -> bool:
    """Whether a text is of Chinese characters only."""
    return bool(text) and all("\u4e00" <= character <= "\u9fff" for character in text)
