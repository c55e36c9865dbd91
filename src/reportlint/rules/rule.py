"""A rule as it stands after all its parts were found to be right."""

from __future__ import annotations

from reportlint.check import Confidence, Severity, Text
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.rules.expressions import Expression

KINDS = ("forbid", "replace", "require", "order", "count", "together")
"""What a rule can ask for; each rule has one of them."""

WITHIN = {"order": "paragraph", "count": "document", "together": "sentence"}
"""Kinds that look at one stretch after the other, and which stretches they take when the rule does not say."""

STRETCHES = ("sentence", "paragraph", "document")

TITLES = {
    "forbid": Text("不宜使用的词语", "Wording not to be used"),
    "replace": Text("用语不规范", "Wrong wording"),
    "require": Text("缺少应有的内容", "Required words missing"),
    "order": Text("先后次序不对", "Wrong order"),
    "count": Text("出现次数不符", "Wrong number of mentions"),
    "together": Text("应同时出现的内容不全", "Words that belong together stand alone"),
}

OPEN, CLOSE = "⟦⟧"


@frozen
class Item:
    """Words to look for, or an expression.

    Attributes:
        words: as written in the rule: literal words, or the source of the expression.
        expression: the expression, or None for literal words.
        right: what should stand there instead (of an expression a template, empty: nothing); None when nobody says.
    """

    words: str
    expression: Expression | None = None
    right: str | None = None


@frozen
class Rule:
    """One rule.

    Attributes:
        name: the part of its id after the family.
        kind: one of KINDS.
        entries: what it looks for; of `require` each entry holds alternatives, of all others one item.
        bad: examples that must be found, with their ⟦marks⟧.
        good: examples in which nothing must be found.
        title: the fault in a few words.
        message: what to say instead of the usual message, or empty.
        severity: of its findings.
        why: the reason, or empty.
        spared: what is right although something in it matches (`except`).
        kinds: of report that are asked; empty: all.
        within: one of STRETCHES, of the kinds in WITHIN.
        when: only drafts that hold one of these are asked; empty: all.
        least: fewest mentions (`count`), or None.
        most: most mentions (`count`), or None.
        safe: whether its fixes are safe.
    """

    name: str
    kind: str
    entries: tuple[tuple[Item, ...], ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    title: Text
    message: str = ""
    severity: Severity = Severity.WARNING
    why: str = ""
    spared: tuple[Item, ...] = ()
    kinds: tuple[str, ...] = ()
    within: str = "document"
    when: tuple[Item, ...] = ()
    least: int | None = None
    most: int | None = None
    safe: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """All that it looks for, in order."""
        return tuple(item for entry in self.entries for item in entry)

    @property
    def confidence(self) -> Confidence:
        """How likely its findings are right: what is missing or misplaced is only inferred."""
        return Confidence.MEDIUM if self.kind in {"forbid", "replace"} else Confidence.LOW


def unmarked(example: str) -> str:
    """An example without its ⟦marks⟧."""
    return example.replace(OPEN, "").replace(CLOSE, "")
