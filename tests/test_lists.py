"""一是…二是… lists of real drafts, and of every shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.lists import runs
from reportlint.facts.numbering import han
from reportlint.readers import read
from support import check_text

SEEDS = Path(__file__).parent.parent / "seeds"
SHAPES = {"是": "{han}是", "要": "{han}要", "第": "第{han}，", "（）": "（{digit}）"}


@pytest.mark.parametrize(
    ("seed", "lengths"),
    [
        ("000", [3, 4, 4, 3, 3, 3]),
        ("001", [3, 3, 5, 3]),
        ("002", [3, 4, 3, 3, 3]),
        ("003", [4, 3, 3, 3]),
        ("004", [2, 2, 2, 2]),
    ],
)
def test_seed(seed: str, lengths: list[int]) -> None:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    found = runs(read(path.name, path.read_bytes()))

    assert [len(run.markers) for run in found] == lengths
    assert all([marker.number for marker in run.markers] == list(range(1, len(run.markers) + 1)) for run in found)


def test_a_list_inside_an_item_closes_before_the_outer_goes_on() -> None:
    text = "一是甲项。做到：一是学，二是写。\n二是乙项。做到：一是看，二是听，三是改。\n三是丙项。"
    found = runs(read("x.txt", text.encode()))

    assert [[marker.number for marker in run.markers] for run in found] == [[1, 2, 3], [1, 2], [1, 2, 3]]


@pytest.mark.parametrize(
    "words", ["这就是目标", "都是一家人", "还是一样", "总是一流", "不是一时", "第一时间", "第一议题", "其一直坚持"]
)
def test_what_only_looks_like_an_item(words: str) -> None:
    assert runs(read("x.txt", f"工作中，{words}，成效明显。".encode())) == ()


def items(shape: str, numbers: list[int], joint: str) -> str:
    """A list with these numbers."""
    mark = SHAPES[shape]
    return (
        "工作如下：" + joint.join(mark.format(han=han(n), digit=n) + f"抓好{chr(0x7532 + n)}项" for n in numbers) + "。"
    )


@given(st.sampled_from(sorted(SHAPES)), st.integers(3, 12), st.sampled_from(["；", "。"]), st.data())
def test_a_dropped_item_is_reported_and_a_whole_list_is_not(
    shape: str, length: int, joint: str, data: st.DataObject
) -> None:
    numbers = list(range(1, length + 1))
    assert check_text("structure.list-markers", items(shape, numbers, joint)) == ()
    numbers.remove(data.draw(st.integers(2, length - 1)))
    assert len(check_text("structure.list-markers", items(shape, numbers, joint))) == 1


@given(st.integers(3, 9), st.lists(st.booleans(), min_size=9, max_size=9), st.data())
def test_items_in_one_paragraph_or_in_many(length: int, breaks: list[bool], data: st.DataObject) -> None:
    def text(numbers: list[int]) -> str:
        return "工作如下：\n" + "".join(f"{han(n)}是抓好{chr(0x7532 + n)}项。" + "\n" * breaks[n - 1] for n in numbers)

    numbers = list(range(1, length + 1))
    assert check_text("structure.list-markers", text(numbers)) == ()
    numbers.remove(data.draw(st.integers(2, length - 1)))
    assert len(check_text("structure.list-markers", text(numbers))) == 1


@given(st.lists(st.integers(2, 6), min_size=1, max_size=4))
def test_each_new_first_item_begins_a_list(lengths: list[int]) -> None:
    text = "\n".join(items("是", list(range(1, length + 1)), "；") for length in lengths)

    assert [len(run.markers) for run in runs(read("x.txt", text.encode()))] == lengths
    assert check_text("structure.list-markers", text) == ()


@pytest.mark.parametrize("unit", ["一是", "第一，", "（1）；", "一、", "受代表", "存在", "清醒", "2023年", "有"])
def test_hostile_repetition_takes_no_time(unit: str) -> None:
    text = "工作报告\n" + unit * (30_000 // len(unit))

    assert check_text("structure.list-markers", text) is not None
    assert check_text("structure.missing-section", text) is not None
