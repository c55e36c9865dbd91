"""PDF files with a text layer, read through PDFium (the extra `pdf`).

A PDF file holds glyphs at places, no paragraphs: they are put together again from the lines. Page numbers, and headers
and footers that run through the document, are left out; letters that lie askew, such as a watermark, too.
"""

from __future__ import annotations

import math

from reportlint.check import Text
from reportlint.document import Builder, Document, Place
from reportlint.readers import ReadingError
from reportlint.readers.pdf_letters import Letters
from reportlint.readers.pdf_lines import Glyph, lines_of
from reportlint.readers.pdf_paragraphs import Page, paragraphs_of
from reportlint.text import LineIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

__all__ = ["MOST_CHARACTERS", "MOST_PAGES", "ParagraphOrigin", "read_pdf", "unavailable"]

MOST_PAGES = 2000
MOST_CHARACTERS = 3_000_000
"""What is read of one file; a report has a hundredth of it."""

_ASKEW = 0.02
"""How many radians a letter may be off the horizontal or the vertical."""

_ASKEW_TURN = -1
"""The turn of letters that lie askew."""

_LEAST_WORDS = 0.7
"""The share of characters that must be known ones; fonts without a table to Unicode give none."""

_SCANNED = Text(
    "没有文字层（可能是扫描件），请先做文字识别", "has no text (a scan, perhaps); run text recognition on it first"
)


class ParagraphOrigin:
    """Places in a text of one paragraph a line: nothing can be written back through them."""

    __slots__ = ("lines", "unit", "writable")

    def __init__(self, source: str) -> None:
        self.lines = LineIndex(source)
        self.writable = False
        self.unit = "paragraph"

    def place(self, offset: int) -> Place:
        """Number of the paragraph in reading order, and the column in it."""
        return Place(*self.lines.line_column(offset))

    def excerpt(self, place: Place) -> str:
        """The whole paragraph."""
        return self.lines.line_text(place.line)


def unavailable() -> Text | None:
    """Why no PDF file can be read on this machine; None when PDFium is there."""
    from importlib.util import find_spec

    if find_spec("pypdfium2"):
        return None
    return Text(
        "须运行 pip install 'reportlint[pdf]' 才能检查，或另存为 .docx",
        "cannot be checked without pip install 'reportlint[pdf]'; or save as .docx",
    )


def read_pdf(path: str, data: bytes) -> Document:
    """Read the text of a PDF file; a place is a paragraph in reading order and a column of it.

    Raises:
        ReadingError: without PDFium; and for what is locked, damaged, too long, or has no text that can be read.
    """
    why = unavailable()
    if why:
        raise ReadingError(why)
    paragraphs = paragraphs_of(list(_pages(data)))
    if not paragraphs:
        raise ReadingError(_SCANNED)
    source = "\n".join(paragraphs)
    _must_be_words(source)
    build = Builder(source)
    begin = 0
    for paragraph in paragraphs:
        build.mark("paragraph", begin, begin + len(paragraph))
        begin += len(paragraph) + 1
    build.keep(0, len(source))
    return build.document(path, "pdf", "utf-8", ParagraphOrigin(source))


def _must_be_words(source: str) -> None:
    """Refuse a text of which a font tells only the shapes.

    Raises:
        ReadingError: when too many characters stand for nothing.
    """
    unknown = sum(1 for character in source if character == "\ufffd" or "\ue000" <= character <= "\uf8ff")
    if unknown > len(source) * (1 - _LEAST_WORDS):
        raise ReadingError(
            Text(
                "文字层无法读出（字体没有编码信息），请从原文档重新导出",
                "has text that cannot be read (fonts without encoding); export it again from the original",
            )
        )


def _pages(data: bytes) -> Iterator[Page]:
    """Lines of each page.

    Raises:
        ReadingError: when the file cannot be opened or is too long.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadingError(_refusal(error)) from error
    letters = Letters()
    count = 0
    try:
        if len(document) > MOST_PAGES:
            raise ReadingError(
                Text(f"超过 {MOST_PAGES} 页，未检查", f"has more than {MOST_PAGES} pages and was not checked")
            )
        for number in range(len(document)):
            try:
                made, length = _page(document[number], letters)
            except pypdfium2.PdfiumError:
                continue  # a damaged page of a file that is otherwise sound
            count += length
            if count > MOST_CHARACTERS:
                raise ReadingError(
                    Text(f"超过 {MOST_CHARACTERS} 字，未检查", f"has more than {MOST_CHARACTERS} characters")
                )
            yield made
    finally:
        document.close()


def _refusal(error: Any) -> Text:  # noqa: ANN401 - PDFium's error, a type that is not always there
    """Why PDFium does not open a file."""
    import pypdfium2.raw as pdfium

    if getattr(error, "err_code", None) in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
        return Text("文件有密码，请去掉密码后检查", "is protected by a password; remove it first")
    return Text("不是 PDF 文件，或已损坏", "is no PDF file, or damaged")


def _page(page: Any, letters: Letters) -> tuple[Page, int]:  # noqa: ANN401 - a PdfPage, which has no types
    """A page, closed afterwards; and how many glyphs it has."""
    try:
        text = page.get_textpage()
        turn, glyphs = _glyphs(text, letters)
        text.close()
        left, bottom, right, top = page.get_cropbox()
    finally:
        page.close()  # and with it a text that is still open
    _, _, low, high = _upright((left, right, bottom, top), turn)
    return Page(tuple(lines_of(glyphs)), low, high), len(glyphs)


def _glyphs(page: Any, letters: Letters) -> tuple[int, list[Glyph]]:  # noqa: ANN401 - a PdfTextPage, likewise
    """The glyphs of a page that stand as most of them do, and by how many quarters: a page may lie on its side."""
    from ctypes import c_double

    import pypdfium2.raw as pdfium

    box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    turned: dict[int, list[Glyph]] = {}
    turn = 0
    for index in range(pdfium.FPDFText_CountChars(page)):
        code = pdfium.FPDFText_GetUnicode(page, index)
        real = not pdfium.FPDFText_IsGenerated(page, index)
        text = letters.read(chr(code)) if code else ""
        if not text or text in "\r\n" or not pdfium.FPDFText_GetLooseCharBox(page, index, box):
            continue
        pdfium.FPDFText_GetCharOrigin(page, index, x, y)
        if real:
            quarters = pdfium.FPDFText_GetCharAngle(page, index) / (math.pi / 2)
            turn = round(quarters) % 4 if abs(quarters - round(quarters)) < _ASKEW else _ASKEW_TURN
        left, right, bottom, top = _upright((box.left, box.right, box.bottom, box.top), turn)
        base = _upright((x.value, x.value, y.value, y.value), turn)[2]
        turned.setdefault(turn, []).append(Glyph(text, left, right, base, top - bottom, real))
    turned.pop(_ASKEW_TURN, None)
    return max(turned.items(), key=lambda item: len(item[1]), default=(0, []))


def _upright(box: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a box when its page is turned so that it can be read."""
    left, right, bottom, top = box
    sides = (box, (-top, -bottom, left, right), (-right, -left, -top, -bottom), (bottom, top, -right, -left))
    return sides[max(turn, 0)]
