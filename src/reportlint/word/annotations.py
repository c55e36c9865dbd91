"""Comments written into a Word document, each on exactly its characters; nothing else in the file changes."""

from __future__ import annotations

from bisect import bisect_right

from reportlint.text import Pattern
from reportlint.text.frozen import frozen
from reportlint.word.cuts import NAMESPACE, Cut, cut_after, cut_before, prefix_of, tag_end
from reportlint.word.parts import add_part, root_of, with_children
from reportlint.word.repacking import repack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.word.layout import Laid, Layout
    from reportlint.word.opening import WordFile

AUTHOR = "reportlint"
"""Who our comments are from; nobody else's are ever touched."""

KIND = "comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LONGEST_ID = 9
"""Digits; Word counts in 32 bits, and an id that is longer is far from those we give."""

_ILLEGAL = Pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@frozen
class Remark:
    """A comment to write.

    Attributes:
        start: of its characters in the text of the whole document.
        end: of them.
        paragraphs: what it says.
    """

    start: int
    end: int
    paragraphs: tuple[str, ...]


class _Place:
    """What is to be put in at one byte."""

    __slots__ = ("cut", "ends", "starts")

    def __init__(self, cut: Cut) -> None:
        self.cut = cut
        self.starts: list[bytes] = []
        self.ends: list[bytes] = []

    def written(self) -> bytes:
        return b"".join([self.cut.before, *self.ends, *self.starts, self.cut.after])


def annotate(file: WordFile, remarks: Sequence[Remark]) -> bytes:
    """The bytes of the file with a comment for each remark; its own bytes when there is none.

    No comment can stand in a text box, a note, a header or a footer (LibreOffice refuses such a file), nor inside a
    field: one on a text box goes to the paragraph the box hangs on, one on a field to the whole field, others to the
    nearest paragraph of the body. Paragraphs without text are passed over, unless the body has no other.

    Raises:
        WordError: when a part of it is damaged.
    """
    layout = file.layout
    body = [number for number, line in enumerate(layout.lines) if line.part == "body" and line.end > line.text]
    anchored = [(remark, anchor) for remark in remarks if (anchor := _anchor(layout, body, remark))]
    if not anchored:
        return file.package.data
    story = layout.stories[0]
    data = story.data
    first = 1 + max([-1, *(int(id_) for id_ in _ids(file) if id_.isdecimal() and len(id_) <= _LONGEST_ID)])
    names = _Names(data)
    places: dict[int, _Place] = {}
    for id_, (_, (opened, closed)) in enumerate(anchored, first):
        begin = names.mark("commentRangeStart", id_)
        end = names.mark("commentRangeEnd", id_) + names.reference(id_)
        if opened.at == closed.at:
            places.setdefault(opened.at, _Place(opened)).ends.append(begin + end)
            continue
        places.setdefault(opened.at, _Place(opened)).starts.append(begin)
        places.setdefault(closed.at, _Place(closed)).ends.append(end)
    words = {at: place.written() for at, place in places.items()}
    kept = {place.cut.keep for place in places.values() if place.cut.keep}
    insertions = sorted([*words.items(), *((at, b' xml:space="preserve"') for at in kept)])
    changed: dict[str, bytes | None] = {file.main: insert(data, insertions)}
    notes = [_note(id_, remark) for id_, (remark, _) in enumerate(anchored, first)]
    changed |= add_part(file.package, file.main, KIND, _TYPE, lambda old: _with_notes(old, notes, data))
    return repack(file.package, changed)


def insert(data: bytes, insertions: Iterable[tuple[int, bytes]]) -> bytes:
    """Bytes with others put in, each at its place in the old bytes, in order."""
    out: list[bytes] = []
    last = 0
    for at, words in insertions:
        out += [data[last:at], words]
        last = at
    return b"".join([*out, data[last:]])


