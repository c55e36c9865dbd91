"""Made sentences are what they say they are: right ones right, wrong ones wrong, and the same for the same seed."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate import name_of, print_table, relate, samples
from relations import Relation, Sample, load_relations, marked
from relations.figures import Pen, decimal, han, is_off, rounded, slip, slip_count, split
from reportlint.facts.numerals import ONE, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEEDS = 50
RELATIONS = {relation.name: relation for relation in load_relations()}
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SEPARATOR = re.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def _first_is_sum(numbers: list[Decimal]) -> bool:
    return numbers[0] == sum(numbers[1:])


def _last_is_sum(numbers: list[Decimal]) -> bool:
    return numbers[-1] == sum(numbers[:-1])


def _is_share(numbers: list[Decimal]) -> bool:
    """Two values and their percentage, in any order in which the last is the percentage."""
    part, whole = sorted(numbers[:2])
    return _agrees(numbers[2], 100 * Fraction(part) / Fraction(whole), Fraction(0))


def _is_growth(numbers: list[Decimal]) -> bool:
    """Value before, value after, percentage."""
    before, after, rate = numbers
    exact = 100 * abs(Fraction(after) / Fraction(before) - 1)
    return _agrees(rate, exact, 200 * _unit(before) / Fraction(before) if _unit(before) < 1 else Fraction(0))


def _agrees(printed: Decimal, exact: Fraction, slack: Fraction) -> bool:
    """Whether a percentage is that one, when it may be cut off and its operands may be rounded."""
    return abs(Fraction(printed) - exact) <= _unit(printed) + slack


def _unit(printed: Decimal) -> Fraction:
    """Worth of the last printed place."""
    exponent = printed.as_tuple().exponent
    assert isinstance(exponent, int)
    return Fraction(10) ** exponent


ORACLES: dict[str, Callable[[list[Decimal]], bool]] = {
    **dict.fromkeys(
        [
            *("sum-before/of_which", "sum-before/including", "sum-before/in_brackets", "sum-before/after_a_colon"),
            *("sum-before/next_sentence", "sum-before/belonging_to", "sum-before/seen_by_kind", "sum-before/that_is"),
            *("sum-before/divided_into", "sum-before/men_and_women", "sum-before/levels", "sum-before/shared_out"),
            *("remainder/except", "remainder/except_only", "remainder/rest_in_hand", "remainder/absent"),
            *("remainder/unfinished", "remainder/still_to_go", "remainder/kilometres", "remainder/carried_on"),
            *("remainder/others_apart", "remainder/balance", "remainder/moved_in", "remainder/not_handed_back"),
            *("remainder/adopted", "remainder/three_ways"),
        ],
        _first_is_sum,
    ),
    **dict.fromkeys(
        [
            *("sum-behind/in_all", "sum-behind/clauses_in_all", "sum-behind/kinds_together", "sum-behind/built"),
            *("sum-behind/funds", "sum-behind/rounds", "sum-behind/two_sources", "sum-behind/on_top"),
            *("sum-behind/carried_over", "sum-behind/seasons", "sum-behind/people", "sum-behind/making_up"),
        ],
        _last_is_sum,
    ),
    **dict.fromkeys(
        [
            *("percentage/settled", "percentage/voters", "percentage/out_of", "percentage/of_which"),
            *("percentage/content", "percentage/covered", "percentage/in_brackets", "percentage/of_all_households"),
            *("percentage/present", "percentage/sampled", "percentage/share_of_named"),
        ],
        _is_share,
    ),
    **dict.fromkeys(["growth/from_to", "growth/shrunk", "growth/year_by_year"], _is_growth),
    "direction/risen": lambda numbers: numbers[0] < numbers[1],
    "direction/fallen": lambda numbers: numbers[0] > numbers[1],
    "direction/rank": lambda numbers: numbers[0] > numbers[1],
    **dict.fromkeys(
        [
            *("part-exceeds-whole/present", "part-exceeds-whole/voters", "part-exceeds-whole/settled"),
            *("part-exceeds-whole/forms", "part-exceeds-whole/area", "part-exceeds-whole/among"),
        ],
        lambda numbers: numbers[0] >= numbers[1],
    ),
}


def _made(relation: Relation, count: int, *, right: bool) -> Iterator[tuple[str, Sample]]:
    shapes = len(relation.shapes) + (len(relation.silent) if right else 0)
    for shape, sample in samples(relation, 7, count * shapes, right=right):
        yield f"{relation.name}/{name_of(shape)}", sample


@pytest.mark.parametrize("name", RELATIONS)
def test_every_shape_can_be_right_and_wrong_and_has_its_spot(name: str) -> None:
    relation = RELATIONS[name]
    assert relation.checks
    for right in (True, False):
        for where, sample in _made(relation, SEEDS, right=right):
            start, end = sample.spot
            assert 0 <= start < end <= len(sample.text), where
            assert not {"⟦", "⟧"} & set(sample.text), where
            assert sample.text[start:end].strip(), where


@pytest.mark.parametrize("name", RELATIONS)
def test_the_same_seed_makes_the_same_samples(name: str) -> None:
    once = list(_made(RELATIONS[name], 2, right=False))
    assert once == list(_made(RELATIONS[name], 2, right=False))
    assert len({sample.text for _, sample in once}) > len(once) // 2


def test_names_are_unique_and_shapes_are_many() -> None:
    assert len(RELATIONS) == len(load_relations())
    for relation in RELATIONS.values():
        names = [name_of(shape) for shape in (*relation.shapes, *relation.silent)]
        assert len(set(names)) == len(names), relation.name
        assert len(relation.shapes) >= 12, relation.name


@pytest.mark.parametrize("right", [True, False])
def test_right_relations_hold_and_wrong_ones_do_not(right: bool) -> None:
    judged: dict[str, int] = dict.fromkeys(ORACLES, 0)
    for name in {where.partition("/")[0] for where in ORACLES}:
        for where, sample in _made(RELATIONS[name], SEEDS, right=right):
            numbers = _numbers(sample)
            if where in ORACLES and len(numbers) > 1:
                assert ORACLES[where](numbers) == right, (where, sample.text)
                judged[where] += 1
    assert min(judged.values()) >= 20, judged


def _numbers(sample: Sample) -> list[Decimal]:
    """Arabic numbers of the spot, when it has no other ones."""
    start, end = sample.spot
    words = _SEPARATOR.sub("", sample.text[start:end].translate(_WIDE))
    words = words.replace("12月底", "").replace("60周岁", "")
    return [] if re.search("[0-9]亿元.*[0-9]万元|百分之", words) else [Decimal(n) for n in _NUMBER.findall(words)]


@given(st.integers(0, 10**12 - 1))
def test_chinese_numerals_come_back(value: int) -> None:
    numeral = parse(han(value))
    assert numeral is not None
    assert numeral.value == value * ONE


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "零"),
        (2, "二"),
        (12, "十二"),
        (105, "一百零五"),
        (110, "一百一十"),
        (2300, "两千三百"),
        (12000, "一万二千"),
        (22000, "两万二千"),
        (10500, "一万零五百"),
        (200020000, "两亿零二万"),
    ],
)
def test_chinese_numerals_are_written_as_they_are_counted(value: int, written: str) -> None:
    assert han(value) == written


def test_pens_write_the_same_number_in_their_own_ways() -> None:
    assert [Pen(style).count(1234, "件") for style in ("arabic", "han", "wide", "comma")] == [
        "1234件",
        "一千二百三十四件",
        "１２３４件",
        "1,234件",
    ]
    assert Pen("han").count(2, "件") == "两件"
    assert Pen("han").percent(Decimal("86.2")) == "百分之八十六点二"
    assert Pen("wide").percent(Decimal("86.2")) == "８６.２％"
    assert Pen("comma").amount(decimal(123456, 2), "万元") == "1,234.56万元"


@given(st.integers(20, 10**6), st.integers(2, 6), st.integers(0, 99))
def test_parts_add_up(total: int, count: int, seed: int) -> None:
    parts = split(Random(seed), total, count)  # noqa: S311 - the same parts in every run
    assert len(parts) == count
    assert sum(parts) == total
    assert min(parts) >= 1


@given(st.integers(10, 10**6), st.integers(0, 99))
def test_slips_are_never_right(value: int, seed: int) -> None:
    assert abs(slip_count(Random(seed), value) - value) >= 2  # noqa: S311 - the same slips in every run


def test_a_slip_that_nothing_accepts_is_an_error() -> None:
    with pytest.raises(ValueError, match="no acceptable slip"):
        slip(Random(1), Decimal("3.5"), lambda wrong: wrong < 0)  # noqa: S311 - any will do


def test_rounding_and_cutting_off() -> None:
    assert rounded(Fraction(125, 10), 0) == Decimal(13)
    assert rounded(Fraction(8667, 100), 1) == Decimal("86.7")
    assert rounded(Fraction(8667, 100), 1, cut=True) == Decimal("86.6")
    assert not is_off(Decimal("86.3"), (Fraction(862, 10), Fraction(862, 10)))
    assert is_off(Decimal("83.5"), (Fraction(862, 10), Fraction(862, 10)))


@pytest.mark.parametrize("text", ["无", "⟦甲", "甲⟧⟦乙", "⟦甲⟧⟦乙⟧", "⟦⟧"])
def test_a_spot_has_to_be_marked_once(text: str) -> None:
    with pytest.raises(ValueError, match="spot"):
        marked(text)


def test_the_table_counts_every_sample(capsys: pytest.CaptureFixture[str]) -> None:
    tallies = list(relate(1, len(RELATIONS) * 3, 1, "sum-before"))
    assert [(tally.name, tally.wrong, tally.right) for tally in tallies] == [("sum-before", 3, 3)]
    assert len(tallies[0].missed) == tallies[0].wrong - tallies[0].found
    print_table(iter(tallies), show_missed=True, show_flagged=True)
    assert "sum-before" in capsys.readouterr().out
