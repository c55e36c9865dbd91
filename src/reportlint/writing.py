"""New bytes into a file, so that nothing is lost on a full disk, in an odd encoding or to another writer."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from reportlint.check import Text, UserError
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.readers import Decoded

_LINE = Pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class WritingError(UserError):
    """A file that must not be written; `text` says why. It is as it was."""


def encode_back(decoded: Decoded, original: bytes, new_text: str) -> bytes:
    """A changed text in the encoding and with the mark of the original, every unchanged character the same bytes.

    Raises:
        WritingError: when the unchanged text would not give the original bytes, or the new one cannot be encoded.
    """
    try:
        same = decoded.encode(decoded.text) == original
    except UnicodeEncodeError:
        same = False
    if not same:
        raise WritingError(
            Text(
                f"按 {decoded.encoding} 写回会改动未修改的字节，文件未写",
                f"writing it back as {decoded.encoding} would change bytes nothing asked to change; not written",
            )
        )
    try:
        return decoded.encode(new_text)
    except UnicodeEncodeError as error:
        character = new_text[error.start]
        raise WritingError(
            Text(
                f"{decoded.encoding} 写不出“{character}”，文件未写",
                f"{decoded.encoding} has no “{character}”; not written",
            )
        ) from error


def replace_file(path: str, data: bytes, *, expected: bytes | None = None) -> None:
    """Put `data` into a file at once: whoever reads it sees the old bytes or the new ones, never a part.

    A link stays a link: the file it leads to is replaced. Mode is kept, and owner where the system lets us.

    Args:
        path: the file; a new one is made if there is none.
        data: its new content.
        expected: its present content, as it was read; None: whatever it is.

    Raises:
        WritingError: when it holds something else than `expected`, is write-protected, or is no ordinary file.
        OSError: when it cannot be written; it is as it was.
    """
    target = os.path.realpath(path)
    before = _present(path, target)
    if expected is not None:
        _must_hold(path, target, expected)
    # In the same folder, because only within one file system a file can be put in place at once.
    temporary = os.path.join(os.path.dirname(target), f".reportlint-{os.urandom(6).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    # Nobody else may read a private draft from the file that is not yet finished.
    descriptor = os.open(temporary, flags, 0o666 if before is None else 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if before is not None:
            _keep_owner_and_mode(temporary, before)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def diff(path: str, old: str, new: str) -> str:
    r"""The change as a unified diff, empty when there is none; lines end at \n, \r\n and \r only."""
    from difflib import unified_diff

    return "".join(_printable(unified_diff(_lines(old), _lines(new), path, path)))


def _present(path: str, target: str) -> os.stat_result | None:
    """What is known of the file now, or None when there is none."""
    try:
        before = os.stat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(before.st_mode):
        raise WritingError(Text(f"{path} 不是普通文件，未写", f"{path} is not an ordinary file; not written"))
    if not os.access(target, os.W_OK):
        raise WritingError(Text(f"{path} 是只读文件，未写", f"{path} is write-protected; not written"))
    return before


def _must_hold(path: str, target: str, expected: bytes) -> None:
    try:
        with open(target, "rb") as file:
            present = file.read()
    except FileNotFoundError:
        present = None
    if present != expected:
        raise WritingError(
            Text(f"{path} 在检查期间被改动，未写", f"{path} was changed while it was checked; not written")
        )


def _keep_owner_and_mode(temporary: str, before: os.stat_result) -> None:
    # Owner first: a change of owner may clear bits of the mode.
    if hasattr(os, "chown"):
        try:
            os.chown(temporary, before.st_uid, before.st_gid)
        except PermissionError:
            with suppress(PermissionError):
                os.chown(temporary, -1, before.st_gid)
    os.chmod(temporary, stat.S_IMODE(before.st_mode))


def _lines(text: str) -> list[str]:
    return [match[0] for match in _LINE.finditer(text) if match[0]]


def _printable(lines: Iterator[str]) -> Iterator[str]:
    """Each line of a diff on a line of its own, also those that end otherwise or not at all."""
    for line in lines:
        if line.endswith("\n"):
            yield line
        elif line.endswith("\r"):
            yield line[:-1] + "\n"
        else:
            yield line + "\n\\ No newline at end of file\n"
