"""Finding and reading `reportlint.toml`, or `[tool.reportlint]` in `pyproject.toml`."""

from __future__ import annotations

import os

from reportlint.check import Text, UserError
from reportlint.config.option import OptionError
from reportlint.config.options import BY_NAME, OPTIONS, SEVERITIES
from reportlint.engine.suppress import AllowEntry
from reportlint.text.frozen import frozen
from reportlint.text.nearest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

FILE_NAME = "reportlint.toml"
_SECTIONS = ("report", "allow", "severities", "checks")


class ConfigError(UserError):
    """A configuration file that cannot be used; `text` says why, in both languages."""


@frozen
class ConfigFile:
    """A validated configuration file.

    Attributes:
        path: of the file.
        root: its folder.
        values: by option name, only those the file sets.
        allow: its `[[allow]]` entries.
        severities: its `[severities]`.
        check_options: its `[checks."<id>"]` tables.
    """

    path: str
    root: str
    values: Mapping[str, Any]
    allow: tuple[AllowEntry, ...]
    severities: Mapping[str, str]
    check_options: Mapping[str, Mapping[str, Any]]


def find_config(folder: str) -> str | None:
    """The nearest configuration file at or above a folder; not above a repository's root or the home directory."""
    folder = os.path.abspath(folder)
    home = os.path.expanduser("~")
    while True:
        path = os.path.join(folder, FILE_NAME)
        if os.path.isfile(path):
            return path
        path = os.path.join(folder, "pyproject.toml")
        if _mentions_us(path):
            return path
        parent = os.path.dirname(folder)
        if folder in {parent, home} or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = parent


def load_config(path: str) -> ConfigFile:
    """Read and validate a configuration file.

    Raises:
        ConfigError: when it cannot be read, is no TOML, or holds a key or value nobody knows.
    """
    try:
        with open(path, "rb") as stream:
            raw = stream.read()
    except OSError as error:
        raise ConfigError(
            Text(f"配置文件 {path} 无法读取：{error.strerror}", f"cannot read {path}: {error.strerror}")
        ) from error
    from reportlint.text.toml import parse_toml  # most runs have no configuration

    try:
        data = parse_toml(raw)
    except UnicodeDecodeError as error:
        raise ConfigError(
            Text(f"配置文件 {path} 不是 UTF-8 编码，请存为 UTF-8", f"{path} is not in UTF-8; save it as UTF-8")
        ) from error
    except ValueError as error:
        from reportlint.toml_words import not_toml

        what = not_toml(raw.decode("utf-8-sig", "replace").replace("\r\n", "\n"), error)
        raise ConfigError(Text(f"配置文件 {path} {what.zh}", f"{path}, {what.en}")) from error
    if os.path.basename(path) == "pyproject.toml":
        tool = data.get("tool")
        data = tool.get("reportlint", {}) if isinstance(tool, dict) else {}
    if not isinstance(data, dict):
        raise ConfigError(Text(f"{path}：应写作 [tool.reportlint]", f"{path}: write it as [tool.reportlint]"))
    return _validate(path, data)


def _mentions_us(path: str) -> bool:
    """Whether a pyproject.toml has a table of ours, told without parsing it."""
    try:
        with open(path, "rb") as stream:
            return b"[tool.reportlint" in stream.read()
    except OSError:
        return False


def _validate(path: str, data: dict[str, Any]) -> ConfigFile:
    configurable = [option.name for option in OPTIONS if option.configurable]
    values: dict[str, object] = {}
    for key, raw in data.items():
        if key in _SECTIONS:
            continue
        if key not in configurable:
            raise _unknown(path, key, [*configurable, *_SECTIONS])
        values[key] = _value(path, key, raw)
    values.update(_report(path, data.get("report", {}), configurable, values))
    return ConfigFile(
        path,
        os.path.dirname(os.path.abspath(path)),
        values,
        tuple(_allow(path, number, entry) for number, entry in enumerate(_tables(path, data, "allow"), 1)),
        _severities(path, data.get("severities", {})),
        _check_options(path, data.get("checks", {})),
    )


