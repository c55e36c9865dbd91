"""The run itself: for each draft its settings, its checks, its findings."""

from __future__ import annotations

import os

from reportlint.check import Text
from reportlint.config import ConfigError
from reportlint.engine.suppress import TITLES, AllowEntry, unused_entries
from reportlint.readers import format_of
from reportlint.result import FileResult, Run
from reportlint.run.discover import STDIN, Target, discover, excluded
from reportlint.run.load import UnreadableError, load_bytes, unreadable_here

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportlint.run.session import Session

    Progress = Callable[[int, int], None]


def execute(session: Session, paths: Iterable[str], progress: Progress | None = None) -> Run:
    """Check all drafts of the paths.

    Args:
        session: settings and checks.
        paths: files, folders, glob patterns, or "-".
        progress: called after each file with (files done, files in all).

    Raises:
        ConfigError: for a configuration that cannot be used.
        BaselineError: for a baseline that cannot be used.
    """
    paths = list(paths)
    session.selected(session.settings(_first(paths)))  # when these cannot be used, nothing is checked at all
    wanted = found_targets(session, paths)
    targets = [target for target in wanted if not skipped(session, target)]
    results: list[FileResult] = []
    for done, target in enumerate(targets, 1):
        results.append(check_target(session, target))
        if progress:
            progress(done, len(targets))
    directories = any(os.path.isdir(path) for path in paths)
    checks_run = sorted({id_ for result in results for id_ in _ids(session, result)})
    notes = [] if targets else [Text("没有可检查的文件（.txt、.md、.docx 等）", "nothing to check (.txt, .md, .docx…)")]
    notes += session.notes
    notes += [_holds_rules(target.path) for target in wanted if target.named and session.is_rule_file(target.path)]
    notes += _left_out([target.path for target in wanted if _unsupported(session, target)])
    if directories:
        notes += _unused(session, results)
    titles = session.titles() | TITLES
    return Run(tuple(results), tuple(checks_run), titles, session.problems(), tuple(notes), directories)


def found_targets(session: Session, paths: Iterable[str]) -> list[Target]:
    """All files of the paths that the settings do not exclude.

    Afterwards the session knows the settings of every one of them, and so all files of rules, which are no drafts.
    """
    return [target for target in discover(paths, session.suffixes) if not _excluded(session, target)]


def check_target(session: Session, target: Target) -> FileResult:
    """Check one file, or the copy in which it was fixed; what keeps it from being read is part of the result."""
    path = session.copies.get(target.path, target.path)
    try:
        settings = session.settings(path)
        session.selected(settings)
        data = load_bytes(path, settings)
        document = session.document(path, data, settings)
    except (ConfigError, UnreadableError) as error:
        return FileResult(path, None, error=error.text)
    inspection = session.inspect(document, settings)
    return FileResult(document.path, document, inspection.diagnostics, inspection.failures)


def skipped(session: Session, target: Target) -> bool:
    """Whether a target that was found is not to be checked: it holds rules, or nothing here can read it."""
    return session.is_rule_file(target.path) or _unsupported(session, target)


def _excluded(session: Session, target: Target) -> bool:
    if target.path == STDIN:
        return False
    try:
        settings = session.settings(target.path)
    except ConfigError:
        return False  # checking it will tell
    if target.named and not settings["force-exclude"]:
        return False
    return excluded(target.path, settings["exclude"], settings.root)


def _unsupported(session: Session, target: Target) -> bool:
    """Whether nothing here can read a target, and it was found in a folder, or named where the settings bear that."""
    if target.path == STDIN or format_of(target.path) in session.suffixes or not unreadable_here(target.path):
        return False
    try:
        return not target.named or bool(session.settings(target.path)["skip-unsupported"])
    except ConfigError:
        return False


def _left_out(paths: list[str]) -> list[Text]:
    """A note about documents that were passed over, if there are any, and what it takes to read them."""
    if not paths:
        return []
    kinds: dict[Text, set[str]] = {}
    for path in paths:
        why = unreadable_here(path)
        if why:
            kinds.setdefault(why, set()).add(format_of(path))
    zh = "；".join(f"{'、'.join(sorted(suffixes))} {why.zh}" for why, suffixes in kinds.items())
    en = "; ".join(f"{', '.join(sorted(suffixes))} {why.en}" for why, suffixes in kinds.items())
    return [Text(f"跳过 {len(paths)} 个文件：{zh}", f"skipped {len(paths)} documents: {en}")]


def _holds_rules(path: str) -> Text:
    """A note about a file that was named although it is no draft."""
    return Text(f"{path} 是规则文件，没有当作草稿检查", f"{path} holds rules and was not checked as a draft")


def _first(paths: list[str]) -> str:
    """A path in the folder of the first path, whose configuration must be sound."""
    return os.path.join(paths[0], "draft.txt") if paths and os.path.isdir(paths[0]) else [*paths, STDIN][0]


def _unused(session: Session, results: list[FileResult]) -> list[Text]:
    """Allow entries nothing needed; only told when whole folders were checked, where every use had its chance."""
    paths = [result.path for result in results if result.document]
    notes: dict[AllowEntry, Text] = {}
    for path in paths:
        settings = session.settings(path)
        if settings.allow:
            for entry in unused_entries(settings.allow, session.used_allows, paths, session.names(settings)):
                notes[entry] = Text(
                    f"配置中允许的“{entry.text}”（{entry.check}）已无用处，请删去",
                    f"the allow entry {entry.text!r} ({entry.check}) has no use any more; remove it",
                )
    return list(notes.values())


def _ids(session: Session, result: FileResult) -> list[str]:
    if result.document is None:
        return []
    return [id_ for id_, _ in session.selected(session.settings(result.path))[0]]
