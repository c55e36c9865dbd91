"""Units: each row of the table, what a unit is worth, and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.facts.numerals import ONE
from reportlint.facts.units import Unit, compatible, every_unit, first_characters, unit_at, unit_named

UNITS = every_unit()
DATA = Path(__file__).parent.parent / "src" / "reportlint" / "data" / "units.tsv"


def named(name: str) -> Unit:
    unit = unit_named(name)
    assert unit is not None, name
    return unit


@pytest.mark.parametrize("unit", UNITS, ids=[unit.name for unit in UNITS])
def test_every_row(unit: Unit) -> None:
    assert unit.factor > 0
    assert unit_at(f"共5{unit.name}。", 2) == unit
    assert unit.name[0] in first_characters()
    assert unit.kind == "count" or not unit.group


def test_no_unit_stands_twice_in_the_table() -> None:
    rows = [row for row in DATA.read_text("utf-8").splitlines() if row and not row.startswith("#")]
    assert len(rows) == len(UNITS)


@pytest.mark.parametrize(
    ("name", "kind", "worth", "exact"),
    [
        ("元", "money", 1, True),
        ("万元", "money", 10**4, True),
        ("亿元", "money", 10**8, True),
        ("万亿元", "money", 10**12, True),
        ("万人次", "count", 10**4, True),
        ("亿立方米", "volume", 10**8, True),
        ("万千瓦", "power", 10**4, True),
        ("公顷", "area", 10**4, True),
        ("平方公里", "area", 10**6, True),
        ("吨", "mass", 1000, True),
        ("%", "ratio", 1, True),
        ("成", "ratio", 10, True),
        ("个百分点", "points", 1, True),
        ("倍", "times", 1, True),
        ("番", "doublings", 1, True),
        ("小时", "duration", 60, True),
        ("天", "duration", 1440, True),
    ],
)
def test_worth(name: str, kind: str, worth: int, exact: bool) -> None:
    unit = named(name)
    assert (unit.kind, unit.factor, unit.exact) == (kind, worth * ONE, exact)


def test_a_mu_is_a_fifteenth_of_a_hectare_and_never_exact() -> None:
    assert abs(named("亩").factor * 15 - named("公顷").factor) < 10
    assert not named("亩").exact


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("个百分点", "个百分点"),
        ("个月", "个月"),
        ("个问题", "个"),
        ("人次", "人次"),
        ("人参加", "人"),
        ("平方公里", "平方公里"),
        ("项目标", "项"),
        ("名代表", "名"),
        ("名单", None),
        ("部分", None),
        ("场所", None),
        ("家庭", "家庭"),
        ("元旦", None),
        ("米粉", None),
        ("天然气", None),
        ("成功", None),
        ("分别", None),
        ("年度", None),
        ("批准", None),
        ("条例", None),
        ("是", None),
        ("", None),
    ],
)
def test_what_follows_a_number(text: str, name: str | None) -> None:
    unit = unit_at(f"5{text}", 1)
    assert (unit.name if unit else None) == name


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("件", "条", True),
        ("起", "宗", True),
        ("个", "项", True),
        ("名", "人", True),
        ("万元", "元", True),
        ("亩", "公顷", True),
        ("人", "人次", False),
        ("件", "人", False),
        ("次", "场", False),
        ("家", "户", False),
        ("元", "美元", False),
        ("%", "个百分点", False),
        ("千瓦", "千瓦时", False),
    ],
)
def test_what_can_be_added(one: str, other: str, expected: bool) -> None:
    assert compatible(named(one), named(other)) is expected
    assert compatible(named(other), named(one)) is expected


@pytest.mark.parametrize("name", ["", "万", "万万元", "镇", "亿亿"])
def test_unknown_names(name: str) -> None:
    assert unit_named(name) is None
