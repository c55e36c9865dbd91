"""Markdown: the prose without its mark-up.

The parser says which lines a block has; what is dropped from those lines is decided here, character by character, so
that every kept character has a place. Inline code and images are read as one object character: checks see that
something stands there, and nothing of its text.
"""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it import MarkdownIt

from reportlint.document import Builder, Document, LineOrigin
from reportlint.facts.emphasis import mask_runs
from reportlint.grid import Cell, Table
from reportlint.readers.directives import find_comments, resolve
from reportlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from markdown_it.token import Token

    from reportlint.document import BlockKind

OBJECT = "\ufffc"
_KIND: dict[str, BlockKind] = {
    "heading_open": "heading",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "td_open": "cell",
    "th_open": "cell",
}
_CODE = {"fence", "code_block"}
_BEFORE_ROW = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s[\s>]*)*")
"""Marks of quotations and lists before a row of a table."""

_BLANKS = " \t\v\f"
"""Around the words of a cell; a full-width blank may be an indent, and is one of them."""

_MARKUP = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])               # \*
    | (?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))
    | (?P<image>!\[[^\]\n]*\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\))
    | (?P<tag><!--.*?-->|</?[A-Za-z][^<>\n]*>|<[a-z]+:[^<>\s]*>)
    | (?P<open>\[(?=[^\[\]\n]*\]\())
    | (?P<close>\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\))
    | (?P<emphasis>\*+|__+|~~)
    """,
    re.VERBOSE | re.DOTALL,
)


def read_markdown(path: str, source: str, encoding: str) -> Document:
    """Read decoded Markdown (CommonMark with tables)."""
    build, origin = Builder(source), LineOrigin(source)
    starts = origin.lines.starts
    ends = [*starts[1:], len(source)]
    lines = [(start, source[start:end].rstrip("\r\n")) for start, end in zip(starts, ends, strict=True)]
    stack: list[Token] = []
    cells: dict[int, list[Span]] = {}
    tokens = MarkdownIt("commonmark").enable("table").parse("\n".join(text for _, text in lines))
    prose = [token.content for token in tokens if token.type == "inline" and token.map is not None]
    masks = iter(mask_runs(prose) if "*" in source or "__" in source else [frozenset[int]()] * len(prose))
    tables = _Tables()
    for token in tokens:
        tables.see(token.type, token.nesting)
        if token.nesting == 1:
            stack.append(token)
        elif token.nesting == -1:
            stack.pop()
        if token.type != "inline" or token.map is None:
            continue
        kind, level = _kind(stack)
        begin, kept, read = build.here, next(masks), 0
        if kind == "cell":
            row = token.map[0]
            at, text = lines[row]
            if row not in cells:
                cells[row] = _split(text)
            place = tables.place(cells[row])
            _inline(build, at + place.start, text[place.start : place.end], kept, read)
            tables.put(Span(begin, build.here))
        else:
            for row, content in enumerate(token.content.split("\n"), token.map[0]):
                at, text = lines[row]
                if row > token.map[0]:
                    build.replace(at, at, "\n")
                _inline(build, at + _column(text, content), content, kept, read)
                read += len(content) + 1
        build.block(kind, begin, level)
        if build.here > begin:
            end = lines[min(token.map[1], len(lines)) - 1]
            build.replace(end[0] + len(end[1]), end[0] + len(end[1]), "\n")
    shown = [Span(lines[t.map[0]][0], ends[t.map[1] - 1]) for t in tokens if t.type in _CODE and t.map]
    asked = tuple(c for c in find_comments(source) if not _is_shown(source, c.span, shown))
    return resolve(build.document(path, "md", encoding, origin, tables=tables.finished()), asked)


class _Tables:
    """The tables met so far, and where the next cell stands."""

    def __init__(self) -> None:
        self._tables: list[list[Cell]] = []
        self._row = self._column = 0

    def see(self, kind: str, nesting: int) -> None:
        """A token of the parser."""
        if nesting == 1 and kind == "table_open":
            self._tables.append([])
            self._row = 0
        elif nesting == 1 and kind == "tr_open":
            self._row += 1
            self._column = 0
        elif nesting == 1 and kind in {"td_open", "th_open"}:
            self._column += 1

    def place(self, cells: list[Span]) -> Span:
        """Of the cells of a line the one that is open; a line may have fewer than the head."""
        return cells[self._column - 1] if self._column <= len(cells) else Span(0, 0)

    def put(self, span: Span) -> None:
        """The reading text of the cell that is open."""
        self._tables[-1].append(Cell(self._row, self._column, span))

    def finished(self) -> tuple[Table, ...]:
        """All of them."""
        return tuple(Table(tuple(cells)) for cells in self._tables)


def _is_shown(source: str, comment: Span, code: list[Span]) -> bool:
    """Whether a comment is an example inside code, and asks for nothing."""
    line = source[max(source.rfind("\n", 0, comment.start), source.rfind("\r", 0, comment.start)) + 1 : comment.start]
    return line.count("`") % 2 == 1 or any(span.covers(comment) for span in code)


def _kind(stack: list[Token]) -> tuple[BlockKind, int]:
    for outer in reversed(stack):
        if outer.type in _KIND:
            return _KIND[outer.type], int(outer.tag[1]) if outer.type == "heading_open" else 0
    return "paragraph", 0


def _column(line: str, content: str) -> int:
    """Where in its line the parser took `content` from: the end of the line, or past the marks before it."""
    tail = line.rstrip()
    return len(tail) - len(content) if tail.endswith(content) else max(0, line.find(content))


def _split(line: str) -> list[Span]:
    """The cells of a line, without the blanks around them; a bar behind a backslash divides none."""
    marks = _BEFORE_ROW.match(line)
    start, stop = marks.end() if marks else 0, len(line.rstrip())
    bars = [at for at in range(start, stop) if line[at] == "|" and line[at - 1 : at] != "\\"]
    edges = [start - 1, *bars, stop]
    if bars and bars[0] == start:
        del edges[0]
    if bars and bars[-1] == stop - 1:
        edges.pop()
    found = []
    for left, right in pairwise(edges):
        words = line[left + 1 : right]
        inner = left + 1 + len(words) - len(words.lstrip(_BLANKS))
        found.append(Span(inner, inner + len(words.strip(_BLANKS))))
    return found


def _inline(build: Builder, base: int, content: str, masks: frozenset[int], read: int) -> None:
    """Keep the prose of one line.

    Args:
        build: what keeps it.
        base: where the line begins in the source.
        content: the line.
        masks: starts, in the paragraph, of the runs that stand for words left out.
        read: how much of the paragraph came before the line.
    """
    at = 0
    for match in _MARKUP.finditer(content):
        if match["emphasis"] and (read + match.start() in masks or not _is_emphasis(content, match)):
            continue
        build.keep(base + at, base + match.start())
        at = match.end()
        if match["escaped"]:
            build.keep(base + at - 1, base + at)
        elif match["code"] or match["image"]:
            build.replace(base + match.start(), base + match.end(), OBJECT)
    build.keep(base + at, base + len(content))


def _is_emphasis(content: str, match: re.Match[str]) -> bool:
    """Whether the signs touch a word on one side at least, unlike those of 5 * 3, and no low line inside a name."""
    before, after = content[: match.start()][-1:], content[match.end() :][:1]
    if match["emphasis"][0] == "_":
        return len(match["emphasis"]) <= 3 and not (_in_name(before) and _in_name(after))  # noqa: PLR2004 - ___ is the longest mark
    return bool(before.strip() or after.strip()) and not (before.isdigit() and after.isdigit())


def _in_name(character: str) -> bool:
    return character.isascii() and character.isalnum()
