"""What people read: the full form, the concise form, the table and the summary."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import strategies as st

from reportlint.api import Check, Severity, Text
from reportlint.reporters import ReportOptions, reporter
from reportlint.result import Run
from reportlint.text.frozen import replace
from reports import DRAFT, Broken, Mask, Missing, Passage, check_file, group, printed, run_of, suppress, unreadable

EVERYTHING = ReportOptions(minimum=Severity.INFO)

MIXED = st.text(st.sampled_from("工作，“”…ａaZ1 　\t\u0301\u200b\x1b\U0001f600가\u1100\u1161·"), max_size=300)

FULL_ZH = """\
草稿.txt
  1:1   错误  structure.missing  缺少“下一步打算”部分
        清河镇2024年工作报告
  2:11  错误  placeholder.mask   未填占位符“XX”
        全镇完成地区生产总值XX亿元，同比增长6%，其中工业增加值XX亿元。
                            ^^
  2:30  错误  placeholder.mask   未填占位符“XX”
        全镇完成地区生产总值XX亿元，同比增长6%，其中工业增加值XX亿元。
                                                              ^^
  3:1   提示  duplicate.passage  两段开头相同
        坚持以人民为中心，办好民生实事，实事。
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^…（至 4:10）
        修改建议：把“坚”改为“秉”；插入“要”（可用 --fix --unsafe-fixes 修改，改后请核对）
  3:16  警告  duplicate.word     “实事”重复，请删去一个
        坚持以人民为中心，办好民生实事，实事。
                                      ^^^^^^
        另见 3:14 “实事”：首次出现
        修改建议：删去“，实事”（可用 --fix 自动修改）

5 处问题（错误 3，警告 1，提示 1）；检查 1 个文件，74 字，4 项检查。
"""

FULL_EN = """\
草稿.txt
  1:1   error    structure.missing  no part about what comes next
        清河镇2024年工作报告
  2:11  error    placeholder.mask   unfilled placeholder “XX”
        全镇完成地区生产总值XX亿元，同比增长6%，其中工业增加值XX亿元。
                            ^^
  2:30  error    placeholder.mask   unfilled placeholder “XX”
        全镇完成地区生产总值XX亿元，同比增长6%，其中工业增加值XX亿元。
                                                              ^^
  3:1   info     duplicate.passage  both begin alike
        坚持以人民为中心，办好民生实事，实事。
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^… (to 4:10)
        Fix: change “坚” to “秉”; insert “要” (--fix --unsafe-fixes can do it; look at the result)
  3:16  warning  duplicate.word     “实事” is there twice: delete one
        坚持以人民为中心，办好民生实事，实事。
                                      ^^^^^^
        See 3:14 “实事”: first here
        Fix: delete “，实事” (--fix can do it)

5 problems (3 errors, 1 warning, 1 info); 1 file, 74 characters, 4 checks.
"""

CONCISE = """\
草稿.txt:1:1: error structure.missing 缺少“下一步打算”部分
草稿.txt:2:11: error placeholder.mask 未填占位符“XX”（全文共 2 处）
草稿.txt:3:16: warning duplicate.word “实事”重复，请删去一个（已忽略：按原文）
"""

STATISTICS = """\
处数  可修改  级别  检查               说明
   2          错误  placeholder.mask   未填占位符
   1       1  提示  duplicate.passage  段落重复
   1       1  警告  duplicate.word     词语重复
   1          错误  structure.missing  缺少部分

