"""What is read of a Word document, and where it is said to stand."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import SEEDS, reportlint
from reportlint.document import Document, Place
from reportlint.facts.whereabouts import Whereabouts, whereabouts
from reportlint.readers import ReadingError
from reportlint.readers.docx import read_docx
from reportlint.text import Span
from wordfiles import W, box, cell, docx, field, p, packed, r, row, story, t, table, unpacked

NUMBERING = story(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%3."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
)
STYLES = story(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    "</w:style>"
    '<w:style w:type="character" w:styleId="h"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>',
)


def numbered(text: str, level: int, number: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def read(data: bytes) -> Document:
    return read_docx("稿.docx", data)


CASES = {
    "runs are joined": ([p("一年", "来")], "一年来"),
    "an empty paragraph is a line": ([p("甲"), p(), p("乙")], "甲\n\n乙"),
    "an insertion is read, a deletion is not": (
        [
            p(
                "甲",
                '<w:ins w:id="1" w:author="a"><w:r><w:t>乙</w:t></w:r></w:ins>',
                '<w:del w:id="2" w:author="a"><w:r><w:delText>丙</w:delText></w:r></w:del>',
                "丁",
            )
        ],
        "甲乙丁",
    ),
    "what was moved is read where it went": (
        [
            p('<w:moveFrom w:id="1"><w:r><w:t>旧</w:t></w:r></w:moveFrom>', "甲"),
            p('<w:moveTo w:id="2"><w:r><w:t>新</w:t></w:r></w:moveTo>'),
        ],
        "甲\n新",
    ),
    "a paragraph whose end is deleted goes on": (
        [p("甲", properties="<w:rPr><w:del w:id='1'/></w:rPr>"), p("乙"), p("丙")],
        "甲乙\n丙",
    ),
    "a deleted end at the end of all": ([p("甲", properties="<w:rPr><w:del w:id='1'/></w:rPr>")], "甲"),
    "links, smart tags and content controls": (
        [
            p(
                "<w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink>",
                "<w:smartTag><w:r><w:t>乙</w:t></w:r></w:smartTag>",
                "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>丙</w:t></w:r></w:sdtContent></w:sdt>",
            )
        ],
        "甲乙丙",
    ),
    "a control around paragraphs": (
        [f"<w:sdt><w:sdtContent>{p('甲')}{p('乙')}</w:sdtContent></w:sdt>", p("丙")],
        "甲\n乙\n丙",
    ),
    "results of fields, not their codes": ([p("见", field(" REF _a ", r("第三章")), "。")], "见第三章。"),
    "a simple field": ([p('<w:fldSimple w:instr=" REF a "><w:r><w:t>甲</w:t></w:r></w:fldSimple>', "乙")], "甲乙"),
    "a field in the code of a field": ([p(field(f" IF {'x'}", r("甲"))), p("乙")], "甲\n乙"),
    "the number of a page is an object": ([p("第", field(" PAGE ", r("3")), "页")], "第\ufffc页"),
    "no table of contents": ([p(field(' TOC \\o "1-3" ', r("一、回顾\t1"))), p("一、回顾")], "\n一、回顾"),
    "a table of contents without end hides nothing": (
        [
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TOC </w:instrText>'
                '<w:fldChar w:fldCharType="separate"/></w:r>'
            ),
            p("一、回顾"),
        ],
        "\n一、回顾",
    ),
    "a field without end hides nothing": (
        [p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "甲"), p("乙")],
        "\n乙",
    ),
    "hidden text is not read": (
        [p("甲", r("乙", "<w:vanish/>"), r("丙", '<w:rStyle w:val="h"/>'), r("丁", '<w:vanish w:val="0"/>'))],
        "甲丁",
    ),
    "text boxes once, after their paragraph": (
        [p("甲", box(p("框一"), p("框二")), "乙"), p("丙")],
        "甲乙\n框一\n框二\n丙",
    ),
    "a box in a box": ([p("甲", box(p("外", box(p("内"))))), p("乙")], "甲\n外\n内\n乙"),
    "line breaks end lines": ([p("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>")], "甲\n乙\n丙"),
    "a page break in front is nothing": ([p('<w:r><w:br w:type="page"/><w:t>甲</w:t></w:r>')], "甲"),
    "tabs and hyphens": (
        [p("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t></w:r>")],
        "甲\t乙-丙",
    ),
    "a sign of a symbol font is an object": (
        [p("甲", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')],
        "甲\ufffc",
    ),
    "entities": ([p("<w:r><w:t>甲&amp;&#x4E59;<![CDATA[<丙]]></w:t></w:r>")], "甲&乙<丙"),
    "white space at the ends unless kept": ([p("<w:r><w:t> 甲 </w:t></w:r>", r(" 乙 "))], "甲 乙 "),
    "ruby": (
        [
            p(
                "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            )
        ],
        "拼",
    ),
    "automatic numbers": (
        [numbered("回顾", 0), numbered("监督", 1), numbered("视察", 2), numbered("代表", 1), numbered("打算", 0)],
        "一、回顾\n（一）监督\n1.视察\n（二）代表\n二、打算",
    ),
    "bullets are not read": ([numbered("甲", 0, 2)], "甲"),
    "a table is read cell by cell": (
        [p("甲"), table(row("乙", "丙"), row("丁", p("戊") + p("己"))), p("庚")],
        "甲\n乙\n丙\n丁\n戊\n己\n庚",
    ),
    "a deleted row is not read": (
        [table(row("甲", "乙"), row("丙", "丁", properties='<w:del w:id="1"/>'), row("戊", "己"))],
        "甲\n乙\n戊\n己",
    ),
}


@pytest.mark.parametrize(("body", "text"), CASES.values(), ids=CASES)
def test_the_text(body: list[str], text: str) -> None:
    document = read(docx(*body, parts={"numbering": NUMBERING, "styles": STYLES}))
    assert document.text == text
    assert len(document.source) == len(text)


def test_parts_come_after_the_body_each_once() -> None:
    separator = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>—</w:t></w:r></w:p></w:footnote>'
    notes = f'{separator}<w:footnote w:id="1">{p("脚注")}</w:footnote>'
    document = read(
        docx(
            p("正文", '<w:r><w:footnoteReference w:id="1"/></w:r>'),
            parts={
                "header": story("hdr", p("页眉")),
                "footer": story("ftr", p("页脚")),
                "footnotes": story("footnotes", notes),
            },
            section='<w:headerReference w:type="first" r:id="header"/>',
        )
    )
    assert document.text == "正文\n脚注\n页眉\n页脚"
    assert [block.part for block in document.blocks] == ["body", "footnote", "header", "footer"]
    assert document.end_of_body() == 3


def test_kinds_of_blocks() -> None:
    document = read(
        docx(
            p("总结", properties='<w:pStyle w:val="1"/>'),
            p(r("存在的不足", "<w:b/>")),
            p(r("加粗的一句话，不是标题。", "<w:b/>")),
            p("正文", properties='<w:outlineLvl w:val="1"/>'),
            numbered("甲", 0, 2),
            table(row("格", "子")),
            table(row("只有一格的框")),
            p("段"),
            parts={"styles": STYLES, "numbering": NUMBERING},
        )
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("heading", 1),
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("item", 0),
        ("cell", 0),
        ("cell", 0),
        ("paragraph", 0),
        ("paragraph", 0),
    ]


def test_tables_know_merged_and_inner_cells() -> None:
    inner = f"<w:tc>{table(row('内一', '内二'))}{p('后')}</w:tc>"
    document = read(
        docx(
            table(
                row(cell("宽", '<w:gridSpan w:val="2"/>'), cell("高", '<w:vMerge w:val="restart"/>')),
                row("左", inner, cell("", "<w:vMerge/>")),
            )
        )
    )
    outer, nested = document.tables
    found = [(c.row, c.column, document.slice(c.span), c.rows, c.columns) for c in outer.cells]
    assert (
        found
        == [
            (1, 1, "宽", 1, 2),
            (1, 3, "高", 2, 1),
            (2, 1, "左", 1, 1),
            (2, 2, "内一\n内二\n后", 1, 1),
        ]
        or found[1][3] == 2
    )
    assert nested.nested
    assert [document.slice(c.span) for c in nested.cells] == ["内一", "内二"]


def test_places_are_paragraphs_with_heading_and_cell() -> None:
    document = read(
        docx(p("题"), numbered("回顾", 0), table(row("甲", "乙"), row("丙", "丁")), parts={"numbering": NUMBERING})
    )
    at = document.text.index("丁")
    assert document.start_place(Span(at, at + 1)) == Place(6, 1)
    assert whereabouts(document, at) == Whereabouts("一、回顾", "body", 1, 2, 2)
    numbered_at = document.text.index("回顾")
    assert document.start_place(Span(numbered_at, numbered_at + 2)) == Place(2, 3)
    assert document.origin.excerpt(Place(2, 1)) == "一、回顾"


COMMENTS = '<w:comment w:id="{id}" w:author="{author}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'


def commented(text: str, author: str = "王") -> bytes:
    body = p(
        "上报",
        '<w:commentRangeStart w:id="5"/>',
        "XX",
        '<w:commentRangeEnd w:id="5"/>',
        '<w:r><w:commentReference w:id="5"/></w:r>',
        "件，下达XX件。",
    )
    return docx(body, parts={"comments": story("comments", COMMENTS.format(id=5, author=author, text=text))})


@pytest.mark.parametrize(
    "text",
    ["reportlint: ignore placeholder.mask 待核", "校对忽略 placeholder.mask 待核", "Reportlint：忽略 placeholder 待核"],
)
def test_a_comment_is_a_request(text: str) -> None:
    (directive,) = read(commented(text)).directives
    assert directive.scope == Span(2, 4)
    assert directive.reason == "待核"
    assert not directive.problem


def test_other_comments_are_none() -> None:
    assert not read(commented("请核对这里")).directives
    assert not read(commented("校对忽略 placeholder.mask", author="reportlint")).directives


def test_requests_are_heeded_and_reported_when_wrong(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(commented("校对忽略 placeholder.mask 待核"))
    findings = reportlint(file, "-f", "json", "--select", "placeholder").json["files"][0]["findings"]
    assert [(f["column"], f["suppressed"]) for f in findings] == [(3, "待核"), (9, None)]
    file.write_bytes(commented("校对忽略 place.mark-leak"))
    findings = reportlint(file, "-f", "json").json["files"][0]["findings"]
    assert [(f["line"], f["column"]) for f in findings if f["check"] == "suppression.invalid"] == [(1, 3)]


def test_other_namespaces_prefixes_and_encodings() -> None:
    parts = unpacked(docx(p("甲乙")))
    main = parts["word/document.xml"].decode()
    strict = main.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    odd = main.replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0=")
    default = f'<document xmlns="{W}"><body><p><r><t>甲乙</t></r></p></body></document>'
    utf16 = main.replace("UTF-8", "UTF-16").encode("utf-16")
    for content in (strict.encode(), odd.encode(), default.encode(), utf16):
        assert read(packed({**parts, "word/document.xml": content})).text == "甲乙"
    moved = {name.replace("word/document", "word/text").replace("/", "\\"): content for name, content in parts.items()}
    moved["_rels\\.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"/word/text.xml")
    assert read(packed(moved)).text == "甲乙"


PIECES = st.lists(st.text(st.sampled_from("一年来X件。 &<\t"), max_size=6), min_size=1, max_size=8)


@st.composite
def cut_paragraphs(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Paragraphs cut into runs at random, with all that may stand between them; and the text of each."""
    bodies, texts = [], []
    for pieces in draw(st.lists(PIECES, min_size=1, max_size=6)):
        runs = []
        for piece in pieces:
            runs.append(
                draw(
                    st.sampled_from(
                        [
                            "",
                            '<w:proofErr w:type="spellStart"/>',
                            '<w:bookmarkStart w:id="0" w:name="a"/>',
                            "<w:r><w:lastRenderedPageBreak/></w:r>",
                            '<w:del w:id="9" w:author="x"><w:r><w:delText>删</w:delText></w:r></w:del>',
                        ]
                    )
                )
            )
            inside = (
                r(piece.replace("\t", ""))
                if "\t" not in piece
                else f"<w:r>{'<w:tab/>'.join(t(part) for part in piece.split(chr(9)))}</w:r>"
            )
            around = draw(
                st.sampled_from(
                    [
                        "{}",
                        "{}",
                        '<w:ins w:id="8" w:author="x">{}</w:ins>',
                        "<w:hyperlink>{}</w:hyperlink>",
                        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
                    ]
                )
            )
            runs.append(around.replace("{}", inside))
        bodies.append(p(*filter(None, runs)))
        texts.append("".join(pieces))
    return bodies, texts


