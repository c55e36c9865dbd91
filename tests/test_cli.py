"""The command line as a user meets it: real processes, real files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from command import DRAFT, SEEDS, reportlint
from reportlint.cli.patch import to_show

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A folder with a Chinese name that holds one faulty draft with a Chinese name."""
    folder = tmp_path / "报告 草稿"
    folder.mkdir()
    path = folder / "工作总结.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


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


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--selct", "x"], "--select"),
        (["--select", "placeholder.mark"], "placeholder.mask"),
        (["--ignore", "duplicat"], "duplicate"),
        (["--output-format", "jsn"], "json"),
        (["--no-fixx"], "--fix"),
        (["rules", "--jsno"], "--json"),
        (["explain", "duplicate.chars"], "duplicate.char"),
        (["--fail-on", "never-ever"], "never"),
        (["--fail-on", "warnings"], "是否想写 warning？"),
        (["--kind", "npc-presidum"], "是否想写 npc-presidium？"),
        (["init", "--kind", "goverment"], "是否想写 government？"),
        (["rules", "--lang", "fr"], "zh、en"),
        (["--help=3"], "--help 不带值"),
        (["rules", "--json=3"], "--json 不带值"),
        (["baseline", "wrte"], "没有命令 wrte，是否想写 write？"),
        (["config", "a", "b"], "多余的参数：b"),
        (["explain"], "缺少参数 ID"),
        (["--show-completion", "zhs"], "是否想写 zsh？"),
        (["chek"], "chek：文件不存在，是否想用命令 check？"),
        (["rule", "工作总结.txt"], "是否想用命令 rules？"),
        (["hlep"], "是否想用命令 help？"),
        (["completion"], "是否想用选项 --install-completion？"),
    ],
    ids=" ".join,
)
def test_a_slip_names_the_nearest_right_word(draft: Path, arguments: list[str], named: str) -> None:
    result = reportlint(*arguments, cwd=draft.parent)

    assert result.code == 2
    assert result.out == ""
    assert named in result.err
    assert len(result.err.splitlines()) == 1


def test_a_word_that_is_a_file_is_no_slip(draft: Path) -> None:
    for name in ("chek", "help"):
        (draft.parent / name).write_text(DRAFT, encoding="utf-8")

        assert reportlint(name, "-f", "concise", cwd=draft.parent).out.startswith(f"{name}:2:12:")
    assert "是否" not in reportlint("--", "rule", cwd=draft.parent).err


def test_help_and_version_are_words_too(draft: Path) -> None:
    assert reportlint("help", cwd=draft.parent) == reportlint("--help")
    assert reportlint("help", "check", cwd=draft.parent) == reportlint("check", "--help")
    assert reportlint("version", cwd=draft.parent) == reportlint("--version")
    english = reportlint("--help", environment={"REPORTLINT_LANG": "en"})
    for arguments in (["--lang", "en", "-h"], ["-h", "--lang", "en"], ["--lang=en", "help"]):
        assert reportlint(*arguments) == english
    assert reportlint("baseline", "write", "-h").out.startswith("用法: reportlint baseline write ")
    bare = reportlint("baseline")
    assert (bare.code, bare.out, bare.err) == (2, "", reportlint("baseline", "-h").out)


def test_options_may_stand_before_the_command(draft: Path) -> None:
    folder = draft.parent

    assert reportlint("--lang", "en", "config", cwd=folder) == reportlint("config", "--lang", "en", cwd=folder)
    assert reportlint("-f", "json", "check", draft.name, cwd=folder) == reportlint(draft.name, "-f", "json", cwd=folder)
    assert reportlint("-qq", draft.name, cwd=folder) == reportlint(draft.name, "-q", cwd=folder)
    assert "用时" in reportlint("-vvv", draft.name, cwd=folder).err


def test_an_unknown_language_of_the_environment_is_told(draft: Path) -> None:
    result = reportlint(draft, environment={"REPORTLINT_LANG": "fr"})

    assert result.out == reportlint(draft).out
    assert result.err == "reportlint: 环境变量 REPORTLINT_LANG 的值“fr”无效，可选：zh、en\n"


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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=repr)
def test_fix_keeps_every_other_byte(tmp_path: Path, encoding: str, newline: str) -> None:
    path = tmp_path / "a.txt"
    before = newline.join(["石桥镇2023年工作总结", "　　各项工作&nbsp;有序推进。", "　　完"])
    path.write_bytes(before.encode(encoding))

    shown = reportlint(path, "--diff")
    assert shown.code == 1
    assert path.read_bytes() == before.encode(encoding)

    reportlint(path, "--fix")
    after = path.read_bytes().decode(encoding)
    assert "&nbsp;" not in after
    assert after.replace(" ", "").replace("\xa0", "") == before.replace("&nbsp;", "")
    assert reportlint(path, "--diff") == type(shown)(0, "", "")


