"""Which checks run, under which options."""

from __future__ import annotations

from reportlint.check import Severity, Text
from reportlint.config.files import ConfigError
from reportlint.config.settings import COMMAND_LINE
from reportlint.engine.names import ANY
from reportlint.host import UnknownOptionError
from reportlint.text.frozen import frozen
from reportlint.text.nearest import nearest
from reportlint.trouble import Broken, attempt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from typing import Any

    from reportlint.check import Check
    from reportlint.config import Settings
    from reportlint.host import Registered
    from reportlint.limits import Limits

EXACT = 2
FAMILY = 1


def aliases(registered: Mapping[str, Registered]) -> dict[str, str]:
    """Old ids to present ids."""
    return {alias: id_ for id_, entry in registered.items() for alias in entry.aliases}


@frozen
class Selection:
    """The checks to run, in order of id, each with its options; and those of plugins that could not be made."""

    checks: tuple[tuple[str, Check], ...]
    problems: tuple[Text, ...]


def select(
    registered: Mapping[str, Registered], settings: Settings, limits: Limits, missing: Collection[str] = ()
) -> Selection:
    """The checks to run, in order of id, each with its options.

    A full id is stronger than its family, in `select` as in `ignore`; of two that are equally strong, `ignore` wins.
    `missing` are families that are not there, or not whole, because a plugin is broken, required or not wanted: names
    of checks in them are no slips.

    Raises:
        ConfigError: for an id, family or option that does not exist, also in an allow entry; when no check is left.
    """
    _weights((entry.check for entry in settings.allow if entry.check != ANY), registered, "allow", missing)
    options = {_known(id_, registered, "checks", missing): table for id_, table in settings.check_options.items()}
    chosen: list[tuple[str, Check]] = []
    problems: list[Text] = []
    wanted = _weights(settings["select"], registered, "select", missing)
    unwanted = _weights(settings["ignore"], registered, "ignore", missing)
    for id_, entry in registered.items():
        default = FAMILY if not settings["select"] and entry.check.meta.default else 0
        if wanted.get(id_, default) > unwanted.get(id_, 0):
            made = _made(entry, options.get(id_), limits)
            if isinstance(made, Text):
                problems.append(made)
            else:
                chosen.append((id_, made))
    emptied = not wanted and settings.origins["select"] == COMMAND_LINE
    if emptied or not (chosen or problems):
        raise ConfigError(Text("没有选择任何检查", "no check is selected"))
    return Selection(tuple(chosen), tuple(problems))


def _made(entry: Registered, options: Mapping[str, Any] | None, limits: Limits) -> Check | Text:
    """A check with its options; a check of a plugin that cannot be made is told instead.

    Raises:
        ConfigError: for an option it does not have, or a value it refuses.
    """

    def make() -> Check | UnknownOptionError:
        try:
            return entry.make(options)
        except UnknownOptionError as error:
            return error

    made = attempt(make, limits, entry.plugin) if entry.plugin else make()
    if isinstance(made, UnknownOptionError):
        raise ConfigError(made.text) from made
    if isinstance(made, Broken):
        zh, en = f"检查项 {entry.id}（来自 {entry.plugin}）出错", f"check {entry.id} (from {entry.plugin}) failed"
        return Text(f"{zh}：{made.why.zh}", f"{en}: {made.why.en or made.why.zh}")
    return made


def severities(
    registered: Mapping[str, Registered], settings: Settings, missing: Collection[str] = ()
) -> dict[str, Severity]:
    """Severity by check id, where the user wants another one; a family stands for all its checks.

    Raises:
        ConfigError: for an id or family that does not exist.
    """
    exact: dict[str, Severity] = {}
    family: dict[str, Severity] = {}
    for name, word in settings.severities.items():
        for id_, weight in _weights((name,), registered, "severities", missing).items():
            (exact if weight == EXACT else family)[id_] = Severity[word.upper()]
    return {**family, **exact}


def _weights(
    names: Iterable[str], registered: Mapping[str, Registered], option: str, missing: Collection[str]
) -> dict[str, int]:
    """How strongly each check is meant: EXACT by its id, FAMILY by its family or by `all`."""
    weights: dict[str, int] = {}
    families = {entry.family for entry in registered.values()}
    for name in names:
        if name in families or name == "all":
            for id_, entry in registered.items():
                if name in {entry.family, "all"}:
                    weights[id_] = max(weights.get(id_, 0), FAMILY)
        else:
            weights[_known(name, registered, option, missing)] = EXACT
    weights.pop("", None)
    return weights


def _known(name: str, registered: Mapping[str, Registered], option: str, missing: Collection[str]) -> str:
    """The present id for an id or an alias; empty for one of a missing family."""
    renamed = aliases(registered)
    if name in registered or name in renamed:
        return renamed.get(name, name)
    if not {name.partition(".")[0], ANY}.isdisjoint(missing):
        return ""
    near = nearest(name, [*registered, *renamed, *{entry.family for entry in registered.values()}])
    hint = Text(f"，是否想写 {near}？", f"; did you mean {near}?") if near else Text("", "")
    raise ConfigError(Text(f"{option}：没有检查项 {name}{hint.zh}", f"{option}: there is no check {name}{hint.en}"))
