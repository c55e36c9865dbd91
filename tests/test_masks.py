"""Masks: every sign in every context, never a look-alike, and nothing around them matters."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.engine import inspect
from reportlint.facts.emphasis import mask_runs
from reportlint.facts.masks import anonymised, masks
from reportlint.facts.number_gaps import number_gaps
from reportlint.readers import read
from support import registered, unmark

LETTERS = "xXＸｘⅩⅹ×✕✖╳☓хХχΧ"
STARS = "*＊"
LINES = "_＿"
CIRCLES = "○◯□△"
CLEAN = "镇人大主席团认真履行宪法和法律赋予的职责，圆满完成了各项工作任务。"
NAMES = [
    ("我受", "镇人大主席团的委托", "place"),
    ("在", "县人大常委会的指导下", "place"),
    ("先后到", "村走访", "place"),
]
NUMBERS = [
    ("共收到意见", "件", "quantity"),
    ("发放资金", "万元", "quantity"),
    ("全镇现有", "名代表", "quantity"),
    ("第", "届人民代表大会", "ordinal"),
    ("今年", "月，", "date"),
]
PIECES = st.sampled_from(
    [
        *(
            "XX镇",
            "xx",
            "**",
            "***",
            "*",
            "__",
            "____",
            "_",
            "○○",
            "口口",
            "20",
            "2024",
            "年",
            "月",
            "日",
            "第",
            "届",
            "次",
        ),
        *(
            "xx.x%",
            "x-x月",
            "，",
            "。",
            "\n",
            " ",
            "镇",
            "县",
            "总书记",
            "新时代中国特色社会主义思想",
            "“",
            "”",
            "+",
            ".",
            "N个",
        ),
        *("YYYY年MM月", "×", "数据要素×", "3×4", "www.x.cn/xx", "a_b.docx", "用", "代替", "元", "党", "建工作", "X光"),
    ]
)


def read_text(text: str, suffix: str = "txt") -> list[tuple[int, int, str]]:
    document = read(f"draft.{suffix}", b"\xef\xbb\xbf" + text.encode())
    assert document.text.rstrip("\n") == text.rstrip("\n") or suffix == "md"
    return [(mask.span.start, mask.span.end, mask.kind) for mask in masks(document)]


@pytest.mark.parametrize("sign", LETTERS + STARS + LINES + CIRCLES)
@pytest.mark.parametrize("length", [2, 3])
@pytest.mark.parametrize(("before", "after", "kind"), NAMES + NUMBERS)
def test_a_run_of_any_sign_is_found_with_what_it_stands_for(
    sign: str, length: int, before: str, after: str, kind: str
) -> None:
    text = f"过去的一年，{before}{sign * length}{after}，工作顺利。"
    start = text.index(sign)

    assert read_text(text) == [(start, start + length, kind)]


@pytest.mark.parametrize("sign", LETTERS)
@pytest.mark.parametrize(("before", "after", "kind"), NUMBERS)
def test_one_letter_is_found_before_what_is_counted(sign: str, before: str, after: str, kind: str) -> None:
    text = f"过去的一年，{before}{sign}{after}，工作顺利。"
    start = text.index(sign)

    assert read_text(text) == [(start, start + 1, kind)]


@pytest.mark.parametrize("sign", "XxＸ×*＊_＿")
@pytest.mark.parametrize("known", ["19", "20"])
def test_a_year_is_one_mask_with_its_known_digits(sign: str, known: str) -> None:
    assert read_text(f"自{known}{sign * 2}年以来") == [(1, 5, "date")]


@pytest.mark.parametrize(
    "marked",
    [
        "以⟦XXX⟧同志为核心的党中央，⟦***⟧总书记",
        "加强⟦**⟧建工作，镇⟦X⟧委书记",
        "“⟦XX⟧五”规划",
    ],
)
def test_kinds_of_other_checks(marked: str) -> None:
    text, spans = unmark(marked)

    assert [(start, end) for start, end, _ in read_text(text)] == spans
    assert {kind for *_, kind in read_text(text)} <= {"leader", "party-character", "period"}


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["txt", "md"]))
def test_masks_are_in_order_never_overlap_and_hold_a_sign(text: str, suffix: str) -> None:
    document = read(f"draft.{suffix}", b"\xef\xbb\xbf" + text.encode())
    found = masks(document)

    for earlier, later in pairwise(found):
        assert earlier.span.end <= later.span.start
    for mask in found:
        words = document.slice(mask.span)
        assert set(words) & set(LETTERS + STARS + LINES + CIRCLES + "〇●■▲◇◆☆★YMDN")
        assert len(mask.form) == len(words)
        assert document.source[document.map.start(mask.span.start)] == words[0]


@given(st.lists(PIECES, max_size=12).map("".join))
def test_clean_paragraphs_before_and_after_change_nothing(text: str) -> None:
    text = text.strip()
    alone = read_text(text)
    amid = read_text(f"{CLEAN}\n{text}\n{CLEAN}")
    shift = len(CLEAN) + 1

    assert amid == [(start + shift, end + shift, kind) for start, end, kind in alone]


@given(st.lists(PIECES, max_size=20).map("".join), st.sampled_from(["txt", "md"]))
def test_one_check_at_most_speaks_of_a_mask(text: str, suffix: str) -> None:
    document = read(f"draft.{suffix}", b"\xef\xbb\xbf" + text.encode())
    checks = [(id_, check.make()) for id_, check in registered().items() if check.family == "placeholder"]
    inspection = inspect(document, checks)

    assert not inspection.failures
    for mask in masks(document):
        assert len([d for d in inspection.diagnostics if d.location.span.overlaps(mask.span)]) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我受XX镇委托，召开会议X次，审议报告X项，走访X户，收到意见XX件。", True),
        ("我受XX镇委托，召开会议X次，审议报告X项，走访**户，收到意见XX件。", False),
        ("我受XX镇委托，召开会议X次。", False),
        (CLEAN, False),
    ],
)
def test_anonymised_means_one_sign_and_often(text: str, expected: bool) -> None:
    assert anonymised(read("draft.txt", text.encode())) is expected


def test_masks_of_an_anonymised_text_are_grouped_by_form_and_others_are_not() -> None:
    text = "我受XX镇委托，召开会议X次，审议报告X项，走访X户，收到意见xx件。"
    check = registered()["placeholder.mask"].make()

    hidden = inspect(read("draft.txt", text.encode()), [("placeholder.mask", check)])
    mixed = inspect(read("draft.txt", text.replace("xx", "**").encode()), [("placeholder.mask", check)])

    assert [d.group for d in hidden.diagnostics] == ["XX", "X", "X", "X", "XX"]
    assert {d.group for d in mixed.diagnostics} == {""}
    assert {d.message.zh for d in hidden.diagnostics[1:4]} == {"本文以“X”代替真实内容，请换成实际内容。"}
    assert mixed.diagnostics[0].message.zh == "地名未填：“XX”是占位符，请换成实际内容。"


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("我受**镇人大委托，请审议。", "我受**镇人大委托，请审议。"),
        ("在**镇党委、**村的支持下，**县也来了", "在**镇党委、**村的支持下，**县也来了"),
        ("**镇***路、**路完工；***提升改造、建设**镇域公交。", "**镇***路、**路完工；***提升改造、建设**镇域公交。"),
        ("**坚持党的领导，把握方向**，做好工作。", "坚持党的领导，把握方向，做好工作。"),
        ("**市委、市政府**高度重视，**县域经济**发展", "市委、市政府高度重视，县域经济发展"),
        ("**一是**抓好*重点*工作，***关键***在人", "一是抓好重点工作，关键在人"),
        ("**粗体里有*斜体*的字**", "粗体里有斜体的字"),
        ("20**年，**重点**工作", "20**年，重点工作"),
        ("__重点__：我镇__村", "重点：我镇__村"),
        ("召开第*届人大第*次会议", "召开第*届人大第*次会议"),
        ("a__b__c、3*4、5 * 3", "a__b__c、3*4、5 * 3"),
        ("姓名：____", "姓名：____"),
        ("围绕促进**发展和**稳定。\n\n我受**镇委托", "围绕促进**发展和**稳定。\n我受**镇委托"),
        ("要**稳中求进，以进促稳**的总基调\n**着力**推进", "要稳中求进，以进促稳的总基调\n着力推进"),
    ],
)
def test_markdown_keeps_masks_and_drops_emphasis(source: str, reading: str) -> None:
    document = read("draft.md", source.encode())

    assert document.text.rstrip("\n") == reading
    for offset, character in enumerate(document.text.rstrip("\n")):
        if character != "\n":
            assert source[document.map.start(offset)] == character


def test_doubtful_runs_go_with_the_rest_of_the_text() -> None:
    doubtful = "围绕促进**发展和**稳定开展监督"

    assert mask_runs([doubtful]) == [frozenset()]
    assert mask_runs([doubtful, "我受**镇委托"]) == [frozenset({4, 9}), frozenset({2})]
    assert mask_runs([doubtful, "**一是**抓学习，我受**镇委托"])[0] == frozenset()


@pytest.mark.timing
@pytest.mark.parametrize("unit", [" ", "　条", "建议　条，", "观察 人，", "名　", "王　芳　"])
def test_blanks_before_classifiers_take_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        document = read("draft.txt", b"\xef\xbb\xbf" + (unit * length)[:length].encode())
        begin = time.perf_counter()
        number_gaps(document)
        return time.perf_counter() - begin

    assert min(seconds(20_000) for _ in range(2)) < 12 * min(seconds(5_000) for _ in range(3)) + 0.05


@given(
    st.sampled_from(["收集意见建议", "居家观察", "村民小组", "化解积案", "改造农田"]),
    st.sampled_from(["　", "  ", "　　", " \u00a0 "]),
    st.sampled_from(["条", "件", "户", "个", "亩", "人次", "%"]),
)
def test_a_wide_blank_between_a_noun_and_a_unit_lacks_a_number(noun: str, blank: str, unit: str) -> None:
    text = f"过去的一年，{noun}{blank}{unit}，工作顺利。"
    (gap,) = number_gaps(read("draft.txt", text.encode()))

    assert gap.wide
    assert text[gap.span.start : gap.span.end] == f"{noun[-2:]}{blank}{unit}"
    assert not number_gaps(read("draft.txt", text.replace(blank, f"{blank}12").encode()))


@pytest.mark.timing
@pytest.mark.parametrize(
    "unit",
    [
        "x",
        "×",
        "**",
        "__",
        "○",
        "x1",
        "x.",
        "x-",
        "XX镇",
        "**镇",
        "x月",
        "二○",
        "2X",
        "〔20X",
        "“X",
        "N个",
        "……镇",
        "OO镇",
        "2_6年",
    ],
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        document = read("draft.txt", b"\xef\xbb\xbf" + (unit * length)[:length].encode())
        begin = time.perf_counter()
        masks(document)
        return time.perf_counter() - begin

    assert min(seconds(20_000) for _ in range(2)) < 12 * min(seconds(5_000) for _ in range(3)) + 0.05
