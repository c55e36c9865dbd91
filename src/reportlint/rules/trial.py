"""Whether a rule can work: its expressions are tried on its own examples, its right forms on its own words."""

from __future__ import annotations

from reportlint.check import Text
from reportlint.rules.expressions import TRIAL_SECONDS, PatternTimeoutError
from reportlint.rules.matching import faults
from reportlint.rules.problems import RuleError, quoted
from reportlint.rules.rule import CLOSE, OPEN, unmarked
from reportlint.text.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlint.rules.expressions import Expression
    from reportlint.rules.matching import Hit
    from reportlint.rules.rule import Item, Rule

_ROUNDS = 10
_GROWTH = 10
_SHOWN = 60


def try_rule(rule: Rule) -> None:
    """Refuse a rule that cannot work.

    Raises:
        RuleError: for an expression that is wrong, too slow or never found in the examples, and for right forms that
            are wrong again.
    """
    bad, good = tuple(map(unmarked, rule.bad)), rule.good
    shown_in = {"forbid": bad, "replace": bad, "require": good}.get(rule.kind, (*bad, *good))
    where = {"forbid": "bad", "replace": "bad", "require": "good"}.get(rule.kind, "bad 和 good")
    try:
        _try_all(rule.items, shown_in, where)
        _try_all((*rule.spared, *rule.when), (*bad, *good), "bad 和 good")
        if rule.kind == "replace":
            _settle(rule, bad)
    except PatternTimeoutError as error:
        pattern = quoted(error.source, _SHOWN)
        raise RuleError(
            Text(
                f"正则表达式{pattern}在例句上就费时过长，请改写，避免重复套重复（如 (a+)+）",
                f"the pattern {pattern} takes too long on the examples already; rewrite it without repeats inside"
                " repeats such as (a+)+",
            )
        ) from error


def restless(rule: Rule) -> Iterator[tuple[Item, Item]]:
    """Literal items whose right form is wrong again, each with the item that finds it wrong."""
    known = {item.words: item for item in rule.items if item.expression is None}
    lengths = sorted({len(words) for words in known})
    for item in known.values():
        right = item.right or ""
        inside = {
            right[start : start + length]
            for length in lengths
            if length <= len(right)
            for start in range(len(right) - length + 1)
        }
        suspects = [known[words] for words in inside if words in known]
        if suspects:
            small = replace(rule, entries=tuple((each,) for each in suspects))
            for hit in faults(small, right, TRIAL_SECONDS)[:1]:
                yield item, hit.item


def _try_all(items: Iterable[Item], examples: Sequence[str], where: str) -> None:
    for item in items:
        if item.expression is not None:
            _try(item, item.expression, examples, where)


def _try(item: Item, expression: Expression, examples: Sequence[str], where: str) -> None:
    pattern = quoted(item.words, _SHOWN)
    matches = [match for example in ("", *examples) for match in expression.matches(example, TRIAL_SECONDS)]
    if any(match.end() == match.start() for match in matches):
        raise RuleError(
            Text(
                f"正则表达式{pattern}不含任何字也算相符，处处都会报出，请改写（如把 * 改成 +）",
                f"the pattern {pattern} matches without holding any character; rewrite it, perhaps with + for *",
            )
        )
    if not matches:
        zh = "（\\b 在汉字旁边通常不起作用）" if "\\b" in item.words else ""
        en = " (\\b seldom works beside Chinese characters)" if "\\b" in item.words else ""
        raise RuleError(
            Text(
                f"正则表达式{pattern}在 {where} 的例句里找不到相符的文字，可能永远不会相符{zh}；请改正，或补充例句",
                f"the pattern {pattern} matches in none of the examples ({where.replace(' 和 ', ' and ')}) and perhaps"
                f" can never match{en}; correct it, or add an example",
            )
        )
    if item.right:
        _try_template(item, item.right, matches)


def _try_template(item: Item, right: str, matches: Sequence[object]) -> None:
    """Refuse a template that cannot be filled in, or changes nothing."""
    pattern, changed = quoted(item.words, _SHOWN), False
    for match in matches:
        try:
            filled = match.expand(right)  # type: ignore[attr-defined]
        except Exception as error:
            raise RuleError(
                Text(
                    f"正则表达式{pattern}的正确写法{quoted(right)}有误：括号的编号或名称不对，或者反斜杠用错了",
                    f"the right form {quoted(right)} of the pattern {pattern} has a wrong group or escape: {error}",
                )
            ) from error
        if any(mark in filled for mark in ("\n", "\r", OPEN, CLOSE)):
            raise RuleError(
                Text(
                    f"正则表达式{pattern}的正确写法含有换行或⟦⟧，请改正",
                    f"the right form of the pattern {pattern} holds a line break or ⟦⟧; correct it",
                )
            )
        changed = changed or filled != match[0]  # type: ignore[index]
    if not changed:
        raise RuleError(
            Text(
                f"正则表达式{pattern}在例句里的正确写法和错误写法一样，请改正",
                f"the right form of the pattern {pattern} is the same as the wrong one in all examples; correct it",
            )
        )


def _settle(rule: Rule, examples: Sequence[str]) -> None:
    """Refuse right forms that are wrong again, alone or in the examples."""
    for item, other in restless(rule):
        raise RuleError(
            Text(
                f"{quoted(item.words)}的正确写法{quoted(item.right or '')}里又有错误写法{quoted(other.words)}，"
                "这样会改个不停；请写成最终的写法",
                f"the right form {quoted(item.right or '')} of {quoted(item.words)} holds the wrong form"
                f" {quoted(other.words)}, so fixing would not end; give the final form",
            )
        )
    for example in examples:
        if not _settles(rule, example):
            raise RuleError(
                Text(
                    f"例句{quoted(example)}按规则改过之后又有错误写法，这样会改个不停；请修改规则",
                    f"fixing the example {quoted(example)} does not end: the outcome is wrong again; change the rule",
                )
            )


def _settles(rule: Rule, text: str) -> bool:
    """Whether fixing a text again and again comes to an end."""
    most = _GROWTH * (len(text) + sum(len(item.right or "") for item in rule.items))
    for _ in range(_ROUNDS):
        found = faults(rule, text, TRIAL_SECONDS)
        if not found or len(text) > most:
            return not found
        text = _fixed(text, found)
    return False


def _fixed(text: str, found: Iterable[Hit]) -> str:
    """The text after those fixes that do not overlap one before them."""
    out, last = "", 0
    for hit in found:
        if hit.span.start >= last:
            out += text[last : hit.span.start] + (hit.right or "")
            last = hit.span.end
    return out + text[last:]