class _Names:
    """How elements are named in a part: with its own prefix, or with one that is declared on the spot."""

    def __init__(self, data: bytes) -> None:
        root, _ = root_of(data)
        prefix = prefix_of(data, root)
        namespace = _STRICT if _STRICT in data[root : root + 4096] else NAMESPACE
        self.prefix = prefix or b"w"
        self.declared = b"" if prefix else b' xmlns:w="' + namespace + b'"'

    def mark(self, name: str, id_: int) -> bytes:
        """An empty element with an id."""
        prefix = self.prefix
        return b'<%s:%s%s %s:id="%d"/>' % (prefix, name.encode(), self.declared, prefix, id_)

    def reference(self, id_: int) -> bytes:
        """The run a comment hangs on."""
        inside = b'<%s:commentReference %s:id="%d"/>' % (self.prefix, self.prefix, id_)
        return b"<%s:r%s>%s</%s:r>" % (self.prefix, self.declared, inside, self.prefix)


def _anchor(layout: Layout, body: list[int], remark: Remark) -> tuple[Cut, Cut] | None:
    """Where a comment begins and ends; None in a document whose body has nothing it could stand in.

    Args:
        layout: the text.
        body: indexes of the paragraphs of the body that have text, in order.
        remark: the comment.
    """
    found = [laid for laid in layout.between(remark.start, remark.end) if _is_body(layout, laid)]
    if found:
        first, last = found[0], found[-1]
        begin, end = max(remark.start, first.start), min(remark.end, last.end)
        return cut_before(layout, first, begin), cut_after(layout, last, end)
    if not body:
        return _at_an_end(layout)
    index = layout.line_at(remark.start)
    # A header is read after the body, but stands before it.
    near = 0 if layout.lines[index].part == "header" else max(0, bisect_right(body, index) - 1)
    line = layout.lines[body[near]]
    found = list(layout.between(line.start, line.end))
    return cut_before(layout, found[0], found[0].start), cut_after(layout, found[-1], found[-1].end)


def _at_an_end(layout: Layout) -> tuple[Cut, Cut] | None:
    """The end of the first paragraph of the body that can hold something, as one does that a text box hangs on."""
    data = layout.stories[0].data
    for line in layout.lines:
        start, end = line.paragraph.start, line.paragraph.end
        if line.part == "body" and not data.startswith(b"/>", tag_end(data, start) - 2):
            return Cut(end), Cut(end)
    return None


def _is_body(layout: Layout, laid: Laid) -> bool:
    return layout.lines[laid.number].part == "body"


def _ids(file: WordFile) -> set[str]:
    """Ids of comments that are taken, also by marks without a comment."""
    return {note.id for note in file.comments} | {id_ for id_, _ in file.layout.notes}


def _note(id_: int, remark: Remark) -> tuple[int, list[bytes]]:
    return id_, [escaped(words) for words in remark.paragraphs]


def _with_notes(old: bytes | None, notes: list[tuple[int, list[bytes]]], document: bytes) -> bytes:
    """The part of the comments with ours at its end."""
    if old is None:
        namespace = _STRICT if _STRICT in document[:4096] else NAMESPACE
        head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        old = head + b'<w:comments xmlns:w="' + namespace + b'"/>'
    names = _Names(old)
    p = names.prefix
    ours = b"".join(
        b'<%s:comment%s %s:id="%d" %s:author="%s" %s:initials="RL">%s</%s:comment>'
        % (p, names.declared, p, id_, p, AUTHOR.encode(), p, b"".join(_paragraph(p, words) for words in said), p)
        for id_, said in notes
    )
    return with_children(old, ours)


def _paragraph(prefix: bytes, words: bytes) -> bytes:
    text = b'<%s:t xml:space="preserve">%s</%s:t>' % (prefix, words, prefix)
    return b"<%s:p><%s:r>%s</%s:r></%s:p>" % (prefix, prefix, text, prefix, prefix)


def escaped(words: str) -> bytes:
    """Words as text of XML; signs that XML cannot hold become replacement characters."""
    legal = _ILLEGAL.sub("\ufffd", words)
    return legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()
