"""The run itself: for each draft its settings, its checks, its findings."""

from __future__ import annotations

import os

from reportlint.check import Text
from reportlint.config import ConfigError, Settings, effective, find_config, load_config
from reportlint.config.settings import COMMAND_LINE
from reportlint.engine import Diagnostic, Inspection, inspect
from reportlint.engine.group import group
from reportlint.engine.names import CheckNames
from reportlint.engine.result import FileResult, Run
from reportlint.engine.suppress import TITLES, AllowEntry, by_allow, by_directives, unused_entries
from reportlint.host import Registered, load_checks
from reportlint.readers import format_of
from reportlint.run.discover import STDIN, UNSUPPORTED, Target, discover, excluded
from reportlint.run.load import UnreadableError, load, load_bytes
from reportlint.run.selection import aliases, select, severities

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reportlint.check import Check, Severity
    from reportlint.document import Document
    from reportlint.engine.baseline import Baseline

    Progress = Callable[[int, int], None]


class Session:
    """What a run needs again and again: the checks, the settings of each folder, the checks of each settings.

    Args:
        command_line: parsed options by name, only those given.
        environment: of the process.
        fingerprints: whether findings need them although neither JSON nor a baseline is wanted.
    """

    def __init__(
        self, command_line: Mapping[str, object], environment: Mapping[str, str], *, fingerprints: bool = False
    ) -> None:
        self.fingerprints = fingerprints
        self.command_line = command_line
        self.environment = environment
        self.registered: dict[str, Registered] = load_checks()
        self.used_allows: set[AllowEntry] = set()
        self.notes: list[Text] = []
        """What the user should know about the settings."""
        self._aliases = aliases(self.registered)
        self._settings: dict[str, Settings] = {}
        self._selected: dict[int, tuple[list[tuple[str, Check]], dict[str, Severity]]] = {}
        self._baselines: dict[str, Baseline] = {}

    def settings(self, path: str) -> Settings:
        """Settings for a draft ("-": as `--stdin-filename` says): those of the nearest configuration file.

        Raises:
            ConfigError: when that file cannot be used.
        """
        if path == STDIN:
            path = str(self.command_line.get("stdin-filename") or STDIN)
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._settings:
            name = None if self.command_line.get("isolated") else self.command_line.get("config") or find_config(folder)
            key = str(name or "")
            if key not in self._settings:
                settings = effective(load_config(key) if key else None, self.command_line, self.environment)
                self._look_at_places(settings)
                self._settings[key] = settings
            self._settings[folder] = self._settings[key]
        return self._settings[folder]

    def _look_at_places(self, settings: Settings) -> None:
        if settings["home"] or settings["places"]:
            from reportlint.run.report_home import look_at_places

            self.notes += [note for note in look_at_places(settings) if note not in self.notes]

    def selected(self, settings: Settings) -> tuple[list[tuple[str, Check]], dict[str, Severity]]:
        """Checks with their options, and severities, for some settings.

        Raises:
            ConfigError: for an id or option that does not exist.
        """
        key = id(settings)
        if key not in self._selected:
            self._selected[key] = select(self.registered, settings), severities(self.registered, settings)
        return self._selected[key]

    def names(self, settings: Settings) -> CheckNames:
        """All names by which checks can be called, and which of them run, for some settings."""
        return CheckNames(self.registered, [id_ for id_, _ in self.selected(settings)[0]], self._aliases)

    def inspect(self, document: Document, settings: Settings, *, grouped: bool = True) -> Inspection:
        """Ask the checks and treat what they found: suppress, compare with the baseline, group if wanted."""
        checks, wanted = self.selected(settings)
        names = self.names(settings)
        steps: list[Callable[[Document, list[Diagnostic]], list[Diagnostic]]] = [
            lambda document, found: by_directives(document, found, names),
            lambda document, found: self._allow(document, found, settings, names),
        ]
        baseline = self.baseline(settings)
        if baseline or self.fingerprints or settings["output-format"] in {"json", "jsonl"}:
            from reportlint.engine.fingerprint import fingerprint_step

            steps.append(fingerprint_step)
        if baseline:
            from reportlint.engine.baseline import by_baseline

            steps.append(lambda document, found: by_baseline(document, found, baseline))
        if grouped:
            steps.append(group)
        return inspect(document, checks, steps, wanted)

    def _allow(
        self, document: Document, found: list[Diagnostic], settings: Settings, names: CheckNames
    ) -> list[Diagnostic]:
        if not settings.allow:
            return found
        found, used = by_allow(document, found, settings.allow, names)
        self.used_allows.update(used)
        return found

    def baseline(self, settings: Settings) -> Baseline | None:
        """The baseline the settings name, read once; None when they name none.

        Raises:
            BaselineError: when it cannot be used.
        """
        name = settings["baseline"]
        if not name:
            return None
        given = settings.origins["baseline"] == COMMAND_LINE
        path = name if given else os.path.join(settings.root, name)
        if path not in self._baselines:
            from reportlint.engine.baseline import read

            self._baselines[path] = read(path)
        return self._baselines[path]


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
    wanted = [target for target in discover(paths) if not _excluded(session, target)]
    targets = [target for target in wanted if not _unsupported(session, target)]
    results: list[FileResult] = []
    for done, target in enumerate(targets, 1):
        results.append(check_target(session, target))
        if progress:
            progress(done, len(targets))
    directories = any(os.path.isdir(path) for path in paths)
    checks_run = sorted({id_ for result in results for id_ in _ids(session, result)})
    titles = {id_: entry.check.meta.title for id_, entry in session.registered.items()} | TITLES
    notes = [] if targets else [Text("没有可检查的文件（.txt、.md）", "nothing to check (.txt, .md)")]
    notes += session.notes
    notes += _left_out([target.path for target in wanted if _unsupported(session, target)])
    if directories:
        notes += _unused(session, results)
    return Run(tuple(results), tuple(checks_run), titles, notes=tuple(notes), directories=directories)


def check_target(session: Session, target: Target) -> FileResult:
    """Check one file; what keeps it from being read is part of the result."""
    try:
        settings = session.settings(target.path)
        session.selected(settings)
        document = load(target.path, load_bytes(target.path, settings), settings)
    except (ConfigError, UnreadableError) as error:
        return FileResult(target.path, None, error=error.text)
    inspection = session.inspect(document, settings)
    return FileResult(document.path, document, inspection.diagnostics, inspection.failures)


def skipped(session: Session, target: Target) -> bool:
    """Whether a target is not to be checked: the settings exclude it, or nothing here can read it."""
    return _excluded(session, target) or _unsupported(session, target)


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
    """Whether a target is passed over for its suffix: found in a folder, or named where the settings bear that."""
    if target.path == STDIN or format_of(target.path) not in UNSUPPORTED:
        return False
    try:
        return not target.named or bool(session.settings(target.path)["skip-unsupported"])
    except ConfigError:
        return False


def _left_out(paths: list[str]) -> list[Text]:
    """A note about documents that were passed over, if there are any."""
    if not paths:
        return []
    kinds = sorted({format_of(path) for path in paths})
    return [
        Text(
            f"跳过 {len(paths)} 个暂不支持的文件（{'、'.join(kinds)}），请另存为 .txt 或 .md 后检查",
            f"skipped {len(paths)} documents that cannot be read ({', '.join(kinds)}); save them as .txt or .md",
        )
    ]


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
