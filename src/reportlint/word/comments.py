"""Comments of a Word document: who said what."""

from __future__ import annotations

from reportlint.text.frozen import frozen
from reportlint.word.xml import parse


@frozen
class Note:
    """One comment.

    Attributes:
        id: by which the text names it.
        author: as Word shows it.
        text: its paragraphs, divided by line feeds.
    """

    id: str
    author: str
    text: str


def read_comments(data: bytes | None) -> tuple[Note, ...]:
    """All comments of the part that holds them.

    Raises:
        WordError: when it is damaged.
    """
    found: list[Note] = []
    open_: list[tuple[str, str, list[str]]] = []
    inside: list[bool] = [False]

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "comment":
            open_.append((attributes.get("id", ""), attributes.get("author", ""), []))
        elif open_ and name == "p" and open_[-1][2]:
            open_[-1][2].append("\n")
        inside[0] = name == "t"

    def end(name: str) -> None:
        inside[0] = False
        if name == "comment" and open_:
            id_, author, words = open_.pop()
            found.append(Note(id_, author, "".join(words).strip()))

    def text(words: str) -> None:
        if inside[0] and open_:
            open_[-1][2].append(words)

    if data is not None:
        parse(data, start, end, text)
    return tuple(found)
