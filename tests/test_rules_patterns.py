"""Regular expressions in rules: what is refused when they are read, and that none hangs."""

from __future__ import annotations

import pickle
import time

import pytest

from reportlint.engine import inspect
from reportlint.readers import read
from reportlint.rules import PatternTimeoutError, expressions, parse_rules
from rulefiles import findings, problem, rule


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("forbid = [{ pattern = '(甲' }]", "正则表达式“(甲”有误：缺少右括号“)”（第 3 个字符处），请改正"),
        ("forbid = [{ pattern = '*甲' }]", "没有可以重复的内容"),
        ("forbid = [{ pattern = '[甲' }]", "is no regular expression: unterminated character set"),
        (r"forbid = [{ pattern = '\L<x>' }]", "undefined named list"),
        (f"forbid = [{{ pattern = '{'(?:' * 5000}' }}]", "RecursionError"),
        ("forbid = [{ pattern = '((甲{1000}){1000}){1000}' }]", "要求的重复次数太多"),
        ("forbid = [{ pattern = '[]{]{20000}' }]", "demands too many repeats"),
        ("forbid = [{ pattern = '甲*' }]", "不含任何字也算相符"),
        ("forbid = [{ pattern = '$' }]", "matches without holding any character"),
        ("forbid = [{ pattern = '(?=甲)' }]", "不含任何字也算相符"),
        ("forbid = [{ pattern = '丁' }]", "在 bad 的例句里找不到相符的文字，可能永远不会相符；"),
        ("forbid = [{ pattern = '乙' }]", "matches in none of the examples (bad) and perhaps can never match;"),
        (r"forbid = [{ pattern = '\b甲\b' }]", "（\\b 在汉字旁边通常不起作用）"),
        ("forbid = [{ pattern = '甲' }, { pattern = '丁' }]", "“丁”"),
        ("forbid = ['甲']\nexcept = [{ pattern = '丁' }]", "在 bad 和 good 的例句里找不到"),
        ("require = [{ pattern = '好甲' }]", "在 good 的例句里找不到"),
        ("require = ['乙']\nwhen = [{ pattern = '丁' }]", "(bad and good)"),
        ("order = ['乙', { pattern = '丁' }]", "在 bad 和 good 的例句里找不到"),
        ("count = { of = [{ pattern = '丁' }], max = 1 }", "在 bad 和 good 的例句里找不到"),
        ("together = ['乙', { pattern = '丁' }]", "在 bad 和 good 的例句里找不到"),
        (r"replace = [{ pattern = '甲', with = '\1' }]", "括号的编号或名称不对"),
        (r"replace = [{ pattern = '甲', with = '\g<n>' }]", "unknown group"),
        (r"replace = [{ pattern = '甲', with = '\q' }]", "has a wrong group or escape"),
        (r"replace = [{ pattern = '甲', with = '乙\n' }]", "含有换行"),
        ("replace = [{ pattern = '甲', with = '甲' }]", "正确写法和错误写法一样"),
        ("replace = [{ pattern = '甲', with = '丙' }, { word = '丙', with = '甲' }]", "改个不停"),
        ("replace = [{ pattern = '甲', with = '好' }, { pattern = '好', with = '甲' }]", "does not end"),
        ("forbid = [{ pattern = '(a|aa)+$' }]\nbad = ['" + "a" * 60 + "b']\ngood = ['c']", "在例句上就费时过长"),
    ],
)
def test_a_pattern_that_cannot_be_used(body: str, said: str) -> None:
    examples = "" if "good =" in body else "\nbad = ['好⟦甲⟧好']\ngood = ['乙']"

    parsed = parse_rules(f"[rule]\n{body}{examples}", "x")

    assert not parsed.checks
    assert said in problem(parsed)


