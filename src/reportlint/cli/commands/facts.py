"""`reportlint facts DRAFT`: what the tool understood of a draft."""

import enum
import json
import os
import sys
from typing import Annotated

import typer

from reportlint.check import Text
from reportlint.cli.facts_data import understood
from reportlint.cli.facts_table import to_table
from reportlint.cli.help import classes
from reportlint.cli.streams import complain, width_of
from reportlint.config import OPTIONS, ConfigError
from reportlint.config.options import BY_NAME
from reportlint.run import Session
from reportlint.run.load import UnreadableError, load_bytes

HELP = Text(
    "显示对一份草稿的理解：种类、年份、本地、地名、提纲、占位符、数量……",
    "show what was understood of a draft: kind, years, places, outline, masks, quantities…",
)
DRAFT = Text("草稿，或 - 表示标准输入", "a draft, or - for standard input")
FORMAT = Text("输出格式（默认 table）", "output format (default: table)")
MOST = Text("每类最多列出几处（默认 20；JSON 总是全部）", "rows of each list at most (default: 20; JSON has all)")
_SHARED = {option.name: option.help for option in OPTIONS}
_MOST = 20


class Format(enum.StrEnum):
    """For people, or for programs."""

    TABLE = "table"
    JSON = "json"


def add(app: typer.Typer, language: str) -> None:
    """Register the command."""
    kinds = next(option.choices for option in OPTIONS if option.name == "kind")

    def shared(name: str) -> str:
        return _SHARED[name].render(language)

    @app.command("facts", cls=classes(language)[0], help=HELP.render(language))
    def facts(  # noqa: PLR0913 - one parameter an option, as Typer wants it
        draft: Annotated[str, typer.Argument(metavar="DRAFT", help=DRAFT.render(language))],
        *,
        output_format: Annotated[
            Format, typer.Option("--output-format", "-f", metavar="table|json", help=FORMAT.render(language))
        ] = Format.TABLE,
        most: Annotated[int, typer.Option("--most", min=0, metavar="N", help=MOST.render(language))] = _MOST,
        kind: Annotated[str, typer.Option("--kind", metavar="|".join(kinds), help=shared("kind"))] = "",
        home: Annotated[str, typer.Option("--home", metavar="PLACE", help=shared("home"))] = "",
        places: Annotated[str, typer.Option("--places", metavar="PLACE,…", help=shared("places"))] = "",
        stdin_filename: Annotated[
            str, typer.Option("--stdin-filename", metavar="NAME", help=shared("stdin-filename"))
        ] = "",
        config: Annotated[str, typer.Option("--config", metavar="FILE", help=shared("config"))] = "",
        isolated: Annotated[bool, typer.Option("--isolated", help=shared("isolated"))] = False,
        lang: Annotated[str, typer.Option("--lang", hidden=True)] = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        given = {
            "kind": kind,
            "home": home,
            "places": places,
            "stdin-filename": stdin_filename,
            "config": config,
            "isolated": isolated,
        }
        options = {name: BY_NAME[name].parse(value) for name, value in given.items() if value}
        session = Session(options, os.environ)
        settings = session.settings(draft)
        for note in session.notes:
            complain(note, language)
        try:
            document = session.document(draft, load_bytes(draft, settings), settings)
        except UnreadableError as error:
            raise ConfigError(Text(f"{draft}：{error.text.zh}", f"{draft}: {error.text.en}")) from error
        data = understood(document)
        if output_format is Format.JSON:
            sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        else:
            sys.stdout.write(to_table(data, language, width_of(sys.stdout, os.environ), most))