5 处问题（错误 3，警告 1，提示 1）；检查 1 个文件，74 字，4 项检查。
"""


def only(check: Check) -> Run:
    """A run of one check over the draft."""
    return run_of(check_file(DRAFT, checks={"a.check": check}), checks={"a.check": check})


def test_full_chinese() -> None:
    assert printed(run_of(check_file(DRAFT)), "full", EVERYTHING) == FULL_ZH


def test_full_english() -> None:
    assert printed(run_of(check_file(DRAFT)), "full", ReportOptions("en", Severity.INFO)) == FULL_EN


def test_concise() -> None:
    file = group(suppress(check_file(DRAFT), "duplicate.word", "按原文"), "placeholder.mask")
    assert printed(run_of(file), "concise", ReportOptions(show_suppressed=True)) == CONCISE


def test_concise_says_nothing_of_a_clean_draft() -> None:
    assert printed(run_of(check_file("清河镇\n", checks={"a.check": Mask()})), "concise") == ""


def test_statistics() -> None:
    assert printed(run_of(check_file(DRAFT)), "statistics", EVERYTHING) == STATISTICS


def test_statistics_count_every_member_of_a_group_and_nothing_suppressed() -> None:
    file = suppress(group(check_file(DRAFT), "placeholder.mask"), "structure.missing", "")
    table = printed(run_of(file), "statistics", ReportOptions("en"))
    assert [row.split()[0] for row in table.splitlines()[1:3]] == ["2", "1"]
    assert "structure.missing" not in table


def test_findings_below_the_minimum_are_only_counted() -> None:
    text = printed(run_of(check_file(DRAFT)), "full")
    assert "duplicate.passage" not in text
    assert "4 处问题（错误 3，警告 1），另有 1 处未列出（提示 1）；" in text


def test_suppressed_findings_are_shown_only_on_request() -> None:
    run = run_of(suppress(check_file(DRAFT), "duplicate.word", "按原文"))
    assert "按原文" not in printed(run, "full")
    shown = printed(run, "full", ReportOptions(show_suppressed=True))
    assert "“实事”重复，请删去一个（已忽略：按原文）\n" in shown
    assert "--fix" not in shown
    assert "3 处问题（错误 3），1 处已忽略，" in shown


def test_a_group_tells_its_places_in_one_line() -> None:
    few = group(check_file("X。" * 3, checks={"a.check": Mask()}), "a.check")
    assert "\n       所在位置：1:1 1:3 1:5\n" in printed(run_of(few), "full")
    many = group(check_file("X。" * 31, checks={"a.check": Mask()}), "a.check")
    assert "所在位置：1:1 1:3 1:5 1:7 1:9 1:11 1:13 1:15 1:17 1:19 1:21 1:23 …等 31 处\n" in printed(
        run_of(many), "full"
    )
    assert "… 31 in all\n" in printed(run_of(many), "full", ReportOptions("en"))


@pytest.mark.parametrize(
    ("run", "zh", "en"),
    [
        (run_of(), "没有可检查的文件。", "No file to check."),
        (run_of(unreadable()), "检查不完整：1 个文件未能检查。", "Incomplete: 1 file could not be checked."),
        (
            run_of(check_file("清河镇\n", checks={"a.check": Mask()})),
            "没有发现问题；检查 1 个文件，3 字，4 项检查。",
            "No problems found; 1 file, 3 characters, 4 checks.",
        ),
        (
            only(Broken()),
            "检查不完整：1 项检查出错；已检查的部分没有发现问题；检查 1 个文件，74 字，1 项检查。",
            "Incomplete: 1 check failed; no problems in what was checked; 1 file, 74 characters, 1 check.",
        ),
        (
            run_of(check_file("好\n", checks={}), problems=(Text("插件", "plugin"),)),
            "检查不完整：1 处其他故障；已检查的部分没有发现问题；检查 1 个文件，1 字，4 项检查。",
            "Incomplete: 1 other failure; no problems in what was checked; 1 file, 1 character, 4 checks.",
        ),
        (
            only(Passage()),
            "没有错误、警告，另有 1 处未列出（提示 1）；检查 1 个文件，74 字，1 项检查。",
            "No errors or warnings, 1 not listed (1 info); 1 file, 74 characters, 1 check.",
        ),
        (
            run_of(suppress(check_file(DRAFT, checks={"a.check": Mask()}), "a.check", "")),
            "没有发现问题，2 处已忽略；检查 1 个文件，74 字，4 项检查。",
            "No problems found, 2 ignored; 1 file, 74 characters, 4 checks.",
        ),
    ],
)
def test_summary(run: Run, zh: str, en: str) -> None:
    for name in ("full", "statistics"):
        assert printed(run, name) == zh + "\n"
        assert printed(run, name, ReportOptions("en")) == en + "\n"


def test_quiet_is_silent_about_what_is_well_but_not_about_what_could_not_be_checked() -> None:
    assert printed(run_of(check_file("清河镇\n", checks={})), "full", ReportOptions(quiet=True)) == ""
    assert "处问题" not in printed(run_of(check_file(DRAFT)), "full", ReportOptions(quiet=True))
    assert printed(run_of(unreadable()), "full", ReportOptions(quiet=True)) == "检查不完整：1 个文件未能检查。\n"


def test_a_thousand_findings_of_one_check_are_cut() -> None:
    checks: dict[str, Check] = {"a.mask": Mask(), "b.missing": Missing()}
    run = run_of(check_file("X，" * 1000, checks=checks))
    full = printed(run, "full")
    assert full.count("a.mask     未填占位符") == 20
    assert full.count("b.missing") == 1
    assert "a.mask 还有 980 处，用 --max-per-check 0 全部列出\n" in full
    assert "1,001 处问题（错误 1,001）" in full
    concise = printed(run, "concise", ReportOptions("en")).splitlines()
    assert len(concise) == 22
    assert concise[-1] == "草稿.txt:1:1999: error a.mask 980 more; list them all with --max-per-check 0"
    everything = ReportOptions(max_per_check=0)
    assert len(printed(run, "concise", everything).splitlines()) == 1001
    assert "还有" not in printed(run, "full", everything)


def test_the_cut_keeps_the_gravest_and_lists_them_in_reading_order() -> None:
    file = check_file("X，" * 5, checks={"a.mask": Mask()})
    mixed = [replace(d, severity=Severity.WARNING) if i in (0, 2) else d for i, d in enumerate(file.diagnostics)]
    run = run_of(replace(file, diagnostics=tuple(mixed)))
    places = re.findall(r":1:(\d+): (\w+)", printed(run, "concise", ReportOptions(max_per_check=4)))
    assert places == [("1", "warning"), ("3", "error"), ("7", "error"), ("9", "error"), ("5", "warning")]


def test_nothing_heavy_is_imported_for_plain_output() -> None:
    program = (
        "import sys; before = set(sys.modules); import reportlint.reporters.full, reportlint.reporters.concise; "
        "import reportlint.reporters.sink; print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert not {"typing", "pathlib", "rich", "json", "unicodedata"} & set(done.stdout.split())


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(KeyError):
        reporter("word")
