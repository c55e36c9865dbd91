"""Whether a rule does what its own examples say: tried when it is read, so that none lies there and finds nothing."""

from __future__ import annotations

from reportlint.check import Text
from reportlint.document import Builder, LineOrigin
from reportlint.rules.expressions import PatternTimeoutError
from reportlint.rules.problems import RuleError, quoted
from reportlint.rules.rule import CLOSE, OPEN, unmarked
from reportlint.rules.rulecheck import FINDERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.document import Document
    from reportlint.rules.rule import Rule
    from reportlint.text import Span

_SHOWN = 40


def try_examples(rule: Rule) -> None:
    """Refuse a rule that is silent where it should find something, or the other way round.

    Raises:
        RuleError: naming the example.
    """
    try:
        for example in rule.bad:
            _must_find(rule, example)
        for example in rule.good:
            found = _found(rule, example)
            if found:
                what, where = quoted(example, _SHOWN), quoted(found[0][0])
                zh = f"good 的例句{what}里报出了{where}，请改正规则或例句"
                raise RuleError(Text(zh, f"the rule finds {where} in its good example {what}; correct one of them"))
    except PatternTimeoutError as error:
        raise RuleError(error.text) from error


def _must_find(rule: Rule, example: str) -> None:
    found, what = _found(rule, unmarked(example)), quoted(example, _SHOWN)
    if not found:
        zh = f"bad 的例句{what}里什么也没有报出，请改正规则或例句"
        raise RuleError(Text(zh, f"the rule finds nothing in its bad example {what}; correct one of them"))
    marked = _marked(example)
    if marked and marked != [(span.start, span.end) for _, span in found]:
        words = "、".join(quoted(text) for text, _ in found)
        zh = f"bad 的例句{what}里标出的和报出的不同，报出的是{words}，请改正标记或规则"
        raise RuleError(Text(zh, f"in the bad example {what} the rule finds {words}, not what is marked"))


def _found(rule: Rule, text: str) -> list[tuple[str, Span]]:
    document = _document(text)
    spans = sorted(finding.span for finding in FINDERS[rule.kind](rule, document))
    return [(document.slice(span), span) for span in spans]


def _document(text: str) -> Document:
    """An example as a draft in plain text."""
    build = Builder(text)
    build.keep(0, len(text))
    start = 0
    for part in text.split("\n"):
        if part.strip():
            build.mark("paragraph", start, start + len(part))
        start += len(part) + 1
    return build.document("", "txt", "utf-8", LineOrigin(text))


def _marked(example: str) -> list[tuple[int, int]]:
    """Offsets of what stands between marks, in the text without them."""
    spans, length = [], 0
    for number, part in enumerate(example.replace(CLOSE, OPEN).split(OPEN)):
        if number % 2:
            spans.append((length, length + len(part)))
        length += len(part)
    return spans
