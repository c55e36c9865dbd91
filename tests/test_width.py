"""Columns in a terminal, and the part of a line that is shown."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportlint.reporters.excerpt import excerpt
from reportlint.text.width import character_widths, display_width, pad, shorten, showable, wrap

MIXED = st.text(st.sampled_from("工作，“”…ａaZ1 　\t\n\u0301\u200b\x1b\U0001f600가\u1100\u1161·\u3099"), max_size=200)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc 1", 5),
        ("工作报告", 8),
        ("，。（）％", 10),
        ("“”…—·", 5),
        ("ｱ", 1),
        ("　", 2),
        ("e\u0301", 1),
        ("か\u3099", 2),
        ("a\u200bb\ufeff", 2),
        ("가\u1100\u1161", 4),
        ("\U0001f600\U00020000", 4),
        ("\x1b\n", 0),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert display_width(text) == columns


@given(MIXED, MIXED)
def test_widths_add_up(left: str, right: str) -> None:
    assert display_width(left + right) == display_width(left) + display_width(right)
    assert display_width(left) == sum(character_widths(left))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("工作 “a”，6%　", "工作 “a”，6%　"),
        ("a\tb\nc\rd", "a b↵c�d"),
        ("\x1b[31m\x00\x9b", "�[31m��"),
        ("\u202e\u200b\ufeff\u2066", "····"),
        ("\u2028\ud800e\u0301", "��e\u0301"),
    ],
)
def test_showable(text: str, shown: str) -> None:
    assert showable(text) == shown


@given(st.text(st.characters()))
def test_showable_is_one_for_one_and_safe(text: str) -> None:
    shown = showable(text)
    assert len(shown) == len(text)
    assert showable(shown) == shown
    assert not any(character < " " or "\x7f" <= character < "\xa0" for character in shown)
    assert shown.encode().decode() == shown


@given(MIXED, st.integers(0, 300))
def test_pad(text: str, columns: int) -> None:
    for right in (False, True):
        padded = pad(text, columns, right=right)
        assert display_width(padded) == max(columns, display_width(text))
        assert padded.endswith(text) if right else padded.startswith(text)


@example("\x1b\x1b\x1b\x1b1\x1b111", 1)
@given(MIXED, st.integers(1, 60))
def test_shorten(text: str, columns: int) -> None:
    text = text.replace("…", "—")
    short = shorten(text, columns)
    assert display_width(short) <= columns
    if short != text:
        head, _, tail = short.rpartition("…")
        assert text.startswith(head)
        assert text.endswith(tail)


def test_shorten_keeps_more_of_the_beginning() -> None:
    assert shorten("一二三四五六七八九十", 11) == "一二三四…十"
    assert shorten("abc", 3) == "abc"


@st.composite
def cuts(draw: st.DrawFn) -> tuple[str, int, int]:
    """A line and a range in it."""
    line = draw(MIXED)
    start = draw(st.integers(0, len(line)))
    return line, start, draw(st.integers(start, len(line)))


@given(cuts(), st.integers(24, 120))
def test_an_excerpt_fits_and_shows_the_finding(cut: tuple[str, int, int], columns: int) -> None:
    line, start, end = cut
    before, marked, after = excerpt(line, start, end, columns)
    assert display_width(before + marked + after) <= columns
    assert showable(line[:start]).endswith(before.removeprefix("…"))
    assert showable(line[start:end]).startswith(marked)
    assert bool(marked) == (end > start)
    if marked == showable(line[start:end]):
        assert showable(line[end:]).startswith(after.removesuffix("…"))
    else:
        assert after == "…"


def test_a_line_that_fits_is_shown_whole() -> None:
    assert excerpt("总值XX亿元", 2, 4, 24) == ("总值", "XX", "亿元")


def test_a_long_line_is_cut_on_both_sides() -> None:
    assert excerpt("一" * 300 + "XX" + "二" * 300, 300, 302, 24) == ("…一一一一一", "XX", "二二二二二…")


def test_room_that_one_side_does_not_need_goes_to_the_other() -> None:
    assert excerpt("XX" + "二" * 300, 0, 2, 24) == ("", "XX", "二" * 10 + "…")
    assert excerpt("一" * 300 + "XX", 300, 302, 24) == ("…" + "一" * 10, "XX", "")


def test_a_long_finding_is_shown_from_its_beginning() -> None:
    assert excerpt("前" * 50 + "重" * 300, 50, 350, 24) == ("…前前", "重" * 9, "…")


def test_places_past_the_line_are_taken_to_its_end() -> None:
    assert excerpt("短", 5, 9, 24) == ("短", "", "")


@pytest.mark.timing
@pytest.mark.parametrize("character", ["一", "\u0301", "\u200b", "a", "\x1b"])
def test_an_excerpt_of_a_huge_line_costs_nothing(character: str) -> None:
    line = character * 1_000_000
    began = time.perf_counter()
    for start in (0, 500_000, 999_999):
        excerpt(line, start, 1_000_000, 80)
    shorten(line, 32)
    assert time.perf_counter() - began < 0.3


@given(st.text("工作，。”“a1 -\u0301\t", max_size=200), st.integers(24, 60))
def test_wrapped_lines_fit_and_lose_only_blanks(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(display_width(line) <= columns for line in lines)


def test_lines_are_broken_where_a_reader_would() -> None:
    assert wrap("", 10) == [""]
    assert wrap("检查草稿，改正。", 8) == ["检查草", "稿，改", "正。"]
    assert wrap("用“工作”一词", 9) == ["用“工作”", "一词"]
    assert wrap("加 --unsafe-fixes 再看", 16) == ["加", "--unsafe-fixes", "再看"]
    assert wrap("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@pytest.mark.timing
@pytest.mark.parametrize("piece", ["“", "，", "a", "工", " ", "\u0301", "\n"])
def test_wrapping_takes_linear_time(piece: str) -> None:
    began = time.perf_counter()
    wrap(piece * 30_000, 40)
    assert time.perf_counter() - began < 0.5
