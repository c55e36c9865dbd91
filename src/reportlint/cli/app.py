"""The Typer application: help, completion, and every command but a plain check."""

from __future__ import annotations

import enum
import inspect
import os
import re
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportlint.check import Text, UserError
from reportlint.cli.arguments import wanted_language, without_language
from reportlint.cli.commands import annotate, baseline, config, explain, facts, init, new, plugins, rules, test
from reportlint.cli.help import classes
from reportlint.cli.streams import complain
from reportlint.config import OPTIONS, Option
from reportlint.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable

HELP = Text(
    "检查中文工作报告草稿：未填的占位符、重复、缺失的部分、网页残留……\n\n"
    "reportlint 文件… 即 reportlint check 文件…；退出码 0 无问题，1 有问题，2 未能完成检查。",
    "Check drafts of Chinese work reports: blanks left unfilled, repetitions, missing parts, web residue…\n\n"
    "reportlint FILE… is reportlint check FILE…; exit status 0 nothing found, 1 findings, 2 could not do its work.",
)
CHECK = Text("检查草稿（默认命令）", "check drafts (the default command)")
PATHS = Text(
    "文件、文件夹、通配符，或 - 表示标准输入；默认为当前文件夹", "files, folders, globs, or - for standard input"
)

_NO_COMMAND = re.compile(r"No such command ['\"](.{1,80}?)['\"]")
_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.{1,200}?)\)")


def run_app(arguments: list[str]) -> int:
    """Run Typer on a command line and return the exit status."""
    language = wanted_language(arguments, os.environ)
    app = build(language)
    try:
        if "_REPORTLINT_COMPLETE" not in os.environ:
            arguments = without_language(arguments)
        code = app(arguments, prog_name="reportlint", standalone_mode=False)
    except UserError as error:
        complain(error.text, language)
        return 2
    except typer.Exit as error:
        return error.exit_code
    except typer.Abort:
        return 130
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        if type(error).__name__ == "NoArgsIsHelpError":
            sys.stderr.write(str(error.format_message()).rstrip() + "\n")
            return 2
        complain(_usage(error), language)
        return 2
    return code if isinstance(code, int) else 0


def build(language: str) -> typer.Typer:
    """The application with its help in one language."""
    command, group = classes(language)
    app = typer.Typer(
        cls=group,
        help=HELP.render(language),
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.command("check", cls=command, help=CHECK.render(language))(_check(language))
    for module in (annotate, rules, explain, facts, config, init, baseline, plugins, new, test):
        module.add(app, language)
    return app


def _check(language: str) -> Callable[..., None]:
    """A function with one parameter an option, as Typer wants it, made from the option table."""

    def command(**given: Any) -> None:
        from reportlint.cli.check import check

        paths = tuple(given.pop("paths") or (".",))
        options = {}
        for option in OPTIONS:
            value = given[option.name.replace("-", "_")]
            if value is not None and value is not False:
                options[option.name] = option.parse(value.value if isinstance(value, enum.Enum) else value)
        raise typer.Exit(check(options, paths))

    help_of_paths = typer.Argument(metavar="[PATH]…", help=PATHS.render(language))
    paths_type = Annotated[list[str] | None, help_of_paths]
    parameters = [inspect.Parameter("paths", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=paths_type)]
    parameters += [_parameter(option, language) for option in OPTIONS]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return command


def _parameter(option: Option, language: str) -> inspect.Parameter:
    flags = [f"--{option.name}", *([f"-{option.short}"] if option.short else [])]
    kind: Any = str
    if option.kind == "flag":
        kind = bool
    elif option.kind == "choice":
        kind = _choices(option)
    shown = option.help.render(language)
    if option.kind != "flag" and option.default not in {None, ()}:
        shown += f"（默认 {option.shown_default}）" if language == "zh" else f" (default: {option.shown_default})"
    declared = typer.Option(
        *flags,
        help=shown,
        metavar=option.metavar or "|".join(option.choices) or None,
        show_default=False,
    )
    annotation = Annotated[kind, declared] if option.kind == "flag" else Annotated[kind | None, declared]
    default = False if option.kind == "flag" else None
    name = option.name.replace("-", "_")
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _choices(option: Option) -> type[enum.Enum]:
    """The choices in the one form that every release of Typer completes."""
    members = {choice: choice for choice in option.choices}
    return enum.Enum("Choice", members)  # type: ignore[return-value] # mypy cannot see through names made at run time


def _usage(error: Any) -> Text:
    """What Typer says of a wrong command line, in both languages, with the nearest right name."""
    english = " ".join(str(error.format_message()).split())
    name = str(getattr(error, "option_name", ""))
    if type(error).__name__ == "NoSuchOption":
        return _unknown(
            "选项", "option", name, [known for p in error.ctx.command.params for known in p.opts] if error.ctx else []
        )
    if name:
        missing = "requires" in english
        return Text(
            f"{name} {'缺少值' if missing else '不带值'}", f"{name} {'needs a value' if missing else 'takes no value'}"
        )
    parameter = getattr(error, "param", None)
    if type(error).__name__ == "MissingParameter" and parameter is not None:
        shown = parameter.metavar or parameter.name
        return Text(f"缺少参数 {shown}", f"missing argument {shown}")
    command = _NO_COMMAND.match(english)
    if command:
        return _unknown("命令", "command", command[1], list(getattr(error.ctx.command, "commands", ())))
    extra = _EXTRA.match(english)
    if extra:
        return Text(f"多余的参数：{extra[1]}", f"too many arguments: {extra[1]}")
    return Text(f"命令行有误：{english}", english)


def _unknown(zh: str, en: str, name: str, known: list[str]) -> Text:
    near = nearest(name, known)
    return Text(
        f"没有{zh} {name}" + (f"，是否想写 {near}？" if near else ""),
        f"there is no {en} {name}" + (f"; did you mean {near}?" if near else ""),
    )
