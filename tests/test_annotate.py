"""`reportlint annotate` as a user meets it: the copy, its name, what it says, and what is never touched."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from command import reportlint
from reportlint.word.opening import open_word
from wordfiles import box, docx, p, packed, r, story, unpacked

if TYPE_CHECKING:
    from pathlib import Path

NAME = "总结.docx"
COPY = "总结.annotated.docx"
HEADER = story("hdr", p("XX镇人大"))
DRAFT = docx(
    p("2023年工作总结"),
    p("一年来，共召开会议", r("XX", "<w:b/>"), "次，作出了", r("贡贡"), "献。"),
    p("甲", box(p("召开XX次会议"))),
    parts={"header": HEADER},
)
CLEAR = docx(p("石桥镇工作总结"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a faulty document."""
    (tmp_path / NAME).write_bytes(DRAFT)
    return tmp_path


def comments(path: Path) -> list[tuple[str, str]]:
    """What our comments stand on and what they say, in order."""
    file = open_word(path.read_bytes())
    notes = file.layout.notes
    return [
        (file.layout.source[notes[note.id, "note-start"] : notes[note.id, "note-end"]], note.text)
        for note in file.comments
        if note.author == "reportlint"
    ]


def test_what_the_comments_say(folder: Path) -> None:
    draft = folder / NAME
    draft.chmod(0o444)
    before = draft.stat()
    assert reportlint("annotate", NAME, cwd=folder).out == f"{COPY}：加了 4 条批注\n"
    assert comments(folder / COPY) == [
        ("XX", "【错误】数字未填：“XX”是占位符，请换成实际内容。\nplaceholder.mask"),
        ("贡贡", "【错误】“贡贡”疑似多打了一个“贡”，请删去一个。\n建议：删去“贡”\nduplicate.char"),
        ("甲", "【错误】（文本框中的“XX”）数字未填：“XX”是占位符，请换成实际内容。\nplaceholder.mask"),
        ("2023年工作总结", "【错误】（页眉中的“XX”）地名未填：“XX”是占位符，请换成实际内容。\nplaceholder.mask"),
    ]
    after = draft.stat()
    assert (draft.read_bytes(), after.st_mtime_ns, after.st_mode) == (DRAFT, before.st_mtime_ns, before.st_mode)


def test_in_english(folder: Path) -> None:
    told = reportlint("annotate", NAME, "--lang", "en", "--select", "duplicate", cwd=folder)
    assert (told.code, told.out, told.err) == (0, f"{COPY}: 1 comments\n", "")
    assert comments(folder / COPY) == [
        ("贡贡", "[error] “贡” stands twice; delete one.\nFix: delete “贡”\nduplicate.char")
    ]


@pytest.mark.parametrize(
    ("options", "on"),
    [
        (("--select", "duplicate"), ["贡贡"]),
        (("--ignore", "placeholder.mask"), ["贡贡"]),
        (("--severity", "error"), ["XX", "贡贡", "甲", "2023年工作总结"]),
    ],
)
def test_only_what_is_asked_for(folder: Path, options: tuple[str, str], on: list[str]) -> None:
    assert reportlint("annotate", NAME, *options, cwd=folder).code == 0
    assert [where for where, _ in comments(folder / COPY)] == on


def test_what_a_person_asks_to_ignore_has_no_comment(folder: Path) -> None:
    words = p("reportlint: ignore placeholder.mask 样稿")
    asked = f'<w:comment w:id="3" w:author="王">{words}</w:comment>'
    body = p(
        "一年来，共召开会议",
        '<w:commentRangeStart w:id="3"/>',
        "XX",
        '<w:commentRangeEnd w:id="3"/>',
        '<w:r><w:commentReference w:id="3"/></w:r>',
        "次，作出了贡贡献。",
    )
    (folder / NAME).write_bytes(docx(body, parts={"comments": story("comments", asked)}))
    assert reportlint("annotate", NAME, cwd=folder).code == 0
    assert [where for where, _ in comments(folder / COPY)] == ["贡贡"]
    assert [note.author for note in open_word((folder / COPY).read_bytes()).comments] == ["王", "reportlint"]


def test_a_group_is_one_comment_that_says_how_many_once(folder: Path) -> None:
    (folder / NAME).write_bytes(docx(*(p(f"第{number}次会议有XX人参加。") for number in range(30))))
    assert reportlint("annotate", NAME, cwd=folder).out == f"{COPY}：加了 1 条批注\n"
    ((where, words),) = comments(folder / COPY)
    assert where == "XX"
    message, places, check = words.split("\n")
    assert message.endswith("（全文共 30 处）")
    assert re.fullmatch("见第 1、2、3、.*、20 ……段", places)
    assert check == "placeholder.mask"


def test_no_advice_to_delete_the_end_of_a_paragraph(folder: Path) -> None:
    lines = (
        "工作总结",
        "　　一是深入开展学习教育。紧紧围绕“学党史、悟思想、",
        "　　办实事、开新局”的要求，坚持学用结合，推动学习教育见实效。",
    )
    (folder / NAME).write_bytes(docx(*map(p, lines)))
    reportlint("annotate", NAME, "--select", "residue.layout", cwd=folder)
    ((_, words),) = comments(folder / COPY)
    assert "请接成一段" in words
    assert "建议" not in words


