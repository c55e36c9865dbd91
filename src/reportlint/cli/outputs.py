"""`--output FORMAT=FILE`: what is to be written, whether it can be, and the writing of it."""

from __future__ import annotations

import os
import stat

from reportlint.check import Text, UserError
from reportlint.cli.failures import reason
from reportlint.cli.report import bytes_of
from reportlint.config import ConfigError
from reportlint.config.options import BY_NAME
from reportlint.reporters import DOCUMENTS, FORMATS, as_document
from reportlint.run.discover import STDIN
from reportlint.run.execute import found_targets
from reportlint.text.frozen import frozen, replace
from reportlint.writing import replace_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.config import Settings
    from reportlint.host import Catalogue
    from reportlint.result import Run
    from reportlint.run import Session

_BINARY = frozenset({".docx", ".doc", ".wps", ".xlsx", ".xls", ".et", ".pdf", ".odt", ".ods"})
"""Names of files that promise what no format of lines is."""


@frozen
class Output:
    """One file to be written."""

    format: str
    path: str


def planned(session: Session, settings: Settings, paths: Sequence[str]) -> tuple[Output, ...]:
    """The files that `--output` asks for; what can be wrong with them, and with `--output-file`, is said here.

    Raises:
        ConfigError: for a format nobody knows, a file that is named twice or is a draft, a folder that is missing;
            and where no findings are reported.
    """
    if settings["output"] and (settings["diff"] or (settings["fix"] and STDIN in paths)):
        shown = "--diff" if settings["diff"] else "--fix -"
        zh, en = (
            f"--output 不能与 {shown} 同用：那时不报告问题",
            f"--output excludes {shown}, which reports no findings",
        )
        raise ConfigError(Text(zh, en))
    catalogue = session.catalogue(settings)
    outputs = tuple(_parsed(words, catalogue) for words in settings["output"])
    for output in outputs:
        _must_be_writable(output.path)
        _must_suit(output.format, output.path)
    if settings["output-file"]:
        main = Output(str(settings["output-format"]), settings["output-file"])
        if as_document(main.format, main.path):
            _must_suit(main.format, main.path)
        all_of_them = (main, *outputs)
    else:
        all_of_them = outputs
    _must_differ(all_of_them)
    _must_be_no_drafts(session, all_of_them, paths)
    return outputs


def write_outputs(outputs: Iterable[Output], run: Run, settings: Settings, catalogue: Catalogue) -> list[Text]:
    """Write the files, each whole or not at all; what went wrong, a line each."""
    wrong: list[Text] = []
    for output in outputs:
        try:
            _write(output.path, bytes_of(output.format, output.path, run, settings, catalogue))
        except UserError as error:
            wrong.append(error.text)
        except OSError as error:
            wrong.append(_unwritten(output.path, reason(error)))
    return wrong


def write_document(path: str, data: bytes) -> None:
    """Write one file, whole or not at all.

    Raises:
        ConfigError: when it cannot be written.
    """
    try:
        _write(path, data)
    except OSError as error:
        raise ConfigError(_unwritten(path, reason(error))) from error
    except UserError as error:
        raise ConfigError(error.text) from error


def _parsed(words: str, catalogue: Catalogue) -> Output:
    name, equals, path = words.partition("=")
    if not equals or not name or not path:
        shown = words[:40]
        raise ConfigError(
            Text(
                f"output 的值“{shown}”不对：应写作 格式=文件，如 html=报告.html",
                f"bad value {shown!r} for output: write FORMAT=FILE, such as html=report.html",
            )
        )
    if name not in FORMATS and name not in catalogue.reporters:
        option = replace(BY_NAME["output-format"], name="output")
        raise ConfigError(option.no_choice(name, ("statistics", *catalogue.reporters)).text)
    if path == STDIN:
        zh, en = f"要在终端显示，请用 -f {name}", f"to see it on the terminal, use -f {name}"
        raise ConfigError(Text(f"output 的值“{words}”不对：{zh}", f"bad value {words!r} for output: {en}"))
    # The shell leaves a tilde alone where it does not begin a word.
    return Output(name, os.path.expanduser(path) if path.startswith("~") else path)


