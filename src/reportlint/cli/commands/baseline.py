"""`reportlint baseline write|prune FILE PATH…`: accept what is there now, forget what is gone."""

import os
import sys
from typing import Annotated

import typer

from reportlint.check import Text
from reportlint.cli.check import must_be_ordinary, tell
from reportlint.cli.failures import reason
from reportlint.cli.help import classes
from reportlint.cli.sources import given, shared
from reportlint.cli.streams import complain
from reportlint.config import ConfigError
from reportlint.engine import baseline as store
from reportlint.engine.baseline import Baseline
from reportlint.result import Run
from reportlint.run import Session, execute
from reportlint.writing import WritingError, replace_file

HELP = Text("管理基线：记下现有问题，以后只报新的", "baselines: accept what is found now, report only what is new")
WRITE = Text("把现有的问题全部记入基线文件", "write everything found now into the baseline file")
PRUNE = Text("从基线文件中去掉已经改好的问题", "drop from the baseline file what is no longer found")
FILE = Text("基线文件，如 .reportlint-baseline.json", "the baseline file, e.g. .reportlint-baseline.json")
PATHS = Text("草稿或文件夹，默认为当前文件夹", "drafts or folders; default: this folder")


def add(app: typer.Typer, language: str) -> None:
    """Register the command with its two parts."""
    command, group_class = classes(language)
    group = typer.Typer(cls=group_class, help=HELP.render(language), no_args_is_help=True, rich_markup_mode=None)
    file = Annotated[str, typer.Argument(metavar="FILE", help=FILE.render(language))]
    paths = Annotated[list[str] | None, typer.Argument(metavar="[PATH]…", help=PATHS.render(language))]
    lang = Annotated[str, typer.Option("--lang", hidden=True)]

    def write(  # noqa: PLR0913, PLR0917 - one parameter an option, as Typer wants it
        file: file,
        paths: paths = None,
        plugins: shared("plugins", language) = "",  # type: ignore[valid-type] # from the option table
        rules: shared("rules", language) = "",  # type: ignore[valid-type]
        config: shared("config", language) = "",  # type: ignore[valid-type]
        lang: lang = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        run, known = _run(file, paths, given(plugins=plugins, rules=rules, config=config))
        if run.problems:
            raise typer.Exit(_unchanged(run, file, language))
        accepted = store.record(run, known)
        _save(file, accepted)
        sys.stdout.write(
            Text(f"{file}：记入 {accepted.size} 处问题\n", f"{file}: {accepted.size} findings accepted\n").render(
                language
            )
        )
        raise typer.Exit(_finish(run, language))

    def prune(  # noqa: PLR0913, PLR0917 - as above
        file: file,
        paths: paths = None,
        plugins: shared("plugins", language) = "",  # type: ignore[valid-type] # from the option table
        rules: shared("rules", language) = "",  # type: ignore[valid-type]
        config: shared("config", language) = "",  # type: ignore[valid-type]
        lang: lang = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        must_be_ordinary(file)
        known = store.read(file)
        run, _ = _run(file, paths, given(plugins=plugins, rules=rules, config=config))
        if run.problems:
            raise typer.Exit(_unchanged(run, file, language))
        left = store.prune(run, known)
        _save(file, left)
        gone = known.size - left.size
        sys.stdout.write(
            Text(
                f"{file}：去掉 {gone} 处，还有 {left.size} 处\n", f"{file}: {gone} dropped, {left.size} left\n"
            ).render(language)
        )
        raise typer.Exit(_finish(run, language))

    group.command("write", cls=command, help=WRITE.render(language))(write)
    group.command("prune", cls=command, help=PRUNE.render(language))(prune)
    app.add_typer(group, name="baseline")


def _run(file: str, paths: list[str] | None, options: dict[str, object]) -> tuple[Run, Baseline]:
    """A run with fingerprints that no baseline hides anything from, and what the file holds so far."""
    must_be_ordinary(file)
    known = store.read(file) if os.path.exists(file) else store.empty(file)
    session = Session({**options, "baseline": ""}, os.environ, fingerprints=True)
    return execute(session, paths or ["."]), known


def _save(file: str, baseline: Baseline) -> None:
    try:
        replace_file(file, store.render(baseline))
    except WritingError as error:
        raise ConfigError(error.text) from error
    except OSError as error:
        raise ConfigError(
            Text(f"无法写入 {file}：{reason(error).zh}", f"cannot write {file}: {reason(error).en}")
        ) from error


def _unchanged(run: Run, file: str, language: str) -> int:
    """Say that not all checks could be loaded: what they would have found would be lost from the file."""
    tell(run, language)
    zh, en = "有检查未能加载，没有改动", "not all checks could be loaded; not changed"
    complain(Text(f"{file}：{zh}", f"{file}: {en}"), language)
    return 2


def _finish(run: Run, language: str) -> int:
    tell(run, language)
    return 2 if run.incomplete else 0
