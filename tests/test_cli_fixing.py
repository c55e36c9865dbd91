"""`--fix` and `--diff` as a user meets them."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from command import DRAFT, reportlint
from reportlint.cli.patch import to_show

if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_broken_configuration_elsewhere_does_not_stop_fixing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("各项工作&nbsp;有序推进。\n", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text("各项工作&nbsp;有序推进。\n", encoding="utf-8")
    (tmp_path / "sub" / "reportlint.toml").write_text("= 1\n", encoding="utf-8")

    result = reportlint(".", "--fix", cwd=tmp_path)

    assert result.code == 2
    assert "&nbsp;" not in (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "&nbsp;" in (tmp_path / "sub" / "b.txt").read_text(encoding="utf-8")
    assert "b.txt" in result.err
