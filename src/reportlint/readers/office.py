"""Documents of other word processors: LibreOffice turns them into .docx, which is then read like any other."""

from __future__ import annotations

from reportlint.check import Text
from reportlint.document import Document, Place
from reportlint.readers import BINARY, ReadingError, UndecodableError, decode, format_of
from reportlint.readers.signature import LOCKED, is_mail, is_markup, kind_of
from reportlint.text import Pattern
from reportlint.text.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.document import Origin

__all__ = ["read_office", "unavailable"]

_KINDS = {
    ".doc": Text("旧版 Word 或 WPS 文档", "an old document of Word or WPS"),
    ".wps": Text(" Works 文档", "a document of Works"),
    ".rtf": Text(" RTF 文档", "an RTF document"),
    ".odt": Text(" ODT 文档", "an ODT document"),
}
"""What is converted, by its suffix."""

_CHARSET = Pattern(r"(?i)(charset\s*=\s*[\"']?)[\w-]+")
_ENCODING = Pattern(r"\A\s*<\?xml[^>]*\?>")
_LOCKED_PART = b"encryption-data"
"""In the list of the parts of a locked .odt (OpenDocument 1.3, part 2, 4.4)."""


def unavailable() -> Text | None:
    """Why no document can be converted on this machine; None when LibreOffice is there."""
    from reportlint.readers.soffice import find_soffice, missing

    return None if find_soffice() else missing()


class ConvertedOrigin:
    """Places in a converted copy: they are shown, but nothing can be written back through them."""

    __slots__ = ("copy", "unit", "writable")

    def __init__(self, copy: Origin) -> None:
        self.copy = copy
        self.writable = False
        self.unit = "paragraph"

    def place(self, offset: int) -> Place:
        """Paragraph and column of a source offset."""
        return self.copy.place(offset)

    def excerpt(self, place: Place) -> str:
        """The whole paragraph."""
        return self.copy.excerpt(place)


def read_office(path: str, data: bytes) -> Document:
    """Read a document of another word processor, whatever its suffix says.

    A place is a paragraph and a column of it, as in .docx. Web pages that were saved as .doc are converted too; plain
    text under such a name is read as plain text.

    Raises:
        ReadingError: without LibreOffice; and for what is locked, damaged, takes too long or is no document.
    """
    kind = kind_of(data)
    if kind == LOCKED or (kind == ".odt" and _is_locked(data)):
        raise ReadingError(Text("文件有密码，请去掉密码后检查", "is protected by a password; remove it first"))
    if not kind and is_mail(data):
        return _converted(path, _web_page(_page_of_mail(data)), ".html")
    if not kind and is_markup(data):
        return _marked_up(path, data)
    if not kind:
        return _plain(path, data)
    if kind in _KINDS or format_of(path) == ".wps":
        return _converted(path, data, kind if kind in _KINDS else ".wps")
    raise ReadingError(Text("不是 Word 或 WPS 文档，或已损坏", "is no document of Word or WPS, or damaged"))


def _converted(path: str, data: bytes, suffix: str) -> Document:
    """The document that LibreOffice makes of bytes that are what a suffix says.

    Raises:
        ReadingError: when it makes none.
    """
    from importlib import import_module

    from reportlint.readers.soffice import convert

    why = unavailable()
    named = format_of(path)
    if why and named != suffix:
        kind = _KINDS.get(suffix, Text("网页或 XML", "a web page or XML"))
        raise ReadingError(Text(f"其实是{kind.zh}，{why.zh}", f"is in fact {kind.en}, and {why.en}"))
    module, function = BINARY[".docx"]
    document: Document = getattr(import_module(f"reportlint.readers.{module}"), function)(path, convert(data, suffix))
    name = named if named in _KINDS else suffix
    return replace(document, format=name[1:], origin=ConvertedOrigin(document.origin))


def _plain(path: str, data: bytes) -> Document:
    """Plain text under the name of a document.

    Raises:
        ReadingError: when it is no text.
    """
    from reportlint.readers.plain import read_plain

    try:
        decoded = decode(data)
    except UndecodableError as error:
        raise ReadingError(
            Text("不是 Word 或 WPS 文档，或已损坏", "is no document of Word or WPS, or damaged")
        ) from error
    return read_plain(path, decoded.text, decoded.encoding)


def _marked_up(path: str, data: bytes) -> Document:
    """A web page, or the XML of a word processor.

    Raises:
        ReadingError: when it cannot be converted.
    """
    head = data[:8192].replace(b"\0", b"").lower()
    if b"<?xml" in head and b"<html" not in head:
        return _converted(path, data, ".fodt" if b"opendocument" in head else ".xml")
    try:
        text = decode(data).text
    except UndecodableError as error:
        raise ReadingError(
            Text("是网页，但文字的编码无法识别", "is a web page in an encoding that cannot be told")
        ) from error
    return _converted(path, _web_page(text), ".html")


def _web_page(text: str) -> bytes:
    """A page in UTF-8 that says so itself: LibreOffice believes what a page says, and many say something else."""
    text = _ENCODING.compiled.sub("", text, count=1)
    head, rest = text[:8192], text[8192:]
    return b"\xef\xbb\xbf" + (_CHARSET.compiled.sub(r"\1utf-8", head) + rest).encode("utf-8", "replace")


def _page_of_mail(data: bytes) -> str:
    """The page in a web page that was saved in one file.

    Raises:
        ReadingError: when there is none.
    """
    from email import message_from_bytes

    for part in message_from_bytes(data).walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes):
            try:
                return decode(page).text
            except UndecodableError:
                break
    raise ReadingError(Text("是单文件网页，但其中没有读得出的正文", "is a saved web page without a readable text"))


def _is_locked(data: bytes) -> bool:
    """Whether an .odt needs a password."""
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile
    from zlib import error

    try:
        with ZipFile(BytesIO(data)) as archive, archive.open("META-INF/manifest.xml") as stream:
            return _LOCKED_PART in stream.read(1 << 20)
    except (BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError, OSError, error):
        return False  # LibreOffice will say what is wrong with it