def _must_be_writable(path: str) -> None:
    """Refuse what is certain to fail, before all drafts are checked for nothing."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        folder = os.path.dirname(path) or os.curdir
        if not os.path.isdir(folder):
            raise ConfigError(_unwritten(path, Text(f"没有文件夹 {folder}", f"there is no folder {folder}"))) from None
        return
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else Text("路径无效", "not a valid path")
        raise ConfigError(_unwritten(path, why)) from error
    if stat.S_ISDIR(mode):
        raise ConfigError(_unwritten(path, Text("是文件夹，不是文件", "is a folder, not a file")))


def _must_suit(name: str, path: str) -> None:
    """Refuse a name that promises something else, and a document that nothing here can write."""
    module = as_document(name, path)
    why: Text | None = module.unavailable() if module else None
    if why:
        raise ConfigError(_unwritten(path, why))
    suffix = os.path.splitext(path)[1].lower()
    # Word and Excel open web pages under their own suffixes, and people make use of it.
    if module is None and name in FORMATS and name != "html" and suffix in _BINARY:
        can = f"，可写成 {DOCUMENTS[name]} 或 .csv" if name in DOCUMENTS else ""
        or_ = f"; it can be {DOCUMENTS[name]} or .csv" if name in DOCUMENTS else ""
        raise ConfigError(
            _unwritten(path, Text(f"{name} 格式不是 {suffix} 文件{can}", f"{name} is no {suffix} file{or_}"))
        )


def _must_differ(outputs: Iterable[Output]) -> None:
    seen: set[object] = set()
    for output in outputs:
        key = _identity(output.path)
        if key in seen and not _is_stream(output.path):
            zh, en = f"两个输出不能写进同一个文件 {output.path}", f"two outputs cannot be one file: {output.path}"
            raise ConfigError(Text(zh, en))
        seen.add(key)


def _must_be_no_drafts(session: Session, outputs: Iterable[Output], paths: Sequence[str]) -> None:
    """Refuse to write over a draft, or what looks like one in a folder that is checked.

    Raises:
        ConfigError: likewise.
    """
    by_identity = {_identity(output.path): output.path for output in outputs if not _is_stream(output.path)}
    named = [path for path in paths if path != STDIN]
    for path in named:
        found = by_identity.get(_identity(path))
        if found is not None:
            raise ConfigError(
                Text(f"不能把结果写进草稿 {found}", f"the findings cannot be written into the draft {found}")
            )
    if not any(os.path.exists(path) for path in by_identity.values()):
        return
    for target in found_targets(session, paths):
        found = by_identity.get(_identity(target.path)) if target.path != STDIN else None
        if found is not None:
            raise ConfigError(
                Text(
                    f"不能把结果写进 {found}：它也在要检查的文件里；请换个文件名，或写到别的文件夹",
                    f"the findings cannot be written into {found}: it would be checked, too; choose another place",
                )
            )


def _identity(path: str) -> object:
    """What two names of one file have in common."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return os.path.normcase(os.path.realpath(path))
    return status.st_dev, status.st_ino


def _is_stream(path: str) -> bool:
    """Whether something takes what is written as it comes: /dev/stderr, or >(command) of a shell."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def _write(path: str, data: bytes) -> None:
    """Write a file.

    Raises:
        WritingError: for one that is write-protected, or no ordinary file.
        OSError: when it cannot be written.
    """
    if _is_stream(path):
        with open(path, "wb") as stream:
            stream.write(data)
    else:
        replace_file(path, data)


def _unwritten(path: str, why: Text) -> Text:
    return Text(f"无法写入 {path}：{why.zh}", f"cannot write {path}: {why.en}")
