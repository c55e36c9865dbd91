"""All checks, formats and kinds there are: the built-in ones and those of plugins, clashes refused."""

from __future__ import annotations

import os
from functools import partial
from importlib import import_module

from reportlint import checks
from reportlint.check import Text
from reportlint.collect import CollectError
from reportlint.facts.identity import KINDS
from reportlint.host.discovery import installed
from reportlint.host.plugin import Plugin
from reportlint.host.registered import Registered
from reportlint.limits import Limits
from reportlint.text.frozen import frozen, replace
from reportlint.text.nearest import nearest
from reportlint.trouble import line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportlint.collect import Collected
    from reportlint.declared import Kind
    from reportlint.host.discovery import EntryPoint
    from reportlint.reading import Reader
    from reportlint.reporting import Reporter

_PACKAGE = "reportlint.checks."
RESERVED = frozenset({"all", "reportlint", "local"})
EVERY = "all"
"""Instead of the names of plugins: all of them."""


@frozen
class Sources:
    """Where plugins may come from.

    Attributes:
        folders: of local Python checks and rules.
        rules: files, folders or patterns of rules without code.
        without: names of installed plugins not to load; "all" for none at all.
        limits: for code of plugins.
    """

    folders: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    limits: Limits = Limits()


@frozen
class Catalogue:
    """What a run can do.

    Attributes:
        checks: by id, in order of id.
        plugins: all that were found, usable or not; the built-in families first.
        readers: by suffix, those of plugins, each with name and version of its plugin.
        reporters: by name, likewise.
        kinds: by name, likewise.
    """

    checks: Mapping[str, Registered]
    plugins: tuple[Plugin, ...]
    readers: Mapping[str, tuple[Reader, str]]
    reporters: Mapping[str, tuple[Reporter, str]]
    kinds: Mapping[str, tuple[Kind, str]]

    def broken(self) -> frozenset[str]:
        """Families some of whose checks may be missing, because of problems."""
        return frozenset(plugin.family for plugin in self.plugins if plugin.problems and plugin.family)

    def problems(self) -> tuple[Text, ...]:
        """What is wrong with plugins, a line each."""
        return tuple(said for plugin in self.plugins for said in plugin.said())


def builtin() -> list[Plugin]:
    """The families in this package, asked by the same hook as every plugin."""
    found = []
    for root in checks.__path__:
        for family in sorted(os.listdir(root)):
            if not family.startswith("_") and os.path.isdir(os.path.join(root, family)):
                given: Collected = import_module(_PACKAGE + family).reportlint_checks()
                if given.problems:
                    raise CollectError(given.problems[0])
                found.append(
                    Plugin(family, "built-in", checks={f"{family}.{name}": kind for name, kind in given.items()})
                )
    return found


def load_checks() -> dict[str, Registered]:
    """The built-in checks by id, in order of id."""
    return dict(catalogue(Sources(without=(EVERY,))).checks)


def catalogue(sources: Sources, taken: Iterable[str] = (), formats: Iterable[str] = ()) -> Catalogue:
    """Everything the sources hold.

    Args:
        sources: where to look.
        taken: suffixes of built-in readers.
        formats: names of built-in reporters.
    """
    own = builtin()
    families = {plugin.name for plugin in own}
    found = [*own, *(_checked(plugin, families) for plugin in _foreign(sources, families))]
    merged = _Merged(taken, formats)
    added = [merged.name(plugin) for plugin in [merged.add(plugin) for plugin in found]]
    kinds = (*KINDS, *merged.kinds)
    plugins = tuple(_with_known_kinds(plugin, kinds) for plugin in added)
    return Catalogue(dict(sorted(merged.checks.items())), plugins, merged.readers, merged.reporters, merged.kinds)


def _foreign(sources: Sources, families: set[str]) -> Iterator[Plugin]:
    if EVERY not in sources.without:
        yield from _installed(sources, families)
    if sources.folders or sources.rules:
        from reportlint.host.local import from_folders, from_rule_files

        yield from from_folders(sources.folders, sources.limits)
        yield from from_rule_files(sources.rules)


def _installed(sources: Sources, families: set[str]) -> Iterator[Plugin]:
    seen: dict[str, EntryPoint] = {}
    for point in installed():
        if point.name in sources.without:
            continue
        plugin = Plugin(point.name, "installed", point.version, point.distribution, family=point.name)
        first = seen.setdefault(point.name, point)
        if first is not point:
            clash = Text(
                f"与 {first.distribution} 提供的插件同名，未加载",
                f"has the name of a plugin of {first.distribution}; not loaded",
            )
            yield replace(plugin, problems=(clash,))
        elif point.name in families | RESERVED:
            taken = Text("名称已被 reportlint 占用，未加载", "its name is taken by reportlint; not loaded")
            yield replace(plugin, problems=(taken,))
        else:
            from reportlint.host.ask import load  # brings pluggy, which most runs do without
            from reportlint.host.sound import wrong_name

            bad = wrong_name(point.name)
            unnamed = plugin if line(point.name) == point.name != "" else replace(plugin, name=point.distribution)
            yield replace(unnamed, problems=(bad,)) if bad else load(plugin, partial(_object, point), sources.limits)