def _value(where: str, key: str, raw: object) -> object:
    try:
        return BY_NAME[key].parse(raw)
    except OptionError as error:
        raise ConfigError(Text(f"{where}：{error.text.zh}", f"{where}: {error.text.en}")) from error


def _report(path: str, raw: object, configurable: Collection[str], outside: Collection[str]) -> dict[str, object]:
    """What the table `[report]` says: whose report it is."""
    if not isinstance(raw, dict):
        raise ConfigError(Text(f"{path}：应写作 [report]", f"{path}: write it as [report]"))
    where = f"{path} [report]"
    known = [option.name for option in OPTIONS if option.table == "report"]
    for key in raw:
        if key in outside and key in known:
            raise ConfigError(Text(f"{path}：{key} 写了两次", f"{path}: {key} is set twice"))
        if key not in known and key in configurable:
            zh, en = f"{key} 请写在所有 [表] 之前", f"write {key} before all [tables]"
            raise ConfigError(Text(f"{where}：{zh}", f"{where}: {en}"))
        if key not in known:
            raise _unknown(where, key, known)
    return {key: _value(where, key, value) for key, value in raw.items()}


def _tables(path: str, data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    raw = data.get(key, [])
    if isinstance(raw, list) and all(isinstance(entry, dict) for entry in raw):
        return raw
    raise ConfigError(Text(f"{path}：应写作 [[{key}]]", f"{path}: write it as [[{key}]]"))


def _allow(path: str, number: int, entry: dict[str, Any]) -> AllowEntry:
    known = ("check", "text", "reason", "file")
    where = f"{path} [[allow]] {number}"
    for key, value in entry.items():
        if key not in known:
            raise _unknown(where, key, known)
        if not isinstance(value, str):
            raise ConfigError(Text(f"{where}：{key} 应为文字", f"{where}: {key} should be a string"))
    if not entry.get("text") or not entry.get("check"):
        raise ConfigError(Text(f"{where}：须写明 check 和 text", f"{where}: both check and text are needed"))
    return AllowEntry(entry["check"], entry["text"], entry.get("reason", ""), entry.get("file", ""))


def _severities(path: str, raw: object) -> dict[str, str]:
    raw = _joined(raw)
    if not isinstance(raw, dict) or not all(isinstance(v, str) and v in SEVERITIES for v in raw.values()):
        choices = ", ".join(SEVERITIES)
        raise ConfigError(
            Text(f"{path} [severities]：级别可选 {choices}", f"{path} [severities]: choose a severity from {choices}")
        )
    return dict(raw)


def _joined(raw: object) -> object:
    """`{"duplicate": {"char": x}}` as `{"duplicate.char": x}`: what TOML makes of an id without quotation marks."""
    if not isinstance(raw, dict):
        return raw
    joined: dict[str, object] = {}
    for key, value in raw.items():
        if isinstance(value, dict) and "." not in key:
            joined.update({f"{key}.{rest}": inner for rest, inner in value.items()})
        else:
            joined[key] = value
    return joined


def _holds_tables(table: object) -> bool:
    return isinstance(table, dict) and bool(table) and all(isinstance(inner, dict) for inner in table.values())


def _check_options(path: str, raw: object) -> dict[str, dict[str, Any]]:
    if isinstance(raw, dict):
        families = {key: table for key, table in raw.items() if _holds_tables(table)}
        raw = {key: table for key, table in raw.items() if key not in families}
        raw.update({f"{key}.{rest}": inner for key, table in families.items() for rest, inner in table.items()})
    if not isinstance(raw, dict) or not all(isinstance(table, dict) for table in raw.values()):
        shape = '[checks."placeholder.mask"]'
        raise ConfigError(Text(f"{path}：应写作 {shape}", f"{path}: write it as {shape}"))
    return {
        id_: {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()} for id_, table in raw.items()
    }


def _unknown(where: str, key: str, known: Collection[str]) -> ConfigError:
    near = nearest(key, known)
    hint = Text(f"，是否想写 {near}？", f"; did you mean {near}?") if near else Text("", "")
    return ConfigError(Text(f"{where}：不认识的键 {key}{hint.zh}", f"{where}: unknown key {key}{hint.en}"))
