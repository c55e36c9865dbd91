"""A check under its id, and how it gets its options."""

from __future__ import annotations

from reportlint.check import Check
from reportlint.text.frozen import defaults, frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class UnknownOptionError(ValueError):
    """An option that a check does not have, or a value it refuses."""

    def __init__(self, check: str, option: str, known: tuple[str, ...], reason: str = "") -> None:
        super().__init__(f"{check}: {option}{': ' + reason if reason else ''}")
        self.check = check
        self.option = option
        self.known = known
        self.reason = reason


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
        values = {name.replace("-", "_"): value for name, value in options.items()}
        for name, value in values.items():
            if name not in known:
                raise UnknownOptionError(self.id, name.replace("_", "-"), tuple(k.replace("_", "-") for k in known))
            if isinstance(usual[name], tuple) and not _is_list_of_words(value):
                raise UnknownOptionError(self.id, name.replace("_", "-"), known, '写作 ["…", "…"]')
        try:
            return self.check(kind(**values) if kind else None)
        except Exception as error:
            raise UnknownOptionError(self.id, ", ".join(values), known, str(error)) from error


def _is_list_of_words(value: object) -> bool:
    return isinstance(value, tuple | list) and all(isinstance(word, str) and word for word in value)


def option_defaults(kind: type[Any] | None) -> dict[str, Any]:
    """Options of a check by name, with their defaults; they are declared with `@frozen`, or as a frozen dataclass."""
    if kind is None:
        return {}
    if hasattr(kind, "__dataclass_fields__"):
        made = kind()
        return {name: getattr(made, name) for name in kind.__dataclass_fields__}
    return defaults(kind)
