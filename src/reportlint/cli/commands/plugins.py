"""`reportlint plugins`: what was loaded, from where, and what went wrong."""

import json
import sys
from typing import Annotated, Any

import typer

from reportlint.check import Text
from reportlint.cli.help import classes
from reportlint.cli.sources import complain_of_plugins, given, open_catalogue, shared
from reportlint.host import Plugin
from reportlint.text.width import display_width, pad

HELP = Text(
    "列出插件、本地检查和规则文件，以及加载时的问题",
    "list plugins, local checks and files of rules, and their problems",
)
AS_JSON = Text("以 JSON 输出", "print JSON")
HEADER = Text("名称|版本|来源|内容|状态", "name|version|origin|brings|state")
ORIGINS = {
    "built-in": Text("内置", "built in"),
    "installed": Text("已安装", "installed"),
    "local": Text("本地", "local"),
    "rules": Text("规则", "rules"),
}


def add(app: typer.Typer, language: str) -> None:
    """Register the command."""

    @app.command("plugins", cls=classes(language)[0], help=HELP.render(language))
    def plugins(  # noqa: PLR0913 - one parameter an option, as Typer wants it
        *,
        as_json: Annotated[bool, typer.Option("--json", help=AS_JSON.render(language))] = False,
        plugins: shared("plugins", language) = "",  # type: ignore[valid-type] # from the option table
        rules: shared("rules", language) = "",  # type: ignore[valid-type]
        config: shared("config", language) = "",  # type: ignore[valid-type]
        without_plugins: shared("without-plugins", language) = "",  # type: ignore[valid-type]
        lang: Annotated[str, typer.Option("--lang", hidden=True)] = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        options = given(plugins=plugins, rules=rules, config=config, without_plugins=without_plugins)
        known, session = open_catalogue(options)
        sys.stdout.write(to_json(known.plugins) if as_json else to_table(known.plugins, language))
        sys.stdout.flush()
        raise typer.Exit(complain_of_plugins(session, language))


def to_table(found: tuple[Plugin, ...], language: str) -> str:
    """One line a plugin, columns aligned by display width."""
    rows = [HEADER.render(language).split("|")]
    rows += [
        [
            plugin.name,
            plugin.version or "-",
            ORIGINS[plugin.origin].render(language),
            _brings(plugin, language),
            Text("有问题", "broken").render(language) if plugin.problems else Text("正常", "ok").render(language),
        ]
        for plugin in found
    ]
    widths = [max(display_width(row[column]) for row in rows) for column in range(4)]
    return "".join(
        "  ".join([*(pad(cell, widths[i]) for i, cell in enumerate(row[:4])), row[4]]) + "\n" for row in rows
    )


def _brings(plugin: Plugin, language: str) -> str:
    counted = (
        (len(plugin.checks), Text("项检查", "checks")),
        (len(plugin.readers), Text("种文件格式", "readers")),
        (len(plugin.reporters), Text("种输出格式", "reporters")),
        (len(plugin.kinds), Text("种报告", "kinds")),
    )
    return "，".join(f"{count} {what.render(language)}" for count, what in counted if count) or "-"


def to_json(found: tuple[Plugin, ...]) -> str:
    """The same for programs, with ids and problems in both languages."""
    data: list[dict[str, Any]] = [
        {
            "name": plugin.name,
            "version": plugin.version,
            "origin": plugin.origin,
            "source": plugin.source,
            "api_version": plugin.api_version,
            "checks": list(plugin.checks),
            "readers": [suffix for reader in plugin.readers for suffix in reader.suffixes],
            "reporters": [reporter.name for reporter in plugin.reporters],
            "kinds": [kind.name for kind in plugin.kinds],
            "problems": [{"zh": problem.zh, "en": problem.en or problem.zh} for problem in plugin.problems],
        }
        for plugin in found
    ]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
