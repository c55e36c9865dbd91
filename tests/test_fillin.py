"""The sheet of blanks: what is on it, that a spreadsheet takes it as it is, and the Word document."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import SEEDS, reportlint
from reportlint.api import Check, Document, Severity, Text
from reportlint.engine import inspect
from reportlint.engine.group import group
from reportlint.readers import read
from reportlint.reporters import ReportOptions
from reportlint.reporters.fillin import render_bytes, unavailable
from reportlint.reporters.fillin_rows import blanks
from reportlint.result import FileResult, Run
from reports import Mask, printed, suppress, unreadable
from support import registered

if TYPE_CHECKING:
    from pathlib import Path

ZH, EN = ReportOptions(), ReportOptions(language="en")
HEAD = ["序号", "位置", "所在标题", "上下文（缺口处用【　】标出）", "原文缺口", "填写", "提供人/备注"]
HAS_DOCX = pytest.mark.skipif(find_spec("docx") is None, reason="python-docx is not installed (extra `docx`)")
PLACEHOLDERS: dict[str, Check] = {
    id_: entry.check() for id_, entry in registered().items() if entry.family == "placeholder"
}


def file_of(text: str, path: str = "草稿.md", checks: dict[str, Check] = PLACEHOLDERS) -> FileResult:
    document = read(path, text.encode())
    inspection = inspect(document, checks.items(), [group])
    return FileResult(path, document, inspection.diagnostics, inspection.failures)


def run_of(*files: FileResult, checks: dict[str, Check] = PLACEHOLDERS) -> Run:
    return Run(files, tuple(checks), {})


def sheet(run: Run, options: ReportOptions = ZH) -> list[list[str]]:
    text = printed(run, "fillin", options)
    assert text.startswith("\ufeff")
    assert "\r" not in text
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def gaps(text: str, path: str = "草稿.md") -> list[str]:
    return [row[4] for row in sheet(run_of(file_of(text, path)))[1:]]


DRAFT = """\
# 石桥镇2023年工作报告

## 一、经济发展情况

全年完成地区生产总值XX亿元，办结率【待补充】，制定了（此处填写具体数据）。

