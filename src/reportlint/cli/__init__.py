"""The command line. `reportlint FILE…` takes a short way that imports no command-line library.

Checking drafts is what people wait for, so its arguments are parsed here from the option table; everything else
(help, completion, the other commands) is Typer's, fed from the same table.
"""

from __future__ import annotations

import gc
import os
import sys
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_VERSION = frozenset({"--version", "-V", "--verbose", "-v"})


def main() -> None:
    """Entry point of the console script."""
    from reportlint.cli.streams import finish, prepare

    prepare()
    # A run makes little garbage, and looking for it after every 700 objects takes 3 % of the time of a short one.
    gc.set_threshold(50_000)
    arguments = sys.argv[1:]
    try:
        code = dispatch(arguments)
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        code = 1
    except Exception as error:  # noqa: BLE001 - a traceback with status 1 would look like findings
        from reportlint.cli.failures import tell_failure

        tell_failure(error, _language(arguments), os.environ)
        code = 2
    finish(code, _language(arguments))


def _language(arguments: Sequence[str]) -> str:
    """The language for last words; the modules that know may be the ones that fail."""
    after = [argument for argument in arguments if argument in {"--lang=en", "--lang=zh"}]
    given = [value for flag, value in pairwise(arguments) if flag == "--lang"]
    wanted = [*(flag[7:] for flag in after), *given, os.environ.get("REPORTLINT_LANG", "")]
    return "en" if wanted[0] == "en" else "zh"


def dispatch(arguments: Sequence[str]) -> int:
    """Run one command line (without the program's name) and return its exit status."""
    if arguments and _VERSION.issuperset(arguments) and not {"--version", "-V"}.isdisjoint(arguments):
        from reportlint.cli.version import print_version  # nothing else is needed, and scripts ask often

        return print_version(verbose=not {"-v", "--verbose"}.isdisjoint(arguments))
    if "_REPORTLINT_COMPLETE" in os.environ:
        from reportlint.cli.completion import imply_check

        imply_check(os.environ)
        return _typer(arguments)
    from reportlint.cli.arguments import UsageError, wanted_language
    from reportlint.cli.streams import complain

    language = wanted_language(arguments, os.environ)
    try:
        return _run(arguments, language)
    except UsageError as error:
        complain(error.text, language)
        return 2


def _run(arguments: Sequence[str], language: str) -> int:
    """Raises UsageError for a command line that cannot be understood."""
    from reportlint.cli.arguments import must_be_no_slip, note_on_language, parse, split, without_values

    note_on_language(os.environ)
    before = list(arguments[: arguments.index("--")]) if "--" in arguments else list(arguments)
    flags = without_values(before)
    wants_help = not flags.isdisjoint({"--help", "-h"})
    if not wants_help and not flags.isdisjoint({"--show-completion", "--install-completion"}):
        from reportlint.cli.completion import completion

        return completion(before, language)
    command, rest = split(arguments)
    if command == "help" or wants_help:
        words = [word for word in rest if not word.startswith("-")][:1] if command in {"help", "baseline"} else []
        return _typer([*(f"--lang={language}",), *([command] if command not in {"", "help"} else []), *words, "--help"])
    if command == "version" or not flags.isdisjoint({"--version", "-V"}):
        from reportlint.cli.version import print_version

        return print_version(verbose=not flags.isdisjoint({"-v", "--verbose"}))
    if command not in {"", "check"}:
        return _typer([command, *rest])
    parsed = parse(rest)
    if command == "" and "--" not in arguments:
        must_be_no_slip(parsed.paths[0])
    from reportlint.cli.check import check

    return check(parsed.options, parsed.paths)


def _typer(arguments: Sequence[str]) -> int:
    from reportlint.cli.app import run_app

    return run_app(list(arguments))
