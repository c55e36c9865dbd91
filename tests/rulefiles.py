"""How tests read rules and run them over a text."""

from __future__ import annotations

import tomllib

from reportlint.check import Safety
from reportlint.declared import NOTHING_DECLARED, Declared
from reportlint.engine import Diagnostic, inspect
from reportlint.fixing import apply_fixes
from reportlint.readers import read
from reportlint.rules import ParsedRules, RuleCheck, parse_rules, parse_words
from reportlint.rules.rulecheck import check_of
from reportlint.rules.table import rule_of
from reportlint.rules.trial import try_rule
from support import unmark

EXAMPLES = 'bad = ["例"]\ngood = ["例"]\n'
"""For rules whose examples do not matter."""


def rule(body: str) -> type[RuleCheck]:
    """The check of one rule that must be right; `body` is its table, with examples that are tried if it has any."""
    if "good =" not in body:
        made = rule_of("rule", tomllib.loads(f"{body}\n{EXAMPLES}"))
        try_rule(made)
        return check_of(made, "local")
    parsed = parse_rules(table(body), "local")
    assert not parsed.problems, parsed.problems
    return parsed.checks["rule"]


def table(body: str) -> str:
    """A file with one rule."""
    return f"[rule]\n{body}\n{'' if 'good =' in body else EXAMPLES}"


def words(text: str) -> type[RuleCheck]:
    """The check of a word list that must be right."""
    parsed = parse_words(text, "local")
    assert not parsed.problems, parsed.problems
    return parsed.checks["words"]


def problem(parsed: ParsedRules) -> str:
    """The one thing wrong with rules, in both languages."""
    assert len(parsed.problems) == 1, parsed.problems
    return f"{parsed.problems[0].zh}\n{parsed.problems[0].en}"


def findings(
    check: type[RuleCheck], text: str, declared: Declared = NOTHING_DECLARED, suffix: str = "txt"
) -> tuple[Diagnostic, ...]:
    """What a rule finds in a text; it must not break."""
    document = read(f"draft.{suffix}", text.encode(), declared)
    inspection = inspect(document, [("local.rule", check())])
    assert not inspection.failures, inspection.failures
    return inspection.diagnostics


def fires(check: type[RuleCheck], marked: str) -> tuple[Diagnostic, ...]:
    """What a rule finds in a text, exactly where it is ⟦marked⟧."""
    text, spans = unmark(marked)
    found = findings(check, text)
    assert spans == [(d.location.span.start, d.location.span.end) for d in found], [d.location.text for d in found]
    return found


def fixed(check: type[RuleCheck], text: str, at_least: Safety = Safety.UNSAFE) -> str:
    """A text after one round of fixes."""
    document = read("draft.txt", text.encode())
    return apply_fixes(document, inspect(document, [("local.rule", check())]).diagnostics, at_least)[0]
