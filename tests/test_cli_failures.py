"""What cannot be written, read or run: one line and status 2."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from command import DRAFT, reportlint

if TYPE_CHECKING:
    from pathlib import Path


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
        "f = Path('checks/broken'); f.mkdir(parents=True); (f / '__init__.py').write_text('1/0'); "
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
