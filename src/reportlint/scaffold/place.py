"""Where a new check belongs: in this program, in a plugin, or in a folder of local checks."""

from __future__ import annotations

import os

from reportlint.check import Text, UserError
from reportlint.config.files import FILE_NAME
from reportlint.scaffold import texts
from reportlint.scaffold.plugin import filled
from reportlint.text.frozen import frozen
from reportlint.text.toml import toml_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

_FOLDER, _RULES = "checks", "rules"


class NoPlaceError(UserError):
    """A check cannot be made here; `text` says why, in both languages."""


@frozen
class Home:
    """The project in the current folder.

    Attributes:
        kind: "reportlint" itself; "plugin" (a distribution with entry points); "local" (anything else).
        packages: of a plugin, folder of each plugin's module by the plugin's name.
        folder: of local checks.
        configured: whether the configuration names that folder; None: there is no configuration file yet.
        rules: whether the configuration names files of rules.
    """

    kind: Literal["reportlint", "plugin", "local"]
    packages: Mapping[str, str] = {}
    folder: str = _FOLDER
    configured: bool | None = None
    rules: bool = False


def home_of(folder: str) -> Home:
    """What the project in a folder is."""
    project = toml_in(os.path.join(folder, "pyproject.toml"))
    about = project.get("project", {})
    if about.get("name") == "reportlint":
        return Home("reportlint")
    points = about.get("entry-points", {}).get("reportlint", {})
    packages = {name: _package(folder, str(target)) for name, target in points.items()}
    if packages:
        return Home("plugin", packages)
    path = os.path.join(folder, FILE_NAME)
    settings = toml_in(path) if os.path.exists(path) else project.get("tool", {}).get("reportlint")
    if settings is None:
        return Home("local")
    named = settings.get("plugins") or []
    local = str(named[0]) if isinstance(named, list) and named else _FOLDER
    return Home("local", folder=local, configured=bool(named), rules=bool(settings.get("rules")))


def _package(folder: str, target: str) -> str:
    """The folder of a module, relative to the project."""
    module = target.partition(":")[0].strip().replace(".", "/")
    return f"src/{module}" if os.path.isdir(os.path.join(folder, "src")) else module


def new_check(home: Home, id_: str, families: frozenset[str]) -> dict[str, str]:
    """Texts by path of a new check in Python, with its table.

    Args:
        home: where.
        id_: FAMILY.NAME, both sound.
        families: the built-in ones, which only this program itself may add to.

    Raises:
        NoPlaceError: when the family cannot have a check there.
    """
    family, _, name = id_.partition(".")
    module = name.replace("-", "_")
    check = filled(texts.CHECK, {"@CLASS@": _class_name(name)})
    if home.kind == "reportlint":
        folder = f"src/reportlint/checks/{family}"
        package = {} if family in families else {f"{folder}/__init__.py": _family(family)}
        return {**package, f"{folder}/{module}.py": check, f"tests/checks/{id_}.toml": texts.TABLE}
    if family in families:
        zh, en = (
            f"类别 {family} 属于 reportlint，请换一个名称",
            f"the family {family} is reportlint's; choose another name",
        )
        raise NoPlaceError(Text(zh, en))
    if home.kind == "plugin":
        if family not in home.packages:
            names = "、".join(home.packages)
            zh, en = (
                f"这个插件的类别是 {names}，请写作 {names}.{name}",
                f"this plugin's family is {names}; write {names}.{name}",
            )
            raise NoPlaceError(Text(zh, en))
        return {f"{home.packages[family]}/{module}.py": check, f"tests/checks/{id_}.toml": texts.TABLE}
    path = f"{home.folder}/{module}.py" if family == "local" else f"{home.folder}/{family}/{module}.py"
    return {path: check, f"{home.folder}/tests/{id_}.toml": texts.TABLE, **_config(home, "plugins", home.folder)}


def new_rule(home: Home, id_: str, families: frozenset[str]) -> dict[str, str]:
    """Texts by path of a new file of rules without code.

    Raises:
        NoPlaceError: when the family cannot have one.
    """
    family, _, name = id_.partition(".")
    rules = filled(texts.RULES, {"@RULE@": name if name.isascii() else f'"{name}"'})
    if home.kind == "plugin" and family in home.packages:
        return {f"{home.packages[family]}/{name.replace('-', '_')}.toml": rules}
    if family in families or home.kind != "local":
        zh, en = (
            f"类别 {family} 不能放在这里，请换一个名称",
            f"the family {family} has no place here; choose another name",
        )
        raise NoPlaceError(Text(zh, en))
    return {f"{_RULES}/{family}.toml": rules, **_config(home, "rules", f"{_RULES}/*.toml")}


def advice(home: Home, *, rule: bool) -> Text | None:
    """The line to add to a configuration file that does not name the new file, which is never edited."""
    if home.kind != "local" or home.configured is None or (home.rules if rule else home.configured):
        return None
    line = f'rules = ["{_RULES}/*.toml"]' if rule else f'plugins = ["{home.folder}"]'
    return Text(f"请在配置文件的开头加上：{line}", f"add to the head of the configuration file: {line}")


def _config(home: Home, key: str, value: str) -> dict[str, str]:
    if home.configured is not None:
        return {}
    return {FILE_NAME: filled(texts.CONFIG, {"@KEY@": key, "@VALUE@": value})}


def _class_name(name: str) -> str:
    words = "".join(word.capitalize() for word in name.split("-"))
    return words if words.isidentifier() else f"Check{words}"


def _family(family: str) -> str:
    return (
        f'"""The {family} family."""\n\nfrom reportlint.api import Check, checks_in\n\n\n'
        "def reportlint_checks() -> dict[str, type[Check]]:\n"
        '    """The checks of this folder."""\n    return checks_in(__name__)\n'
    )
