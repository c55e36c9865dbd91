"""How many terminal columns a text takes, and what may be shown of it at all.

Full-width and wide characters take two columns; combining marks and format characters none; all others one.
Characters that Unicode calls ambiguous (“ ” … — ·) count as one: that is what terminals do unless they are told to
treat them as wide, and what their neighbours in an English line need. In a terminal set to wide ambiguous characters
carets stand too far left by one column for each of them.
"""

from __future__ import annotations

from reportlint.text.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ELLIPSIS = "…"
_NO_COLUMN = frozenset({"Mn", "Me", "Cc", "Cf", "Zl", "Zp"})
_UNSHOWABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_PIECE = Pattern("[“‘（《〈【「『〔]{0,8}(?:[!-~]{1,400}|(?s:.))[，。；：、！？）》〉】」』〕”’…％%]{0,8}")
_INSTEAD = {"\t": " ", "\n": "↵"}


def display_width(text: str) -> int:
    """Columns of a text in a terminal; control and format characters count nothing."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(character_widths(text))


def character_widths(text: Iterable[str]) -> Iterator[int]:
    """Columns of each character: 0, 1 or 2. Their sum is the width of the text."""
    from unicodedata import category, east_asian_width  # a clean draft needs no widths

    for character in text:
        # What nearly all of a draft is made of needs no look into the tables.
        if "\u4e00" <= character <= "\u9fff" or "\uff01" <= character <= "\uff60" or "\u3000" <= character <= "\u3029":
            yield 2
        elif " " <= character <= "~":
            yield 1
        elif (
            category(character) in _NO_COLUMN or "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff"
        ):
            yield 0  # the two ranges: vowels and final consonants of Korean syllables join the consonant before them
        else:
            yield 2 if east_asian_width(character) in "WF" else 1


def showable(text: str) -> str:
    """The text with nothing in it that could steer a terminal, one character for one character.

    Tabs become a space, line feeds ↵, other controls and lone surrogates �, and characters that nobody can see
    (zero-width spaces, bidirectional overrides) a middle dot. Combining marks stay.
    """
    if text.isprintable():
        return text
    from unicodedata import category  # a clean draft needs no categories

    return "".join(
        _INSTEAD.get(character, "\ufffd")
        if (kind := category(character)) in _UNSHOWABLE
        else "·"
        if kind == "Cf"
        else character
        for character in text
    )


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """The text filled with spaces to a width, after it or, with `right`, before it; a wider text stays as it is."""
    fill = " " * (columns - display_width(text))
    return fill + text if right else text + fill


def shorten(text: str, columns: int) -> str:
    """The text, or as much of its beginning and end as fits into a width, at least one column, with … between."""
    # More than enough of both ends: a character without width is rare, and a text may be a megabyte.
    most = 4 * columns
    if len(text) > 2 * most:
        text = text[:most] + text[-most:]
    elif display_width(text) <= columns:
        return text
    else:
        most = len(text)
    widths = list(character_widths(text))
    # Where the middle is gone, characters without width must not lead across the gap.
    tail = min(_fitting(widths[::-1], (columns - 1) // 3), most)
    head = min(_fitting(widths, columns - 1 - sum(widths[len(text) - tail :])), most)
    return text[:head] + ELLIPSIS + text[len(text) - tail :]


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, as far as it can be broken; never an empty list.

    Chinese breaks between any two characters, but not before a closing mark nor after an opening one; a word of Latin
    letters or digits moves as a whole, and is cut only when a line is too narrow for it. Blanks at a break go.
    """
    if display_width(text) <= columns:
        return [text]
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for piece in _pieces(text, max(1, columns)):
        width = display_width(piece)
        if line and used + width > columns:
            lines.append("".join(line).rstrip(" "))
            line, used = [], 0
            piece = piece.lstrip(" ")  # noqa: PLW2901 - what is left of it
            width = display_width(piece)
        line.append(piece)
        used += width
    return [*lines, "".join(line).rstrip(" ")]


def _pieces(text: str, columns: int) -> Iterator[str]:
    """What a line is not broken within; a longer piece than a line is cut."""
    for match in _PIECE.finditer(text):
        piece = match[0]
        if display_width(piece) <= columns:
            yield piece
        else:
            yield from piece


def _fitting(widths: list[int], columns: int) -> int:
    """How many of these characters fit into a width."""
    used = 0
    for count, one in enumerate(widths):
        used += one
        if used > columns:
            return count
    return len(widths)
