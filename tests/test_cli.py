"""The command line as a user meets it: real processes, real files."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from command import DRAFT, SEEDS, reportlint

if TYPE_CHECKING:
    from pathlib import Path


def test_check_is_implied(draft: Path) -> None:
    implied = reportlint(draft.name, "-f", "concise", cwd=draft.parent)
    named = reportlint("check", draft.name, "-f", "concise", cwd=draft.parent)

    assert implied == named
    assert implied.code == 1
    lines = implied.out.splitlines()
    assert lines[0].startswith("工作总结.txt:2:12: error placeholder.mask ")
    assert any(line.startswith("工作总结.txt:2:") and " duplicate.char " in line for line in lines)
    assert implied.err == ""


@pytest.mark.parametrize(
    "locale",
    [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0", "LANG": "C"}],
    ids=str,
)
def test_any_locale_prints_utf8(draft: Path, locale: dict[str, str]) -> None:
    result = reportlint(draft, environment=locale)

    assert result.code == 1
    assert "XX" in result.out
    assert "工作总结.txt" in result.out


def test_clean_draft_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一年来，各项工作有序推进。\n", encoding="utf-8")

    result = reportlint(path)

    assert result.code == 0
    assert "没有发现问题" in result.out


def test_both_languages(draft: Path) -> None:
    chinese, english = reportlint(draft), reportlint(draft, "--lang", "en")

    assert "错误" in chinese.out
    assert "error" in english.out
    assert "错误" not in english.out
    assert reportlint(draft, environment={"REPORTLINT_LANG": "en"}) == english
    assert "Usage" in reportlint("--help", environment={"REPORTLINT_LANG": "en"}).out
    assert "用法" in reportlint("--help").out


def test_unreadable_files_do_not_stop_the_others(draft: Path) -> None:
    folder = draft.parent
    (folder / "二进制.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "坏.txt").write_bytes("人大工作".encode() + b"\xff\x80\xff" * 3)

    result = reportlint("没有.txt", "二进制.txt", "坏.txt", "工作总结.txt", "-f", "concise", cwd=folder)

    assert result.code == 2
    assert [line.split("：")[0] for line in result.err.splitlines()] == [
        "reportlint: 没有.txt",
        "reportlint: 二进制.txt",
        "reportlint: 坏.txt",
    ]
    assert "工作总结.txt:2:12:" in result.out


def test_a_file_that_is_too_large_is_refused_and_can_be_allowed(draft: Path) -> None:
    refused = reportlint(draft, "--max-file-size", "50")
    allowed = reportlint(draft, "--max-file-size", "1KB")

    assert refused.code == 2
    assert "--max-file-size" in refused.err
    assert allowed.code == 1


def test_fifty_megabytes_in_one_line_are_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("一".encode() * (50 << 20 >> 1))

    result = reportlint(path)

    assert result.code == 2
    assert len(result.err.splitlines()) == 1


def test_no_permission(draft: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    draft.chmod(0)

    assert reportlint(draft).code == 2


def test_standard_input(draft: Path) -> None:
    result = reportlint("-", "--stdin-filename", "草稿.txt", "-f", "concise", stdin=DRAFT.encode("gb18030"))

    assert result.code == 1
    assert result.out.startswith("草稿.txt:2:12: ")
    assert reportlint("-", stdin=draft.read_bytes()).code == 1


def test_folders_are_searched_in_depth_and_sorted(draft: Path) -> None:
    folder = draft.parent
    for name in ("乙/1.txt", "甲/2.md", "甲/~$2.md", "甲/3.csv", ".git/4.txt", "node_modules/5.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(DRAFT, encoding="utf-8")

    found = [file["path"] for file in reportlint(".", "-f", "json", cwd=folder).json["files"]]

    assert found == sorted(found)
    assert [os.path.normpath(path) for path in found] == ["乙/1.txt", "工作总结.txt", "甲/2.md"]


def test_gitignore_is_respected(draft: Path) -> None:
    folder = draft.parent
    (folder / "归档").mkdir()
    for name in ("归档/旧.txt", "临时.txt", "留.txt"):
        (folder / name).write_text(DRAFT, encoding="utf-8")
    (folder / ".gitignore").write_text("归档/\n临时*\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)  # noqa: S603, S607 - whichever git the user has

    def paths(*arguments: str) -> list[str]:
        return [file["path"] for file in reportlint(*arguments, "-f", "json", cwd=folder).json["files"]]

    assert paths(".") == ["工作总结.txt", "留.txt"]
    assert paths("归档") == ["归档/旧.txt"], "a folder that was asked for by name is checked"
    assert paths("临时.txt") == ["临时.txt"]


def test_exclude(draft: Path) -> None:
    folder = draft.parent
    (folder / "归档").mkdir()
    (folder / "归档" / "旧.txt").write_text(DRAFT, encoding="utf-8")

    def paths(*arguments: str) -> list[str]:
        return [file["path"] for file in reportlint(*arguments, "-f", "json", cwd=folder).json["files"]]

    assert paths(".", "--exclude", "归档") == ["工作总结.txt"]
    assert paths(".", "--exclude", "工作*.txt") == ["归档/旧.txt"]
    assert paths("工作总结.txt", "--exclude", "工作*") == ["工作总结.txt"]
    assert paths("工作总结.txt", "--exclude", "工作*", "--force-exclude") == []


def test_a_draft_whose_name_begins_with_a_dash(draft: Path) -> None:
    (draft.parent / "-稿.txt").write_text(DRAFT, encoding="utf-8")
    both = reportlint(draft.name, "-稿.txt", "-f", "concise", cwd=draft.parent)

    assert both.code == 1
    assert {line.partition(":")[0] for line in both.out.splitlines()} == {draft.name, "-稿.txt"}
    assert reportlint("-没有.txt", cwd=draft.parent).code == 2


def test_a_pattern_the_shell_did_not_expand(draft: Path) -> None:
    assert reportlint("*.txt", "-f", "concise", cwd=draft.parent).code == 1
    nothing = reportlint("*.md", cwd=draft.parent)
    assert nothing.code == 2
    assert "*.md" in nothing.err


def test_select_and_ignore(draft: Path) -> None:
    def checks(*arguments: str) -> set[str]:
        run = reportlint(draft, "-f", "json", *arguments).json
        return {finding["check"] for finding in run["files"][0]["findings"]}

    assert checks("--select", "duplicate") == {"duplicate.char"}
    assert "duplicate.char" not in checks("--ignore", "duplicate")
    assert "duplicate.char" in checks("--ignore", "duplicate", "--select", "duplicate.char,placeholder")
    assert checks("--select", "placeholder.x-run") == {"placeholder.mask"}, "an old id goes on working"


def test_fail_on(draft: Path) -> None:
    assert reportlint(draft, "--fail-on", "never").code == 0
    assert reportlint(draft, "--select", "residue", "--fail-on", "info").code == 0


def test_output_file(draft: Path, tmp_path: Path) -> None:
    target = tmp_path / "结果.json"

    result = reportlint(draft, "-f", "json", "-o", target)

    assert (result.code, result.out) == (1, "")
    assert '"schema_version": 1' in target.read_text(encoding="utf-8")
    refused = reportlint(draft, "-o", draft)
    assert refused.code == 2
    assert draft.read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_statistics_are_for_people(draft: Path, name: str) -> None:
    result = reportlint(draft, "--statistics", "-f", name)

    assert (result.code, result.out) == (2, "")
    assert "--statistics" in result.err


def test_statistics(draft: Path) -> None:
    result = reportlint(draft, "--statistics")

    assert "placeholder.mask" in result.out
    assert "XX" not in result.out


def test_baseline(draft: Path) -> None:
    folder = draft.parent

    written = reportlint("baseline", "write", "b.json", cwd=folder)
    assert written.code == 0
    stored = (folder / "b.json").read_text(encoding="utf-8")
    assert "贡" not in stored
    assert "XX" not in stored
    assert reportlint(".", "--baseline", "b.json", cwd=folder).code == 0

    draft.write_text(DRAFT + "　　新增XX条。\n", encoding="utf-8")
    after = reportlint(".", "--baseline", "b.json", "-f", "concise", cwd=folder)
    assert after.code == 1
    assert [line.split(":")[1] for line in after.out.splitlines()] == ["3"]

    draft.write_text("石桥镇2023年工作总结\n", encoding="utf-8")
    assert reportlint("baseline", "prune", "b.json", cwd=folder).code == 0
    assert "工作总结" not in (folder / "b.json").read_text(encoding="utf-8")
    assert reportlint(".", "--baseline", "nowhere.json", cwd=folder).code == 2


def test_suppression(draft: Path) -> None:
    draft.write_text(
        "石桥镇2023年工作总结\n<!-- reportlint: ignore placeholder.mask 待统计局核定 -->\n　　共召开会议XX次。\n"
        "<!-- 校对忽略 duplicate.char 没有 -->\n　　完。\n",
        encoding="utf-8",
    )

    run = reportlint(draft, "-f", "json").json
    findings = {(f["check"], f["line"]): f["suppressed"] for f in run["files"][0]["findings"]}

    assert findings["placeholder.mask", 3] == "待统计局核定"
    assert findings["suppression.unused", 4] is None
    assert run["summary"]["suppressed"] == 1
    assert "XX" not in reportlint(draft).out
    assert "XX" in reportlint(draft, "--show-suppressed").out


def test_rules_and_explain() -> None:
    table, page = reportlint("rules"), reportlint("explain", "duplicate.char")

    assert table.code == page.code == 0
    assert "duplicate.char" in table.out
    assert "级别: 错误  把握: 高" in page.out
    assert "## 反例" in page.out
    assert "Wrong" in reportlint("explain", "duplicate.char", "--lang", "en").out
    assert {entry["id"] for entry in reportlint("rules", "--json").json} >= {"duplicate.char", "placeholder.mask"}
    assert reportlint("explain", "duplicate").out.count("## 为什么") > 3


def test_version() -> None:
    assert reportlint("--version").out.startswith("reportlint ")
    assert "lexicon" in reportlint("--version", "-v").out


def test_seeds_are_never_changed_by_a_check() -> None:
    before = {path: path.read_bytes() for path in SEEDS.glob("*.txt")}

    assert reportlint(SEEDS).code == 1
    assert {path: path.read_bytes() for path in SEEDS.glob("*.txt")} == before
