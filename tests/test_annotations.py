"""Comments in Word documents of all shapes: where their marks may stand, and that they go without a trace."""

from __future__ import annotations

import io
import random
import re
import xml.etree.ElementTree as ET

import docx as python_docx
import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from command import SEEDS
from officefiles import converted, flat_odt, needs_soffice
from reportlint.word.annotations import Remark, annotate
from reportlint.word.cleaning import clean
from reportlint.word.opening import WordFile, open_word
from wordfiles import W as SPACE
from wordfiles import box, docx, field, p, packed, r, row, story, t, table, unpacked

W = f"{{{SPACE}}}"
MARKS = {f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"}
CLOSED = {f"{W}txbxContent", f"{W}fldSimple", f"{W}ruby"}
"""Elements that no mark may stand in."""

TOUCHED = {"[Content_Types].xml", "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"}

FREE = "一二三年来件。X&贡"
"""Characters that only stand where a comment can begin and end at each of them."""

WORDS = st.text(st.sampled_from(FREE + " <"), min_size=1, max_size=5)
PROPERTIES = ("", "", "<w:b/>", '<w:rFonts w:ascii="a>b"/><w:sz w:val="32"/>')
COMMENTED = (
    '<w:commentRangeStart w:id="3"/>',
    '<w:commentRangeEnd w:id="3"/>',
    '<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:commentReference w:id="3"/></w:r>',
)
OTHERS = story("comments", '<w:comment w:id="3" w:author="王"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment>')
NOTES = story("footnotes", '<w:footnote w:id="1"><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote>')


def plain(words: str) -> str:
    """Text that does not keep white space."""
    return t(words).replace(' xml:space="preserve"', "")


def ruby(words: str) -> str:
    """A run with words under a reading aid."""
    base = f"<w:rubyBase>{r(words)}{r('注')}</w:rubyBase>"
    return f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('a')}</w:rt>{base}</w:ruby></w:r>"


