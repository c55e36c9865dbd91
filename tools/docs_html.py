"""Drafts and terminal output as HTML: where a check fires is highlighted, what nobody can see is named."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import category

from reportlint.text.width import character_widths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARKS = re.compile("[⟦⟧]")
_INVISIBLE = {"Cc", "Cf", "Co", "Zl", "Zp"}


def draft(marked: str) -> str:
    """A draft with ⟦marks⟧ as a block of HTML without a blank line, so that Markdown leaves it alone."""
    text = marked.strip("\n")
    inside = False
    pieces = []
    for part in re.split("([⟦⟧])", text):
        if _MARKS.fullmatch(part):
            inside = part == "⟦"
            pieces.append("<mark>" if inside else "</mark>")
        elif inside and not part:
            pieces.append("&#8203;")
        else:
            pieces.append("".join(_shown(character, marked=inside) for character in part))
    return f'<div class="draft">{"".join(pieces)}</div>'


def mark(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with ⟦marks⟧ around its spans; those that overlap become one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    for start, end in reversed(merged):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


def terminal(output: str) -> str:
    """What a command printed, a wide character as wide as two narrow ones, so that carets stand where they belong."""
    lines = "\n".join("".join(_columns(line)) for line in output.rstrip("\n").split("\n"))
    return f'<pre class="terminal"><code>{lines}\n</code></pre>'


def plain(text: str) -> str:
    """Words of a docstring in which Markdown finds none of its signs but `code`."""
    parts = text.split("`") if text.count("`") % 2 == 0 else [text.replace("`", "\\`")]
    parts[::2] = [re.sub(r"([\\*_\[\]#|~])", r"\\\1", escape(part, quote=False)) for part in parts[::2]]
    return "`".join(parts)


def _columns(line: str) -> Iterator[str]:
    widths = zip(line, character_widths(line), strict=True)
    for wide, characters in groupby(widths, lambda pair: pair[1] == 2):  # noqa: PLR2004 - columns
        text = escape("".join(character for character, _ in characters), quote=False)
        yield f'<span class="wide">{text}</span>' if wide else text


def _shown(character: str, *, marked: bool) -> str:
    if character == "\n":
        return '<span class="end">↵</span><br>' if marked else "<br>"
    if character != "\t" and category(character) in _INVISIBLE:
        return f'<span class="code-point">U+{ord(character):04X}</span>'
    return escape(character, quote=False)
