"""A path to a document, or to the one line that says why not."""

from __future__ import annotations

import os
import stat
import sys

from reportlint.check import Text
from reportlint.document import Declared, Document
from reportlint.readers import UndecodableError, decode, read
from reportlint.run.discover import STDIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.config import Settings


class UnreadableError(ValueError):
    """A draft that cannot be read; `text` says why, in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


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
            if not stat.S_ISREG(status.st_mode) and not stat.S_ISFIFO(status.st_mode):
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


def load(path: str, data: bytes, settings: Settings) -> Document:
    """The document read from bytes.

    Raises:
        UnreadableError: when they are no text, or not what the suffix promises.
    """
    name = (settings["stdin-filename"] or "<stdin>") if path == STDIN else path
    try:
        return read(name, data, Declared(kind=settings["kind"] or ""))
    except UndecodableError as error:
        if str(error) == "binary":
            raise UnreadableError(Text("不是文本文件", "is not a text file")) from error
        raise UnreadableError(
            Text("不是 UTF-8、GB18030 或 UTF-16 编码的文本", "is not text in UTF-8, GB18030 or UTF-16")
        ) from error


def same_bytes(document: Document, data: bytes) -> bool:
    """Whether the document's source, encoded again, gives the bytes it was read from."""
    return decode(data).encode(document.source) == data


def _reason(error: OSError) -> Text:
    known = {
        FileNotFoundError: Text("文件不存在", "does not exist"),
        PermissionError: Text("没有读取权限", "cannot be read: permission denied"),
        IsADirectoryError: Text("是文件夹，不是文件", "is a folder, not a file"),
    }
    words = error.strerror or type(error).__name__
    return known.get(type(error), Text(f"无法读取：{words}", f"cannot be read: {words}"))
