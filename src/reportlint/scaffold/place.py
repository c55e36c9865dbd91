"""Where a new check belongs: in this program, in a plugin, or in a folder of local checks."""

from __future__ import annotations

import os

from reportlint.check import Text, UserError
from reportlint.config.files import FILE_NAME, find_config
from reportlint.config.option import OptionError
from reportlint.config.options import BY_NAME
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
        folder: of local checks, relative to the current folder.
        config: the configuration file that holds here; empty: there is none yet.
        plugins: whether it names that folder.
        rules: the folder of rules it names, relative to the current folder; empty when it names none.
    """

    kind: Literal["reportlint", "plugin", "local"]
    packages: Mapping[str, str] = {}
    folder: str = _FOLDER
    config: str = ""
    plugins: bool = False
    rules: str = ""


def home_of(folder: str) -> Home:
    """What the project in a folder is."""
    project = toml_in(os.path.join(folder, "pyproject.toml"))
    about = _table(project, "project")
    if about.get("name") == "reportlint":
        return Home("reportlint")
    points = _table(_table(about, "entry-points"), "reportlint")
    packages = {name: _package(folder, str(target)) for name, target in points.items()}
    if packages:
        return Home("plugin", packages)
    path = find_config(folder)
    if path is None:
        return Home("local")
    data = toml_in(path)
    settings = _table(_table(data, "tool"), "reportlint") if path.endswith("pyproject.toml") else data
    named = _list(settings, "plugins")
    local = os.path.relpath(os.path.join(os.path.dirname(path), named[0]), folder) if named else _FOLDER
    patterns = [name for name in _list(settings, "rules") if name.endswith(("*.toml", "/"))]
    beside = os.path.join(os.path.dirname(path), os.path.dirname(patterns[0])) if patterns else ""
    rules = os.path.relpath(beside, folder) if beside else ""
    return Home("local", {}, local.replace(os.sep, "/"), path, bool(named), rules.replace(os.sep, "/"))


def _table(data: Mapping[str, object], name: str) -> Mapping[str, object]:
    """A table in a table; an empty one when there is none."""
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _list(settings: Mapping[str, object], name: str) -> tuple[str, ...]:
    """A list of a configuration file, in any form it may have; a wrong one is empty here, and told when it is used."""
    try:
        value = BY_NAME[name].parse(settings.get(name, ()))
    except OptionError:
        return ()
    return value if isinstance(value, tuple) else ()


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
    return {f"{home.rules or _RULES}/{family}.toml": rules, **_config(home, "rules", f"{_RULES}/*.toml")}


def advice(home: Home, *, rule: bool) -> Text | None:
    """The line to add to a configuration file that does not name the new file, which is never edited."""
    if home.kind != "local" or not home.config or (home.rules if rule else home.plugins):
        return None
    below = os.path.relpath(os.curdir, os.path.dirname(os.path.abspath(home.config))).replace(os.sep, "/")
    path = f"{_RULES}/*.toml" if rule else home.folder
    path = path if below == os.curdir else f"{below}/{path}"
    line = f'{"rules" if rule else "plugins"} = ["{path}"]'
    if home.config.endswith("pyproject.toml"):
        zh, en = f"请在 {home.config} 的 [tool.reportlint] 下加上", f"add to [tool.reportlint] in {home.config}"
    else:
        zh, en = f"请在 {home.config} 的开头加上", f"add to the head of {home.config}"
    return Text(f"{zh}：{line}", f"{en}: {line}")


def _config(home: Home, key: str, value: str) -> dict[str, str]:
    if home.config:
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
