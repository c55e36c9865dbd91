"""`reportlint init`: a commented configuration file to start from."""

import os
import sys
from typing import Annotated

import typer

from reportlint.check import Text
from reportlint.cli.commands.config import toml
from reportlint.cli.failures import reason
from reportlint.cli.help import classes
from reportlint.config import OPTIONS, ConfigError
from reportlint.config.files import FILE_NAME
from reportlint.config.options import BY_NAME

HELP = Text(f"在当前文件夹写一份带说明的 {FILE_NAME}", f"write a commented {FILE_NAME} into this folder")
HEAD = Text(
    "reportlint 的配置。每行都是默认值，去掉 # 即可修改。",
    "Settings of reportlint. Every line is a default; remove # to change it.",
)
TAIL = Text(
    """
# 已核实无误、不必再报的文字：
# [[allow]]
# check = "placeholder.mask"   # 编号或类别
# text = "XX讲话精神"          # 原文
# reason = "固定名称"

# 调整级别：
# [severities]
# "residue.layout" = "info"
""",
    """
# Words that were looked at and are right:
# [[allow]]
# check = "placeholder.mask"   # an id or a family
# text = "XX讲话精神"          # as it stands in the draft
# reason = "a fixed name"

# Other severities:
# [severities]
# "residue.layout" = "info"
""",
)


def add(app: typer.Typer, language: str) -> None:
    """Register the command."""

    @app.command("init", cls=classes(language)[0], help=HELP.render(language))
    def init(
        kind: Annotated[str, typer.Option("--kind", help=BY_NAME["kind"].help.render(language))] = "",
        lang: Annotated[str, typer.Option("--lang", hidden=True)] = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        if kind:
            option = BY_NAME["kind"]
            option.parse(kind)
            if kind not in option.choices:
                raise option.no_choice(kind)
        try:
            with open(FILE_NAME, "x", encoding="utf-8", newline="\n") as stream:
                stream.write(template(kind, language))
        except FileExistsError as error:
            raise ConfigError(
                Text(f"{FILE_NAME} 已存在，未作改动", f"{FILE_NAME} exists already; nothing was changed")
            ) from error
        except OSError as error:
            raise ConfigError(
                Text(f"无法写入 {FILE_NAME}：{reason(error).zh}", f"cannot write {FILE_NAME}: {reason(error).en}")
            ) from error
        path = os.path.abspath(FILE_NAME)
        sys.stdout.write(Text(f"已写入 {path}\n", f"wrote {path}\n").render(language))


def template(kind: str, language: str) -> str:
    """The text of the file."""
    lines = [f"# {HEAD.render(language)}", ""]
    for option in OPTIONS:
        if not option.configurable:
            continue
        choices = "（" + "、".join(option.choices) + "）" if language == "zh" else f" ({', '.join(option.choices)})"
        lines.append(f"# {option.help.render(language)}{choices if option.choices else ''}")
        chosen = option.name == "kind" and kind
        value = toml(kind) if chosen else toml(option.shown_default if option.kind == "size" else option.default)
        lines.append(f"{'' if chosen else '# '}{option.key} = {value}")
    return "\n".join(lines) + "\n" + TAIL.render(language)
