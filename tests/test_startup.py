"""Start-up is a feature: what `reportlint draft.txt` imports is watched here, its time is measured in bench/."""

from __future__ import annotations

import subprocess
import sys

import pytest

from command import SEEDS

HEAVY = {
    "asyncio",
    "contextlib",
    "dataclasses",
    "difflib",
    "hashlib",
    "importlib.metadata",
    "inspect",
    "jieba",
    "json",
    "logging",
    "markdown_it",
    "multiprocessing",
    "numpy",
    "pathlib",
    "pluggy",
    "pydantic",
    "rich",
    "shutil",
    "subprocess",
    "tempfile",
    "tomllib",
    "typer",
    "typing",
    "unittest",
}
"""Modules that cost more than they give on the default path."""

RUN = """
import sys
sys.argv = ["reportlint", *sys.argv[1:]]
import reportlint.cli.streams as streams
streams.finish = lambda code, language: None  # it would end the process before we can look
from reportlint.cli import main
main()
print(*sorted(sys.modules), file=sys.stderr)
"""


def imported(*arguments: str) -> set[str]:
    """Modules in a process after it ran a command line."""
    done = subprocess.run([sys.executable, "-c", RUN, *arguments], capture_output=True, check=True)  # noqa: S603 - ours
    return set(done.stderr.decode().splitlines()[-1].split())


def test_a_check_of_a_draft_imports_nothing_heavy() -> None:
    modules = imported(str(SEEDS / "001_a5a8b87d7a37350c.txt"), "--isolated")

    assert "reportlint.engine" in modules
    assert not HEAVY & modules


def test_the_version_imports_nothing_at_all() -> None:
    modules = imported("--version")

    assert not {name for name in modules if name.startswith("reportlint.") and "cli" not in name}


@pytest.mark.parametrize(
    ("arguments", "needed"), [(["--output-format", "json"], "json"), (["--color", "always"], "rich")]
)
def test_what_is_asked_for_is_imported(arguments: list[str], needed: str) -> None:
    assert needed in imported(str(SEEDS / "001_a5a8b87d7a37350c.txt"), "--isolated", *arguments)
