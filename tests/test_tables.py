"""Every check's table: it must fire exactly at the ⟦marks⟧, and its fixes must settle and leave it silent."""

from __future__ import annotations

import re
import tomllib
from inspect import cleandoc
from pathlib import Path
from typing import Any

import pytest

from reportlint.check import Safety
from reportlint.engine import inspect
from reportlint.fixing import ROUNDS, apply_fixes
from reportlint.readers import read
from support import registered, unmark

TABLES: dict[str, list[dict[str, Any]]] = {
    path.stem: tomllib.loads(path.read_text("utf-8"))["case"]
    for path in sorted((Path(__file__).parent / "checks").glob("*.toml"))
}
CASES = [
    pytest.param(id_, case, id=f"{id_}-{number}-{case['why']}")
    for id_, cases in TABLES.items()
    for number, case in enumerate(cases, 1)
]
KEYS = {"why", "text", "format", "fixed", "options", "related", "severity"}


@pytest.mark.parametrize(("id_", "case"), CASES)
def test_case(id_: str, case: dict[str, Any]) -> None:
    assert set(case) <= KEYS, f"unknown keys {set(case) - KEYS}"
    source, expected = unmark(case["text"])
    path = f"draft.{case.get('format', 'txt')}"
    check = registered()[id_].make(case.get("options"))
    document = read(path, source.encode())

    inspection = inspect(document, [(id_, check)])

    assert not inspection.failures
    found = [document.map.to_source(d.location.span) for d in inspection.diagnostics]
    assert [source[a:b] for a, b in expected] == [source[s.start : s.end] for s in found]
    assert expected == [(s.start, s.end) for s in found]
    if "severity" in case:
        assert {case["severity"]} == {d.severity.label for d in inspection.diagnostics}
    if "related" in case:
        assert case["related"] == [r.text for d in inspection.diagnostics for r in d.related]
    assert case.get("fixed", source) == settle(path, source, id_, case.get("options"))


def settle(path: str, source: str, id_: str, options: dict[str, Any] | None) -> str:
    """The source after all fixes, unsafe ones too; fails when they do not settle."""
    for _ in range(ROUNDS):
        document = read(path, source.encode())
        inspection = inspect(document, [(id_, registered()[id_].make(options))])
        source, count = apply_fixes(document, inspection.diagnostics, Safety.UNSAFE)
        if not count:
            return source
    pytest.fail("fixes do not settle")


def test_every_check_has_a_table_and_every_table_a_check() -> None:
    assert set(registered()) == set(TABLES)


@pytest.mark.parametrize("id_", TABLES)
def test_as_many_texts_without_a_finding_as_with_one(id_: str) -> None:
    firing = sum("⟦" in case["text"] for case in TABLES[id_])
    assert firing >= 3
    assert len(TABLES[id_]) - firing >= firing


@pytest.mark.parametrize("id_", TABLES)
def test_the_examples_in_the_docstring_hold(id_: str) -> None:
    page = cleandoc(registered()[id_].check.__doc__ or "")
    examples = {name: _example(page, name) for name in ("反例", "正例")}

    for heading in ("## 为什么", "## 反例", "## 正例", "## English"):
        assert heading in page
    assert check_ids(id_, examples["反例"])
    assert not check_ids(id_, examples["正例"])


def check_ids(id_: str, source: str) -> list[str]:
    """Ids of what one check finds in a text."""
    inspection = inspect(read("draft.txt", source.encode()), [(id_, registered()[id_].make())])
    assert not inspection.failures
    return [d.check for d in inspection.diagnostics]


def _example(page: str, heading: str) -> str:
    match = re.search(rf"## {heading}\n((?: {{4}}.*(?:\n|\Z)|\s*\n)+)", page)
    assert match, f"{heading} holds no example (indent it by four columns more than the heading)"
    return re.sub(r"^ {4}", "", match[1].strip("\n"), flags=re.MULTILINE).rstrip()
