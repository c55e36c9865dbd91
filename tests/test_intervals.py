"""Bounds hold whatever was rounded, and sums read as on paper."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.arithmetic import addition, decimal, division, figure, scale, subtraction
from reportlint.facts.intervals import Interval, growth, interval, multiple, share, total
from reportlint.facts.numerals import ONE
from reportlint.facts.quantities import Quantity, quantities
from reportlint.readers import read

INTEGERS = st.integers(1, 10**9)
WIDTHS = st.integers(0, 10**6)


def amounts(text: str) -> tuple[Quantity, ...]:
    return quantities(read("draft.txt", text.encode()))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("建议41件。", 41, 41),
        ("满意率86.3%。", Fraction("86.25"), Fraction("86.4")),
        ("满意率86%。", Fraction("85.5"), 87),
        ("投入24.52万元。", 245_150, 245_250),
        ("投入4000万元。", 39_995_000, 40_005_000),
        ("发放4元。", 4, 4),
        ("道路35公里。", 34_500, 35_500),
        ("道路35.5公里。", 35_450, 35_550),
        ("参加30余人。", 30, 40),
        ("走访3至5户。", 3, 5),
        ("选举代表一百零五名。", 105, 105),
    ],
)
def test_what_a_printed_amount_may_stand_for(text: str, low: Fraction, high: Fraction) -> None:
    found = interval(amounts(text)[0])
    assert found == Interval(int(low * ONE), int(high * ONE))


@pytest.mark.parametrize("text", ["建议数十件。", "建议50件以上。", "建议X5件。"])
def test_what_has_no_bounds(text: str) -> None:
    assert all(interval(found) is None for found in amounts(text) if found.high is None)


@given(INTEGERS, INTEGERS, WIDTHS, WIDTHS)
def test_quotients_lie_between_their_bounds(part: int, whole: int, play: int, slack: int) -> None:
    part_bounds = Interval(max(0, part - play), part + play)
    whole_bounds = Interval(max(1, whole - slack), whole + slack)
    ratio = Fraction(part, whole) * 100 * ONE
    found = share(part_bounds, whole_bounds)
    assert found is not None
    assert found.low <= ratio <= found.high
    change = growth(whole_bounds, part_bounds)
    assert change is not None
    assert change.low <= ratio - 100 * ONE <= change.high
    times = multiple(part_bounds, whole_bounds)
    assert times is not None
    assert times.low <= ratio / 100 <= times.high


def test_nothing_is_no_base() -> None:
    nothing, some = Interval(0, 0), Interval(5, 5)
    assert share(some, nothing) is None
    assert growth(nothing, some) is None
    assert multiple(some, nothing) is None


@given(st.lists(st.tuples(INTEGERS, WIDTHS), max_size=6))
def test_totals_and_differences(parts: list[tuple[int, int]]) -> None:
    bounds = [Interval(value - play, value + play) for value, play in parts]
    whole = total(bounds)
    value = sum(value for value, _ in parts)
    assert whole.low <= value <= whole.high
    assert whole.high - whole.low == 2 * sum(play for _, play in parts)
    assert (whole - whole).meets(Interval(0, 0))
    assert whole.widened(3) + Interval(0, 0) == Interval(whole.low - 3, whole.high + 3)


@pytest.mark.parametrize(
    ("value", "places", "words"),
    [(86_206_896, 2, "86.21"), (5 * ONE, 6, "5"), (-3_500_000, 6, "-3.5"), (-4, 2, "0"), (999_999, 2, "1")],
)
def test_decimals(value: int, places: int, words: str) -> None:
    assert decimal(value, places) == words


def test_sums_are_written_in_the_unit_of_the_whole() -> None:
    whole, *parts = amounts("投入1.2亿元，其中中央5000万元、省级4000万元、自筹2000万元。")
    assert scale(whole) == "亿"
    assert addition(parts, whole) == "0.5亿 + 0.4亿 + 0.2亿 = 1.1亿"
    assert addition(parts, parts[0]) == "5000万 + 4000万 + 2000万 = 11000万"
    assert subtraction(whole, parts[0], parts[0]) == "12000万 - 5000万 = 7000万"
    assert division(parts[0], whole) == "0.5亿 ÷ 1.2亿 = 41.67%"


def test_chinese_numerals_are_shown_in_digits() -> None:
    whole, part = amounts("建议一万两千条，其中办结三千条。")
    assert scale(whole) == ""
    assert figure(whole.high or 0, part) == "12000"
