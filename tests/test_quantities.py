"""Amounts: spans, bounds, units, labels; and those of the five drafts, checked by hand."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.approximations import bounds
from reportlint.facts.numerals import ONE
from reportlint.facts.quantities import Quantity, quantities
from reportlint.readers import read
from support import unmark

SEEDS = Path(__file__).parent.parent / "seeds"
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=80)
PIECES = st.sampled_from(
    [
        *(
            "1",
            "23",
            "4,567",
            "8.9",
            "一",
            "二十三",
            "三五",
            "十",
            "百",
            "千",
            "万",
            "亿",
            "几",
            "数",
            "若干",
            "半",
            "点",
        ),
        *("件", "人", "个", "万元", "%", "个百分点", "年", "倍", "番", "亩", "千瓦", "成", "次", "项", "名", "公里"),
        *(
            "近",
            "约",
            "超过",
            "余",
            "多",
            "以上",
            "左右",
            "不足",
            "至",
            "—",
            "-",
            "到",
            "由",
            "百分之",
            "第",
            "“",
            "”",
            "《",
            "》",
        ),
        *("增长", "下降", "达到", "其中", "、", "，", "。", "；", "\n", " ", "×", "+", "XX", "*", "A", "会议", "镇"),
    ]
)


def amounts(text: str) -> tuple[Quantity, ...]:
    return quantities(read("x.txt", text.encode()))


def plain(millionths: int | None) -> float | None:
    return None if millionths is None else millionths / ONE


@pytest.mark.parametrize(
    ("marked", "low", "high", "unit", "approximation", "style"),
    [
        ("共收到建议⟦41件⟧，", 41, 41, "件", "", "arabic"),
        ("选民⟦38,590人⟧，", 38590, 38590, "人", "", "arabic"),
        ("选民⟦３８５９０人⟧，", 38590, 38590, "人", "", "arabic"),
        ("检查 ⟦10次⟧，", 10, 10, "次", "", "arabic"),
        ("检查⟦10 次⟧，", 10, 10, "次", "", "arabic"),
        ("补选⟦两名⟧代表", 2, 2, "名", "", "chinese"),
        ("补选⟦一名⟧代表", 1, 1, "名", "", "chinese"),
        ("等⟦五项⟧制度", 5, 5, "项", "", "chinese"),
        ("发展党员⟦一百零五名⟧", 105, 105, "名", "", "chinese"),
        ("收入⟦4000万元⟧，", 39_995_000, 40_005_000, "元", "", "mixed"),
        ("标价⟦24.52万元⟧。", 245_150, 245_250, "元", "", "mixed"),
        ("总产值⟦5.53万亿元⟧。", 5_525_000_000_000, 5_535_000_000_000, "元", "", "mixed"),
        ("新型农民⟦3千人⟧", 2500, 3500, "人", "", "mixed"),
        ("督办⟦30余次⟧，", 30, 40, "次", "余", "arabic"),
        ("捐资⟦一万余元⟧。", 10_000, 20_000, "元", "余", "chinese"),
        ("投入⟦30余万元⟧。", 300_000, 400_000, "元", "余", "mixed"),
        ("带动⟦100多户⟧增收", 100, 200, "户", "多", "arabic"),
        ("总额⟦近5万余元⟧；", 45_000, 60_000, "元", "近", "mixed"),
        ("发放⟦近30份⟧。", 27, 30, "份", "近", "arabic"),
        ("走访⟦约200户⟧。", 180, 220, "户", "约", "arabic"),
        ("走访⟦大约200户⟧。", 180, 220, "户", "约", "arabic"),
        ("走访⟦200户左右⟧。", 180, 220, "户", "左右", "arabic"),
        ("走访⟦超过5000户⟧。", 5000, 6000, "户", "超", "arabic"),
        ("走访⟦超过了5000户⟧。", 5000, 6000, "户", "超", "arabic"),
        ("增长⟦5%以上⟧。", 5, None, "%", "以上", "arabic"),
        ("控制在⟦4%以内⟧。", None, 4, "%", "以内", "arabic"),
        ("占比⟦不足3%⟧。", None, 3, "%", "不足", "arabic"),
        ("走访⟦不少于4次⟧。", 4, None, "次", "至少", "arabic"),
        ("占⟦百分之五⟧，", 5, 5, "%", "", "chinese"),
        ("达到⟦百分之百⟧，", 100, 100, "%", "", "chinese"),
        ("回收率⟦15‰⟧，", 1.5, 1.5, "‰", "", "arabic"),
        ("收成提高⟦三成⟧，", 30, 30, "成", "", "chinese"),
        ("翻⟦两番⟧，", 2, 2, "番", "", "chinese"),
        ("装机⟦386千瓦⟧，", 386, 386, "千瓦", "", "arabic"),
        ("装机⟦386万千瓦⟧，", 3_855_000, 3_865_000, "千瓦", "", "mixed"),
        ("修路⟦5千米⟧，", 5000, 5000, "千米", "", "arabic"),
        ("历时⟦3个月⟧，", 131_490, 131_490, "个月", "", "arabic"),
    ],
)
def test_amounts(  # noqa: PLR0913, PLR0917 - the columns of the table
    marked: str, low: float | None, high: float | None, unit: str, approximation: str, style: str
) -> None:
    text, spans = unmark(marked)
    (found,) = amounts(text)
    assert [(found.span.start, found.span.end)] == spans
    assert (plain(found.low), plain(found.high)) == (low, high)
    assert (found.unit.name, found.approximation, found.style) == (unit, approximation, style)
    assert found.exact == (low == high and low is not None)
    assert not found.vague


@pytest.mark.parametrize(
    ("marked", "low", "high", "unit"),
    [
        ("走访⟦数十户⟧，", 20, 100, "户"),
        ("走访⟦几十户⟧，", 20, 100, "户"),
        ("走访⟦几户⟧，", 2, 9, "户"),
        ("走访⟦三五户⟧，", 3, 5, "户"),
        ("走访⟦七八十户⟧，", 70, 80, "户"),
        ("走访⟦近百户⟧，", 90, 100, "户"),
        ("走访⟦百余户⟧，", 100, 200, "户"),
        ("解决⟦若干项⟧难题", None, None, "项"),
    ],
)
def test_vague_amounts(marked: str, low: float | None, high: float | None, unit: str) -> None:
    text, spans = unmark(marked)
    (found,) = amounts(text)
    assert [(found.span.start, found.span.end)] == spans
    assert (plain(found.low), plain(found.high), found.unit.name) == (low, high, unit)
    assert found.vague
    assert found.numeral is None


@pytest.mark.parametrize(
    ("text", "number", "ends"),
    [
        ("走访3至5个村", "3至5", (3, 5)),
        ("走访三至五个村", "三至五", (3, 5)),
        ("走访8-6个村", "8-6", (8, 6)),
        ("增长15%～30%，", "15%～30", (15, 30)),
        ("增长4—6%，", "4—6", (4, 6)),
        ("补助13-17万元，", "13-17万", (130_000, 170_000)),
        ("补助5000元至1万元，", "5000元至1万", (5000, 10_000)),
    ],
)
def test_ranges(text: str, number: str, ends: tuple[float, float]) -> None:
    (found,) = amounts(text)
    assert text[found.number.start : found.number.end] == number
    assert found.ends is not None
    assert (plain(found.ends[0]), plain(found.ends[1])) == ends
    assert (plain(found.low), plain(found.high)) == (min(ends), max(ends))


@pytest.mark.parametrize("text", ["由80%提高到85%", "从5个到8个", "由3件至5件", "第3至5名"])
def test_from_one_to_another_is_no_range(text: str) -> None:
    assert all(found.ends is None for found in amounts(text))


@pytest.mark.parametrize(
    ("text", "label", "change"),
    [
        ("完成投资5亿元", "投资", False),
        ("地区生产总值达到274亿元", "地区生产总值", False),
        ("财政收入同比增长5%", "财政收入", True),
        ("财政收入增长到5亿元", "财政收入", False),
        ("失业率下降0.5个百分点", "失业率", True),
        ("全年共召开主席团会议4次", "召开主席团会议", False),
        ("其中生态建设12件", "生态建设", False),
        ("总产值翻两番", "总产值", True),
        ("是去年的3倍", "是去年", False),
        ("能耗提升至5吨", "能耗", False),
        ("共3件", "", False),
        ("人均3.5万元", "人均", False),
        ("赞成72票", "赞成", False),
        ("共有党员67名", "党员", False),
        ("改造提升5个站点", "改造", False),
        ("支持提升40所普通高中", "支持", False),
        ("创新排名提升7位", "创新排名", True),
        ("现场销售额达到2亿元", "现场销售额", False),
        ("完成并购重组397起", "并购重组", False),
    ],
)
def test_labels_and_changes(text: str, label: str, change: bool) -> None:
    (found,) = amounts(text)
    assert (found.label, found.change) == (label, change)


def test_numbers_in_a_row_share_the_change() -> None:
    found = amounts("产值分别增长9.2%、8.2%和12%，达到5亿元")
    assert [one.change for one in found] == [True, True, True, False]


def test_all_approximations_are_marked() -> None:
    text = "捐资总额近5万余元，约30件左右"
    assert [[text[mark.start : mark.end] for mark in one.marks] for one in amounts(text)] == [
        ["近", "余"],
        ["约", "左右"],
    ]


@pytest.mark.parametrize("text", ["收到X5件意见", "收到XX5件意见", "收到**5件意见", "历时3个月半"])
def test_masked_and_unclear_numbers_are_unknown(text: str) -> None:
    (found,) = amounts(text)
    assert (found.low, found.high, found.numeral) == (None, None, None)
    assert not found.exact


@pytest.mark.parametrize("word", ["附近", "最近", "节约", "签约", "反超", "迈上", "邻近"])
def test_words_that_end_like_approximations(word: str) -> None:
    (found,) = amounts(f"{word}5个")
    assert found.approximation == ""


@given(
    st.integers(0, 10**9),
    st.integers(0, 10**6),
    st.sampled_from(["近", "约", "余", "超", "左右", "多", "以上", "不足"]),
)
def test_bounds_hold_the_number_itself(whole: int, fraction: int, word: str) -> None:
    value = whole * ONE + fraction
    low, high = bounds(value, ONE, (word,))
    assert low is None or low <= value
    assert high is None or high >= value
    both = bounds(value, ONE, (word, "约"))
    assert both[0] is None or low is None or both[0] <= low


@given(st.lists(PIECES, max_size=30).map("".join) | TEXT)
def test_nothing_raises_and_amounts_are_in_order(text: str) -> None:
    found = amounts(text)
    for one in found:
        assert one.span.covers(one.number)
        assert one.sentence.start <= one.span.start
        assert one.clause.covers(one.span)
        assert one.low is None or one.high is None or one.low <= one.high
    assert all(one.number.end <= other.number.start for one, other in pairwise(found))


@pytest.mark.timing
@pytest.mark.parametrize(
    "piece", ["1", "一", "万", "1，", "1.", "几", "百分之", "1个", "1-", "近", "“", "《1个", "3至5个", "xx1个"]
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    document = read("x.txt", ((piece * 30_000)[:30_000]).encode())
    started = time.process_time()
    quantities(document)
    assert time.process_time() - started < 3


SEED_AMOUNTS = {
    "000": "两个",
    "001": "4次 23次 2份 4次 30余次 38590人 36196人 15人 81人 10次 五项",
    "002": "4篇 4篇 一名 两名 5篇 13篇 5篇 21篇 12篇 5篇 4篇 11篇 14篇 5篇 15篇 6篇 5篇"
    " 22篇 1841条 155万字 28篇 5000套 10篇",
    "003": "四万人 4000万元 5次 10次 3家 近5万余元 一万余元 100%",
    "004": "158次 9件 170个 170人 10余起 2件 24.52万元 59.99万元 38条 37件 4次 1次 7件",
}


@pytest.mark.parametrize("seed", SEED_AMOUNTS)
def test_all_amounts_of_the_seeds(seed: str) -> None:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    draft = read(path.name, path.read_bytes())
    assert [draft.slice(one.span) for one in quantities(draft)] == SEED_AMOUNTS[seed].split()


SEED_LABELS = {
    "001": {"4次": "召开全镇人大代表会议", "38590人": "选民人数", "36196人": "参加选举投票选民", "81人": "镇人大代表"},
    "003": {"4000万元": "全镇财政收入", "近5万余元": "捐资总额", "5次": "开展校车及营运车辆安全检查"},
    "004": {"24.52万元": "实际中标价", "38条": "收集“惠民生”工作意见建议", "37件": "其余", "9件": "阅批群众来信"},
}


@pytest.mark.parametrize("seed", SEED_LABELS)
def test_what_the_seeds_count(seed: str) -> None:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    draft = read(path.name, path.read_bytes())
    found: dict[str, str] = {}
    for one in quantities(draft):
        found.setdefault(draft.slice(one.span), one.label)
    assert {words: found[words] for words in SEED_LABELS[seed]} == SEED_LABELS[seed]
