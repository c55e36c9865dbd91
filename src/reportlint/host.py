"""Finds checks and makes them ready to run.

The built-in ones are found as files: a new file under `checks/` needs no line anywhere else.
"""

from __future__ import annotations

import os
from importlib import import_module

from reportlint import checks
from reportlint.check import Check
from reportlint.text.frozen import defaults, frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_PACKAGE = "reportlint.checks."


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
    """A check class under its id."""

    id: str
    check: type[Check]

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
        except (TypeError, ValueError) as error:
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


def load_checks() -> dict[str, Registered]:
    """All checks by id, in order of id."""
    found = {id_: Registered(id_, check) for id_, check in _builtin()}
    return dict(sorted(found.items()))


def _builtin() -> Iterator[tuple[str, type[Check]]]:
    for root in checks.__path__:
        for family in sorted(_names(root)):
            for name in sorted(_names(os.path.join(root, family))):
                if not name.endswith(".py") or name.startswith("_"):
                    continue
                module = import_module(f"{_PACKAGE}{family}.{name[:-3]}")
                for value in vars(module).values():
                    if isinstance(value, type) and issubclass(value, Check) and value.__module__ == module.__name__:
                        yield f"{family}.{name[:-3].replace('_', '-')}", value


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except NotADirectoryError:
        return []
