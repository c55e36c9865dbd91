"""`reportlint new-plugin NAME` and `reportlint new-check FAMILY.NAME`: files to start from, complete and passing."""

import os
import sys
from typing import Annotated

import typer

from reportlint.check import Text
from reportlint.cli.arguments import UsageError
from reportlint.cli.failures import reason
from reportlint.cli.help import classes
from reportlint.cli.streams import complain
from reportlint.host import RESERVED, load_checks
from reportlint.host.local import FAMILY, TABLES
from reportlint.host.sound import wrong_name
from reportlint.scaffold import advice, home_of, new_check, new_plugin, new_rule

PLUGIN_HELP = Text(
    "新建一个插件：一项检查、一条规则和它们的用例", "start a plugin: one check, one rule, and their tests"
)
CHECK_HELP = Text("新建一项检查和它的用例表", "start a check and its table")
NAME = Text(
    "插件名称（小写字母、数字、连字符），也是其检查的类别", "name of the plugin, which is the family of its checks"
)
ID = Text("检查编号，写作 类别.名称", "id of the check, FAMILY.NAME")
RULE = Text("写成不用编程的规则文件", "a file of rules without code instead")


def add(app: typer.Typer, language: str) -> None:
    """Register the commands."""
    hidden = typer.Option("--lang", hidden=True)

    @app.command("new-plugin", cls=classes(language)[0], help=PLUGIN_HELP.render(language))
    def plugin(
        name: Annotated[str, typer.Argument(metavar="NAME", help=NAME.render(language))],
        lang: Annotated[str, hidden] = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        families = _families()
        if wrong_name(name) or not name.isascii() or not name[0].isalpha():
            zh = f"插件名称 {name} 只能用小写字母、数字和连字符，以字母开头"
            raise UsageError(Text(zh, f"{name}: names have small letters, digits and hyphens, and begin with a letter"))
        if name in families | RESERVED:
            raise UsageError(Text(f"名称 {name} 已被 reportlint 占用", f"the name {name} is taken by reportlint"))
        folder = f"reportlint-{name}"
        if os.path.exists(folder):
            raise UsageError(Text(f"{folder} 已存在，未作改动", f"{folder} exists already; nothing was changed"))
        _write(new_plugin(name), language)
        zh = f"下一步：\n  cd {folder}\n  pip install -e .\n  reportlint test"
        sys.stdout.write(Text(zh, zh.replace("下一步：", "next:")).render(language) + "\n")

    @app.command("new-check", cls=classes(language)[0], help=CHECK_HELP.render(language))
    def check(
        id_: Annotated[str, typer.Argument(metavar="FAMILY.NAME", help=ID.render(language))],
        *,
        rule: Annotated[bool, typer.Option("--rule", help=RULE.render(language))] = False,
        lang: Annotated[str, hidden] = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        family, dot, name = id_.partition(".")
        wrong = wrong_name(family) or wrong_name(name) or _no_family(family)
        if wrong or not dot:
            zh, en = f"检查编号 {id_} 应写作 类别.名称", f"write the id {id_} as FAMILY.NAME"
            raise UsageError(Text(f"{zh}；{wrong.zh}", f"{en}; {wrong.en}") if wrong and dot else Text(zh, en))
        home = home_of(".")
        files = (new_rule if rule else new_check)(home, id_, frozenset(_families()))
        _write(files, language)
        more = advice(home, rule=rule)
        if more:
            complain(more, language)
        sys.stdout.write(
            Text("下一步：改写后运行 reportlint test", "next: edit, then reportlint test").render(language) + "\n"
        )


def _no_family(family: str) -> Text | None:
    if family not in {*RESERVED, TABLES} - {FAMILY}:
        return None
    return Text(f"类别不能叫 {family}", f"a family cannot be called {family}")


def _families() -> set[str]:
    return {entry.family for entry in load_checks().values()}


def _is_rule_file(path: str) -> bool:
    """Whether a file holds rules; that of a table has a dot in its name."""
    return path.endswith(".toml") and os.path.basename(path).count(".") == 1


def _write(files: dict[str, str], language: str) -> None:
    """Write new files, none of which may be there.

    Raises:
        UsageError: when one is, or cannot be written.
    """
    for path in files:
        if os.path.exists(path):
            hint = Text("；要添加规则，请写在其中", "; add the rule to it") if _is_rule_file(path) else Text("")
            zh, en = f"{path} 已存在，未作改动{hint.zh}", f"{path} exists already; nothing was changed{hint.en}"
            raise UsageError(Text(zh, en))
    written: list[str] = []
    try:
        for path in files:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        for path, text in files.items():
            with open(path, "x", encoding="utf-8", newline="\n") as stream:
                written.append(path)
                stream.write(text)
    except OSError as error:
        for path in written:
            os.remove(path)
        why, name = reason(error), error.filename or next(iter(files))
        raise UsageError(Text(f"无法写入 {name}：{why.zh}", f"cannot write {name}: {why.en}")) from error
    for path in written:
        sys.stdout.write(Text(f"已写入 {path}\n", f"wrote {path}\n").render(language))
