"""A path to a document, or to the one line that says why not."""

from __future__ import annotations

import os
import stat
import sys

from reportlint.check import Text, UserError
from reportlint.declared import Declared
from reportlint.document import Document
from reportlint.limits import Limits
from reportlint.readers import UndecodableError, format_of, read, reread
from reportlint.run.discover import STDIN
from reportlint.text.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.config import Settings
    from reportlint.host import Catalogue


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
    foreign = foreign_format(data, name)
    if foreign:
        raise UnreadableError(
            Text(
                f"是 {foreign.zh}，目前只能检查 .txt 和 .md，请另存为纯文本",
                f"is {foreign.en}; only .txt and .md can be checked, so save it as plain text",
            )
        )
    try:
        return read(name, data, declared)
    except UndecodableError as error:
        raise UnreadableError(undecodable(error)) from error


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


def foreign_format(data: bytes, name: str) -> Text | None:
    """What the bytes are when a word processor or the like wrote them, told by how they begin; None for text."""
    suffix = format_of(name)
    if data.startswith(b"%PDF-"):
        return Text("PDF 文件", "a PDF file")
    if data.startswith(b"{\\rtf"):
        return Text("RTF 文件", "an RTF file")
    if data.startswith(b"PK\x03\x04"):
        if suffix == ".docx" or b"word/" in data:
            return Text("Word 文档（.docx）", "a Word document (.docx)")
        return Text("压缩的办公文档或压缩包", "a zipped office document or an archive")
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Text("旧版 Word、WPS 或 Excel 文档", "an old Word, WPS or Excel document")
    return None


def _reason(error: OSError) -> Text:
    known = {
        FileNotFoundError: Text("文件不存在", "does not exist"),
        PermissionError: Text("没有读取权限", "cannot be read: permission denied"),
        IsADirectoryError: Text("是文件夹，不是文件", "is a folder, not a file"),
    }
    words = error.strerror or type(error).__name__
    return known.get(type(error), Text(f"无法读取：{words}", f"cannot be read: {words}"))
