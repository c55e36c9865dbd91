"""Comments written into a Word document, each on exactly its characters; nothing else in the file changes."""

from __future__ import annotations

from reportlint.text import Pattern
from reportlint.text.frozen import frozen
from reportlint.word.cuts import NAMESPACE, cut_after, cut_before, prefix_of
from reportlint.word.parts import add_part
from reportlint.word.repacking import repack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.word.cuts import Cut
    from reportlint.word.layout import Laid, Layout
    from reportlint.word.opening import WordFile

AUTHOR = "reportlint"
"""Who our comments are from; nobody else's are ever touched."""

KIND = "comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
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
    nearest paragraph of the body.

    Raises:
        WordError: when a part of it is damaged.
    """
    layout = file.layout
    anchored = [(remark, anchor) for remark in remarks if (anchor := _anchor(layout, remark))]
    if not anchored:
        return file.package.data
    story = layout.stories[0]
    data = story.data
    first = 1 + max([-1, *(int(id_) for id_ in _ids(file) if id_.isdecimal())])
    names = _Names(data)
    places: dict[int, _Place] = {}
    for id_, (_, (begin, end)) in enumerate(anchored, first):
        opened = cut_before(layout, *begin)
        closed = cut_after(layout, *end)
        places.setdefault(opened.at, _Place(opened)).starts.append(names.mark("commentRangeStart", id_))
        reference = names.mark("commentRangeEnd", id_) + names.reference(id_)
        places.setdefault(closed.at, _Place(closed)).ends.append(reference)
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
        root = data.index(b"<", data.find(b"?>") + 2 if data.lstrip().startswith(b"<?xml") else 0)
        while data.startswith((b"<!--", b"<?"), root):
            root = data.index(b"<", root + 1)
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


def _anchor(layout: Layout, remark: Remark) -> tuple[tuple[Laid, int], tuple[Laid, int]] | None:
    """The pieces, with offsets in them, at which a comment begins and ends; None in a document without text."""
    found = [laid for laid in layout.between(remark.start, remark.end) if _is_body(layout, laid)]
    if found:
        first, last = found[0], found[-1]
        return (first, max(remark.start, first.start)), (last, min(remark.end, last.end))
    index = _nearest(layout, layout.line_at(remark.start))
    if index is None:
        return None
    line = layout.lines[index]
    found = list(layout.between(line.start, line.end))
    return (found[0], found[0].start), (found[-1], found[-1].end)


def _is_body(layout: Layout, laid: Laid) -> bool:
    return layout.lines[laid.number].part == "body"


def _nearest(layout: Layout, index: int) -> int | None:
    """Index of the nearest paragraph of the body with text: the one before, or else the one after.

    A header is read after the body, but stands before it.
    """
    lines = layout.lines
    body = [number for number, line in enumerate(lines) if line.part == "body" and line.end > line.text]
    if not body or lines[index].part == "header":
        return body[0] if body else None
    return next((number for number in reversed(body) if number <= index), body[0])


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
        old = head + b'<w:comments xmlns:w="' + namespace + b'"></w:comments>'
    names = _Names(old)
    p = names.prefix
    ours = b"".join(
        b'<%s:comment%s %s:id="%d" %s:author="%s" %s:initials="RL">%s</%s:comment>'
        % (p, names.declared, p, id_, p, AUTHOR.encode(), p, b"".join(_paragraph(p, words) for words in said), p)
        for id_, said in notes
    )
    end = old.rfind(b"</")
    if end < 0 or not old[end:].rstrip().endswith(b"comments>"):
        end = old.rindex(b"/>")
        root = old[old.rindex(b"<", 0, end) + 1 :].split()[0]
        return old[:end] + b">" + ours + b"</" + root + b">"
    return old[:end] + ours + old[end:]


def _paragraph(prefix: bytes, words: bytes) -> bytes:
    text = b'<%s:t xml:space="preserve">%s</%s:t>' % (prefix, words, prefix)
    return b"<%s:p><%s:r>%s</%s:r></%s:p>" % (prefix, prefix, text, prefix, prefix)


def escaped(words: str) -> bytes:
    """Words as text of XML; signs that XML cannot hold become replacement characters."""
    legal = _ILLEGAL.sub("\ufffd", words)
    return legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()
