"""Comments in Word documents: each on its characters, the text as it was, and gone again when asked."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import SEEDS, reportlint
from officefiles import converted, needs_soffice
from reportlint.word.annotations import Remark, annotate
from reportlint.word.cleaning import clean
from reportlint.word.opening import WordFile, open_word
from reportlint.word.rewriting import Change, rewrite, trackable
from wordfiles import box, docx, field, p, r, row, story, t, table, unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from reportlint.word.layout import Laid

WORDS = st.text(st.sampled_from("一年来X件。 &<贡"), max_size=5)
PROPERTIES = ("", "", "<w:b/>", '<w:rFonts w:ascii="a"/><w:sz w:val="32"/>')


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Documents of runs in all sorts of formatting and surroundings."""
    body = []
    for _ in range(draw(st.integers(1, 5))):
        runs = []
        for _ in range(draw(st.integers(0, 5))):
            words = draw(WORDS)
            run = r(words, draw(st.sampled_from(PROPERTIES)))
            kind = draw(
                st.sampled_from(["", "", "", "ins", "link", "tab", "break", "plain", "two", "field", "entity", "box"])
            )
            runs.append(
                {
                    "": run,
                    "ins": f'<w:ins w:id="90" w:author="王">{run}</w:ins>',
                    "link": f"<w:hyperlink>{run}</w:hyperlink>",
                    "tab": f"<w:r>{t(words)}<w:tab/>{t('后')}</w:r>",
                    "break": f"<w:r>{t('前')}<w:br/>{t(words)}</w:r>",
                    "plain": f"<w:r><w:t>{words.replace('&', '').replace('<', '')}</w:t></w:r>",
                    "two": f'<w:r w:rsidR="00AB12CD"><w:rPr><w:i/></w:rPr>{t(words)}{t("又")}</w:r>',
                    "field": field(" REF a ", run, r("三")),
                    "entity": "<w:r><w:t>甲&amp;&#x4E59;丙</w:t></w:r>",
                    "box": box(p(r(words or "框"))),
                }[kind]
            )
        made = p(*runs)
        body.append(draw(st.sampled_from([made, made, table(row(made, p("格")))])))
    others = story("comments", '<w:comment w:id="3" w:author="王"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment>')
    parts = {"header": story("hdr", p("页眉XX"))} | draw(st.sampled_from([{}, {"comments": others}]))
    return docx(*body, parts=parts)


def ranges(file: WordFile) -> dict[str, str]:
    """What each of our comments stands on, by its first paragraph."""
    notes = file.layout.notes
    return {
        note.text.partition("\n")[0]: file.layout.source[notes[note.id, "note-start"] : notes[note.id, "note-end"]]
        for note in file.comments
        if note.author == "reportlint"
    }


@given(documents(), st.data())
def test_comments_stand_on_their_characters_and_leave_no_trace(data: bytes, draw: st.DataObject) -> None:
    file = open_word(data)
    length = len(file.layout.source)
    ends = draw.draw(st.lists(st.tuples(st.integers(0, length), st.integers(0, 12)), max_size=8))
    remarks = [Remark(a, min(length, a + width), (f"第{i}条 <&", "二")) for i, (a, width) in enumerate(ends)]

    written = annotate(file, remarks)

    annotated = open_word(written)
    assert annotated.layout.source == file.layout.source
    for content in unpacked(written).values():
        ET.fromstring(content)  # noqa: S314 - our own output
    body = unpacked(written)["word/document.xml"].decode()
    assert all("comment" not in part.partition("</w:txbxContent>")[0] for part in body.split("<w:txbxContent>")[1:])
    assert "comment" not in unpacked(written)["word/header.xml"].decode()
    found = ranges(annotated)
    for number, remark in enumerate(remarks):
        pieces = list(file.layout.between(remark.start, remark.end))
        if pieces and all(_is_free(file, laid) for laid in pieces):
            first, last = pieces[0], pieces[-1]
            expected = file.layout.source[max(remark.start, first.start) : min(remark.end, last.end)]
            assert found[f"第{number}条 <&"] == expected
        elif any(line.part == "body" and line.end > line.text for line in file.layout.lines):
            assert found[f"第{number}条 <&"]
    assert unpacked(clean(annotated)) == unpacked(data)


