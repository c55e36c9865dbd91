"""`reportlint test`: try the tables and examples of checks."""

import os
import sys
from typing import Annotated

import typer

from reportlint.check import Text
from reportlint.cli.help import classes
from reportlint.cli.sources import given, shared
from reportlint.cli.streams import complain
from reportlint.run.proof import Proof, project_of, prove
from reportlint.text.width import showable

HELP = Text(
    "运行检查的用例表和规则自带的例子；退出码 0 全部通过，1 有不符，2 未能测试",
    "try tables and examples of checks; exit status 0 all passed, 1 some did not, 2 could not try",
)
PATHS = Text(
    "用例表、规则文件或文件夹；默认为本地检查、规则和插件的全部用例",
    "tables, files of rules or folders; default: all of local checks, rules and plugins",
)


def add(app: typer.Typer, language: str) -> None:
    """Register the command."""

    @app.command("test", cls=classes(language)[0], help=HELP.render(language))
    def test(
        paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]…", help=PATHS.render(language))] = None,
        plugins: shared("plugins", language) = "",  # type: ignore[valid-type] # from the option table
        rules: shared("rules", language) = "",  # type: ignore[valid-type]
        config: shared("config", language) = "",  # type: ignore[valid-type]
        lang: Annotated[str, typer.Option("--lang", hidden=True)] = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        if not (paths or plugins or rules or config):
            os.chdir(project_of(os.getcwd()))
        proof = prove(paths or [], given(plugins=plugins, rules=rules, config=config))
        sys.stdout.write(to_text(proof, language))
        sys.stdout.flush()
        for problem in proof.problems:
            complain(problem, language)
        if not proof.results and not proof.problems:
            complain(Text("没有找到用例", "no case was found"), language)
        raise typer.Exit(_status(proof))


def _status(proof: Proof) -> int:
    if proof.problems or not proof.results:
        return 2
    return int(any(result.wrong for result in proof.results))


def to_text(proof: Proof, language: str) -> str:
    """One line a check, what failed below it, and a summary."""
    lines = []
    colon = Text("：", ": ").render(language)
    for id_ in dict.fromkeys(result.check for result in proof.results):
        mine = [result for result in proof.results if result.check == id_]
        failed = [result for result in mine if result.wrong]
        cases = Text(f"{len(mine)} 例", f"{len(mine)} cases").render(language)
        lines.append(f"{'✗' if failed else '✓'} {id_}  {cases}")
        lines += [f"    {result.name}{colon}{text.render(language)}" for result in failed for text in result.wrong]
    for id_ in proof.untried:
        lines.append(f"- {id_}  {Text('没有用例', 'no cases').render(language)}")
    failed_count = sum(bool(result.wrong) for result in proof.results)
    total = len(proof.results)
    if total:
        untried = len(proof.problems)
        zh, en = f"共 {total} 例，{failed_count} 例不符", f"{total} cases, {failed_count} failed"
        zh, en = (f"{zh}；另有 {untried} 处未能测试", f"{en}; {untried} could not be tried") if untried else (zh, en)
        zh, en = f"{zh}。", f"{en}."
        lines.append(Text(zh, en).render(language))
    return "".join(showable(line) + "\n" for line in lines)
