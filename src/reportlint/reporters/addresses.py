"""How programs are told which file is meant."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.check import Severity

HOME = "https://github.com/reportlint/reportlint"
"""Where reportlint is from, as in its package."""


def relative_path(path: str) -> str:
    """A path below the current folder with slashes; one outside it stays absolute."""
    absolute = os.path.abspath(path)
    here = os.getcwd().rstrip(os.sep) + os.sep
    return absolute.removeprefix(here).replace(os.sep, "/")


def uri(path: str) -> str:
    """The same as a URI reference: all but letters and digits of ASCII is escaped, bytes that are no text too."""
    from urllib.parse import quote

    shown = relative_path(path)
    try:
        raw = os.fsencode(shown)
    except UnicodeEncodeError:  # a name that only Windows allows
        raw = shown.encode("utf-8", "surrogatepass")
    escaped = quote(raw, safe="/-._~")
    return f"file://{'' if escaped.startswith('/') else '/'}{escaped}" if os.path.isabs(shown) else escaped


def by_severity(severity: Severity, error: str, warning: str, info: str) -> str:
    """The word of a format for a severity."""
    return {"error": error, "warning": warning, "info": info}[severity.label]
