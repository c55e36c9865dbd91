"""Word lists: a wrong form and the right one in each line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.check import Confidence, Safety
from reportlint.rules import parse_words
from rulefiles import findings, fires, fixed, words


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("市教委 => 市教育委员会", "报送⟦市教委⟧。"),
        ("市教委＝＞市教育委员会", "报送⟦市教委⟧。"),
        ("　市教委 → 市教育委员会\t", "报送⟦市教委⟧。"),
        ("市教委-->市教育委员会", "报送⟦市教委⟧。"),
        ("\ufeff# 用语\r\n\r\n市教委 => 市教育委员会 # 全称\r＃ 完\n", "报送⟦市教委⟧。"),
        ("搞定 =>", "已⟦搞定⟧。"),
        ("搞定 =>   # 口语", "已⟦搞定⟧。"),
        ("工人 => 工人阶级", "工人阶级，⟦工人⟧。"),
        ("帐 => 账\n帐户 => 账户", "⟦帐户⟧，⟦帐⟧。"),
        ("C# => 语言", "⟦C#⟧好"),
    ],
)
def test_a_list_fires_exactly_at_the_marks(text: str, marked: str) -> None:
    fires(words(text), marked)


def test_what_a_list_says_and_mends() -> None:
    check = words("市教委 => 市教育委员会\n搞定 =>")

    right, forbidden = findings(check, "市教委搞定")

    assert right.message.zh == "“市教委”应写作“市教育委员会”。"
    assert right.confidence is Confidence.MEDIUM
    assert right.fix is not None
    assert right.fix.safety is Safety.UNSAFE
    assert forbidden.message.zh == "“搞定”不宜出现在报告中，请删改。"
    assert forbidden.fix is None
    assert fixed(check, "市教委搞定") == "市教育委员会搞定"


def test_a_list_brings_its_own_examples() -> None:
    check = words("市教委 => 市教育委员会\n搞定 =>\n教委 => 市教育委员会")

    assert check.rule.name == "words"
    assert check.bad == ("⟦市教委⟧", "⟦搞定⟧", "⟦教委⟧")
    assert check.good == ("市教育委员会",)
    for bad in check.bad:
        fires(check, bad)
    for good in check.good:
        fires(check, good)
    assert "    市教委\n    搞定\n" in (check.__doc__ or "")


def test_the_page_of_a_long_list_is_short() -> None:
    page = words("\n".join(f"错{number}个 => 对{number}个" for number in range(100))).__doc__ or ""

    assert len(page.splitlines()) < 70
    assert "共 100 条，这里只列前 20 条。" in page


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("好\n市教委\n", "规则 words，第 2 行：“市教委”应写成“错误写法 => 正确写法”"),
        ("好 => 坏\n市教委 -> 市教育委员会\n", "rule words, line 2: “市教委 -> 市教育委员会” must be `wrong => right`"),
        ("甲 => 乙 => 丙", "第 1 行：“甲 => 乙 => 丙”应是“错误写法 => 正确写法”，一行一个"),
        ("=> 乙", "第 1 行：“=> 乙”应是"),
        ("甲 => 甲", "第 1 行：“甲”的正确写法和错误写法一样"),
        ("甲 => 乙\n\n甲 => 乙", "第 3 行：“甲”在第 1 行已经写过"),
        ("甲 => 乙\n乙 => 丙", "第 1 行：正确写法“乙”里又有第 2 行的错误写法“乙”"),
        ("甲 => 好乙好\n乙 => 丙", "line 1: the right form “好乙好” holds the wrong form “乙” of line 2"),
        ("甲 => 坏话\n坏 =>", "第 1 行：正确写法“坏话”里又有第 2 行的错误写法“坏”"),
        ("⟦甲⟧ => 乙", "含有⟦⟧"),
    ],
)
def test_a_line_that_cannot_be_used(text: str, said: str) -> None:
    problems = parse_words(text, "x").problems

    assert any(said in f"{problem.zh}\n{problem.en}" for problem in problems)


def test_a_bad_line_costs_only_itself() -> None:
    parsed = parse_words("甲\n丙 => 丁\n乙 => 丙\n", "x")

    assert [problem.zh.partition("：")[0] for problem in parsed.problems] == [
        "规则 words，第 1 行",
        "规则 words，第 3 行",
    ]
    fires(parsed.checks["words"], "甲乙⟦丙⟧")


def test_a_circle_costs_all_its_lines() -> None:
    parsed = parse_words("甲 => 乙\n乙 => 甲\n", "x")

    assert len(parsed.problems) == 2
    assert not parsed.checks


def test_an_empty_list() -> None:
    parsed = parse_words("# 暂无\n\n", "x")

    assert not parsed.checks
    assert not parsed.problems


@given(st.text("甲乙=>＝＞→-# \n\r\t⟦⟧a", max_size=60), st.text("甲乙a=", max_size=20))
def test_any_list_is_read_and_its_right_forms_are_right(text: str, draft: str) -> None:
    parsed = parse_words(text, "x")

    for check in parsed.checks.values():
        for bad in check.bad:
            fires(check, bad)
        for good in check.good:
            fires(check, good)
        findings(check, draft)


def test_a_long_list_finds_what_a_short_one_does() -> None:
    many = "\n".join(f"词{chr(0x4E00 + number)} => 好" for number in range(500))
    check = words(f"{many}\n市教委 => 市教育委员会\n甲 => 乙")

    fires(check, "报⟦市教委⟧，⟦甲⟧，⟦词丁⟧。")
