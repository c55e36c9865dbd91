"""Finds the checks in the files of a folder: one file is one check, its name is the check's name."""

from __future__ import annotations

import os
from importlib import import_module

from reportlint.check import Check, Text, UserError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from reportlint.rules import ParsedRules

RULE_SUFFIXES = (".toml", ".txt")


class CollectError(UserError):
    """A file in a package of checks that holds no check, several, or rules that cannot be used."""


def checks_in(package: str) -> dict[str, type[Check]]:
    """All checks in the files of a package, by name.

    Each `*.py` file holds one class derived from `Check`; its name is the file's, with `-` for `_`. Each `*.toml` or
    `*.txt` file holds rules (see the guide for rules), named in it. Names beginning with `_` are passed over.

    Args:
        package: its name; in the `__init__.py` of the checks themselves, `__name__`.

    Raises:
        CollectError: for a file that holds no check, several checks, or rules that cannot be used.
    """
    found: dict[str, type[Check]] = {}
    for folder in import_module(package).__path__:
        for file in sorted(os.listdir(folder)):
            stem, suffix = os.path.splitext(file)
            if file.startswith(("_", ".")):
                continue
            if suffix == ".py":
                found[stem.replace("_", "-")] = check_in(import_module(f"{package}.{stem}"))
            elif suffix in RULE_SUFFIXES:
                found.update(_rules(os.path.join(folder, file)))
    return found


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


def parsed_rules(file: str, text: str, family: str) -> ParsedRules:
    """The rules of a file, by the kind that its suffix says it is."""
    from reportlint.rules import parse_rules, parse_words  # most runs have none

    return parse_words(text, family) if file.endswith(".txt") else parse_rules(text, family)


def _rules(path: str) -> dict[str, type[Check]]:
    file = os.path.basename(path)
    with open(path, encoding="utf-8-sig") as stream:
        rules = parsed_rules(file, stream.read(), os.path.basename(os.path.dirname(path)))
    if rules.problems:
        first = rules.problems[0]
        raise CollectError(Text(f"{file}：{first.zh}", f"{file}: {first.en}"))
    return dict(rules.checks)
