"""Announced numbers, rows of items, levels and classifiers: how they are read, and that nothing breaks them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.facts.announced_items import announced_items
from reportlint.facts.announced_reports import broken_promise
from reportlint.facts.announced_rows import announced_rows
from reportlint.facts.announcements import announcements
from reportlint.facts.classifier_pairs import classifier_pairs, unusual_classifiers
from reportlint.facts.enumerations import divided, enumeration, pair, same_kind
from reportlint.facts.levels import levels
from reportlint.readers import read

FACTS = (announcements, announced_items, announced_rows, broken_promise, levels, classifier_pairs, unusual_classifiers)
PIECES = (
    *(
        "三",
        "3",
        "十",
        "个",
        "项",
        "条",
        "件",
        "方面",
        "大",
        "步",
        "级",
        "两",
        "等",
        "的",
        "其余",
        "已办结",
        "意见",
        "共",
        "篇",
    ),
    *(
        "、",
        "，",
        "。",
        "：",
        "；",
        "\n",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "和",
        "及",
        "以及",
        "与",
        "即",
        "一是",
        "二是",
        "第一，",
    ),
    *(
        "市",
        "县",
        "乡镇",
        "村组",
        "部",
        "XX",
        "制度",
        "东村",
        "落实",
        "张建国",
        "代表",
        "一、",
        "（一）",
        "1.",
        "①",
        " ",
        "(4篇)",
    ),
)


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("有三个方面的问题：", 3, "三个方面"),
        ("抓好１２项工作。", 12, "１２项"),
        ("做到“六个有”，", 6, "六个"),
        ("盘活“三资”。", 3, "三资"),
        ("开展“三抓三促”行动。", 3, "三抓三促"),
        ("打造十大品牌。", 10, "十大"),
    ],
)
def test_an_announcement_is_read(text: str, number: int, words: str) -> None:
    document = read("draft.txt", text.encode())
    [one] = announcements(document)
    assert (one.number, document.slice(one.span)) == (number, words)


@pytest.mark.parametrize(
    "text",
    [
        "第三个方面。",
        "近三十项工作，十余项工作，三十多项工作。",
        "几个方面，多个方面，数个方面。",
        "3—5项，三至五项工作。",
        "党的二十大精神。",
        "开展“两学一做”学习教育。",
        "《关于五项制度的意见》。",
        "1.5个百分点，120件，一个中心。",
    ],
)
def test_what_announces_nothing(text: str) -> None:
    assert not [one for one in announcements(read("draft.txt", text.encode())) if one.number != 5 or "《" in text]


def test_brackets_and_quotations_are_not_cut() -> None:
    text = "东村（含南组、北组）、“西、中”片、《甲、乙》、丁村"
    assert enumeration(text, 0, len(text)).texts == ("东村", "西、中”片", "《甲、乙》", "丁村")


def test_titles_side_by_side_are_items() -> None:
    text = "《甲法》《乙法》、《丙法》"
    assert len(enumeration(text, 0, len(text))) == 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("学习制度、例会制度和述职制度", 3),
        ("道路硬化、饮水安全和路灯安装", 3),
        ("教育、医疗和养老", 2),
        ("联系选民制度、述职和评议制度", 2),
    ],
)
def test_the_last_item_is_cut_only_where_both_parts_stand_alone(text: str, count: int) -> None:
    assert len(divided(enumeration(text, 0, len(text)))) == count


def test_two_items_without_a_mark() -> None:
    text = "环保和水利"
    two = pair(enumeration(text, 0, len(text)))
    assert two is not None
    assert two.texts == ("环保", "水利")
    assert pair(enumeration("环保", 0, 2)) is None
    assert pair(enumeration("参与普及", 0, 4)) is None


@pytest.mark.parametrize(
    ("texts", "alike"),
    [
        (("学习制度", "例会制度", "联系选民制度"), True),
        (("有场所", "有醒目标识"), True),
        (("教育", "医疗", "养老"), True),
        (("东街", "西街绿化工程"), False),
        (("学",), False),
    ],
)
def test_items_of_one_kind(texts: tuple[str, ...], alike: bool) -> None:
    assert same_kind(texts) is alike


@pytest.mark.parametrize(
    ("text", "named", "said"),
    [
        ("组织市镇三级代表", (1, 2), 3),
        ("组织市、镇三级代表", (2,), 3),
        ("完善市、县（市、区）、乡镇、村（社区）四级网络", (4,), 4),
        ("完善市区两级网络", (1, 2), 2),
        ("市、区县、镇街三级", (3, 4), 3),
        ("组织岳阳、XX、XX三级代表", (2, 3), 3),
    ],
)
def test_levels_are_counted(text: str, named: tuple[int, ...], said: int) -> None:
    [known] = levels(read("draft.txt", text.encode()))
    assert known.said == said
    assert set(known.named) <= {*named}
    assert max(known.named) == max(named)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_text_breaks_them(text: str) -> None:
    document = read("draft.txt", text.encode())
    for fact in FACTS:
        fact(document)
    for one in (*announced_items(document), *announced_rows(document)):
        assert len(one.items) != one.announcement.number
        assert document.slice(one.announcement.span)
    for known in levels(document):
        assert known.span.covers(known.figure)
        assert all(known.span.covers(name) for name in known.names)


@pytest.mark.timing
@pytest.mark.parametrize(
    "piece", ["三个（", "3件", "县三级", "三个方面：一是", "、", "“三", "三项制度：甲、", "三", "《"]
)
def test_hostile_texts_take_linear_time(piece: str) -> None:
    document = read("draft.txt", (piece * (30_000 // len(piece))).encode())
    start = time.perf_counter()
    for fact in FACTS:
        fact(document)
    assert time.perf_counter() - start < 6
