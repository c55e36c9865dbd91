"""A path to a document, or to the one line that says why not."""

from __future__ import annotations

import os
import stat
import sys

from reportlint.check import Text, UserError
from reportlint.declared import Declared
from reportlint.document import Document
from reportlint.limits import Limits
from reportlint.readers import BINARY, ReadingError, UndecodableError, format_of, read, reread
from reportlint.run.discover import STDIN
from reportlint.text.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from reportlint.config import Settings
    from reportlint.host import Catalogue


_BEGINNINGS = (b"%PDF-", b"{\\rtf", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How files begin that are no text; `readers.signature` knows more about them."""

_DOCUMENTS = {
    ".docx": Text("Word 文档", "a Word document"),
    ".doc": Text("旧版 Word 或 WPS 文档", "an old document of Word or WPS"),
    ".wps": Text("Works 文档", "a document of Works"),
    ".rtf": Text("RTF 文档", "an RTF document"),
    ".odt": Text("ODT 文档", "an ODT document"),
    ".pdf": Text("PDF 文件", "a PDF file"),
}
_SHEET = Text(
    "是 Excel 表格，不能检查，请把文字另存为 .docx 或 .txt", "is an Excel table; save its text as .docx or .txt"
)
_SLIDES = Text(
    "是演示文稿，不能检查，请把文字另存为 .docx 或 .txt", "is a presentation; save its text as .docx or .txt"
)
_REFUSED = {
    "locked": Text("文件有密码，请去掉密码后检查", "is protected by a password; remove it first"),
    ".xls": _SHEET,
    ".xlsx": _SHEET,
    ".ppt": _SLIDES,
    ".pptx": _SLIDES,
    ".ofd": Text("是 OFD 文件，请另存为 .docx 或 PDF 后检查", "is an OFD file; save it as .docx or PDF"),
    ".zip": Text("是压缩包，请解压后检查其中的文件", "is an archive; unpack it and check the files in it"),
    ".ole": Text("不是 Word 或 WPS 文档，或已损坏", "is no document of Word or WPS, or damaged"),
}
"""What is said of files that nobody here reads, by their kind."""


class UnreadableError(UserError):
    """A draft that cannot be read; `text` says why, in both languages."""


def load_bytes(path: str, settings: Settings) -> bytes:
    """The bytes of a draft, or of standard input for "-".

    Raises:
        UnreadableError: missing, a folder, no permission, no ordinary file, or larger than the limit.
    """
    limit = int(settings["max-file-size"])
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(limit + 1) if sys.stdin else b""
        else:
            status = os.stat(path)
            if stat.S_ISDIR(status.st_mode):
                os.listdir(path)
                raise UnreadableError(Text("是文件夹，不是文件", "is a folder, not a file"))
            if not stat.S_ISREG(status.st_mode) and not (stat.S_ISFIFO(status.st_mode) and _is_handed_over(path)):
                raise UnreadableError(Text("不是普通文件", "is not an ordinary file"))
            with open(path, "rb") as stream:
                data = stream.read(limit + 1)
    except OSError as error:
        raise UnreadableError(_reason(error)) from error
    except ValueError as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(Text("路径无效", "is not a valid path")) from error
    if len(data) > limit:
        size = f"{limit / (1 << 20):g} MB"
        raise UnreadableError(
            Text(
                f"文件超过 {size}，未检查（可用 --max-file-size 调整）", f"is larger than {size} (see --max-file-size)"
            )
        )
    return data


def _is_handed_over(path: str) -> bool:
    """Whether a pipe comes from a shell, as in `reportlint <(command)`; one on a disk may never have a writer."""
    return os.path.abspath(path).startswith(("/dev/fd/", "/dev/stdin", "/proc/"))


def load(path: str, data: bytes, settings: Settings, catalogue: Catalogue) -> Document:
    """The document read from bytes, by a reader of the catalogue where it has one for the suffix.

    Raises:
        UnreadableError: when they are no text, or not what the suffix promises.
    """
    name = (settings["stdin-filename"] or "<stdin>") if path == STDIN else path
    kinds = tuple(kind for kind, _ in catalogue.kinds.values())
    declared = Declared(settings["kind"] or "", settings["home"] or "", settings["places"], kinds)
    added = catalogue.readers.get(format_of(name))
    if added:
        from reportlint.run.load_added import read_added

        return replace(read_added(added, name, data, limits_of(settings)), declared=declared)
    try:
        binary = _binary_format(data, name)
        if binary:
            document: Document = getattr(_module(binary), BINARY[binary][1])(name, data)
            return replace(document, declared=declared)
        return read(name, data, declared)
    except ReadingError as error:
        raise UnreadableError(error.text) from error
    except UndecodableError as error:
        raise UnreadableError(undecodable(error)) from error


def unreadable_here(path: str) -> Text | None:
    """Why no file with the suffix of a path can be read on this machine; None when it can, or is of no known format."""
    suffix = format_of(path)
    unavailable = getattr(_module(suffix), "unavailable", None) if suffix in BINARY else None
    why: Text | None = unavailable() if unavailable else None
    return why


def undecodable(error: UndecodableError) -> Text:
    """Why bytes are no text, for the user."""
    if str(error) == "binary":
        return Text("不是文本文件", "is not a text file")
    return Text("不是 UTF-8、GB18030 或 UTF-16 编码的文本", "is not text in UTF-8, GB18030 or UTF-16")


def limits_of(settings: Settings) -> Limits:
    """What code of plugins may use."""
    return Limits(float(settings["time-limit"]), int(settings["memory-limit"]))


def load_again(document: Document, source: str, settings: Settings, catalogue: Catalogue) -> Document:
    """The same draft with its source changed, read as it was read before.

    Raises:
        UnreadableError: when a reader of a plugin cannot read it now.
    """
    added = catalogue.readers.get(format_of(document.path))
    if added is None:
        return reread(document, source)
    from reportlint.run.load_added import read_added

    again = read_added(added, document.path, source.encode(), limits_of(settings))
    return replace(again, encoding=document.encoding, declared=document.declared)


def _module(suffix: str) -> ModuleType:
    """The module that reads a binary format."""
    from importlib import import_module

    return import_module(f"reportlint.readers.{BINARY[suffix][0]}")


def _binary_format(data: bytes, name: str) -> str:
    """The binary format to read a file as; empty for text.

    Among documents the bytes decide, for suffixes are often changed by hand; so they do where there is no suffix. A
    name that promises text is taken at its word.

    Raises:
        UnreadableError: for a document under the name of a text, an empty one, and one of a format nobody here reads.
    """
    suffix = format_of(name)
    if suffix not in BINARY and not data.startswith(_BEGINNINGS):
        return ""
    if not data:
        raise UnreadableError(Text("是空文件（0 字节）", "is an empty file (0 bytes)"))
    from reportlint.readers.signature import kind_of

    kind = kind_of(data)
    if kind == ".zip" and suffix == ".docx":
        return suffix  # its reader says what is wrong with it
    if kind in _REFUSED and not (kind == ".ole" and suffix == ".wps"):
        raise UnreadableError(_REFUSED[kind])
    if suffix in BINARY or not suffix:
        # A web page or a text under the name of a document: the reader of all that is left knows what to do with it.
        return kind if kind in BINARY else ".pdf" if suffix == ".pdf" else ".doc"
    known = _DOCUMENTS[kind]
    raise UnreadableError(
        Text(f"是 {known.zh}，请把文件名改为 {kind} 后检查", f"is {known.en}; rename it to {kind} to have it checked")
    )


def _reason(error: OSError) -> Text:
    known = {
        FileNotFoundError: Text("文件不存在", "does not exist"),
        PermissionError: Text("没有读取权限", "cannot be read: permission denied"),
        IsADirectoryError: Text("是文件夹，不是文件", "is a folder, not a file"),
    }
    words = error.strerror or type(error).__name__
    return known.get(type(error), Text(f"无法读取：{words}", f"cannot be read: {words}"))
