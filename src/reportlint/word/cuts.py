"""Places between two characters of a Word document, and what has to be written there to put something between them."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.word.layout import Laid, Layout
    from reportlint.word.story import Paragraph, Piece, Run, TextNode

SPLIT = b"00726C30"
"""Revision id of a run that goes on from one we split, inside text that did not ask to keep white space."""

SPLIT_PRESERVED = b"00726C31"
"""The same, where it did."""

SPLIT_BETWEEN = b"00726C32"
"""The same, between two elements of a run."""

KEEP_SPACE = b' xml:space="preserve"'
NAMESPACE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SIMPLE_FIELD = b"fldSimple"
_START = attrgetter("start")
_MOST_INNER_RUNS = 8
"""Runs under the reading aid (ruby) of one word; there are one or two."""


@frozen
class Cut:
    """A place between two characters.

    Attributes:
        at: byte at which something can be put in.
        before: what must come before it, so that runs end.
        after: what must come after it, so that the run goes on.
        keep: byte at which an attribute must be put in, so that white space at the cut is kept; 0: nowhere.
    """

    at: int
    before: bytes = b""
    after: bytes = b""
    keep: int = 0


def cut_before(layout: Layout, laid: Laid, offset: int) -> Cut:
    """The place before the character at `offset` of the whole text, which is in `laid`; outside fields around it."""
    return _cut(layout, laid, offset - laid.start, first=True)


def cut_after(layout: Layout, laid: Laid, offset: int) -> Cut:
    """The place after the character before `offset` of the whole text, which is in `laid`."""
    return _cut(layout, laid, offset - laid.start, first=False)


def prefix_of(data: bytes, start: int) -> bytes:
    """What stands before the colon in the name of the element whose tag starts at a byte; empty without colon."""
    name = data[start + 1 : start + 65].split(b">")[0].split()[0].rstrip(b"/")
    return name.rpartition(b":")[0]


def tag_end(data: bytes, start: int) -> int:
    """The byte after the tag that starts at a byte; a > may stand in the value of an attribute."""
    at, quote = start, 0
    while True:
        byte = data[at]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in {0x22, 0x27}:
            quote = byte
        elif byte == 0x3E:  # noqa: PLR2004 - the sign >
            return at + 1
        at += 1


def writable(data: bytes, piece: Piece) -> bool:
    """Whether something can be put in before, into or after a piece, and be read there as it is written.

    That is text outside fields. White space at its ends must be shown, or must not be there; and its bytes must be
    itself or a reference, not a section of CDATA or the end of a line in the file.
    """
    run, node = piece.run, piece.node
    if run is None or node is None or run.locked or node.trimmed:
        return False
    if not node.preserved and b"xml:space" in data[node.start : tag_end(data, node.start)]:
        return False
    referred = data.startswith(b"&", piece.start) and data.startswith(b";", piece.end - 1)
    return piece.literal or (referred and len(piece.text) == 1)


def around(runs: Sequence[Run], run: Run) -> Run:
    """The outermost run that a run stands in (that of a ruby for the words under it), or the run itself."""
    return runs[_outermost(runs, run)]


def _outermost(runs: Sequence[Run], run: Run) -> int:
    index = bisect_left(runs, run.start, key=_START)
    for before in range(index - 1, max(-1, index - 1 - _MOST_INNER_RUNS), -1):
        if runs[before].end > run.start:
            return before
    return index


def _cut(layout: Layout, laid: Laid, inside: int, *, first: bool) -> Cut:
    line = layout.lines[laid.number]
    data, piece = layout.stories[line.story].data, laid.piece
    run, node = piece.run, piece.node
    if run is None or node is None or not writable(data, piece) or around(line.paragraph.runs, run) is not run:
        return _beside(data, line.paragraph, piece, first=first)
    byte = piece.end if inside else piece.start
    if piece.literal:
        byte = piece.start + len(piece.text[:inside].encode())
    return _between(data, run, node, byte) or _inside(data, run, node, byte)


def _between(data: bytes, run: Run, node: TextNode, byte: int) -> Cut | None:
    """The place before or after a whole element of text, or None when the byte is inside it."""
    if byte == tag_end(data, node.start):
        content = run.properties[1] or tag_end(data, run.start)
        if not data[content : node.start].strip():
            return Cut(run.start)
        return Cut(node.start, _close(data, run), _reopen(data, run, SPLIT_BETWEEN))
    if byte == node.end:
        after = tag_end(data, node.end)
        if not data[after : run.end].strip():
            return Cut(tag_end(data, run.end))
        return Cut(after, _close(data, run), _reopen(data, run, SPLIT_BETWEEN))
    return None


def _inside(data: bytes, run: Run, node: TextNode, byte: int) -> Cut:
    """A place inside text."""
    name = data[node.end + 2 : data.index(b">", node.end)].strip()
    again = _reopen(data, run, SPLIT_PRESERVED if node.preserved else SPLIT)
    spaced = data[byte - 1 : byte].isspace() and not node.preserved
    return Cut(
        byte,
        b"</" + name + b">" + _close(data, run),
        again + b"<" + name + KEEP_SPACE + b">",
        tag_end(data, node.start) - 1 if spaced else 0,
    )


def _beside(data: bytes, paragraph: Paragraph, piece: Piece, *, first: bool) -> Cut:
    """The place before or after the whole run of a piece, or all runs of the field it is part of."""
    run = piece.run
    if run is None:
        return Cut(piece.start)
    runs = paragraph.runs
    index = _outermost(runs, run)
    step = -1 if first else 1
    while run.locked and 0 <= index + step < len(runs) and runs[index + step].locked:
        index += step
    at = runs[index].start if first else tag_end(data, runs[index].end)
    if run.locked:
        at = _before_field(data, paragraph, at) if first else _after_field(data, paragraph, at)
    return Cut(at)


def _before_field(data: bytes, paragraph: Paragraph, at: int) -> int:
    """The byte before the fields of one element that a place is in; LibreOffice takes a comment there for text."""
    first = paragraph.start if paragraph.start < at else 0  # of one whose end is deleted, the start is not known
    while True:
        name = data.rfind(_SIMPLE_FIELD, first, at)
        start = data.rfind(b"<", first, max(name, first))
        if start < 0 or any(sign in data[start:name] for sign in (b"/", b">", b" ")):
            return at  # none, or one that has ended
        at = start


def _after_field(data: bytes, paragraph: Paragraph, at: int) -> int:
    """The byte after them."""
    while True:
        start = data.rfind(b"<", at, max(data.find(_SIMPLE_FIELD, at, paragraph.end), at))
        if start < 0 or not data.startswith(b"</", start):
            return at  # none, or one that has yet to begin
        at = tag_end(data, start)


def _close(data: bytes, run: Run) -> bytes:
    return data[run.end : tag_end(data, run.end)]


def _reopen(data: bytes, run: Run, mark: bytes) -> bytes:
    """The start of a run with the formatting of another, marked as ours."""
    prefix = prefix_of(data, run.start)
    name = data[run.end + 2 : data.index(b">", run.end)].strip()
    properties = data[run.properties[0] : run.properties[1]]
    if prefix:
        return b"<" + name + b" " + prefix + b':rsidR="' + mark + b'">' + properties
    return b"<" + name + b' xmlns:w="' + NAMESPACE + b'" w:rsidR="' + mark + b'">' + properties
