"""Checks on time over dates made at random: right ones are let alone, wrong ones found, bad input breaks nothing."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import check_text

CHECKS = (
    "time.invalid-date",
    "time.range-reversed",
    "time.out-of-period",
    "time.year-role-conflict",
    "time.stale-relative",
)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2049, 12, 31))
YEARS = st.integers(2000, 2049)
NAMES = "一二三四五六日"
DASHES = st.sampled_from("至到—-–~～－")
DONE = st.sampled_from(
    ["获评全市先进集体", "组织代表视察了重点项目", "召开主席团会议", "成功创建省级文明镇", "举办代表培训班"]
)
TAIL = "继续加强学习，认真履行职责，不断提高工作质量和服务水平，为全镇发展作出新的更大贡献。"
BACK = "全镇上下团结一致，较好完成了各项任务，群众满意度不断提高，各项工作迈上新台阶。"


def written(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def found(text: str) -> list[str]:
    return [diagnostic.check for id_ in CHECKS for diagnostic in check_text(id_, text)]


@given(DAYS)
def test_a_weekday_is_right_or_wrong(day: dt.date) -> None:
    right, wrong = NAMES[day.weekday()], NAMES[(day.weekday() + 3) % 7]

    assert not found(f"会议于{written(day)}（星期{right}）召开。")
    (diagnostic,) = check_text("time.invalid-date", f"会议于{written(day)}（星期{wrong}）召开。")
    assert f"星期{right}" in diagnostic.message.zh


@given(st.lists(DAYS, min_size=2, max_size=2, unique=True).map(sorted), DASHES)
def test_a_range_runs_forwards_or_backwards(days: list[dt.date], dash: str) -> None:
    first, last = map(written, days)

    assert not found(f"{first}{dash}{last}，开展集中整治。")
    assert found(f"{last}{dash}{first}，开展集中整治。") == ["time.range-reversed"]


@given(YEARS, st.integers(1, 14), st.booleans(), DASHES)
def test_a_number_of_years_fits_both_ways_of_counting(first: int, length: int, both: bool, dash: str) -> None:
    last = first + length
    for count in (length, length + 1):
        assert not found(f"{count}年来（{first}{'年' * both}{dash}{last}年），完成投资2亿元。")
    assert found(f"{length + 2}年来（{first}{'年' * both}{dash}{last}年），完成投资2亿元。") == ["time.range-reversed"]


@given(YEARS, st.integers(1, 12), DONE)
def test_events_of_a_half_year(year: int, month: int, done: str) -> None:
    text = f"{year}年上半年工作回顾\n{BACK}{year}年{month}月，{done}。\n{year}年下半年工作安排\n{TAIL}"

    assert found(text) == (["time.out-of-period"] if month > 6 else [])


@given(YEARS, st.integers(-2, 4))
def test_a_plan_is_of_the_year_after_the_review(year: int, distance: int) -> None:
    text = f"一、{year}年工作回顾\n{BACK}\n二、{year + distance}年工作安排\n{TAIL}"

    assert found(text) == ([] if distance == 1 else ["time.year-role-conflict"])


@given(YEARS, DONE)
def test_a_report_that_changed_its_years_throughout(year: int, done: str) -> None:
    text = (
        f"青石镇{year}年工作总结和{year + 1}年工作打算\n一、{year}年工作回顾\n{year}年，{BACK}"
        f"3月，{done}；12月31日，{done}。"
        f"{year - 1}年9月，{done}。\n二、{year + 1}年工作打算\n{year + 1}年，我们将{TAIL}"
        f"到{year + 1}年底，力争实现产值5亿元。"
    )

    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "99999年2月30日",
        "2023年99月99日",
        "9" * 5000 + "年" + "9" * 5000 + "月",
        "1000年0月0日（星期日）",
        "0年0月0日至0日",
        "二〇〇〇年〇月〇日",
        "五年来（9999—1000年）",
        "为期0天，2月30日至0日",
        "为期999年（2000—2001年）",
        "2023年上半年工作总结\n" * 50,
        "\n",
        "",
    ],
)
def test_bad_input_breaks_nothing(text: str) -> None:
    found(text)


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "2023",
                    "年",
                    "13",
                    "月",
                    "31",
                    "日",
                    "至",
                    "—",
                    "（",
                    "）",
                    "，",
                    "。",
                    "\n",
                    "星期三",
                    "上半年",
                    "一季度",
                ),
                *(
                    "今年",
                    "去年",
                    "一年来",
                    "五年来",
                    "逐年",
                    "为期",
                    "3",
                    "天",
                    "工作回顾",
                    "工作安排",
                    "将继续",
                    "召开",
                    "20_年",
                ),
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_nothing_raises(text: str) -> None:
    found(text)


@pytest.mark.timing
@pytest.mark.parametrize("id_", CHECKS)
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "年",
        "月",
        "2023年",
        "7月，",
        "日",
        "2月30日",
        "1日、",
        "3时",
        "为期3天",
        "一年来",
        "逐年",
        "去年",
        "五年来（",
        "今年，",
        "三年行动",
        "2023年，我们将",
        "一、2023年工作回顾\n",
        "2023年工作安排\n",
        "2024年，获评先进。\n",
        "9月1日至2日，",
    ],
)
def test_time_grows_with_the_length_only(id_: str, piece: str) -> None:
    text = "青石镇2023年上半年工作总结\n" + (piece * 30_000)[:30_000]
    started = time.process_time()
    check_text(id_, text)
    assert time.process_time() - started < 5
