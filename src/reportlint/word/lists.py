"""How the lists of a Word document are defined.

Sources: ECMA-376 part 1, clause 17.9 (numbering).
"""

from __future__ import annotations

from reportlint.text.frozen import frozen
from reportlint.word.numerals import custom
from reportlint.word.xml import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal, TypeVar

    Suffix = Literal["tab", "space", "nothing"]
    T = TypeVar("T")

LEVELS = 9
"""Of a list, counted from 0."""

MOST = 2**31 - 1
"""The largest number there is in a Word document."""

LONGEST = 100
"""Characters of a number before a paragraph; longer ones are cut, for they are made to fill the memory."""

_UNSEEN = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029))
_OFF = frozenset({"0", "false", "off"})
_SUFFIXES: dict[str, Suffix] = {"space": "space", "nothing": "nothing"}


class Level:
    """One level of a list, as it is defined.

    Attributes:
        start: its first number.
        kind: the format of its numbers; None as long as none is known.
        pattern: text, and in it indexes of the levels whose number stands there.
        suffix: what follows.
        restart: it begins anew after a paragraph of a level before this one; None: after any higher level.
        legal: whether all numbers in it are written in digits.
        style: id of the paragraph style that is tied to it.
    """

    __slots__ = ("kind", "legal", "pattern", "restart", "start", "style", "suffix")

    def __init__(self) -> None:
        self.start = 0
        self.kind: str | None = None
        self.pattern: tuple[str | int, ...] = ()
        self.suffix: Suffix = "tab"
        self.restart: int | None = None
        self.legal = False
        self.style = ""


class _Definition:
    """An abstract list: its levels, the list style it defines, and the one it takes its levels from."""

    __slots__ = ("defines", "levels", "takes")

    def __init__(self) -> None:
        self.levels: dict[int, Level] = {}
        self.defines = ""
        self.takes = ""


class _Instance:
    """A list in the text: the definition it uses, and what it changes in it."""

    __slots__ = ("definition", "levels", "starts")

    def __init__(self) -> None:
        self.definition: int | None = None
        self.levels: dict[int, Level] = {}
        self.starts: dict[int, int] = {}


@frozen
class List:
    """A list that paragraphs name by its id.

    Attributes:
        counts_with: lists with the same one share their numbers.
        levels: by index; those that are missing have no number.
        starts: by level, where it begins anew when the list is first used there.
    """

    counts_with: int
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """The lists of a document."""

    __slots__ = ("_defined", "_definitions", "_instances", "_lists")

    def __init__(self, definitions: dict[int, _Definition], instances: dict[int, _Instance]) -> None:
        self._definitions = definitions
        self._instances = instances
        self._defined = {made.defines: made for made in reversed(definitions.values()) if made.defines}
        self._lists: dict[int, List | None] = {0: None}

    def find(self, number: int) -> List | None:
        """The list with an id, or None: there is none, as for 0, which takes a paragraph out of all lists."""
        if number not in self._lists:
            self._lists[number] = self._made(number)
        return self._lists[number]

    def level_of(self, number: int, style: str) -> int | None:
        """The level of a list that a paragraph style is tied to; it goes before the level the style names."""
        found = self.find(number)
        if found is None or not style:
            return None
        return next((index for index, level in sorted(found.levels.items()) if level.style == style), None)

    def _made(self, number: int) -> List | None:
        instance = self._instances.get(number)
        if instance is None or instance.definition is None:
            return None
        definition = self._definitions.get(instance.definition)
        if definition is None:
            return None
        source = self._defined.get(definition.takes, definition) if definition.takes else definition
        return List(instance.definition, {**source.levels, **instance.levels}, instance.starts)


def read_numbering(data: bytes | None) -> Numbering:
    """The lists of a document.

    Args:
        data: the part that defines them; None: there is none.

    Raises:
        WordError: when it is damaged.
    """
    reading = _Reading()
    if data is not None:
        parse(data, reading.start, reading.end)
    return Numbering(reading.definitions, reading.instances)


class _Reading:
    """What is open while the part is read."""

    def __init__(self) -> None:
        self.definitions: dict[int, _Definition] = {}
        self.instances: dict[int, _Instance] = {}
        self.definition: _Definition | None = None
        self.instance: _Instance | None = None
        self.level: Level | None = None
        self.index: int | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        value = attributes.get("val", "")
        if name == "abstractNum":
            self.definition = _Definition()
            _keep(self.definitions, integer(attributes.get("abstractNumId")), self.definition)
        elif name == "num":
            self.instance = _Instance()
            _keep(self.instances, integer(attributes.get("numId")), self.instance)
        elif name == "lvlOverride":
            self.index = _level(attributes)
        elif name == "lvl":
            self._begin_level(attributes)
        elif self.level is not None:
            _say(self.level, name, attributes)
        elif self.instance is not None:
            self._change(name, value)
        elif self.definition is not None:
            if name == "styleLink":
                self.definition.defines = value
            elif name == "numStyleLink":
                self.definition.takes = value

    def end(self, name: str) -> None:
        """It ends."""
        if name == "lvl":
            self.level = None
        elif name == "lvlOverride":
            self.index = None
        elif name == "num":
            self.instance = None
        elif name == "abstractNum":
            self.definition = None

    def _begin_level(self, attributes: dict[str, str]) -> None:
        self.level = Level()
        owner = self.instance or self.definition
        index = _level(attributes)
        if index is None and self.instance:
            index = self.index
        if owner is not None:
            _keep(owner.levels, index, self.level)

    def _change(self, name: str, value: str) -> None:
        if self.instance is None:
            return
        number = integer(value)
        if name == "abstractNumId":
            self.instance.definition = number
        elif name == "startOverride" and number is not None and self.index is not None:
            self.instance.starts[self.index] = number


def _keep(items: dict[int, T], key: int | None, item: T) -> None:
    """The first of several with one id counts."""
    if key is not None:
        items.setdefault(key, item)


def _say(level: Level, name: str, attributes: dict[str, str]) -> None:
    """A property of a level."""
    value = attributes.get("val", "")
    if name == "start":
        level.start = integer(value) or 0
    elif name == "numFmt":
        # The first format that is understood: what other programs are to fall back on comes after what Word writes.
        level.kind = level.kind or (custom(attributes.get("format", "")) if value == "custom" else value)
    elif name == "lvlText":
        level.pattern = _pattern(value)
    elif name == "suff":
        level.suffix = _SUFFIXES.get(value, "tab")
    elif name == "lvlRestart":
        level.restart = integer(value)
    elif name == "isLgl":
        level.legal = value not in _OFF
    elif name == "pStyle":
        level.style = value


def _pattern(text: str) -> tuple[str | int, ...]:
    """Text and indexes of levels in a text like 第%1章."""
    first, *rest = text[:LONGEST].translate(_UNSEEN).split("%")
    parts: list[str | int] = [first]
    for piece in rest:
        if "1" <= piece[:1] <= "9":
            parts += [int(piece[0]) - 1, piece[1:]]
        else:
            parts.append("%" + piece)
    return tuple(part for part in parts if part != "")


def _level(attributes: dict[str, str]) -> int | None:
    index = integer(attributes.get("ilvl"))
    return index if index is not None and index < LEVELS else None


def integer(value: str | None) -> int | None:
    """A number that an attribute gives, from 0 to the largest Word knows; None for what is none."""
    if not value or not value.isascii() or not value.isdigit() or len(value) > 10:  # noqa: PLR2004 - digits of 2**31
        return None
    return min(int(value), MOST)
