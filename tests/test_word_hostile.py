"""Word documents that are damaged or made to hurt: one clear line, status 2, never a traceback or a long wait."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import time
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest

from command import reportlint
from reportlint.cli import dispatch
from reportlint.readers import ReadingError
from reportlint.readers.docx import read_docx
from reportlint.word.package import MOST_BYTES
from wordfiles import W, box, docx, field, p, packed, r, row, story, table, unpacked

if TYPE_CHECKING:
    from pathlib import Path

GOOD = docx(
    p("2023年工作总结"),
    p("一年来，召开会议", r("XX", "<w:b/>"), "次，作出了贡贡献。", box(p("框"))),
    table(row("甲", "12"), row("合计", "13")),
    p(field(" REF a ", r("三")), '<w:commentRangeStart w:id="1"/>', "乙", '<w:commentRangeEnd w:id="1"/>'),
    parts={
        "header": story("hdr", p("页眉")),
        "styles": story("styles", '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'),
        "comments": story(
            "comments",
            '<w:comment w:id="1" w:author="a"><w:p><w:r><w:t>校对忽略 placeholder</w:t></w:r></w:p></w:comment>',
        ),
    },
)
MAIN = "word/document.xml"


def changed(**parts: bytes | None) -> bytes:
    """The good document with other parts; None: without."""
    files: dict[str, bytes] = unpacked(GOOD)
    for name, content in parts.items():
        key = {"main": MAIN, "types": "[Content_Types].xml", "rels": "_rels/.rels"}.get(name, f"word/{name}.xml")
        if content is None:
            del files[key]
        else:
            files[key] = content
    return packed(files)


def document(inside: str) -> bytes:
    return story("document", f"<w:body>{inside}</w:body>").encode()


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "哈哈哈哈">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + f']><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
)
REFUSED = {
    "empty": b"",
    "no zip file": b"PK\x03\x04 nonsense",
    "cut": GOOD[: len(GOOD) // 2],
    "no text": changed(main=None),
    "bad XML": changed(main=b"<w:document"),
    "laughs": changed(main=LAUGHS.encode()),
    "an external entity": changed(main=b'<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>'),
    "a table": packed({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}),
    "slides": packed({"[Content_Types].xml": b"<a/>", "ppt/presentation.xml": b"<a/>"}),
    "an archive": packed({"a.txt": b"a"}),
    "unknown encoding": changed(main=b'<?xml version="1.0" encoding="nonsense"?><a/>'),
    "too many paragraphs": changed(main=document("<w:p/>" * 1_500_000)),
    "too many tags": changed(main=document("<w:a/>" * 4_100_000)),
    "too large": changed(main=document(" " * (MOST_BYTES + 1))),
    "a bad style part": changed(styles=b"<"),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_refused_with_one_line(data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read_docx("a.docx", data)
    assert "\n" not in caught.value.text.zh
    assert caught.value.text.en


def test_a_million_paragraphs_in_little_space_cost_neither_time_nor_memory() -> None:
    data = changed(main=document("<w:p/>" * 1_500_000))
    assert len(data) < 200_000
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(ReadingError):
        read_docx("a.docx", data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 64 << 20
    assert time.process_time() - began < 20  # it took 108 s unguarded


def test_a_size_that_lies_is_found_out() -> None:
    data = bytearray(GOOD)
    at = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02"))
    entry = data.rfind(b"PK\x01\x02", 0, data.find(MAIN.encode(), at))
    data[entry + 24 : entry + 28] = struct.pack("<L", 10)
    with pytest.raises(ReadingError):
        read_docx("a.docx", bytes(data))


def test_a_locked_entry_is_told() -> None:
    data = bytearray(GOOD)
    entry = data.rfind(b"PK\x01\x02", 0, data.rfind(MAIN.encode()))
    data[entry + 8] |= 1
    with pytest.raises(ReadingError) as caught:
        read_docx("a.docx", bytes(data))
    assert "密码" in caught.value.text.zh


DEEP = 20_000
TOLERATED = {
    "without styles": changed(styles=None),
    "without comments": changed(comments=None),
    "nothing in it": changed(main=document("")),
    "deep": changed(main=document("<w:sdt><w:sdtContent>" * DEEP + p("甲") + "</w:sdtContent></w:sdt>" * DEEP)),
    "tables in tables": changed(
        main=document("<w:tbl><w:tr><w:tc>" * 2000 + p("甲") + "</w:tc></w:tr></w:tbl>" * 2000)
    ),
    "boxes in boxes": changed(
        main=document("<w:p><w:r><w:txbxContent>" * 2000 + p("甲") + "</w:txbxContent></w:r></w:p>" * 2000)
    ),
    "many boxes": changed(main=document(p(*[box(p("甲"))] * 5000))),
    "many runs": changed(main=document(p(*[r("甲")] * 50_000))),
    "many fields": changed(
        main=document(
            p(*['<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'] * 5000, "甲")
        )
    ),
    "many ends": changed(main=document(p(*['<w:r><w:fldChar w:fldCharType="end"/></w:r>'] * 5000, "甲"))),
    "deleted ends": changed(main=document(p("甲", properties="<w:rPr><w:del/></w:rPr>") * 20_000)),
    "out of place": changed(
        main=document("<w:tc><w:r><w:t>甲</w:t></w:r></w:tc><w:tr/><w:gridSpan/><w:vMerge/><w:r/>")
    ),
    "merged": changed(main=document(table(*[row("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>")] * 5000))),
    "wide": changed(main=document(table(row('<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>')))),
    "relations in a circle": changed(
        rels=unpacked(GOOD)["_rels/.rels"].replace(b"word/document.xml", b"../../word/document.xml")
    ),
}


@pytest.mark.parametrize("data", TOLERATED.values(), ids=TOLERATED)
def test_odd_but_readable(data: bytes) -> None:
    read_docx("a.docx", data)


@pytest.mark.timing
@pytest.mark.parametrize(
    "part",
    [
        r("甲"),
        box(p("甲")),
        '<w:commentRangeStart w:id="1"/>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:t>&amp;</w:t></w:r>",
    ],
)
def test_costs_grow_with_length(part: str) -> None:
    def took(count: int) -> float:
        data = changed(main=document(p(*[part] * count)))
        began = time.perf_counter()
        read_docx("a.docx", data)
        return time.perf_counter() - began

    took(1000)
    assert took(20_000) < 40 * max(took(1000), 0.005)


def mutated(source: random.Random) -> bytes:
    """The good document with something broken: bytes of the zip file, or of a part, or a part gone or swapped."""
    kind = source.choice(["bytes", "bytes", "cut", "part", "part", "part", "drop", "swap", "repeat"])
    if kind == "cut":
        return GOOD[: source.randrange(len(GOOD))]
    if kind == "bytes":
        data = bytearray(GOOD)
        for _ in range(source.randint(1, 8)):
            data[source.randrange(len(data))] = source.randrange(256)
        return bytes(data)
    files = unpacked(GOOD)
    name = source.choice(sorted(files))
    content = bytearray(files[name])
    if kind == "drop":
        del files[name]
    elif kind == "swap":
        files[name] = files[source.choice(sorted(files))]
    elif kind == "repeat":
        at = source.randrange(len(content))
        files[name] = bytes(content[:at] + content[max(0, at - 40) : at] + content[at:])
    else:
        # Whole tags are taken out, doubled or renamed, so that much of it is still XML.
        tags = [at for at in range(len(content)) if content[at] == 0x3C]
        for _ in range(source.randint(1, 3)):
            at = source.choice(tags)
            end = content.find(b">", at) + 1
            tag = bytes(content[at:end])
            content[at:end] = source.choice([b"", tag + tag, tag.replace(b"w:", b"w:x"), tag.replace(b'"', b'"-9')])
            tags = [at for at in range(len(content)) if content[at] == 0x3C]
        files[name] = bytes(content)
    return packed(files)


@pytest.mark.parametrize("seed", range(10))
def test_fifty_mutated_documents(seed: int, tmp_path: Path) -> None:
    source = random.Random(seed)  # noqa: S311 - the same documents each time
    path = tmp_path / "a.docx"
    codes = set()
    for _ in range(50):
        path.write_bytes(mutated(source))
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = dispatch([str(path), "--isolated", "-f", "json", "--color", "never"])
        codes.add(code)
        assert code in {0, 1, 2}
        assert "Traceback" not in out.getvalue() + err.getvalue()
        if code == 2:
            assert err.getvalue().count("\n") == 1, err.getvalue()
        else:
            assert not err.getvalue()
    assert 2 in codes
    assert codes & {0, 1}


def test_as_a_user(tmp_path: Path) -> None:
    for name, data in (
        ("空.docx", b""),
        ("旧.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("好.docx", GOOD),
    ):
        (tmp_path / name).write_bytes(data)
    told = reportlint("空.docx", "旧.docx", "好.docx", "-f", "concise", cwd=tmp_path)
    assert told.code == 2
    assert "好.docx:2:16: error duplicate.char" in told.out
    assert told.err.count("\n") == 2


def test_a_part_of_the_zip_file_under_two_names_is_read_once() -> None:
    out = io.BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr(MAIN, document(p("又一份")))
    assert "又一份" not in read_docx("a.docx", out.getvalue()).text
