"""The command `check`: run, report, and the exit status."""

from __future__ import annotations

import os
import sys
import time

from reportlint.check import Text, UserError
from reportlint.cli.report import lines_of, wishes
from reportlint.cli.streams import complain
from reportlint.config import ConfigError
from reportlint.engine.baseline import BaselineError
from reportlint.reporters import COLOURLESS, QUOTING, ReporterError, as_document, write
from reportlint.run import Session, execute
from reportlint.run.discover import STDIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reportlint.cli.outputs import Output
    from reportlint.config import Settings
    from reportlint.host import Catalogue
    from reportlint.result import Run


def check(options: Mapping[str, object], paths: Sequence[str]) -> int:
    """Check the paths with options from the command line; the exit status is 0, 1 or 2."""
    if not options.get("redact"):
        return _check(options, paths)
    try:
        return _check(options, paths)
    except (OSError, UserError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, its words may be those of a draft
        from reportlint.redacting import unquoted_error

        raise unquoted_error(error) from None


def _check(options: Mapping[str, object], paths: Sequence[str]) -> int:
    began = time.perf_counter()
    language = str(options.get("lang") or os.environ.get("REPORTLINT_LANG") or "zh")
    session = Session(options, os.environ)
    try:
        settings = session.settings(paths[0] if not os.path.isdir(paths[0]) else os.path.join(paths[0], "x"))
        language = settings.language
        _refuse(settings, options, paths)
        outputs = _outputs(session, settings, paths)
        failed = False
        if options.get("fix") or options.get("diff"):
            from reportlint.cli.fix import fix

            code, failed = fix(session, settings, paths)
            if code is not None:
                return code
        run = execute(session, paths, _progress(settings))
        if settings["redact"]:
            from reportlint.redacting import redacted

            run = redacted(run)
        failed = _report_all(run, outputs, settings, session.catalogue(settings)) or failed
    except (ConfigError, BaselineError) as error:
        for text in (*_sayable(session.problems(), options), error.text):
            complain(text, language)
        return 2
    sys.stdout.flush()
    tell(run, settings.language, notes=not settings["quiet"])
    if settings["verbose"]:
        _describe(run, settings, time.perf_counter() - began)
    return 2 if failed else run.exit_code(settings.fail_on)


def _outputs(session: Session, settings: Settings, paths: Sequence[str]) -> Sequence[Output]:
    """The files to be written beside the report; what is wrong with them is said before anything is checked.

    Raises:
        ConfigError: likewise.
    """
    if not settings["output"] and not settings["output-file"]:
        return ()
    from reportlint.cli.outputs import planned

    return planned(session, settings, paths)


def _sayable(problems: tuple[Text, ...], options: Mapping[str, object]) -> tuple[Text, ...]:
    """What is wrong with plugins, without a word of a draft where none may be quoted."""
    if not options.get("redact"):
        return problems
    from reportlint.redacting import unquoted

    return tuple(map(unquoted, problems))


def _report_all(run: Run, outputs: Sequence[Output], settings: Settings, catalogue: Catalogue) -> bool:
    """Write the files, then the report; whether one of them failed.

    Raises:
        ConfigError: when the file of the report cannot be written.
    """
    wrong: list[Text] = []
    if outputs:
        from reportlint.cli.outputs import write_outputs

        # Before anything is printed: whoever reads it may have enough, and close the pipe.
        wrong = write_outputs(outputs, run, settings, catalogue)
    for text in wrong:
        complain(text, settings.language)
    try:
        _report(run, settings, catalogue)
    except ReporterError as error:
        complain(error.text, settings.language)
        return True
    return bool(wrong)


def _report(run: Run, settings: Settings, catalogue: Catalogue) -> None:
    """Write the findings to standard output, or to the file the user named.

    Raises:
        ConfigError: when that file cannot be written.
        ReporterError: when the output format is a plugin's, and broke.
    """
    name = "statistics" if settings["statistics"] else str(settings["output-format"])
    path = settings["output-file"]
    if path and as_document(name, path):
        from reportlint.cli.outputs import write_document
        from reportlint.cli.report import bytes_of

        write_document(path, bytes_of(name, path, run, settings, catalogue))
        return
    wanted = wishes(name, settings, catalogue, to_file=bool(path))
    lines = lines_of(name, run, wanted, settings, catalogue)
    if not path:
        write(lines, sys.stdout, coloured=wanted.colour)
        return
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            write(lines, stream, coloured=False)
    except OSError as error:
        from reportlint.cli.failures import reason

        raise ConfigError(
            Text(f"无法写入 {path}：{reason(error).zh}", f"cannot write {path}: {reason(error).en}")
        ) from error


def tell(run: Run, language: str, *, notes: bool = True) -> None:
    """On standard error: what could not be done and, with `notes`, what the user should know."""
    if any(file.failures for file in run.files):
        from reportlint.cli.failures import broken
    for file in run.files:
        if file.error:
            complain(Text(f"{file.path}：{file.error.zh}", f"{file.path}: {file.error.en}"), language)
        for failure in file.failures:
            complain(broken(file.path, failure), language)
    for text in (*run.problems, *(run.notes if notes else ())):
        complain(text, language)


def _describe(run: Run, settings: Settings, seconds: float) -> None:
    """What --verbose adds: configuration, checks, time."""
    config = next((origin for origin in settings.origins.values() if origin.endswith(".toml")), "-")
    checks = ", ".join(run.checks_run)
    for text in (
        Text(f"配置文件：{config}", f"configuration: {config}"),
        Text(f"检查项：{checks}", f"checks: {checks}"),
        Text(f"用时 {seconds:.2f} 秒", f"took {seconds:.2f} s"),
    ):
        complain(text, settings.language)


def _refuse(settings: Settings, options: Mapping[str, object], paths: Sequence[str]) -> None:
    """Refuse what cannot go together or may never end.

    Raises:
        BaselineError: when the baseline is no ordinary file.
        ConfigError: when a table is wanted in a format for programs, or a draft both shown and not quoted.
    """
    if settings["baseline"]:
        must_be_ordinary(os.path.join("" if options.get("baseline") else settings.root, settings["baseline"]))
    if settings["statistics"] and settings["output-format"] in COLOURLESS:
        zh, en = "--statistics 只用于 full 和 concise 格式", "--statistics is for the formats full and concise only"
        raise ConfigError(Text(zh, en))
    if settings["redact"]:
        shown = _what_shows_drafts(settings, paths)
        if shown:
            zh, en = (
                f"--redact 不能与 {shown} 同用：它会显示草稿原文",
                f"--redact excludes {shown}, which shows the draft",
            )
            raise ConfigError(Text(zh, en))


def _what_shows_drafts(settings: Settings, paths: Sequence[str]) -> str:
    """What was asked for that cannot but show the drafts, as it stands on the command line; empty without any."""
    if settings["diff"]:
        return "--diff"
    if settings["fix"] and STDIN in paths:
        return "--fix -"
    if settings["output-format"] in QUOTING and not settings["statistics"]:
        return f"-f {settings['output-format']}"
    outputs = (output for output in settings["output"] if output.partition("=")[0] in QUOTING)
    return next((f"--output {output}" for output in outputs), "")


def must_be_ordinary(path: str) -> None:
    """Refuse a baseline that is a device, a pipe or a folder: reading one may never end.

    Raises:
        BaselineError: when it exists and is no ordinary file.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        raise BaselineError(Text(f"基线文件 {path} 不是普通文件", f"the baseline {path} is not an ordinary file"))


def _progress(settings: Settings) -> Callable[[int, int], None] | None:
    """A progress bar, if somebody is there to look at it."""
    if settings["quiet"] or not sys.stderr.isatty():
        return None
    from reportlint.cli.progress import Bar

    return Bar(Text("检查中", "checking").render(settings.language))
