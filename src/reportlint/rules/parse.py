"""From the text of a rule file to checks."""

from __future__ import annotations

from reportlint.check import Text
from reportlint.rules.examples import try_examples
from reportlint.rules.problems import RuleError, quoted
from reportlint.rules.rulecheck import check_of
from reportlint.rules.table import rule_of
from reportlint.rules.trial import try_rule
from reportlint.text import Pattern
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlint.rules.rulecheck import RuleCheck

_AT = Pattern(r" ?\(at line (\d{1,9}), column (\d{1,9})\)| ?\(at end of document\)")
_OTHER_SIGN = Pattern(r"^\s*[\w\"]+\s*[:：]|\"\s*(?:=>|->|→)\s*\"")
_HAN = Pattern(r"[一-鿿]")
_FULL_WIDTH = frozenset("“”‘’＝＂，［］｛｝【】")


@frozen
class ParsedRules:
    """What came of a file of rules.

    Attributes:
        checks: by name without family, those that are right.
        problems: what is wrong with the others and what to do.
    """

    checks: Mapping[str, type[RuleCheck]]
    problems: tuple[Text, ...] = ()


def parse_rules(text: str, family: str) -> ParsedRules:
    """The rules in a TOML file.

    Args:
        text: of the file.
        family: of its checks, for the names of their classes.
    """
    import tomllib

    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        return rules_in(tomllib.loads(text), family)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "too long or nested too deeply"
        return ParsedRules({}, (_invalid(text, reason),))


def rules_in(tables: Mapping[str, object], family: str) -> ParsedRules:
    """The rules in the tables of a file."""
    checks: dict[str, type[RuleCheck]] = {}
    problems: list[Text] = []
    for name, table in tables.items():
        try:
            if not isinstance(table, dict):
                raise _outside(name, table)
            rule = rule_of(name, table)
            try_rule(rule)
            try_examples(rule)
        except RuleError as error:
            problems.append(Text(f"规则 {name}：{error.text.zh}", f"rule {name}: {error.text.en}"))
        else:
            checks[name] = check_of(rule, family)
    return ParsedRules(checks, tuple(problems))


def _outside(name: str, value: object) -> RuleError:
    """What to say of something that is no table."""
    if isinstance(value, list):
        return RuleError(
            Text(
                f'请写一层方括号 ["{name}"]；同一个名字只能有一条规则',
                f'write single brackets, ["{name}"]; there is one rule of a name',
            )
        )
    return RuleError(
        Text(
            f"{quoted(name)}不在任何规则里；每条规则以 [规则名] 一行开头，请移到那一行下面",
            f"{quoted(name)} stands in no rule; each rule begins with a line [name], move it below",
        )
    )


def _invalid(text: str, reason: str) -> Text:
    """What to say of a file that is no TOML."""
    place = _AT.search(reason)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else _end(text)
    reason = _AT.sub("", reason)
    lines = text.split("\n")
    hint = _hint(lines[min(line, len(lines)) - 1], reason)
    return Text(
        f"第 {line} 行第 {column} 列不合 TOML 语法（{reason}）{hint.zh}。请改正，这个文件里的规则都还没有用上",
        f"line {line}, column {column}: not valid TOML ({reason}){hint.en}. Correct it; no rule of this file is used",
    )


def _hint(line: str, reason: str) -> Text:
    """What is probably wrong in a line that is no TOML, or nothing."""
    if _FULL_WIDTH.intersection(line):
        return Text("；引号、等号、逗号、括号要用半角", "; quotation marks, equals signs, brackets must be half-width")
    if _OTHER_SIGN.search(line):
        return Text("；名称和值之间用等号 =", "; between a key and its value stands =")
    if "Unescaped" in reason:
        return Text("；正则表达式请写在单引号里：'…'", "; write expressions between single quotation marks: '…'")
    if any(word in reason for word in ("key", "declaration", "Invalid value")) and _HAN.search(line):
        return Text(
            '；含汉字的名称和词语要加引号，如 ["全称"]、"错误" = "正确"',
            '; Chinese names and words need quotation marks: ["全称"], "错误" = "正确"',
        )
    if "twice" in reason or "overwrite" in reason:
        return Text("；同一个名字写了两遍", "; the same name stands twice")
    return Text("", "")


def _end(text: str) -> tuple[int, int]:
    """Line and column after the last character."""
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1
