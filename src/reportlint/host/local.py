"""Checks and rules in files of the user: Python only from folders that the user named, rules from anywhere."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from reportlint.check import Text
from reportlint.collect import RULE_SUFFIXES, check_in, parsed_rules
from reportlint.host.plugin import Plugin
from reportlint.host.sound import wrong_name
from reportlint.text.encoding import UndecodableError, decode
from reportlint.text.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from reportlint.limits import Limits

FAMILY = "local"
"""Family of checks whose files lie directly in a folder of plugins."""

_TABLES = "tests"
"""Folder beside them that holds their tables."""


def from_folders(folders: Iterable[str], limits: Limits) -> Iterator[Plugin]:
    """The plugins of some folders: `NAME.py` is `local.NAME`, `FAMILY/NAME.py` is `FAMILY.NAME`; rules likewise."""
    for folder in folders:
        if not os.path.isdir(folder):
            missing = Text("不是文件夹", "is not a folder")
            yield Plugin(shown(folder), "local", source=folder, problems=(missing,))
            continue
        package = _package(os.path.abspath(folder))
        for path, family in _files(folder):
            if path.endswith(".py"):
                yield _python(path, family, package, limits)
            else:
                yield _rules(path, family)


def from_rule_files(names: Iterable[str]) -> Iterator[Plugin]:
    """Rules of files, folders and glob patterns; a file that is named twice comes once."""
    seen: set[str] = set()
    for name in names:
        paths = list(_expand(name))
        if not paths:
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
    """Files of checks and rules below a folder, with their family; empty for rules directly in it."""
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.startswith(("_", ".")) or name == _TABLES:
            continue
        if os.path.isdir(path):
            for inner in sorted(os.listdir(path)):
                if not inner.startswith(("_", ".")) and inner.endswith((".py", *RULE_SUFFIXES)):
                    yield os.path.join(path, inner), _id_part(name)
        elif name.endswith(".py"):
            yield path, FAMILY
        elif name.endswith(RULE_SUFFIXES):
            yield path, ""


def _id_part(name: str) -> str:
    """The part of an id that a file or folder gives."""
    return "-".join(name.lower().replace("_", " ").split())


def _package(folder: str) -> str:
    """A package whose modules are the files of a folder, so that one may import another as `from . import other`."""
    from types import ModuleType

    name = f"reportlint_local_{abs(hash(folder)):x}"
    if name not in sys.modules:
        module = ModuleType(name)
        module.__path__ = [folder]
        sys.modules[name] = module
    return name


def _python(path: str, family: str, package: str, limits: Limits) -> Plugin:
    from reportlint.host.ask import HOOKS, load  # brings pluggy, which most runs do without

    stem = os.path.splitext(os.path.basename(path))[0]
    inner = os.path.basename(os.path.dirname(path))
    module = f"{package}.{stem}" if family == FAMILY else f"{package}.{inner}.{stem}"

    def imported() -> object:
        loaded = _import(module)
        return loaded if any(hasattr(loaded, hook) for hook in HOOKS) else _AsPlugin(loaded, _id_part(stem))

    return load(Plugin(shown(path), "local", source=path), imported, limits, family)


def _import(module: str) -> ModuleType:
    """Import a module without leaving compiled files in the user's folder."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        return import_module(module)
    finally:
        sys.dont_write_bytecode = before


class _AsPlugin:
    """A module that holds one check and no hook, seen as a plugin."""

    def __init__(self, module: ModuleType, name: str) -> None:
        self.api_version = getattr(module, "api_version", "")
        self.given = {name: check_in(module)}

    def reportlint_checks(self) -> dict[str, object]:
        """The one check."""
        return dict(self.given)


def _rules(path: str, family: str) -> Plugin:
    stem = _id_part(os.path.splitext(os.path.basename(path))[0])
    plugin = Plugin(shown(path), "rules", source=path)
    bad = wrong_name(family or stem)
    if bad:
        return replace(plugin, problems=(Text(f"文件{bad.zh}", f"files: {bad.en}"),))
    try:
        with open(path, "rb") as stream:
            text = decode(stream.read()).text
    except OSError as error:
        return replace(plugin, problems=(Text(f"无法读取：{error.strerror}", f"cannot be read: {error.strerror}"),))
    except UndecodableError:
        return replace(plugin, problems=(Text("不是 UTF-8 或 GB18030 文本", "is not text in UTF-8 or GB18030"),))
    parsed = parsed_rules(path, text.replace("\r\n", "\n"), family or stem)
    # A word list has one check; in a folder of a family, the file gives its name.
    is_word_list = bool(family) and path.endswith(".txt")
    checks = {f"{family or stem}.{stem if is_word_list else name}": check for name, check in parsed.checks.items()}
    return replace(plugin, checks=checks, problems=parsed.problems)


def _expand(name: str) -> Iterator[str]:
    """The rule files that a name stands for."""
    if os.path.isdir(name):
        yield from (os.path.join(name, file) for file in sorted(os.listdir(name)) if file.endswith(RULE_SUFFIXES))
    elif os.path.exists(name):
        yield name
    elif any(sign in name for sign in "*?["):
        import glob

        yield from sorted(glob.glob(name, recursive=True))
