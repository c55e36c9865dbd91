"""Frozen records behave like frozen dataclasses with slots."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.text.frozen import defaults, fields, frozen, replace


@frozen(order=True)
class Pair:
    """A record."""

    first: int
    second: int = 7

    kind: ClassVar[str] = "pair"

    @property
    def total(self) -> int:
        """A property works as in any class."""
        return self.first + self.second


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Model:
    """What it is compared with."""

    first: int
    second: int = 7


@frozen
class Longer(Pair):
    """A record with more fields."""

    third: tuple[int, ...] = ()


@frozen
class Positive:
    """A record that refuses some values."""

    value: int

    def __post_init__(self) -> None:
        if self.value < 0:
            message = "must not be negative"
            raise ValueError(message)


NUMBERS = st.integers(0, 3)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_compares_like_a_dataclass(a: int, b: int, c: int, d: int) -> None:
    ours, theirs = (Pair(a, b), Pair(c, d)), (Model(a, b), Model(c, d))

    assert (ours[0] == ours[1]) == (theirs[0] == theirs[1])
    assert (ours[0] < ours[1]) == (theirs[0] < theirs[1])
    assert (ours[0] >= ours[1]) == (theirs[0] >= theirs[1])
    assert (hash(ours[0]) == hash(ours[1])) >= (ours[0] == ours[1])


def test_fields_defaults_and_words() -> None:
    assert Pair(1) == Pair(1, 7) == Pair(first=1) == Pair(second=7, first=1)
    assert repr(Pair(1)) == "Pair(first=1, second=7)"
    assert fields(Pair) == ("first", "second")
    assert defaults(Pair) == {"second": 7}
    assert Pair(1).total == 8
    assert Pair.kind == "pair"
    assert Pair(1) != (1, 7)  # type: ignore[comparison-overlap]


def test_a_base_gives_its_fields_first() -> None:
    assert fields(Longer) == ("first", "second", "third")
    assert repr(Longer(1, 2, (3,))) == "Longer(first=1, second=2, third=(3,))"


def test_nothing_can_be_changed() -> None:
    pair = Pair(1)

    for name in ("first", "other"):
        with pytest.raises(AttributeError):
            setattr(pair, name, 2)
    with pytest.raises(AttributeError):
        del pair.first
    assert not hasattr(pair, "__dict__")


@pytest.mark.parametrize("arguments", [((), {}), ((1, 2, 3), {}), ((1,), {"first": 2}), ((1,), {"third": 2})], ids=str)
def test_wrong_arguments_are_type_errors(arguments: tuple[tuple[int, ...], dict[str, int]]) -> None:
    with pytest.raises(TypeError, match="Pair"):
        Pair(*arguments[0], **arguments[1])


def test_post_init_may_refuse() -> None:
    with pytest.raises(ValueError, match="negative"):
        Positive(-1)


def test_copies() -> None:
    longer = Longer(1, 2, (3,))

    assert replace(longer, second=5) == Longer(1, 5, (3,))
    assert copy.deepcopy(longer) == pickle.loads(pickle.dumps(longer)) == longer  # noqa: S301 - our own bytes
    with pytest.raises(TypeError):
        replace(longer, fourth=1)


def test_matches_by_position() -> None:
    match Pair(1, 2):
        case Pair(first, second):
            assert (first, second) == (1, 2)
