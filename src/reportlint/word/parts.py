"""Parts of a Word document that are added to it or taken out of it, with all that names them."""

from __future__ import annotations

from reportlint.word.cuts import prefix_of, tag_end
from reportlint.word.package import plain
from reportlint.word.xml import parser, run, utf8

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.word.package import Package

OWN_RELATION = b"rIdReportlint"
"""Id of the relation to a part that we added, and may take out again."""

_TYPES = "[Content_Types].xml"
_EMPTY_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships' />"
)
"""Of a part without any; written as no other program writes it, so that ours can be told and taken out again."""

_RELATION = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument/relationships/"


def add_part(
    package: Package, main: str, kind: str, content_type: str, content: Callable[[bytes | None], bytes]
) -> dict[str, bytes | None]:
    """The parts that change when one of a kind is changed, or added because the document has none.

    Args:
        package: the document.
        main: name of the part that refers to it.
        kind: last word of the type of the relation, and name of the file when it is new.
        content_type: of the part.
        content: of the old content, in UTF-8, or None, the new.

    Raises:
        WordError: when one of them is damaged.
    """
    known = next((relation.target for relation in package.relations(main) if relation.kind == kind), None)
    old = package.read_if_there(known)
    if known is not None and old is not None:
        return {known: content(utf8(old))}
    folder, _, _ = main.rpartition("/")
    target = f"{kind}.xml"
    while plain(f"{folder}/{target}") in package.entries:
        target = f"{target.removesuffix('.xml')}-reportlint.xml"
    name = f"{folder}/{target}".lstrip("/")
    relations = relations_of(main)
    before = utf8(package.read_if_there(relations) or _EMPTY_RELATIONS)
    root = _STRICT if _STRICT in before else _RELATION
    relation = b' Id="%s" Type="%s%s" Target="%s"/>' % (OWN_RELATION, root, kind.encode(), target.encode())
    override = b' PartName="/%s" ContentType="%s"/>' % (name.encode(), content_type.encode())
    return {
        name: content(None),
        relations: _with_child(before, b"Relationship", relation),
        _TYPES: _with_child(utf8(package.read(_TYPES)), b"Override", override),
    }


def relations_of(part: str) -> str:
    """Name of the part that holds what a part refers to."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def without_part(package: Package, main: str, name: str) -> dict[str, bytes | None]:
    """The parts that change when one that we added is taken out; nothing when it is not ours.

    Raises:
        WordError: when one of them is damaged.
    """
    relations = relations_of(main)
    before = package.read_if_there(relations) or b""
    if b'Id="' + OWN_RELATION + b'"' not in before:
        return {}
    types = package.read(_TYPES)
    left = _without_child(before, b'Id="' + OWN_RELATION + b'"')
    return {
        name: None,
        relations: None if left == _EMPTY_RELATIONS else left,
        _TYPES: _without_child(types, b'PartName="/' + name.encode() + b'"'),
    }


def _with_child(data: bytes, name: bytes, attributes: bytes) -> bytes:
    """A part with one more element at the end of its root."""
    prefix = prefix_of(data, root_of(data)[0])
    written = prefix + b":" + name if prefix else name
    return with_children(data, b"<" + written + attributes)


def root_of(data: bytes) -> tuple[int, int]:
    """Where the root of a part in UTF-8 begins, and where its end tag does; the byte after it when it is one tag.

    Raises:
        WordError: when the part is damaged.
    """
    starts: list[int] = []
    ends = [0]
    made = parser(
        lambda *_: None if starts else starts.append(made.CurrentByteIndex),
        lambda _: ends.__setitem__(0, made.CurrentByteIndex),
    )
    run(made, data)
    return starts[0], ends[0]


def with_children(data: bytes, children: bytes) -> bytes:
    """A part in UTF-8 with more elements at the end of its root.

    Where the root was one tag, the new end tag has a space in it, by which `without_children` knows that.

    Raises:
        WordError: when the part is damaged.
    """
    start, end = root_of(data)
    if tag_end(data, start) < end or data.startswith(b"</", end):
        return data[:end] + children + data[end:]
    name = data[start + 1 : end - 2].split()[0]
    return data[: end - 2] + b">" + children + b"</" + name + b" >" + data[end:]


def collapsed(data: bytes) -> bytes:
    """A part in UTF-8 as it was before `with_children`, when all of these are gone."""
    start, end = root_of(data)
    inside = tag_end(data, start)
    if inside != end or not data[end : tag_end(data, end)].endswith(b" >"):
        return data
    return data[: inside - 1] + b"/>" + data[tag_end(data, end) :]


def _without_child(data: bytes, attribute: bytes) -> bytes:
    """A part without the empty element that has an attribute."""
    at = data.find(attribute)
    if at < 0:
        return data
    return collapsed(data[: data.rindex(b"<", 0, at)] + data[data.index(b">", at) + 1 :])
