"""XML of Word documents, event by event: nothing is expanded, nothing is fetched, nothing is kept."""

from __future__ import annotations

from pyexpat import ExpatError, ParserCreate

from reportlint.check import Text
from reportlint.text import Pattern
from reportlint.word.error import WordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from pyexpat import XMLParserType

    Start = Callable[[str, dict[str, str]], None]
    End = Callable[[str], None]
    Words = Callable[[str], None]

_WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
"""Names of the main namespace (ECMA-376 part 1, transitional and strict)."""

_DECLARED = Pattern(r"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["'][^>]*\?>""")
_HEAD = 200
_ENCODINGS = frozenset({"gb2312", "gbk", "gb18030", "big5", "iso-8859-1", "windows-1252"})
"""Parts are in UTF-8 or UTF-16 (ECMA-376 part 2, 9.1.4), those of some Chinese programs in a code page.

What else Python can decode is not asked for: some of its decoders take hours, or fail in ways of their own.
"""

_LONGEST_NAME = 1000
_MOST_NAMES = 10_000
"""Limits for names that are made up: those of Word have less than 100 characters, and no document 1000 of them."""


class _Names(dict[str, str]):
    """Local names, each found out once."""

    def __missing__(self, name: str) -> str:
        local = local_name(name)
        if len(self) < _MOST_NAMES:
            self[name] = local
        return local


def local_name(name: str) -> str:
    """A name as expat gives it (uri, space, local name), without the uri where it is that of WordprocessingML."""
    uri, _, local = name.rpartition(" ")
    return local if uri in _WORD else name


def utf8(data: bytes) -> bytes:
    """A part in UTF-8, so that offsets in it are those of the parser.

    Raises:
        WordError: when it is in no encoding that a part may have.
    """
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        else:
            declared = _DECLARED.match(data[:_HEAD].decode("latin-1"))
            if declared is None or declared[1].lower() in {"utf-8", "utf8", "us-ascii", "ascii"}:
                return data
            if declared[1].lower() not in _ENCODINGS:
                raise damaged()
            text = data.decode(declared[1])
    except UnicodeDecodeError as error:
        raise damaged() from error
    declared = _DECLARED.match(text[:_HEAD])
    return (text[: declared.start(1)] + "UTF-8" + text[declared.end(1) :] if declared else text).encode()


def parse(data: bytes, start: Start, end: End, text: Words | None = None) -> None:
    """Read a part.

    Names in the namespace of WordprocessingML come as local names ("p", with the attribute "val"), others as uri,
    space, local name; those of attributes without a namespace as they stand.

    Args:
        data: the part.
        start: called with name and attributes of each element.
        end: called with its name when it ends.
        text: called with pieces of text in it.

    Raises:
        WordError: for what is no well-formed XML, or has a document type, which no Word document needs.
    """
    run(parser(start, end, text), utf8(data))


def parser(start: Start, end: End, text: Words | None = None) -> XMLParserType:
    """A parser for one part, which is to be in UTF-8; see `parse`."""
    names = _Names()

    def started(name: str, attributes: dict[str, str]) -> None:
        start(names[name], {names[key]: value for key, value in attributes.items()} if attributes else attributes)

    made = ParserCreate("UTF-8", " ")
    made.buffer_text = False
    made.StartElementHandler = started
    made.EndElementHandler = lambda name: end(names[name])
    made.StartDoctypeDeclHandler = _refuse
    made.StartNamespaceDeclHandler = _check_namespace
    if text:
        made.CharacterDataHandler = text
    return made


def run(made: XMLParserType, data: bytes) -> None:
    """Let a parser read a whole part.

    Raises:
        WordError: when the part is damaged.
    """
    try:
        made.Parse(data, True)  # noqa: FBT003 - expat names its arguments by place only
    except ExpatError as error:
        raise damaged() from error


def damaged() -> WordError:
    """That a file cannot be read as a Word document."""
    return WordError(
        Text(
            "Word 文档已损坏，请用 Word 或 WPS 打开后另存一份再检查",
            "is a damaged Word document; open it in Word or WPS and save it anew",
        )
    )


def _refuse(*_: object) -> None:
    raise WordError(
        Text("Word 文档里有不该有的 DTD 声明，未读取", "has a document type declaration, which no Word document needs")
    )


def _check_namespace(_: str | None, uri: str | None) -> None:
    # The parser writes it out before each name in it: a megabyte of it before each of a million tags takes an hour.
    if uri and len(uri) > _LONGEST_NAME:
        raise damaged()
