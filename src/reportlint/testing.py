"""For test suites of plugins: the tables and examples of checks as a fixture of pytest.

In `conftest.py`:

    pytest_plugins = ["reportlint.testing"]

and in a test:

    def test_tables(reportlint_test):
        reportlint_test("tests/checks")
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import pytest

from reportlint.run.proof import project_of, prove

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def reportlint_test(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Runs what `reportlint test PATH…` runs, with installed plugins and the nearest configuration.

    Paths are relative to the project of the test, wherever pytest was started. The test fails with a line for each case
    that does; a path without any case fails, too.
    """

    def check(*paths: str | os.PathLike[str]) -> None:
        with contextlib.chdir(project_of(os.path.dirname(request.path))):
            proof = prove([os.fspath(path) for path in paths])
        lines = [text.zh for text in proof.problems]
        lines += [f"{result.name}：{text.zh}" for result in proof.results for text in result.wrong]
        if not proof.results:
            lines.append("没有找到用例")
        if lines:
            pytest.fail("\n".join(lines), pytrace=False)

    return check
