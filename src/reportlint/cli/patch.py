"""What `--diff` prints: lines for eyes on a terminal, and bytes for `patch` in a pipe."""

from __future__ import annotations

import os

from reportlint.readers import decode
from reportlint.text.width import showable
from reportlint.writing import diff, encode_back

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = {0x22: b'\\"', 0x5C: b"\\\\", 0x09: b"\\t", 0x0A: b"\\n", 0x0D: b"\\r"}
_NO_END = b"\\ No newline at end of file\n"


def to_show(path: str, old: str, new: str) -> str:
    """The change with nothing in it that could steer a terminal."""
    lines = diff(path.replace("\n", "\ufffd"), old, new).split("\n")[:-1]
    return "".join(showable(line.removesuffix("\r")) + "\n" for line in lines)


def can_be_patched(data: bytes) -> bool:
    r"""Whether `patch` finds lines in a draft: not in UTF-16, and not when all lines end in \r."""
    return not decode(data).encoding.startswith("utf-16") and (b"\n" in data or b"\r" not in data)


def to_apply(path: str, data: bytes, new: str) -> bytes:
    """The change in the bytes of the draft itself, whatever they stand for, with its name as the system knows it.

    Raises:
        WritingError: when the new text cannot be written in the draft's encoding.
    """
    from difflib import diff_bytes, unified_diff

    after = encode_back(decode(data), data, new)
    name = header(os.fsencode(path))
    return b"".join(_ended(diff_bytes(unified_diff, _lines(data), _lines(after), name, name)))


def header(name: bytes) -> bytes:
    """A name as `patch` reads it: in quotes when it holds what ends a line, before a tab when it holds a blank."""
    if any(byte < ord(" ") or byte in b'"\\\x7f' for byte in name):
        plain = (
            _QUOTED.get(byte) or (b"\\%03o" % byte if byte < ord(" ") or byte == ord("\x7f") else bytes([byte]))
            for byte in name
        )
        return b'"' + b"".join(plain) + b'"'
    return name + b"\t" if b" " in name else name


def _lines(data: bytes) -> list[bytes]:
    r"""Lines as `patch` counts them: \n alone ends one."""
    parts = data.split(b"\n")
    return [part + b"\n" for part in parts[:-1]] + [part for part in parts[-1:] if part]


def _ended(lines: Iterator[bytes]) -> Iterator[bytes]:
    for line in lines:
        yield line if line.endswith(b"\n") else line + b"\n" + _NO_END
