"""A Word document written anew: parts that change are packed, the bytes of all others are copied as they are."""

from __future__ import annotations

from zlib import DEFLATED, MAX_WBITS, compressobj, crc32

from reportlint.word.package import DEFLATED_METHOD, END, ENTRY, LOCAL, Entry, packed_bytes, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportlint.word.package import Package

_UTF8 = 0x800
_NO_SIZES_BEHIND = 0xFFFF ^ 0x8
"""All flags of an entry but the one that says its sizes come after its bytes: we write them before."""

_VERSION = 20
_FIRST_DAY = 0x21
"""1 January 1980, the first date a zip file can say; the same content gives the same file."""


def repack(package: Package, changed: Mapping[str, bytes | None]) -> bytes:
    """The bytes of a file like a package, with some parts changed, added (at the end) or taken out (None).

    Raises:
        WordError: when the bytes of a part that is to be copied are not there.
    """
    body: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for entry, packed in _written(package, changed):
        head = _head(entry)
        directory.append(_line(entry, at))
        body += [head, packed]
        at += len(head) + len(packed)
    size = sum(map(len, directory))
    end = END.pack(b"PK\x05\x06", 0, 0, len(directory), len(directory), size, at, 0)
    return b"".join([*body, *directory, end])


def _written(package: Package, changed: Mapping[str, bytes | None]) -> Iterator[tuple[Entry, bytes]]:
    """Every part of the new file and its packed bytes, in the order of the old one."""
    new = {plain(name): content for name, content in changed.items()}
    for key, entry in package.entries.items():
        content = new.get(key)
        if key not in new:
            yield entry, packed_bytes(package.data, entry)
        elif content is not None:
            yield _packed(entry.name, content)
    for name, content in changed.items():
        if content is not None and plain(name) not in package.entries:
            yield _packed(name, content)


def _packed(name: str, content: bytes) -> tuple[Entry, bytes]:
    packer = compressobj(6, DEFLATED, -MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    flags = 0 if name.isascii() else _UTF8
    return Entry(name, flags, DEFLATED_METHOD, crc32(content), len(packed), len(content), 0), packed


def _name(entry: Entry) -> bytes:
    return entry.name.encode("utf-8" if entry.flags & _UTF8 else "cp437", "replace")


def _head(entry: Entry) -> bytes:
    name, flags = _name(entry), entry.flags & _NO_SIZES_BEHIND
    sizes = (entry.crc, entry.packed, entry.size, len(name), 0)
    return LOCAL.pack(b"PK\x03\x04", _VERSION, flags, entry.method, 0, _FIRST_DAY, *sizes) + name


def _line(entry: Entry, at: int) -> bytes:
    name, flags = _name(entry), entry.flags & _NO_SIZES_BEHIND
    sizes = (entry.crc, entry.packed, entry.size, len(name), 0, 0, 0, 0, 0, at)
    return ENTRY.pack(b"PK\x01\x02", _VERSION, _VERSION, flags, entry.method, 0, _FIRST_DAY, *sizes) + name
