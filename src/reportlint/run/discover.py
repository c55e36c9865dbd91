"""Which files a run is about."""

from __future__ import annotations

import os

from reportlint.readers import BINARY, FORMATS, format_of
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

STDIN = "-"
_SKIPPED_FOLDERS = {".git", ".hg", ".svn", "__pycache__", "node_modules", ".venv", "venv"}
_LOCK_FILES = ("~$", ".~")
"""What word processors leave beside an open document."""


@frozen
class Target:
    """A file to check.

    Attributes:
        path: as the user would name it.
        named: whether the user gave it by name (then a problem with it is an error, and `exclude` does not apply).
    """

    path: str
    named: bool


def discover(paths: Iterable[str], suffixes: Collection[str] = ()) -> Iterator[Target]:
    """Files of the paths in the order given; folders are searched in depth, sorted; each file comes once.

    Of folders come the files with suffixes of readers, those that nothing on this machine can read included, so that
    somebody can say they were skipped; and those with the `suffixes` that plugins can read.

    A path that does not exist but is a glob pattern is expanded here (shells on Windows do not); what nothing matches
    is handed on as it is, so that reading it reports the error.
    """
    seen: set[str] = set()
    for path in paths:
        for target in _expand(path, suffixes):
            key = target.path if target.path == STDIN else os.path.normcase(os.path.abspath(target.path))
            if key not in seen:
                seen.add(key)
                yield target


def excluded(path: str, patterns: Collection[str], root: str) -> bool:
    """Whether a path matches one of the patterns: its file name, a folder's name, or its path below `root`.

    `*` also crosses folder borders; a pattern that names a folder (`archive`, `archive/`) means all below it.
    """
    if not patterns:
        return False
    from fnmatch import fnmatchcase

    relative = os.path.relpath(os.path.abspath(path), root or os.getcwd()).replace(os.sep, "/")
    parts = relative.split("/")
    for pattern in patterns:
        bare = pattern.rstrip("/").removeprefix("./")
        if fnmatchcase(relative, bare) or fnmatchcase(relative, f"{bare}/*"):
            return True
        if "/" not in bare and any(fnmatchcase(part, bare) for part in parts):
            return True
    return False


def _expand(path: str, suffixes: Collection[str]) -> Iterator[Target]:
    if path == STDIN:
        yield Target(path, named=True)
    elif os.path.isdir(path):
        yield from (Target(found, named=False) for found in _drafts(path, suffixes))
    elif not os.path.exists(path) and any(sign in path for sign in "*?["):
        import glob

        found = sorted(glob.glob(path, recursive=True))
        for match in found:
            yield from _expand(match, suffixes)
        if not found:
            yield Target(path, named=True)
    else:
        yield Target(path, named=True)


def _drafts(folder: str, suffixes: Collection[str]) -> Iterator[str]:
    """Drafts below a folder, sorted; in a repository those that git would not ignore."""
    known = _unignored(folder)
    wanted = frozenset((*FORMATS, *BINARY, *suffixes))
    return (path for path in (_walk(folder) if known is None else known) if _is_draft(path, wanted))


def _is_draft(path: str, suffixes: Collection[str]) -> bool:
    if path.endswith(os.sep):
        return True
    return format_of(path) in suffixes and not os.path.basename(path).startswith(_LOCK_FILES)


def _walk(folder: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder.rstrip(os.sep) + os.sep  # reading it will say why it cannot be searched
        return
    for entry in entries:
        path = entry.name if folder == os.curdir else os.path.join(folder, entry.name)
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _SKIPPED_FOLDERS:
                yield from _walk(path)
        elif _may_be_file(entry):
            yield path


def _may_be_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file, or cannot be looked at (a link in a loop): then reading it will say why."""
    try:
        return entry.is_file()
    except OSError:
        return True


def _unignored(folder: str) -> list[str] | None:
    """What git knows below a folder, ignored files left out; None where there is no repository or no git.

    Only git itself knows all of its rules (nested files, negation, info/exclude), so it is asked.
    """
    if not _in_repository(os.path.abspath(folder)):
        return None
    listed = _git(folder, "ls-files", "-z", "-c", "-o", "--exclude-standard")
    if listed is None:
        return None
    names = {os.fsdecode(name) for name in listed.split(b"\0") if name}
    if not names and _git(folder, "check-ignore", "-q", ".") is not None:
        return None  # the folder itself is ignored, but the user asked for it
    found: list[str] = []
    for name in sorted(names):
        path = os.path.join(folder, *name.split("/")) if folder != os.curdir else os.path.join(*name.split("/"))
        if os.path.isdir(path):
            found += _unignored(path) or _walk(path)  # a repository inside this one
        elif os.path.exists(path):
            found.append(path)
    return found


def _git(folder: str, *arguments: str) -> bytes | None:
    """What git prints, or None when it fails or is not there."""
    import subprocess

    command = ["git", "-c", "core.fsmonitor=false", "-C", folder, *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603 - no shell, fixed arguments
    except (OSError, subprocess.CalledProcessError):
        return None


def _in_repository(folder: str) -> bool:
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return False
        folder = parent
    return True
