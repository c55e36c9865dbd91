"""Asks one plugin for what it has to give, alone and in safety, and looks at what it gives."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

import pluggy

from reportlint import hookspecs
from reportlint.api import API_VERSION
from reportlint.check import Text
from reportlint.collect import Collected
from reportlint.hookspecs import PREFIX
from reportlint.host.sound import sound, sound_checks
from reportlint.text.frozen import frozen, replace
from reportlint.text.nearest import nearest
from reportlint.trouble import Broken, attempt, line

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.host.plugin import Plugin
    from reportlint.limits import Limits

HOOKS = tuple(name for name in vars(hookspecs) if name.startswith(PREFIX))
_MORE = 4
"""Times the memory of a check that importing a plugin may take."""

_MOST = 1000
"""Of anything that a plugin may hand over; a generator that never ends is no list."""


class _Manager(pluggy.PluginManager):
    """Takes functions by the beginning of their names, so that plugins need not import pluggy."""

    def parse_hookspec_opts(self, module_or_class: Any, name: str) -> Any:
        return super().parse_hookspec_opts(module_or_class, name) or ({} if name in HOOKS else None)

    def parse_hookimpl_opts(self, plugin: Any, name: str) -> Any:
        marked = super().parse_hookimpl_opts(plugin, name)
        if marked is not None or not name.startswith(PREFIX):
            return marked
        return {} if inspect.isroutine(getattr(plugin, name)) else None


def load(plugin: Plugin, module: Callable[[], object], limits: Limits, family: str = "") -> Plugin:
    """The plugin with what its module hands over; whatever goes wrong is a problem of this plugin alone.

    Args:
        plugin: name, version and source.
        module: imports it.
        limits: for the import and for each hook.
        family: of its checks, if it is not the plugin's name.
    """
    # Libraries reserve address space when they are imported, much of which they never use.
    loading = replace(limits, memory=limits.memory * _MORE)
    loaded = attempt(lambda: _look(module(), plugin.name), loading, plugin.label)
    if isinstance(loaded, Broken):
        return replace(plugin, problems=(*plugin.problems, loaded.why))
    if loaded.unfit:
        return replace(plugin, api_version=loaded.api_version, problems=(loaded.unfit,))
    return _given(replace(plugin, api_version=loaded.api_version), loaded, limits, family or plugin.name)


@frozen
class _Module:
    """What was seen of a module: what it was written for, why that does not fit, its hooks, and what is wrong there."""

    api_version: str
    unfit: Text | None
    hooks: Mapping[str, Callable[[], Any]]
    problems: tuple[Text, ...]


def _look(module: object, name: str) -> _Module:
    version = getattr(module, "api_version", "")
    unfit = _unfit(version)
    found, problems = ({}, []) if unfit else hooks(module, name)
    return _Module(str(version), unfit, found, tuple(problems))


def _unfit(version: object) -> Text | None:
    """Why a plugin written for a version of the interface cannot run under this one."""
    if version == "":
        return None
    parts = str(version).split(".") if isinstance(version, str) else []
    if len(parts) != 2 or not all(part.isdigit() for part in parts):  # noqa: PLR2004 - major and minor
        return Text(f'api_version 应写作 "{API_VERSION}"', f'write api_version as "{API_VERSION}"')
    major, minor = map(int, API_VERSION.split("."))
    if int(parts[0]) != major or int(parts[1]) > minor:
        return Text(
            f"为接口版本 {version} 编写，本程序的接口版本是 {API_VERSION}，请更换合适的版本",
            f"was written for API {version}, this program has API {API_VERSION}; install a version that fits",
        )
    return None


def hooks(module: object, name: str) -> tuple[dict[str, Callable[[], Any]], list[Text]]:
    """The hook functions of a module by name, and what is wrong with them."""
    manager = _Manager("reportlint")
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(module, name)
    except pluggy.PluginValidationError as error:
        return {}, [_refused(error)]
    problems = [_misspelt(hook) for hook in dir(module) if _is_unknown(module, hook)]
    if not problems:
        problems += _pending(manager)
    found = {
        caller.name: implementation.function
        for caller in manager.get_hookcallers(manager.get_plugin(name)) or ()
        for implementation in caller.get_hookimpls()
        if caller.name in HOOKS
    }
    return found, problems


def _pending(manager: _Manager) -> list[Text]:
    """What pluggy says of functions marked as hooks that are none, whatever their names are."""
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        return [_refused(error)]
    return []


def _refused(error: pluggy.PluginValidationError) -> Text:
    words = line(str(error))
    return Text(f"挂钩函数有误：{words}", f"bad hook function: {words}")


def _is_unknown(module: object, name: str) -> bool:
    return name.startswith(PREFIX) and name not in HOOKS and inspect.isroutine(getattr(module, name))


def _misspelt(name: str) -> Text:
    near = nearest(name, HOOKS)
    return Text(
        f"没有名为 {name} 的挂钩" + (f"，是否想写 {near}？" if near else ""),
        f"there is no hook {name}" + (f"; did you mean {near}?" if near else ""),
    )


def _given(plugin: Plugin, module: _Module, limits: Limits, family: str) -> Plugin:
    problems = list(module.problems)
    given: dict[str, _Handed] = {}
    for name, function in module.hooks.items():
        handed = attempt(partial(_collected, function), limits, plugin.label)
        if isinstance(handed, Broken):
            problems.append(Text(f"{name} {handed.why.zh}", f"{name} {handed.why.en or handed.why.zh}"))
        else:
            given[name] = handed
    if not module.hooks and not problems:
        problems.append(Text(f"没有 {HOOKS[0]} 等挂钩函数", f"has no hook function such as {HOOKS[0]}"))
    checks, *extensions = (given.get(name, _Handed((), ())) for name in HOOKS)
    problems += checks.problems
    sounded = sound_checks(checks.items, family, problems, limits)
    readers, reporters, kinds = (
        sound(name, handed.items, problems, limits) for name, handed in zip(HOOKS[1:], extensions, strict=True)
    )
    return replace(
        plugin,
        checks=sounded,
        readers=readers,
        reporters=reporters,
        kinds=kinds,
        problems=(*plugin.problems, *problems),
    )


@frozen
class _Handed:
    """What a hook handed over: a dictionary or a tuple of our own, and what it says is wrong."""

    items: dict[object, object] | tuple[object, ...]
    problems: tuple[Text, ...]


def _collected(hook: Callable[[], Any]) -> _Handed:
    """Call a hook and copy what it hands over, so that nothing of the plugin runs when it is looked at.

    Raises:
        TypeError: when it is no collection, or never ends.
    """
    handed = hook()
    if handed is None:
        message = "returned nothing"
        raise TypeError(message)
    try:
        if isinstance(handed, Mapping):
            items: list[Any] = list(islice(handed.items(), _MOST + 1))
        else:
            items = list(islice(handed, _MOST + 1))
    finally:
        if hasattr(handed, "close"):
            handed.close()
    if len(items) > _MOST:
        message = f"more than {_MOST} items"
        raise TypeError(message)
    said = handed.problems if isinstance(handed, Collected) else ()
    problems = tuple(Text(str(problem.zh), str(problem.en)) for problem in said)
    return _Handed(dict(items) if isinstance(handed, Mapping) else tuple(items), problems)
