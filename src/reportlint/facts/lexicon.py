"""Chinese words with their frequencies, mapped into memory from files, and the division of text into words by them."""

from __future__ import annotations

import mmap
import os
from functools import lru_cache
from math import inf, log

import marisa_trie

from reportlint.text import Pattern

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")
_LONGEST = 16
"""Code points of the longest word."""

# jieba divides runs of these by dictionary, everything else into single characters.
_RUN = Pattern(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+|\r\n|[^\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]")
_ALPHANUMERIC = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


class Lexicon:
    """Words and how often each occurs in jieba's corpus of `total` words.

    Args:
        folder: holds `words.marisa` and `words.frequency.bin`, as `tools/build_lexicon.py` writes them.
    """

    __slots__ = ("_frequencies", "_log_total", "_trie", "total")

    def __init__(self, folder: str = _DATA) -> None:
        self._trie = marisa_trie.Trie()
        self._trie.mmap(os.path.join(folder, "words.marisa"))
        with open(os.path.join(folder, "words.frequency.bin"), "rb") as file:
            self._frequencies = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("I")
        self.total = self._frequencies[-1]
        self._log_total = log(self.total)

    def contains(self, word: str) -> bool:
        """Whether this is a word of the dictionary."""
        return word in self._trie

    def frequency(self, word: str) -> int:
        """How often the word occurs; 0 for what is no word."""
        key = self._trie.get(word)
        return 0 if key is None else self._frequencies[key]

    def log_probability(self, word: str) -> float:
        """Natural logarithm of the word's share of all words; what is no word counts as if it had occurred once."""
        return log(self.frequency(word) or 1) - self._log_total

    def is_prefix(self, text: str) -> bool:
        """Whether at least one word begins with `text`."""
        return next(iter(self._trie.iterkeys(text)), None) is not None

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """All words that stand in `text` at `start`, the shortest first."""
        words: list[str] = self._trie.prefixes(text[start : start + _LONGEST])
        return words

    def best(self, text: str) -> tuple[float, list[int]]:
        """The most probable division of a run of text into words.

        Returns:
            Its log-probability, and the end of each word. Of two equal divisions the one with the longer first word.
        """
        length = len(text)
        scores = [0.0] * (length + 1)
        ends = [0] * length
        prefixes, frequencies, log_total = self._trie.iter_prefixes_with_ids, self._frequencies, self._log_total
        for start in range(length - 1, -1, -1):
            best, best_end = -inf, start + 1
            for word, key in prefixes(text[start : start + _LONGEST]):
                end = start + len(word)
                score = log(frequencies[key]) - log_total + scores[end]
                if score >= best:
                    best, best_end = score, end
            scores[start] = best if best > -inf else scores[start + 1] - log_total
            ends[start] = best_end
        path: list[int] = []
        at = 0
        while at < length:
            at = ends[at]
            path.append(at)
        return scores[0], path

    def segment(self, text: str) -> list[tuple[int, int]]:
        """Divide any text into words (start, end), exactly as `jieba.lcut(text, HMM=False)` does.

        Whatever is no Chinese, Latin letter or digit is a word of one character; CR LF is one word of two.
        """
        found: list[tuple[int, int]] = []
        for match in _RUN.finditer(text):
            start, end = match.span()
            if end - start == 1 or text[start] == "\r":
                found.append((start, end))
                continue
            joined = False
            at = start
            for stop in self.best(match[0])[1]:
                word = (at, start + stop)
                # Latin letters and digits that are no word of the dictionary hang together.
                loose = word[1] - word[0] == 1 and text[word[0]] in _ALPHANUMERIC
                if loose and joined:
                    found[-1] = (found[-1][0], word[1])
                else:
                    found.append(word)
                joined = loose
                at = word[1]
        return found


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of this process, opened when first asked for."""
    return Lexicon()
