"""Which files hold tables of checks, and which hold rules."""

from __future__ import annotations

import os

from reportlint.collect import RULE_SUFFIXES
from reportlint.config.files import FILE_NAME
from reportlint.text import Pattern
from reportlint.text.encoding import UndecodableError, decode
from reportlint.text.toml import parse_toml, toml_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE = Pattern(r"[^=＝→>\n]{1,40}(?:=>|＝＞|→|-->)[^=＝→>\n]{0,60}")
_NO_RULES = frozenset({FILE_NAME, "pyproject.toml"})
_SKIPPED = frozenset({"node_modules", "venv", "__pycache__"})
_RULE_KEYS = frozenset({"bad", "good", "forbid", "replace", "require", "order", "count", "together"})


def find_files(path: str) -> Iterator[str]:
    """Tables and files of rules at or below a path; other files are passed over, unless named."""
    if not os.path.isdir(path):
        if os.path.exists(path):
            yield path
        return
    try:
        names = sorted(os.listdir(path))
    except OSError:
        return
    for name in names:
        inner = os.path.join(path, name)
        if name.startswith(".") or name in _SKIPPED or (os.path.isdir(inner) and os.path.islink(inner)):
            continue
        if os.path.isdir(inner):
            yield from find_files(inner)
        elif (
            os.path.isfile(inner)
            and name.endswith(RULE_SUFFIXES)
            and name not in _NO_RULES
            and (is_table(inner) or _holds_rules(inner))
        ):
            yield inner


def usual_places(folders: Iterable[str]) -> list[str]:
    """Where tables lie when nobody says where: beside local plugins, and in the current folder."""
    own = os.path.join("tests", "checks")
    places = [*(os.path.join(folder, "tests") for folder in folders), own if os.path.isdir(own) else "tests"]
    return [place for place in places if os.path.isdir(place)]


def is_table(path: str) -> bool:
    """Whether a file is a table of cases: it is named after a check, or holds `[[case]]`."""
    name, suffix = os.path.splitext(os.path.basename(path))
    return suffix == ".toml" and ("." in name or "case" in toml_in(path))


def _holds_rules(path: str) -> bool:
    """Whether a file found in a folder is one of rules; a draft in plain text is none.

    One that is no TOML may be meant for one: whoever reads it will say what is wrong.
    """
    try:
        with open(path, "rb") as stream:
            raw = stream.read()
        if path.endswith(".toml"):
            return any(isinstance(value, dict) and _RULE_KEYS & value.keys() for value in parse_toml(raw).values())
        lines = [line.strip() for line in decode(raw).text.splitlines()]
    except UndecodableError:
        return False
    except ValueError:
        return True
    except OSError:
        return False
    words = [line.partition("#")[0].strip() for line in lines if line and not line.startswith(("#", "＃"))]
    return bool(words) and all(_LINE.fullmatch(line) for line in words)
