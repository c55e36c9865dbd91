"""Reads a draft with the reader of a plugin, and looks at what it made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint.check import Text
from reportlint.declared import NOTHING_DECLARED
from reportlint.document import Block, Directive, Document, Place
from reportlint.run.load import UnreadableError, undecodable
from reportlint.text import SourceMap, Span
from reportlint.text.encoding import UndecodableError, decode
from reportlint.trouble import Broken, attempt, line

if TYPE_CHECKING:
    from reportlint.limits import Limits
    from reportlint.reading import Reader

_KINDS = frozenset({"heading", "paragraph", "item", "cell", "quote"})


def read_added(added: tuple[Reader, str], name: str, data: bytes, limits: Limits) -> Document:
    """The document that a reader of a plugin makes of a file.

    Args:
        added: the reader, with name and version of its plugin.
        name: path of the file.
        data: its bytes.
        limits: for a file of ordinary length.

    Raises:
        UnreadableError: when it cannot read the file, breaks, or makes something that is no document of it.
    """
    reader, label = added
    result = attempt(lambda: _read(reader, name, data), limits.of(len(data)), label)
    if isinstance(result, Broken):
        zh, en = (
            f"读取 {reader.format} 出错（插件 {line(label)}）",
            f"reading {reader.format} failed (plugin {line(label)})",
        )
        raise UnreadableError(Text(f"{zh}：{result.why.zh}", f"{en}: {result.why.en or result.why.zh}"))
    if isinstance(result, Text):
        raise UnreadableError(result)
    return result


def _read(reader: Reader, name: str, data: bytes) -> Document | Text:
    """The document, or the words of the reader about a file it cannot read."""
    try:
        made = reader.read(name, data)
    except UndecodableError as error:
        return undecodable(error)
    except ValueError as error:
        words = line(str(error))
        # Others, such as a UnicodeDecodeError, are no words for the user.
        if type(error) is ValueError and words:
            return Text(words)
        raise
    return _sound(made, reader, name, data)


def _sound(made: Any, reader: Reader, name: str, data: bytes) -> Document:  # noqa: ANN401 - it may be anything
    """The document under its own name.

    Raises:
        TypeError: when it is no document.
        ValueError: when it is none of these bytes.
    """
    _must_be(Document, made)
    _must_be(str, made.text, made.source, made.encoding)
    _must_be(tuple, made.blocks, made.directives)
    _must_be(Block, *made.blocks)
    _must_be(Directive, *made.directives)
    _must_be(SourceMap, made.map)
    _must_be(bool, made.origin.writable)
    _must_be_in_order(made)
    for offset in {0, len(made.text), *(end for block in made.blocks for end in (block.span.start, block.span.end))}:
        span = Span(offset, offset)
        _must_be(Place, made.start_place(span), made.end_place(span))
        _must_be(str, made.origin.excerpt(made.start_place(span)))
    if made.origin.writable and decode(data).text != made.source:
        message = "source is not the text of the file"
        raise ValueError(message)
    return Document(
        name,
        reader.format,
        made.source,
        made.encoding,
        made.text,
        made.blocks,
        made.map,
        made.origin,
        made.directives,
        NOTHING_DECLARED,
    )


def _must_be(kind: type[Any], *values: object) -> None:
    for value in values:
        if type(value) is not kind:
            message = f"a document has {type(value).__name__} instead of {kind.__name__}"
            raise TypeError(message)


def _must_be_in_order(made: Document) -> None:
    end = 0
    for block in made.blocks:
        _must_be(Span, block.span)
        if not end <= block.span.start < block.span.end <= len(made.text) or block.kind not in _KINDS:
            message = f"block {block.kind} at {block.span.start}..{block.span.end} is out of order or of the text"
            raise ValueError(message)
        end = block.span.end
    mapped = made.map.to_source(Span(0, len(made.text)))
    if not 0 <= mapped.start <= mapped.end <= len(made.source):
        message = "the map leads past the end of the source"
        raise ValueError(message)
