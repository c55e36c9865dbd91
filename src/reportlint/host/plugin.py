"""What is known of a plugin once it was loaded, and what it handed over."""

from __future__ import annotations

from reportlint.check import Text
from reportlint.text.frozen import frozen
from reportlint.trouble import line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from reportlint.check import Check
    from reportlint.declared import Kind
    from reportlint.reading import Reader
    from reportlint.reporting import Reporter

    Origin = Literal["built-in", "installed", "local", "rules"]

_WORDS = {
    "built-in": Text("类别", "family"),
    "installed": Text("插件", "plugin"),
    "local": Text("本地检查", "local check"),
    "rules": Text("规则文件", "rule file"),
}


@frozen
class Plugin:
    """One plugin.

    Attributes:
        name: of the plugin, which is the family of its checks; of local files the path.
        origin: "built-in"; "installed" (a distribution); "local" (a Python file in a folder the user named); "rules" (a
            file of rules without code).
        version: of its distribution; empty for local files.
        source: the distribution, or the path of the file.
        api_version: what it was written for, if it says so.
        checks: classes by id.
        readers: file formats it brings.
        reporters: output formats it brings.
        kinds: kinds of report it brings.
        problems: why it, or some part of it, could not be used.
        notes: what the user should know although nothing is wrong.
        family: of its checks; of an installed plugin its name.
    """

    name: str
    origin: Origin
    version: str = ""
    source: str = ""
    api_version: str = ""
    checks: Mapping[str, type[Check]] = {}
    readers: tuple[Reader, ...] = ()
    reporters: tuple[Reporter, ...] = ()
    kinds: tuple[Kind, ...] = ()
    problems: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    family: str = ""

    @property
    def label(self) -> str:
        """Name and version as messages have it."""
        return f"{self.name} {self.version}".strip()

    def said(self) -> tuple[Text, ...]:
        """Its problems as lines for the user, each with its name and version."""
        what, label = _WORDS[self.origin], line(self.label)
        told = [(line(problem.zh), line(problem.en or problem.zh)) for problem in self.problems]
        return tuple(Text(f"{what.zh} {label}：{zh}", f"{what.en} {label}: {en}") for zh, en in told)
