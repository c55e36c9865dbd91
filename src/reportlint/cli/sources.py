"""Options that several commands share: where plugins and rules are from."""

import os
from typing import Annotated, Any

import typer

from reportlint.cli.streams import complain
from reportlint.config.options import BY_NAME
from reportlint.host import Catalogue
from reportlint.run import Session


def shared(name: str, language: str) -> Any:
    """The annotation of a shared option, from the option table."""
    option = BY_NAME[name]
    declared = typer.Option(f"--{name}", metavar=option.metavar, help=option.help.render(language))
    return Annotated[str, declared]


def given(**values: str) -> dict[str, object]:
    """Options that were given, as `Session` wants them."""
    named = {name.replace("_", "-"): value for name, value in values.items() if value}
    return {name: BY_NAME[name].parse(value) for name, value in named.items()}


def open_catalogue(options: dict[str, object]) -> tuple[Catalogue, Session]:
    """All checks there are in the current folder.

    Raises:
        ConfigError: when its configuration cannot be used.
    """
    session = Session(options, os.environ)
    return session.catalogue(session.settings("draft.txt")), session


def complain_of_plugins(session: Session, language: str) -> int:
    """Say what is wrong with plugins; the exit status that follows from it."""
    for problem in session.problems():
        complain(problem, language)
    return 2 if session.problems() else 0
