"""`--fix` and `--diff`: what is safe is mended, then what is left is reported."""

from __future__ import annotations

import os
import sys

from reportlint.check import Safety, Text
from reportlint.cli.streams import complain
from reportlint.fixing import Fixed, fix_until_stable
from reportlint.readers import decode, reread
from reportlint.run import discover
from reportlint.run.discover import STDIN
from reportlint.run.execute import skipped
from reportlint.run.load import UnreadableError, load, load_bytes
from reportlint.text.frozen import frozen
from reportlint.writing import WritingError, diff, encode_back, replace_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.config import Settings
    from reportlint.document import Document
    from reportlint.engine import Diagnostic
    from reportlint.run import Session


@frozen
class Outcome:
    """What became of one file.

    Attributes:
        applied: fixes made (or, with --diff, that would be made).
        failed: whether it could not be read or written.
    """

    applied: int = 0
    failed: bool = False


def fix(session: Session, settings: Settings, paths: Sequence[str]) -> int | None:
    """Fix the drafts of the paths, or show how; the exit status, or None when the findings left are to be reported.

    Standard input is not written anywhere: its fixed text goes to standard output. Files that cannot be read are left
    to the report that follows.
    """
    showing = bool(settings["diff"])
    outcomes = [_fix_one(session, target.path) for target in discover(paths) if not skipped(session, target)]
    applied = sum(outcome.applied for outcome in outcomes)
    failed = any(outcome.failed for outcome in outcomes)
    if showing or STDIN in paths:
        return 2 if failed else int(showing and applied > 0)
    if applied and not settings["quiet"]:
        complain(Text(f"已自动修改 {applied} 处", f"{applied} fixes applied"), settings.language)
    return 2 if failed else None


def _fix_one(session: Session, path: str) -> Outcome:
    settings = session.settings(path)
    showing = bool(settings["diff"])
    try:
        data = load_bytes(path, settings)
        document = load(path, data, settings)
    except UnreadableError as error:
        if showing or path == STDIN:
            complain(Text(f"{path}：{error.text.zh}", f"{path}: {error.text.en}"), settings.language)
            return Outcome(failed=True)
        return Outcome()
    fixed = _settle(session, settings, document)
    if not fixed.settled:
        names = ", ".join(fixed.restless)
        complain(
            Text(
                f"{path}：{names} 的修改互相抵触，未作改动", f"{path}: the fixes of {names} do not settle; not changed"
            ),
            settings.language,
        )
        return Outcome(failed=True)
    try:
        return _hand_over(path, data, document, fixed, showing=showing)
    except (WritingError, OSError) as error:
        words = (
            error.text
            if isinstance(error, WritingError)
            else Text(f"无法写入：{error.strerror}", f"cannot be written: {error.strerror}")
        )
        complain(Text(f"{path}：{words.zh}", f"{path}: {words.en}"), settings.language)
        return Outcome(failed=True)


def _settle(session: Session, settings: Settings, document: Document) -> Fixed:
    at_least = Safety.UNSAFE if settings["unsafe-fixes"] else Safety.SAFE

    def check_again(draft: Document) -> Iterable[Diagnostic]:
        return session.inspect(draft, settings, grouped=False).diagnostics

    return fix_until_stable(lambda source: reread(document, source), document, check_again, at_least)


def _hand_over(path: str, data: bytes, document: Document, fixed: Fixed, *, showing: bool) -> Outcome:
    """Write the fixed text where it belongs: as a diff, to standard output, or into the file.

    Raises:
        WritingError: when writing would change more than the fixes.
        OSError: when it cannot be written.
    """
    if showing:
        sys.stdout.write(diff(document.path, document.source, fixed.source))
        return Outcome(fixed.applied)
    if path == STDIN:
        new = encode_back(decode(data), data, fixed.source) if fixed.applied else data
        sys.stdout.flush()
        sys.stdout.buffer.write(new)
        return Outcome(fixed.applied)
    if fixed.source != document.source:
        replace_file(os.fspath(path), encode_back(decode(data), data, fixed.source), expected=data)
    return Outcome(fixed.applied)
