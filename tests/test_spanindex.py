"""Asking an index agrees with looking at every span."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportlint.text import Span
from reportlint.text.spanindex import SpanIndex, touches

SPAN = st.builds(lambda start, width: Span(start, start + width), st.integers(0, 12), st.integers(0, 5))


@given(st.lists(SPAN, max_size=10), SPAN)
def test_all_that_touch_are_found_and_no_others(spans: list[Span], asked: Span) -> None:
    found = list(SpanIndex(spans).touching(asked))
    assert found == sorted({span for span in spans if touches(span, asked)}, reverse=True)


@given(SPAN, SPAN)
def test_touching_is_mutual_and_more_than_overlapping(one: Span, other: Span) -> None:
    assert touches(one, other) == touches(other, one)
    assert touches(one, other) or not one.overlaps(other)
    if len(one) and len(other):
        assert touches(one, other) == one.overlaps(other)
