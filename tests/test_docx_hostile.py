"""Word documents made to hurt: what would cost the square of its size, what unpacks to too much, and 500 broken files.

The common kinds of damage: see test_word_hostile.
"""

from __future__ import annotations

import contextlib
import io
import random
import struct
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from command import reportlint
from docxfiles import NUMBERING
from reportlint.cli import dispatch
from reportlint.readers import ReadingError
from reportlint.readers.docx import read_docx
from reportlint.word.opening import MOST_CHARACTERS
from reportlint.word.package import MOST_TAGS
from reportlint.word.walker import MOST_PARAGRAPHS
from wordfiles import R, box, cell, docx, field, p, packed, r, relations, row, story, table, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAIN = "word/document.xml"
RELS = "word/_rels/document.xml.rels"


def comment(number: int, text: str) -> str:
    return f'<w:comment w:id="{number}" w:author="a"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'


def headers(count: int, content: str) -> bytes:
    """A document with many headers, each a part of its own."""
    parts = unpacked(docx(p("甲"), section="".join(f'<w:headerReference r:id="h{n}"/>' for n in range(count)) * 3))
    named = (f'<Relationship Id="h{n}" Type="{R}/header" Target="h{n}.xml"/>' for n in range(count))
    parts[RELS] = relations("".join(named)).encode()
    header = story("hdr", content).encode()
    return packed({**parts, **{f"word/h{n}.xml": header for n in range(count)}})


def with_main(content: bytes) -> bytes:
    return packed({**unpacked(docx()), MAIN: content})


def nested(start: str, inside: str, end: str, count: int) -> bytes:
    return docx(start * count, inside, end * count)


