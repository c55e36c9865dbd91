"""Words changed in a Word document, in the formatting of what they replace; nothing else in the file changes."""

from __future__ import annotations

from reportlint.text import Pattern
from reportlint.text.frozen import frozen
from reportlint.word.annotations import escaped
from reportlint.word.cuts import KEEP_SPACE, cut_after, cut_before, prefix_of, tag_end
from reportlint.word.repacking import repack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.word.layout import Laid, Layout
    from reportlint.word.opening import WordFile
    from reportlint.word.story import Run, TextNode

AUTHOR = b"reportlint"
_ID = Pattern(r':id="(\d{1,9})"')


@frozen
class Change:
    """Characters to replace.

    Attributes:
        start: of them in the text of the whole document.
        end: of them.
        text: what stands there afterwards.
    """

    start: int
    end: int
    text: str


def trackable(layout: Layout, change: Change) -> bool:
    """Whether a change can be tracked: nothing of it stands in what somebody else has inserted."""
    first, last = change.start - (change.start == change.end), change.end
    return not any(laid.piece.run and laid.piece.run.inserted for laid in layout.between(first, last))


def rewrite(file: WordFile, changes: Sequence[Change], *, tracked: bool) -> bytes:
    """The bytes of the file with some words changed.

    Args:
        file: the document.
        changes: in order of the text, apart from each other, each of them `Layout.editable`.
        tracked: whether they are to be tracked changes that somebody accepts or rejects in Word.

    Raises:
        WordError: when a part of it is damaged.
    """
    layout = file.layout
    edits: dict[int, list[tuple[int, int, bytes]]] = {}
    mark = _Marks(layout) if tracked else None
    for change in [_least(layout, change) for change in changes]:
        for index, (laid, start, end) in enumerate(_pieces(layout, change)):
            story = layout.lines[laid.number].story
            words = change.text if not index else ""
            made = mark.edits(layout, laid, (start, end), words) if mark else _edits(layout, laid, (start, end), words)
            edits.setdefault(story, []).extend(made)
    changed = {layout.stories[story].part: _written(layout.stories[story].data, made) for story, made in edits.items()}
    return repack(file.package, changed) if changed else file.package.data


def _least(layout: Layout, change: Change) -> Change:
    """The same change without what stays as it is at its ends, so that the least formatting is touched."""
    old, new = layout.source[change.start : change.end], change.text
    before = 0
    while before < min(len(old), len(new)) and old[before] == new[before]:
        before += 1
    after = 0
    while after < min(len(old), len(new)) - before and old[-1 - after] == new[-1 - after]:
        after += 1
    return Change(change.start + before, change.end - after, new[before : len(new) - after])


def _pieces(layout: Layout, change: Change) -> Iterator[tuple[Laid, int, int]]:
    """The pieces a change is about, each with the characters of it; for an insertion the one it is put into."""
    if change.start < change.end:
        for laid in layout.between(change.start, change.end):
            yield laid, max(laid.start, change.start), min(laid.end, change.end)
        return
    if not change.text:
        return
    near = layout.between(change.start - 1, change.start + 1)
    laid = next(laid for laid in near if laid.piece.node and laid.piece.run and not laid.piece.run.locked)
    yield laid, change.start, change.start


def _bytes(laid: Laid, start: int, end: int) -> tuple[int, int]:
    """The bytes of some characters of a piece."""
    piece = laid.piece
    if not piece.literal:
        # It cannot be cut: all of it, or the place before or after it.
        return piece.start if start == laid.start else piece.end, piece.end if end == laid.end else piece.start
    first, last = start - laid.start, end - laid.start
    head = len(piece.text[:first].encode())
    return piece.start + head, piece.start + head + len(piece.text[first:last].encode())


def _edits(layout: Layout, laid: Laid, span: tuple[int, int], words: str) -> Iterator[tuple[int, int, bytes]]:
    """What changes in the bytes: the characters, and white space at the ends of an element that must be kept now."""
    data = layout.stories[layout.lines[laid.number].story].data
    start, end = _bytes(laid, *span)
    yield start, end, escaped(words)
    node = laid.piece.node
    if node is not None and not node.preserved:
        inside = tag_end(data, node.start)
        left = data[inside:start] + escaped(words) + data[end : node.end]
        if left != left.strip():
            yield inside - 1, inside - 1, KEEP_SPACE


class _Marks:
    """Tracked changes, each with an id of its own."""

    def __init__(self, layout: Layout) -> None:
        used = [int(found) for story in layout.stories for found in _ID.findall(story.data.decode("utf-8", "replace"))]
        self.next = max(used, default=0) + 1

    def edits(self, layout: Layout, laid: Laid, span: tuple[int, int], words: str) -> Iterator[tuple[int, int, bytes]]:
        """The characters as a deletion, the words as an insertion before it, both in the formatting of the run."""
        data = layout.stories[layout.lines[laid.number].story].data
        run, node = laid.piece.run, laid.piece.node
        if run is None or node is None:
            return
        start, end = span
        opened, closed = cut_before(layout, laid, start), cut_after(layout, laid, end)
        inserted = self._run(data, (run, node), "ins", escaped(words)) if words else b""
        deleted = self._run(data, (run, node), "del", data[slice(*_bytes(laid, start, end))]) if start < end else b""
        if start == end:
            opened = closed = cut_after(layout, laid, end) if end > laid.start else opened
        for keep in {opened.keep, closed.keep} - {0}:
            yield keep, keep, KEEP_SPACE
        yield opened.at, closed.at, opened.before + inserted + deleted + closed.after

    def _run(self, data: bytes, stands: tuple[Run, TextNode], kind: str, words: bytes) -> bytes:
        run, node = stands
        name = data[run.end + 2 : data.index(b">", run.end)].strip()
        text = data[node.end + 2 : data.index(b">", node.end)].strip()
        colon = b":" if prefix_of(data, run.start) else b""
        prefix = prefix_of(data, run.start) + colon
        text = prefix + b"delText" if kind == "del" else text
        mark = prefix + kind.encode()
        head = b'<%s %sid="%d" %sauthor="%s">' % (mark, prefix, self.next, prefix, AUTHOR)
        self.next += 1
        properties = data[run.properties[0] : run.properties[1]]
        inside = b"<%s>%s<%s%s>%s</%s></%s>" % (name, properties, text, KEEP_SPACE, words, text, name)
        return head + inside + b"</" + mark + b">"


def _written(data: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    out: list[bytes] = []
    last = 0
    for start, end, words in sorted(set(edits)):
        out += [data[last:start], words]
        last = max(last, end)
    return b"".join([*out, data[last:]])
