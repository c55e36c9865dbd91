"""The parts of a report, the year of each date in it, and the tense of its sentences."""

from __future__ import annotations

import time

import pytest

from reportlint.document import Document
from reportlint.facts.dates import dates
from reportlint.facts.report_parts import anchored_years, is_partial, looking_ahead, looking_back, of_period
from reportlint.facts.tenses import begins_with_event, looks_ahead, promises, sentence_around, tells_of_result
from reportlint.readers import read
from reportlint.text import Span
from support import unmark

BACK = "一年来，全镇上下团结一致，较好完成了各项任务，群众满意度不断提高，各项工作迈上新台阶。"
AHEAD = "继续加强学习，认真履行职责，不断提高工作质量和服务水平，为全镇发展作出新的更大贡献。"


def document(text: str) -> Document:
    return read("x.txt", text.encode())


def test_the_parts_of_a_report() -> None:
    draft = document(f"青石镇2023年工作总结\n一、工作情况\n{BACK}\n二、2024年工作打算\n{AHEAD}")
    ahead = looking_ahead(draft)

    assert draft.slice(looking_back(draft)) == f"\n一、工作情况\n{BACK}\n"
    assert ahead is not None
    assert draft.slice(ahead) == f"二、2024年工作打算\n{AHEAD}"
    assert of_period(draft) == looking_back(draft)
    assert not is_partial(draft)


def test_a_report_without_a_plan_only_looks_back() -> None:
    draft = document(f"青石镇2023年上半年工作总结\n{BACK}")

    assert looking_ahead(draft) is None
    assert draft.slice(looking_back(draft)) == f"\n{BACK}"
    assert is_partial(draft)


def test_the_part_of_the_period_ends_at_another_time() -> None:
    draft = document(f"一、2023年上半年工作回顾\n{BACK}\n二、2023年下半年工作回顾\n{BACK}\n三、2024年工作打算\n{AHEAD}")

    assert draft.slice(of_period(draft)) == f"一、2023年上半年工作回顾\n{BACK}\n"


def test_a_heading_of_the_same_time_ends_nothing() -> None:
    draft = document(f"各位代表：\n一、2023年上半年主要工作\n{BACK}\n二、2023年下半年工作安排\n{AHEAD}")

    assert draft.slice(of_period(draft)).endswith(BACK + "\n")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2023年7月，召开会议。9月，再次召开。", [2023, 2023]),
        ("2022年起步，2023年见效，9月召开会议。", [2022, 2023, None]),
        ("2021—2023年推进，9月召开会议。", [2021, None]),
        ("五年来稳步推进，9月召开会议。", [None, None]),
        ("9月召开会议。\n2023年推进。\n9月召开会议。", [None, 2023, None]),
        ("今年9月召开会议。", [None, None]),
        ("青石镇2023年工作总结\n9月召开会议。", [2023, 2023]),
        ("青石镇2023年工作总结\n去年9月召开会议。", [2023, None, None]),
        ("青石镇2023年上半年工作总结\n去年9月召开会议。今年3月召开会议。", [2023, 2022, 2022, 2023, 2023]),
        ("青石镇2023年工作总结\n去年9月召开会议。\n青石镇人民政府\n2023年12月20日", [2023, 2022, 2022, 2023]),
    ],
)
def test_the_year_of_each_date(text: str, years: list[int | None]) -> None:
    draft = document(text)
    assert list(anchored_years(draft)) == years
    assert len(dates(draft)) == len(years)


@pytest.mark.parametrize(
    "words",
    ["获评先进单位", "成功创建文明镇", "召开了会议", "荣获表彰", "被评为先进集体", "已完成改造", "获全国先进称号"],
)
def test_what_is_told_as_a_result(words: str) -> None:
    assert tells_of_result(words, 0, len(words))
    assert not looks_ahead(words, 0, len(words))


@pytest.mark.parametrize("words", ["召开会议", "镇人大组织代表视察", "举办培训班", "组织代表视察污水处理厂"])
def test_what_begins_with_an_event(words: str) -> None:
    assert begins_with_event(words, 0, len(words))


@pytest.mark.parametrize("words", ["组织部来镇考察", "项目完工", "组织振兴有力"])
def test_what_begins_with_none(words: str) -> None:
    assert not begins_with_event(words, 0, len(words))


@pytest.mark.parametrize(
    "words", ["我们将继续努力", "主席团将认真贯彻落实", "力争实现产值5亿元", "我们要坚持党的领导", "我局计划新建广场"]
)
def test_what_is_promised(words: str) -> None:
    assert promises(words, 0, len(words))
    assert looks_ahead(words, 0, len(words))


@pytest.mark.parametrize(
    "words", ["县委将我镇列为试点", "认真贯彻重要精神", "计划生育工作有序开展", "将近三百人参加", "接待来访群众"]
)
def test_what_is_not_promised(words: str) -> None:
    assert not promises(words, 0, len(words))
    assert not looks_ahead(words, 0, len(words))


def test_the_sentence_around_a_place() -> None:
    text, (inside,) = unmark("前一句。甲乙，⟦丙⟧丁；后一句")
    found = sentence_around(text, Span(*inside))
    assert text[found.start : found.end] == "甲乙，丙丁"


@pytest.mark.timing
@pytest.mark.parametrize("piece", ["获", "将", "要", "组织", "成功", "了", "2023年，", "7月，", "的"])
def test_time_grows_with_the_length_only(piece: str) -> None:
    text = (piece * 30_000)[:30_000]
    draft = document("青石镇2023年工作总结\n" + text)
    started = time.process_time()
    anchored_years(draft)
    tells_of_result(text, 0, len(text))
    looks_ahead(text, 0, len(text))
    promises(text, 0, len(text))
    assert time.process_time() - started < 2
