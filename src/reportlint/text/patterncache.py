"""Compiled regular expressions, remembered from run to run.

Compiling is the larger part of a short run: a character class of Chinese characters alone takes 0.5 to 2.7 ms, because
Python fills a table of 65,536 entries for it, and a draft needs a hundred expressions. What the compiler makes is a
list of numbers; like the bytecode of modules it can be kept in a file. The file holds expressions of this program and
nothing of any draft. Whatever goes wrong with it, expressions are compiled as usual.

The file lies in the user's cache folder, or in `REPORTLINT_CACHE_DIR`; an empty value of that variable turns it off.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    Entry = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
    """Arguments of `_sre.compile` after the expression: flags, code as 32-bit numbers, groups, names by group."""

VARIABLE = "REPORTLINT_CACHE_DIR"
MOST = 4000
"""Expressions kept at most; more means that the file has gathered those of many versions, and it begins anew."""


class PatternCache:
    """Expressions by (source, flags), read from a file when first asked for and written back by `save`."""

    def __init__(self, path: str | None) -> None:
        self.path = path
        self._entries: dict[tuple[str, int], Entry] | None = None
        self._new = False

    def compile(self, source: str, flags: int) -> re.Pattern[str]:
        """The compiled expression, from the file if it is there.

        Raises:
            re.error: for a source that is no regular expression.
        """
        if self.path is None:
            return _compile(source, flags)
        flags = int(flags)
        if self._entries is None:
            self._entries = _load(self.path)
        known = self._entries.get((source, flags))
        if known is not None:
            try:
                return _assemble(source, known)
            except (AttributeError, ImportError, RuntimeError, TypeError, ValueError, OverflowError):
                del self._entries[source, flags]
        entry = _disassemble(source, flags)
        if entry is not None:
            self._entries[source, flags] = entry
            self._new = True
        return _compile(source, flags)

    def save(self) -> None:
        """Write the file if something was compiled anew; if it cannot be written, nothing happens."""
        if not self._new or self.path is None or self._entries is None:
            return
        import marshal

        self._new = False
        temporary = f"{self.path}.{os.getpid()}"
        entries = dict(list(self._entries.items())[-MOST:])
        try:
            os.makedirs(os.path.dirname(self.path), exist_ok=True)
            with open(temporary, "wb") as stream:
                stream.write(marshal.dumps(entries))
            os.replace(temporary, self.path)
        except OSError:
            try:
                os.unlink(temporary)
            except OSError:
                return


def default_path(environment: Mapping[str, str]) -> str | None:
    """Where the file lies for this interpreter, or None when the user wants none."""
    from reportlint import __version__

    folder = environment.get(VARIABLE)
    if folder is None:
        base = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA")
        folder = os.path.join(base or os.path.join(os.path.expanduser("~"), ".cache"), "reportlint")
    if not folder:
        return None
    # The numbers mean something else to every release of the interpreter.
    name = f"patterns-{__version__}-{sys.implementation.cache_tag}-{sys.hexversion:x}.bin"
    return os.path.join(folder, name)


CACHE = PatternCache(default_path(os.environ))
"""The cache of this process."""


def _load(path: str) -> dict[tuple[str, int], Entry]:
    import marshal

    try:
        with open(path, "rb") as stream:
            entries = marshal.loads(stream.read())  # noqa: S302 - our own file, as trusted as bytecode
    except (OSError, EOFError, TypeError, ValueError, MemoryError):
        return {}
    return entries if isinstance(entries, dict) and len(entries) <= MOST else {}


def _compile(source: str, flags: int) -> re.Pattern[str]:
    import re

    return re.compile(source, flags)


def _assemble(source: str, entry: Entry) -> re.Pattern[str]:
    """An expression from its numbers; the interpreter checks them before it uses them."""
    import _sre  # type: ignore[import-not-found]

    flags, code, groups, names, indexes = entry
    compiled: re.Pattern[str] = _sre.compile(source, flags, memoryview(code).cast("I").tolist(), groups, names, indexes)
    return compiled


def _disassemble(source: str, flags: int) -> Entry | None:
    """The numbers of an expression, or None where this interpreter does not hand them out.

    Raises:
        re.error: for a source that is no regular expression.
    """
    try:
        from array import array
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(source, flags)
        code = _compiler._code(parsed, flags)  # noqa: SLF001 - there is no public way
        names: dict[str, int] = dict(parsed.state.groupdict)
        indexes: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            indexes[number] = name
        numbers = array("I", code).tobytes()
        return int(flags | parsed.state.flags), numbers, parsed.state.groups - 1, names, tuple(indexes)
    except (AttributeError, ImportError, OverflowError):
        return None
