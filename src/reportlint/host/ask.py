"""Asks one plugin for what it has to give, alone and in safety, and looks at what it gives."""

from __future__ import annotations

import inspect
from itertools import islice
from typing import TYPE_CHECKING, Any

import pluggy

from reportlint import hookspecs
from reportlint.api import API_VERSION
from reportlint.check import Text
from reportlint.hookspecs import PREFIX
from reportlint.host.sound import sound, sound_checks
from reportlint.limits import TimeLimitError, under_limits
from reportlint.text.frozen import replace
from reportlint.text.nearest import nearest
from reportlint.trouble import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.host.plugin import Plugin
    from reportlint.limits import Limits

HOOKS = tuple(name for name in vars(hookspecs) if name.startswith(PREFIX))
_MORE = 4
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
    try:
        # Libraries reserve address space when they are imported, much of which they never use.
        loaded = under_limits(module, replace(limits, memory=limits.memory * _MORE), plugin.label)
        version = getattr(loaded, "api_version", "")
        unfit = _unfit(version)
        if unfit:
            return replace(plugin, api_version=str(version), problems=(unfit,))
        return _given(replace(plugin, api_version=version), loaded, limits, family or plugin.name)
    except (Exception, SystemExit, GeneratorExit, TimeLimitError) as error:  # noqa: BLE001 - it must not stop the others
        return replace(plugin, problems=(*plugin.problems, told(error, limits)))


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
        return {}, [Text(f"挂钩函数有误：{error}", f"bad hook function: {error}")]
    problems = [_misspelt(hook) for hook in dir(module) if _is_unknown(module, hook)]
    found = {
        caller.name: implementation.function
        for caller in manager.get_hookcallers(manager.get_plugin(name)) or ()
        for implementation in caller.get_hookimpls()
        if caller.name in HOOKS
    }
    return found, problems


def _is_unknown(module: object, name: str) -> bool:
    return name.startswith(PREFIX) and name not in HOOKS and inspect.isroutine(getattr(module, name))


def _misspelt(name: str) -> Text:
    near = nearest(name, HOOKS)
    return Text(
        f"没有名为 {name} 的挂钩" + (f"，是否想写 {near}？" if near else ""),
        f"there is no hook {name}" + (f"; did you mean {near}?" if near else ""),
    )


def _given(plugin: Plugin, module: object, limits: Limits, family: str) -> Plugin:
    functions, problems = hooks(module, plugin.name)
    given: dict[str, Any] = {}
    for name, function in functions.items():
        try:
            given[name] = under_limits(lambda function=function: _collected(function()), limits, plugin.label)  # type: ignore[misc]
        except (Exception, SystemExit, GeneratorExit, TimeLimitError) as error:  # noqa: BLE001 - see `load`
            why = told(error, limits)
            problems.append(Text(f"{name} {why.zh}", f"{name} {why.en}"))
    if not functions and not problems:
        problems.append(Text(f"没有 {HOOKS[0]} 等挂钩函数", f"has no hook function such as {HOOKS[0]}"))
    checks = sound_checks(given.get("reportlint_checks", {}), family, problems, limits)
    extensions = {name: sound(name, given.get(name, ()), problems, limits) for name in HOOKS[1:]}
    return replace(
        plugin,
        checks=checks,
        readers=extensions["reportlint_readers"],
        reporters=extensions["reportlint_reporters"],
        kinds=extensions["reportlint_kinds"],
        problems=(*plugin.problems, *problems),
    )


def _collected(handed: object) -> object:
    """What a hook handed over, as something that ends.

    Raises:
        TypeError: when it is no collection, or never ends.
    """
    if handed is None:
        return ()
    if isinstance(handed, dict):
        return handed
    items = list(islice(handed, _MOST + 1))  # type: ignore[call-overload] # what cannot be iterated says so itself
    if len(items) > _MOST:
        message = f"more than {_MOST} items"
        raise TypeError(message)
    return tuple(items)
