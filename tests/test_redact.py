"""`--redact`: nothing a draft says gets out, in any format, however it is said."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import SEEDS, reportlint
from plugins import Plugin, checks, install
from reportlint.api import Severity, Text
from reportlint.diagnostic import Failure
from reportlint.redacting import redacted, unquoted, unquoted_error
from reportlint.reporters import FORMATS, QUOTING, ReportOptions
from reportlint.reporters.summary import characters
from reportlint.text.frozen import replace
from reports import DRAFT, Broken, check_file, group, printed, run_of, suppress, unreadable
from support import registered

if TYPE_CHECKING:
    from pathlib import Path

DRAFTS = sorted(SEEDS.glob("*.txt"))
LONGEST = 5
"""So many Chinese characters in a row may be the same by chance, and in words of our own."""

CHINESE = re.compile(r"[\u3400-\u9fff]+")
SHOWN = [name for name in FORMATS if name not in QUOTING]
EVERYTHING = ReportOptions(minimum=Severity.INFO, show_suppressed=True, max_per_check=0)


def runs(text: str) -> set[str]:
    """All stretches of one more Chinese character than may be the same."""
    return {
        match[0][start : start + LONGEST + 1]
        for match in CHINESE.finditer(text)
        for start in range(len(match[0]) - LONGEST)
    }


def titles() -> set[str]:
    return runs("\n".join(entry.check.meta.title.zh for entry in registered().values()))


def test_the_drafts_are_quoted_otherwise() -> None:
    quoted = reportlint(DRAFTS[0], "--isolated", "-f", "json").out
    assert runs(quoted) & runs(DRAFTS[0].read_text("utf-8")) - titles()


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem[:3])
@pytest.mark.parametrize("name", SHOWN)
def test_no_format_quotes_a_draft(draft: Path, name: str) -> None:
    if find_spec(FORMATS[name]) is None:
        pytest.skip(f"the format {name} is not there yet")
    wanted = ["--statistics"] if name == "statistics" else ["-f", name]
    options = ("--isolated", "--redact", "--show-suppressed", "--max-per-check", "0", "--severity", "info")

    result = reportlint(draft, *options, *wanted)

    assert result.code == 1
    assert len(result.out) > 100
    assert not runs(result.out + result.err) & runs(draft.read_text("utf-8")) - titles()


def test_counts_and_places_are_those_of_the_draft() -> None:
    run = run_of(group(check_file(DRAFT), "placeholder.mask"))
    plain, hidden = (json.loads(printed(one, "json", EVERYTHING)) for one in (run, redacted(run)))

    assert hidden["summary"] == plain["summary"]
    assert hidden["files"][0]["characters"] == plain["files"][0]["characters"]
    for one, other in zip(plain["files"][0]["findings"], hidden["files"][0]["findings"], strict=True):
        spoken: dict[str, object] = {"message": "", "text": "", "fix": None, "related": []}
        assert {**other, **spoken} == {**one, **spoken}
        assert [place["line"] for place in other["related"]] == [place["line"] for place in one["related"]]
        assert (other["text"], other["fix"]) == ("", None)
    for name in ("full", "statistics"):
        shown = [printed(one, name, EVERYTHING).splitlines() for one in (run, redacted(run))]
        assert shown[0][-1] == shown[1][-1]


def test_full_shows_place_and_title_and_nothing_else() -> None:
    run = redacted(run_of(group(check_file(DRAFT), "placeholder.mask")))

    assert (
        printed(run, "full", EVERYTHING).split("\n\n")[0]
        == """\
