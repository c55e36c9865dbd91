"""TOML as editors write it, also those that begin a file with a byte order mark."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def parse_toml(raw: bytes) -> dict[str, Any]:
    """The table that bytes hold.

    Raises:
        ValueError: when they are not UTF-8 (then a UnicodeDecodeError) or no TOML.
    """
    import tomllib  # most runs read no TOML

    return tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"))


def toml_in(path: str) -> dict[str, Any]:
    """The table in a file; an empty one when there is none, or none that can be read."""
    try:
        with open(path, "rb") as stream:
            return parse_toml(stream.read())
    except (OSError, ValueError):
        return {}
