"""Parts of a Word document that are added to it or taken out of it, with all that names them."""

from __future__ import annotations

from reportlint.word.cuts import prefix_of
from reportlint.word.package import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.word.package import Package

OWN_RELATION = b"rIdReportlint"
"""Id of the relation to a part that we added, and may take out again."""

_TYPES = "[Content_Types].xml"
_EMPTY_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
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
        content: of the old content, or None, the new.

    Raises:
        WordError: when one of them is damaged.
    """
    known = next((relation.target for relation in package.relations(main) if relation.kind == kind), None)
    old = package.read_if_there(known)
    if known is not None and old is not None:
        return {known: content(old)}
    folder, _, _ = main.rpartition("/")
    target = f"{kind}.xml"
    while plain(f"{folder}/{target}") in package.entries:
        target = f"{target.removesuffix('.xml')}-reportlint.xml"
    name = f"{folder}/{target}".lstrip("/")
    relations = relations_of(main)
    before = package.read_if_there(relations) or _EMPTY_RELATIONS
    root = _STRICT if _STRICT in before else _RELATION
    relation = b' Id="%s" Type="%s%s" Target="%s"/>' % (OWN_RELATION, root, kind.encode(), target.encode())
    override = b' PartName="/%s" ContentType="%s"/>' % (name.encode(), content_type.encode())
    return {
        name: content(None),
        relations: _with_child(before, b"Relationship", relation),
        _TYPES: _with_child(package.read(_TYPES), b"Override", override),
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
    return {
        name: None,
        relations: _without_child(before, b'Id="' + OWN_RELATION + b'"'),
        _TYPES: _without_child(types, b'PartName="/' + name.encode() + b'"'),
    }


def _with_child(data: bytes, name: bytes, attributes: bytes) -> bytes:
    """A part with one more element at the end of its root."""
    end = data.rindex(b"</")
    prefix = prefix_of(data, end + 1)
    written = prefix + b":" + name if prefix else name
    return data[:end] + b"<" + written + attributes + data[end:]


def _without_child(data: bytes, attribute: bytes) -> bytes:
    """A part without the empty element that has an attribute."""
    at = data.find(attribute)
    if at < 0:
        return data
    return data[: data.rindex(b"<", 0, at)] + data[data.index(b">", at) + 1 :]
