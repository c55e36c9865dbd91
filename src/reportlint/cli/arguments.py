"""Parsing the command line of `check` from the option table."""

from __future__ import annotations

from reportlint.check import Text
from reportlint.config.files import nearest
from reportlint.config.options import BY_NAME, OPTIONS, OptionError
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlint.config import Option

_SPELLINGS: dict[str, Option] = {f"--{option.name}": option for option in OPTIONS} | {
    f"-{option.short}": option for option in OPTIONS if option.short
}


class UsageError(ValueError):
    """A command line that cannot be understood; `text` says why, in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


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
        if argument == "-" or not argument.startswith("-"):
            paths.append(argument)
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
