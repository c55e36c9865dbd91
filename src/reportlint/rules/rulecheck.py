"""A rule as a check."""

from __future__ import annotations

from reportlint.check import Check, Meta
from reportlint.facts.identity import identity
from reportlint.rules.page import page
from reportlint.rules.presence import find_alone, find_count, find_disorder, find_missing
from reportlint.rules.wording import find_wording

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import ClassVar

    from reportlint.check import Finding
    from reportlint.document import Document
    from reportlint.rules.rule import Rule

FINDERS: dict[str, Callable[[Rule, Document], Iterator[Finding]]] = {
    "forbid": find_wording,
    "replace": find_wording,
    "require": find_missing,
    "order": find_disorder,
    "count": find_count,
    "together": find_alone,
}


class RuleCheck(Check):
    """A check made of a rule; it has no options.

    Attributes:
        rule: the rule.
        bad: examples that it must find, with their ⟦marks⟧.
        good: examples in which it must find nothing.
    """

    rule: ClassVar[Rule]
    bad: ClassVar[tuple[str, ...]]
    good: ClassVar[tuple[str, ...]]

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield what the rule finds in a report of one of its kinds.

        Raises:
            PatternTimeoutError: when an expression of the rule takes too long.
        """
        rule = self.rule
        if not rule.kinds or identity(document).kind in rule.kinds:
            yield from FINDERS[rule.kind](rule, document)


def check_of(rule: Rule, family: str) -> type[RuleCheck]:
    """The class of a rule under its id."""

    class Made(RuleCheck):
        __doc__ = page(rule)
        meta = Meta(rule.title, rule.severity, rule.confidence, since="")

    Made.rule, Made.bad, Made.good = rule, rule.bad, rule.good
    Made.__name__ = Made.__qualname__ = f"{family}.{rule.name}"
    return Made
