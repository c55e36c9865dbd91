"""Every check's table and examples, tried as everybody's are; this repository asks a little more of its own."""

from __future__ import annotations

from inspect import cleandoc
from pathlib import Path

import pytest

from reportlint.tables import Case, read_table, try_case, try_examples
from support import registered

TABLES: dict[str, tuple[Case, ...]] = {
    path.stem: read_table(str(path)) for path in sorted((Path(__file__).parent / "checks").glob("*.toml"))
}
CASES = [
    pytest.param(id_, case, id=f"{id_}-{number}-{case.why}")
    for id_, cases in TABLES.items()
    for number, case in enumerate(cases, 1)
]


@pytest.mark.parametrize(("id_", "case"), CASES)
def test_case(id_: str, case: Case) -> None:
    assert case.why
    assert not [wrong.zh for wrong in try_case(registered()[id_], case)]


def test_every_check_has_a_table_and_every_table_a_check() -> None:
    assert set(registered()) == set(TABLES)


@pytest.mark.parametrize("id_", TABLES)
def test_as_many_texts_without_a_finding_as_with_one(id_: str) -> None:
    firing = sum("⟦" in case.text for case in TABLES[id_])
    assert firing >= 3
    assert len(TABLES[id_]) - firing >= firing


@pytest.mark.parametrize("id_", TABLES)
def test_the_examples_in_the_docstring_hold(id_: str) -> None:
    page = cleandoc(registered()[id_].check.__doc__ or "")

    for heading in ("## 为什么", "## 反例", "## 正例", "## English"):
        assert heading in page
    assert dict(try_examples(registered()[id_])) == {"反例": [], "正例": []}