OPEN_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'
CODES = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    "<w:r><w:instrText>a </w:instrText></w:r>",
)
TRAPS: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "open fields around many runs": (10_000, lambda n: docx(p(OPEN_FIELD * n, r("甲") * n))),
    "a long code before many runs": (20_000, lambda n: docx(p(CODES[0].format(CODES[1] * n), r("甲") * n))),
    "boxes in boxes": (
        20_000,
        lambda n: nested(f"<w:p>{r('甲')}<w:r><w:txbxContent>", p("甲"), "</w:txbxContent></w:r></w:p>", n),
    ),
    "boxes side by side": (10_000, lambda n: docx(p(box(p("甲")) * n))),
    "tables in tables around many paragraphs": (
        10_000,
        lambda n: nested("<w:tbl><w:tr><w:tc>", p("甲") * n, "</w:tc></w:tr></w:tbl>", n),
    ),
    "tables without cells": (10_000, lambda n: nested("<w:tbl>", p("甲") * n, "</w:tbl>", n)),
    "tables in one cell": (5000, lambda n: docx(table(row("甲", table(row("乙", "丙")) * n + p("丁"))))),
    "lines in a cell": (
        40_000,
        lambda n: docx(table(row("甲", f"<w:p><w:r>{'<w:t>甲甲</w:t><w:br/>' * n}</w:r></w:p>"))),
    ),
    "a cell over many rows": (
        10_000,
        lambda n: docx(table(row(cell("甲", '<w:vMerge w:val="restart"/>')), row(cell("", "<w:vMerge/>")) * n)),
    ),
    "many runs": (100_000, lambda n: docx(p(r("甲乙丙丁") * n))),
    "many references": (100_000, lambda n: docx(p(f"<w:r><w:t>{'&#x4E2D;' * n}</w:t></w:r>"))),
    "many lines of one text": (100_000, lambda n: docx(p(f"<w:r><w:t>{'中' + chr(10)}</w:t></w:r>" * (n // 10)))),
    "brackets": (1_000_000, lambda n: docx(p(r("]" * n)))),
    "elements in elements": (100_000, lambda n: nested("<w:sdt>", p("甲"), "</w:sdt>", n)),
    "paragraphs in paragraphs": (30_000, lambda n: nested("<w:p>", r("甲"), "</w:p>", n)),
    "deleted ends": (30_000, lambda n: docx(p("甲", properties="<w:rPr><w:del/></w:rPr>") * n)),
    "names of headers": (200_000, lambda n: docx(p("甲"), section='<w:headerReference r:id="x"/>' * n)),
    "headers": (2000, lambda n: headers(n, "")),
    "names of elements": (200_000, lambda n: docx("".join(f"<b{number}/>" for number in range(n)))),
    "many comments": (
        10_000,
        lambda n: docx(
            *(
                p(f'<w:commentRangeStart w:id="{k}"/>', "甲", f'<w:r><w:commentReference w:id="{k}"/></w:r>')
                for k in range(n)
            ),
            parts={"comments": story("comments", "".join(comment(k, "校对忽略 placeholder") for k in range(n)))},
        ),
    ),
}


@pytest.mark.parametrize(("count", "made"), TRAPS.values(), ids=TRAPS)
def test_read_to_the_end(count: int, made: Callable[[int], bytes]) -> None:
    """Where the cost grew with the square of the size, some of these took up to 40 seconds."""
    read_docx("a.docx", made(count))


@pytest.mark.timing
@pytest.mark.parametrize(("count", "made"), TRAPS.values(), ids=TRAPS)
def test_costs_grow_with_length(count: int, made: Callable[[int], bytes]) -> None:
    def took(part: int) -> float:
        data = made(part)
        began = time.process_time()
        read_docx("a.docx", data)
        return time.process_time() - began

    took(count // 10)
    assert took(count) < 30 * max(took(count // 10), 0.005)


REFUSED: dict[str, Callable[[], bytes]] = {
    "a name of a namespace before each element": lambda: with_main(
        f'<a xmlns:b="{"u" * 1_000_000}">{"<b:c/>" * 100_000}</a>'.encode()
    ),
    "paragraphs in headers": lambda: headers(10, "<w:p/>" * (MOST_PARAGRAPHS - 1)),
    "tags in headers": lambda: headers(3, "<w:a/>" * (MOST_TAGS // 2)),
    "tags in styles": lambda: docx(p("甲"), parts={"styles": story("styles", "<w:a/>" * (MOST_TAGS + 1))}),
    "tags in comments": lambda: docx(p("甲"), parts={"comments": story("comments", "<w:a/>" * (MOST_TAGS + 1))}),
    "paragraphs with attributes": lambda: docx('<w:p w:a="1"/>' * (MOST_PARAGRAPHS + 1)),
    "paragraphs in boxes": lambda: docx(
        p("<w:r><w:txbxContent>" + '<w:p w:a="1"/>' * MOST_PARAGRAPHS + "</w:txbxContent></w:r>")
    ),
    "text": lambda: docx(p(r("中" * (MOST_CHARACTERS + 1)))),
    "text in headers": lambda: headers(5, p("中" * (MOST_CHARACTERS // 4))),
    "no document": lambda: with_main(story("hdr", p("甲")).encode()),
    "a document of its relations": lambda: packed(
        {
            **unpacked(docx(p("甲"))),
            "_rels/.rels": relations(f'<Relationship Type="{R}/officeDocument" Target="_rels/.rels"/>').encode(),
        }
    ),
    "a sheet under another name": lambda: packed(
        {
            "_rels/.rels": relations(f'<Relationship Type="{R}/officeDocument" Target="tab/book.xml"/>').encode(),
            "tab/book.xml": b"<workbook/>",
            "xl/sheet.xml": b"<a/>",
        }
    ),
}


@pytest.mark.parametrize("made", REFUSED.values(), ids=REFUSED)
def test_refused(made: Callable[[], bytes]) -> None:
    data = made()
    with pytest.raises(ReadingError):
        read_docx("a.docx", data)


RELATIONS = {
    "to nothing": '<Relationship Id="a" Type="{}/styles" Target="gone.xml"/>',
    "to itself": '<Relationship Id="a" Type="{}/styles" Target="_rels/document.xml.rels"/>',
    "to the document": '<Relationship Id="a" Type="{}/styles" Target="document.xml"/>',
    "to a folder": '<Relationship Id="a" Type="{}/comments" Target="."/>',
    "outside": '<Relationship Id="a" Type="{}/styles" Target="../../../../etc/passwd"/>',
    "to the net": '<Relationship Id="a" Type="{}/styles" TargetMode="External" Target="http://example.invalid/"/>',
    "without words": "<Relationship/>",
}


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=RELATIONS)
def test_odd_relations(relation: str) -> None:
    parts = {**unpacked(docx(p("甲"))), RELS: relations(relation.format(R)).encode()}
    assert read_docx("a.docx", packed(parts)).text == "甲"


GOOD = docx(
    p("2023年工作总结"),
    p("一年来，召开会议", r("XX", "<w:b/>"), "次，作出了贡贡献。", box(p("框"))),
    p("回顾", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    table(row("甲", cell("12", '<w:vMerge w:val="restart"/>')), row("合计", cell("13", "<w:vMerge/>"))),
    p(field(" TOC ", field(" PAGEREF a ", r("三"))), '<w:commentRangeStart w:id="1"/>', "乙"),
    p('<w:del w:id="3"><w:r><w:delText>丙</w:delText></w:r></w:del>', '<w:commentRangeEnd w:id="1"/>'),
    parts={
        "header": story("hdr", p("页眉")),
        "footnotes": story("footnotes", f'<w:footnote w:id="1">{p("注")}</w:footnote>'),
        "numbering": NUMBERING,
        "styles": story("styles", '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'),
        "comments": story("comments", comment(1, "校对忽略 placeholder")),
    },
)


def spoiled(source: random.Random, content: bytes) -> bytes:
    """A part with bytes changed, cut, or its elements shuffled, dropped, doubled or nested."""
    kind = source.choice(["bytes", "cut", "shuffle", "shuffle", "drop", "double", "swap"])
    if kind == "bytes":
        data = bytearray(content)
        for _ in range(source.randint(1, 4)):
            data[source.randrange(len(data))] = source.randrange(256)
        return bytes(data)
    if kind == "cut":
        at, end = sorted((source.randrange(len(content)), source.randrange(len(content))))
        return content[:at] + content[end:] if source.random() < 0.5 else content[:at]
    # Stretches between two tags of one name are whole elements or rows of them, so that most of this is XML.
    name = source.choice([b"<w:p>", b"<w:r>", b"<w:tc>", b"<w:tr>", b"<w:fldChar ", b"<w:t", b"<w:comment"])
    pieces = content.split(name)
    if len(pieces) < 3:
        return content
    first, *middle, last = pieces
    if kind == "shuffle":
        source.shuffle(middle)
    elif kind == "drop":
        del middle[source.randrange(len(middle))]
    elif kind == "double":
        middle *= 2
    else:
        last = last.replace(b"begin", b"end").replace(b"separate", b"begin")
        middle = [piece.replace(b'"end"', b'"begin"') for piece in middle]
    return name.join([first, *middle, last])


def mutated(source: random.Random) -> bytes:
    """The good document, broken in the zip file or, with right sums and sizes, in its parts."""
    kind = source.choice(["zip", "directory", "part", "part", "part", "part", "drop", "mix"])
    data = bytearray(GOOD)
    if kind == "zip":
        at = source.randrange(len(data))
        return bytes(data[:at]) if source.random() < 0.3 else bytes(data[:at] + source.randbytes(3) + data[at + 3 :])
    if kind == "directory":
        at = data.find(b"PK\x01\x02")
        for _ in range(source.randint(1, 6)):
            data[source.randrange(at, len(data))] = source.choice([0, 1, 255, source.randrange(256)])
        return bytes(data)
    parts = unpacked(GOOD)
    name = source.choice(sorted(parts))
    if kind == "drop":
        del parts[name]
    elif kind == "mix":
        parts[name] = parts[source.choice(sorted(parts))]
    else:
        name = source.choice([MAIN, MAIN, name])
        for _ in range(source.randint(1, 3)):
            parts[name] = spoiled(source, parts[name]) if parts[name] else b""
    return packed(parts)


@pytest.mark.parametrize("seed", range(10))
def test_fifty_broken_files(seed: int, tmp_path: Path) -> None:
    source = random.Random(f"broken {seed}")  # noqa: S311 - the same files each time
    path = tmp_path / "a.docx"
    codes = []
    for _ in range(50):
        path.write_bytes(mutated(source))
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            codes.append(dispatch([str(path), "--isolated", "-f", "json", "--color", "never"]))
        said = out.getvalue() + err.getvalue()
        assert "Traceback" not in said
        assert "internal error" not in said
        assert "内部错误" not in said
        assert err.getvalue().count("\n") == (codes[-1] == 2)
    assert {0, 1, 2} >= set(codes)
    assert codes.count(2) >= 5
    assert codes.count(1) >= 5


def test_some_of_them_in_processes_of_their_own(tmp_path: Path) -> None:
    source = random.Random("broken 0")  # noqa: S311 - the same files each time
    names = [f"{number}.docx" for number in range(12)]
    for name in names:
        (tmp_path / name).write_bytes(mutated(source))
    told = reportlint(*names, "-f", "concise", cwd=tmp_path)
    assert told.code == 2
    assert "Traceback" not in told.err
    assert all(line.startswith(("reportlint", *names)) or ".docx" in line for line in told.err.splitlines())


def test_a_sum_that_is_wrong_and_a_comment_of_the_archive(tmp_path: Path) -> None:
    data = bytearray(GOOD)
    entry = data.rfind(b"PK\x01\x02", 0, data.rfind(MAIN.encode()))
    sums = struct.unpack_from("<L", data, entry + 16)
    struct.pack_into("<L", data, entry + 16, sums[0] ^ 1)
    with pytest.raises(ReadingError):
        read_docx("a.docx", bytes(data))
    path = tmp_path / "a.docx"
    path.write_bytes(GOOD)
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = "PK 附言".encode()
    assert read_docx("a.docx", path.read_bytes()).text == read_docx("a.docx", GOOD).text
