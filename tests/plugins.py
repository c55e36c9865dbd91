"""A folder that looks like `site-packages`, with plugins as `pip` would have installed them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

IMPORTS = """\
import re
import sys

from reportlint.api import *
from reportlint.api import Meta, Severity, Span, Text
"""


@dataclass(frozen=True)
class Plugin:
    """A distribution with one module and one plugin.

    Attributes:
        name: of the plugin.
        code: of its module, which finds all of `reportlint.api` imported.
        version: of the distribution.
        project: name of the distribution; empty: `reportlint-NAME`.
        entry_points: bytes of entry_points.txt instead of those that announce the module.
    """

    name: str
    code: str
    version: str = "1.0"
    project: str = ""
    entry_points: bytes | None = None

    @property
    def distribution(self) -> str:
        """Name of the distribution as its files have it."""
        return (self.project or f"reportlint-{self.name}").replace("-", "_")

    @property
    def label(self) -> str:
        """Name and version as messages have it."""
        return f"{self.name} {self.version}"


def install(folder: Path, *plugins: Plugin) -> dict[str, str]:
    """Put distributions into `site-packages` below a folder; the environment in which a process finds them."""
    folder /= "site-packages"
    for plugin in plugins:
        name = plugin.distribution
        metadata = folder / f"{name}-{plugin.version}.dist-info"
        metadata.mkdir(parents=True)
        (folder / f"{name}.py").write_text(IMPORTS + plugin.code, encoding="utf-8")
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {plugin.version}\n", encoding="utf-8"
        )
        announced = f"[console_scripts]\nother = other:main\n\n[reportlint]\n{plugin.name} = {name}\n".encode()
        (metadata / "entry_points.txt").write_bytes(announced if plugin.entry_points is None else plugin.entry_points)
    return {"PYTHONPATH": str(folder)}


def others(folder: Path, number: int) -> dict[str, str]:
    """Put so many distributions that are no plugins there, too."""
    folder /= "site-packages"
    for index in range(number):
        metadata = folder / f"library_{index}-1.{index}.dist-info"
        metadata.mkdir(parents=True)
        (folder / f"library_{index}.py").write_text("1 / 0\n", encoding="utf-8")
        (metadata / "METADATA").write_text(f"Name: library_{index}\nVersion: 1.{index}\n", encoding="utf-8")
        (metadata / "RECORD").write_text(f"library_{index}.py,,\n", encoding="utf-8")
        if index % 3 == 0:
            (metadata / "entry_points.txt").write_text(f"[console_scripts]\nlibrary{index} = library_{index}:main\n")
    return {"PYTHONPATH": str(folder)}


def checks(body: str, name: str = "slogan", aliases: str = "()") -> str:
    """Code of a plugin with one check; `body` is that of its `run`, `aliases` is source."""
    lines = "\n".join(f"        {line}" for line in body.splitlines())
    return f'''
class Slogan(Check):
    """口号。"""

    meta = Meta(Text("口号", "Slogan"), Severity.WARNING, aliases={aliases})

    def run(self, document):
{lines}


def reportlint_checks():
    return {{"{name}": Slogan}}
'''


GOOD = Plugin(
    "good",
    checks(
        'for at in find_all(document.text, "进一步"):\n'
        '    yield Finding(Span(at, at + 3), Text("少用“进一步”。", "Avoid it."))'
    ),
    "2.5",
)
"""A plugin that works, and finds something in every seed."""
