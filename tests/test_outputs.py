"""`--output FORMAT=FILE`: several reports of one run, each whole, none over a draft."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from command import DRAFT, reportlint
from plugins import Plugin, install

if TYPE_CHECKING:
    from pathlib import Path

REPORTER = Plugin(
    "table",
    'def render(run, options):\n    return [f"{file.path}:{len(file.diagnostics)}" for file in run.files]\n'
    'def broken(run, options):\n    raise ValueError("no table")\n'
    "def reportlint_reporters():\n"
    '    return [Reporter("table", render), Reporter("broken", broken)]\n',
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "草稿.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "子").mkdir()
    (tmp_path / "子" / "稿.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_files_are_written_beside_the_report(folder: Path) -> None:
    plain = reportlint("草稿.txt", "--isolated", cwd=folder)
    outputs = ("--output", "json=a.json", "--output=jsonl=名=字,有逗号.jsonl", "--output", "statistics=统计.txt")

    result = reportlint("草稿.txt", "--isolated", *outputs, cwd=folder)

    assert (result.code, result.out, result.err) == (plain.code, plain.out, "")
    findings = json.loads((folder / "a.json").read_text("utf-8"))["files"][0]["findings"]
    assert findings
    assert all(finding["fingerprint"] for finding in findings)
    lines = (folder / "名=字,有逗号.jsonl").read_text("utf-8").splitlines()
    assert json.loads(lines[-1])["type"] == "summary"
    assert "placeholder.mask" in (folder / "统计.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["full", "concise", "json", "jsonl", "fillin"])
def test_a_file_holds_what_the_format_prints(folder: Path, name: str) -> None:
    printed = reportlint("草稿.txt", "--isolated", "-f", name, cwd=folder)
    options = ("--output", f"{name}=out", "--color", "always")
    written = reportlint("草稿.txt", "--isolated", "-f", "concise", *options, cwd=folder)

    assert (folder / "out").read_bytes().decode() == printed.out
    assert "\x1b[" in written.out
    assert written.code == printed.code == 1


def test_severities_are_those_of_each_format(folder: Path) -> None:
    (folder / "reportlint.toml").write_text('[severities]\n"placeholder.mask" = "info"\n', encoding="utf-8")

    result = reportlint("草稿.txt", "--output", "json=a.json", "--output", "concise=a.txt", cwd=folder)

    assert "placeholder.mask" not in result.out
    assert "placeholder.mask" not in (folder / "a.txt").read_text("utf-8")
    assert "placeholder.mask" in (folder / "a.json").read_text("utf-8")


def test_formats_of_plugins(folder: Path) -> None:
    environment = install(folder, REPORTER)
    outputs = ("--output", "broken=b.txt", "--output", "table=t.txt", "--output", "json=a.json")

    result = reportlint("草稿.txt", "--isolated", "-f", "concise", *outputs, cwd=folder, environment=environment)

    assert result.code == 2, "a report is missing"
    assert "placeholder.mask" in result.out
    assert "no table" in result.err
    assert (folder / "t.txt").read_text("utf-8") == "草稿.txt:2\n"
    assert not (folder / "b.txt").exists()
    assert (folder / "a.json").exists()


REFUSED = [
    (("htlm=a.html",), "是否想写 html？"),
    (("tabel=a.txt",), "是否想写 table？"),
    (("json",), "格式=文件"),
    (("=a.json",), "格式=文件"),
    (("json=",), "格式=文件"),
    (("json=-",), "-f json"),
    (("json=没有/a.json",), "没有文件夹 没有"),
    (("json=子",), "是文件夹"),
    (("json=草稿.txt/a",), "不是文件夹"),
    (("json=./草稿.txt",), "草稿 ./草稿.txt"),
    (("json=链接.txt",), "草稿 链接.txt"),
    (("json=a.json", "jsonl=./a.json"), "同一个文件"),
    (("json=a.docx",), ".docx"),
    (("fillin=a.xlsx",), ".docx 或 .csv"),
]


@pytest.mark.parametrize(("outputs", "words"), REFUSED)
def test_what_cannot_be_written_is_refused_before_anything_is_checked(
    folder: Path, outputs: tuple[str, ...], words: str
) -> None:
    environment = install(folder, REPORTER)
    (folder / "链接.txt").symlink_to("草稿.txt")
    before = names(folder)
    options = [part for output in outputs for part in ("--output", output)]

    result = reportlint("草稿.txt", "--isolated", *options, cwd=folder, environment=environment)
    english = reportlint("草稿.txt", "--isolated", "--lang=en", *options, cwd=folder, environment=environment)

    assert (result.code, result.out) == (english.code, english.out) == (2, "")
    assert len(result.err.splitlines()) == len(english.err.splitlines()) == 1
    assert words in result.err
    assert result.err != english.err
    assert {name for name in names(folder) if "__pycache__" not in name} == before
    assert (folder / "草稿.txt").read_text("utf-8") == DRAFT


@pytest.mark.parametrize("option", ["-o", "--output"])
def test_a_draft_in_a_folder_is_not_written_over(folder: Path, option: str) -> None:
    value = "子/稿.txt" if option == "-o" else "json=子/稿.txt"

    result = reportlint(".", "--isolated", option, value, cwd=folder)

    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert (folder / "子" / "稿.txt").read_text("utf-8") == DRAFT


def test_a_draft_that_is_missing_is_not_made(folder: Path) -> None:
    assert reportlint("新.txt", "--isolated", "--output", "json=新.txt", cwd=folder).code == 2
    assert not (folder / "新.txt").exists()


def test_an_output_may_not_be_the_output_file(folder: Path) -> None:
    result = reportlint("草稿.txt", "--isolated", "-o", "a.json", "--output", "json=a.json", cwd=folder)

    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert not (folder / "a.json").exists()


@pytest.mark.parametrize("arguments", [("草稿.txt", "--diff"), ("-", "--fix")])
def test_without_findings_there_is_nothing_to_write(folder: Path, arguments: tuple[str, ...]) -> None:
    result = reportlint(*arguments, "--isolated", "--output", "json=a.json", cwd=folder, stdin=DRAFT.encode())

    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert not (folder / "a.json").exists()


def test_the_configuration_cannot_ask_for_files(folder: Path) -> None:
    (folder / "reportlint.toml").write_text('output = ["json=a.json"]\n', encoding="utf-8")

    result = reportlint("草稿.txt", cwd=folder)

    assert (result.code, result.out) == (2, "")
    assert not (folder / "a.json").exists()


def test_a_file_is_replaced_whole_and_keeps_its_link(folder: Path) -> None:
    (folder / "真.json").write_text("旧" * 100_000, encoding="utf-8")
    (folder / "链.json").symlink_to("真.json")

    assert reportlint("草稿.txt", "--isolated", "--output", "json=链.json", cwd=folder).code == 1

    assert (folder / "链.json").is_symlink()
    assert json.loads((folder / "真.json").read_text("utf-8"))["schema_version"] == 1
    assert not [name for name in names(folder) if name.endswith(".tmp")]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full device")
def test_what_cannot_be_written_costs_nothing_else(folder: Path) -> None:
    outputs = ("--output", "json=/dev/full", "--output", "jsonl=a.jsonl")

    result = reportlint("草稿.txt", "--isolated", "-f", "concise", *outputs, cwd=folder)

    assert result.code == 2
    assert "placeholder.mask" in result.out
    assert result.err == "reportlint: 无法写入 /dev/full：磁盘已满\n"
    assert (folder / "a.jsonl").exists()


@pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="this system does not name open pipes")
def test_a_pipe_takes_what_is_written(folder: Path) -> None:
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "reportlint", "草稿.txt", "--isolated", "--output", f"json=/dev/fd/{writing}"]

    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, pass_fds=[writing], check=False)  # noqa: S603 - our own program

    os.close(writing)
    with open(reading, "rb") as pipe:
        assert json.loads(pipe.read())["summary"]["error"] > 0
    assert done.returncode == 1
