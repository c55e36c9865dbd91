"""Finds installed plugins: entry points of the group `reportlint`.

The standard library's `importlib.metadata` costs three bare interpreter starts to import; most runs have no plugin, and
learn so from the files that `pip` writes.
"""

from __future__ import annotations

import os
import sys

from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GROUP = "reportlint"


@frozen
class EntryPoint:
    """A plugin as its distribution announces it.

    Attributes:
        name: of the plugin.
        distribution: name of the distribution.
        version: of the distribution; empty when unknown.
        target: `module` or `module:object`.
    """

    name: str
    distribution: str
    version: str
    target: str


def installed(paths: Iterable[str] | None = None) -> list[EntryPoint]:
    """Plugins of all distributions on the import path, in order of name; of two with one name the first on the path.

    The current folder is no place to find plugins in, although `python -m` puts it on the path.
    """
    found: dict[str, list[EntryPoint]] = {}
    here = _current()
    for path in sys.path if paths is None else paths:
        if path and path != here:
            for distribution, version, folder in _distributions(path):
                if distribution not in found:
                    found[distribution] = list(_entry_points(distribution, version, folder))
    return sorted((point for points in found.values() for point in points), key=lambda point: point.name)


def _current() -> str:
    try:
        return os.getcwd()
    except OSError:
        return ""


def _distributions(path: str) -> Iterator[tuple[str, str, str]]:
    """Name, version and folder of the metadata of each distribution in one folder of the import path."""
    try:
        names = sorted(os.listdir(path))
    except OSError:
        return
    for name in names:
        stem, suffix = os.path.splitext(name)
        if suffix in {".dist-info", ".egg-info"}:
            distribution, _, rest = stem.partition("-")
            yield (
                distribution.lower().replace("_", "-").replace(".", "-"),
                rest.partition("-")[0],
                os.path.join(path, name),
            )


def _entry_points(distribution: str, version: str, folder: str) -> Iterator[EntryPoint]:
    try:
        with open(os.path.join(folder, "entry_points.txt"), "rb") as stream:
            raw = stream.read()
    except OSError:
        return
    if b"[" + GROUP.encode() + b"]" not in raw.replace(b" ", b""):
        return
    section = ""
    for line in raw.decode("utf-8", "replace").splitlines():
        words = line.strip()
        if words.startswith("["):
            section = words.strip("[] \t")
        elif section == GROUP and "=" in words and not words.startswith(("#", ";")):
            name, _, target = words.partition("=")
            yield EntryPoint(name.strip(), distribution, version, target.partition("[")[0].strip())