@pytest.mark.parametrize(
    "body",
    [
        "require = [['乙', { pattern = '丙+' }]]\nbad = ['甲']\ngood = ['乙', '丙']",
        "require = ['乙']\nwhen = [{ pattern = '甲+' }]\nbad = ['甲']\ngood = ['丙']",
        "forbid = ['甲']\nexcept = [{ pattern = '甲+乙' }]\nbad = ['甲']\ngood = ['甲甲乙']",
        "count = { of = [{ pattern = '甲+' }], max = 1 }\nbad = ['甲乙甲']\ngood = ['乙']",
        # Fixed in two rounds.
        r"replace = [{ pattern = '([0-9]) ([0-9])', with = '\1\2' }]" + "\nbad = ['2 0 2 4']\ngood = ['2024']",
        r"forbid = [{ pattern = '\bAI\b' }]" + "\nbad = ['用 AI 写']\ngood = ['MAIL']",
        f"forbid = [{{ pattern = '[0-9]{{4}}年(?:[甲乙]{{3}}){{20}}' }}]\nbad = ['2024年{'甲' * 60}']\ngood = ['乙']",
    ],
)
def test_patterns_that_can_be_used(body: str) -> None:
    assert not parse_rules(f"[rule]\n{body}", "x").problems


HAN = "工作" * 50_000


@pytest.mark.parametrize(
    ("pattern", "example", "text"),
    [
        (r"(a+)+b", "aab", "a" * 100_000 + "c"),
        (r"(\w+\s?)*，$", "工作，", HAN + "，完"),
        (r"(?:工|作|工作)+，$", "工作，", HAN + "，完"),
        (r".*.*，$", "工作，", HAN + "，完"),
        (r"(\w)\w*\1\w*，$", "工工，", HAN + "，完"),
    ],
)
def test_no_pattern_hangs(monkeypatch: pytest.MonkeyPatch, pattern: str, example: str, text: str) -> None:
    monkeypatch.setattr(expressions, "SECONDS", 0.2)
    check = rule(f"forbid = [{{ pattern = '{pattern}' }}]\nbad = ['{example}']\ngood = ['好']")
    document = read("draft.txt", text.encode())

    start = time.perf_counter()
    inspection = inspect(document, [("x.rule", check())])

    assert time.perf_counter() - start < 20
    assert not inspection.diagnostics
    (failure,) = inspection.failures
    assert failure.check == "x.rule"
    assert f"正则表达式“{pattern}”在这份稿件上费时过长，已停止；请改写" in failure.error.zh
    assert f"the pattern “{pattern}” takes too long on this draft" in failure.error.en


@pytest.mark.parametrize("kind", ["except", "when"])
def test_the_other_patterns_of_a_rule_do_not_hang_either(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(expressions, "SECONDS", 0.1)
    what, bad = ("forbid = ['c']", "aab c") if kind == "except" else ("require = ['c']", "aab")
    check = rule(f"{what}\n{kind} = [{{ pattern = '(a+)+b' }}]\nbad = ['{bad}']\ngood = ['好']")
    document = read("draft.txt", ("a" * 5_000 + " c").encode())

    assert inspect(document, [("x.rule", check())]).failures


def test_long_drafts_have_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class Compiled:
        @staticmethod
        def finditer(text: str, timeout: float) -> list[object]:
            asked.append((len(text), timeout))
            return []

    monkeypatch.setattr(expressions, "_compile", lambda _: Compiled)
    expression = expressions.Expression("x")
    expression.matches("a" * 10)
    expression.matches("a" * 300_000)

    assert asked == [(10, 2.0), (300_000, 6.0)]


def test_too_much_memory_is_told_in_the_same_way(monkeypatch: pytest.MonkeyPatch) -> None:
    class Compiled:
        @staticmethod
        def finditer(*_: object, **__: object) -> list[object]:
            raise MemoryError

    monkeypatch.setattr(expressions, "_compile", lambda _: Compiled)

    with pytest.raises(PatternTimeoutError, match="takes too long"):
        expressions.Expression("x").matches("a")


def test_lines() -> None:
    check = rule("forbid = [{ pattern = '甲.*乙|^丙$' }]\nbad = ['甲乙', '丙']\ngood = ['丁']")

    assert [d.location.text for d in findings(check, "甲\n乙甲好乙\n丙\n丙丁\n")] == ["甲好乙", "丙"]


def test_the_error_survives_between_processes() -> None:
    error = pickle.loads(pickle.dumps(PatternTimeoutError("a+")))  # noqa: S301 - our own

    assert isinstance(error, PatternTimeoutError)
    assert error.text == PatternTimeoutError("a+").text
    assert "\n" not in str(error)
