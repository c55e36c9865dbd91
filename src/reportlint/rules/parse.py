"""From the text of a rule file to checks."""

from __future__ import annotations

from reportlint.check import Text
from reportlint.rules.examples import try_examples
from reportlint.rules.problems import RuleError, quoted
from reportlint.rules.rulecheck import check_of
from reportlint.rules.table import rule_of
from reportlint.rules.trial import try_rule
from reportlint.text.frozen import frozen
from reportlint.toml_words import not_toml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlint.rules.rulecheck import RuleCheck


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
        what = not_toml(text, error)
        zh, en = "请改正，这个文件里的规则都还没有用上", "Correct it; no rule of this file is used"
        return ParsedRules({}, (Text(f"{what.zh}。{zh}", f"{what.en}. {en}"),))


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
