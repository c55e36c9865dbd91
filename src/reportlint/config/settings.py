"""What holds for one draft in the end, and where each value came from."""

from __future__ import annotations

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

    @property
    def lowest_severity(self) -> Severity:
        """Findings below it are not shown."""
        chosen = self.values["severity"]
        machine = self.values["output-format"] in {"json", "jsonl"}
        return Severity[chosen.upper()] if chosen else Severity.INFO if machine else Severity.WARNING

    @property
    def fail_on(self) -> Severity | None:
        """Findings at or above it make the exit status 1; None: none does."""
        chosen = str(self.values["fail-on"])
        return None if chosen == "never" else Severity[chosen.upper()]


def effective(file: ConfigFile | None, command_line: Mapping[str, object], environment: Mapping[str, str]) -> Settings:
    """Settings from the layers, each already validated; `ignore` of the command line adds to that of the file."""
    values: dict[str, object] = {option.name: option.default for option in OPTIONS}
    origins = dict.fromkeys(values, DEFAULT)
    language = environment.get("REPORTLINT_LANG", "")
    if language in BY_NAME["lang"].choices:
        values["lang"], origins["lang"] = language, "REPORTLINT_LANG"
    if file:
        values.update(file.values)
        origins.update(dict.fromkeys(file.values, file.path))
    for name, value in command_line.items():
        joined = name == "ignore" and isinstance(value, tuple) and file and "ignore" in file.values
        values[name] = (*file.values["ignore"], *value) if joined else value  # type: ignore[union-attr,misc]
        origins[name] = f"{origins[name]} + {COMMAND_LINE}" if joined else COMMAND_LINE
    if file is None:
        return Settings(values, origins)
    return Settings(values, origins, file.allow, file.severities, file.check_options, file.root)
