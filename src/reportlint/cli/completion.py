"""`--show-completion` and `--install-completion`: the scripts are Typer's, the words about them are ours."""

from __future__ import annotations

import os
import re
import sys

from typer._completion_shared import get_completion_script, install

from reportlint.check import Text
from reportlint.cli.arguments import COMMANDS, UsageError
from reportlint.text.nearest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
FLAGS = ("--show-completion", "--install-completion")
VARIABLE = "_REPORTLINT_COMPLETE"
_FIRST = re.compile(r"(\S+(\s+))(\S*)(\s)?")


def completion(arguments: Sequence[str], language: str) -> int:
    """Print or install the script for the shell that is named, else for the user's own.

    Raises:
        UsageError: for a shell nobody knows.
        OSError: when it cannot be installed.
    """
    number = next(i for i, argument in enumerate(arguments) if argument.partition("=")[0] in FLAGS)
    flag, _, named = arguments[number].partition("=")
    following = arguments[number + 1 : number + 2]
    shell = named or next((word for word in following if not word.startswith("-")), "") or _own_shell()
    if shell not in SHELLS:
        near = nearest(shell, SHELLS)
        hint = Text(f"，是否想写 {near}？", f"; did you mean {near}?") if near else Text("", "")
        zh, en = f"没有 {shell} 的补全脚本，可选：{'、'.join(SHELLS)}", f"no completion for {shell}, only for "
        raise UsageError(Text(zh + hint.zh, en + ", ".join(SHELLS) + hint.en))
    if flag == FLAGS[0]:
        script = get_completion_script(prog_name="reportlint", complete_var=VARIABLE, shell=shell)
        sys.stdout.write(script + "\n")
        return 0
    _, path = install(shell, "reportlint", VARIABLE)
    done = Text(
        f"已为 {shell} 安装命令补全：{path}\n重新打开终端后生效",
        f"completion for {shell}: {path}\nopen a new terminal to use it",
    )
    sys.stdout.write(done.render(language) + "\n")
    return 0


def imply_check(environment: MutableMapping[str, str]) -> None:
    """Put `check` before what is being completed when no command stands there, as it is when the program runs."""
    for name in ("COMP_WORDS", "_TYPER_COMPLETE_ARGS"):
        first = _FIRST.match(environment.get(name, ""))
        if first and (first[3].startswith("-") or (first[4] and first[3] not in COMMANDS)):
            environment[name] = f"{first[1]}check{first[2]}{environment[name][first.start(3) :]}"
            count = environment.get("COMP_CWORD", "")
            if name == "COMP_WORDS" and count.isdigit():
                environment["COMP_CWORD"] = str(int(count) + 1)


def _own_shell() -> str:
    name = os.path.basename(os.environ.get("SHELL", ""))
    return name or ("powershell" if os.name == "nt" else "bash")
