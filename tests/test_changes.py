"""Properties of changes and portions: what follows from the amounts is silent, what is far from it is found."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.changes import changes
from reportlint.facts.comparisons import claims
from reportlint.facts.falls import falls_too_far
from reportlint.facts.plans import plans
from reportlint.facts.portions import wrong_portions
from reportlint.readers import read
from support import check_text

FRAMES = st.sampled_from(
    [
        "{}。",
        "全年召开会议12次，投入资金320万元，{}，其中税收增长9.1%。",
        "2022年，{}，群众满意率98%。",
        "党员1260名，人均收入23456元，增长8.2%，{}；新增就业520人，增长6%。",
    ]
)
COUNTS = st.integers(20, 90_000)
OFF = st.sampled_from([-8.0, -5.0, 5.0, 8.0, 20.0])
PLACES = st.integers(0, 2)


@given(FRAMES, COUNTS, st.integers(130, 190), PLACES, OFF)
def test_growth_that_follows_is_silent_and_growth_that_does_not_is_found(
    frame: str, before: int, percent: int, places: int, off: float
) -> None:
    after = before * percent // 100 + 1
    real = (after - before) / before * 100
    said = f"市场主体由{before}户增加到{after}户，增长{{:.{places}f}}%"

    assert not check_text("number.growth", frame.format(said.format(real)))
    assert len(check_text("number.growth", frame.format(said.format(real + off)))) == 1


@given(FRAMES, COUNTS, st.integers(50, 75), PLACES, OFF)
def test_rates_that_follow_are_silent_and_rates_that_do_not_are_found(
    frame: str, whole: int, percent: int, places: int, off: float
) -> None:
    part = whole * percent // 100
    real = part / whole * 100
    said = f"共收到建议{whole}件，已办结{part}件，办结率达{{:.{places}f}}%"

    assert not check_text("number.percentage", frame.format(said.format(real)))
    assert len(check_text("number.percentage", frame.format(said.format(real + off)))) == 1


@given(COUNTS, st.integers(2, 9))
def test_so_many_times_more_and_so_many_times_as_much(before: int, times: int) -> None:
    sentence = f"网格员由{before}名增加到{before * times}名，"

    assert not check_text("number.times", f"{sentence}增长{times - 1}倍。")
    assert not check_text("number.times", f"{sentence}是原来的{times}倍。")
    assert len(check_text("number.times", f"{sentence}增长{times}倍。")) == 1


@given(COUNTS, COUNTS)
def test_direction_is_the_order_of_the_amounts(before: int, after: int) -> None:
    found = check_text("number.direction", f"网格员由{before}名增加到{after}名。")

    assert len(found) == (after < before)


@pytest.mark.parametrize("words", ["由0件增加到5件，增长100%。", "共0件，办结0件，办结率100%。", "办结率0%（0/0）。"])
def test_nothing_as_base_is_silent(words: str) -> None:
    for id_ in ("number.growth", "number.percentage", "number.times", "number.direction"):
        assert not check_text(id_, words)


def test_a_number_of_five_thousand_digits_is_silent() -> None:
    assert not check_text("number.growth", f"由{'9' * 5000}件增加到5件，增长5%。")


@pytest.mark.parametrize(
    "unit", ["由1件增加到", "，增长5%", "翻一番", "计划5件，完成", "1人，占5%、", "下降1倍", "由第1位上升到"]
)
def test_hostile_repetition_takes_time_in_proportion(unit: str) -> None:
    def seconds(length: int) -> float:
        document = read("draft.txt", (unit * (length // len(unit))).encode())
        start = time.process_time()
        for look in (changes, claims, falls_too_far, plans, wrong_portions):
            look(document)
        return time.process_time() - start

    assert seconds(24_000) < 12 * seconds(6_000) + 0.1
