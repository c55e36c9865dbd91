"""Bytes to documents: one module a format, imported only for the formats met."""

from __future__ import annotations

from importlib import import_module

from reportlint.check import UserError
from reportlint.declared import NOTHING_DECLARED, Declared
from reportlint.document import Document
from reportlint.text.encoding import Decoded, UndecodableError, decode
from reportlint.text.frozen import replace

__all__ = ["BINARY", "FORMATS", "Decoded", "ReadingError", "UndecodableError", "decode", "format_of", "read", "reread"]

FORMATS = {
    ".txt": ("plain", "read_plain"),
    ".md": ("markdown", "read_markdown"),
    ".markdown": ("markdown", "read_markdown"),
}
"""File name suffix to the module in this package and its function (path, source, encoding) -> Document."""

BINARY = {
    ".docx": ("docx", "read_docx"),
    ".doc": ("office", "read_office"),
    ".wps": ("office", "read_office"),
    ".rtf": ("office", "read_office"),
    ".odt": ("office", "read_office"),
    ".pdf": ("pdf", "read_pdf"),
}
"""The same for formats that are no text: function (path, bytes) -> Document, which may raise `ReadingError`.

A module may have `unavailable() -> Text | None`: why none of its files can be read on this machine.
"""


class ReadingError(UserError):
    """A file that is not what its name says, is damaged, locked or too large; `text` says why, in both languages."""


def format_of(path: str) -> str:
    """The suffix of a path, in lower case, with its dot."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return "." + name.rpartition(".")[2].lower() if "." in name[1:] else ""


def read(path: str, data: bytes, declared: Declared = NOTHING_DECLARED) -> Document:
    """Read a draft; a suffix nobody knows is read as plain text.

    Raises:
        UndecodableError: when the bytes are no text.
    """
    decoded = decode(data)
    return _read(path, decoded.text, decoded.encoding, declared)


def reread(document: Document, source: str) -> Document:
    """The same draft with its source changed; the encoding is not guessed again, so a fix cannot turn it."""
    return _read(document.path, source, document.encoding, document.declared)


def _read(path: str, source: str, encoding: str, declared: Declared) -> Document:
    module, function = FORMATS.get(format_of(path), FORMATS[".txt"])
    reader = getattr(import_module(f"reportlint.readers.{module}"), function)
    document: Document = reader(path, source, encoding)
    return replace(document, declared=declared) if declared != NOTHING_DECLARED else document
