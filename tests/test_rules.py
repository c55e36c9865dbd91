"""Rules without code: what each kind finds, exactly where, and what it says."""

from __future__ import annotations

import sys
from inspect import cleandoc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.check import Check, Confidence, Safety, Severity
from reportlint.declared import Declared
from reportlint.fixing import ROUNDS
from reportlint.readers import read
from reportlint.rules import RuleCheck, parse_rules
from rulefiles import findings, fires, fixed, rule

FULL_NAME = """
replace = { "市教委" = "市教育委员会", "工人" = "工人阶级" }
bad = ["报送⟦市教委⟧审定。"]
good = ["报送市教育委员会审定。"]
"""


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ('forbid = ["搞定"]', "问题已经⟦搞定⟧，样样⟦搞定⟧。"),
        ('forbid = ["搞定", "全部搞定"]', "问题⟦全部搞定⟧，也有没⟦搞定⟧的。"),
        ('forbid = ["搞定"]\nexcept = ["不搞定"]', "不搞定不罢休，已经⟦搞定⟧。"),
        ('forbid = ["AI"]', "⟦AI⟧技术、⟦AI⟧2.0；MAIL、AIDS、OpenAI。"),
        ('forbid = ["0%"]', "增长⟦0%⟧，下降10%、3.0%。"),
        ('forbid = ["第5"]', "⟦第5⟧位，第50位，第5.5位，⟦第5⟧.末。"),
        ('forbid = ["."]', "1⟦.⟧5亿元"),
        ('forbid = ["  "]', "工作⟦  ⟧报告"),
        ("forbid = [{ pattern = '[0-9]+个亿' }]\nbad = ['⟦3个亿⟧']\ngood = ['3亿']", "投资⟦12个亿⟧。"),
        ("forbid = [{ pattern = '^一、.*$' }]\nbad = ['一、好']\ngood = ['好']", "好\n⟦一、工作⟧\n二、一、"),
        ("forbid = [{ pattern = 'AI.*' }]\nbad = ['AI']\ngood = ['好']", "说⟦AI技术⟧\n好"),
        ("forbid = [{ pattern = 'x(?=好)|好' }]\nbad = ['x好']\ngood = ['x']", "⟦x⟧⟦好⟧x"),
        (
            "forbid = ['亿']\nexcept = [{ pattern = '[0-9]+亿元' }]\nbad = ['⟦亿⟧']\ngood = ['5亿元']",
            "12亿元，几⟦亿⟧元",
        ),
        (FULL_NAME, "⟦市教委⟧会同市教育委员会，工人阶级和⟦工人⟧。"),
        ('replace = { "教委" = "市教委" }', "市教委，⟦教委⟧，本市教委"),
        ('replace = { "帐" = "账", "蚊帐" = "蚊帐子" }', "记⟦帐⟧，蚊帐子，⟦蚊帐⟧"),
        ('replace = [{ word = "的的", with = "的" }, { word = "了了", with = "" }]', "好⟦的的⟧，好⟦了了⟧"),
        (
            "replace = [{ pattern = '([0-9]+)月份', with = '\\1月' }]\nbad = ['3月份']\ngood = ['3月']",
            "⟦12月份⟧和3月",
        ),
        (
            "replace = [{ pattern = '([0-9]+)亩', with = '\\1亩地' }]\nbad = ['3亩']\ngood = ['3亩地']",
            "⟦12亩⟧和3亩地",
        ),
        ('require = ["安全生产"]', "一年来。⟦抓好各项工作。⟧"),
        ('require = ["安全生产"]', "一年来，抓安全生产。"),
        ('require = ["安全", "安全生产"]', "抓安全生产。"),
        ('require = [["养老", "为老"]]', "做好为老服务。"),
        ('require = [["养老", "为老"], "教育"]', "⟦做好为老服务。⟧"),
        ('require = ["安全生产"]\nexcept = ["安全生产许可证"]', "⟦颁发安全生产许可证。⟧"),
        ("require = [{ pattern = '[0-9]{4}年' }]\nbad = ['好']\ngood = ['2024年']", "⟦今年好。⟧"),
        ('require = ["安全生产"]', "\n  \n"),
        ('require = ["安全生产"]\nwhen = ["企业"]', "走访企业。\n⟦完毕。⟧"),
        ('require = ["安全生产"]\nwhen = ["企业"]', "走访群众。"),
        ('order = ["党委", "政府", "人大"]', "党委、政府、人大。人大、党委。"),
        ('order = ["党委", "政府", "人大"]', "人大、⟦政府⟧、党委。\n政府、⟦党委⟧。\n党委、人大。"),
        ('order = ["党委", "政府", "人大"]', "政府、人大、⟦党委⟧。"),
        ('order = ["党委", "政府"]\nwithin = "sentence"', "政府。党委。政府、⟦党委⟧。"),
        ('order = ["党委", "政府"]\nwithin = "document"', "政府。\n⟦党委⟧。"),
        ('order = ["镇", "镇党委"]', "镇党委和⟦镇⟧"),
        ('count = { of = ["狠抓"], max = 1 }', "狠抓落实。\n⟦狠抓⟧安全，狠抓。"),
        ('count = { of = ["狠抓", "抓实"], max = 2 }', "狠抓、抓实、⟦抓实⟧。"),
        ('count = { of = ["抓", "狠抓"], max = 2 }', "狠抓、狠抓。"),
        ('count = { of = ["狠抓"], max = 1 }\nwithin = "paragraph"', "狠抓。\n狠抓，⟦狠抓⟧。"),
        ('count = { of = ["狠抓"], max = 1 }\nwithin = "sentence"', "狠抓。狠抓。狠抓，⟦狠抓⟧。"),
        ('count = { of = ["安全"], min = 2 }', "安全第一。⟦完毕。⟧"),
        ('count = { of = ["安全"], min = 2, max = 3 }', "安全、安全、安全。"),
        ('count = { of = ["安全"], min = 1 }', " \n"),
        ('together = ["人大", "政协"]', "人大、政协。⟦人大⟧主席团。"),
        ('together = ["人大", "政协"]\nwithin = "paragraph"', "人大。政协。\n⟦政协⟧、政协。"),
        ('together = ["人大", "政协"]\nwithin = "document"', "人大。\n政协。"),
        ('together = ["GDP", "人均GDP"]', "人均GDP。⟦GDP⟧。"),
        (
            "together = [{ pattern = '^.一是' }, '二是']\nbad = [' 一是']\ngood = ['好']",
            "好。\n⟦ 一是⟧好；三是好。",
        ),
    ],
)
def test_a_rule_fires_exactly_at_the_marks(body: str, marked: str) -> None:
    fires(rule(body), marked)


