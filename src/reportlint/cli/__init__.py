"""The command line. `reportlint FILE…` takes a short way that imports no command-line library.

Checking drafts is what people wait for, so its arguments are parsed here from the option table; everything else
(help, completion, the other commands) is Typer's, fed from the same table.
"""

from __future__ import annotations

import os
import sys
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("check", "rules", "explain", "config", "init", "baseline")
_TYPER = {"--help", "-h", "--install-completion", "--show-completion"}


def main() -> None:
    """Entry point of the console script."""
    from reportlint.cli.streams import finish, prepare

    prepare()
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
    before = list(arguments[: arguments.index("--")]) if "--" in arguments else list(arguments)
    if "_REPORTLINT_COMPLETE" in os.environ or _TYPER.intersection(before):
        return _typer(arguments)
    if "--version" in before or "-V" in before:
        from reportlint.cli.version import print_version

        return print_version(verbose=bool({"-v", "--verbose"}.intersection(before)))
    if arguments and arguments[0] in COMMANDS[1:]:
        return _typer(arguments)
    from reportlint.cli.arguments import UsageError, parse, wanted_language
    from reportlint.cli.streams import complain

    try:
        parsed = parse(arguments[1:] if arguments and arguments[0] == "check" else arguments)
    except UsageError as error:
        complain(error.text, wanted_language(arguments, os.environ))
        return 2
    from reportlint.cli.check import check

    return check(parsed.options, parsed.paths)


def _typer(arguments: Sequence[str]) -> int:
    from reportlint.cli.app import run_app

    return run_app(list(arguments))
