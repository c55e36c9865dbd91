"""Odd corners of Word documents: what is read of each, told as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from command import reportlint
from docxfiles import NUMBERING
from reportlint.readers import ReadingError
from reportlint.readers.docx import read_docx
from reportlint.text import Span
from wordfiles import R, box, cell, docx, field, p, packed, r, relations, row, story, table, unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from reportlint.document import Document

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
MAIN = "word/document.xml"
DELETED = "<w:rPr><w:del w:id='1'/></w:rPr>"
STYLES = story(
    "styles",
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="C1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="粗"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="V"><w:name w:val="隐"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
)


def read(data: bytes) -> Document:
    return read_docx("稿.docx", data)


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def styled(style: str, *runs: str) -> str:
    return p(*runs, properties=f'<w:pStyle w:val="{style}"/>')


CASES = {
    "a formula is an object, though in no run": (
        [p("甲", f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>x</m:t></m:r></m:oMath>', "乙")],
        "甲\ufffc乙",
    ),
    "a formula on a line of its own is one object": (
        [p(f'<m:oMathPara xmlns:m="{MATH}"><m:oMath/><m:oMath/></m:oMathPara>', "乙")],
        "\ufffc乙",
    ),
    "of two alternatives the first is read": (
        [
            p(
                "<mc:AlternateContent><mc:Choice Requires='a'>",
                "甲",
                "</mc:Choice><mc:Choice Requires='b'>",
                "甲",
                "</mc:Choice><mc:Fallback>",
                "甲",
                "</mc:Fallback></mc:AlternateContent>",
                "乙",
            )
        ],
        "甲乙",
    ),
    "the only alternative is read": (
        [p("<mc:AlternateContent><mc:Fallback>", "甲", "</mc:Fallback></mc:AlternateContent>", "乙")],
        "甲乙",
    ),
    "alternatives in alternatives": (
        [p(box(p("外", box(p("内")))), "甲", box(p("后")))],
        "甲\n外\n内\n后",
    ),
    "the number of a page without end hides its paragraph only": (
        [p(BEGIN, code("PAGE"), SEPARATE, "3"), p("乙")],
        "\ufffc\n乙",
    ),
    "the number of a page that ends late ends no table of contents": (
        [p(BEGIN, code("TOC"), SEPARATE, BEGIN, code("PAGEREF a"), SEPARATE, "3"), p(END, "目录"), p(END, "乙")],
        "\n\n乙",
    ),
    "a table of contents without end in a box hides nothing": (
        [p("甲", box(p(BEGIN, code("TOC"), SEPARATE), p("框"))), p("乙")],
        "甲\n\n框\n乙",
    ),
    "lines in the style of a table of contents are not read, nor the rest hidden": (
        [styled("C1", BEGIN, code("TOC"), SEPARATE, "一、回顾\t1"), styled("C1", "二、打算\t2"), p("一、回顾")],
        "\n\n一、回顾",
    ),
    "ends of fields that did not begin": ([p(END, SEPARATE, "甲"), p("乙")], "甲\n乙"),
    "a code in three pieces": ([p(BEGIN, code(" T"), code("O"), code("C "), SEPARATE, "甲", END, "乙")], "乙"),
    "the result of a field in the code of another": (
        [p(BEGIN, code("IF "), field("PAGE", r("1")), code(" = 1"), SEPARATE, "甲", END, "乙")],
        "甲乙",
    ),
    "a field that goes over paragraphs": ([p("甲", BEGIN, code("REF a"), SEPARATE, "乙"), p("丙", END)], "甲乙\n丙"),
    "white space on many lines": ([p("<w:r><w:t>\n\n  甲\n  乙 \n\t</w:t></w:r>")], "甲   乙"),
    "ends of lines by number": ([p("<w:r><w:t>甲&#13;乙&#10;丙</w:t></w:r>")], "甲 乙 丙"),
    "a style that hides its text": ([styled("V", "甲", r("乙", '<w:vanish w:val="false"/>')), p("丙")], "乙\n丙"),
    "a hidden end of a paragraph hides nothing": (
        [p("甲", properties="<w:rPr><w:vanish/></w:rPr>"), p("乙")],
        "甲\n乙",
    ),
    "text of formatting that was changed": (
        [p("<w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>")],
        "甲",
    ),
    "rows in a content control": (
        [table(f"<w:sdt><w:sdtContent>{row('甲', '乙')}</w:sdtContent></w:sdt>")],
        "甲\n乙",
    ),
    "text from right to left": ([p("<w:dir><w:r><w:t>甲</w:t></w:r></w:dir>", "乙")], "甲乙"),
    "a deleted end before a table": ([p("甲", properties=DELETED), table(row("乙", "丙"))], "甲\n乙\n丙"),
    "a deleted end at the end of a cell": ([table(row(p("甲", properties=DELETED), "丙"))], "甲\n丙"),
    "three paragraphs made one": ([p("甲", properties=DELETED), p("乙", properties=DELETED), p("丙")], "甲乙丙"),
    "tab stops are no tabs": ([p("甲", properties="<w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs>")], "甲"),
}


@pytest.mark.parametrize(("body", "text"), CASES.values(), ids=CASES)
def test_the_text(body: list[str], text: str) -> None:
    document = read(docx(*body, parts={"styles": STYLES, "numbering": NUMBERING}))
    assert document.text == text
    assert len(document.source) == len(text)


HEADINGS = {
    "title": (styled("T", "总结"), ("heading", 1)),
    "style of a level": (styled("2", "（一）监督"), ("heading", 2)),
    "level that the paragraph says": (p("甲", properties='<w:outlineLvl w:val="3"/>'), ("heading", 4)),
    "level of the text": (
        p("甲", properties='<w:pStyle w:val="2"/><w:outlineLvl w:val="9"/>'),
        ("paragraph", 0),
    ),
    "level that is none": (p("甲", properties='<w:outlineLvl w:val="-1"/>'), ("heading", 1)),
    "bold": (p(r("存在的", "<w:b/>"), r("不足", "<w:b/>")), ("heading", 1)),
    "bold with a number, which tells its level itself": (p(r("（一）监督", "<w:b/>")), ("paragraph", 0)),
    "bold by styles": (styled("B", "回顾"), ("heading", 1)),
    "bold by style of characters": (p(r("回顾", '<w:rStyle w:val="s"/>')), ("heading", 1)),
    "not all bold": (p(r("一是", "<w:b/>"), "监督"), ("paragraph", 0)),
    "not bold after all": (styled("B", r("回顾", '<w:b w:val="0"/>')), ("paragraph", 0)),
    "a bold sentence": (p(r("工作有成效。", "<w:b/>")), ("paragraph", 0)),
    "a long bold line": (p(r("长" * 41, "<w:b/>")), ("paragraph", 0)),
    "a bold cell": (table(row(p(r("甲", "<w:b/>")))), ("paragraph", 0)),
}


@pytest.mark.parametrize(("body", "kind"), HEADINGS.values(), ids=HEADINGS)
def test_headings(body: str, kind: tuple[str, int]) -> None:
    (block,) = read(docx(body, parts={"styles": STYLES})).blocks
    assert (block.kind, block.level) == kind


def test_an_outline_level_that_is_no_number_is_no_wonder() -> None:
    read(docx(p("甲", properties='<w:outlineLvl w:val="９"/><w:numPr><w:numId w:val="x"/></w:numPr>')))


def test_a_cell_goes_on_only_from_the_one_right_above() -> None:
    more, restart = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'
    (grid,) = read(
        docx(
            table(
                row(cell("甲", restart), "1"),
                row(cell("", more), "2"),
                row("乙", "3"),
                row(cell("丙", more), "4"),
                row(cell("", more), "5"),
            )
        )
    ).tables
    assert [(c.row, c.rows) for c in grid.cells if c.column == 1] == [(1, 2), (3, 1), (4, 2)]


def test_each_margin_and_note_once_and_last() -> None:
    """Two sections share a header, another header says the same as a part of its own; a file is named in two ways."""
    parts = unpacked(
        docx(
            p("甲", properties='<w:sectPr><w:footerReference r:id="f"/><w:headerReference r:id="h"/></w:sectPr>'),
            p("乙"),
            section='<w:headerReference r:id="h"/><w:headerReference w:type="first" r:id="h2"/>'
            '<w:footerReference r:id="gone"/><w:footerReference r:id="none"/><w:footerReference/>',
        )
    )
    kinds = {"h": "header", "h2": "header", "f": "footer", "n": "footnotes", "e": "endnotes", "gone": "footer"}
    parts["word/_rels/document.xml.rels"] = relations(
        "".join(f'<Relationship Id="{id_}" Type="{R}/{kind}" Target="/word/{id_}.xml"/>' for id_, kind in kinds.items())
        + f'<Relationship Id="out" Type="{R}/header" TargetMode="External" Target="file:///etc/passwd"/>'
    ).encode()
    deleted = p("注一", properties=DELETED)
    for id_, root, content in (
        ("h", "hdr", p("页眉")),
        ("h2", "hdr", p("首页")),
        ("f", "ftr", p("页脚")),
        ("n", "footnotes", f'<w:footnote w:id="1">{deleted}</w:footnote><w:footnote w:id="2">{p("注二")}</w:footnote>'),
        ("e", "endnotes", f'<w:endnote w:type="separator">{p("线")}</w:endnote><w:endnote>{p("尾注")}</w:endnote>'),
    ):
        parts[f"word/{id_}.xml"] = story(root, content).encode()
    document = read(packed(parts))
    assert document.text == "甲\n乙\n注一\n注二\n尾注\n页眉\n首页\n页脚"
    assert [block.part for block in document.blocks] == [
        *("body", "body", "footnote", "footnote", "endnote", "header", "header", "footer")
    ]


def test_encodings_of_parts() -> None:
    parts = unpacked(docx(p("甲乙")))
    main = parts[MAIN].decode()
    for content in (
        b"\xef\xbb\xbf" + main.encode(),
        main.replace("UTF-8", "GBK").encode("gbk"),
        b"\xff\xfe" + main.replace("UTF-8", "UTF-16").encode("utf-16-le"),
        b"\xfe\xff" + main.replace("UTF-8", "UTF-16").encode("utf-16-be"),
        main[main.index("\n") :].strip().encode(),
    ):
        assert read(packed({**parts, MAIN: content})).text == "甲乙"


@pytest.mark.parametrize("name", ["punycode", "idna", "undefined", "unicode_escape", "zlib", "utf-7", "rot13"])
def test_no_encoding_that_only_python_knows(name: str) -> None:
    parts = unpacked(docx(p("甲")))
    content = f'<?xml version="1.0" encoding="{name}"?><a>xn--</a>'.encode()
    with pytest.raises(ReadingError):
        read(packed({**parts, MAIN: content}))


def note(text: str, number: int = 1) -> str:
    return f'<w:comment w:id="{number}" w:author="王"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'


START, STOP = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
HANGS = '<w:r><w:rPr><w:rStyle w:val="s"/></w:rPr><w:commentReference w:id="1"/></w:r>'
MASKS = "上报XX件"


def with_note(text: str, *body: str) -> bytes:
    return docx(*body, parts={"comments": story("comments", note(text)), "styles": STYLES})


SCOPES = {
    "a stretch": ([p("上报", START, "XX", STOP, HANGS, "件")], "XX"),
    "no stretch: the paragraph": ([p("甲"), p("上报", HANGS, "XX件"), p("乙")], "上报XX件"),
    "an empty stretch: the paragraph": ([p("上报", START, STOP, HANGS, "XX件"), p("乙")], "上报XX件"),
    "two paragraphs": ([p("上", START, "报"), p("XX", STOP, HANGS, "件")], "报\nXX"),
    "marks between paragraphs": ([START, p("上报"), p("XX"), STOP, p("件", HANGS)], "上报\nXX\n"),
    "a cell": ([table(row("甲", p(START, "XX", STOP, HANGS)))], "XX"),
    "a box": ([p("甲", box(p(START, "XX", STOP, HANGS))), p("乙")], "XX"),
    "only the end of it": ([p("甲", START, "XX", STOP)], "XX"),
}


@pytest.mark.parametrize(("body", "scope"), SCOPES.values(), ids=SCOPES)
def test_what_a_request_is_about(body: list[str], scope: str) -> None:
    document = read(with_note("校对忽略 placeholder.mask 待核", *body))
    (directive,) = document.directives
    assert document.slice(directive.scope) == scope


def test_requests_for_the_whole_file_and_those_that_hang_nowhere() -> None:
    document = read(with_note("reportlint: ignore-file placeholder.mask 初稿", p("甲"), p("乙", HANGS), p("丙")))
    assert document.directives[0].scope == Span(0, len(document.source))
    assert not read(with_note("校对忽略 placeholder.mask", p("甲"))).directives
    assert not read(
        with_note("校对忽略 placeholder.mask", p("<w:del>", START, "甲", STOP, HANGS, "</w:del>"))
    ).directives


def test_useless_requests_are_reported_where_they_hang(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"

    def told(text: str) -> list[tuple[str, int, int, str | None]]:
        file.write_bytes(with_note(text, p("甲"), p("上报", START, "XX", STOP, HANGS, "件。")))
        findings = reportlint(file, "-f", "json").json["files"][0]["findings"]
        return [
            (found["check"], found["line"], found["column"], found["suppressed"])
            for found in findings
            if found["check"].startswith(("suppression", "placeholder"))
        ]

    assert told("reportlint: ignore placeholder.mask 待核") == [("placeholder.mask", 2, 3, "待核")]
    assert told("请核对") == [("placeholder.mask", 2, 3, None)]
    assert sorted(told("校对忽略 duplicate.char")) == [
        ("placeholder.mask", 2, 3, None),
        ("suppression.unused", 2, 3, None),
    ]
    assert sorted(told("校对忽略 placeholder.nonsense")) == [
        ("placeholder.mask", 2, 3, None),
        ("suppression.invalid", 2, 3, None),
    ]


def test_other_documents_in_a_package_are_told(tmp_path: Path) -> None:
    """A part that is no document must not pass for one without faults."""
    parts = unpacked(docx(p(MASKS)))
    for content in (b"<a/>", story("styles", "").encode(), story("document", "").encode()):
        (tmp_path / "a.docx").write_bytes(packed({**parts, MAIN: content}))
        told = reportlint("a.docx", cwd=tmp_path)
        assert told.code == 2
        assert told.err.count("\n") == 1
