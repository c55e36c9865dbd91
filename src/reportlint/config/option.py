"""What an option is, and how its value is read."""

from __future__ import annotations

from reportlint.check import Text, UserError
from reportlint.text import Pattern
from reportlint.text.frozen import frozen
from reportlint.text.idpart import ID_PART
from reportlint.text.nearest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    Kind = Literal["flag", "choice", "list", "integer", "size", "text"]
    Value = bool | int | str | tuple[str, ...] | None

_SIZE = Pattern(r"(\d{1,12})\s*([KMGkmg]?)i?[Bb]?")
_DIGITS = 9
_UNIT = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


class OptionError(UserError):
    """A value that an option refuses; `text` says why, in both languages."""


@frozen
class Option:
    """One option.

    Attributes:
        name: as on the command line, without dashes, and as in the configuration file.
        kind: what its value is; a list may be written with commas; a size in bytes may carry K, M or G.
        help: one line for the user.
        default: the value that holds when nobody sets it.
        choices: the only values of a choice.
        extensible: whether plugins may bring further choices, which are then looked at once plugins are loaded.
        short: one-letter form on the command line.
        metavar: name of the value in help texts.
        configurable: whether a configuration file may set it.
        table: the table of the configuration file it may also stand in, such as `[report]`.
        divided: whether commas divide a list; else each value is given by an option of its own.
    """

    name: str
    kind: Kind
    help: Text
    default: Value = None
    choices: tuple[str, ...] = ()
    short: str = ""
    metavar: str = ""
    configurable: bool = False
    table: str = ""
    extensible: bool = False
    divided: bool = True

    @property
    def key(self) -> str:
        """How a configuration file writes it: report.home."""
        return f"{self.table}.{self.name}" if self.table else self.name

    @property
    def shown_default(self) -> Value:
        """The default as a user would write it."""
        if self.kind == "size" and isinstance(self.default, int):
            return f"{self.default >> 20}MB"
        return self.default

    def parse(self, raw: object) -> Value:
        """The value of a string from the command line or of a TOML value.

        Raises:
            OptionError: when it is none.
        """
        if self.kind == "flag":
            return self._flag(raw)
        if self.kind == "list":
            return self._list(raw)
        if self.kind == "integer":
            return self._integer(raw)
        if self.kind == "size":
            return self._size(raw)
        if not isinstance(raw, str):
            raise self._refuse(raw, Text("应为文字", "should be a string"))
        if not raw and self.default is None:
            return None  # as the commented file of `init` writes what is not set
        if self.kind == "choice" and raw not in self.choices and not (self.extensible and ID_PART.fullmatch(raw)):
            raise self.no_choice(raw)
        return raw

    def no_choice(self, raw: str, more: Iterable[str] = ()) -> OptionError:
        """The error of a value that is none of the choices, nor of those that plugins bring."""
        choices = [*self.choices, *more]
        near = nearest(raw[:40], choices)
        zh = f"可选：{'、'.join(choices)}" + (f"；是否想写 {near}？" if near else "")
        en = f"choose from {', '.join(choices)}" + (f"; did you mean {near}?" if near else "")
        return self._refuse(raw, Text(zh, en))

    def _flag(self, raw: object) -> bool:
        if isinstance(raw, bool):
            return raw
        raise self._refuse(raw, Text("应为 true 或 false", "should be true or false"))

    def _list(self, raw: object) -> tuple[str, ...]:
        if isinstance(raw, str) and not self.divided:
            return (raw,)
        parts = raw.split(",") if isinstance(raw, str) else raw
        if isinstance(parts, (list, tuple)) and all(isinstance(part, str) for part in parts):
            return tuple(part.strip() for part in parts if part.strip())
        raise self._refuse(raw, Text("应为文字的列表", "should be a list of strings"))

    def _integer(self, raw: object) -> int:
        if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 0:
            return raw
        if isinstance(raw, str) and raw.isascii() and raw.isdigit() and len(raw) <= _DIGITS:
            return int(raw)
        raise self._refuse(raw, Text("应为不小于 0 的整数", "should be a whole number, 0 or more"))

    def _size(self, raw: object) -> int:
        match = _SIZE.fullmatch(raw.strip()) if isinstance(raw, str) else None
        if match:
            return int(match[1]) * _UNIT[match[2].upper()]
        if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 0:
            return raw
        raise self._refuse(raw, Text("应为大小，如 20MB", "should be a size such as 20MB"))

    def _refuse(self, raw: object, why: Text) -> OptionError:
        shown = str(raw)[:40]
        return OptionError(
            Text(f"{self.name} 的值“{shown}”不对：{why.zh}", f"bad value {shown!r} for {self.name}: {why.en}")
        )
