"""Checks and rules in files of the user: Python only from folders that the user named, rules from anywhere."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from reportlint.check import Text
from reportlint.collect import RULE_SUFFIXES, check_in, id_part, rules_in, unreadable
from reportlint.hookspecs import PREFIX
from reportlint.host.plugin import Plugin
from reportlint.host.sound import wrong_name
from reportlint.text.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from reportlint.limits import Limits

FAMILY = "local"
"""Family of checks whose files lie directly in a folder of plugins."""

_SIGNS = "*?["
"""What makes a name a pattern."""

TABLES = "tests"
"""Folder beside them that holds their tables."""


def from_folders(folders: Iterable[str], limits: Limits) -> Iterator[Plugin]:
    """The plugins of some folders: `NAME.py` is `local.NAME`, `FAMILY/NAME.py` is `FAMILY.NAME`; rules likewise.

    A folder that is named twice comes once.
    """
    for folder in {os.path.realpath(folder): folder for folder in folders}.values():
        if not os.path.isdir(folder):
            is_there = os.path.exists(folder)
            missing = Text("不是文件夹", "is not a folder") if is_there else Text("文件夹不存在", "does not exist")
            yield Plugin(shown(folder), "local", source=folder, problems=(missing,))
            continue
        package = _package(os.path.realpath(folder))
        try:
            files, deep = list(_files(folder)), list(_too_deep(folder))
        except OSError as error:
            yield Plugin(shown(folder), "local", source=folder, problems=(unreadable(error),))
            continue
        for path in deep:
            zh, en = "层次太深，没有加载：只看 类别/名称.py", "lies too deep, not loaded: checks are FAMILY/NAME.py"
            note = Text(f"{shown(path)}：{zh}", f"{shown(path)}: {en}")
            yield Plugin(shown(path), "local", source=path, notes=(note,))
        for path, above in files:
            if not path.endswith(".py"):
                yield _rules(path, above)
            else:
                yield _python(path, above, package, limits)


def from_rule_files(names: Iterable[str]) -> Iterator[Plugin]:
    """Rules of files, folders and glob patterns; a file that is named twice comes once."""
    seen: set[str] = set()
    for name in names:
        try:
            paths = list(_expand(name))
        except OSError as error:
            yield Plugin(shown(name), "rules", source=name, problems=(unreadable(error),))
            continue
        if not paths and any(sign in name for sign in _SIGNS):
            note = Text(f"rules：没有与 {shown(name)} 相符的文件", f"rules: no file matches {shown(name)}")
            yield Plugin(shown(name), "rules", source=name, notes=(note,))
        elif not paths:
            missing = Text("文件不存在", "does not exist")
            yield Plugin(shown(name), "rules", source=name, problems=(missing,))
        for path in paths:
            if os.path.realpath(path) not in seen:
                seen.add(os.path.realpath(path))
                yield _rules(path, "")


def shown(path: str) -> str:
    """A path as messages have it: relative to the current folder, if it is below it."""
    try:
        short = os.path.relpath(path)
    except ValueError:  # on another drive
        return path
    return path if short.startswith(os.pardir) else short


def _files(folder: str) -> Iterator[tuple[str, str]]:
    """Files of checks and rules below a folder, with the name of the folder between; empty directly in it."""
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.startswith(("_", ".")) or name == TABLES:
            continue
        if os.path.isdir(path):
            for inner in sorted(os.listdir(path)):
                if not inner.startswith(("_", ".")) and inner.endswith((".py", *RULE_SUFFIXES)):
                    yield os.path.join(path, inner), name
        elif name.endswith((".py", *RULE_SUFFIXES)):
            yield path, ""


def _too_deep(folder: str) -> Iterator[str]:
    """Python files one folder deeper than checks are looked for, unless they are hidden or tests."""
    for family in sorted(os.listdir(folder)):
        inner = os.path.join(folder, family)
        if not os.path.isdir(inner) or family.startswith(("_", ".")) or family == TABLES:
            continue
        for name in sorted(os.listdir(inner)):
            deeper = os.path.join(inner, name)
            if os.path.isdir(deeper) and not name.startswith(("_", ".")):
                yield from (os.path.join(deeper, file) for file in sorted(os.listdir(deeper)) if file.endswith(".py"))


def _package(folder: str) -> str:
    """A package whose modules are the files of a folder, so that one may import another as `from . import other`."""
    from types import ModuleType

    name = f"reportlint_local_{abs(hash(folder)):x}"
    if name not in sys.modules:
        module = ModuleType(name)
        module.__path__ = [folder]
        sys.modules[name] = module
    return name


def _python(path: str, above: str, package: str, limits: Limits) -> Plugin:
    from reportlint.host.ask import load  # brings pluggy, which most runs do without

    stem = os.path.splitext(os.path.basename(path))[0]
    family = id_part(above) or FAMILY
    plugin = Plugin(shown(path), "local", source=path, family=family)
    bad = wrong_name(family) or wrong_name(id_part(stem))
    if bad:
        return replace(plugin, problems=(Text(f"文件{bad.zh}", f"files: {bad.en}"),))
    # What is imported in the user's folder, now or while a check runs, shall leave no compiled files there.
    sys.dont_write_bytecode = True
    module = ".".join(filter(None, (package, above, stem)))

    def imported() -> object:
        loaded = import_module(module)
        has_hooks = any(name.startswith(PREFIX) and callable(value) for name, value in vars(loaded).items())
        return loaded if has_hooks else _AsPlugin(loaded, id_part(stem))

    return load(plugin, imported, limits, family)


class _AsPlugin:
    """A module that holds one check and no hook, seen as a plugin."""

    def __init__(self, module: ModuleType, name: str) -> None:
        self.api_version = getattr(module, "api_version", "")
        self.given = {name: check_in(module)}

    def reportlint_checks(self) -> dict[str, object]:
        """The one check."""
        return dict(self.given)


def _rules(path: str, above: str) -> Plugin:
    family = id_part(above or os.path.splitext(os.path.basename(path))[0])
    plugin = Plugin(shown(path), "rules", source=path, family=family)
    bad = wrong_name(family)
    if bad:
        return replace(plugin, problems=(Text(f"文件{bad.zh}", f"files: {bad.en}"),))
    if not path.endswith(RULE_SUFFIXES):
        wrong = Text("规则请存为 .toml，词表请存为 .txt", "save rules as .toml, word lists as .txt")
        return replace(plugin, problems=(wrong,))
    checks, problems = rules_in(path, family, named_by_file=bool(above))
    return replace(plugin, checks={f"{family}.{name}": check for name, check in checks.items()}, problems=problems)


def _expand(name: str) -> Iterator[str]:
    """The rule files that a name stands for."""
    if os.path.isdir(name):
        yield from (os.path.join(name, file) for file in sorted(os.listdir(name)) if file.endswith(RULE_SUFFIXES))
    elif os.path.exists(name):
        yield name
    elif any(sign in name for sign in _SIGNS):
        import glob

        yield from sorted(glob.glob(name, recursive=True))
