"""Compile jieba's dictionary into the files that `reportlint.facts.lexicon` maps into memory.

    python tools/build_lexicon.py [FOLDER]

Writes `words.marisa` (the words, as a trie) and `words.frequency.bin` (how often each occurs: little-endian unsigned
32-bit numbers, in the order of the trie's key numbers, and last the sum that jieba divides by). The same dictionary
always gives the same bytes.
"""

from __future__ import annotations

import sys
from array import array
from importlib import resources
from pathlib import Path

import marisa_trie

DATA = Path(__file__).parent.parent / "src" / "reportlint" / "data"


def build(folder: Path) -> tuple[Path, Path]:
    """Write both files into `folder` and return their paths."""
    text = resources.files("jieba").joinpath("dict.txt").read_text("utf-8")
    rows = [(word, int(frequency)) for word, frequency, *_ in (row.split(" ") for row in text.splitlines())]
    # A word that stands in the dictionary twice counts twice in the sum, and once, with its last number, as a word.
    total = sum(frequency for _, frequency in rows)
    words = {word: frequency for word, frequency in rows if frequency}
    trie = marisa_trie.Trie(sorted(words))
    frequencies = array("I", bytes(4 * len(words)))
    for word, frequency in words.items():
        frequencies[trie[word]] = frequency
    frequencies.append(total)
    if sys.byteorder == "big":
        frequencies.byteswap()
    paths = folder / "words.marisa", folder / "words.frequency.bin"
    paths[0].write_bytes(trie.tobytes())
    paths[1].write_bytes(frequencies.tobytes())
    return paths


if __name__ == "__main__":
    for path in build(Path(sys.argv[1]) if sys.argv[1:] else DATA):
        print(f"{path}: {path.stat().st_size:,} bytes")