def test_fixing_standard_input_prints_the_text(tmp_path: Path) -> None:
    result = reportlint("-", "--fix", stdin="各项工作&nbsp;有序推进。\n".encode(), cwd=tmp_path)

    assert "&nbsp;" not in result.out
    assert result.out.endswith("有序推进。\n")


def test_unsafe_fixes_are_only_applied_when_asked_for(draft: Path) -> None:
    reportlint(draft, "--fix")
    assert "贡贡献" in draft.read_text(encoding="utf-8")
    reportlint(draft, "--fix", "--unsafe-fixes")
    assert "贡贡献" not in draft.read_text(encoding="utf-8")


def test_unsafe_fixes_alone_change_nothing(draft: Path) -> None:
    result = reportlint(draft, "--unsafe-fixes", "-f", "concise")

    assert draft.read_text(encoding="utf-8") == DRAFT
    assert result == reportlint(draft, "-f", "concise")


@pytest.mark.parametrize("part", ["write", "prune"])
@pytest.mark.parametrize("device", ["/dev/null", "/dev/full", "folder"])
def test_a_baseline_is_an_ordinary_file(draft: Path, part: str, device: str) -> None:
    (draft.parent / "folder").mkdir()
    for arguments in (["baseline", part, device, draft.name], [draft.name, "--baseline", device]):
        result = reportlint(*arguments, cwd=draft.parent)

        assert (result.code, result.out) == (2, "")
        assert result.err == f"reportlint: 基线文件 {device} 不是普通文件\n"


