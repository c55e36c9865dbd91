"""What a file really is, told by its bytes: in offices files are renamed more often than converted."""

from __future__ import annotations

from reportlint.text import Pattern

__all__ = ["LOCKED", "is_mail", "is_markup", "kind_of"]

LOCKED = "locked"
"""The kind of a document that cannot be read without its password."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How every compound file begins: Word, WPS and Excel before 2007, and every newer document with a password."""

_SECTOR = 512
_WORD = b"\xec\xa5"
"""How the stream WordDocument begins ([MS-DOC] 2.5.1, FibBase.wIdent)."""

_ENCRYPTED = 0x01
"""fEncrypted, in the byte `_FLAGS` of that stream ([MS-DOC] 2.5.2)."""

_FLAGS = 11
_VERSIONS = range(0x00C0, 0x0120)
"""nFib of Word 97 to 2007."""

_ZIPPED = (
    (b"word/document", ".docx"),
    (b"application/vnd.oasis.opendocument.text", ".odt"),
    (b"xl/workbook", ".xlsx"),
    (b"ppt/presentation", ".pptx"),
    (b"OFD.xml", ".ofd"),
    (b"word/", ".docx"),
)
_STREAMS = (
    ("EncryptedPackage", LOCKED),
    ("WordDocument", ".doc"),
    ("Workbook", ".xls"),
    ("PowerPoint Document", ".ppt"),
    ("MatOST", ".wps"),
)
"""Names in compound files, the outermost first: a text may hold a spreadsheet. The last is of Microsoft Works; what WPS
Office calls .wps is a .doc."""

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""Byte order marks."""

_MARKUP = Pattern(r"\s*(?:<\?xml|<!doctype\s+html|<html\b|<!--|<head\b|<body\b|<meta\b)")
_MAIL = Pattern(r"(?:[a-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}\s*\n", ("mime-version:",))


def kind_of(data: bytes) -> str:
    """The suffix that fits the bytes, `LOCKED`, or nothing for what may be text.

    Suffixes are those of `readers.BINARY`, and those of what nobody here reads: `.xlsx`, `.xls`, `.pptx`, `.ppt`,
    `.ofd`, `.zip` for other archives, `.ole` for other compound files. Web pages are text: see `is_markup`, `is_mail`.
    """
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"PK\x03\x04"):
        return next((suffix for sign, suffix in _ZIPPED if sign in data), ".zip")
    if data.startswith(_COMPOUND):
        return _compound(data)
    return ""


def is_markup(data: bytes) -> bool:
    """Whether it is a web page or the XML of a word processor."""
    return _MARKUP.match(_head(data)) is not None


def is_mail(data: bytes) -> bool:
    """Whether it is a web page saved in one file with its pictures (MHTML)."""
    return _MAIL.match(_head(data)) is not None


def _compound(data: bytes) -> str:
    """The kind of a compound file, by the names of the streams in it."""
    kind = next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), ".ole")
    return LOCKED if kind == ".doc" and _word_is_locked(data) else kind


def _word_is_locked(data: bytes) -> bool:
    """Whether the flag of a password is set in the stream WordDocument, which begins at a sector of the file."""
    at = data.find(_WORD, _SECTOR)
    while at >= 0:
        version = int.from_bytes(data[at + 2 : at + 4], "little")
        if at % _SECTOR == 0 and version in _VERSIONS:
            return bool(data[at + _FLAGS : at + _FLAGS + 1] > b"" and data[at + _FLAGS] & _ENCRYPTED)
        at = data.find(_WORD, at + 1)
    return False


def _head(data: bytes) -> str:
    """The beginning in lower case, as far as it is ASCII; markup is in every encoding, less the zeros of UTF-16."""
    marked = next((len(mark) for mark in _MARKS if data.startswith(mark)), 0)
    return data[marked:8192].replace(b"\0", b"").decode("ascii", "replace").replace("\r\n", "\n").lower()
