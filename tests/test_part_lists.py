"""Wholes and their parts, in made sentences whose numbers are known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.amount_rows import amount_rows
from reportlint.facts.part_lists import part_lists
from reportlint.facts.part_sums import wrong_sums
from reportlint.facts.remainders import remainders
from reportlint.readers import read
from support import check_text

NAMES = ("生态建设", "社会管理", "民生保障", "经济发展", "城乡建设", "教育卫生")
AHEAD = (
    "共收到建议{total}件，其中{parts}。",
    "共收到建议{total}件（{parts}）。",
    "共收到建议{total}件：{parts}，均已办结。",
)
BEHIND = ("{parts}，共计{total}件。", "{parts}，合计{total}件，办结率100%。")
numbers = st.lists(st.integers(5, 60), min_size=3, max_size=6)
frames = st.sampled_from(AHEAD + BEHIND)
marks = st.sampled_from(("、", "，", "；"))


def sentence(frame: str, mark: str, parts: list[int], total: int) -> str:
    """A sentence that lists parts of a total."""
    return frame.format(total=total, parts=mark.join(f"{NAMES[at]}{part}件" for at, part in enumerate(parts)))


@given(frames, marks, numbers)
def test_parts_that_make_up_their_total_are_never_reported(frame: str, mark: str, parts: list[int]) -> None:
    text = sentence(frame, mark, parts, sum(parts))

    assert not check_text("number.sum", text)
    assert not check_text("number.remainder", text)
    assert not check_text("number.part-exceeds-whole", text)


@given(frames, st.sampled_from(("、", "；")), numbers, st.integers(1, 3))
def test_a_total_that_is_too_large_is_reported_once(frame: str, mark: str, parts: list[int], more: int) -> None:
    text = sentence(frame, mark, parts, sum(parts) + more)
    found = [found for id_ in ("sum", "remainder", "part-exceeds-whole") for found in check_text(f"number.{id_}", text)]

    assert [one.check for one in found] == ["number.sum"]
    assert f"= {sum(parts)}，文中为 {sum(parts) + more}" in found[0].message.zh


@given(st.integers(20, 500), st.integers(1, 19), st.integers(-4, 4))
def test_what_is_left_is_the_total_less_what_is_done(total: int, left: int, slip: int) -> None:
    text = f"共收到建议{total}件，已办结{total - left}件，其余{max(1, left + slip)}件正在办理。"

    assert bool(check_text("number.remainder", text)) == (max(1, left + slip) != left)


def test_a_bracket_is_a_row_of_its_own() -> None:
    document = read("draft.txt", "来信41件，其中求决类20件（土地5件、社保15件）、建议类21件。".encode())

    rows = [[document.slice(one.quantity.span) for one in row.amounts] for row in amount_rows(document)]

    assert rows == [["41件", "20件", "21件"], ["20件", "5件", "15件"]]
    assert [known.labels for known in part_lists(document)] == [("求决类", "建议类"), ("土地", "社保")]
    assert not wrong_sums(document)


def test_numbers_that_share_a_unit_are_amounts() -> None:
    document = read("draft.txt", "投入45万元，分别为12、15和18万元。".encode())

    (row,) = amount_rows(document)

    assert [one.quantity.low for one in row.amounts[1:]] == [one * 10**10 - 5 * 10**9 for one in (12, 15, 18)]
    assert not wrong_sums(document)


def test_a_masked_number_makes_a_sentence_unknown() -> None:
    document = read("draft.txt", "共收到建议xx件，已办结25件，其余5件正在办理。".encode())

    assert not amount_rows(document)
    assert not remainders(document)
