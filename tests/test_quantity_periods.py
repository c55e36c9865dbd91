"""Of which time amounts are said."""

from __future__ import annotations

import pytest

from reportlint.document import Document
from reportlint.facts.quantities import Quantity, quantities
from reportlint.facts.quantity_periods import clause_after, same_time, time_of
from reportlint.readers import read

HEAD = "石桥镇2023年工作总结\n一、2023年工作回顾\n"
PLAN = (
    "\n二、2024年工作安排\n新的一年，我们将继续抓好各项工作，全力以赴促进经济社会发展，努力完成全年各项目标任务。{}"
    "全镇上下要真抓实干，确保各项工作落到实处。\n"
)


def _draft(text: str) -> tuple[Document, Quantity]:
    document = read("draft.txt", text.encode())
    return document, quantities(document)[-1]


@pytest.mark.parametrize(
    ("sentence", "year", "months", "said"),
    [
        ("全镇财政收入达到4000万元。", 2023, (1, 12), False),
        ("2022年，全镇财政收入达到4000万元。", 2022, (1, 12), True),
        ("上半年，全镇财政收入达到4000万元。", 2023, (1, 6), True),
        ("7月，发放补贴12万元。", 2023, (7, 7), True),
        ("财政收入比2022年增加300万元。", 2023, (1, 12), False),
        ("2020年以来，财政收入达到4000万元。", 2023, (1, 12), False),
        ("与上年同期相比增加300万元。", 2023, (1, 12), False),
        ("去年财政收入达到4000万元。", None, (1, 12), True),
        ("今年财政收入达到4000万元。", 2023, (1, 12), True),
        ("1至6月财政收入达到4000万元。", 2023, (1, 6), True),
    ],
)
def test_time_of_what_was_achieved(sentence: str, year: int | None, months: tuple[int, int], said: bool) -> None:
    found = time_of(*_draft(HEAD + sentence))
    assert (found.year, (found.first_month, found.last_month), found.said) == (year, months, said)
    assert not found.planned


@pytest.mark.parametrize(
    ("sentence", "year"),
    [("财政收入达到5000万元。", 2024), ("今年财政收入达到5000万元。", 2024), ("明年财政收入达到5000万元。", 2024)],
)
def test_time_of_what_is_planned(sentence: str, year: int) -> None:
    review = "全镇围绕中心、服务大局，扎实推进各项工作，取得了新的成效。" * 6
    found = time_of(*_draft(HEAD + review + PLAN.format(sentence)))
    assert found.planned
    assert found.year == year


def test_several_years_are_never_certainly_the_same() -> None:
    found = time_of(*_draft(HEAD + "五年来，全镇新修公路30公里。"))
    assert found.length == "years"
    assert not same_time(found, found)


def test_same_year_is_the_same_time_whether_said_or_not() -> None:
    said = time_of(*_draft(HEAD + "2023年，财政收入达到4000万元。"))
    unsaid = time_of(*_draft(HEAD + "财政收入达到4000万元。"))
    assert same_time(said, unsaid)
    assert not same_time(said, time_of(*_draft(HEAD + "2022年，财政收入达到4000万元。")))


def test_words_behind_an_amount() -> None:
    document, found = _draft("实施12个重点建设项目，投资大。")
    assert clause_after(document, found) == "重点建设项目"
    assert clause_after(document, found, 2) == "重点"