def _is_free(file: WordFile, laid: Laid) -> bool:
    """Whether a comment can begin and end anywhere in a piece."""
    piece = laid.piece
    if piece.kind != "text" or piece.node is None or piece.run is None:
        return False
    if piece.run.locked or piece.node.trimmed:
        return False  # a field, or white space that is not shown: the whole run is taken
    body = file.layout.lines[laid.number].part == "body"
    return body and (piece.literal or len(piece.text) == 1)


def test_nothing_to_say_changes_nothing() -> None:
    data = docx(p("甲"))
    assert annotate(open_word(data), []) == data
    assert clean(open_word(data)) == data


def test_comments_of_others_stay() -> None:
    others = story("comments", '<w:comment w:id="3" w:author="王"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment>')
    body = p(
        "甲",
        '<w:commentRangeStart w:id="3"/>',
        "乙丙",
        '<w:commentRangeEnd w:id="3"/>',
        '<w:r><w:commentReference w:id="3"/></w:r>',
    )
    data = docx(body, parts={"comments": others})
    written = annotate(open_word(data), [Remark(0, 2, ("看",))])
    file = open_word(written)
    assert [(note.id, note.author, note.text) for note in file.comments] == [
        ("3", "王", "请核对"),
        ("4", "reportlint", "看"),
    ]
    assert ranges(file) == {"看": "甲乙"}
    assert unpacked(clean(file)) == unpacked(data)


CHANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 4), st.text("改正的字 &", max_size=3)), max_size=4)


@given(documents(), CHANGES, st.booleans())
def test_changes_change_their_characters_only(data: bytes, wanted: list[tuple[int, int, str]], tracked: bool) -> None:
    file = open_word(data)
    layout = file.layout
    changes: list[Change] = []
    for start, width, text in sorted(wanted):
        change = Change(start, start + width, text)
        apart = (not changes or start > changes[-1].end) and change.end <= len(layout.source)
        possible = apart and layout.editable(change.start, change.end)
        if possible and (not tracked or trackable(layout, change)):
            changes.append(change)
    expected, at = "", 0
    for change in changes:
        expected += layout.source[at : change.start] + change.text
        at = change.end
    expected += layout.source[at:]

    written = rewrite(file, changes, tracked=tracked)

    assert open_word(written).layout.source == expected
    before, after = unpacked(data), unpacked(written)
    assert {name for name in before if before[name] != after[name]} <= {"word/document.xml", "word/header.xml"}
    for content in after.values():
        ET.fromstring(content)  # noqa: S314 - our own output
    if tracked:
        assert _rejected(after["word/document.xml"]) == _rejected(before["word/document.xml"])


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _rejected(content: bytes) -> str:
    """The text when our changes are rejected."""
    out = []

    def walk(node: ET.Element) -> None:
        if node.tag == f"{W}ins" and node.get(f"{W}author") == "reportlint":
            return
        if node.tag in {f"{W}t", f"{W}delText"}:
            kept = node.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            out.append((node.text or "") if kept else (node.text or "").strip())
        elif node.tag in {f"{W}tab", f"{W}br"}:
            out.append(node.tag)
        for child in node:
            walk(child)

    walk(ET.fromstring(content))  # noqa: S314 - our own output
    return "".join(out)


def test_replaced_words_keep_the_formatting_of_the_first() -> None:
    file = open_word(docx(p(r("取得新的贡", "<w:b/>"), r("贡献", "<w:i/>"), "。")))
    written = unpacked(rewrite(file, [Change(4, 6, "贡")], tracked=False))["word/document.xml"].decode()
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">取得新的贡</w:t>' in written
    assert '<w:rPr><w:i/></w:rPr><w:t xml:space="preserve">献</w:t>' in written


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "总结.docx"
    header = story("hdr", p("XX镇人大"))
    body = (
        p("2023年工作总结"),
        p("一年来，共召开会议", r("XX", "<w:b/>"), "次，作出了", r("贡贡"), "献。"),
        p("甲", box(p("召开XX次会议"))),
    )
    path.write_bytes(docx(*body, parts={"header": header}))
    return path


