"""Whatever bytes a file holds, a run ends by the rules: no traceback, no changed input, one line for each failure."""

from __future__ import annotations

import os
import random
import sys
import time
from typing import TYPE_CHECKING

import pytest

from command import SEEDS, reportlint
from reportlint.readers import read
from reportlint.run import Session, execute

if TYPE_CHECKING:
    from pathlib import Path

SEED = 20261123


def write(folder: Path, name: str, data: bytes) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)


def check(folder: Path) -> tuple[int, dict[str, str]]:
    """Exit status, and the errors by path, of a run over a folder; nothing in it may change."""
    before = {path: path.read_bytes() for path in folder.iterdir()}
    run = execute(Session({"isolated": True}, {}), [str(path) for path in sorted(folder.iterdir())])

    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert not [failure for file in run.files for failure in file.failures]
    assert len(run.files) == len(before)
    errors = {file.path: file.error.zh for file in run.files if file.error}
    assert all("\n" not in error for error in errors.values())
    return run.exit_code(None), errors


def test_a_thousand_random_files(tmp_path: Path) -> None:
    source = random.Random(SEED)  # noqa: S311 - repeatable on purpose
    for number in range(1000):
        alphabet = source.choice(
            [range(256), range(128), b"XX*_()[]{}<>&#%.,;:!?-~`|\\/ \n\r\t0123456789", range(0x80, 0x100)]
        )
        data = bytes(source.choices(list(alphabet), k=source.randrange(400)))
        write(tmp_path / "random", f"{number}.{source.choice(['txt', 'md'])}", data)

    code, errors = check(tmp_path / "random")

    assert code == 2
    assert 0 < len(errors) < 1000


def test_two_hundred_broken_copies_of_the_seeds(tmp_path: Path) -> None:
    source = random.Random(SEED)  # noqa: S311 - repeatable on purpose
    seeds = [path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))]
    for number in range(200):
        data = bytearray(source.choice(seeds))
        if number % 4 == 0:
            data = data[: source.randrange(len(data))]
        elif number % 4 == 1:
            for _ in range(source.randrange(1, 30)):
                data[source.randrange(len(data))] = source.randrange(256)
        elif number % 4 == 2:
            text = data.decode()
            data = bytearray(text.encode(source.choice(["gb18030", "utf-16", "utf-16-le"])))[source.randrange(2) :]
        else:
            at = source.randrange(len(data))
            data[at:at] = source.choice(
                [b"\0", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\x1b[31m", "\u202e".encode(), b"\r\r\n\x0b\x0c"]
            )
        write(tmp_path / "broken", f"{number}.txt", bytes(data))

    code, errors = check(tmp_path / "broken")

    assert code in {0, 2}
    assert (code == 2) == bool(errors)


def test_odd_texts(tmp_path: Path) -> None:
    texts = ["", "\n", "\ufeff", "\r\r\r", " " * 5000, "X" * 5000, "（" * 5000, "一" * 5000, "1" * 5000, "*_" * 2500]
    texts += [
        "\u2028\u2029\x0b\x0c\x1c\x85",
        "<!-- reportlint: -->",
        "<!-- reportlint: ignore",
        "《" * 99 + "》",
        "𠮷" * 99,
    ]
    for number, text in enumerate(texts):
        write(tmp_path / "odd", f"{number}.txt", text.encode())
        write(tmp_path / "odd", f"{number}.md", text.encode())

    assert check(tmp_path / "odd") == (0, {})


def test_odd_names(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text("召开XX次会议。", encoding="utf-8")
    with open(os.fsencode(tmp_path) + b"/\xff\xfe.txt", "w", encoding="utf-8") as stream:
        stream.write("召开XX次会议。")

    for form in ("full", "concise", "json", "jsonl"):
        result = reportlint(tmp_path, "-f", form)
        assert result.code == 1
        assert "Traceback" not in result.err


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights there")
def test_a_link_in_a_loop_is_told_and_the_other_files_are_checked(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    write(tmp_path, "a.txt", "召开XX次会议。\n".encode())

    result = reportlint(".", "-f", "concise", cwd=tmp_path)

    assert result.code == 2
    assert "a.txt:1:3" in result.out
    assert "loop.txt" in result.err
    assert "Traceback" not in result.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    result = reportlint("pipe.txt", cwd=tmp_path)

    assert result.code == 2
    assert "普通文件" in result.err


@pytest.mark.skipif(not os.path.isdir("/dev/fd"), reason="there is no /dev/fd")
def test_a_pipe_from_the_shell_is_read() -> None:
    result = reportlint("/dev/stdin", "-f", "concise", stdin="召开XX次会议。\n".encode())

    assert result.code == 1
    assert "placeholder.mask" in result.out


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\nplain text follows\n", "PDF"),
        (b"{\\rtf1\\ansi plain text}", "RTF"),
        (b"PK\x03\x04\x14\x00word/document.xml", ".docx"),
        (b"PK\x03\x04plain", "压缩"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "Word"),
    ],
)
def test_other_formats_never_look_clean(tmp_path: Path, data: bytes, named: str) -> None:
    write(tmp_path, "a.txt", data)

    code, errors = check(tmp_path)

    assert code == 2
    (error,) = errors.values()
    assert named in error


@pytest.mark.timing
@pytest.mark.parametrize("unit", ["<!-- reportlint: ignore a.b -->\n甲\n", "<!-- reportlint: ignore a.b -->"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_thousands_of_comments_cost_linear_time(unit: str, name: str) -> None:
    begin = time.process_time()
    document = read(name, (unit * 4000).encode())

    assert time.process_time() - begin < 5
    assert len(document.directives) == 4000


@pytest.mark.timing
@pytest.mark.parametrize("unit", ["a", "a.b ", "a,", " ", "<!-- ", "<!-- reportlint: ", "--", "<!--\n", "rep"])
def test_comments_never_closed_cost_linear_time(unit: str) -> None:
    begin = time.process_time()
    read("a.txt", ("<!-- reportlint: ignore " + unit * 30_000).encode())

    assert time.process_time() - begin < 2
