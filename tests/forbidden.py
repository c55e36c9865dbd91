"""A small check for tests of what the engine does with findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportlint.api import Check, Confidence, Edit, Finding, Fix, Meta, Safety, Severity, Span, Text
from reportlint.engine import Diagnostic, inspect
from reportlint.engine.names import CheckNames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportlint.document import Document

    Step = Callable[[Document, list[Diagnostic]], list[Diagnostic]]

KNOWN = ("number.sum", "number.unit", "word.twice", "word.wrong", "structure.missing")
NAMES = CheckNames(KNOWN, KNOWN, {"数合计": "number.sum", "old-sum": "number.sum"})


@dataclass(frozen=True)
class Options:
    """What to look for and what to say of it."""

    word: str = "错"
    instead: str | None = None
    safety: Safety = Safety.SAFE
    group: str = ""
    scope: Literal["span", "document"] = "span"
    message: str = "不要写"


class Forbidden(Check):
    """Finds a word, and has a fix when it knows a better one."""

    meta = Meta(Text("错词", "Wrong word"), Severity.ERROR, Confidence.HIGH, since="0.1")
    Options = Options

    def run(self, document: Document) -> Iterator[Finding]:
        """Every place of the word, from the left, none overlapping another."""
        options: Options = self.options
        at = document.text.find(options.word)
        while at >= 0:
            span = Span(at, at + len(options.word))
            fix = None if options.instead is None else Fix((Edit(span, options.instead),), options.safety)
            message = Text(options.message, f"avoid {options.word}")
            yield Finding(span, message, fix=fix, group=options.group, scope=options.scope)
            at = document.text.find(options.word, span.end)


def find(document: Document, checks: dict[str, Options], *steps: Step) -> list[Diagnostic]:
    """What small checks find in a document after the steps; one that breaks fails the test."""
    inspection = inspect(document, [(id_, Forbidden(options)) for id_, options in checks.items()], steps)
    assert not inspection.failures
    return list(inspection.diagnostics)
