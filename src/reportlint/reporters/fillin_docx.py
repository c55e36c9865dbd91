"""The sheet of blanks as a Word document: a table on A4 across, to be printed or filled in on the screen."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from itertools import repeat
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from reportlint.reporters.fillin_rows import blanks, head, looked_for
from reportlint.text.width import showable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

    from reportlint.reporters.fillin_rows import Blank
    from reportlint.reporting import ReportOptions
    from reportlint.result import Run

A4 = (Cm(21), Cm(29.7))
"""Width and height of the paper, upright."""

MARGIN = Cm(1.8)
HEIGHT = Cm(0.9)
"""Of a row at least: enough to write a number by hand."""

WIDTHS = (1.2, 2.3, 4.4, 8.2, 3.0, 4.0, 3.0)
"""Of the columns, in centimetres: what A4 across leaves between its margins. A column for the file takes of others."""

SEVERAL = (1.2, 3.2, 2.3, 3.2, 7.2, 2.6, 3.8, 2.6)
_TEXT, _HEAD = ("Times New Roman", "宋体"), ("Arial", "黑体")
_CENTRED = frozenset({0, 1})


def to_docx(run: Run, options: ReportOptions) -> bytes:
    """The document."""
    document = docx.Document()
    _set_up(document, options)
    rows = list(blanks(run, options))
    title = document.add_paragraph(options.choose("待填空白表", "Blanks to be filled in"), style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words in _remarks(run, len(rows), options):
        document.add_paragraph(words)
    if rows:
        _table(document, run, rows, options)
    elif looked_for(run):
        document.add_paragraph(options.choose("没有待填的空白", "There are no blanks to be filled in"))
    _page_numbers(document.sections[0].footer.paragraphs[0])
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _remarks(run: Run, count: int, options: ReportOptions) -> Iterator[str]:
    """What stands above the table: what it is about, and whether it may lack something."""
    if len(run.files) == 1 and count:
        path = showable(run.files[0].path)
        yield options.choose(
            f"{path}　共 {count} 处。请在“填写”栏写明准确内容，并注明提供人。",
            f"{path}: {count} in all. Write what belongs there, and who gave it.",
        )
    elif count:
        yield options.choose(
            f"共 {count} 处。请在“填写”栏写明准确内容，并注明提供人。",
            f"{count} in all. Write what belongs there, and who gave it.",
        )
    if not looked_for(run) and any(file.document for file in run.files):
        yield options.choose(
            "本次没有运行占位符（placeholder）检查，空白没有列出。",
            "No check of the family placeholder ran, so no blanks are listed.",
        )
    for file in run.files:
        if file.error:
            words = showable(f"{file.path}：{file.error.zh}"), showable(f"{file.path}: {file.error.render('en')}")
            yield options.choose(f"未能检查 {words[0]}", f"Not checked: {words[1]}")
        failed = sorted({failure.check for failure in file.failures if failure.check.startswith("placeholder.")})
        if failed:
            path = showable(file.path)
            yield options.choose(
                f"{path}：{'、'.join(failed)} 出错，可能有遗漏",
                f"{path}: {', '.join(failed)} failed; some may be missing",
            )


def _set_up(document: Document, options: ReportOptions) -> None:
    """Paper, fonts, and who made it."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_height, section.page_width = A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for name, fonts, size in (("Normal", _TEXT, 10.5), ("Title", _HEAD, 18)):
        style: Any = document.styles[name]
        _font(style, fonts, size)
        style.paragraph_format.space_after = Pt(4)
    title: Any = document.styles["Title"]
    title.font.color.rgb = None
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    about = document.core_properties
    about.author, about.comments = "reportlint", ""
    about.title = options.choose("待填空白表", "Blanks to be filled in")
    about.language = options.choose("zh-CN", "en")


def _font(style: ParagraphStyle, fonts: tuple[str, str], size: float) -> None:
    latin, chinese = fonts
    style.font.name, style.font.size = latin, Pt(size)
    properties = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        properties.attrib.pop(qn(f"w:{script}"), None)
    properties.set(qn("w:eastAsia"), chinese)


def _table(document: Document, run: Run, rows: list[Blank], options: ReportOptions) -> None:
    """The table; its first row stands on every page, and no row is divided between two."""
    several = len(run.files) > 1
    widths, titles = SEVERAL if several else WIDTHS, head(run, options)
    table = document.add_table(rows=2, cols=len(titles), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        row.height = HEIGHT
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no name for it
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
            _centre(cell._tc)  # noqa: SLF001
            about = cell.paragraphs[0].paragraph_format
            about.space_before = about.space_after = Pt(2)
    first, pattern = (row._tr for row in table.rows)  # noqa: SLF001
    first.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, words in zip(table.rows[0].cells, titles, strict=True):
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        cell.paragraphs[0].add_run(words).bold = True
    table._tbl.remove(pattern)  # noqa: SLF001
    for number, blank in enumerate(rows, 1):
        # A copy of one row: python-docx looks at the whole table for each row it adds.
        row = deepcopy(pattern)
        _fill(row, number, blank, several=several)
        table._tbl.append(row)  # noqa: SLF001


def _fill(row: Any, number: int, blank: Blank, *, several: bool) -> None:  # noqa: ANN401 - an element of lxml
    context = ((blank.before, False), (blank.marked, True), (blank.after, False))
    plain = [str(number), *([blank.path] if several else []), blank.place, blank.heading]
    cells: list[Iterable[tuple[str, bool]]] = [*([(words, False)] for words in plain), context, [(blank.gap, False)]]
    for index, (cell, pieces) in enumerate(zip(row.tc_lst, [*cells, *repeat((), 2)], strict=True)):
        paragraph = cell.p_lst[0]
        if index in _CENTRED and not (several and index):
            paragraph.get_or_add_pPr().get_or_add_jc().val = WD_ALIGN_PARAGRAPH.CENTER
        for words, marked in pieces:
            if words:
                run = paragraph.add_r()
                run.text = words
                if marked:
                    _mark(run.get_or_add_rPr())


def _mark(properties: Any) -> None:  # noqa: ANN401 - an element of lxml
    """Bold on grey, which a copy in black and white keeps."""
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "D9D9D9")):
        shade.set(qn(f"w:{name}"), value)
    properties.append(OxmlElement("w:b"))
    properties.append(shade)


def _centre(cell: Any) -> None:  # noqa: ANN401 - an element of lxml
    """Words in the middle of the height of their row."""
    alignment = OxmlElement("w:vAlign")
    alignment.set(qn("w:val"), "center")
    cell.get_or_add_tcPr().append(alignment)


def _page_numbers(paragraph: Paragraph) -> None:
    """The number of each page, in its foot."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()._r  # noqa: SLF001 - python-docx has no fields
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        run.append(element)
