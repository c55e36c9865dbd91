"""What a check reads: the prose of a draft in one string, its blocks, and the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from reportlint.declared import NOTHING_DECLARED, Declared
from reportlint.grid import Table
from reportlint.text import LineIndex, Piece, SourceMap, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Literal, Protocol, TypeVar

    BlockKind = Literal["heading", "paragraph", "item", "cell", "quote"]
    BlockPart = Literal["body", "box", "footnote", "endnote", "header", "footer"]
    T = TypeVar("T")

    class Origin(Protocol):
        """Knows the addresses of one file format."""

        writable: bool
        """Whether fixes may be written into the source text of this format."""

        def place(self, offset: int) -> Place:
            """Address of a source offset."""

        def excerpt(self, place: Place) -> str:
            """Text of the line (or paragraph) a place stands in, for display under it."""


_START = attrgetter("span.start")
_FACTS = "_facts"
_BODY = frozenset({"body", "box"})


@frozen
class Block:
    """One heading, paragraph, list item, table cell or quotation, as the file format marks it.

    Attributes:
        kind: what the format says it is; plain text knows only paragraphs (see `facts.outline` for what they mean).
        span: its place in the reading text, without the line end.
        level: heading level from 1, or 0.
        part: of the file: the body; a text box, read after the paragraph it hangs on; or what follows the body in the
            reading text: notes, headers and footers, each once.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    part: BlockPart = "body"


@frozen(order=True)
class Place:
    """Where a person looks: a one-based line (in Word: paragraph in reading order) and column, in code points."""

    line: int
    column: int


@frozen
class Directive:
    """A request in the draft itself to ignore findings of some checks in some stretch.

    Attributes:
        scope: the stretch of reading text it covers.
        checks: ids or families; empty when the writer forgot to name any.
        reason: the writer's words, may be empty.
        source: where the request itself stands in the source.
        problem: why it cannot be understood, or empty.
    """

    scope: Span
    checks: tuple[str, ...]
    reason: str
    source: Span
    problem: str = ""


class LineOrigin:
    """A text file: the source is the decoded file itself."""

    __slots__ = ("lines", "writable")

    def __init__(self, source: str) -> None:
        self.lines = LineIndex(source)
        self.writable = True

    def place(self, offset: int) -> Place:
        """Line and column of a source offset."""
        return Place(*self.lines.line_column(offset))

    def excerpt(self, place: Place) -> str:
        """The whole line, without its end."""
        return self.lines.line_text(place.line)


