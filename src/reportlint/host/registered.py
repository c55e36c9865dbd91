"""A check under its id, and how it gets its options."""

from __future__ import annotations

from reportlint.check import Check, Text, UserError
from reportlint.text.frozen import defaults, frozen
from reportlint.text.nearest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_SHAPES: dict[type, Text] = {
    bool: Text("应为 true 或 false", "should be true or false"),
    int: Text("应为整数", "should be a whole number"),
    float: Text("应为数字", "should be a number"),
    str: Text("应为文字", "should be a string"),
}
OPTION_TYPES = (bool, int, float, str, tuple, type(None))
"""What the default of an option may be; a tuple holds words."""


class UnknownOptionError(UserError):
    """An option that a check does not have, or a value it refuses; `text` says which, in both languages."""

    def __init__(self, check: str, option: str, known: tuple[str, ...], reason: Text | None = None) -> None:
        names = [name.replace("_", "-") for name in known]
        option = option.replace("_", "-")
        if reason:
            zh, en = f"{check} 的选项 {option} 不对：{reason.zh}", f"{check}: bad {option}: {reason.en or reason.zh}"
        else:
            near = nearest(option, names)
            hint = Text(f"，是否想写 {near}？", f"; did you mean {near}?") if near else Text("")
            zh = f"{check} 没有选项 {option}{hint.zh}（可用：{', '.join(names) or '-'}）"
            en = f"{check} has no option {option}{hint.en} (it has: {', '.join(names) or '-'})"
        super().__init__(Text(zh, en))


@frozen
class Registered:
    """A check class under its id.

    Attributes:
        id: family and name.
        check: the class.
        plugin: name and version of the plugin that brought it; empty for a built-in one.
        aliases: ids it had before, that no other check has.
    """

    id: str
    check: type[Check]
    plugin: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The part of the id before the first dot."""
        return self.id.partition(".")[0]

    def make(self, options: Mapping[str, Any] | None = None) -> Check:
        """An instance with these options.

        Raises:
            UnknownOptionError: for a name the check does not know or a value it refuses.
        """
        if not options:
            return self.check()
        kind = self.check.Options
        usual = option_defaults(kind)
        known = tuple(usual)
        values: dict[str, Any] = {}
        for name, value in options.items():
            key = name.replace("-", "_")
            if key not in known:
                raise UnknownOptionError(self.id, key, known)
            values[key] = tuple(value) if isinstance(value, list) else value
            wrong = _wrong_value(values[key], usual[key])
            if wrong:
                raise UnknownOptionError(self.id, key, known, wrong)
        try:
            return self.check(kind(**values) if kind else None)
        except Exception as error:
            raise UnknownOptionError(self.id, ", ".join(values), known, Text(str(error))) from error


def _wrong_value(value: object, usual: object) -> Text | None:
    """Why a value cannot stand where the default stands, or None; a default of None takes anything."""
    if isinstance(usual, tuple):
        right = isinstance(value, tuple) and all(isinstance(word, str) and word for word in value)
        return None if right else Text('写作 ["…", "…"]', 'write ["…", "…"]')
    if usual is None or type(value) is type(usual) or (isinstance(usual, float) and type(value) is int):
        return None
    return _SHAPES.get(type(usual))


def option_defaults(kind: type[Any] | None) -> dict[str, Any]:
    """Options of a check by name, with their defaults; they are declared with `@frozen`, or as a frozen dataclass."""
    if kind is None:
        return {}
    if hasattr(kind, "__dataclass_fields__"):
        made = kind()
        return {name: getattr(made, name) for name in kind.__dataclass_fields__}
    return defaults(kind)
