"""`--fix` and `--diff`: what is safe is mended, then what is left is reported."""

from __future__ import annotations

import sys

from reportlint.check import Safety, Text
from reportlint.cli.failures import broken, reason
from reportlint.cli.patch import can_be_patched, to_apply, to_show
from reportlint.cli.rewriters import rewriter
from reportlint.cli.streams import complain
from reportlint.config import ConfigError
from reportlint.fixing import Fixed, fix_until_stable
from reportlint.run.discover import STDIN
from reportlint.run.execute import found_targets, skipped
from reportlint.run.load import UnreadableError, load_bytes
from reportlint.text.frozen import frozen, replace
from reportlint.writing import WritingError, diff, replace_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.cli.rewriters import Rewriter
    from reportlint.config import Settings
    from reportlint.diagnostic import Failure
    from reportlint.document import Document
    from reportlint.engine import Diagnostic
    from reportlint.run import Session


@frozen
class Outcome:
    """What became of one file, or of all.

    Attributes:
        applied: fixes made (or, with --diff, that would be made).
        unsafe: fixes left that only --unsafe-fixes would make.
        failed: whether something could not be read or written.
    """

    applied: int = 0
    unsafe: int = 0
    failed: bool = False


@frozen
class Settled:
    """What came of fixing one draft in memory.

    Attributes:
        fixed: the text.
        unsafe: how many fixes are left in it that want a look first.
        failures: checks that broke.
        restless: ids of checks whose fixes do not settle, and were not made.
    """

    fixed: Fixed
    unsafe: int
    failures: tuple[Failure, ...]
    restless: tuple[str, ...]


def fix(session: Session, settings: Settings, paths: Sequence[str]) -> tuple[int | None, bool]:
    """Fix the drafts of the paths, or show how.

    Standard input is not written anywhere: its fixed text goes to standard output. Files that cannot be read are left
    to the report that follows.

    Returns:
        The exit status, or None when the findings left are to be reported; and whether something failed.

    Raises:
        OSError: when standard output cannot be written.
    """
    showing = bool(settings["diff"])
    targets = [target for target in found_targets(session, paths) if not skipped(session, target)]
    outcomes = [_fix_one(session, settings, target.path) for target in targets]
    applied = sum(outcome.applied for outcome in outcomes)
    unsafe = sum(outcome.unsafe for outcome in outcomes)
    failed = any(outcome.failed for outcome in outcomes)
    if not settings["quiet"]:
        if applied and not showing and STDIN not in paths:
            complain(Text(f"已自动修改 {applied} 处", f"{applied} fixes applied"), settings.language)
            for copy in session.copies.values():
                zh, en = f"已写入 {copy}（原文件未动）", f"written to {copy} (the draft itself is as it was)"
                complain(Text(zh, en), settings.language)
        if unsafe:
            complain(
                Text(f"另有 {unsafe} 处修改需加 --unsafe-fixes", f"{unsafe} more fixes with --unsafe-fixes"),
                settings.language,
            )
    if showing or STDIN in paths:
        for problem in session.problems():
            complain(problem, settings.language)
        failed = failed or bool(session.problems())
        return 2 if failed else int(showing and applied > 0), failed
    return None, failed


def _fix_one(session: Session, overall: Settings, path: str) -> Outcome:
    silent = not overall["diff"] and path != STDIN  # the report that follows says what is wrong
    try:
        settings = session.settings(path)
        session.selected(settings)
        data = load_bytes(path, settings)
        document = session.document(path, data, settings)
    except (ConfigError, UnreadableError) as error:
        if silent:
            return Outcome()
        _complain_of(path, error.text, overall)
        return Outcome(failed=True)
    way = rewriter(session, settings, path, (document, data))
    try:
        settled = _settle(session, settings, way)
    except UnreadableError as error:
        _complain_of(path, error.text, settings)
        return Outcome(failed=True)
    _tell(path, () if silent else settled.failures, settings)
    if settled.restless:
        names = ", ".join(settled.restless)
        words = Text(
            f"{names} 的修改互相抵触，未作这些改动", f"the fixes of {names} do not settle; these were not made"
        )
        _complain_of(path, words, settings)
    if not settled.fixed.settled or not _write(way, settled.fixed, settings):
        return Outcome(failed=True)
    if settled.fixed.applied and way.target != path and silent:
        session.copies[path] = way.target
    return Outcome(settled.fixed.applied, settled.unsafe, failed=bool(settled.failures or settled.restless))


