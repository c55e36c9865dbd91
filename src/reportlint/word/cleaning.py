"""Our own comments taken out of a Word document; what we had split for them is joined again."""

from __future__ import annotations

from itertools import pairwise

from reportlint.word.annotations import AUTHOR, KIND
from reportlint.word.cuts import KEEP_SPACE, SPLIT, SPLIT_BETWEEN, SPLIT_PRESERVED, tag_end
from reportlint.word.error import WordError
from reportlint.word.parts import collapsed, without_part
from reportlint.word.repacking import repack
from reportlint.word.walker import walk
from reportlint.word.xml import parser, run, utf8

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reportlint.word.opening import WordFile
    from reportlint.word.story import Run, Story

_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_IN_REFERENCE = frozenset({"commentReference", "rPr"})


def own_comments(file: WordFile) -> frozenset[str]:
    """Ids of the comments we wrote."""
    return frozenset(note.id for note in file.comments if note.author == AUTHOR)


def clean(file: WordFile) -> bytes:
    """The bytes of the file without our comments; its own bytes when it has none.

    Raises:
        WordError: when a part of it is damaged.
    """
    ids = own_comments(file)
    if not ids:
        return file.package.data
    relations = file.package.relations(file.main)
    name = next(relation.target for relation in relations if relation.kind == KIND)
    comments = utf8(file.package.read(name))
    ours = _elements(comments, frozenset({"comment"}), ids)
    others = len(file.comments) > len(ids)
    changed: dict[str, bytes | None] = {} if others else without_part(file.package, file.main, name)
    changed.setdefault(name, collapsed(_without(comments, ours)))
    data = file.layout.stories[0].data
    data = _without(data, _elements(data, _MARKS, ids))
    changed[file.main] = _joined(walk(file.main, data))
    return repack(file.package, changed)


class _Finder:
    """Finds where elements stand; of a run that holds nothing but a mark, the whole run."""

    def __init__(self, data: bytes, names: Collection[str], ids: Collection[str]) -> None:
        self.data = data
        self.names = names
        self.ids = ids
        self.found: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._depth = 0
        self._wanted: list[tuple[int, int]] = []
        self._runs: list[tuple[int, list[tuple[int, int]], list[str]]] = []
        self.parser = parser(self._start, self._end)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        self._depth += 1
        if self._runs and self._depth == self._runs[-1][0] + 1:
            self._runs[-1][2].append(name)
        if name == "r":
            self._runs.append((self._depth, [], []))
            self._starts.append(at)
        if name in self.names and attributes.get("id", "") in self.ids:
            self._wanted.append((self._depth, at))

    def _end(self, name: str) -> None:
        at = self.parser.CurrentByteIndex
        after = tag_end(self.data, at) if self.data.startswith(b"</", at) else at
        if self._wanted and self._wanted[-1][0] == self._depth:
            span = (self._wanted.pop()[1], after)
            (self._runs[-1][1] if self._runs else self.found).append(span)
        if name == "r" and self._runs:
            _, marks, children = self._runs.pop()
            start = self._starts.pop()
            whole = marks and _IN_REFERENCE.issuperset(children) and children.count("commentReference") == len(marks)
            self.found += [(start, after)] if whole else marks
        self._depth -= 1


def _elements(data: bytes, names: Collection[str], ids: Collection[str]) -> list[tuple[int, int]]:
    """Where the elements of some names and ids stand, in order."""
    finder = _Finder(data, names, ids)
    run(finder.parser, data)
    return sorted(finder.found)


def _without(data: bytes, spans: list[tuple[int, int]]) -> bytes:
    out: list[bytes] = []
    last = 0
    for start, end in spans:
        out.append(data[last:start])
        last = max(last, end)
    return b"".join([*out, data[last:]])


def _joined(story: Story) -> bytes:
    """The text with the runs joined that we had split; as it is when somebody has worked there since."""
    joined = _without(story.data, sorted(set(_seams(story))))
    try:
        same = _texts(walk(story.part, joined)) == _texts(story)
    except WordError:
        same = False
    return joined if same else story.data


def _texts(story: Story) -> list[str]:
    return ["".join(piece.text for piece in paragraph.pieces) for paragraph in story.paragraphs]


def _seams(story: Story) -> Iterator[tuple[int, int]]:
    """What stands between two parts of a run that we split, and what we had added for the cut."""
    data = story.data
    for paragraph in story.paragraphs:
        for before, after in pairwise(paragraph.runs):
            mark = _mark(data, after)
            if not mark or not _continues(data, before, after):
                continue
            content = after.properties[1] or tag_end(data, after.start)
            if mark == SPLIT_BETWEEN:
                yield before.end, content
                continue
            close = data.rindex(b"</", 0, before.end)
            name, again = data[close + 2 : before.end - 1], data[content : tag_end(data, content)]
            if again != b"<" + name + KEEP_SPACE + b">":
                continue  # Word has put something between them, such as where a page ended
            yield close, content + len(again)
            if mark == SPLIT:
                yield from _added(data, close)


def _mark(data: bytes, after: Run) -> bytes:
    """The mark of a run that we split off."""
    tag = data[after.start : tag_end(data, after.start)]
    return next((m for m in (SPLIT, SPLIT_PRESERVED, SPLIT_BETWEEN) if b':rsidR="' + m + b'"' in tag), b"")


def _continues(data: bytes, before: Run, after: Run) -> bool:
    """Whether one run follows right upon the other and looks the same."""
    same = data[slice(*before.properties)] == data[slice(*after.properties)]
    return same and tag_end(data, before.end) == after.start


def _added(data: bytes, close: int) -> Iterator[tuple[int, int]]:
    """What we put into the start tag of a text, given by its end tag, so that it keeps white space."""
    end = tag_end(data, data.rindex(b"<", 0, close)) - 1
    if data.endswith(KEEP_SPACE, 0, end):
        yield end - len(KEEP_SPACE), end