def test_again_and_back(folder: Path) -> None:
    reportlint("annotate", NAME, cwd=folder)
    first = (folder / COPY).read_bytes()
    assert reportlint("annotate", NAME, "--overwrite", cwd=folder).code == 0
    assert (folder / COPY).read_bytes() == first
    assert reportlint("annotate", COPY, "-o", "again.docx", cwd=folder).code == 0
    assert (folder / "again.docx").read_bytes() == first
    assert reportlint("annotate", "--clean", COPY, cwd=folder).code == 0
    assert unpacked((folder / "总结.annotated.clean.docx").read_bytes()) == unpacked(DRAFT)


def test_nothing_to_say(folder: Path) -> None:
    (folder / NAME).write_bytes(CLEAR)
    assert reportlint("annotate", NAME, cwd=folder).out == f"{NAME}：没有需要批注的问题\n"
    assert reportlint("annotate", "--clean", NAME, cwd=folder).out == f"{NAME}：没有 reportlint 的批注\n"
    assert [path.name for path in folder.iterdir()] == [NAME]
    told = reportlint("annotate", NAME, "-o", "b.docx", cwd=folder)
    assert (told.code, told.out) == (0, f"{NAME}：没有需要批注的问题，照样写入 b.docx\n")
    assert (folder / "b.docx").read_bytes() == CLEAR


def test_an_old_copy_does_not_go_on_saying_what_was_mended(folder: Path) -> None:
    reportlint("annotate", NAME, cwd=folder)
    (folder / NAME).write_bytes(CLEAR)
    told = reportlint("annotate", NAME, "--overwrite", cwd=folder)
    assert (told.code, told.out) == (0, f"{NAME}：没有需要批注的问题，照样写入 {COPY}\n")
    assert (folder / COPY).read_bytes() == CLEAR


def test_an_old_copy_is_kept(folder: Path) -> None:
    (folder / COPY).write_bytes(b"mine")
    told = reportlint("annotate", NAME, cwd=folder)
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert f"{COPY} 已存在，未覆盖" in told.err
    assert (folder / COPY).read_bytes() == b"mine"


def test_the_draft_is_not_written_to_by_any_name(folder: Path) -> None:
    (folder / "link.docx").symlink_to(folder / NAME)
    (folder / "hard.docx").hardlink_to(folder / NAME)
    for name in (NAME, f"./{NAME}", folder / NAME, "link.docx", "hard.docx"):
        told = reportlint("annotate", NAME, "-o", name, "--overwrite", cwd=folder)
        assert (told.code, told.err.count("\n")) == (2, 1)
        assert "不能写回原文件" in told.err
        assert (folder / NAME).read_bytes() == DRAFT


def test_several_drafts_one_of_them_damaged(folder: Path) -> None:
    (folder / "坏.docx").write_bytes(DRAFT[:900])
    (folder / "a.txt").write_text("XX次", encoding="utf-8")
    (folder / "二.docx").write_bytes(DRAFT)
    told = reportlint("annotate", "坏.docx", NAME, "没有.docx", "a.txt", ".", "二.docx", cwd=folder)
    assert told.code == 2
    assert told.out == f"{COPY}：加了 4 条批注\n二.annotated.docx：加了 4 条批注\n"
    assert [line.split("：")[0] for line in told.err.splitlines()] == [
        f"reportlint: {name}" for name in ("坏.docx", "没有.docx", "a.txt", ".")
    ]


@pytest.mark.parametrize(
    "named",
    [
        pytest.param(b"", id="none"),
        pytest.param(
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>', id="empty"
        ),
    ],
)
def test_documents_of_few_parts(folder: Path, named: bytes) -> None:
    files = unpacked(docx(p("召开会议XX次。"))) | {"word/_rels/document.xml.rels": named}
    (folder / NAME).write_bytes(packed({name: content for name, content in files.items() if content}))
    assert reportlint("annotate", NAME, cwd=folder).out == f"{COPY}：加了 1 条批注\n"
    assert [where for where, _ in comments(folder / COPY)] == ["XX"]


def test_a_body_without_paragraphs(folder: Path) -> None:
    (folder / NAME).write_bytes(docx(parts={"header": HEADER}))
    told = reportlint("annotate", NAME, cwd=folder)
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert "正文没有段落" in told.err
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_standard_input_needs_a_name(folder: Path) -> None:
    told = reportlint("annotate", "-", cwd=folder, stdin=DRAFT)
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert "请用 -o" in told.err
    assert [path.name for path in folder.iterdir()] == [NAME]
    assert reportlint("annotate", "-", "-o", "b.docx", cwd=folder, stdin=DRAFT).code == 0
    assert len(comments(folder / "b.docx")) == 4


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    if os.name != "posix":
        pytest.skip("modes of folders are of POSIX")
    folder.chmod(0o555)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write everywhere")
        told = reportlint("annotate", NAME, cwd=folder)
    finally:
        folder.chmod(0o755)
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert f"无法写入 {COPY}" in told.err
    assert [path.name for path in folder.iterdir()] == [NAME]
