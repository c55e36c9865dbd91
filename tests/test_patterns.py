"""Expressions remembered from run to run do what freshly compiled ones do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import SEEDS, reportlint
from reportlint.text import MULTILINE, Pattern
from reportlint.text.patterncache import PatternCache, default_path

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = [
    r"(?P<a>[\u4e00-\u9fff]{2,4})\1|(?i:gdp)",
    r"(?<![A-Za-z])[xXＸ×]{2,}(?=镇|县)",
    r"^第(?P<n>[一二三四五六七八九十]+)条$",
    r"[^。！？\n]{1,30}[。！？]?",
    r"\w+(?:、\w+){1,3}",
]
TEXTS = st.text("一二三四贡献GDPgdp第条XＸ×xy镇县，。、！\n ", max_size=40)


def matches(pattern: re.Pattern[str], text: str) -> list[tuple[object, ...]]:
    return [(m.span(), m.groups(), m.groupdict()) for m in pattern.finditer(text)]


@given(st.sampled_from(SOURCES), st.sampled_from([0, re.MULTILINE, re.IGNORECASE]), TEXTS)
def test_a_remembered_expression_matches_alike(source: str, flags: int, text: str) -> None:
    fresh = re.compile(source, flags)
    assert matches(REMEMBERED.compile(source, int(flags)), text) == matches(fresh, text)


def remembered(folder: Path | str) -> PatternCache:
    """A cache that has all expressions from its file."""
    path = os.path.join(folder, "patterns.bin")
    first = PatternCache(path)
    for source in SOURCES:
        for flags in (0, re.MULTILINE, re.IGNORECASE):
            first.compile(source, flags)
    first.save()
    return PatternCache(path)


@pytest.fixture(scope="module", autouse=True)
def _remembered(tmp_path_factory: pytest.TempPathFactory) -> None:
    global REMEMBERED  # noqa: PLW0603 - hypothesis cannot hand a fixture to every example
    REMEMBERED = remembered(tmp_path_factory.mktemp("patterns"))


REMEMBERED = PatternCache(None)


def test_every_expression_of_a_run_can_be_remembered(tmp_path: Path) -> None:
    environment = {"REPORTLINT_CACHE_DIR": str(tmp_path)}
    first = reportlint(SEEDS, "-f", "json", environment=environment)
    (stored,) = tmp_path.iterdir()
    before = stored.read_bytes()

    assert (
        reportlint(SEEDS, "-f", "json", environment=environment)
        == first
        == reportlint(SEEDS, "-f", "json", environment={"REPORTLINT_CACHE_DIR": ""})
    )
    assert stored.read_bytes() == before, "nothing is compiled anew"
    assert "镇江".encode() not in before


LOOK = """
import sys
sys.path[:0] = {path!r}
import reportlint.cli.streams as streams
streams.finish = lambda *_: print("re._compiler" in sys.modules)
sys.argv = ["reportlint", "-q", {draft!r}, "--isolated"]
from reportlint.cli import main
main()
"""


def test_with_all_expressions_remembered_nothing_is_compiled(tmp_path: Path) -> None:
    reportlint(SEEDS, environment={"REPORTLINT_CACHE_DIR": str(tmp_path)})
    code = LOOK.format(path=sys.path, draft=str(SEEDS / "001_a5a8b87d7a37350c.txt"))

    # -I and -S: no module that the environment itself imports at start.
    command = [sys.executable, "-I", "-S", "-c", code]
    environment = {**os.environ, "REPORTLINT_CACHE_DIR": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, env=environment, check=True)  # noqa: S603 - our own program

    assert done.stdout.decode().splitlines()[-1] == "False"


@pytest.mark.parametrize(
    "damage",
    [b"", b"\0" * 9, b"not marshal", b"\xe9\x00\x00\x00\x00", b"{0", None],
    ids=["empty", "zeros", "words", "number", "cut", "half"],
)
def test_a_damaged_file_is_compiled_around(tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "patterns.bin"
    remembered(tmp_path)
    path.write_bytes(path.read_bytes()[:-40] if damage is None else damage)
    cache = PatternCache(str(path))

    assert cache.compile(SOURCES[0], 0).search("贡献贡献")
    cache.save()
    assert PatternCache(str(path)).compile(SOURCES[0], 0).search("贡献贡献")


def test_wrong_numbers_in_the_file_are_compiled_around(tmp_path: Path) -> None:
    path = tmp_path / "patterns.bin"
    cache = PatternCache(str(path))
    cache.compile(SOURCES[0], 0)
    cache._entries = {(SOURCES[0], 0): (0, b"\xff\xff\xff\xff" * 4, 1, {}, (None,))}  # noqa: SLF001 - what a bad file would hold

    assert cache.compile(SOURCES[0], 0).search("贡献贡献")


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = PatternCache(str(tmp_path / "file" / "patterns.bin"))

    assert cache.compile(SOURCES[0], 0).search("贡献贡献")
    cache.save()


def test_where_the_file_lies() -> None:
    assert default_path({"REPORTLINT_CACHE_DIR": ""}) is None
    assert (default_path({"REPORTLINT_CACHE_DIR": "/x"}) or "").startswith(os.path.join("/x", "patterns-"))
    assert os.path.join("/c", "reportlint") in (default_path({"XDG_CACHE_HOME": "/c"}) or "")


def test_a_wrong_expression_is_an_error() -> None:
    for cache in (PatternCache(None), PatternCache(os.devnull + "/x")):
        with pytest.raises(re.error):
            cache.compile("(", 0)


def test_a_pattern_without_its_anchors_is_not_even_compiled() -> None:
    pattern = Pattern("(", ("锚",))

    assert list(pattern.finditer("没有")) == []
    assert pattern.search("没有") is pattern.match("没有") is pattern.fullmatch("没有") is None
    assert (pattern.sub("", "没有"), pattern.split("没有"), pattern.findall("没有")) == ("没有", ["没有"], [])


@given(TEXTS, st.integers(0, 9))
def test_methods_are_those_of_re(text: str, start: int) -> None:
    pattern, model = Pattern(r"[一二三]+", ("一", "二", "三")), re.compile(r"[一二三]+")

    assert matches(pattern.compiled, text) == matches(model, text)
    assert [m.span() for m in pattern.finditer(text, start)] == [m.span() for m in model.finditer(text, start)]
    assert str(pattern.search(text, start)) == str(model.search(text, start))
    assert str(pattern.match(text, start)) == str(model.match(text, start))
    assert str(pattern.fullmatch(text)) == str(model.fullmatch(text))
    assert (pattern.sub("_", text), pattern.split(text), pattern.findall(text)) == (
        model.sub("_", text),
        model.split(text),
        model.findall(text),
    )
    assert MULTILINE == re.MULTILINE


@pytest.mark.parametrize(("start", "end"), [(0, None), (0, 3), (2, None), (2, 5), (3, 4), (5, 6), (6, None)])
def test_stretches_are_searched_as_by_the_expression_itself(start: int, end: int | None) -> None:
    text, source = "甲乙5件甲5件", "(?<=甲)[乙5]"
    pattern, plain = Pattern(source, ("甲",)), re.compile(source)
    last = len(text) if end is None else end

    assert [m.span() for m in pattern.finditer(text, start, end)] == [
        m.span() for m in plain.finditer(text, start, last)
    ]
    for own, other in (
        (pattern.search(text, start, end), plain.search(text, start, last)),
        (pattern.match(text, start, end), plain.match(text, start, last)),
        (pattern.fullmatch(text, start, end), plain.fullmatch(text, start, last)),
    ):
        assert (own and own.span()) == (other and other.span())
