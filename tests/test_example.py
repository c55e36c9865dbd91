"""The example plugin is what `new-plugin` writes, short enough to be read in a minute, and uses nothing but the API."""

from __future__ import annotations

import ast
from pathlib import Path

from reportlint.scaffold import new_plugin

PLUGINS = Path(__file__).parent.parent / "plugins"
EXAMPLE = PLUGINS / "reportlint-example"


def files() -> dict[str, str]:
    return {
        path.relative_to(PLUGINS).as_posix(): path.read_text("utf-8")
        for path in sorted(EXAMPLE.rglob("*"))
        if path.is_file() and not {"__pycache__", "build"} & set(path.parts) and path.suffix != ".pyc"
    }


def test_it_is_what_the_command_writes() -> None:
    assert files() == dict(sorted(new_plugin("example").items()))


def test_it_has_fewer_than_a_hundred_lines() -> None:
    assert sum(len(text.splitlines()) for text in files().values()) < 100


def test_it_imports_nothing_of_ours_but_the_api() -> None:
    imported = {
        node.module
        for name, text in files().items()
        if name.endswith(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom)
    }
    assert {module for module in imported if module and module.startswith("reportlint")} == {"reportlint.api"}
