"""The report in Markdown, rendered: nothing of a draft becomes mark-up."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from command import reportlint
from reportlint.api import Severity, Text
from reportlint.reporters import ReportOptions
from reportlint.reporters.markdown import escape
from reportlint.text.width import showable
from reports import check_file, group, printed, run_of, suppress, unreadable
from wordfiles import docx, p

if TYPE_CHECKING:
    from pathlib import Path

ALL = ReportOptions(minimum=Severity.INFO)
MARKS = st.text(st.sampled_from("*_`[]()<>#|~!&\\-+.1 =工XX\n\t:@$%{}^\u202e\ud800\U0001f600htps/w"), max_size=60)

REPORT = """\
## reportlint 检查结果

5 处问题（错误 3，警告 1，提示 1）；检查 1 个文件，74 字，4 项检查。

### 草\\_稿.txt

| 行:列 | 级别 | 说明 | 检查项 |
| --- | --- | --- | --- |
| 1:1 | 错误 | 缺少“下一步打算”部分 | structure.missing |
| 2:11 | 错误 | 未填占位符“XX” | placeholder.mask |
| 2:30 | 错误 | 未填占位符“XX” | placeholder.mask |
"""


class _Words(HTMLParser):
    """The words of a page, and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def rendered(text: str) -> _Words:
    found = _Words()
    html = MarkdownIt("gfm-like", {"linkify": False}).render(text.encode("utf-8", "replace").decode())
    found.feed(html)
    return found


def seen(page: _Words) -> str:
    """The words of a page."""
    return "".join(page.words)


def test_the_report() -> None:
    text = printed(
        run_of(
            check_file(
                """\
清河镇2024年工作报告
全镇完成地区生产总值XX亿元，同比增长6%，其中工业增加值XX亿元。
坚持以人民为中心，办好民生实事，实事。
坚持以人民为中心。
""",
                "草_稿.txt",
            )
        ),
        "markdown",
        ALL,
    )
    assert text.startswith(REPORT)
    told = "“，实事” “实事”重复，请删去一个<br>另见 3:14 “实事”：首次出现<br>建议：删去“，实事”"
    assert f"| 3:16 | 警告 | {told} | duplicate.word |" in text


@given(MARKS)
def test_words_stay_words(words: str) -> None:
    shown = rendered(
        f"| a |\n| --- |\n| {escape(words)} |\n\n- {escape(words)}\n\n### {escape(words)}\n\n{escape(words)}\n"
    )
    assert set(shown.elements) <= {"table", "thead", "tbody", "tr", "th", "td", "ul", "li", "h3", "p"}
    plain = " ".join(showable(words).split())
    assert " ".join(seen(shown).replace("\u200b", "").split()).count(plain) >= 1


@given(MARKS, MARKS)
def test_a_report_is_a_heading_and_tables_whatever_a_draft_holds(words: str, path: str) -> None:
    draft = f"题\nXX{words}\n实事，实事\n末\n"
    shown = rendered(printed(run_of(check_file(draft, f"{path}.txt"), unreadable(path)), "markdown", ALL))
    allowed = {"h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "br"}
    assert set(shown.elements) <= allowed
    assert shown.elements.count("table") == 1


AUTOLINKED = re.compile(r"(?i)[a-z]://|(?<![0-9a-z])www\.|[@#][0-9a-z]|:[0-9a-z_+-]{1,50}:")
"""What GitHub and GitLab look for in the finished page: links, people, issues, emoji."""


@given(MARKS)
@example("https://例.com FTP://x.y www.example.com，a@b.c @clerk #12机组 :+1: 9:30:15")
def test_nothing_is_found_in_the_words_afterwards(words: str) -> None:
    assert not AUTOLINKED.search(seen(rendered(escape(words))))


def test_what_failed_and_what_is_ignored_is_told() -> None:
    file = suppress(check_file("甲XX\n乙\n丙\n丁\n"), "placeholder.mask", "已核对")
    text = printed(run_of(file, unreadable(), problems=(Text("插件坏了"),)), "markdown", ALL)
    assert "- 坏.txt：不是文本\n- 插件坏了\n" in text
    assert "placeholder.mask" not in text
    shown = printed(run_of(file), "markdown", ReportOptions(minimum=Severity.INFO, show_suppressed=True))
    assert "未填占位符“XX”<br>已忽略：已核对 | placeholder.mask |" in shown


def test_as_many_as_are_wanted() -> None:
    file = check_file("".join(f"XX{number}\n" for number in range(9)))
    text = printed(run_of(file), "markdown", ReportOptions(max_per_check=2))
    assert text.count("| placeholder.mask |") == 2
    assert "placeholder.mask 还有 7 处，用 --max-per-check 0 全部列出" in text.replace("\\", "")


def test_a_group_tells_its_places_and_a_fix_its_edits() -> None:
    file = group(check_file("".join(f"XX{number}\n" for number in range(15))), "placeholder.mask")
    lines = [f"{number}:1" for number in range(1, 13)]
    text = printed(run_of(file), "markdown", ALL)
    assert f"（全文共 15 处）<br>所在位置：{' '.join(lines)} …等 15 处 |" in text
    english = printed(run_of(file), "markdown", ReportOptions(minimum=Severity.INFO, language="en"))
    assert f"(15 places in all)<br>Places: {' '.join(lines)} … 15 in all |" in english
    assert "Fix: change “X” to “秉”; insert “要”" in english


def test_a_word_document_tells_the_heading_above(tmp_path: Path) -> None:
    heading = p("一、工作回顾", properties='<w:outlineLvl w:val="0"/>')
    draft = tmp_path / "报告.docx"
    draft.write_bytes(docx(p("石桥镇2023年工作总结"), heading, p("一年来，共召开会议XX次。")))
    told = reportlint(draft.name, "-f", "markdown", cwd=tmp_path)
    assert "| 段:字 |" in told.out
    assert "<br>位于“一、工作回顾”之下 | placeholder.mask |" in told.out
