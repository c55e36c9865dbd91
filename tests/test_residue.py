"""The report and the page around it are told apart."""

from __future__ import annotations

import importlib
import random
import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.engine import inspect
from reportlint.facts import residue_reviews
from reportlint.facts.residue import body, furniture, in_residue, page_residue
from reportlint.facts.residue_cues import cues
from reportlint.readers import read
from reportlint.text import Pattern, Span
from support import check_text, registered
from writer import parse, written

CHECKS = [id_ for id_ in registered() if id_.startswith("residue.")]
MODULES = [importlib.import_module(registered()[id_].check.__module__) for id_ in CHECKS]
PATTERNS = [
    found
    for module in [*MODULES, residue_reviews]
    for value in vars(module).values()
    for found in (value if isinstance(value, tuple) else (value,))
    if isinstance(found, Pattern)
]
ANCHORED = [pattern for pattern in [*PATTERNS, *(cue.pattern for cue in cues())] if pattern.anchors]
NOUNS = st.sampled_from(
    ["镇人大", "主席团", "代表", "某县", "信访", "党建", "水利局", "安全生产", "乡村振兴", "公众号", "网站"]
)
VERBS = st.sampled_from(["依法履职", "推送信息30条", "开展监督", "提供免费下载", "点击率上升", "汇编成册", "扫码入企"])
SENTENCES = st.builds("一年来，{}认真{}，{}成效明显。".format, NOUNS, VERBS, NOUNS)
HEADINGS = st.sampled_from(["一、工作回顾", "（一）抓监督", "二、下一步打算", "2.服务代表", "一是抓学习"])
BODIES = st.lists(st.one_of(SENTENCES, SENTENCES, HEADINGS), min_size=1, max_size=12).map(
    lambda lines: ["各位代表：", *lines, "为建设美丽家园而努力奋斗！"]
)
ENDS = st.sampled_from(
    [
        [],
        ["某镇人大主席团", "2023年1月5日"],
        ["附件：1.工作总结", "2.工作计划"],
        ["最后，祝各位代表：", "身体健康、工作顺利！", "谢谢大家！"],
        ["名词解释", "1.“两代表”：指党代表、人大代表。"],
    ]
)
TITLES = st.builds("{}2023年工作报告".format, NOUNS)
LINKS = st.one_of(
    st.builds("- 11-{:02d}{}工作总结汇编({}篇)".format, st.integers(1, 28), NOUNS, st.integers(2, 30)),
    st.builds("{}2024年工作汇报 2024-03-{:02d}".format, NOUNS, st.integers(1, 28)),
    st.builds("{}工作要点".format, NOUNS),
)
TAILS = st.builds(
    lambda heading, links, rest: [heading, *links, *rest],
    st.sampled_from(["相关文章", "您可能感兴趣的文稿", "热门推荐：", "看过本文的人还看了", "猜你喜欢"]),
    st.lists(LINKS, max_size=8),
    st.lists(
        st.sampled_from(["责任编辑：张三", "上一篇：某镇总结", "【打印本页】【关闭窗口】", "赣ICP备12345678号"]),
        max_size=3,
    ),
)
HEADS = st.lists(
    st.sampled_from(
        [
            "首页 > 政务公开 > 正文",
            "发布时间：2023-01-05",
            "来源：某某日报",
            "浏览次数：12次",
            "字体：【大】【中】【小】",
        ]
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=50)
@given(TITLES, BODIES, ENDS)
def test_a_report_without_furniture_has_none(title: str, lines: list[str], end: list[str]) -> None:
    text = "\n".join([title, *lines, *end])
    document = read("draft.txt", text.encode())

    assert page_residue(document) == ()
    assert document.slice(body(document)) == text


@settings(max_examples=50)
@given(HEADS, TITLES, BODIES, TAILS)
def test_furniture_around_a_report_is_found_whole(
    head: list[str], title: str, lines: list[str], tail: list[str]
) -> None:
    report = "\n".join([title, *lines])
    document = read("draft.txt", "\n".join([*head, report, *tail]).encode())

    runs = furniture(document)

    assert [document.slice(run.span) for run in runs] == ["\n".join(head), "\n".join(tail)]
    assert [run.lines for run in runs] == [len(head), len(tail)]
    assert document.slice(body(document)).strip() == report


@settings(max_examples=50)
@given(BODIES, ENDS, TAILS)
def test_no_sentence_and_no_sign_off_is_taken_in(lines: list[str], end: list[str], tail: list[str]) -> None:
    document = read("draft.txt", "\n".join([*lines, *end, *tail]).encode())

    kept = document.slice(body(document))

    assert kept.strip() == "\n".join([*lines, *end])


@settings(max_examples=50)
@given(BODIES, TAILS, st.sampled_from([["某镇人大主席团", "2023年1月5日"], ["附件：工作总结"]]))
def test_what_follows_the_furniture_stays(lines: list[str], tail: list[str], end: list[str]) -> None:
    document = read("draft.txt", "\n".join([*lines, *tail, *end]).encode())
    at = document.text.rindex("\n".join(end))

    assert not in_residue(document, Span(at, len(document.text)))
    assert document.text.endswith(document.slice(Span(at, body(document).end)))


@settings(max_examples=50)
@given(st.text("各位代表：镇人大工作报告-0123（篇）()>|。，\n　 来源相关推荐责任编辑上一篇", max_size=300))
def test_whatever_the_text_the_runs_are_in_order_and_apart(text: str) -> None:
    document = read("draft.txt", text.encode())

    runs = page_residue(document)

    assert all(a.end < b.start for a, b in pairwise(runs))
    assert body(document).end <= len(document.text)


def test_every_cue_says_how_it_counts() -> None:
    assert {cue.where for cue in cues()} == {"any", "edge", "alone"}
    assert {cue.strength for cue in cues()} == {"strong", "medium", "weak"}
    assert all(all(cue.pattern.anchors) for cue in cues())


@pytest.mark.timing
@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "　",
        " ",
        "\n",
        "-",
        ">",
        "*",
        "（",
        "“",
        "一",
        "篇",
        "来源：",
        "<p ",
        "&",
        "\\",
        "第1页",
        "、\n",
        "- 1 ",
        "A.",
        "如需",
        "本站",
        "#",
        "`",
        "[",
        "\u200b",
        "首页 > ",
        "记者 ",
        "**一",
        "好的，",
    ],
)
def test_hostile_texts_take_linear_time(unit: str) -> None:
    checks = [(id_, registered()[id_].make()) for id_ in CHECKS]
    document = read("draft.txt", (unit * 15_000)[:15_000].encode())
    inspect(read("draft.txt", unit.encode()), checks)
    began = time.process_time()

    inspection = inspect(document, checks)

    assert not inspection.failures
    assert time.process_time() - began < 3