def _write(way: Rewriter, fixed: Fixed, settings: Settings) -> bool:
    """Show or write what the fixes make of a draft; whether that could be done."""
    why: Text | None = None
    try:
        if settings["diff"]:
            _show(way, fixed, settings)
        elif way.path == STDIN:
            _print(way.written(fixed) if fixed.applied else way.data)
        elif fixed.source != way.document.source:
            why = _replace(way.target, way.written(fixed), way.data if way.target == way.path else None)
    except WritingError as error:
        why = error.text
    if why:
        _complain_of(way.path, why, settings)
    return why is None


def _tell(path: str, failures: Iterable[Failure], settings: Settings) -> None:
    for failure in failures:
        complain(broken(path, failure), settings.language)


def _settle(session: Session, settings: Settings, way: Rewriter) -> Settled:
    """The fixed text; checks whose fixes do not settle are left out, so that they do not cost those of the others.

    Raises:
        UnreadableError: when the reader of a plugin cannot read what it could read before a fix.
    """
    at_least = Safety.UNSAFE if settings["unsafe-fixes"] else Safety.SAFE
    last: list[Diagnostic] = []
    failures: dict[str, Failure] = {}
    restless: set[str] = set()

    def check_again(draft: Document) -> Iterable[Diagnostic]:
        inspection = session.inspect(draft, settings, grouped=False)
        failures.update({failure.check: failure for failure in inspection.failures})
        last[:] = inspection.diagnostics
        return [replace(d, fix=None) if d.check in restless else d for d in last] if restless else last

    fixed = fix_until_stable(way.again, way.document, check_again, at_least, way.possible)
    while not fixed.settled and not restless.issuperset(fixed.restless):
        restless.update(fixed.restless)
        fixed = fix_until_stable(way.again, way.document, check_again, at_least, way.possible)
    left = [d for d in last if d.suppressed is None and d.fix and d.fix.safety == Safety.UNSAFE]
    unsafe = 0 if settings["unsafe-fixes"] else len(left)
    return Settled(fixed, unsafe, tuple(failures.values()), tuple(sorted(restless)))


def _show(way: Rewriter, fixed: Fixed, settings: Settings) -> None:
    """Print the diff: safe for a terminal, or fit for `patch`.

    Raises:
        WritingError: when it could not be written into the file either.
    """
    document = way.document
    if fixed.source == document.source:
        return
    if sys.stdout.isatty():
        sys.stdout.write(to_show(document.path, document.source, fixed.source))
    elif way.patchable and can_be_patched(way.data):
        _print(to_apply(document.path, way.data, fixed.source))
    else:
        sys.stdout.write(diff(document.path, document.source, fixed.source))
        words = Text(
            "UTF-16 编码或以回车换行的文件、Word 文档，所示修改仅供阅读，不能用 patch 应用",
            "a file in UTF-16 or with bare carriage returns, or a Word document: this diff is for reading only,"
            " patch cannot apply it",
        )
        _complain_of(document.path, words, settings)


def _print(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _replace(path: str, data: bytes, expected: bytes | None) -> Text | None:
    """Write the file; what kept it from being written, or None."""
    try:
        replace_file(path, data, expected=expected)
    except OSError as error:
        why = reason(error)
        return Text(f"无法写入：{why.zh}", f"cannot be written: {why.en}")
    return None


def _complain_of(path: str, words: Text, settings: Settings) -> None:
    """One line about a file; some words name it already."""
    named = words.zh.startswith(path)
    complain(words if named else Text(f"{path}：{words.zh}", f"{path}: {words.en}"), settings.language)
