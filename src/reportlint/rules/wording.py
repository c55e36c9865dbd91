"""Findings of `forbid` and `replace`: words that should not stand there."""

from __future__ import annotations

from reportlint.check import Edit, Finding, Fix, Safety, Text
from reportlint.rules.matching import faults
from reportlint.rules.problems import quoted, shown
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import Document
    from reportlint.rules.matching import Hit
    from reportlint.rules.rule import Rule

_PLACE = Pattern(r"\{(text|right)\}", ("{",))


def find_wording(rule: Rule, document: Document) -> Iterator[Finding]:
    """Each place with words that are forbidden or have a right form."""
    for hit in faults(rule, document.text):
        # A template whose groups took no part leaves nothing: that deletes words, which nobody called safe.
        emptied = not hit.right and bool(hit.item.right)
        safety = Safety.SAFE if rule.safe and not emptied else Safety.UNSAFE
        message = _message(rule, document, hit)
        fix = None if hit.right is None else Fix((Edit(hit.span, hit.right),), safety)
        yield Finding(hit.span, message, fix=fix, group=message.zh)


def own_words(message: str, text: str, right: str = "") -> Text:
    """The user's message, with the words found and the right form in place of {text} and {right}."""
    values = {"text": shown(text), "right": shown(right)}
    words = _PLACE.sub(lambda match: values[match[1]], message)
    return Text(words, words)


def _message(rule: Rule, document: Document, hit: Hit) -> Text:
    words = document.slice(hit.span)
    if rule.message:
        return own_words(rule.message, words, hit.right or "")
    if hit.right is None:
        return Text(
            f"{quoted(words)}不宜出现在报告中，请删改。",
            f"{quoted(words)} should not stand in a report; reword or delete it.",
        )
    if not hit.right:
        return Text(f"{quoted(words)}是多余的，请删去。", f"{quoted(words)} is not needed; delete it.")
    return Text(f"{quoted(words)}应写作{quoted(hit.right)}。", f"Write {quoted(hit.right)} instead of {quoted(words)}.")
