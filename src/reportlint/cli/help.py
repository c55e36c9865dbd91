"""Help texts laid out by display width.

Typer's own layout counts a Chinese character as one column and cuts what does not fit; this one does neither.
"""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from reportlint.check import Confidence, Severity, Text
from reportlint.text.width import display_width, pad, wrap

WIDTH = 96
"""Columns of a help text; Chinese lines of that length still read well."""

USAGE = Text("用法", "Usage")
OPTIONS = Text("选项", "Options")
ARGUMENTS = Text("参数", "Arguments")
COMMANDS = Text("命令", "Commands")
GIVEN = {
    "help": Text("显示此帮助", "show this help"),
    "install_completion": Text(
        "安装命令补全（可写明 bash、zsh、fish）", "install completion (name bash, zsh or fish if need be)"
    ),
    "show_completion": Text("显示补全脚本，可自行保存（同上）", "show the completion script, to save it yourself"),
}
"""Options that Typer adds by itself, by parameter name."""


def classes(language: str) -> tuple[type[TyperCommand], type[TyperGroup]]:
    """A command class and a group class that speak one language in their help."""

    class Command(TyperCommand):
        def format_help(self, ctx: Any, formatter: Any) -> None:
            formatter.write(help_text(self, ctx, language))

    class Group(TyperGroup):
        def format_help(self, ctx: Any, formatter: Any) -> None:
            formatter.write(help_text(self, ctx, language))

    return Command, Group


def severity_word(severity: Severity, language: str) -> str:
    """What a severity is called in a table for people."""
    return {"error": "错误", "warning": "警告", "info": "提示"}[severity.label] if language == "zh" else severity.label


def confidence_word(confidence: Confidence, language: str) -> str:
    """What a confidence is called in a table for people."""
    return {"high": "高", "medium": "中", "low": "低"}[confidence.label] if language == "zh" else confidence.label


def help_text(command: Any, ctx: Any, language: str) -> str:
    """The whole help of a command or a group."""
    commands = [(name, sub.help or "") for name, sub in getattr(command, "commands", {}).items() if not sub.hidden]
    shown = [parameter for parameter in command.params if not getattr(parameter, "hidden", False)]
    shown += [option for option in [command.get_help_option(ctx)] if option and option not in shown]
    arguments = [(_metavar(p), p.help or "") for p in shown if p.param_type_name == "argument"]
    options = [(_spelling(p), _words(p, language)) for p in shown if p.param_type_name == "option"]
    usage = " ".join(
        [
            ctx.command_path,
            *([f"[{OPTIONS.render(language)}]"] if options else []),
            *([COMMANDS.render(language)] if commands else []),
            *(name for name, _ in arguments),
        ]
    )
    parts = [
        f"{USAGE.render(language)}: {usage}",
        *(_wrap(line, WIDTH, "") for line in (command.help or "").split("\n\n")),
    ]
    for title, rows in ((COMMANDS, commands), (ARGUMENTS, arguments), (OPTIONS, options)):
        if rows:
            parts.append(f"{title.render(language)}:\n{_table(rows)}")
    return "\n\n".join(parts) + "\n"


def _table(rows: list[tuple[str, str]]) -> str:
    """Two columns; what is too wide for the first puts the second on the next line."""
    first = min(30, max(display_width(left) for left, _ in rows))
    lines = []
    for left, right in rows:
        text = _wrap(right, WIDTH - first - 4, " " * (first + 4))
        if display_width(left) <= first:
            lines.append(f"  {pad(left, first)}  {text}")
        else:
            lines.append(f"  {left}\n{' ' * (first + 4)}{text}")
    return "\n".join(lines)


def _wrap(text: str, columns: int, indent: str) -> str:
    return f"\n{indent}".join(wrap(" ".join(text.split()), columns))


def _metavar(parameter: Any) -> str:
    name = str(parameter.metavar or parameter.name)
    return name if parameter.required or name.startswith("[") else f"[{name}]"


def _spelling(parameter: Any) -> str:
    """The ways to write an option, the short one first, with the name of its value."""
    names = ", ".join(sorted(parameter.opts, key=len))
    if getattr(parameter, "is_flag", False):
        return names
    value = parameter.metavar or "TEXT"
    return f"{names} {value}"


def _words(parameter: Any, language: str) -> str:
    return GIVEN[parameter.name].render(language) if parameter.name in GIVEN else parameter.help or ""
