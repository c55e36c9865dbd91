"""Finds the checks in the files of a folder: one file is one check, its name is the check's name."""

from __future__ import annotations

import os
from importlib import import_module

from reportlint.check import Check, Text, UserError
from reportlint.text.encoding import UndecodableError, decode
from reportlint.trouble import told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

RULE_SUFFIXES = (".toml", ".txt")


class CollectError(UserError):
    """A file that should hold a check and does not; `text` says why, in both languages."""


class Collected(dict[str, type[Check]]):
    """Checks by name, with what is wrong with the files that could not be used."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[Text] = []

    def add(self, name: str, check: type[Check], file: str) -> None:
        """Add the check of a file, unless another one has its name."""
        if name in self:
            zh, en = f"{file}：名称 {name} 已有别的文件用了", f"{file}: another file has the name {name} already"
            self.problems.append(Text(zh, en))
        else:
            self[name] = check


def checks_in(package: str) -> Collected:
    """All checks in the files of a package, by name.

    Each `*.py` file holds one class derived from `Check`; its name is the file's, with `-` for `_`. Each `*.toml` file
    holds rules, named in it; each `*.txt` file is a word list, named after the file. Files whose names begin with `_`
    are passed over. One that cannot be used costs its own checks only; `problems` of the result says what is wrong.

    Args:
        package: its name; in the `__init__.py` of the checks themselves, `__name__`.
    """
    found = Collected()
    for folder in import_module(package).__path__:
        for file in sorted(os.listdir(folder)):
            if file.startswith(("_", ".")):
                continue
            if file.endswith(".py"):
                _add_check(found, package, file)
            elif file.endswith(RULE_SUFFIXES):
                checks, problems = rules_in(os.path.join(folder, file), os.path.basename(folder), named_by_file=True)
                found.problems += [Text(f"{file}：{p.zh}", f"{file}: {p.en or p.zh}") for p in problems]
                for name, check in checks.items():
                    found.add(name, check, file)
    return found


def _add_check(found: Collected, package: str, file: str) -> None:
    stem = file.removesuffix(".py")
    try:
        found.add(id_part(stem), check_in(import_module(f"{package}.{stem}")), file)
    except UserError as error:
        found.problems.append(error.text)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - one file must not cost the others
        why = told(error)
        found.problems.append(Text(f"{file}：{why.zh}", f"{file}: {why.en or why.zh}"))


def check_in(module: ModuleType) -> type[Check]:
    """The one check that a module defines.

    Raises:
        CollectError: when it defines none or several.
    """
    name = module.__name__
    own = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Check) and value.__module__ == name
    ]
    if len(own) != 1:
        file = name.rpartition(".")[2] + ".py"
        names = ", ".join(kind.__name__ for kind in own)
        zh = f"有多个检查（{names}），请一个文件只写一个" if own else "没有检查：请写一个 Check 的子类"
        en = f"holds several checks ({names}); write one to a file" if own else "holds no subclass of Check"
        raise CollectError(Text(f"{file} {zh}", f"{file} {en}"))
    return own[0]


def unreadable(error: OSError) -> Text:
    """Why a file or a folder cannot be read."""
    if isinstance(error, PermissionError):
        return Text("没有读取权限", "cannot be read: permission denied")
    return Text(f"无法读取：{error.strerror}", f"cannot be read: {error.strerror}")


def id_part(name: str) -> str:
    """The part of an id that the name of a file or folder gives."""
    return "-".join(name.lower().replace("_", " ").split())


def rules_in(path: str, family: str, *, named_by_file: bool) -> tuple[Mapping[str, type[Check]], tuple[Text, ...]]:
    """The checks of a file of rules by name, without the family, and what is wrong with it.

    Args:
        path: a TOML file of rules, or a word list.
        family: of the checks.
        named_by_file: whether the check of a word list has the name of the file, because the family has not.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        return {}, (Text("不是普通文件", "is not an ordinary file"),)
    try:
        with open(path, "rb") as stream:
            text = decode(stream.read()).text.replace("\r\n", "\n")
    except OSError as error:
        return {}, (unreadable(error),)
    except UndecodableError:
        return {}, (Text("不是 UTF-8 或 GB18030 文本", "is not text in UTF-8 or GB18030"),)
    from reportlint.rules import parse_rules, parse_words  # most runs have none

    if not path.endswith(".txt"):
        parsed = parse_rules(text, family)
        return parsed.checks, parsed.problems
    parsed = parse_words(text, family)
    name = id_part(os.path.splitext(os.path.basename(path))[0])
    return {name if named_by_file else usual: check for usual, check in parsed.checks.items()}, parsed.problems
