"""`reportlint explain ID`: the reference page of a check."""

import sys
from inspect import cleandoc
from typing import Annotated

import typer

from reportlint.check import Text
from reportlint.cli.commands.config import toml
from reportlint.cli.help import classes, confidence_word, severity_word
from reportlint.cli.sources import complain_of_plugins, given, open_catalogue, shared
from reportlint.config.files import ConfigError
from reportlint.host import Registered, option_defaults
from reportlint.run.selection import aliases
from reportlint.text.nearest import nearest
from reportlint.text.width import showable

HELP = Text("说明一项检查：为什么、反例、正例、选项", "explain a check: why, wrong and right examples, options")
ID = Text("检查项编号，或类别名", "id of a check, or a family")
ENGLISH = "## English"


def add(app: typer.Typer, language: str) -> None:
    """Register the command."""

    @app.command("explain", cls=classes(language)[0], help=HELP.render(language))
    def explain(
        id_: Annotated[str, typer.Argument(metavar="ID", help=ID.render(language))],
        plugins: shared("plugins", language) = "",  # type: ignore[valid-type] # from the option table
        rules: shared("rules", language) = "",  # type: ignore[valid-type]
        config: shared("config", language) = "",  # type: ignore[valid-type]
        lang: Annotated[str, typer.Option("--lang", hidden=True)] = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        known, session = open_catalogue(given(plugins=plugins, rules=rules, config=config))
        registered = known.checks
        name = aliases(registered).get(id_, id_)
        chosen = [entry for entry in registered.values() if name in {entry.id, entry.family}]
        if not chosen:
            complain_of_plugins(session, language)
            near = nearest(id_, [*registered, *{entry.family for entry in registered.values()}])
            raise ConfigError(
                Text(
                    f"没有检查项 {id_}" + (f"，是否想写 {near}？" if near else ""),
                    f"there is no check {id_}" + (f"; did you mean {near}?" if near else ""),
                )
            )
        pages = "\n".join(page(entry, language) for entry in chosen)
        sys.stdout.write("\n".join(showable(line) for line in pages.split("\n")))


def page(entry: Registered, language: str) -> str:
    """The page as text: head, docstring in the wanted language, options."""
    meta = entry.check.meta
    text = cleandoc(vars(entry.check).get("__doc__") or "")
    chinese, _, english = text.partition(ENGLISH)
    examples = chinese[chinese.find("## 反例") :].replace("## 反例", "## Wrong").replace("## 正例", "## Right")
    body = f"{english.strip()}\n\n{examples.rstrip()}" if language == "en" and english else chinese.rstrip()
    words = Text("级别|把握|始于|别名|来自", "severity|confidence|since|aliases|from").render(language).split("|")
    facts = [
        severity_word(meta.severity, language),
        confidence_word(meta.confidence, language),
        meta.since,
        ", ".join(meta.aliases),
        entry.plugin,
    ]
    head = "  ".join(f"{word}: {value}" for word, value in zip(words, facts, strict=True) if value)
    return f"{entry.id}  {meta.title.render(language)}\n{head}\n\n{body}\n{_options(entry, language)}"


def _options(entry: Registered, language: str) -> str:
    if entry.check.Options is None:
        return ""
    lines = [Text("\n## 选项", "\n## Options").render(language), f'    [checks."{entry.id}"]']
    for name, default in option_defaults(entry.check.Options).items():
        lines.append(f"    {name.replace('_', '-')} = {toml(default)}")
    return "\n".join(lines) + "\n"
