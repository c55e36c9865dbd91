"""Parsing the command line of `check` from the option table."""

from __future__ import annotations

import os

from reportlint.check import Text, UserError
from reportlint.cli.streams import complain
from reportlint.config.option import OptionError
from reportlint.config.options import BY_NAME, OPTIONS
from reportlint.text.frozen import frozen
from reportlint.text.nearest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlint.config import Option

_SPELLINGS: dict[str, Option] = {f"--{option.name}": option for option in OPTIONS} | {
    f"-{option.short}": option for option in OPTIONS if option.short
}


COMMANDS = (
    "check",
    "annotate",
    "rules",
    "explain",
    "facts",
    "config",
    "init",
    "baseline",
    "plugins",
    "new-plugin",
    "new-check",
    "test",
)
_WORDS = {**{name: name for name in (*COMMANDS, "help", "version")}, "completion": "--install-completion"}
_ALIKE = 0.7
"""How much a word that is no file must be like a command to be taken for a slip."""


class UsageError(UserError):
    """A command line that cannot be understood; `text` says why, in both languages."""


@frozen
class Parsed:
    """Options that were given, by name, and the paths."""

    options: Mapping[str, object]
    paths: tuple[str, ...]


def parse(arguments: Sequence[str]) -> Parsed:
    """Parse `--name value`, `--name=value`, `-n value`, `-nvalue`, flags (`--no-name` turns one off) and paths.

    A list given twice is joined. Everything after `--` is a path; `-` is standard input. No path means this folder.

    Raises:
        UsageError: for an option nobody knows (with the nearest name), a missing or a bad value.
    """
    options: dict[str, object] = {}
    paths: list[str] = []
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--":
            paths += rest
            break
        if _is_path(argument):
            paths.append(argument)
            continue
        letters = [f"-{letter}" for letter in argument[1:]]
        if len(letters) > 1 and all(one in _SPELLINGS and _SPELLINGS[one].kind == "flag" for one in letters):
            rest[:0] = letters
            continue
        option, inline, positive = _option(argument)
        if option.kind == "flag":
            if inline is not None:
                raise UsageError(Text(f"--{option.name} 不带值", f"--{option.name} takes no value"))
            options[option.name] = positive
            continue
        if inline is None and not rest:
            raise UsageError(Text(f"--{option.name} 缺少值", f"--{option.name} needs a value"))
        try:
            value = option.parse(rest.pop(0) if inline is None else inline)
        except OptionError as error:
            raise UsageError(error.text) from error
        known = options.get(option.name)
        options[option.name] = (*known, *value) if isinstance(known, tuple) and isinstance(value, tuple) else value
    if options.get("config") and options.get("isolated"):
        raise UsageError(Text("--config 与 --isolated 不能同用", "--config and --isolated exclude each other"))
    return Parsed(options, tuple(paths) or (".",))


def split(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The command, wherever it stands among options, and all other arguments; no command is an empty string.

    `help` and `version` are commands where no file has that name.
    """
    number = 0
    while number < len(arguments) and arguments[number] != "--":
        word = arguments[number]
        if word == "-" or not word.startswith("-"):
            if word in COMMANDS or (word in {"help", "version"} and not os.path.exists(word)):
                return word, [*arguments[:number], *arguments[number + 1 :]]
            break
        option = _SPELLINGS.get(word)
        number += 2 if option and option.kind != "flag" else 1
    return "", list(arguments)


def without_values(arguments: Sequence[str]) -> set[str]:
    """The arguments that may be flags for help and the like, without what is written behind `=`.

    Raises:
        UsageError: for a value where none belongs.
    """
    found = set()
    for argument in arguments:
        name, equals, _ = argument.partition("=")
        if equals and name in {"--help", "--version"}:
            raise UsageError(Text(f"{name} 不带值", f"{name} takes no value"))
        found.add(name)
    return found


def must_be_no_slip(path: str) -> None:
    """Refuse a word that is no file but looks like a command.

    Raises:
        UsageError: naming that command.
    """
    if not (path.isascii() and path.isalpha()) or os.path.exists(path):
        return
    near = nearest(path.lower(), _WORDS, _ALIKE)
    if near:
        meant = _WORDS[near]
        kind = Text("选项" if meant.startswith("-") else "命令", "option" if meant.startswith("-") else "command")
        zh, en = f"文件不存在，是否想用{kind.zh} {meant}？", f"does not exist; did you mean the {kind.en} {meant}?"
        raise UsageError(Text(f"{path}：{zh}", f"{path}: {en}"))


def note_on_language(environment: Mapping[str, str]) -> None:
    """Say on standard error that the environment wants a language nobody here speaks."""
    chosen, known = environment.get("REPORTLINT_LANG", ""), BY_NAME["lang"].choices
    if chosen and chosen not in known:
        shown = ascii(chosen[:20])[1:-1]
        zh, en = "、".join(known), ", ".join(known)
        text = Text(
            f"环境变量 REPORTLINT_LANG 的值“{shown}”无效，可选：{zh}", f"REPORTLINT_LANG is {shown!r}; choose from {en}"
        )
        complain(text, wanted_language((), environment))


def without_language(arguments: Sequence[str]) -> list[str]:
    """The arguments without --lang, which every command takes at any place.

    Raises:
        UsageError: for a language nobody here speaks.
    """
    left: list[str] = []
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--":
            return [*left, argument, *rest]
        if argument.startswith("--lang=") or (argument == "--lang" and rest):
            try:
                BY_NAME["lang"].parse(argument[7:] if "=" in argument else rest.pop(0))
            except OptionError as error:
                raise UsageError(error.text) from error
        else:
            left.append(argument)
    return left


def wanted_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Language for words about a command line that could not be parsed, or not yet."""
    known = BY_NAME["lang"].choices
    for number, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and number + 1 < len(arguments):
            value = arguments[number + 1]
        if value in known:
            return value
    chosen = environment.get("REPORTLINT_LANG", "")
    return chosen if chosen in known else str(BY_NAME["lang"].default)


def _is_path(argument: str) -> bool:
    """Whether an argument is a path; a shell or a hook may give a draft whose name begins with a dash."""
    if argument == "-" or not argument.startswith("-"):
        return True
    unknown = argument.partition("=")[0] not in _SPELLINGS and argument[:2] not in _SPELLINGS
    return unknown and os.path.isfile(argument)


def _option(argument: str) -> tuple[Option, str | None, bool]:
    """The option of an argument, the value written into it (or None), and False for `--no-…`."""
    if argument.startswith("--"):
        name, equals, value = argument.partition("=")
        inline = value if equals else None
        if name in _SPELLINGS:
            return _SPELLINGS[name], inline, True
        plain = "--" + name.removeprefix("--no-")
        if name.startswith("--no-") and plain in _SPELLINGS and _SPELLINGS[plain].kind == "flag":
            return _SPELLINGS[plain], inline, False
        near = nearest(name, _SPELLINGS)
    else:
        name = argument[:2]
        if name in _SPELLINGS:
            return _SPELLINGS[name], argument[2:].removeprefix("=") or None, True
        near = ""
    hint = Text(f"，是否想写 {near}？", f"; did you mean {near}?") if near else Text("", "")
    raise UsageError(Text(f"没有选项 {name}{hint.zh}", f"there is no option {name}{hint.en}"))
