"""Words of a draft as text of an HTML page, and the short words that the page repeats everywhere."""

from __future__ import annotations

from html import escape

from reportlint.text.width import shorten, showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.diagnostic import Diagnostic, Location
    from reportlint.reporting import ReportOptions

LEVELS = ("error", "warning", "info", "ignored")
"""What a finding counts as on the page, gravest first: its severity, or that it is suppressed."""

QUOTE = 60
"""Columns of a quoted text."""

_PLAIN = {ord("\n"): " ", ord("\t"): " ", ord("\u3000"): " "}
_FAMILIES = {
    "duplicate": "重复",
    "number": "数字",
    "place": "地名",
    "placeholder": "占位符",
    "residue": "残留",
    "structure": "结构",
    "time": "时间",
}
_WORDS = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")}


def words(text: str) -> str:
    """One line of words, for content and attributes alike: nothing in it is markup, every character can be shown."""
    return escape(showable(text))


def prose(text: str) -> str:
    r"""A stretch of a draft as content, one character for one: line feeds, tabs and wide spaces stay as they are.

    A character that nobody can see, or that has no place in a page, is shown as `showable` shows it, with its code
    point in a tip.
    """
    if text.translate(_PLAIN).isprintable():
        return escape(text)
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    shown = character if character in "\n\t" else showable(character)
    if shown == character:
        return escape(character)
    return f'<span class="odd" title="U+{ord(character):04X}">{shown}</span>'


def quote(text: str, columns: int = QUOTE) -> str:
    """A text, or its beginning and end, as words; a long one costs no more than a short one."""
    most = 4 * columns
    if len(text) > 2 * most:
        text = text[:most] + text[-most:]
    return escape(shorten(showable(text), columns))


def level(diagnostic: Diagnostic) -> str:
    """Which of LEVELS a finding is."""
    return "ignored" if diagnostic.suppressed is not None else diagnostic.severity.label


def level_word(name: str, options: ReportOptions) -> str:
    """What one of LEVELS is called."""
    return options.choose(*_WORDS.get(name, ("已忽略", "ignored")))


def family_word(family: str, options: ReportOptions) -> str:
    """What a family of checks is called; one of a plugin by its own name."""
    return words(options.choose(_FAMILIES.get(family, family), family))


def place(location: Location, unit: str, options: ReportOptions) -> str:
    """Line (or paragraph) and column in figures, and in words for a tip."""
    line, column = location.start.line, location.start.column
    kind = options.choose("段" if unit == "paragraph" else "行", unit)
    tip = options.choose(f"第 {line} {kind}第 {column} 字", f"{kind} {line}, character {column}")
    return f'<span class="place" title="{words(tip)}">{line}:{column}</span>'
