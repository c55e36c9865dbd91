"""`reportlint config`: each value that holds, and where it came from."""

import os
import sys
from typing import Annotated

import typer

from reportlint.check import Text
from reportlint.cli.help import classes
from reportlint.config import OPTIONS, Settings
from reportlint.run import Session

HELP = Text("显示对某个路径生效的配置及其来源", "show the settings for a path, and where each came from")
PATH = Text("草稿或文件夹，默认为当前文件夹", "a draft or a folder; default: this folder")
ORIGINS = {"default": Text("默认值", "default"), "command line": Text("命令行", "command line")}


def add(app: typer.Typer, language: str) -> None:
    """Register the command."""

    @app.command("config", cls=classes(language)[0], help=HELP.render(language))
    def config(
        path: Annotated[str, typer.Argument(help=PATH.render(language))] = ".",
        lang: Annotated[str, typer.Option("--lang", hidden=True)] = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        session = Session({}, os.environ)
        settings = session.settings(os.path.join(path, "draft.txt") if os.path.isdir(path) else path)
        session.selected(settings)
        sys.stdout.write(to_text(settings, language))


def to_text(settings: Settings, language: str) -> str:
    """TOML with a comment on each line that names the origin."""
    lines = []
    for option in OPTIONS:
        if option.configurable:
            origin = settings.origins[option.name]
            named = ORIGINS[origin].render(language) if origin in ORIGINS else origin
            lines.append(f"{option.key} = {toml(settings[option.name])}  # {named}")
    for id_, severity in settings.severities.items():
        lines += ["", "[severities]", f'"{id_}" = "{severity}"']
    for id_, table in settings.check_options.items():
        lines += ["", f'[checks."{id_}"]', *(f"{key} = {toml(value)}" for key, value in table.items())]
    for entry in settings.allow:
        lines += ["", "[[allow]]", f'check = "{entry.check}"', f"text = {toml(entry.text)}"]
        lines += [f"{key} = {toml(value)}" for key, value in (("reason", entry.reason), ("file", entry.file)) if value]
    return "\n".join(lines) + "\n"


def toml(value: object) -> str:
    """A value as TOML writes it; what is not set is shown as an empty string."""
    if value is None:
        return '""'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(toml(part) for part in value) + "]"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
