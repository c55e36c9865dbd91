"""Settings shared by all tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from command import DRAFT
from ownchecks import TEXT, write

if TYPE_CHECKING:
    from pathlib import Path

settings.register_profile(
    "default",
    max_examples=int(os.environ.get("REPORTLINT_EXAMPLES", "100")),
    deadline=None,
    # The gate of a change must not hang on luck; everybody else looks for new examples.
    derandomize="CI" in os.environ,
)
settings.load_profile("default")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A folder with a Chinese name that holds one faulty draft with a Chinese name."""
    folder = tmp_path / "报告 草稿"
    folder.mkdir()
    path = folder / "工作总结.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a draft, and a configuration that names the folder `checks`, which is empty."""
    folder = tmp_path / "项目"
    (folder / "checks").mkdir(parents=True)
    write(folder / "a.txt", TEXT)
    write(folder / "reportlint.toml", 'plugins = ["checks"]\n')
    return folder
