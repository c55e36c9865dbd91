"""A built-in family can move into a package of its own without a change to a single line of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

import reportlint as installed
from command import SEEDS, reportlint

SOURCE = Path(installed.__file__).parent
FAMILIES = sorted(path.parent.name for path in (SOURCE / "checks").glob("*/__init__.py"))


def findings(folder: Path, plugins: Path) -> Any:  # noqa: ANN401 - any JSON
    """What the program in one folder, with the plugins in another, finds in the seeds."""
    environment = {"PYTHONPATH": f"{folder}:{plugins}"}
    result = reportlint(*sorted(SEEDS.glob("*.txt")), "-f", "json", "--isolated", cwd=SEEDS, environment=environment)
    assert (result.code, result.err) == (1, "")
    return result.json


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the program, all families in it."""
    folder = tmp_path_factory.mktemp("whole")
    shutil.copytree(SOURCE, folder / "reportlint")
    return folder


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_moves_into_a_package_without_a_change(tmp_path: Path, whole: Path, family: str) -> None:
    rest, package = tmp_path / "rest", tmp_path / "plugins" / f"reportlint_{family}"
    shutil.copytree(whole / "reportlint", rest / "reportlint")
    package.parent.mkdir()
    (rest / "reportlint" / "checks" / family).rename(package)
    metadata = package.parent / f"reportlint_{family}-1.0.dist-info"
    metadata.mkdir()
    (metadata / "entry_points.txt").write_text(f"[reportlint]\n{family} = reportlint_{family}\n", "utf-8")

    before, after = findings(whole, package.parent / "none"), findings(rest, package.parent)

    assert any(id_.startswith(f"{family}.") for id_ in after["checks_run"])
    assert any(each["check"].startswith(f"{family}.") for file in after["files"] for each in file["findings"])
    assert after == before
    for moved in package.glob("*.py"):
        assert moved.read_bytes() == (SOURCE / "checks" / family / moved.name).read_bytes()