草稿.txt
  1:1   错误  structure.missing  缺少部分
  2:11  错误  placeholder.mask   未填占位符（全文共 2 处）
        所在位置：2:11 2:30
  3:1   提示  duplicate.passage  段落重复
  3:16  警告  duplicate.word     词语重复
        另见 3:14"""
    )


@given(st.text(st.sampled_from("工作X，。 \u3000\t\n\r\x1c\x85\u2028\u200b1a\U0001f600"), max_size=60))
def test_a_draft_keeps_its_length(text: str) -> None:
    file = check_file(f"标题\n{text}\n三\n四\n")
    hidden = redacted(run_of(file)).files[0]

    assert file.document
    assert hidden.document
    assert characters(hidden) == characters(file)
    assert set(hidden.document.text.split()) | set(hidden.document.source.split()) <= {
        "■" * length for length in range(len(text) + 9)
    }
    assert [d.location.span for d in hidden.diagnostics] == [d.location.span for d in file.diagnostics]
    for diagnostic in hidden.diagnostics:
        assert (
            hidden.document.origin.place(hidden.document.map.to_source(diagnostic.location.span).start)
            == diagnostic.location.start
        )


def test_reasons_of_the_draft_are_left_out() -> None:
    run = redacted(run_of(suppress(check_file(DRAFT), "placeholder.mask", "张家湾的数字待核")))
    for name in ("full", "concise", "json"):
        text = printed(run, name, EVERYTHING)
        assert "张家湾" not in text
        assert "隐去" in text


QUOTING_WORDS = [
    ("ValueError: 张家湾水库 (check.py:3)", "ValueError (check.py:3)"),
    ("oops: 张家湾: 水库", "oops"),
    ("SystemExit: 张家湾", "SystemExit"),
    ("超过 10 秒仍未完成，已中止", "超过 10 秒仍未完成，已中止"),
    ("这里写了“张家湾”而不是“李家村”，请改", "这里写了“…”，请改"),
]


@pytest.mark.parametrize(("words", "left"), QUOTING_WORDS)
def test_words_of_exceptions_are_left_out(words: str, left: str) -> None:
    file = replace(check_file(DRAFT), failures=(Failure("a.b", Text(words)),))
    assert redacted(run_of(file)).files[0].failures[0].error.zh == left


def test_what_is_said_of_files_and_plugins_stays_but_for_quotations() -> None:
    assert unquoted(Text("读取 org 出错（插件 org 1.0）：ValueError: 张家湾 (a.py:3)")).zh.endswith(
        "：ValueError (a.py:3)"
    )
    assert unquoted(Text("文件不存在", "does not exist")) == Text("文件不存在", "does not exist")
    assert unquoted(Text("不再需要“张家湾”", "no need of '张家湾' any more")).en == "no need of '…' any more"
    own, foreign = redacted(run_of(unreadable("a.txt"), unreadable("a.org"))).files
    assert (own.error, foreign.error and "隐去" in foreign.error.zh) == (Text("不是文本", "not a text"), True)
    with pytest.raises(ValueError, match="张家湾") as raised:
        int("张家湾")
    assert re.fullmatch(r"ValueError \(test_redact.py:\d+\)", str(unquoted_error(raised.value)))


def test_a_plugin_that_quotes_gives_nothing_away(tmp_path: Path) -> None:
    code = checks("raise ValueError(document.text)\nyield")
    environment = install(tmp_path, Plugin("office", code))
    (tmp_path / "稿.txt").write_text("张家湾水库加固工程投资XX万元。\n", encoding="utf-8")
    for arguments in (("-f", "full"), ("-f", "json"), ("-f", "jsonl", "--lang", "en"), ("--fix",)):
        result = reportlint("稿.txt", "--isolated", "--redact", *arguments, cwd=tmp_path, environment=environment)
        assert result.code == 2
        assert "ValueError" in result.err
        assert "office.slogan" in result.err
        assert "水库" not in result.out + result.err


def test_a_check_that_breaks_is_told_without_its_words() -> None:
    run = redacted(run_of(check_file(DRAFT, checks={"a.broken": Broken()})))
    assert re.fullmatch(r"ValueError \(reports.py:\d+\)", run.files[0].failures[0].error.zh)


EXCLUDED = [
    ("草稿.txt", "--diff"),
    ("-", "--fix"),
    ("草稿.txt", "-f", "html"),
    ("草稿.txt", "-f", "fillin", "-o", "a.docx"),
    ("草稿.txt", "--output", "html=a.html"),
    ("草稿.txt", "--output", "json=a.json", "--output", "fillin=a.csv"),
]


@pytest.mark.parametrize("arguments", EXCLUDED)
def test_what_shows_the_draft_is_refused(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "草稿.txt").write_text("作出了贡贡献。\n", encoding="utf-8")

    result = reportlint(*arguments, "--isolated", "--redact", cwd=tmp_path, stdin="作出了贡贡献。\n".encode())

    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert "--redact" in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["草稿.txt"]
    assert (tmp_path / "草稿.txt").read_text("utf-8") == "作出了贡贡献。\n"


def test_files_are_redacted_too(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text("张家湾水库加固工程投资XX万元。\n", encoding="utf-8")

    result = reportlint("稿.txt", "--isolated", "--redact", "--output", "json=a.json", cwd=tmp_path)

    assert "水库" not in result.out + (tmp_path / "a.json").read_text("utf-8")
    assert "placeholder.mask" in result.out
