"""Styles of a Word document: what they say of a paragraph or of characters, with what they take from other styles.

Sources: ECMA-376 part 1, clause 17.7 (styles), 17.3.1.20 (outline levels).
"""

from __future__ import annotations

from reportlint.text.frozen import frozen
from reportlint.word.lists import LEVELS, integer
from reportlint.word.xml import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    T = TypeVar("T")

_OFF = frozenset({"0", "false", "off"})
_DEEPEST = 5
"""Elements around a property that counts."""

_HEADINGS = {f"{word}{number}": number for word in ("heading ", "标题 ", "标题") for number in range(1, 10)}
_TITLES = frozenset({"title", "subtitle", "标题", "副标题"})
_CONTENTS = frozenset(
    {"toc heading", *(f"{word}{number}" for word in ("toc ", "目录 ", "目录") for number in range(1, 10))}
)


@frozen
class ParagraphStyle:
    """What the style of a paragraph says.

    Attributes:
        heading: level of its paragraphs in the outline, from 1 to 9; 0: they are text.
        is_title: whether they are the title or subtitle of the document.
        is_contents: whether they are lines of a table of contents.
        number: id of the list they belong to; 0: none.
        list_level: their level there, as the style gives it, from 0.
        list_style: id of the style that names the list; the list itself may tie it to a level
            (`Numbering.level_of`).
        bold: whether they are bold.
        hidden: whether they are hidden.
    """

    heading: int = 0
    is_title: bool = False
    is_contents: bool = False
    number: int = 0
    list_level: int = 0
    list_style: str = ""
    bold: bool = False
    hidden: bool = False


@frozen
class CharacterStyle:
    """What the style of a run says; None: nothing.

    Attributes:
        bold: whether the run is bold.
        hidden: whether it is hidden.
    """

    bold: bool | None = None
    hidden: bool | None = None


class Styles:
    """The styles of a document, by id.

    Args:
        paragraphs: styles of paragraphs.
        characters: styles of runs.
        plain: the style of paragraphs that name none.
    """

    __slots__ = ("_characters", "_paragraphs", "_plain")

    def __init__(
        self,
        paragraphs: Mapping[str, ParagraphStyle],
        characters: Mapping[str, CharacterStyle],
        plain: ParagraphStyle,
    ) -> None:
        self._paragraphs = paragraphs
        self._characters = characters
        self._plain = plain

    def of(self, id_: str | None) -> ParagraphStyle:
        """The style of a paragraph; the one for paragraphs that name none, when there is none with this id."""
        return self._plain if id_ is None else self._paragraphs.get(id_, self._plain)

    def character(self, id_: str | None) -> CharacterStyle:
        """The style of a run; one that says nothing, when there is none with this id."""
        return _SILENT if id_ is None else self._characters.get(id_, _SILENT)


_SILENT = CharacterStyle()


class _Written:
    """A style as it is written, without what it takes from others; None: it does not say."""

    __slots__ = ("based_on", "bold", "hidden", "id", "level", "name", "number", "outline")

    def __init__(self, id_: str) -> None:
        self.id = id_
        self.name = ""
        self.based_on = ""
        self.outline: int | None = None
        self.number: int | None = None
        self.level: int | None = None
        self.bold: bool | None = None
        self.hidden: bool | None = None


def read_styles(data: bytes | None) -> Styles:
    """The styles of a document.

    Args:
        data: the part that defines them; None: there is none.

    Raises:
        WordError: when it is damaged.
    """
    reading = _Reading()
    if data is not None:
        parse(data, reading.start, reading.end)
    root = _paragraph(ParagraphStyle(), reading.defaults)
    paragraphs = _resolved(reading.styles["paragraph"], root, _paragraph)
    characters = _resolved(reading.styles["character"], _SILENT, _character)
    return Styles(paragraphs, characters, paragraphs.get(reading.plain, root))


def _resolved(written: Mapping[str, _Written], root: T, joined: Callable[[T, _Written], T]) -> dict[str, T]:
    """All styles, each joined to the one it is based on; chains in a circle, or broken ones, begin at the root."""
    done: dict[str, T] = {}
    for id_ in written:
        chain: dict[str, _Written] = {}
        at = id_
        while at in written and at not in done and at not in chain:
            chain[at] = written[at]
            at = written[at].based_on
        value = done.get(at, root)
        for name, style in reversed(chain.items()):
            value = done[name] = joined(value, style)
    return done


def _paragraph(base: ParagraphStyle, style: _Written) -> ParagraphStyle:
    name = style.name
    heading = _HEADINGS.get(name, base.heading) if style.outline is None else style.outline
    return ParagraphStyle(
        heading,
        name in _TITLES or base.is_title,
        name in _CONTENTS or base.is_contents,
        base.number if style.number is None else style.number,
        base.list_level if style.level is None else style.level,
        base.list_style if style.number is None else style.id,
        base.bold if style.bold is None else style.bold,
        base.hidden if style.hidden is None else style.hidden,
    )


def _character(base: CharacterStyle, style: _Written) -> CharacterStyle:
    return CharacterStyle(
        base.bold if style.bold is None else style.bold, base.hidden if style.hidden is None else style.hidden
    )


class _Reading:
    """What is open while the part is read."""

    def __init__(self) -> None:
        self.styles: dict[str, dict[str, _Written]] = {"paragraph": {}, "character": {}}
        self.defaults = _Written("")
        self.plain = ""
        self.open: list[str] = []
        self.style: _Written | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        depth = len(self.open)
        if depth == 1 and name == "style":
            self._begin(attributes)
        elif depth == 1:
            self.style = self.defaults if name == "docDefaults" else None
        elif self.style is not None and depth <= _DEEPEST:
            # Default properties lie one element deeper than those of a style.
            _say(self.style, tuple(self.open[2 + (self.style is self.defaults) :]), name, attributes.get("val"))
        self.open.append(name)

    def end(self, _: str) -> None:
        """It ends."""
        self.open.pop()

    def _begin(self, attributes: dict[str, str]) -> None:
        id_, kind = attributes.get("styleId", ""), attributes.get("type", "paragraph")
        self.style = _Written(id_)
        self.styles.get(kind, {}).setdefault(id_, self.style)
        if kind == "paragraph" and not self.plain and attributes.get("default", "0") not in _OFF:
            self.plain = id_


def _say(style: _Written, inside: tuple[str, ...], name: str, value: str | None) -> None:
    """A property of a style; `inside` are the elements between them."""
    match (*inside, name):
        case ("name",):
            style.name = (value or "").strip().casefold()
        case ("basedOn",):
            style.based_on = value or ""
        case ("rPr", "b"):
            style.bold = value not in _OFF
        case ("rPr", "vanish"):
            style.hidden = value not in _OFF
        case ("pPr", "outlineLvl"):
            level = integer(value)
            style.outline = level + 1 if level is not None and level < LEVELS else 0
        case ("pPr", "numPr", "numId"):
            style.number = integer(value) or 0
        case ("pPr", "numPr", "ilvl"):
            style.level = integer(value)