def _object(point: EntryPoint) -> object:
    module, _, attribute = point.target.partition(":")
    loaded: object = import_module(module.strip())
    for name in filter(None, attribute.strip().split(".")):
        loaded = getattr(loaded, name)
    return loaded


def _checked(plugin: Plugin, families: set[str]) -> Plugin:
    """A plugin without checks in a built-in family: an id must say whose check it is."""
    if plugin.origin == "installed":
        return plugin
    wrong = sorted({id_.partition(".")[0] for id_ in plugin.checks} & (families | {EVERY, "reportlint"}))
    if not wrong:
        return plugin
    names = "、".join(wrong)
    taken = Text(
        f"类别 {names} 属于 reportlint，请换一个名称", f"the family {names} is reportlint's; choose another name"
    )
    left = {id_: check for id_, check in plugin.checks.items() if id_.partition(".")[0] not in wrong}
    return replace(plugin, checks=left, problems=(*plugin.problems, taken))


def _with_known_kinds(plugin: Plugin, kinds: tuple[str, ...]) -> Plugin:
    """A plugin with a problem for each rule that asks only reports of a kind nobody knows: it would never ask any."""
    if plugin.origin == "built-in" or not plugin.checks:
        return plugin
    from reportlint.rules import RuleCheck  # most runs have none

    problems: list[Text] = []
    for id_, check in plugin.checks.items():
        wanted = check.rule.kinds if issubclass(check, RuleCheck) else ()
        for kind in (kind for kind in wanted if kind not in kinds):
            near = nearest(kind, kinds)
            zh, en = f"{id_} 的 kinds：没有报告种类 {kind}", f"kinds of {id_}: there is no kind of report {kind}"
            problems.append(Text(f"{zh}，是否想写 {near}？", f"{en}; did you mean {near}?") if near else Text(zh, en))
    return replace(plugin, problems=(*plugin.problems, *problems)) if problems else plugin


class _Merged:
    """What was added so far, and by whom. What others brought before stays, and is a problem of who comes later."""

    def __init__(self, suffixes: Iterable[str], formats: Iterable[str]) -> None:
        self.checks: dict[str, Registered] = {}
        self.readers: dict[str, tuple[Reader, str]] = {}
        self.reporters: dict[str, tuple[Reporter, str]] = {}
        self.kinds: dict[str, tuple[Kind, str]] = {}
        self._owners = {
            "check": {},
            "suffix": dict.fromkeys(suffixes, "reportlint"),
            "format": dict.fromkeys(formats, "reportlint"),
            "kind": dict.fromkeys(KINDS, "reportlint"),
        }

    def add(self, plugin: Plugin) -> Plugin:
        """Add what a plugin brings; the plugin comes back with what of it is used."""
        problems: list[Text] = []
        label = "" if plugin.origin == "built-in" else plugin.label

        def free(what: str, *names: str) -> bool:
            return self._take(what, names, plugin, problems)

        kept = {id_: check for id_, check in plugin.checks.items() if free("check", id_)}
        readers = tuple(reader for reader in plugin.readers if free("suffix", *reader.suffixes))
        reporters = tuple(reporter for reporter in plugin.reporters if free("format", reporter.name))
        kinds = tuple(kind for kind in plugin.kinds if free("kind", kind.name))
        self.checks.update({id_: Registered(id_, check, label) for id_, check in kept.items()})
        self.readers.update({suffix: (reader, label) for reader in readers for suffix in reader.suffixes})
        self.reporters.update({reporter.name: (reporter, label) for reporter in reporters})
        self.kinds.update({kind.name: (kind, label) for kind in kinds})
        if not problems:
            return plugin
        used = replace(plugin, checks=kept, readers=readers, reporters=reporters, kinds=kinds)
        return replace(used, problems=(*plugin.problems, *problems))

    def name(self, plugin: Plugin) -> Plugin:
        """Give the checks of a plugin the ids they had before; after all have been added, for present ids go first."""
        problems: list[Text] = []
        for id_, check in plugin.checks.items():
            aliases = tuple(a for a in check.meta.aliases if self._take("check", (a,), plugin, problems))
            if aliases:
                self.checks[id_] = replace(self.checks[id_], aliases=aliases)
        return replace(plugin, problems=(*plugin.problems, *problems)) if problems else plugin

    def _take(self, what: str, names: tuple[str, ...], plugin: Plugin, problems: list[Text]) -> bool:
        known = self._owners[what]
        for name in names:
            if name in known:
                owner = known[name]
                zh, en = f"{name} 已由 {owner} 提供，本插件的未采用", f"{name} is given by {owner} already; not used"
                problems.append(Text(zh, en))
                return False
        known.update(dict.fromkeys(names, plugin.label))
        return True
