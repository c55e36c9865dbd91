"""Rules that users write without code: a TOML file, or a list of words.

A rule is a check like any other. What is wrong with a rule is found when it is read, and costs that rule only.
"""

from reportlint.rules.expressions import PatternTimeoutError
from reportlint.rules.parse import ParsedRules, parse_rules
from reportlint.rules.rule import Item, Rule
from reportlint.rules.rulecheck import RuleCheck
from reportlint.rules.words import parse_words

__all__ = ["Item", "ParsedRules", "PatternTimeoutError", "Rule", "RuleCheck", "parse_rules", "parse_words"]
