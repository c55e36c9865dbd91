"""What checks of numbers must hold for any amount: right sentences stay silent, and one more word makes them wrong."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import check_text

AMOUNT = st.integers(2, 98).map(lambda number: number * 10)
UNIT = st.sampled_from(["人", "名", "户", "件", "万元", "亩", "公里"])


@given(AMOUNT, UNIT, st.sampled_from(["近", "约", "超过", "至少", "不足", ""]))
def test_one_inexact_word_is_enough(amount: int, unit: str, word: str) -> None:
    assert not check_text("number.approximation-conflict", f"全镇共有{word}{amount}{unit}，其中{amount}余{unit}。")


@given(AMOUNT, UNIT, st.sampled_from(["近", "将近", "接近", "不足", "不到"]))
def test_less_and_more_exclude_each_other(amount: int, unit: str, word: str) -> None:
    (found,) = check_text("number.approximation-conflict", f"全镇共有{word}{amount}余{unit}。")

    assert found.severity.label == "error"
    assert found.location.text == f"{word}{amount}余{unit}"


@given(st.integers(50, 80), st.integers(1, 15))
def test_the_difference_of_two_rates_is_in_points(before: int, more: int) -> None:
    sentence = f"办结率由{before}%提高到{before + more}%，提高{more}"

    assert check_text("number.percent-point", f"{sentence}%。")
    assert not check_text("number.percent-point", f"{sentence}个百分点。")


@given(st.integers(1, 90), st.integers(1, 9), st.sampled_from(["至", "—", "～"]))
def test_a_range_runs_upwards(first: int, more: int, sign: str) -> None:
    assert check_text("number.range", f"每组{first + more}{sign}{first}人。")
    assert not check_text("number.range", f"每组{first}{sign}{first + more}人。")


@pytest.mark.timing
@pytest.mark.parametrize(
    "unit", ["0次", "投入4000元，", "近1余", "5%", "1 ", "1　", "8至5个", "2O", "由80%到85%，提高5%，"]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    source = unit * (20_000 // len(unit))
    start = time.perf_counter()
    for name in ("approximation-conflict", "percent-point", "range", "mixed-numerals", "magnitude", "stray-space"):
        check_text(f"number.{name}", source)

    assert time.perf_counter() - start < 20  # a square of the length takes minutes