@frozen
class Document:
    """A draft as it was read. It never changes; what is derived from it is kept once computed (see `fact`).

    Attributes:
        path: as the user gave it, for messages.
        format: name of the reader's format: txt, md…
        source: the decoded source, byte order mark excluded.
        encoding: Python's name of the encoding it was decoded with.
        text: the reading text: prose only, blocks divided by line feeds.
        blocks: in reading order, never overlapping, none empty.
        map: from the reading text to the source.
        origin: from the source to places.
        directives: requests in the draft to ignore findings.
        declared: what the user says about the report.
        tables: in reading order; a table in a cell comes after the one it stands in.
    """

    path: str
    format: str
    source: str
    encoding: str
    text: str
    blocks: tuple[Block, ...]
    map: SourceMap
    origin: Origin
    directives: tuple[Directive, ...] = ()
    declared: Declared = NOTHING_DECLARED
    tables: tuple[Table, ...] = ()

    __slots__ = ("_facts",)

    def __post_init__(self) -> None:
        object.__setattr__(self, _FACTS, {})

    def remembered(self) -> dict[object, Any]:
        """What was already found out about this document, by the function that found it out (see `fact`)."""
        known: dict[object, Any] = getattr(self, _FACTS)
        return known

    def slice(self, span: Span) -> str:
        """The reading text in `span`."""
        return self.text[span.start : span.end]

    def start_place(self, span: Span) -> Place:
        """Where `span` begins in the file."""
        return self.origin.place(self.map.to_source(span).start)

    def end_place(self, span: Span) -> Place:
        """Where `span` ends in the file: the column after its last character."""
        return self.origin.place(self.map.to_source(span).end)

    def editable(self, span: Span, text: str = "") -> bool:
        """Whether the file can be written so that `text` stands for these characters, and nothing else changes.

        A format whose source is not the file itself may say more of it, by a method `editable` of its origin, which
        is asked with the span in the source and the text.
        """
        if not self.origin.writable or not self.map.exact(span):
            return False
        agrees = getattr(self.origin, "editable", None)
        return agrees is None or bool(agrees(self.map.to_source(span), text))

    @property
    def unit(self) -> str:
        """What places count as lines: "line", or "paragraph" where the origin says so, by its attribute `unit`."""
        return str(getattr(self.origin, "unit", "line"))

    def end_of_body(self) -> int:
        """Where notes, headers and footers begin in the reading text; its length without any."""
        return next((block.span.start for block in self.blocks if block.part not in _BODY), len(self.text))

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset of the reading text, or None between blocks."""
        index = bisect_right(self.blocks, offset, key=_START) - 1
        block = self.blocks[index] if index >= 0 else None
        return block if block and offset <= block.span.end else None


def fact(compute: Callable[[Document], T]) -> Callable[[Document], T]:
    """Make a function of a document compute once per document; whoever asks first pays, all others share.

    Plugins define facts of their own in the same way. A fact must depend on nothing but the document.
    """

    def remembered(document: Document) -> T:
        known = document.remembered()
        if compute not in known:
            known[compute] = compute(document)
        result: T = known[compute]
        return result

    remembered.__doc__ = compute.__doc__
    remembered.__name__ = compute.__name__
    remembered.__module__ = compute.__module__
    remembered.__wrapped__ = compute  # type: ignore[attr-defined]
    return remembered


class Builder:
    """How a reader makes a Document: keep what is prose, skip what is not, close a block at its end."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._out: list[str] = []
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._length = 0

    @property
    def here(self) -> int:
        """Length of the reading text so far."""
        return self._length

    def keep(self, start: int, end: int) -> None:
        """Take `source[start:end]` as it stands."""
        if end <= start:
            return
        last = self._pieces[-1] if self._pieces else None
        if last and last.literal and last.source + last.width == start and last.text + last.length == self._length:
            joined = last.length + end - start
            self._pieces[-1] = Piece(last.text, joined, last.source, joined, literal=True)
        else:
            self._pieces.append(Piece(self._length, end - start, start, end - start, literal=True))
        self._add(self.source[start:end])

    def replace(self, start: int, end: int, text: str) -> None:
        """Read `source[start:end]` as `text`, one unit that cannot be cut; with `start == end`, text without source."""
        if self.source[start:end] == text:
            self.keep(start, end)
        elif text:
            self._pieces.append(Piece(self._length, len(text), start, end - start, literal=False))
            self._add(text)

    def block(self, kind: BlockKind, begin: int, level: int = 0, part: BlockPart = "body") -> None:
        """Close a block that began at reading offset `begin`; nothing happens when it is empty."""
        if self._length > begin:
            self._blocks.append(Block(kind, Span(begin, self._length), level, part))

    def mark(self, kind: BlockKind, begin: int, end: int) -> None:
        """Call a stretch of the reading text a block; blocks are marked in reading order."""
        self._blocks.append(Block(kind, Span(begin, end), 0))

    def document(  # noqa: PLR0913, PLR0917 - the fields of a Document that only a reader knows
        self,
        path: str,
        name: str,
        encoding: str,
        origin: Origin,
        directives: tuple[Directive, ...] = (),
        declared: Declared = NOTHING_DECLARED,
        tables: tuple[Table, ...] = (),
    ) -> Document:
        """The finished document."""
        return Document(
            path,
            name,
            self.source,
            encoding,
            "".join(self._out),
            tuple(self._blocks),
            SourceMap(self._pieces),
            origin,
            directives,
            declared,
            tables,
        )

    def _add(self, text: str) -> None:
        self._out.append(text)
        self._length += len(text)