def test_the_command(faulty: Path) -> None:
    before = faulty.read_bytes()
    told = reportlint("annotate", faulty.name, cwd=faulty.parent)
    assert (told.code, told.err) == (0, "")
    copy = faulty.parent / "总结.annotated.docx"
    assert told.out == "总结.annotated.docx：加了 4 条批注\n"
    assert faulty.read_bytes() == before
    file = open_word(copy.read_bytes())
    on = ranges(file)
    assert sorted(on.values()) == ["2023年工作总结", "XX", "甲", "贡贡"]
    assert next(words for words, where in on.items() if where == "甲").startswith("【错误】（文本框中的“XX”）")
    again = reportlint("annotate", copy.name, "-o", "二.docx", cwd=faulty.parent)
    assert again.code == 0
    assert unpacked((faulty.parent / "二.docx").read_bytes()) == unpacked(copy.read_bytes())
    cleaned = reportlint("annotate", "--clean", copy.name, "-o", "三.docx", cwd=faulty.parent)
    assert cleaned.out == "三.docx：去掉 4 条批注\n"
    assert unpacked((faulty.parent / "三.docx").read_bytes()) == unpacked(before)


def test_the_command_refuses(faulty: Path) -> None:
    folder = faulty.parent
    (folder / "a.txt").write_text("XX次", encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 nonsense")
    (folder / "总结.annotated.docx").write_bytes(b"mine")
    for arguments, why in (
        (("总结.docx",), "已存在，未覆盖"),
        (("总结.docx", "-o", "总结.docx"), "不能写回原文件"),
        (("总结.docx", "-o", "没有/a.docx"), "无法写入"),
        (("a.txt",), "不是 Word 文档"),
        (("坏.docx",), "坏.docx"),
        (("没有.docx",), "文件不存在"),
        (("总结.docx", "坏.docx", "-o", "x.docx"), "-o 只用于一个文件"),
        (("总结.docx", "-o", "y.docx", "--select", "nonsense"), "nonsense"),
    ):
        told = reportlint("annotate", *arguments, cwd=folder)
        assert told.code == 2, arguments
        assert why in told.err
        assert told.err.count("\n") == 1, told.err
    assert (folder / "总结.annotated.docx").read_bytes() == b"mine"
    assert reportlint("annotate", "总结.docx", "--overwrite", "--severity", "error", cwd=folder).code == 0
    assert (folder / "总结.annotated.docx").read_bytes() != b"mine"


def test_fixing_writes_a_copy(faulty: Path) -> None:
    folder, before = faulty.parent, faulty.read_bytes()
    told = reportlint("总结.docx", "--fix", "--unsafe-fixes", "-f", "concise", cwd=folder)
    assert "已写入 总结.fixed.docx（原文件未动）" in told.err
    assert faulty.read_bytes() == before
    assert "贡贡" not in open_word((folder / "总结.fixed.docx").read_bytes()).layout.source
    assert "总结.fixed.docx:2:10: error placeholder.mask" in told.out
    assert "duplicate.char" not in told.out
    refused = reportlint("总结.docx", "--fix", "--unsafe-fixes", cwd=folder)
    assert refused.code == 2
    assert "总结.fixed.docx 已存在，未覆盖" in refused.err
    (folder / "总结.fixed.docx").unlink()
    tracked = reportlint("总结.docx", "--fix", "--unsafe-fixes", "--track-changes", "-q", cwd=folder)
    assert tracked.code == 1
    content = unpacked((folder / "总结.fixed.docx").read_bytes())["word/document.xml"].decode()
    assert '<w:del w:id="1" w:author="reportlint">' in content
    piped = reportlint("-", "--stdin-filename", "a.docx", "--fix", "--unsafe-fixes", cwd=folder, stdin=before)
    assert piped.out.startswith("PK")
    shown = reportlint("总结.docx", "--diff", "--unsafe-fixes", cwd=folder)
    assert shown.code == 1
    assert "-一年来，共召开会议XX次，作出了贡贡献。" in shown.out


@needs_soffice
def test_libreoffice_shows_each_comment_on_its_characters(tmp_path: Path) -> None:
    text = sorted(SEEDS.glob("*.txt"))[2].read_text(encoding="utf-8")
    lines = text.split("\n")
    path = tmp_path / "a.docx"
    header = story("hdr", p("XX镇"))
    bodies = [p(*(r(line[at : at + 7], "<w:b/>" if at % 2 else "") for at in range(0, len(line), 7))) for line in lines]
    path.write_bytes(docx(*bodies, p(box(p("召开XX次会议"))), parts={"header": header}))
    assert reportlint("annotate", path.name, cwd=tmp_path).code == 0
    annotated = tmp_path / "a.annotated.docx"
    back = open_word(converted(annotated.read_bytes(), "docx", ".docx"))
    own, through = ranges(open_word(annotated.read_bytes())), ranges(back)
    assert len(own) > 3
    assert through == own
