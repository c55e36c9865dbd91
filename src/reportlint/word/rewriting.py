"""Words changed in a Word document, in the formatting of what they replace; nothing else in the file changes."""

from __future__ import annotations

from reportlint.text import Pattern
from reportlint.text.frozen import frozen
from reportlint.word.annotations import escaped
from reportlint.word.cuts import KEEP_SPACE, around, cut_after, cut_before, prefix_of, tag_end, writable
from reportlint.word.repacking import repack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.word.layout import Laid, Layout
    from reportlint.word.opening import WordFile
    from reportlint.word.story import Run, TextNode

    Edit = tuple[int, int, bytes]
    """The first byte, the byte after the last, and what stands there afterwards."""

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


def possible(layout: Layout, change: Change, *, tracked: bool) -> bool:
    """Whether a change that is `Layout.editable` can be written.

    A tracked one cannot in what somebody else has inserted, nor in words under a reading aid.
    """
    places = _places(layout, change, tracked=tracked)
    return all(_takes(layout, laid, tracked=tracked) for laid, _, _ in places) and (
        bool(places) or layout.source[change.start : change.end] == change.text
    )


def trackable(layout: Layout, change: Change) -> bool:
    """Whether a change can be written as a tracked one."""
    return possible(layout, change, tracked=True)


def rewrite(file: WordFile, changes: Sequence[Change], *, tracked: bool) -> bytes:
    """The bytes of the file with some words changed.

    Args:
        file: the document.
        changes: in order of the text, apart from each other, each of them `Layout.editable` and `possible`.
        tracked: whether they are to be tracked changes that somebody accepts or rejects in Word.

    Raises:
        WordError: when a part of it is damaged.
    """
    layout = file.layout
    edits: dict[int, list[Edit]] = {}
    nodes: dict[tuple[int, int], tuple[TextNode, list[Edit]]] = {}
    mark = _Marks(layout) if tracked else None
    for change in changes:
        words = escaped(_least(layout, change).text)
        for laid, start, end in _places(layout, change, tracked=tracked):
            story, node = layout.lines[laid.number].story, laid.piece.node
            if mark:
                edits.setdefault(story, []).extend(mark.edits(layout, laid, (start, end), words))
            elif node is not None:
                nodes.setdefault((story, node.start), (node, []))[1].append((*_bytes(laid, start, end), words))
            words = b""
    for (story, _), (node, made) in nodes.items():
        edits.setdefault(story, []).extend([*made, *_kept(layout.stories[story].data, node, made)])
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


def _places(layout: Layout, change: Change, *, tracked: bool) -> list[tuple[Laid, int, int]]:
    """The pieces that are written to, each with the characters of it that go; none when it cannot be written.

    Words that only come in beside others stand in the formatting of what the change names, or of a neighbour.
    """
    least = _least(layout, change)
    start, end = least.start, least.end
    if start < end:
        return [(laid, max(laid.start, start), min(laid.end, end)) for laid in layout.between(start, end)]
    named = (change.start, change.end) if change.start < change.end else (start - 1, start + 1)
    near = [laid for laid in layout.between(*named) if laid.start <= start <= laid.end]
    fit = [laid for laid in near if _takes(layout, laid, tracked=tracked)]
    return [(laid, start, start) for laid in fit[:1]] if least.text else []


def _takes(layout: Layout, laid: Laid, *, tracked: bool) -> bool:
    """Whether a piece can be written to."""
    line, run = layout.lines[laid.number], laid.piece.run
    if run is None or not writable(layout.stories[line.story].data, laid.piece):
        return False
    return not tracked or not (run.inserted or around(line.paragraph.runs, run) is not run)


def _bytes(laid: Laid, start: int, end: int) -> tuple[int, int]:
    """The bytes of some characters of a piece."""
    piece = laid.piece
    if not piece.literal:
        # It cannot be cut: all of it, or the place before or after it.
        return piece.start if start == laid.start else piece.end, piece.end if end == laid.end else piece.start
    first, last = start - laid.start, end - laid.start
    head = len(piece.text[:first].encode())
    return piece.start + head, piece.start + head + len(piece.text[first:last].encode())


def _kept(data: bytes, node: TextNode, edits: list[Edit]) -> list[Edit]:
    """What makes an element keep the white space that stands at its ends after some edits."""
    inside = tag_end(data, node.start)
    left = _written(data[inside : node.end], [(start - inside, end - inside, words) for start, end, words in edits])
    return [] if node.preserved or left == left.strip() else [(inside - 1, inside - 1, KEEP_SPACE)]


class _Marks:
    """Tracked changes, each with an id of its own."""

    def __init__(self, layout: Layout) -> None:
        used = [int(found) for story in layout.stories for found in _ID.findall(story.data.decode("utf-8", "replace"))]
        self.next = max(used, default=0) + 1

    def edits(self, layout: Layout, laid: Laid, span: tuple[int, int], words: bytes) -> list[Edit]:
        """The characters as a deletion, the words as an insertion before it, both in the formatting of the run."""
        data = layout.stories[layout.lines[laid.number].story].data
        run, node = laid.piece.run, laid.piece.node
        if run is None or node is None:
            return []
        start, end = span
        opened, closed = cut_before(layout, laid, start), cut_after(layout, laid, end)
        inserted = self._run(data, (run, node), "ins", words) if words else b""
        deleted = self._run(data, (run, node), "del", data[slice(*_bytes(laid, start, end))]) if start < end else b""
        if start == end:
            opened = closed = cut_after(layout, laid, end) if end > laid.start else opened
        made = opened.at, closed.at, opened.before + inserted + deleted + closed.after
        return [(opened.keep, opened.keep, KEEP_SPACE), made] if opened.keep else [made]

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


def _written(data: bytes, edits: list[Edit]) -> bytes:
    out: list[bytes] = []
    last = 0
    for start, end, words in sorted(set(edits)):
        if start < last:
            continue  # for the start tag of a text whose beginning has been taken out
        out += [data[last:start], words]
        last = end
    return b"".join([*out, data[last:]])
