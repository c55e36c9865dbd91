"""What a run needs again and again: the plugins, the settings of each folder, the checks of each settings."""

from __future__ import annotations

import os

from reportlint.check import Text
from reportlint.config import ConfigError, Settings, effective, find_config, load_config
from reportlint.config.options import BY_NAME
from reportlint.config.settings import COMMAND_LINE
from reportlint.engine import Diagnostic, Foreign, Inspection, inspect
from reportlint.engine.group import group
from reportlint.engine.names import ANY, CheckNames
from reportlint.engine.suppress import AllowEntry, by_allow, by_directives
from reportlint.facts.kinds import missing_parts
from reportlint.host import EVERY, Catalogue, Sources, catalogue, installed
from reportlint.readers import BINARY, FORMATS
from reportlint.run.discover import STDIN
from reportlint.run.load import limits_of, load
from reportlint.run.selection import aliases, select, severities
from reportlint.text import Pattern
from reportlint.text.frozen import replace
from reportlint.trouble import Broken, attempt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reportlint.check import Check, Severity
    from reportlint.document import Document
    from reportlint.engine.baseline import Baseline

_NAME = Pattern(r"[^\w-]")


class Session:
    """Plugins, settings and checks, each found out once.

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
        self.used_allows: set[AllowEntry] = set()
        self.notes: list[Text] = []
        """What the user should know about the settings."""
        self.copies: dict[str, str] = {}
        """Drafts that were fixed in a copy, and the copy, which is then checked in their place."""
        self.suffixes: set[str] = set()
        """Of the files that plugins can read."""
        self._settings: dict[str, Settings] = {}
        self._catalogues: dict[Sources, Catalogue] = {}
        self._problems: list[Text] = []
        self._own_files: set[str] = set()
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
                self._look_at_names(settings)
                self._look_at_places(settings)
                self._settings[key] = settings
            self._settings[folder] = self._settings[key]
        return self._settings[folder]

    def catalogue(self, settings: Settings) -> Catalogue:
        """All checks, formats and kinds there are, for some settings."""
        folders = settings["plugins"] if self._trusts(settings) else self._given("plugins")
        sources = Sources(folders, settings["rules"], settings["without-plugins"], limits_of(settings))
        if sources not in self._catalogues:
            found = catalogue(sources, (*FORMATS, *BINARY), (*BY_NAME["output-format"].choices, "statistics"))
            self._catalogues[sources] = found
            self.suffixes.update(found.readers)
            self._own_files.update(
                os.path.realpath(plugin.source) for plugin in found.plugins if plugin.origin == "rules"
            )
            self._problems += found.problems()
            self.notes += [note for note in _unknown_names(settings) if note not in self.notes]
            self.notes += [note for plugin in found.plugins for note in plugin.notes if note not in self.notes]
            if folders != settings["plugins"]:
                self._problems.append(_untrusted(settings))
        return self._catalogues[sources]

    def document(self, path: str, data: bytes, settings: Settings) -> Document:
        """The draft that bytes hold.

        Raises:
            UnreadableError: when they hold none.
        """
        known = self.catalogue(settings)
        document = load(path, data, settings, known)
        if not known.kinds:
            return document
        # Expressions of plugins: asked here, within limits, once; what they say is remembered for the checks.
        labels = "、".join(sorted({label for _, label in known.kinds.values()}))
        limits = limits_of(settings).of(len(document.text))
        result = attempt(lambda: missing_parts(document), limits, labels)
        if not isinstance(result, Broken):
            return document
        zh, en = f"报告种类（来自 {labels}）出错，没有采用", f"kinds of report (from {labels}) failed and were not used"
        self._problems.append(Text(f"{zh}：{result.why.zh}", f"{en}: {result.why.en or result.why.zh}"))
        return replace(document, declared=replace(document.declared, kinds=()))

    def problems(self) -> tuple[Text, ...]:
        """What is wrong with plugins, each said once."""
        return tuple(dict.fromkeys(self._problems))

    def is_rule_file(self, path: str) -> bool:
        """Whether a file was loaded as one of rules, and therefore is no draft."""
        return os.path.realpath(path) in self._own_files

    def titles(self) -> dict[str, Text]:
        """Title of every check met so far, by id."""
        found = self._catalogues.values()
        return {id_: entry.check.meta.title for known in found for id_, entry in known.checks.items()}

    def selected(self, settings: Settings) -> tuple[list[tuple[str, Check]], dict[str, Severity]]:
        """Checks with their options, and severities, for some settings.

        Raises:
            ConfigError: for an id or option that does not exist.
        """
        key = id(settings)
        if key not in self._selected:
            known, missing = self.catalogue(settings).checks, self._missing(settings)
            chosen = select(known, settings, limits_of(settings), missing)
            self._problems += chosen.problems
            self._selected[key] = list(chosen.checks), severities(known, settings, missing)
        return self._selected[key]

    def names(self, settings: Settings) -> CheckNames:
        """All names by which checks can be called, and which of them run, for some settings."""
        known = self.catalogue(settings).checks
        ran = [id_ for id_, _ in self.selected(settings)[0]]
        return CheckNames(known, ran, aliases(known), self._missing(settings))

    def _missing(self, settings: Settings) -> frozenset[str]:
        """Families that may not be there, or not whole, although their names are right; `ANY`: any family."""
        unwanted = {ANY if name == EVERY else name for name in settings["without-plugins"]}
        required = {_NAME.split(words)[0] for words in settings["required-plugins"]}
        known = self.catalogue(settings)
        return known.broken() | unwanted | (required - {entry.family for entry in known.checks.values()})

    def inspect(self, document: Document, settings: Settings, *, grouped: bool = True) -> Inspection:
        """Ask the checks and treat what they found: suppress, compare with the baseline, group if wanted."""
        checks, wanted = self.selected(settings)
        names = self.names(settings)
        steps: list[Callable[[Document, list[Diagnostic]], list[Diagnostic]]] = [
            lambda document, found: by_directives(document, found, names),
            lambda document, found: self._allow(document, found, settings, names),
        ]
        baseline = self.baseline(settings)
        if baseline or self.fingerprints or _shows_fingerprints(settings):
            from reportlint.engine.fingerprint import fingerprint_step

            steps.append(fingerprint_step)
        if baseline:
            from reportlint.engine.baseline import by_baseline

            steps.append(lambda document, found: by_baseline(document, found, baseline))
        if grouped:
            steps.append(group)
        known = self.catalogue(settings).checks
        foreign = {id_: known[id_].plugin for id_, _ in checks if known[id_].plugin}
        return inspect(document, checks, steps, wanted, Foreign(foreign, limits_of(settings)) if foreign else None)

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

    def _allow(
        self, document: Document, found: list[Diagnostic], settings: Settings, names: CheckNames
    ) -> list[Diagnostic]:
        if not settings.allow:
            return found
        found, used = by_allow(document, found, settings.allow, names)
        self.used_allows.update(used)
        return found

    def _given(self, name: str) -> tuple[str, ...]:
        """A list of the command line."""
        value = self.command_line.get(name)
        return value if isinstance(value, tuple) else ()

    def _trusts(self, settings: Settings) -> bool:
        """Whether Python that a configuration file names may run: the user stands in its folder, or named the file.

        A folder from elsewhere that is only being checked must not bring code of its own.
        """
        given = {os.path.realpath(folder) for folder in self._given("plugins")}
        if (
            not settings.root
            or self.command_line.get("config")
            or given.issuperset(map(os.path.realpath, settings["plugins"]))
        ):
            return True
        root, here = os.path.realpath(settings.root), os.path.realpath(os.getcwd())
        below = here == root or here.startswith(root.rstrip(os.sep) + os.sep)
        return below and _is_ours(settings.origins["plugins"].removesuffix(f" + {COMMAND_LINE}"))

    def _look_at_names(self, settings: Settings) -> None:
        """Refuse an output format or a kind that neither we nor a plugin know, and say which plugins are missing."""
        known = self.catalogue(settings)
        for name, more in (("output-format", known.reporters), ("kind", known.kinds)):
            chosen = settings[name]
            if chosen and chosen not in BY_NAME[name].choices and chosen not in more:
                raise ConfigError(BY_NAME[name].no_choice(chosen, more).text)
        if settings["required-plugins"]:
            from reportlint.run.required import missing

            self._problems += missing(settings["required-plugins"], known.plugins)

    def _look_at_places(self, settings: Settings) -> None:
        if settings["home"] or settings["places"]:
            from reportlint.run.report_home import look_at_places

            self.notes += [note for note in look_at_places(settings) if note not in self.notes]


def _shows_fingerprints(settings: Settings) -> bool:
    """Whether an output format that is asked for may show them."""
    wanted = {settings["output-format"], *(output.partition("=")[0] for output in settings["output"])}
    return not wanted <= {"full", "concise"}


def _unknown_names(settings: Settings) -> list[Text]:
    """Notes about plugins that are not wanted and not there: a slip would leave the wrong one running."""
    names = [name for name in settings["without-plugins"] if name != EVERY]
    known = {point.name for point in installed()} if names else set()
    return [
        Text(f"without-plugins：没有安装名为 {name} 的插件", f"without-plugins: no plugin {name} is installed")
        for name in names
        if name not in known
    ]


def _is_ours(file: str) -> bool:
    """Whether a configuration file is the user's, or that of whoever the folder belongs to where only they may write.

    In a folder that everybody may write, such as /tmp, it may be anybody's.
    """
    if not hasattr(os, "getuid"):
        return True
    owner, folder = os.stat(file).st_uid, os.stat(os.path.dirname(os.path.abspath(file)))
    return owner == os.getuid() or (owner in {0, folder.st_uid} and not folder.st_mode & 0o002)


def _untrusted(settings: Settings) -> Text:
    """That a configuration file elsewhere names Python to run."""
    path = settings.origins["plugins"].removesuffix(f" + {COMMAND_LINE}")
    return Text(
        f"为安全起见，没有运行 {path} 指定的本地检查：请在那个文件夹里运行，或用 --config、--plugins 写明",
        f"for safety, local checks named by {path} were not run: go to that folder, or use --config or --plugins",
    )