@pytest.mark.parametrize(
    ("body", "text", "zh", "en"),
    [
        (
            'forbid = ["搞定"]',
            "搞定",
            "“搞定”不宜出现在报告中，请删改。",
            "“搞定” should not stand in a report; reword or delete it.",
        ),
        (
            FULL_NAME,
            "市教委",
            "“市教委”应写作“市教育委员会”。",
            "Write “市教育委员会” instead of “市教委”.",
        ),
        ('replace = { "了了" = "" }', "好了了", "“了了”是多余的，请删去。", "“了了” is not needed; delete it."),
        (
            'require = [["A", "B"]]',
            "好",
            "全文没有提到“A”或“B”，请补充。",
            "Nowhere is “A” or “B” mentioned; add it.",
        ),
        (
            "require = [['A', { pattern = 'x+' }]]\nbad = ['好']\ngood = ['x']",
            "好",
            "全文没有提到“A”或与“x+”相符的文字，请补充。",
            "Nowhere is “A” or text matching “x+” mentioned; add it.",
        ),
        (
            'order = ["党委", "政府"]',
            "政府、党委",
            "“党委”应写在“政府”之前，请调整次序。",
            "“党委” should stand before “政府”; put them in order.",
        ),
        (
            'count = { of = ["狠抓", "抓实"], max = 1 }\nwithin = "paragraph"',
            "狠抓、抓实",
            "“狠抓”“抓实”在这一段出现 2 次，最多 1 次，请删改。",
            "“狠抓”, “抓实”: 2 mentions in this paragraph, at most 1 are wanted; reword some.",
        ),
        (
            'count = { of = ["安全"], min = 3 }',
            "安全",
            "“安全”在全文出现 1 次，至少应有 3 次，请补充。",
            "“安全”: mentioned 1 times in the whole text, at least 3 are wanted; add some.",
        ),
        (
            'together = ["甲", "乙", "丙"]',
            "甲好。",
            "“甲”应与“乙”和“丙”同时出现，这一句没有“乙”和“丙”，请补充或核对。",
            "“甲” should stand together with “乙” and “丙”, which this sentence lacks; add it or check.",
        ),
        (
            'replace = { "甲" = "乙" }\nmessage = "{text}要写{right}，{其他}{0}。"',
            "甲",
            "甲要写乙，{其他}{0}。",
            "甲要写乙，{其他}{0}。",
        ),
        (
            """
replace = [{ pattern = '[{]text[}]|[{]right[}]', with = '右' }]
message = '{text}/{right}'
bad = ['{right}']
good = ['右']
""",
            "{right}",
            "{right}/右",
            "{right}/右",
        ),
        ('require = [["A", "B"]]\nmessage = "缺{text}"', "好", "缺A或B", "缺A或B"),
    ],
)
def test_what_a_finding_says(body: str, text: str, zh: str, en: str) -> None:
    (finding,) = findings(rule(body), text)

    assert (finding.message.zh, finding.message.render("en")) == (zh, en)


