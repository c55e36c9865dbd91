"""Words of the command line: slips, commands, completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from command import DRAFT, reportlint

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.mark.parametrize(("shell_name", "mark"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "--command")])
def test_completion_is_shown_for_any_shell(shell_name: str, mark: str) -> None:
    assert mark in reportlint("--show-completion", shell_name).out
    assert reportlint(f"--show-completion={shell_name}").out == reportlint("--show-completion", shell_name).out
    assert mark in reportlint("--show-completion", environment={"SHELL": f"/usr/bin/{shell_name}"}).out


def test_completion_is_installed_in_the_home_folder(tmp_path: Path) -> None:
    installed = reportlint("--install-completion", "bash", environment={"HOME": str(tmp_path)})
    refused = reportlint("--install-completion", "bash", environment={"HOME": "/dev/null"})

    assert reportlint("--install-completion", "-h", environment={"HOME": "/dev/null"}) == reportlint("--help")
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