@pytest.mark.parametrize("unit", ["<p>", "&nbsp;"])
def test_runs_of_one_mark_are_few_findings(unit: str) -> None:
    findings = check_text("residue.markup", unit * 1000)

    assert sum(len(finding.location.text) for finding in findings) == len(unit) * 1000
    assert len(findings) <= 10


NEWS = "某镇举办丰收节\n本报讯（记者 张三 通讯员 李四）9月23日，某镇举办丰收节。\n活动热闹。\n（记者 张三 摄）\n"


def test_bylines_are_right_in_a_news_item_and_wrong_in_a_report() -> None:
    assert check_text("residue.web-page", NEWS) == ()
    assert check_text("residue.web-page", "某镇人大工作报告\n" + NEWS.split("\n", 1)[1])


@pytest.mark.parametrize("pattern", ANCHORED, ids=lambda pattern: pattern.source[:24])
def test_no_match_lacks_the_anchors_of_its_pattern(pattern: Pattern) -> None:
    expression = re.compile(pattern.source, pattern.flags)
    chance = random.Random(1)  # noqa: S311 - the same texts in every run
    tree = parse(pattern.source, pattern.flags)
    texts = {written(tree, chance) for _ in range(60)}
    matching = [text for text in texts if expression.search(text)]

    assert matching
    assert [text for text in matching if not pattern.possible(text)] == []
