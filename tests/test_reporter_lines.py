"""Lines on a terminal: colour, width, carets, and nothing a draft says can steer it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.api import Check, Confidence, Document, Finding, Meta, Severity, Text
from reportlint.reporters import COLOURLESS, FORMATS, ReportOptions
from reportlint.reporters.sink import BATCH, write_coloured, write_plain
from reportlint.text.frozen import replace
from reportlint.text.width import display_width
from reports import DRAFT, Mask, Passage, check_file, printed, run_of, suppress, unreadable

EVERYTHING = ReportOptions(minimum=Severity.INFO)

MIXED = st.text(st.sampled_from("工作，“”…ａaZ1 　\t\u0301\u200b\x1b\U0001f600가\u1100\u1161·"), max_size=300)


def test_colour_changes_nothing_but_colour() -> None:
    run = run_of(check_file(DRAFT), unreadable())
    for name in ("full", "concise", "statistics"):
        coloured = printed(run, name, ReportOptions(minimum=Severity.INFO, colour=True))
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == printed(run, name, EVERYTHING)
        assert "\x1b[1;31m" in coloured
    for name in COLOURLESS:
        assert printed(run, name, replace(EVERYTHING, colour=True)) == printed(run, name, EVERYTHING)


class Wordy(Check):
    """话很长。"""

    meta = Meta(Text("话长", "wordy"), Severity.WARNING, Confidence.HIGH, "0.1")

    def run(self, document: Document) -> Iterator[Finding]:
        """At the beginning."""
        words = (
            "“镇江镇人民政府2022-03-23”把单位名和网页式日期连写，像网站的发布信息；如是落款，请分行并写作“X年X月X日”。"
        )
        yield Finding(document.blocks[0].span, Text(words, words))


def test_a_message_that_does_not_fit_stands_below_the_check() -> None:
    run = run_of(suppress(check_file("清河镇\n", checks={"a.wordy": Wordy()}), "a.wordy", "按原文"))
    text = printed(run, "full", ReportOptions(show_suppressed=True, width=60))
    assert (
        text.split("\n\n")[0]
        == """\
草稿.txt
  1:1  警告  a.wordy
             “镇江镇人民政府2022-03-23”把单位名和网页式日期
             连写，像网站的发布信息；如是落款，请分行并写作
             “X年X月X日”。
             （已忽略：按原文）
       清河镇
       ^^^^^^"""
    )
    assert len(printed(run, "full", ReportOptions(show_suppressed=True, width=200)).splitlines()) == 6


@given(MIXED, MIXED, st.integers(50, 120))
def test_no_line_is_wider_than_the_terminal(before: str, after: str, width: int) -> None:
    checks: dict[str, Check] = {"a.mask": Mask(), "a.wordy": Wordy(), "duplicate.passage": Passage()}
    run = run_of(check_file(f"标题\n{before}\n{after}X\n三\n四\n", checks=checks))
    lines = printed(run, "full", ReportOptions(minimum=Severity.INFO, width=width)).splitlines()
    assert max(display_width(line) for line in lines if "^" not in line) <= width


@given(st.lists(st.lists(st.tuples(st.text("字a[/]: :smile", max_size=200), st.sampled_from(["", "error"])))))
def test_both_sinks_write_the_words_as_they_stand(lines: list[list[tuple[str, str]]]) -> None:
    plain, coloured = io.StringIO(), io.StringIO()
    write_plain((tuple(line) for line in lines), plain)
    write_coloured((tuple(line) for line in lines), coloured)
    assert plain.getvalue() == "".join("".join(text for text, _ in line) + "\n" for line in lines)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured.getvalue()) == plain.getvalue()


def test_more_lines_than_a_batch() -> None:
    stream = io.StringIO()
    write_plain((((str(number), ""),) for number in range(2 * BATCH + 1)), stream)
    assert stream.getvalue().split() == [str(number) for number in range(2 * BATCH + 1)]


HOSTILE = "\x1b[2J\x1b]0;title\x07\u202e\x00\x9b31m\u200b\r八\u0301X\u2028\u2066\ufeff"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", ["a\udce4\x1b[31m\n.txt", "\ud800.txt", "报告.txt"])
def test_a_hostile_draft_does_not_steer_the_terminal(name: str, path: str) -> None:
    file = suppress(check_file(f"标题{HOSTILE}\n{HOSTILE * 20}\n三\n四\n", path), "structure.missing", HOSTILE)
    options = ReportOptions(minimum=Severity.INFO, show_suppressed=True, max_per_check=2, width=40)
    text = printed(run_of(file), name, options)
    assert text.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066\ud800-\udfff]", text)
    if name in ("full", "concise", "statistics"):
        assert not re.search("[\u200b\ufeff]", text)


@given(st.text(), st.integers(10, 120))
def test_any_draft_can_be_reported_in_any_form(text: str, width: int) -> None:
    checks: dict[str, Check] = {"a.mask": Mask()}
    run = run_of(check_file(text + "X\nX", checks=checks))
    for name in FORMATS:
        assert printed(run, name, ReportOptions(width=width)).endswith("\n")


@given(MIXED, MIXED, st.integers(30, 120))
def test_the_caret_stands_under_the_finding(before: str, after: str, width: int) -> None:
    run = run_of(check_file(before + "XXX" + after, checks={"a.mask": Mask()}))
    lines = printed(run, "full", ReportOptions(width=width)).split("\n")
    assert lines[1].startswith(f"  1:{len(before) + 1}  错误")
    caret = next(number for number, line in enumerate(lines) if line.strip(" ") == "^^^")
    source = lines[caret - 1]
    assert display_width(source) <= max(width, 24 + 11)
    assert lines[caret].index("^") == display_width(source[: source.index("XXX")])
