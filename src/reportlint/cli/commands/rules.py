"""`reportlint rules`: every check in one table."""

import json
import sys
from typing import Annotated

import typer

from reportlint.check import Text
from reportlint.cli.help import classes, confidence_word, severity_word
from reportlint.cli.sources import complain_of_plugins, given, open_catalogue, shared
from reportlint.host import Registered, option_defaults
from reportlint.text.width import pad, showable

HELP = Text("列出所有检查项", "list all checks")
AS_JSON = Text("以 JSON 输出", "print JSON")
HEADER = Text("编号|级别|把握|默认|内容", "id|severity|confidence|default|title")


def add(app: typer.Typer, language: str) -> None:
    """Register the command."""

    @app.command("rules", cls=classes(language)[0], help=HELP.render(language))
    def rules(
        *,
        as_json: Annotated[bool, typer.Option("--json", help=AS_JSON.render(language))] = False,
        plugins: shared("plugins", language) = "",  # type: ignore[valid-type] # from the option table
        rules: shared("rules", language) = "",  # type: ignore[valid-type]
        config: shared("config", language) = "",  # type: ignore[valid-type]
        lang: Annotated[str, typer.Option("--lang", hidden=True)] = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        known, session = open_catalogue(given(plugins=plugins, rules=rules, config=config))
        entries = list(known.checks.values())
        sys.stdout.write(to_json(entries) if as_json else to_table(entries, language))
        sys.stdout.flush()
        raise typer.Exit(complain_of_plugins(session, language))


def to_table(entries: list[Registered], language: str) -> str:
    """One line a check, columns aligned by display width."""
    rows = [HEADER.render(language).split("|")]
    rows += [
        [
            entry.id,
            severity_word(entry.check.meta.severity, language),
            confidence_word(entry.check.meta.confidence, language),
            "✓" if entry.check.meta.default else "-",
            showable(entry.check.meta.title.render(language)),
        ]
        for entry in entries
    ]
    from reportlint.text.width import display_width

    widths = [max(display_width(row[column]) for row in rows) for column in range(4)]
    return "".join(
        "  ".join([*(pad(cell, widths[i]) for i, cell in enumerate(row[:4])), row[4]]) + "\n" for row in rows
    )


def to_json(entries: list[Registered]) -> str:
    """The same with both languages and all aliases."""
    data = [
        {
            "id": entry.id,
            "family": entry.family,
            "title": {"zh": entry.check.meta.title.zh, "en": entry.check.meta.title.en},
            "severity": entry.check.meta.severity.label,
            "confidence": entry.check.meta.confidence.label,
            "default": entry.check.meta.default,
            "plugin": entry.plugin,
            "since": entry.check.meta.since,
            "aliases": list(entry.check.meta.aliases),
            "options": sorted(option_defaults(entry.check.Options)),
        }
        for entry in entries
    ]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