def test_long_words_are_shortened_in_messages() -> None:
    check = rule("forbid = [{ pattern = '(?s)甲.*乙' }]\nbad = ['甲乙']\ngood = ['甲']")

    (finding,) = findings(check, "甲\n" + "好" * 100 + "乙")

    assert finding.message.zh == f"“甲 {'好' * 37}…”不宜出现在报告中，请删改。"


def test_what_is_out_of_place_names_the_other_place() -> None:
    (order,) = findings(rule('order = ["党委", "政府", "人大"]'), "人大、政府、党委")
    (count,) = findings(rule('count = { of = ["抓"], max = 1 }'), "抓、抓、抓")

    assert [(r.span.start, r.text, r.message and r.message.zh) for r in order.related] == [
        (0, "人大", "“人大”先出现在这里")
    ]
    assert [(r.span.start, r.text) for r in count.related] == [(0, "抓"), (4, "抓")]


def test_scope_severity_and_confidence() -> None:
    (missing,) = findings(rule('require = ["甲"]\nseverity = "error"'), "好")
    (forbidden,) = findings(rule('forbid = ["甲"]\nseverity = "info"'), "甲")
    (usual,) = findings(rule('forbid = ["甲"]'), "甲")

    assert (missing.scope, missing.severity, missing.confidence) == ("document", Severity.ERROR, Confidence.LOW)
    assert (forbidden.scope, forbidden.severity, forbidden.confidence) == ("span", Severity.INFO, Confidence.MEDIUM)
    assert usual.severity is Severity.WARNING


def test_fixes() -> None:
    check = rule(FULL_NAME)
    template = r"replace = [{ pattern = '(?P<n>[0-9]+)年(度)?末', with = '\g<n>年\2底' }]"
    pattern = rule(template + "\nbad = ['3年末']\ngood = ['3年底']\nsafe = true")

    assert fixed(check, "市教委、工人、工人阶级") == "市教育委员会、工人阶级、工人阶级"
    assert fixed(check, "市教委", Safety.SAFE) == "市教委"
    assert fixed(pattern, "2年末、3年度末", Safety.SAFE) == "2年底、3年度底"
    assert fixed(rule('replace = { "了了" = "" }'), "好了了。") == "好。"
    assert fixed(rule('forbid = ["甲"]'), "甲") == "甲"


def test_mass_findings_share_a_group() -> None:
    groups = {d.group for d in findings(rule('forbid = ["甲", "乙"]'), "甲乙甲甲")}

    assert len(groups) == 2


def test_only_reports_of_the_rules_kinds_are_asked() -> None:
    check = rule('forbid = ["甲"]\nkinds = ["government", "half-year"]')

    assert findings(check, "甲", Declared(kind="government"))
    assert not findings(check, "甲", Declared(kind="work-summary"))
    assert not findings(check, "甲")


def test_markdown_is_read_as_prose() -> None:
    check = rule('forbid = ["市教委"]')

    (finding,) = findings(check, "# 报告\n\n报送市**教委**审定。\n", suffix="md")

    assert (finding.location.start.line, finding.location.text) == (3, "市教委")


def test_a_rule_is_a_check_with_a_page() -> None:
    parsed = parse_rules(
        """
["全称-1"]
title = "单位应写全称"
replace = { "市教委" = "市教育委员会" }
except = ["市教委旧址"]
kinds = ["government"]
why = '''依据：市政府办〔2024〕3号
## English'''
bad = ["报送⟦市教委⟧审定。", "一\\n⟦市教委⟧"]
good = ["报送市教育委员会审定。"]

[second]
forbid = ["甲"]
bad = ["甲"]
good = ["乙"]
""",
        "用语",
    )

    assert not parsed.problems
    assert list(parsed.checks) == ["全称-1", "second"]
    check = parsed.checks["全称-1"]
    assert issubclass(check, RuleCheck)
    assert issubclass(check, Check)
    assert check.__name__ == "用语.全称-1"
    assert check.Options is None
    assert (check.meta.title.zh, check.meta.title.render("en"), check.meta.since) == (
        "单位应写全称",
        "单位应写全称",
        "",
    )
    assert check.bad == ("报送⟦市教委⟧审定。", "一\n⟦市教委⟧")
    assert check.good == ("报送市教育委员会审定。",)
    assert check.rule.kinds == ("government",)
    assert (
        cleandoc(check.__doc__ or "")
        == """单位应写全称。

## 为什么

依据：市政府办〔2024〕3号
English
“市教委”应写作“市教育委员会”。“市教委旧址”不算。只查这些种类的报告：government。

## 反例

    报送市教委审定。
    一
    市教委

## 正例

    报送市教育委员会审定。

## English

“市教委” should be “市教育委员会”. “市教委旧址”: spared. Asked only of these kinds of report: government."""
    )
    assert parsed.checks["second"].meta.title.render("en") == "Wording not to be used"