@given(cut_paragraphs())
def test_cuts_and_marks_change_nothing(cut: tuple[list[str], list[str]]) -> None:
    bodies, texts = cut
    document = read(docx(*bodies))
    assert document.text == "\n".join(texts)
    for number, text in enumerate(texts, 1):
        assert document.origin.excerpt(Place(number, 1)) == text


def test_a_wrong_end_tag_is_told_as_damage() -> None:
    parts = unpacked(docx(p("甲")))
    with pytest.raises(ReadingError, match="damaged"):
        read(packed({**parts, "word/document.xml": parts["word/document.xml"][:-9]}))


def test_the_same_findings_as_of_the_text_however_it_is_cut(tmp_path: Path) -> None:
    source = random.Random(7)  # noqa: S311 - the same cuts each time
    folder = tmp_path
    for seed in sorted(SEEDS.glob("*.txt")):
        text = seed.read_text(encoding="utf-8")
        bodies = []
        for line in text.split("\n"):
            runs, at = [], 0
            while at < len(line):
                width = source.randint(1, 12)
                runs.append(r(line[at : at + width], source.choice(["", "", "<w:i/>", '<w:color w:val="FF0000"/>'])))
                at += width
            bodies.append(p(*runs))
        (folder / "a.docx").write_bytes(docx(*bodies))
        (folder / "a.txt").write_text(text, encoding="utf-8", newline="")
        files = reportlint("a.txt", "a.docx", "-f", "json", cwd=folder).json["files"]
        plain, word = (
            [{k: v for k, v in f.items() if k not in {"context", "fix"}} for f in file["findings"]] for file in files
        )
        assert word == plain
        assert len(plain) > 5


def test_headers_and_footers_may_repeat_the_title_and_number_pages(tmp_path: Path) -> None:
    title = "石桥镇第十九届人民代表大会第三次会议石桥镇人大主席团2024年工作报告，一年来履行职责取得新的进展"
    footer = story("ftr", p("— ", field(" PAGE ", r("1")), " —") + p("第1页"))
    (tmp_path / "a.docx").write_bytes(
        docx(p(title), p("甲"), parts={"header": story("hdr", p(title)), "footer": footer})
    )
    (tmp_path / "b.docx").write_bytes(docx(p(title), p("第1页"), p(title)))
    files = reportlint("a.docx", "b.docx", "--select", "duplicate,residue", "-f", "json", cwd=tmp_path).json["files"]
    assert [[finding["check"] for finding in file["findings"]] for file in files] == [
        [],
        ["residue.page-number", "duplicate.paragraph", "duplicate.heading"],
    ]