@st.composite
def pieces(draw: st.DrawFn) -> str:
    """What can stand in a paragraph."""
    words = draw(WORDS)
    run = r(words, draw(st.sampled_from(PROPERTIES)))
    inner = words.strip() or "一"
    kinds = {
        "run": run,
        "inserted": f'<w:ins w:id="90" w:author="王">{run}</w:ins>',
        "deleted": f'<w:del w:id="91" w:author="王"><w:r><w:delText>删</w:delText></w:r></w:del>{run}',
        "link": f"<w:hyperlink>{run}</w:hyperlink>",
        "control": f"<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>",
        "plain": f"<w:r>{plain(inner)}</w:r>",
        "two": f'<w:r w:rsidR="00AB12CD"><w:rPr><w:i/></w:rPr>{t(words + " ")}{plain(inner)}{t(words)}</w:r>',
        "around a tab": f"<w:r>{t(words)}<w:tab/>{plain(inner)}</w:r>",
        "around a break": f"<w:r>{plain(inner)}<w:br/>{t(words)}</w:r>",
        "page": f"<w:r><w:lastRenderedPageBreak/>{plain(inner)}</w:r>",
        "reference": "<w:r><w:t>一&amp;&#x4E00;二</w:t></w:r>",
        "with a box": f"<w:r>{t(words)}{box(p('框')).removeprefix('<w:r>')}",
        "field": field(" REF a ", r("域"), r("域")),
        "simple field": f'<w:fldSimple w:instr="REF a">{r("域")}<w:fldSimple w:instr="B">{r("域")}</w:fldSimple>'
        "</w:fldSimple>",
        "ruby": ruby("字"),
        "box": box(p("框", field(" REF a ", r("域")))),
        "trimmed": "<w:r><w:t> 空 </w:t></w:r>",
        "CDATA": "<w:r><w:t>块<![CDATA[块<]]>块</w:t></w:r>",
        "says default": '<w:r><w:t xml:space="default">默 认</w:t></w:r>',
        "line end": "<w:r><w:t>行\r\n行</w:t></w:r>",
        "empty": "<w:r/><w:r><w:t/></w:r>",
    }
    return kinds[draw(st.sampled_from(sorted(kinds)))]


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Documents of all that, in tables too, with or without comments of others."""
    body = []
    parts = draw(
        st.sampled_from(
            [{}, {"comments": OTHERS}, {"comments": f'<w:comments xmlns:w="{SPACE}" />'}, {"footnotes": NOTES}]
        )
    )
    for number in range(draw(st.integers(1, 4))):
        runs = draw(st.lists(pieces(), max_size=5))
        if not number and parts.get("comments") == OTHERS:
            start, *end = COMMENTED
            runs = [start, *runs, *end]
        deleted = '<w:rPr><w:del w:id="95" w:author="王"/></w:rPr>' if draw(st.integers(0, 4)) == 0 else ""
        made = p(*runs, properties=deleted)
        body.append(draw(st.sampled_from([made, made, made, table(row(made, p(r("三格"))))])))
    if draw(st.booleans()):
        parts = {**parts, "header": story("hdr", p("页眉"))}
    files = unpacked(docx(*body, parts=parts))
    if draw(st.booleans()) and not parts:
        relations = "word/_rels/document.xml.rels"
        files[relations] = files[relations].replace(b"></Relationships>", b"/>")
        if draw(st.booleans()):
            del files[relations]
    return packed(files)


def ranges(file: WordFile) -> dict[str, tuple[int, int]]:
    """Where each of our comments stands, by its first paragraph."""
    notes = file.layout.notes
    return {
        note.text.partition("\n")[0]: (notes[note.id, "note-start"], notes[note.id, "note-end"])
        for note in file.comments
        if note.author == "reportlint"
    }


def marks(content: bytes) -> list[tuple[str, str]]:
    """Name and id of the marks of comments, in order; none may be inside what cannot hold it, or a field."""
    found: list[tuple[str, str]] = []

    def walk(node: ET.Element, depth: int, inside: str) -> int:
        kind = node.get(f"{W}fldCharType")
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        if node.tag in MARKS:
            assert (depth, inside) == (0, "")
            found.append((node.tag.removeprefix(f"{W}comment"), node.get(f"{W}id", "")))
        inside = node.tag if node.tag in CLOSED else inside
        inner = 0 if node.tag == f"{W}txbxContent" else depth
        for child in node:
            inner = walk(child, inner, inside)
        return depth if node.tag == f"{W}txbxContent" else inner

    walk(ET.fromstring(content), 0, "")  # noqa: S314 - our own output
    return found


@given(documents(), st.data())
def test_marks_stand_where_they_may_and_leave_no_trace(data: bytes, draw: st.DataObject) -> None:
    file = open_word(data)
    source = file.layout.source
    spans = draw.draw(st.lists(st.tuples(st.integers(0, len(source)), st.integers(0, 9)), min_size=1, max_size=8))
    remarks = [Remark(a, min(len(source), a + width), (f"第{i}条 <&\x00", "")) for i, (a, width) in enumerate(spans)]

    note(unpacked(data)["word/document.xml"].decode().partition("<w:body>")[2])
    written = annotate(file, remarks)

    annotated, parts, before = open_word(written), unpacked(written), unpacked(data)
    assert annotated.layout.source == source
    assert [comment for comment in annotated.comments if comment.author != "reportlint"] == list(file.comments)
    assert {name for name in parts if parts[name] != before.get(name)} <= TOUCHED
    for content in parts.values():
        ET.fromstring(content)  # noqa: S314 - our own output
    order = marks(parts["word/document.xml"])
    for comment in annotated.comments:
        kinds = [kind for kind, id_ in order if id_ == comment.id]
        assert kinds in (["RangeStart", "RangeEnd", "Reference"], [])
        assert kinds or file.comments
    _check_ranges(annotated, remarks)
    again = clean(annotated)
    assert unpacked(again) == before
    assert annotate(open_word(again), remarks) == written


def _check_ranges(annotated: WordFile, remarks: list[Remark]) -> None:
    """Whether each comment stands on its characters, or on what the documentation says."""
    source, lines = annotated.layout.source, annotated.layout.lines
    body = [at for line in lines if line.part == "body" for at in range(line.text, line.end)]
    found = ranges(annotated)
    if body or any(line.part == "body" for line in lines):
        assert len(found) == (len(remarks) if body else len(found))
    for number, remark in enumerate(remarks if found else []):
        begin, end = found[f"第{number}条 <&\ufffd"]
        own = [at for at in body if remark.start <= at < remark.end]
        if own and source[own[0]] in FREE and source[own[-1]] in FREE:
            assert (begin, end) == (own[0], own[-1] + 1)
        elif own:
            assert begin <= own[0] <= own[-1] < end
            first, last = (lines[annotated.layout.line_at(at)] for at in (own[0], own[-1]))
            assert first.text <= begin
            assert end <= last.end
        elif remark.start < remark.end and body:
            assert begin < end
        else:
            assert begin <= end


def xml(content: str) -> bytes:
    """A document with a paragraph of some elements."""
    return docx(f"<w:p>{content}</w:p>")


@pytest.mark.parametrize(
    ("data", "span", "on"),
    [
        pytest.param(docx(p("甲乙丙")), (1, 1), (1, 1), id="empty"),
        pytest.param(xml("<w:r><w:t><![CDATA[甲乙]]></w:t></w:r>"), (0, 1), (0, 2), id="CDATA"),
        pytest.param(xml('<w:r><w:t xml:space="default">甲 乙</w:t></w:r>'), (2, 3), (0, 3), id="space as usual"),
        pytest.param(xml(f'<w:fldSimple w:instr="A">{r("甲乙")}</w:fldSimple>{r("丙")}'), (1, 3), (0, 3), id="field"),
        pytest.param(xml(ruby("甲乙")), (0, 1), (0, 3), id="ruby"),
        pytest.param(docx(p(box(p("甲乙")))), (1, 3), (0, 0), id="nothing but a box"),
        pytest.param(docx("<w:p/>", p(box(p("甲乙")))), (2, 4), (1, 1), id="a paragraph without an inside"),
        pytest.param(docx(p("甲"), p(box(p("乙")))), (3, 4), (0, 1), id="a box on nothing"),
        pytest.param(
            docx(p("甲"), parts={"comments": story("comments", f'<w:comment w:id="{"9" * 5000}" w:author="王"/>')}),
            (0, 1),
            (0, 1),
            id="an id without end",
        ),
    ],
)
def test_wider_where_it_must_be(data: bytes, span: tuple[int, int], on: tuple[int, int]) -> None:
    file = open_word(data)
    annotated = open_word(annotate(file, [Remark(*span, ("看",))]))
    assert annotated.layout.source == file.layout.source
    assert ranges(annotated) == {"看": on}
    assert unpacked(clean(annotated)) == unpacked(data)


def test_a_body_without_a_paragraph_takes_no_comment() -> None:
    data = docx(parts={"header": story("hdr", p("页眉"))})
    assert annotate(open_word(data), [Remark(0, 1, ("看",))]) == data


def test_parts_in_utf_16() -> None:
    files = unpacked(docx(p("甲"), parts={"comments": OTHERS}))
    for name in ("word/comments.xml", "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        files[name] = files[name].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    for data in (packed(files), packed({name: files[name] for name in files if "comments" not in name})):
        annotated = open_word(annotate(open_word(data), [Remark(0, 1, ("看",))]))
        assert ranges(annotated) == {"看": (0, 1)}
        assert [note.author for note in open_word(clean(annotated)).comments] in (["王"], [])


SPLIT = annotate(open_word(xml("<w:r><w:t>甲 乙丙</w:t></w:r>")), [Remark(2, 3, ("看",))])


@pytest.mark.parametrize(
    ("pattern", "instead", "text"),
    [
        pytest.param(r'(rsidR="00726C30">)(<w:t[^>]*>乙)', r"\1<w:lastRenderedPageBreak/>\2", "甲 乙丙", id="a page"),
        pytest.param(r'(rsidR="00726C30">)(<w:t[^>]*>乙)', r"\1<w:rPr><w:b/></w:rPr>\2", "甲 乙丙", id="bold"),
        pytest.param("乙<", "乙 <", "甲 乙 丙", id="a space at the end"),
        pytest.param("丙<", "丙 <", "甲 乙丙 ", id="a space at the end of all"),
        pytest.param("<w:t[^>]*>乙</w:t>", "<w:tab/>", "甲 \t丙", id="a tab"),
        pytest.param("(<w:t[^>]*>甲 </w:t>)", r"\1<w:br/>", "甲 \v乙丙", id="a break"),
        pytest.param('<w:r w:rsidR="00726C30">', "<w:r>", "甲 乙丙", id="another program"),
    ],
)
def test_what_somebody_does_to_an_annotated_copy_stays(pattern: str, instead: str, text: str) -> None:
    files = unpacked(SPLIT)
    changed = re.sub(pattern, instead, files["word/document.xml"].decode())
    assert changed != files["word/document.xml"].decode()
    files["word/document.xml"] = changed.encode()
    cleaned = clean(open_word(packed(files)))
    assert open_word(cleaned).layout.source == text
    assert b"comment" not in unpacked(cleaned)["word/document.xml"]


def test_comments_that_word_has_saved_anew_are_taken_out() -> None:
    files = unpacked(SPLIT)
    relations = "word/_rels/document.xml.rels"
    files[relations] = files[relations].replace(b"rIdReportlint", b"rId7")
    style = b'<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
    files["word/document.xml"] = files["word/document.xml"].replace(b"<w:commentRef", style + b"<w:commentRef")
    cleaned = clean(open_word(packed(files)))
    assert open_word(cleaned).comments == ()
    assert unpacked(cleaned)["word/document.xml"] == unpacked(xml("<w:r><w:t>甲 乙丙</w:t></w:r>"))["word/document.xml"]


TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def shown_by_libreoffice(data: bytes) -> tuple[str, dict[str, str]]:
    """The text that LibreOffice reads, without white space, and what each comment stands on, by its first paragraph."""
    content = unpacked(converted(data, "odt", ".docx"))["content.xml"]
    out: list[str] = []
    begun: dict[str, tuple[str, int]] = {}
    on: dict[str, str] = {}

    def walk(node: ET.Element) -> None:
        if node.tag == f"{{{OFFICE}}}annotation":
            words = "".join(node.find(f"{{{TEXT}}}p").itertext())  # type: ignore[union-attr] # it has paragraphs
            begun[node.get(f"{{{OFFICE}}}name", "")] = (words, len(out))
            on[words] = ""
        elif node.tag == f"{{{OFFICE}}}annotation-end":
            words, start = begun[node.get(f"{{{OFFICE}}}name", "")]
            on[words] = "".join(out[start:])
        else:
            out.extend(re.sub(r"\s", "", node.text or ""))
            for child in node:
                walk(child)
        out.extend(re.sub(r"\s", "", node.tail or ""))

    walk(ET.fromstring(content).find(f".//{{{OFFICE}}}text"))  # type: ignore[arg-type] # noqa: S314 - of LibreOffice
    return "".join(out), on


def with_random_runs(text: str, source: random.Random) -> bytes:
    """A document of python-docx, its runs cut at random."""
    document = python_docx.Document()
    for line in text.split("\n"):
        paragraph, at = document.add_paragraph(), 0
        while at < len(line):
            width = source.randint(1, 9)
            paragraph.add_run(line[at : at + width]).italic = source.random() < 0.3
            at += width
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@needs_soffice
@pytest.mark.parametrize("program", ["libreoffice", "python-docx"])
def test_libreoffice_shows_comments_on_their_characters(program: str) -> None:
    source = random.Random(program)  # noqa: S311 - the same each time
    text = sorted(SEEDS.glob("*.txt"))[0 if program == "libreoffice" else 3].read_text(encoding="utf-8")
    data = converted(flat_odt(text), "docx") if program == "libreoffice" else with_random_runs(text, source)
    file = open_word(data)
    body = max(line.end for line in file.layout.lines if line.part == "body")
    starts = [source.randrange(body - 1) for _ in range(60)]
    remarks = [Remark(a, min(body, a + source.choice([1, 2, 9, 300])), (f"c{i}",)) for i, a in enumerate(starts)]
    annotated = annotate(file, remarks)
    own = {words: file.layout.source[slice(*span)] for words, span in ranges(open_word(annotated)).items()}

    shown, on = shown_by_libreoffice(annotated)

    assert shown == shown_by_libreoffice(data)[0]
    assert len(own) == len(remarks)
    assert on == {words: re.sub(r"\s", "", where) for words, where in own.items()}


@needs_soffice
def test_libreoffice_opens_comments_on_what_cannot_hold_them() -> None:
    simple = f'<w:fldSimple w:instr="REF a">{r("丙丁")}</w:fldSimple>'
    notes = story("footnotes", '<w:footnote w:id="1"><w:p><w:r><w:t>脚注XX</w:t></w:r></w:p></w:footnote>')
    footnote = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    parts = {"header": story("hdr", p("页眉XX")), "footnotes": notes}
    body = (p("甲乙", simple, footnote), p("戊", ruby("己庚")), p(box(p("框XX"))), table(row("辛", "壬")))
    data = docx(*body, parts=parts)
    file = open_word(data)
    spots = ("丙", "己", "框", "脚注", "页眉", "辛", "乙")
    at = {words: file.layout.source.index(words) for words in spots}
    annotated = annotate(file, [Remark(start, start + 1, (f"on {words}",)) for words, start in at.items()])

    shown, on = shown_by_libreoffice(annotated)

    assert shown == shown_by_libreoffice(data)[0]
    assert {words.removeprefix("on "): where for words, where in on.items()} == {
        "丙": "丙丁",
        "己": "己庚a注",
        "框": "戊己庚a注",
        "脚注": "壬",
        "页眉": "甲乙丙丁",
        "辛": "辛",
        "乙": "乙",
    }
