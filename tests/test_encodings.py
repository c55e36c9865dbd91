"""A draft says the same whatever bytes it is stored in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command import DRAFT, SEEDS, reportlint
from reportlint.engine import inspect
from reportlint.readers import UndecodableError, decode, read
from reportlint.text import LineIndex
from support import registered

if TYPE_CHECKING:
    from pathlib import Path

    from reportlint.document import Document

PIECES = st.sampled_from(
    [
        "一年来，镇人大主席团",
        "召开会议XX次，",
        "作出了贡贡献。",
        "20_年",
        "**镇",
        "有序推进。",
        "一是抓学习；三是抓落实。",
        "（  ）",
        "&nbsp;",
        "\u3000\u3000",
        " ",
        "𠮷田",
        "“四个意识”",
        "同比增长%，",
    ]
)
LINES = st.lists(st.lists(PIECES, max_size=6).map("".join), min_size=1, max_size=8)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])
CHECKS = [(id_, entry.make()) for id_, entry in registered().items()]


def findings(document: Document) -> list[tuple[object, ...]]:
    """All that a reader sees of the findings: id, places, text."""
    inspection = inspect(document, CHECKS)
    assert not inspection.failures
    return [
        (d.check, d.location.start, d.location.end, d.location.text, d.message.zh, [r.start for r in d.related])
        for d in inspection.diagnostics
    ]


@given(LINES, ENCODINGS, NEWLINES)
@settings(max_examples=150)
def test_encoding_and_line_ends_change_nothing(lines: list[str], encoding: str, newline: str) -> None:
    plain = "\n".join(["各位代表：", *lines])
    stored = newline.join(["各位代表：", *lines]).encode(encoding)

    assert findings(read("a.txt", stored)) == findings(read("a.txt", plain.encode()))


@given(LINES, NEWLINES)
def test_the_reading_text_leads_back_to_the_source(lines: list[str], newline: str) -> None:
    source = newline.join(lines)
    document = read("a.txt", source.encode())

    for diagnostic in inspect(document, CHECKS).diagnostics:
        span = document.map.to_source(diagnostic.location.span)
        quoted = source[span.start : span.end].replace("\r\n", "\n").replace("\r", "\n")
        assert quoted == diagnostic.location.text
        index = LineIndex(source)
        assert index.line_column(span.start) == (diagnostic.location.start.line, diagnostic.location.start.column)


@given(
    st.lists(st.sampled_from(["召开会议XX次，", "作出了贡贡献。", "有序推进。", "20_年，"]), min_size=1, max_size=6),
    st.data(),
)
def test_markdown_marks_change_no_finding(parts: list[str], data: st.DataObject) -> None:
    """Bold, links and headings around whole phrases: the same findings, on the same characters of the file."""
    plain = "各项工作取得成效，" + "".join(parts)
    marked, apart = "各项工作取得成效，", True
    for part in parts:
        pairs = [("", ""), ("**", "**"), ("[", "](https://example.org/a)"), ("*", "*")] if apart else [("", "")]
        left, right = data.draw(st.sampled_from(pairs))
        marked += left + part + right
        apart = not left  # two marks that touch are read in more than one way
    prefix = data.draw(st.sampled_from(["", "- ", "> ", "1. "]))
    checks = [(id_, check) for id_, check in CHECKS if id_.startswith(("placeholder.", "duplicate."))]

    document = read("a.md", (prefix + marked).encode())
    found = inspect(document, checks).diagnostics
    expected = inspect(read("a.txt", plain.encode()), checks).diagnostics

    assert document.text.rstrip("\n") == plain
    assert [(d.check, d.location.text) for d in found] == [(d.check, d.location.text) for d in expected]
    for diagnostic in found:
        span = document.map.to_source(diagnostic.location.span)
        if document.map.exact(diagnostic.location.span):
            assert (prefix + marked)[span.start : span.end] == diagnostic.location.text


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("newline", ["\r\n", "\r"], ids=repr)
def test_seeds_in_other_bytes(path: object, encoding: str, newline: str) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]

    assert findings(read("a.txt", text.replace("\n", newline).encode(encoding))) == findings(
        read("a.txt", text.encode())
    )


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", "utf-8"),
        (b"plain ASCII\n", "utf-8"),
        ("一".encode("gbk"), "gb18030"),
        ("一是。".encode("gbk"), "gb18030"),
        ("贡贡献".encode(), "utf-8"),
        ("全镇".encode("utf-16-le"), "utf-16-le"),
        ("ab\n".encode("utf-16-be"), "utf-16-be"),
        ("镕淼㙍".encode("gb18030"), "gb18030"),
        ("对错题：√××√".encode(), "utf-8"),
        ("联通".encode("gbk"), "gb18030"),
        (b"\xff\xfe\0\0" + "镇𠮷".encode("utf-32-le"), "utf-32-le"),
        (b"\0\0\xfe\xff" + "镇𠮷".encode("utf-32-be"), "utf-32-be"),
    ],
    ids=repr,
)
def test_encodings_are_told_apart(data: bytes, encoding: str) -> None:
    assert decode(data).encoding == encoding
    assert decode(data).encode(decode(data).text) == data


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"\x00\x01\x02\x03" * 50, b"PK\x03\x04\x14\x00\x06\x00" * 9, b"\xff\xfe\x00"], ids=repr
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(data)


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-be"])
def test_a_fix_keeps_utf_32(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-32-be" else ""
    (tmp_path / "a.txt").write_bytes((mark + DRAFT).encode(encoding))

    assert reportlint("a.txt", "--fix", "--unsafe-fixes", "-q", cwd=tmp_path).code == 1
    assert (tmp_path / "a.txt").read_bytes() == (mark + DRAFT.replace("贡贡", "贡")).encode(encoding)
