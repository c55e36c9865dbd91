"""A file is replaced at once or not at all, and keeps what it is."""

from __future__ import annotations

import os
import stat
import sys
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.readers import Decoded, decode
from reportlint.writing import WritingError, diff, encode_back, replace_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX systems")


def test_a_file_gets_its_new_content(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes("旧".encode())
    replace_file(str(path), "新".encode())
    assert path.read_bytes() == "新".encode()
    assert os.listdir(tmp_path) == ["报告.txt"]


def test_a_file_that_is_not_there_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    replace_file("报告.txt", b"1")
    assert (tmp_path / "报告.txt").read_bytes() == b"1"


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(b"1")
    path.chmod(mode)
    owner = path.stat()
    replace_file(str(path), b"2")
    after = path.stat()
    assert stat.S_IMODE(after.st_mode) == mode
    assert (after.st_uid, after.st_gid) == (owner.st_uid, owner.st_gid)


@posix
def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "一.txt").write_bytes(b"1")
    replace_file(str(tmp_path / "二.txt"), b"2")
    assert (tmp_path / "二.txt").stat().st_mode == (tmp_path / "一.txt").stat().st_mode


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "存档").mkdir()
    path, link = tmp_path / "存档" / "报告.txt", tmp_path / "链接.txt"
    path.write_bytes(b"1")
    link.symlink_to(Path("存档") / "报告.txt")
    replace_file(str(link), b"2")
    assert link.is_symlink()
    assert path.read_bytes() == b"2"
    assert sorted(os.listdir(tmp_path)) == ["存档", "链接.txt"]
    assert os.listdir(tmp_path / "存档") == ["报告.txt"]


def test_on_failure_the_old_content_stays_and_nothing_is_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(b"1")
    with pytest.raises(TypeError):
        replace_file(str(path), "no bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"1"
    assert os.listdir(tmp_path) == ["报告.txt"]


def test_when_it_cannot_be_put_in_place_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(b"1")

    def refuse(_source: str, _target: str) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        replace_file(str(path), b"2")
    assert path.read_bytes() == b"1"
    assert os.listdir(tmp_path) == ["报告.txt"]


def test_what_somebody_else_wrote_meanwhile_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(b"newer")
    with pytest.raises(WritingError, match="changed while"):
        replace_file(str(path), b"2", expected=b"1")
    assert path.read_bytes() == b"newer"
    replace_file(str(path), b"2", expected=b"newer")
    assert path.read_bytes() == b"2"
    path.unlink()
    with pytest.raises(WritingError, match="changed while"):
        replace_file(str(path), b"3", expected=b"2")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(WritingError, match="ordinary"):
        replace_file(str(tmp_path), b"2")


@posix
def test_a_device_is_no_file() -> None:
    with pytest.raises(WritingError, match="ordinary"):
        replace_file(os.devnull, b"2")


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is write-protected for root")
def test_a_write_protected_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(b"1")
    path.chmod(0o444)
    with pytest.raises(WritingError, match="write-protected"):
        replace_file(str(path), b"2")
    assert path.read_bytes() == b"1"


@pytest.mark.parametrize("data", ["经济，总量".encode("gb18030"), b"\xef\xbb\xbf" + "经济".encode(), b"plain"])
def test_what_is_encoded_back_differs_only_in_the_change(data: bytes) -> None:
    decoded = decode(data)
    assert encode_back(decoded, data, decoded.text) == data
    assert encode_back(decoded, data, decoded.text + "好") == data + "好".encode(decoded.encoding)


def test_an_encoding_that_does_not_give_the_same_bytes_again_is_refused() -> None:
    data = "经济".encode()
    with pytest.raises(WritingError, match="utf-8-sig") as refused:
        encode_back(Decoded(data.decode("utf-8-sig"), "utf-8-sig"), data, "经济好")
    assert "未写" in refused.value.text.zh
    with pytest.raises(WritingError, match="ascii"):
        encode_back(Decoded("经济", "ascii"), data, "经济好")


def test_a_character_the_encoding_has_not_is_refused_by_name() -> None:
    with pytest.raises(WritingError, match="𠮷"):
        encode_back(Decoded("经济", "gb2312"), "经济".encode("gb2312"), "经济𠮷")


@given(
    st.lists(st.text("甲乙\x0b\u2028", max_size=3), max_size=6), st.lists(st.text("甲乙\x0b", max_size=3), max_size=6)
)
def test_a_diff_is_the_usual_one(old: list[str], new: list[str]) -> None:
    before, after = [line + "\n" for line in old], [line + "\n" for line in new]
    expected = "".join(unified_diff(before, after, "报告.txt", "报告.txt"))
    assert diff("报告.txt", "".join(before), "".join(after)) == expected


def test_the_same_text_has_no_diff() -> None:
    assert diff("报告.txt", "甲\r乙", "甲\r乙") == ""


def test_a_diff_shows_every_line_on_a_line_of_its_own() -> None:
    assert diff("报告.txt", "甲\r乙\r\n丙", "甲\r乙\r\n丁").split("\n")[2:] == [
        "@@ -1,3 +1,3 @@",
        " 甲",
        " 乙\r",
        "-丙",
        "\\ No newline at end of file",
        "+丁",
        "\\ No newline at end of file",
        "",
    ]
