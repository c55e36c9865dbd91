"""The zip file of a Word document: its parts, and how they refer to each other.

Read by hand, because importing `zipfile` costs a third of a whole check. Nothing is unpacked before its size is known.
Sources: ECMA-376 part 2 (packages, relationships); APPNOTE.TXT 6.3 (zip).
"""

from __future__ import annotations

from struct import Struct
from zlib import crc32, decompressobj
from zlib import error as ZlibError  # noqa: N812 - a class of the standard library in lower case

from reportlint.check import Text
from reportlint.text.frozen import frozen
from reportlint.word.error import WordError
from reportlint.word.xml import damaged, parse

MOST_BYTES = 96 << 20
"""Of all parts of a package that are read, unpacked; a report of a million characters has 10 MB."""

MOST_TAGS = 4_000_000
"""Likewise; such a report has 400,000."""

MOST_PARTS = 20_000

END = Struct("<4s4H2LH")
ENTRY = Struct("<4s6H3L5H2L")
LOCAL = Struct("<4s5H3L2H")
_END_SIGN, _ENTRY_SIGN, _LOCAL_SIGN = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_STORED, DEFLATED_METHOD = 0, 8
_LOCKED, _UTF8 = 0x1, 0x800
_MAIN = "/officeDocument"
_OFFICE = {"xl/": ("Excel 表格", "an Excel sheet"), "ppt/": ("PowerPoint 演示文稿", "a PowerPoint presentation")}


@frozen
class Entry:
    """A part as the directory of the zip file describes it."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


@frozen
class Relation:
    """What a part refers to.

    Attributes:
        id: by which the part names it.
        kind: last word of its type: styles, numbering, header…
        target: name of the part.
    """

    id: str
    kind: str
    target: str


class Package:
    """The parts of one file.

    Args:
        data: the bytes of the file.

    Raises:
        WordError: when they are no zip file, or one that claims to hold too much.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.entries: dict[str, Entry] = {}
        self._left = MOST_BYTES
        self._tags_left = MOST_TAGS
        for entry in _directory(data):
            self.entries.setdefault(plain(entry.name), entry)

    def main(self) -> str:
        """Name of the part with the text.

        Raises:
            WordError: when there is none, because the file is something else or damaged.
        """
        found = [relation.target for relation in self.relations("") if relation.kind == "officeDocument"]
        name = next((target for target in [*found, "word/document.xml"] if plain(target) in self.entries), None)
        if name is None or name.lower().startswith(tuple(_OFFICE)):
            for folder, (zh, en) in _OFFICE.items():
                if any(entry.startswith(folder) for entry in self.entries):
                    raise WordError(Text(f"是 {zh}，不是 Word 文档", f"is {en}, not a Word document"))
            if not any(entry.startswith("word/") for entry in self.entries):
                raise WordError(Text("是压缩包，不是 Word 文档", "is an archive, not a Word document"))
            raise damaged()
        return name

    def read(self, name: str) -> bytes:
        """A part, unpacked.

        Raises:
            WordError: when it is missing, damaged, locked or too large.
        """
        entry = self.entries.get(plain(name))
        if entry is None:
            raise damaged()
        if entry.flags & _LOCKED:
            raise WordError(Text("文件有密码，请去掉密码后检查", "is locked with a password; remove it first"))
        if entry.size > self._left:
            raise too_large()
        content = _unpack(self.data, entry)
        self._left -= len(content)
        self._tags_left -= content.count(b"<")
        if self._tags_left < 0:
            raise too_large()
        return content

    def read_if_there(self, name: str | None) -> bytes | None:
        """A part that a document can do without, or None."""
        return self.read(name) if name is not None and plain(name) in self.entries else None

    def relations(self, part: str) -> list[Relation]:
        """What a part ("": the package) refers to inside the package, in the order of the file."""
        folder, _, file = part.rpartition("/")
        data = self.read_if_there(f"{folder}/_rels/{file}.rels".lstrip("/"))
        found: list[Relation] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            if name.endswith(" Relationship") and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                found.append(Relation(attributes.get("Id", ""), kind, _join(folder, attributes.get("Target", ""))))

        if data is not None:
            parse(data, start, lambda _: None)
        return found


def too_large() -> WordError:
    """That a document holds more than a report can."""
    return WordError(
        Text(
            "Word 文档展开后过大，不像是一份报告，未读取",
            "is too large when unpacked to be a report; it was not read",
        )
    )


def _directory(data: bytes) -> list[Entry]:
    """All entries of a zip file."""
    end = data.rfind(_END_SIGN, max(0, len(data) - 65557))
    if end < 0 or end + END.size > len(data):
        raise damaged()
    _, _, _, _, count, size, offset, _ = END.unpack_from(data, end)
    if count > MOST_PARTS:
        raise too_large()
    at = end - size  # of what the file itself says, only this is right when something stands before the zip file
    shift = at - offset
    found: list[Entry] = []
    for _ in range(count):
        if at < 0 or at + ENTRY.size > end:
            raise damaged()
        sign, _, _, flags, method, _, _, crc, packed, unpacked, *lengths, _, _, _, start = ENTRY.unpack_from(data, at)
        name, extra, comment = lengths
        if sign != _ENTRY_SIGN or shift < 0:
            raise damaged()
        raw = data[at + ENTRY.size : at + ENTRY.size + name]
        text = raw.decode("utf-8" if flags & _UTF8 else "cp437", "replace")
        found.append(Entry(text, flags, method, crc, packed, unpacked, start + shift))
        at += ENTRY.size + name + extra + comment
    return found


def packed_bytes(data: bytes, entry: Entry) -> bytes:
    """The bytes of a part as they are stored.

    Raises:
        WordError: when they are not there.
    """
    start = entry.offset
    if start + LOCAL.size > len(data):
        raise damaged()
    sign, *_, name, extra = LOCAL.unpack_from(data, start)
    start += LOCAL.size + name + extra
    packed = data[start : start + entry.packed]
    if sign != _LOCAL_SIGN or len(packed) != entry.packed:
        raise damaged()
    return packed


def _unpack(data: bytes, entry: Entry) -> bytes:
    packed = packed_bytes(data, entry)
    try:
        content = packed if entry.method == _STORED else decompressobj(-15).decompress(packed, entry.size + 1)
    except ZlibError as error:
        raise damaged() from error
    if entry.method not in {_STORED, DEFLATED_METHOD} or len(content) != entry.size or crc32(content) != entry.crc:
        raise damaged()
    return content


def plain(name: str) -> str:
    """A name by which parts are told apart: Word takes no heed of case, some programs write backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _join(folder: str, target: str) -> str:
    """The name of a part that one in a folder refers to."""
    if target.startswith("/"):
        return target.lstrip("/")
    parts = folder.split("/") if folder else []
    for part in target.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
