"""What holds for one draft in the end, and where each value came from."""

from __future__ import annotations

import os
from types import MappingProxyType

from reportlint.check import Severity
from reportlint.config.options import BY_NAME, OPTIONS
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from reportlint.config.files import ConfigFile
    from reportlint.engine.suppress import AllowEntry

_NOTHING: Mapping[str, Any] = MappingProxyType({})
DEFAULT = "default"
COMMAND_LINE = "command line"
_PATHS = frozenset({"plugins", "rules"})
_JOINED = _PATHS | {"ignore", "required-plugins", "without-plugins"}


@frozen
class Settings:
    """Effective settings.

    Attributes:
        values: by option name (see `config.options`).
        origins: for each name, "default", "command line", "REPORTLINT_LANG" or the path of the configuration file.
        allow: entries that allow quoted text.
        severities: severity by check id, as the user wants it.
        check_options: options of single checks by check id.
        root: folder that relative patterns and paths of the configuration file refer to ("" without a file).
    """

    values: Mapping[str, Any]
    origins: Mapping[str, str]
    allow: tuple[AllowEntry, ...] = ()
    severities: Mapping[str, str] = _NOTHING
    check_options: Mapping[str, Mapping[str, Any]] = _NOTHING
    root: str = ""

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    @property
    def language(self) -> str:
        """Language of messages: "zh" or "en"."""
        return str(self.values["lang"])

    def least(self, *, for_programs: bool) -> Severity:
        """Findings below it are not shown in a format for programs, or for people."""
        chosen = self.values["severity"]
        return Severity[chosen.upper()] if chosen else Severity.INFO if for_programs else Severity.WARNING

    @property
    def fail_on(self) -> Severity | None:
        """Findings at or above it make the exit status 1; None: none does."""
        chosen = str(self.values["fail-on"])
        return None if chosen == "never" else Severity[chosen.upper()]


def effective(file: ConfigFile | None, command_line: Mapping[str, object], environment: Mapping[str, str]) -> Settings:
    """Settings from the layers, each already validated; what `_JOINED` names on the command line adds to the file's.

    Paths of plugins and rules in a file are relative to it.
    """
    values: dict[str, object] = {option.name: option.default for option in OPTIONS}
    origins = dict.fromkeys(values, DEFAULT)
    language = environment.get("REPORTLINT_LANG", "")
    if language in BY_NAME["lang"].choices:
        values["lang"], origins["lang"] = language, "REPORTLINT_LANG"
    if file:
        values.update(file.values)
        for name in _PATHS & file.values.keys():
            values[name] = tuple(os.path.join(file.root, path) for path in file.values[name])
        origins.update(dict.fromkeys(file.values, file.path))
    for name, value in command_line.items():
        before = values[name] if name in _JOINED and file and name in file.values else None
        joined = isinstance(before, tuple) and isinstance(value, tuple)
        values[name] = (*before, *value) if joined else value  # type: ignore[misc]
        origins[name] = f"{origins[name]} + {COMMAND_LINE}" if joined else COMMAND_LINE
    if file is None:
        return Settings(values, origins)
    return Settings(values, origins, file.allow, file.severities, file.check_options, file.root)