def shell(script: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script in which $R is the command."""
    program = f"{sys.executable} -m reportlint"
    return subprocess.run(  # noqa: S603 - our own script
        ["/bin/sh", "-c", script],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", ""), "R": program, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


COMMANDS = [".", "rules", "--help", ". --diff", "explain duplicate", "config", "--version", "- --fix < 工作总结.txt"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("where", [">&-", "> /dev/full"])
def test_output_that_cannot_be_written_is_no_finding(draft: Path, command: str, where: str) -> None:
    draft.write_text("各项工作&nbsp;有序推进，会议XX次。\n", encoding="utf-8")

    done = shell(f"$R {command} {where}", draft.parent)

    assert done.returncode == 2
    assert done.stderr.startswith("reportlint: 无法写到标准输出：")
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_had_enough_is_no_error(draft: Path) -> None:
    draft.write_text(DRAFT * 2000, encoding="utf-8")

    done = shell("$R --max-per-check 0 -f concise . | head -n 1", draft.parent)

    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""
    assert shell("$R . >&- 2>&-", draft.parent).returncode == 2


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    done = shell("mkdir gone; cd gone; rmdir ../gone; $R", tmp_path, PYTHONSAFEPATH="1")

    assert (done.returncode, done.stderr) == (2, "reportlint: 当前文件夹已不存在\n")


def test_a_broken_installation_says_so_in_one_line(draft: Path) -> None:
    code = (
        "import sys, reportlint.cli, reportlint.checks as c; from pathlib import Path; "
        "f = Path('checks/broken'); f.mkdir(parents=True); (f / 'check.py').write_text('1/0'); "
        "c.__path__.insert(0, 'checks'); reportlint.cli.main()"
    )
    done = shell(f'{sys.executable} -c "{code}"', draft.parent)
    debug = shell(
        f'{sys.executable} -c "{code.replace("parents=True", "parents=True, exist_ok=True")}"',
        draft.parent,
        REPORTLINT_DEBUG="1",
    )

    assert done.returncode == debug.returncode == 2
    assert done.stderr.startswith("reportlint: reportlint 内部出错：ZeroDivisionError")
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" in debug.stderr


def test_errors_of_the_system_are_told_in_the_users_language(draft: Path) -> None:
    chinese, english = (reportlint(draft, "-o", draft.parent / "no" / "a", "--lang", lang) for lang in ("zh", "en"))

    assert chinese.code == english.code == 2
    assert chinese.err.endswith("：文件或文件夹不存在\n")
    assert english.err.endswith(": No such file or directory\n")


def test_init_refuses_an_unknown_kind(tmp_path: Path) -> None:
    result = reportlint("init", "--kind", "foo", cwd=tmp_path)

    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert not list(tmp_path.iterdir())


BEFORE = "石桥镇2023年工作总结\n　　各项工作&nbsp;有序推进。\n　　\x1b[31m完\n　　再次&nbsp;报告"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\r"], ids=repr)
@pytest.mark.parametrize(
    "name", ["a.txt", "总结 2023.txt", '引"号\n\t\\.txt', os.fsdecode("总结".encode("gb18030")) + ".txt"]
)
def test_a_diff_can_be_applied(tmp_path: Path, encoding: str, newline: str, name: str) -> None:
    if shutil.which("patch") is None:
        pytest.skip("there is no patch")
    path = tmp_path / name
    path.write_bytes(BEFORE.replace("\n", newline).encode(encoding))

    shown = reportlint(name, "--diff", cwd=tmp_path)
    assert (shown.code, shown.err) == (1, "")
    diff = shown.out.encode("utf-8", "surrogateescape")
    subprocess.run(["patch", "-p0", "--binary", "-s"], cwd=tmp_path, input=diff, check=True)  # noqa: S607 - whichever patch the user has
    patched = path.read_bytes()

    path.write_bytes(BEFORE.replace("\n", newline).encode(encoding))
    reportlint(name, "--fix", cwd=tmp_path)
    assert patched == path.read_bytes()
    assert b"&nbsp;" not in patched


@pytest.mark.parametrize(("encoding", "newline"), [("utf-16", "\n"), ("utf-8", "\r")])
def test_a_diff_that_cannot_be_applied_says_so(tmp_path: Path, encoding: str, newline: str) -> None:
    (tmp_path / "a.txt").write_bytes(BEFORE.replace("\n", newline).encode(encoding))

    result = reportlint("a.txt", "--diff", cwd=tmp_path)

    assert "\n-　　各项工作&nbsp;有序推进。\n" in result.out
    assert "仅供阅读" in result.err


def test_a_diff_does_not_steer_a_terminal() -> None:
    shown = to_show("a\n\x1b.txt", BEFORE, BEFORE.replace("&nbsp;", " "))

    assert "\x1b" not in shown
    assert "　　�[31m完\n" in shown
    assert shown.splitlines()[:2] == ["--- a��.txt", "+++ a��.txt"]


def test_a_draft_that_may_not_be_written_is_still_reported(draft: Path) -> None:
    draft.write_text(DRAFT + "　　各项工作&nbsp;有序推进。\n", encoding="utf-8")
    if os.geteuid() == 0:
        pytest.skip("root may write everything")
    draft.chmod(0o444)

    result = reportlint(draft.name, "--fix", "-f", "concise", cwd=draft.parent)

    assert result.code == 2
    assert result.err.startswith("reportlint: 工作总结.txt 是只读文件，未写\n")
    assert "placeholder.mask" in result.out


def test_fixes_that_want_a_look_are_counted(draft: Path) -> None:
    shown, fixed = reportlint(draft, "--diff"), reportlint(draft, "--fix")

    assert (shown.code, shown.out, shown.err) == (0, "", "reportlint: 另有 1 处修改需加 --unsafe-fixes\n")
    assert fixed.err == shown.err
    assert reportlint(draft, "--diff", "-q").err == ""
    assert reportlint(draft, "--diff", "--unsafe-fixes").err == ""


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


@pytest.mark.parametrize(("shell_name", "mark"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "--command")])
def test_completion_is_shown_for_any_shell(shell_name: str, mark: str) -> None:
    assert mark in reportlint("--show-completion", shell_name).out
    assert reportlint(f"--show-completion={shell_name}").out == reportlint("--show-completion", shell_name).out
    assert mark in reportlint("--show-completion", environment={"SHELL": f"/usr/bin/{shell_name}"}).out


def test_completion_is_installed_in_the_home_folder(tmp_path: Path) -> None:
    installed = reportlint("--install-completion", "bash", environment={"HOME": str(tmp_path)})
    refused = reportlint("--install-completion", "bash", environment={"HOME": "/dev/null"})

    assert (installed.code, installed.err) == (0, "")
    assert installed.out.startswith("已为 bash 安装命令补全：")
    assert list(tmp_path.rglob("reportlint.sh"))
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)


def test_options_are_completed_without_a_command() -> None:
    words = {"_REPORTLINT_COMPLETE": "complete_bash", "COMP_WORDS": "reportlint\n--unsafe", "COMP_CWORD": "1"}
    typed = {"_REPORTLINT_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "reportlint a.txt --unsafe"}

    assert "--unsafe-fixes" in reportlint(environment=words).out
    assert "--unsafe-fixes" in reportlint(environment=typed).out


def test_completion_is_offered() -> None:
    result = reportlint(
        environment={"_REPORTLINT_COMPLETE": "complete_bash", "COMP_WORDS": "reportlint ex", "COMP_CWORD": "1"}
    )

    assert "explain" in result.out


def test_version() -> None:
    assert reportlint("--version").out.startswith("reportlint ")
    assert "lexicon" in reportlint("--version", "-v").out


def test_seeds_are_never_changed_by_a_check() -> None:
    before = {path: path.read_bytes() for path in SEEDS.glob("*.txt")}

    assert reportlint(SEEDS).code == 1
    assert {path: path.read_bytes() for path in SEEDS.glob("*.txt")} == before