@pytest.mark.parametrize(
    ("body", "en"),
    [
        ('forbid = ["甲", "乙"]', "Not to be used in a report: “甲”, “乙”."),
        ('replace = { "甲" = "" }', "“甲” should be deleted."),
        ('require = ["甲", ["乙", "丙"]]', "A report must mention: “甲”; “乙” or “丙”."),
        ('require = ["甲"]\nwhen = ["乙"]', "Reports that mention “乙” must mention: “甲”."),
        ('order = ["甲", "乙"]', "In each paragraph these come in this order: “甲”, “乙”."),
        ('count = { of = ["甲"], min = 1, max = 3 }', "Mentions in the whole text of “甲”: at least 1, at most 3."),
        ('together = ["甲", "乙"]', "In each sentence these stand together or not at all: “甲”, “乙”."),
    ],
)
def test_every_kind_says_in_english_what_it_asks(body: str, en: str) -> None:
    page = rule(body).__doc__ or ""

    assert page.endswith(f"## English\n\n{en}\n")


def test_good_rules_of_a_file_work_beside_bad_ones() -> None:
    parsed = parse_rules('[a]\nforbid = 1\n[b]\nforbid = ["甲"]\nbad = ["甲"]\ngood = ["乙"]\n[c]\n', "x")

    assert list(parsed.checks) == ["b"]
    assert [p.zh.partition("：")[0] for p in parsed.problems] == ["规则 a", "规则 c"]


def test_files_without_rules() -> None:
    assert not parse_rules("", "x").problems
    assert not parse_rules("\ufeff# 备注\r\n", "x").problems


def test_the_library_for_expressions_is_loaded_only_when_a_rule_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "regex", None)

    assert findings(rule('forbid = ["甲"]'), "甲")
    with pytest.raises(ImportError):
        rule("forbid = [{ pattern = '甲' }]\nbad = ['甲']\ngood = ['乙']")


WORDS = st.text("市教委会工人a1", min_size=1, max_size=4)
TEXTS = st.text("市教委会工人a1。；\n 育", max_size=60)


@given(WORDS, WORDS, TEXTS)
def test_findings_hold_the_words(one: str, other: str, text: str) -> None:
    if one == other:
        return
    check = rule(f'forbid = ["{one}", "{other}"]')
    read_text = read("draft.txt", text.encode()).text

    for finding in findings(check, text):
        span = finding.location.span
        assert read_text[span.start : span.end] == finding.location.text
        assert finding.location.text in {one, other}


@given(st.sampled_from(["require", "order", "together", "count"]), WORDS, WORDS, TEXTS, st.sampled_from(range(3)))
def test_findings_of_every_kind_lie_in_the_text(kind: str, one: str, other: str, text: str, within: int) -> None:
    if one == other:
        return
    items = f'["{one}", "{other}"]'
    value = f"{{ of = {items}, max = 1 }}" if kind == "count" else items
    where = "" if kind == "require" else f'within = "{("sentence", "paragraph", "document")[within]}"'

    for finding in findings(rule(f"{kind} = {value}\n{where}"), text):
        for place in (finding.location, *finding.related):
            assert place.span.end <= len(text)
        assert finding.scope == "document" or finding.location.text in {one, other}


@given(st.dictionaries(WORDS, WORDS, min_size=1, max_size=3), TEXTS)
def test_right_forms_are_right(pairs: dict[str, str], text: str) -> None:
    listed = ", ".join(f'"{wrong}" = "{right}"' for wrong, right in pairs.items())
    parsed = parse_rules(f'[rule]\nreplace = {{ {listed} }}\nbad = ["例"]\ngood = ["例"]', "x")
    if parsed.problems:
        return
    check = parsed.checks["rule"]
    for right in pairs.values():
        assert not findings(check, right)
    for finding in findings(check, text):
        before, after = text[: finding.location.span.start], text[finding.location.span.end :]
        right = pairs[finding.location.text]
        # What was put right is not wrong again, whatever stands around it.
        again = findings(check, before + right + after)
        place = len(before), len(before) + len(right)
        assert place not in {(d.location.span.start, d.location.span.end) for d in again}


@given(st.dictionaries(WORDS, st.text("正写", min_size=1, max_size=3), min_size=1, max_size=3), TEXTS)
def test_fixes_settle(pairs: dict[str, str], text: str) -> None:
    listed = ", ".join(f'"{wrong}" = "{right}"' for wrong, right in pairs.items())
    check = rule(f"replace = {{ {listed} }}")

    for _ in range(ROUNDS):
        before, text = text, fixed(check, text)
        if text == before:
            break

    assert not findings(check, text)
