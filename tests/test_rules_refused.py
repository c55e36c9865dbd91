"""Rules that cannot be used are refused with words that help, and cost only themselves."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.check import Check
from reportlint.rules import parse_rules, parse_words
from reportlint.rules.parse import rules_in
from reportlint.rules.table import KEYS
from rulefiles import problem

GOOD = 'bad = ["甲"]\ngood = ["乙"]\n'


@pytest.mark.parametrize(
    ("body", "said"),
    [
        # Keys and kinds.
        ('forbit = ["甲"]', "是否想写 forbid？"),
        ('forbid = ["甲"]\nmesage = "x"', "unknown key “mesage”; did you mean message?"),
        ('forbid = ["甲"]\n"颜色" = "x"', "不认识“颜色”，可以写 forbid、replace"),
        ("", "没有写要查什么，请写 forbid、replace、require、order、count、together 中的一项"),
        ('forbid = ["甲"]\nrequire = ["乙"]', "一条规则只能查一样，这里有 forbid、require"),
        ('forbid = ["甲"]\nwithin = "sentence"', "within 只能用在 order、count、together 规则里"),
        ('forbid = ["甲"]\nwhen = ["乙"]', "when is for require rules only"),
        ('forbid = ["甲"]\nsafe = true', "safe 只能用在 replace 规则里"),
        ('order = ["甲", "乙"]\nwithin = "paragraf"', "是否想写 paragraph？"),
        ('order = ["甲", "乙"]\nwithin = 3', "within 只能是 sentence、paragraph、document"),
        # Types.
        ('forbid = "甲"', 'forbid 应是一个列表，写作 ["…", "…"]，现在是一段文字：甲'),
        ("forbid = []", "forbid 是空的，请至少写一项"),
        ("forbid = [3]", "forbid 的每一项应是"),
        ("forbid = [{ patern = 'x' }]", "不认识 forbid 里的“patern”，是否想写 pattern？"),
        ("forbid = [{ pattern = 'x', with = 'y' }]", "unknown key “with” in forbid"),
        ("forbid = [{ pattern = 3 }]", "pattern 应是正则表达式"),
        ("forbid = [{ pattern = '' }]", "pattern 是空的"),
        ("forbid = [{}]", "each of forbid must be"),
        ('forbid = [["甲"]]', "forbid 的每一项应是"),
        ('forbid = [""]', "forbid 里有空的词语"),
        ('forbid = ["甲\\n乙"]', "含有换行"),
        ('forbid = ["⟦甲⟧"]', "含有⟦⟧"),
        ('forbid = ["甲", "乙", "甲"]', "forbid 里“甲”写了两遍"),
        ("forbid = ['甲', { pattern = '乙' }, { pattern = '乙' }]", "forbid 里“乙”写了两遍"),
        ('forbid = ["甲"]\ntitle = 3', "title 应是一段文字"),
        ('forbid = ["甲"]\ntitle = " "', "title 是空的"),
        ('forbid = ["甲"]\nwhy = ["x"]', "why must be a string"),
        ('forbid = ["甲"]\nmessage = "写{right}"', "{right} 只能用在 replace 规则里"),
        ('forbid = ["甲"]\nseverity = "eror"', "severity 只能是 error、warning、info，是否想写 error？"),
        ('forbid = ["甲"]\nseverity = 1', "severity must be one of error, warning, info"),
        ('forbid = ["甲"]\nkinds = []', "kinds 是空的"),
        ('forbid = ["甲"]\nkinds = "government"', "kinds 应是一个列表"),
        ('forbid = ["甲"]\nkinds = [1]', "each of kinds must be a string"),
        ('forbid = ["甲"]\nkinds = ["government", "government"]', "“government”写了两遍"),
        ('forbid = ["甲"]\nexcept = []', "except 是空的"),
        ('replace = { "甲" = "乙" }\nsafe = "yes"', "safe 应是 true 或 false（不加引号），现在是一段文字：yes"),
        ('replace = { "甲" = "乙" }\nsafe = 1', "safe must be true or false, without quotes, not a number"),
        # Examples.
        ('forbid = ["甲"]\nbad = ["甲"]', '没有例句：请写 good = ["…"]'),
        ('forbid = ["甲"]\nbad = []\ngood = ["乙"]', "bad 是空的"),
        ('forbid = ["甲"]\nbad = "甲"\ngood = ["乙"]', "bad 应是一个列表"),
        ('forbid = ["甲"]\nbad = ["⟦甲"]\ngood = ["乙"]', "bad 里的⟦⟧没有成对"),
        ('forbid = ["甲"]\nbad = ["⟦⟧甲"]\ngood = ["乙"]', "或者里面是空的"),
        ('forbid = ["甲"]\nbad = ["⟦⟦甲⟧⟧"]\ngood = ["乙"]', "not in pairs"),
        ('forbid = ["甲"]\nbad = ["甲"]\ngood = ["⟦乙⟧"]', "good 是不应报出的句子"),
        ('forbid = ["甲"]\nbad = ["甲"]\ngood = ["乙", "乙"]', "good 里“乙”写了两遍"),
        # replace
        ('replace = ["甲"]', "replace 列表的每一项应写作"),
        ('replace = "甲"', "replace 应写作"),
        ("replace = {}", "replace 是空的"),
        ("replace = []", "replace 是空的"),
        ('replace = { word = "甲", with = "乙" }', "要加方括号"),
        ('replace = { "甲" = ["乙"] }', "正确写法应是一段文字"),
        ('replace = [{ word = "甲" }]', "只是不许用的，请用 forbid"),
        ('replace = [{ word = "甲", pattern = "乙", with = "丙" }]', "要写 word 或 pattern，只写一样"),
        ('replace = [{ with = "丙" }]', "needs either word or pattern"),
        ('replace = [{ word = 3, with = "丙" }]', "word 应是一段文字"),
        ('replace = [{ word = "甲", wiht = "丙" }]', "是否想写 with？"),
        ('replace = [{ word = "甲", with = "乙" }, { word = "甲", with = "丙" }]', "replace 里“甲”写了两遍"),
        ('replace = { "" = "乙" }', "replace 里有空的词语"),
        ('replace = { "甲" = "甲" }', "“甲”的正确写法和错误写法一样"),
        ('replace = { "甲" = "乙\\n" }', "含有换行"),
        ('replace = { "甲" = "乙", "乙" = "甲" }', "“甲”的正确写法“乙”里又有错误写法“乙”"),
        ('replace = { "甲" = "好乙", "乙" = "丙" }', "give the final form"),
        # require, order, count, together
        ("require = [[]]", "require 是空的"),
        ('require = [["甲", "甲"]]', "require 里“甲”写了两遍"),
        ('require = [["甲", "乙"], ["乙", "甲"]]', "写了两遍"),
        ('require = ["甲", ["乙", 3]]', "require 的每一项应是"),
        ('require = ["甲"]\nwhen = []', "when 是空的"),
        ('order = ["甲"]', "order 至少要写两项"),
        ('together = ["甲"]', "together needs at least two"),
        ('count = ["甲"]', 'count 应写作 { of = ["…"], max = 3 }'),
        ("count = { max = 3 }", "count 里没有写数什么"),
        ('count = { of = ["甲"] }', "count 里请写 min（至少）或 max（最多）"),
        ('count = { of = "甲", max = 1 }', "count.of 应是一个列表"),
        ('count = { of = ["甲"], maximum = 1 }', "是否想写 max？"),
        ('count = { of = ["甲"], max = 0 }', "count.max 应不小于 1；不许出现的词语请用 forbid"),
        ('count = { of = ["甲"], max = true }', "count.max 应是一个整数"),
        ('count = { of = ["甲"], max = "3" }', "a whole number, without quotes"),
        ('count = { of = ["甲"], min = 3, max = 2 }', "count.min（3）大于 count.max（2）"),
        ('count = { of = ["甲"], min = 1 }\nwithin = "sentence"', "count.min 只能按全文数"),
    ],
)
def test_a_rule_that_cannot_be_used(body: str, said: str) -> None:
    text = f"[rule]\n{body}\n{'' if 'bad =' in body else GOOD}"

    parsed = parse_rules(text, "x")

    assert not parsed.checks
    assert said in problem(parsed)
    assert parsed.problems[0].zh.startswith("规则 rule：")
    assert parsed.problems[0].en.startswith("rule rule: ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ('"Full Name"', "规则名以汉字或字母开头，只能用汉字、小写字母、数字和连字符，是否想写 [full-name]？"),
        ("full_name", "是否想写 [full-name]？"),
        ('"全 称"', '是否想写 ["全-称"]？'),
        ('"。"', "请改名"),
        ("-a", "did you mean [a]?"),
    ],
)
def test_a_name_that_cannot_be_part_of_an_id(name: str, said: str) -> None:
    assert said in problem(parse_rules(f'[{name}]\nforbid = ["甲"]\n{GOOD}', "x"))


def test_what_stands_outside_of_rules() -> None:
    parsed = parse_rules(f'title = "用语"\n[[a]]\nforbid = ["甲"]\n{GOOD}[b]\nforbid = ["甲"]\n{GOOD}', "x")

    assert list(parsed.checks) == ["b"]
    assert [p.zh for p in parsed.problems] == [
        "规则 title：“title”不在任何规则里；每条规则以 [规则名] 一行开头，请移到那一行下面",
        '规则 a：请写一层方括号 ["a"]；同一个名字只能有一条规则',
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[a]\nforbid = [甲]\n", "第 2 行第 11 列不合 TOML 语法"),
        ("[a]\nforbid = [甲]\n", "line 2, column 11: not valid TOML"),
        ("[a]\nforbid ＝ 甲\n", "引号、等号、逗号、括号要用半角"),
        ("[a]\nforbid = [“甲”]\n", "must be half-width"),
        ('[a]\nforbid = [{ pattern = "\\d" }]\n', "正则表达式请写在单引号里：'…'"),
        ("[全称]\n", '含汉字的名称和词语要加引号，如 ["全称"]'),
        ('[a]\nreplace = { 甲 = "乙" }', "含汉字的名称和词语要加引号"),
        ("[a]\nforbid = [\n", "第 3 行第 1 列"),
        ("[a]\n[a]\n", "同一个名字写了两遍"),
        ("[a]\nforbid = 甲\n", "含汉字的名称和词语要加引号"),
        ("a = " + "[" * 5000, "nested too deeply"),
        ("a = " + "1" * 5000, "too long or nested too deeply"),
    ],
)
def test_a_file_that_is_no_toml(text: str, said: str) -> None:
    parsed = parse_rules(text, "x")

    assert not parsed.checks
    assert said in problem(parsed)


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 5)
    | st.floats()
    | st.dates()
    | st.text("甲乙⟦⟧\n ", max_size=4)
    | st.sampled_from(["document", "sentence", "error", "government", "甲", r"\1", "(", "甲*", "甲+", "[甲乙]"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["pattern", "word", "with", "of", "min", "max", "甲", "甲乙"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
TABLES = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5)
LIKELY = st.fixed_dictionaries(
    {"bad": st.just(["甲乙"]), "good": st.just(["甲", "乙"])},
    optional={key: VALUES for key in KEYS if key not in {"bad", "good"}},
)


@given(st.dictionaries(st.text("a甲-A ", max_size=3), TABLES | LIKELY | VALUES, max_size=3))
def test_any_table_is_a_rule_or_a_problem(tables: dict[str, object]) -> None:
    parsed = rules_in(tables, "x")

    assert len(parsed.checks) + len(parsed.problems) == len(tables)
    assert all(issubclass(check, Check) for check in parsed.checks.values())
    assert all(problem.zh and problem.en for problem in parsed.problems)


@given(st.text("[]a=\"'甲\n{}#1.\\ ＝“", max_size=40))
def test_any_text_is_read(text: str) -> None:
    parse_rules(text, "x")


def test_a_date_is_named_something_else() -> None:
    parsed = rules_in({"a": {"forbid": dt.date(2024, 1, 1)}}, "x")

    assert "现在是别的东西" in problem(parsed)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("forbid = ['第(\\d+)届人大']\nbad = ['第18届人大']\ngood = ['好']", "“第18届人大”里什么也没有报出"),
        ("forbid = ['市局']\nbad = ['报送⟦市局办⟧']\ngood = ['好']", "报出的是“市局”"),
        ("forbid = ['市局']\nbad = ['市局']\ngood = ['市局好']", "“市局好”里报出了“市局”"),
        ("replace = { '市教育局' = '市局' }\nbad = ['报送市局']\ngood = ['好']", "“报送市局”里什么也没有报出"),
        ("forbid = ['市局']\nexcept = ['市局']\nbad = ['市局']\ngood = ['好']", "“市局”里什么也没有报出"),
        ("require = ['不足']\nbad = ['存在不足']\ngood = ['不足']", "“存在不足”里什么也没有报出"),
        ("order = ['一', '二']\nbad = ['一二']\ngood = ['一二三']", "“一二”里什么也没有报出"),
        ("count = { of = ['一'], max = 1 }\nbad = ['一']\ngood = ['二']", "“一”里什么也没有报出"),
        ("together = ['一', '二']\nbad = ['一。']\ngood = ['一。二。']", "“一。二。”里报出了“一”、“二”"),
    ],
)
def test_a_rule_that_contradicts_its_examples(body: str, said: str) -> None:
    said = said.split("、", maxsplit=1)[0]
    assert said in problem(parse_rules(f"[rule]\n{body}\n", "local"))


def test_a_wrong_form_may_be_a_list_itself() -> None:
    parsed = parse_words("市、市人大 => 市人大\n", "local")
    assert (list(parsed.checks), parsed.problems) == (["words"], ())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("“截止目前” => “截至目前”", "不用加引号"),
        ('"截止目前" => "截至目前"', "不用加引号"),
        ("1. 截止目前 => 截至目前", "不用编号"),
        ("（2）截止目前 => 截至目前", "不用编号"),
        ("截止目前、做为 => 截至目前", "分成几行"),
        ("截止目前/截止到目前 => 截至目前", "分成几行"),
        ("在*关怀下 =>", "TOML 规则"),
        ("第[一二]届 =>", "TOML 规则"),
    ],
)
def test_lines_of_a_word_list_that_would_never_be_found(line: str, said: str) -> None:
    assert said in problem(parse_words(f"{line}\n做为 => 作为\n", "local"))
