"""Plain text: every line that is not blank is a paragraph."""

from __future__ import annotations

from reportlint.document import Builder, Document, LineOrigin
from reportlint.readers.directives import Comment, find_comments, resolve
from reportlint.text import Pattern

_LINE = Pattern(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_WORDS = Pattern(r"[^\n]+")
_BLANK = Pattern(r"[\s\u200b\ufeff]*")


def read_plain(path: str, source: str, encoding: str) -> Document:
    r"""Read decoded plain text; the reading text is the source with `\n` line ends and without directive comments."""
    build = Builder(source)
    comments = find_comments(source)
    if not comments and "\r" not in source:
        return _read_whole(path, source, encoding, build)
    upcoming = 0
    for match in _LINE.finditer(source):
        if match.start() == len(source):
            break
        begin = build.here
        first = upcoming
        while upcoming < len(comments) and comments[upcoming].span.start < match.end():
            upcoming += 1
        inside = comments[first:upcoming]
        _keep_line(build, match.start(1), match.end(1), inside)
        if not _BLANK.fullmatch(source, match.start(1), match.end(1)) and build.here > begin:
            build.block("paragraph", begin)
        if not inside or build.here > begin:
            build.replace(match.start(2), match.end(2), "\n" if match[2] else "")
    return resolve(build.document(path, "txt", encoding, LineOrigin(source)), comments)


def _read_whole(path: str, source: str, encoding: str, build: Builder) -> Document:
    """The usual file, of which every character is kept: one piece, and a block for each line that is not blank."""
    build.keep(0, len(source))
    for match in _WORDS.finditer(source):
        if not _BLANK.fullmatch(source, *match.span()):
            build.mark("paragraph", *match.span())
    return build.document(path, "txt", encoding, LineOrigin(source))


def _keep_line(build: Builder, start: int, end: int, comments: tuple[Comment, ...]) -> None:
    """Keep a line without its directives; one that holds nothing else leaves nothing."""
    pieces: list[tuple[int, int]] = []
    for comment in comments:
        pieces.append((start, comment.span.start))
        start = comment.span.end
    pieces.append((start, end))
    if comments and not any(build.source[a:b].strip() for a, b in pieces):
        return
    for a, b in pieces:
        build.keep(a, b)