| 指标 | 数值 | 增长 |
|---|---|---|
| 财政收入 | XX万元 | 6% |
"""


def test_each_blank_is_a_row_with_what_helps_to_fill_it_in() -> None:
    assert sheet(run_of(file_of(DRAFT))) == [
        HEAD,
        [
            *("1", "5行11列", "一、经济发展情况"),
            *("全年完成地区生产总值【XX】亿元，办结率【待补充】，制定了（此处填写具体数据）。", "XX", "", ""),
        ],
        [
            *("2", "5行19列", "一、经济发展情况"),
            *("全年完成地区生产总值XX亿元，办结率【待补充】，制定了（此处填写具体数据）。", "【待补充】", "", ""),
        ],
        [
            *("3", "5行28列", "一、经济发展情况"),
            *("全年完成地区生产总值XX亿元，办结率【待补充】，制定了【（此处填写具体数据）】。", "（此处填写具体数据）"),
            *("", ""),
        ],
        ["4", "9行10列", "一、经济发展情况；表1第2行第2列", "财政收入｜【XX】万元｜6%", "XX", "", ""],
    ]


TEXTS = [
    ("20XX年X月XX日，召开会议。", ["20XX年X月XX"]),
    ("20XX年，召开会议X次。", ["20XX", "X"]),
    ("全镇生产总值达到亿元，同比增长%，共收到件建议。", ["达到亿元", "增长%", "收到件"]),
    ("作出了贡贡献，各项工作都有新的进展。", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "found"), TEXTS)
def test_blanks(text: str, found: list[str]) -> None:
    assert gaps(f"石桥镇2023年工作总结\n{text}\n", "草稿.txt") == found


def test_many_alike_are_one_finding_and_many_rows() -> None:
    text = "我受xx镇人大主席团委托报告工作。" + "召开会议xx次，审议报告xx项。\n" * 6
    file = file_of(text, "草稿.txt")

    assert max(diagnostic.count for diagnostic in file.diagnostics) > 1
    rows = list(blanks(run_of(file), ZH))
    assert [row.gap for row in rows] == ["xx"] * text.count("xx")
    assert [row.place for row in rows] == sorted((row.place for row in rows), key=lambda place: [
        int(number) for number in re.findall(r"\d+", place)
    ])  # fmt: skip


def test_one_blank_that_two_checks_report_is_one_row() -> None:
    file = file_of("召开会议XXX次。", checks={"placeholder.a": Mask(), "placeholder.b": Mask()})
    assert len(file.diagnostics) == 2
    assert len(sheet(run_of(file))) == 2


def test_what_is_suppressed_is_left_out_and_severities_do_not_matter() -> None:
    run = run_of(file_of("召开会议XX次。", checks={"placeholder.mask": Mask()}))
    assert len(sheet(run, ReportOptions(minimum=Severity.ERROR, max_per_check=1))) == 2
    hidden = run_of(suppress(run.files[0], "placeholder.mask", "已核"))
    assert sheet(hidden, ReportOptions(show_suppressed=True)) == [HEAD]


def test_other_findings_are_no_blanks() -> None:
    assert sheet(run_of(file_of("召开会议XX次。", checks={"place.mask-leak": Mask()}))) == [HEAD]


def test_several_drafts_have_a_column_for_the_file() -> None:
    one, two = file_of("共XX件。", "甲.txt"), file_of("共XX件。", "乙.txt")
    rows = sheet(run_of(one, two, unreadable()))
    assert rows[0] == [HEAD[0], "文件", *HEAD[1:]]
    assert [row[:3] for row in rows[1:]] == [["1", "甲.txt", "1行2列"], ["2", "乙.txt", "1行2列"]]


def test_english_words() -> None:
    rows = sheet(run_of(file_of("共XX件。")), EN)
    assert rows[0][1] == "Place"
    assert rows[1][1] == "line 1, column 2"


@given(st.lists(st.text(st.sampled_from("=+-@＝,\"'\t \u3000|工X作，。；\r\x07\ud800\u202e"), max_size=12), max_size=4))
def test_a_spreadsheet_takes_no_cell_for_a_formula(lines: list[str]) -> None:
    text = "\n".join(f"{line}XX{line}" for line in lines)
    document_file = _plain(text)
    rows = sheet(run_of(document_file, checks={"placeholder.mask": Mask()}))

    assert len(rows) == len(list(blanks(run_of(document_file), ZH))) + 1
    for row in rows:
        assert len(row) == len(HEAD)
        assert not any(cell.lstrip().startswith(tuple("=+-@＝\t\r")) for cell in row)
        assert all(cell.isprintable() or "\u3000" in cell for cell in row)


def _plain(text: str) -> FileResult:
    """A file that need not be text for the decoder."""
    from reportlint.readers.plain import read_plain

    document = read_plain("稿.txt", text, "utf-8")
    return FileResult("稿.txt", document, inspect(document, [("placeholder.mask", Mask())]).diagnostics)


@pytest.mark.parametrize("draft", sorted(SEEDS.glob("*.txt")), ids=lambda draft: draft.stem[:3])
def test_every_row_leads_to_its_blank(draft: Path) -> None:
    file = file_of(draft.read_text("utf-8"), draft.name)
    lines = file.document.source.split("\n") if file.document else []

    rows = list(blanks(run_of(file), ZH))

    assert rows
    for row in rows:
        line, column = map(int, re.findall(r"\d+", row.place))
        assert lines[line - 1][column - 1 :].startswith(row.gap.split("年")[0])
        assert row.before.strip("…") + row.gap in lines[line - 1]
        assert row.gap + row.after.strip("…") in lines[line - 1]


def opened(data: bytes) -> Any:  # noqa: ANN401 - python-docx is no part of the tests' own types
    return import_module("docx").Document(io.BytesIO(data))


def words_of(document: Any) -> list[str]:  # noqa: ANN401 - as above
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


@HAS_DOCX
def test_the_document_holds_what_the_csv_holds() -> None:
    for options, files in ((ZH, 1), (EN, 1), (ZH, 2)):
        run = run_of(*[file_of(DRAFT + "=1+XX\n", f"{number}.md") for number in range(files)])
        document = opened(render_bytes(run, options))
        table = document.tables[0]

        rows = [[cell.text for cell in row.cells] for row in table.rows]

        harmless = [[cell.removeprefix("'") for cell in row] for row in sheet(run, options)]
        assert rows == harmless
        page = document.sections[0]
        assert (page.page_width.cm, page.page_height.cm) == (pytest.approx(29.7, 0.01), pytest.approx(21, 0.01))
        head = table.rows[0]._tr.xml  # noqa: SLF001 - python-docx has no name for it
        assert "w:tblHeader" in head
        usable = page.page_width - page.left_margin - page.right_margin
        assert sum(column.width for column in table.columns) <= usable + 1000
        assert document.core_properties.author == "reportlint"


@HAS_DOCX
def test_a_document_without_blanks_says_so() -> None:
    clean = run_of(file_of("各项工作都有新的进展。"))
    assert words_of(opened(render_bytes(clean, ZH)))[1:] == ["没有待填的空白"]
    assert sheet(clean) == [HEAD]

    unasked = run_of(file_of("共XX件。", checks={}), checks={})
    assert "没有运行占位符" in words_of(opened(render_bytes(unasked, ZH)))[1]


@HAS_DOCX
def test_a_document_says_what_it_may_lack() -> None:
    words = words_of(opened(render_bytes(run_of(file_of("共XX件。"), unreadable("坏.txt")), ZH)))
    assert "未能检查 坏.txt：不是文本" in words


@HAS_DOCX
@given(st.text(max_size=30))
def test_any_draft_makes_a_document(text: str) -> None:
    assert opened(render_bytes(run_of(_plain(f"{text}XX{text}")), ZH)).tables


@HAS_DOCX
@pytest.mark.parametrize("options", [("--output", "fillin=空白.DOCX"), ("-f", "fillin", "-o", "空白.DOCX")])
def test_the_name_of_the_file_asks_for_the_document(tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "稿.txt").write_text("石桥镇2023年工作总结\n共召开会议XX次。\n", encoding="utf-8")

    result = reportlint("稿.txt", "--isolated", *options, cwd=tmp_path)

    assert (result.code, result.err) == (1, "")
    assert bool(result.out) is ("--output" in options)
    assert opened((tmp_path / "空白.DOCX").read_bytes()).tables[0].rows[1].cells[4].text == "XX"


def test_without_python_docx_one_line_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text("共召开会议XX次。\n", encoding="utf-8")
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\nimport importlib.util as util\nfind = util.find_spec\n"
        'util.find_spec = lambda name, *rest: None if name == "docx" else find(name, *rest)\n',
        encoding="utf-8",
    )
    for options in (("--output", "fillin=a.docx"), ("-f", "fillin", "-o", "a.docx")):
        result = reportlint("稿.txt", "--isolated", *options, cwd=tmp_path, environment={"PYTHONPATH": str(tmp_path)})

        assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
        assert "pip install 'reportlint[docx]'" in result.err
    assert not (tmp_path / "a.docx").exists()
    assert (unavailable() is None) is (find_spec("docx") is not None)


@HAS_DOCX
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_word_processor_opens_the_document(tmp_path: Path) -> None:
    (tmp_path / "空白.docx").write_bytes(render_bytes(run_of(file_of(DRAFT)), ZH))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    subprocess.run(  # noqa: S603 - a program the system has
        [*command, "--convert-to", "txt:Text (encoded):UTF8", "空白.docx"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert "全年完成地区生产总值【XX】亿元" in (tmp_path / "空白.txt").read_text("utf-8-sig")


def test_the_draft_needs_no_text() -> None:
    document: Document | None = file_of("").document
    assert document is not None
    assert sheet(Run((FileResult("空.txt", document),), (), {"a": Text("甲")})) == [HEAD]
